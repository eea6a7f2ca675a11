//! What the benchmarks share: documents of any length, all different, from the words of one
//! real report; and that report's stages.

#![allow(
    clippy::disallowed_methods,
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    reason = "a benchmark reads files, and a failure is a panic"
)]

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// How many characters of running text make a page, headings and short last lines counted in.
const PAGE: usize = 545;

/// The top of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The real report: `input/xingan-2021.yaml`.
pub fn report() -> String {
    std::fs::read_to_string(repository().join("input/xingan-2021.yaml")).unwrap()
}

/// A report of about so many pages; another seed gives another one.
pub fn long_report(pages: usize, seed: u64) -> String {
    let mut words = Words::of(&report(), seed);
    let mut yaml = words.head.clone();
    let mut written = 0;
    while written < pages * PAGE {
        let paragraph = words.paragraph();
        written += paragraph.chars().count();
        writeln!(yaml, "  {paragraph}\n").unwrap();
    }
    yaml + &words.tail
}

/// A report of ten pages with tables.
pub fn tables(seed: u64) -> String {
    let mut yaml = String::from("format: plain\ntitle: 某某县统计公报\nbody:\n");
    let mut random = Random(seed);
    for table in 1..=20 {
        writeln!(yaml, "- table:\n    caption: 表{table}　统计表").unwrap();
        writeln!(yaml, "    columns: [项目, 单位, 数量, 备注]\n    rows:").unwrap();
        for row in 1..=12 {
            let count = random.below(100_000);
            writeln!(yaml, "    - [第{row}项工作, 件, \"{count}\", 按期完成]").unwrap();
        }
    }
    yaml + "signature: {date: 2021-12-28}\n"
}

/// The paragraphs of a report, and what stands before and behind them.
struct Words {
    head: String,
    tail: String,
    clauses: Vec<String>,
    random: Random,
}

impl Words {
    fn of(report: &str, seed: u64) -> Self {
        const BODY: &str = "body: |\n";
        let start = report.find(BODY).unwrap() + BODY.len();
        let end = start + report[start..].find("\nsignature:").unwrap() + 1;
        let long = |line: &&str| line.chars().count() > 30;
        let lines = report[start..end].lines().map(str::trim).filter(long);
        let clauses = lines.flat_map(|line| line.split([',', '，', '。', ';', '；']));
        let clauses = clauses.filter(|clause| clause.chars().count() > 3);
        Self {
            head: report[..start].to_owned(),
            tail: report[end..].to_owned(),
            clauses: clauses.map(str::to_owned).collect(),
            random: Random(seed),
        }
    }

    /// Some clauses in any order, with the marks of a sentence.
    fn paragraph(&mut self) -> String {
        let count = 4 + self.random.below(12);
        let clause = |_| self.clauses[self.random.below(self.clauses.len())].as_str();
        let clauses: Vec<&str> = (0..count).map(clause).collect();
        format!("{}。", clauses.join("，"))
    }
}

/// Numbers that look like chance, the same for the same seed (`SplitMix64`).
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut word = self.0;
        word = (word ^ (word >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (word ^ (word >> 31)) as usize % bound
    }
}
