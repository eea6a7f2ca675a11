//! Documents built by the schema: most are sound, so that this reaches layout and both outputs.

#![no_main]

use docgen_fuzz::grammar::Written;

libfuzzer_sys::fuzz_target!(|written: Written| {
    let compiled = docgen_fuzz::compiled(written.0.as_bytes(), None);
    if let Some(made) = compiled.made {
        docgen_fuzz::exported(&made);
    }
});
