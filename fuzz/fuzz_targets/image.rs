//! Any bytes as a picture: refused, or such that every output can take it.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(_) = docgen_image::read(data.to_vec()) else { return };
    let document = "title: 某某报告\nbody:\n  - figure: {file: own, alt: 图}\n";
    let compiled = docgen_fuzz::compiled(document.as_bytes(), Some(("own", data)));
    if let Some(made) = compiled.made {
        docgen_fuzz::exported(&made);
    }
});
