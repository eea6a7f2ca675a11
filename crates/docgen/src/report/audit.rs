//! The clause table of `render --verify`: a line a rule, what was measured, and a summary; the
//! same for programs (docs/CHECK.md); and the errors that keep a file from being written.

use docgen_audit::{Row, Verdict};
use docgen_model::{Bilingual, Code, Diagnostic, Lang, Span};
use serde_json::{Value, json};

use super::Finished;

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

/// ✓ holds, ✗ does not, 文 does not by the author's words, ○ does not by the profile's will, · is not about this document, – this file cannot show it.
fn sign(verdict: Option<&Verdict>) -> char {
    match verdict {
        Some(Verdict::Holds(_)) => '✓',
        Some(Verdict::Fails(_) | Verdict::NotFound(_)) => '✗',
        Some(Verdict::Written(_)) => '文',
        Some(Verdict::Deviates(..)) => '○',
        Some(Verdict::Absent) => '·',
        None => '–',
    }
}

fn value(verdict: &Verdict, lang: Lang) -> Option<String> {
    match verdict {
        Verdict::Holds(text) | Verdict::Fails(text) => Some(text.clone()),
        Verdict::Written(values) => {
            let text = Bilingual::new(
                format!("{values}，作者这样写的"),
                format!("{values}, as the author wrote it"),
            );
            Some(text.get(lang).to_owned())
        }
        Verdict::NotFound(what) => {
            let text =
                Bilingual::new(format!("未找到{what}"), format!("not found: {what}"));
            Some(text.get(lang).to_owned())
        }
        Verdict::Deviates(values, why) => {
            let text = Bilingual::new(
                format!("{values}，按方案另定（{}）", why.zh),
                format!("{values}, set otherwise by the profile ({})", why.en),
            );
            Some(text.get(lang).to_owned())
        }
        Verdict::Absent => None,
    }
}

fn summary(rows: &[Row], lang: Lang) -> String {
    let count = |sign_: char| {
        let both = rows.iter().flat_map(|row| [&row.pdf, &row.docx]).flatten();
        both.filter(|verdict| sign(Some(verdict)) == sign_).count()
    };
    let has_docx = rows.iter().any(|row| row.docx.is_some());
    let layout = rows.iter().filter(|row| has_docx && row.docx.is_none()).count();
    let [held, broken, written, other, absent] = ['✓', '✗', '文', '○', '·'].map(count);
    let text = Bilingual::new(
        format!(
            "✓ 合 {held}，✗ 不合 {broken}，○ 按方案另定 {other}，文 作者写的不合 {written}，· 不适用 {absent}，– 由文字处理软件排版、DOCX 量不到 {layout}\n\n"
        ),
        format!(
            "✓ {held} hold, ✗ {broken} do not, ○ {other} set otherwise by the profile, 文 {written} do not as the author wrote them, · {absent} do not apply, – {layout} need a word processor's layout\n\n"
        ),
    );
    text.get(lang).to_owned()
}

/// The tables of all documents for programs: one object, version 1; keys may be added, none
/// changes its meaning.
pub(crate) fn report(files: Vec<Value>) -> String {
    format!("{:#}\n", json!({ "version": 1, "files": files }))
}

/// One document: its outputs that were written, and a table for each part bound apart.
pub(crate) fn json(finished: &Finished, lang: Lang) -> Value {
    let written = finished.written.iter().map(|one| one.path.display().to_string());
    let table = |audited: &Audited| {
        let rules = audited.rows.iter().map(|row| rule(row, lang));
        json!({ "document": audited.name, "rules": rules.collect::<Vec<_>>() })
    };
    json!({
        "file": finished.file,
        "status": finished.status().name(),
        "written": written.collect::<Vec<_>>(),
        "tables": finished.audits.iter().map(table).collect::<Vec<_>>(),
    })
}

fn rule(row: &Row, lang: Lang) -> Value {
    let of = |verdict: &Option<Verdict>| {
        let verdict = verdict.as_ref();
        verdict.map(|one| {
            let (name, measured, why) = match one {
                Verdict::Holds(values) => ("holds", Some(values), None),
                Verdict::Fails(values) => ("fails", Some(values), None),
                Verdict::Written(values) => ("written", Some(values), None),
                Verdict::Deviates(values, why) => {
                    ("deviates", Some(values), Some(why.get(lang)))
                }
                Verdict::NotFound(what) => ("not-found", Some(what), None),
                Verdict::Absent => ("not-applicable", None, None),
            };
            json!({ "verdict": name, "measured": measured, "reason": why })
        })
    };
    let level = row.rule.level.name();
    json!({
        "rule": format!("R{:02}", row.rule.number),
        "clause": row.rule.clause,
        "level": level.en,
        "about": row.rule.about().get(lang),
        "pdf": of(&row.pdf),
        "docx": of(&row.docx),
    })
}

/// The rules that the standard orders and that do not hold, as errors.
pub(crate) fn faults(rows: &[Row]) -> Vec<Diagnostic> {
    rows.iter().filter(|row| row.is_fault()).map(fault).collect()
}

/// What of the author's words does not hold, as warnings.
pub(crate) fn written(rows: &[Row]) -> Vec<Diagnostic> {
    let told = |row: &Row| {
        let [zh, en] = broken(row);
        let message =
            Bilingual::new(format!("作者写的{zh}"), format!("as written, {en}"));
        let hint = Bilingual::new(
            "docgen 照写的排了，文件已经写好；请改 YAML",
            "docgen set what is written, and the files are there; please mend the YAML",
        );
        Diagnostic::warning(Code::Audit, Span::default(), message).hint(hint)
    };
    rows.iter().filter(|row| row.is_written()).map(told).collect()
}

/// Which rule does not hold and what was measured, in Chinese and in English.
fn broken(row: &Row) -> [String; 2] {
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
    [
        format!("不合 R{number:02}（{clause}）：{}：{}", about.zh, told(Lang::Zh)),
        format!(
            "R{number:02} ({clause}) does not hold: {}: {}",
            about.en,
            told(Lang::En)
        ),
    ]
}

fn fault(row: &Row) -> Diagnostic {
    let [zh, en] = broken(row);
    let message = Bilingual::new(format!("读回的文件{zh}"), format!("read back, {en}"));
    Diagnostic::error(Code::Audit, Span::default(), message).hint(Bilingual::new(
        "这份公文的文件都没有写。先看其他提示：内容不合规定，量出来也不合；再看版式另定的值；都不是，就是 docgen 的错，请把 YAML 和这条消息一并报告",
        "no file of this document was written. Look at the other findings first: what is written wrong measures wrong; then at the values of the profile; else it is a mistake of docgen: please report this with the YAML",
    ))
}
