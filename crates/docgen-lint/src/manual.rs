//! A rule's page in the manual, as text, and the whole manual.

use std::fmt;

use docgen_model::{Clause, Severity, Span};

use crate::rule::{Group, Rule};
use crate::rules::rules;

/// The whole manual, in Markdown: `docs/RULES.md`.
pub fn book() -> String {
    let mut text = HEAD.to_owned();
    for group in Group::ALL {
        let [zh, en] = group.name();
        text += &format!("\n## {zh} {en}\n\n| 规则 | 轻重 | 查什么 |\n|---|---|---|\n");
        for rule in rules().filter(|rule| rule.group() == Some(group)) {
            let Rule { code, title: [zh, _], .. } = rule;
            text += &format!("| [`{code}`](#{code}) | {} | {zh} |\n", rule.weight());
        }
    }
    for rule in rules() {
        text += &page(rule);
    }
    text
}

const HEAD: &str = "# 检查规则

`docgen check` 和 `docgen render` 查的全部规则，由程序里的手册生成（`cargo xtask bless`），请勿手改。反例中【】里的是查出的地方。
轻重可在文件、`docgen.toml` 和命令行里改，见 [CHECK.md](CHECK.md)。
";

fn page(rule: &Rule) -> String {
    let Rule { code, title: [zh, _], manual, .. } = rule;
    let clause = rule.clause.map(Clause::new);
    let clause = clause.map_or_else(String::new, |clause| format!("（{clause}）"));
    let mut text = format!("\n### {code}\n\n{zh}（{}）\n\n", rule.weight());
    text += &format!(
        "- **规定**{clause}　{}\n- **理由**　{}\n",
        manual.source, manual.reason
    );
    for (name, texts) in [("反例", manual.wrong), ("正例", manual.right)] {
        for example in texts {
            let example = example.replace('⟦', "【").replace('⟧', "】");
            text += &format!("\n{name}：\n\n```text\n{}\n```\n", example.trim_end());
        }
    }
    text
}

/// The page that `docgen explain CODE` prints.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}　{}（{}）", self.code, self.title[0], self.weight())?;
        writeln!(f, "\n规定　{}", self.manual.source)?;
        writeln!(f, "\n理由　{}", self.manual.reason)?;
        let examples = [("反例", self.manual.wrong), ("正例", self.manual.right)];
        for (name, texts) in examples {
            for text in texts {
                writeln!(f, "\n{name}　{}", unmarked(text).0.replace('\n', "\n　　　"))?;
            }
        }
        Ok(())
    }
}

impl Rule {
    /// Its severity, in Chinese.
    fn weight(&self) -> &'static str {
        match self.severity {
            Severity::Error => "错误",
            Severity::Warning => "警告",
            Severity::Note => "提示",
        }
    }
}

/// An example without the marks ⟦ ⟧, and the bytes that stand between them.
pub fn unmarked(example: &str) -> (String, Vec<Span>) {
    let (mut plain, mut places, mut start) = (String::new(), vec![], 0);
    for c in example.chars() {
        match c {
            '⟦' => start = plain.len(),
            '⟧' => places.push(Span::new(start as u32, plain.len() as u32)),
            c => plain.push(c),
        }
    }
    (plain, places)
}
