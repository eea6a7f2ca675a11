//! Any text as 正文: no character is lost, and the lines keep every rule of their own.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    let document = "format: plain\nkind: 报告\ntitle: 报告\nbody: {file: own.txt}\n";
    let own = Some(("own.txt", text.as_bytes()));
    let compiled = docgen_fuzz::compiled(document.as_bytes(), own);
    if let Some(made) = compiled.made {
        docgen_fuzz::laid_out(&made);
    }
});
