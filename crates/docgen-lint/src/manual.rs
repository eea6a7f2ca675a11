//! A rule's page in the manual, as text.

use std::fmt;

use docgen_model::Severity;

use crate::rule::Rule;

/// The page that `docgen explain CODE` prints.
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "错误",
            Severity::Warning => "警告",
            Severity::Note => "提示",
        };
        writeln!(f, "{}　{}（{severity}）", self.code, self.title[0])?;
        writeln!(f, "\n规定　{}", self.manual.source)?;
        writeln!(f, "\n理由　{}", self.manual.reason)?;
        let examples = [("反例", self.manual.wrong), ("正例", self.manual.right)];
        for (name, texts) in examples {
            for text in texts {
                writeln!(f, "\n{name}　{}", plain(text).replace('\n', "\n　　　"))?;
            }
        }
        Ok(())
    }
}

/// An example without the marks of what is found.
pub(crate) fn plain(example: &str) -> String {
    example.replace(['⟦', '⟧'], "")
}
