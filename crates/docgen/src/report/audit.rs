//! The clause table of `render --verify`: a line a rule, what was measured, and a summary.

use docgen_audit::{Row, Verdict};
use docgen_model::{Bilingual, Code, Diagnostic, Lang, Span};

/// What was measured on the outputs of one document.
#[derive(Debug)]
pub(crate) struct Audited {
    /// Its name.
    pub(crate) name: String,
    /// One a rule.
    pub(crate) rows: Vec<Row>,
}

/// The table of one document.
pub(crate) fn table(audited: &Audited, lang: Lang) -> String {
    let title = Bilingual::new(
        "规则 条款      级别 PDF DOCX 规定；实测",
        "rule clause    level PDF DOCX what it says; measured",
    );
    let mut text = format!("{}\n{}\n", audited.name, title.get(lang));
    for row in &audited.rows {
        text.push_str(&line(row, lang));
    }
    text + &summary(&audited.rows, lang)
}

fn line(row: &Row, lang: Lang) -> String {
    let rule = &row.rule;
    let level = rule.level.name();
    let about = rule.about();
    let (pdf, docx) = (sign(row.pdf.as_ref()), sign(row.docx.as_ref()));
    let values: Vec<String> = [("PDF", &row.pdf), ("DOCX", &row.docx)]
        .into_iter()
        .filter_map(|(way, verdict)| {
            Some(format!("{way} {}", value(verdict.as_ref()?, lang)?))
        })
        .collect();
    let measured = if values.is_empty() {
        String::new()
    } else {
        format!("; {}", values.join("; "))
    };
    format!(
        "R{:02}  {:<8} {} {pdf}   {docx}    {}{measured}\n",
        rule.number,
        rule.clause,
        level.get(lang),
        about.get(lang),
    )
}

/// ✓ holds, ✗ does not, · is not about this document, – this file cannot show it.
fn sign(verdict: Option<&Verdict>) -> char {
    match verdict {
        Some(Verdict::Holds(_)) => '✓',
        Some(Verdict::Fails(_) | Verdict::NotFound(_)) => '✗',
        Some(Verdict::Absent) => '·',
        None => '–',
    }
}

fn value(verdict: &Verdict, lang: Lang) -> Option<String> {
    match verdict {
        Verdict::Holds(text) | Verdict::Fails(text) => Some(text.clone()),
        Verdict::NotFound(what) => {
            let text =
                Bilingual::new(format!("未找到{what}"), format!("not found: {what}"));
            Some(text.get(lang).to_owned())
        }
        Verdict::Absent => None,
    }
}

fn summary(rows: &[Row], lang: Lang) -> String {
    let verdicts = || rows.iter().flat_map(|row| [&row.pdf, &row.docx]).flatten();
    let held = verdicts().filter(|one| matches!(one, Verdict::Holds(_))).count();
    let broken = verdicts().filter(|one| one.is_failure()).count();
    let absent = verdicts().filter(|one| **one == Verdict::Absent).count();
    let layout = rows.iter().filter(|row| row.docx.is_none()).count();
    let text = Bilingual::new(
        format!(
            "✓ 合 {held}，✗ 不合 {broken}，· 不适用 {absent}，– 由文字处理软件排版、DOCX 量不到 {layout}\n\n"
        ),
        format!(
            "✓ {held} hold, ✗ {broken} do not, · {absent} do not apply, – {layout} need a word processor's layout\n\n"
        ),
    );
    text.get(lang).to_owned()
}

/// The rules that the standard orders and that do not hold, as errors.
pub(crate) fn faults(rows: &[Row]) -> Vec<Diagnostic> {
    rows.iter().filter(|row| row.is_fault()).map(fault).collect()
}

fn fault(row: &Row) -> Diagnostic {
    let told = |lang| {
        let ways = [("PDF", &row.pdf), ("DOCX", &row.docx)];
        let broken = ways.into_iter().filter_map(|(way, verdict)| {
            let verdict = verdict.as_ref().filter(|one| one.is_failure())?;
            Some(format!("{way} {}", value(verdict, lang)?))
        });
        broken.collect::<Vec<_>>().join("; ")
    };
    let about = row.rule.about();
    let (number, clause) = (row.rule.number, row.rule.clause);
    let message = Bilingual::new(
        format!(
            "读回的文件不合 R{number:02}（{clause}）：{}：{}",
            about.zh,
            told(Lang::Zh)
        ),
        format!(
            "read back, R{number:02} ({clause}) does not hold: {}: {}",
            about.en,
            told(Lang::En)
        ),
    );
    Diagnostic::error(Code::Audit, Span::default(), message).hint(Bilingual::new(
        "什么都没有写；若没有改过版式，请把文件和这条消息一并报告",
        "nothing was written; if no profile was changed, please report this with the file",
    ))
}
