//! Any bytes as the CSV of a table.

#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let document = "title: 某某报告\nbody:\n  - table: {csv: own.csv, head_rows: 1}\n";
    let compiled = docgen_fuzz::compiled(document.as_bytes(), Some(("own.csv", data)));
    if let Some(made) = compiled.made {
        docgen_fuzz::exported(&made);
    }
});
