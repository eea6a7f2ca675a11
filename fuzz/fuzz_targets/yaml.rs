//! Any bytes as a document: read, checked, laid out and, if sound, exported.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let compiled = docgen_fuzz::compiled(data, None);
    if let Some(made) = compiled.made {
        docgen_fuzz::exported(&made);
    }
});
