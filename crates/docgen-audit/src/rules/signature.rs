//! R48–R63: 附件说明, 署名, 成文日期, 印章, 附注 (7.3.4 to 7.3.6).

use docgen_model::{Attachment, BlockKind, Seal, Stage};

use super::page::{indent, inset};
use crate::forms::{is_date, plain};
use crate::paper::{EM, LEFT, ONE_LINE, Paper, RIGHT, TWO_LINES, after, gap};
use crate::sheet::{Line, Picture};
use crate::verdict::{
    Found, Measured, Nothing, at_most, between, holds, missing, near_in, wants,
};
use crate::word::Word;

/// 国发〔1999〕25号: a prefecture's or county's, in mm; where no picture is given.
const SEAL: f64 = 45.0;
/// From one row of seals to the next; two rows above the first and the date make as many.
const ROWS_OF_SEALS: usize = 5;
/// The rows of a page.
const ROWS: usize = 22;

pub(super) fn r48(paper: &Paper<'_>) -> Found {
    let notes = paper.note_lines()?;
    let first = notes.first().and_then(|lines| lines.first()).ok_or(Nothing::Absent)?;
    let paragraphs = paper.paragraphs()?;
    let before = paragraphs.last().ok_or(Nothing::Absent)?.last();
    let mut found = vec![
        near_in("字", "左空", indent(first), 2.0, 0.3),
        holds(first.short(), first.text().starts_with("附件：")),
    ];
    if before.page() == first.page() {
        found.push(between("空", gap(before, first), ONE_LINE, 0.5));
    }
    Ok(found)
}

pub(super) fn r49_docx(word: &Word<'_>) -> Found {
    let all = &word.document.attachments;
    wants(!all.is_empty())?;
    let mut texts: Vec<String> =
        word.styled(&["附件说明"])?.iter().map(|para| para.text()).collect();
    texts.truncate(texts.len() / word.document.copies());
    let mut found = vec![holds(format!("{} 项", texts.len()), texts.len() == all.len())];
    for (at, (text, attachment)) in texts.iter().zip(all).enumerate() {
        let ordinal = if all.len() > 1 { format!("{}.", at + 1) } else { String::new() };
        let label = if at == 0 { "附件：" } else { "" };
        let wanted = format!("{label}{ordinal}{}", plain(attachment.title.as_str()));
        found.push(holds(text, *text == wanted));
    }
    Ok(found)
}

/// Whether the name of an attachment ends without a mark, as it was set and as it was written.
fn ends_open(text: &str, written: &Attachment) -> Measured {
    let open = |text: &str| !text.ends_with(['。', '，', '、', '；', '：']);
    holds(text, open(text)).written(!open(written.title.as_str()))
}

pub(super) fn r50(paper: &Paper<'_>) -> Found {
    let notes = paper.note_lines()?;
    let named = notes.iter().zip(&paper.document.attachments);
    let last = named.filter_map(|(lines, written)| Some((lines.last()?, written)));
    let open = |(line, written)| ends_open(&paper.whole(line).text(), written);
    Ok(last.map(open).collect())
}

pub(super) fn r50_docx(word: &Word<'_>) -> Found {
    let notes = word.styled(&["附件说明"])?;
    let named = notes.iter().zip(&word.document.attachments);
    Ok(named.map(|(para, written)| ends_open(&para.text(), written)).collect())
}

pub(super) fn r51(paper: &Paper<'_>) -> Found {
    let notes = paper.note_lines()?;
    let mut found = vec![];
    for (attachment, lines) in paper.document.attachments.iter().zip(&notes) {
        let all = lines.iter().map(|line| line.glyphs.len()).sum::<usize>();
        let name = plain(attachment.title.as_str()).chars().count();
        let Some(first) = lines.first().and_then(|line| line.glyphs.get(all - name))
        else {
            continue;
        };
        let turned = lines.iter().skip(1);
        found.extend(turned.map(|line| {
            near_in("字", &line.short(), (line.left() - first.x) / EM, 0.0, 0.2)
        }));
    }
    Ok(found)
}

/// The one 署名 and the date of a sealed document.
fn single(paper: &Paper<'_>) -> Result<(Line, Line), Nothing> {
    paper.sealed(Seal::Stamped)?;
    let date = paper.date()?;
    let mut organs = paper.organs()?;
    wants(organs.len() == 1)?;
    Ok((organs.remove(0), date))
}

fn width(line: &Line) -> f64 {
    (line.right() - line.left()) / EM
}

pub(super) fn r52(paper: &Paper<'_>) -> Found {
    let (organ, date) = single(paper)?;
    wants(width(&organ) < width(&date) + 8.0)?; // a longer one moves it
    Ok(vec![near_in("字", "右空", inset(&date), 4.0, 0.3)])
}

pub(super) fn r53(paper: &Paper<'_>) -> Found {
    let (organ, date) = single(paper)?;
    Ok(vec![near_in("字", "相差", (organ.centre() - date.centre()) / EM, 0.0, 0.3)])
}

/// The pictures of seals over names or beside the date, with their pages.
fn seals(paper: &Paper<'_>) -> Result<Vec<(usize, Picture)>, Nothing> {
    paper.sealed(Seal::Stamped)?;
    let date = paper.date()?;
    let mut lines = paper.organs().unwrap_or_default();
    lines.push(date.clone());
    let is_seal = |picture: &Picture, page: usize| {
        let (wide, high) = (picture.right - picture.left, picture.bottom - picture.top);
        let beside = page == date.page()
            && picture.top < date.top()
            && date.top() < picture.bottom + 30.0;
        let over = lines.iter().any(|line| covers(&(page, *picture), line));
        20.0 < wide && wide < 70.0 && (wide - high).abs() < 3.0 && (beside || over)
    };
    let mut pages: Vec<&Line> = lines.iter().collect();
    pages.dedup_by_key(|line| line.page());
    let found = pages.into_iter().flat_map(|line| {
        let pictures = paper.page_of(line).pictures.iter().copied();
        pictures.map(|picture| (line.page(), picture))
    });
    Ok(found.filter(|(page, picture)| is_seal(picture, *page)).collect())
}

pub(super) fn r54(paper: &Paper<'_>) -> Found {
    let boxes = seals(paper)?;
    let organs = paper.organs()?;
    // A seal is centred on the last line of a name that turns over.
    let name = paper.sealed(Seal::Stamped)?.organs.first().map(|name| name.as_str());
    let ends = |line: &&Line| name.is_some_and(|name| name.ends_with(&line.text()));
    let first = organs.iter().find(ends).unwrap_or(&organs[0]);
    let page = paper.page_of(first);
    let above = page.lines.iter().rfind(|line| line.bottom() < organs[0].top() - 5.0);
    let above = above.ok_or(Nothing::Absent)?;
    let kept = f64::midpoint(first.top(), first.bottom()) - SEAL / 2.0;
    let here = boxes.iter().filter(|(page, _)| *page == first.page());
    let top = here.map(|(_, one)| one.top).min_by(f64::total_cmp).unwrap_or(kept);
    Ok(vec![between("印章顶端", top - above.bottom(), (0.0, 10.39), 0.5)])
}

/// The pictures of seals; at least one.
fn pictures(paper: &Paper<'_>) -> Result<Vec<(usize, Picture)>, Nothing> {
    let given = paper.sealed(Seal::Stamped)?.seals.len();
    wants(given > 0)?;
    let boxes = seals(paper)?;
    if boxes.len() < given { Err(missing("印章图片")) } else { Ok(boxes) }
}

fn covers((page, seal): &(usize, Picture), line: &Line) -> bool {
    *page == line.page()
        && seal.left < line.centre()
        && line.centre() < seal.right
        && seal.top < line.baseline()
        && line.baseline() < seal.bottom
}

pub(super) fn r55(paper: &Paper<'_>) -> Found {
    let boxes = pictures(paper)?;
    let (organs, date) = (paper.organs()?, paper.date()?);
    let over =
        |line: &Line| holds(line.short(), boxes.iter().any(|seal| covers(seal, line)));
    let mut found: Vec<Measured> = organs.iter().map(over).collect();
    found.push(over(&date));
    let last = boxes.iter().find(|seal| covers(seal, &date));
    if let (Some((_, seal)), Some(organ)) = (last, organs.last()) {
        let middle = f64::midpoint(seal.top, seal.bottom);
        let both = f64::midpoint(organ.top(), date.bottom());
        let text = format!("署名和日期在中心下 {:.2} mm", both - middle);
        found.push(holds(text, both >= middle - 0.5));
    }
    Ok(found)
}

pub(super) fn r56(paper: &Paper<'_>) -> Found {
    let boxes = pictures(paper)?;
    let mut found = vec![];
    for (at, (page, a)) in boxes.iter().enumerate() {
        found.push(at_most("右", a.right, RIGHT + 0.1));
        found.push(holds(format!("左 {:.2} mm", a.left), a.left >= LEFT - 0.1));
        for (_, b) in boxes[at + 1..].iter().filter(|(other, _)| other == page) {
            let beside = a.right < b.left || b.right < a.left;
            let apart = beside || a.bottom < b.top || b.bottom < a.top;
            found.push(holds("相离", apart));
        }
    }
    Ok(found)
}

fn unstamped(paper: &Paper<'_>) -> Result<(Line, Vec<Line>), Nothing> {
    paper.sealed(Seal::None)?;
    let organs = paper.organs()?;
    wants(!organs.is_empty())?;
    Ok((paper.date()?, organs))
}

pub(super) fn r57(paper: &Paper<'_>) -> Found {
    let (date, organs) = unstamped(paper)?;
    let first = &organs[0];
    let mut found = vec![];
    let mut lines = paper.page_of(first).lines.iter();
    let before = lines.rfind(|line| line.baseline() < first.baseline() - 1.0);
    if let Some(before) =
        before.filter(|_| paper.text_end().is_ok_and(|end| end.page() == first.page()))
    {
        found.push(between("空", gap(before, first), ONE_LINE, 0.5));
    }
    let wide = organs.iter().map(width).fold(0.0, f64::max);
    let long = width(&date) - wide;
    let wanted = if long <= 0.0 { 2.0 } else { 4.0 + long };
    let right = organs.iter().map(Line::right).fold(0.0, f64::max);
    found.push(near_in("字", "右空", (RIGHT - right) / EM, wanted, 0.3));
    Ok(found)
}

pub(super) fn r58(paper: &Paper<'_>) -> Found {
    let (date, organs) = unstamped(paper)?;
    let organ = &organs[organs.len() - 1];
    let wide = organs.iter().map(width).fold(0.0, f64::max);
    Ok(vec![if width(&date) <= wide {
        near_in("字", "首字右移", (date.left() - organ.left()) / EM, 2.0, 0.3)
    } else {
        near_in("字", "右空", inset(&date), 2.0, 0.3)
    }])
}

pub(super) fn r59(paper: &Paper<'_>) -> Found {
    let signature = paper.sealed(Seal::Signed)?;
    let date = paper.date()?;
    let end = paper.text_end()?;
    let first = signature.signer_posts.first().ok_or(Nothing::Absent)?;
    let post = paper.element(first.as_str(), after(&end), "签发人职务")?;
    let mut found = vec![
        near_in("字", "右空", inset(&date), 4.0, 0.3),
        holds(format!("职务右空 {:.2} 字", inset(&post)), inset(&post) >= 6.0),
    ];
    if end.page() == post.page() {
        found.push(between("空", gap(&end, &post), TWO_LINES, 0.5));
    }
    if signature.signer_posts.len() == 1 {
        let (lines, _) = paper.find(first.as_str(), after(&end), "签发人职务")?;
        let last = lines.last().unwrap_or(&post);
        found.push(between("日期", gap(last, &date), ONE_LINE, 0.5));
    }
    Ok(found)
}

pub(super) fn r60(paper: &Paper<'_>) -> Found {
    let text = match paper.date() {
        Err(Nothing::Missing(_)) => shown_date(paper)?,
        date => date?.text(),
    };
    Ok(vec![holds(text.clone(), is_date(&text))])
}

/// What stands in place of the date: the first line behind the text that ends as one does.
fn shown_date(paper: &Paper<'_>) -> Result<String, Nothing> {
    let behind = paper.parts(after(&paper.text_end()?), paper.stream.len());
    let mut texts = behind.iter().map(Line::text);
    let text = texts.find(|text| text.contains('年') && text.ends_with('日'));
    let text = text.ok_or_else(|| missing("成文日期"))?;
    Ok(text.trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned())
}

pub(super) fn r60_docx(word: &Word<'_>) -> Found {
    wants(word.document.stage == Stage::Final)?;
    word.each(&["成文日期"], |para| holds(para.text(), is_date(&para.text())))
}

pub(super) fn r61(paper: &Paper<'_>) -> Found {
    let page = paper.date()?.page();
    // The lines of a table are company too, but are not told from others here.
    let last = paper.document.body.last().map(|block| &block.kind);
    wants(matches!(last, Some(BlockKind::Paragraph(_))))?;
    let paragraphs = paper.paragraphs()?;
    let notes = paper.note_lines().unwrap_or_default();
    let mut lines =
        paragraphs.iter().flat_map(|shown| shown.lines).chain(notes.iter().flatten());
    let company = lines.any(|line| line.page() == page);
    let organs = paper.organs().unwrap_or_default();
    let together = organs.iter().all(|line| line.page() == page);
    let shown = paragraphs.iter().map(|shown| shown.lines.len()).sum::<usize>();
    let short = notes.is_empty() && shown < 2;
    let held = holds(format!("p{page}"), company && together);
    Ok(vec![held.written(together && short || is_tall(paper, &organs))])
}

/// Whether names and date are so many that no page has room for them and two lines of text.
fn is_tall(paper: &Paper<'_>, organs: &[Line]) -> bool {
    let mut rows: Vec<_> = organs.iter().map(|line| (line.page(), line.top())).collect();
    rows.dedup();
    let rows = match paper.sealed(Seal::Stamped) {
        Ok(_) => rows.len() * ROWS_OF_SEALS,
        Err(_) => rows.len() + 2,
    };
    rows + 2 > ROWS
}

pub(super) fn r62(paper: &Paper<'_>) -> Found {
    let words: Vec<char> = "此页无正文".chars().collect();
    Ok(vec![holds("此页无正文", paper.position(&words, 0).is_none())])
}

pub(super) fn r62_docx(word: &Word<'_>) -> Found {
    Ok(vec![holds("此页无正文", !word.text().contains("此页无正文"))])
}

pub(super) fn r63(paper: &Paper<'_>) -> Found {
    let text = paper.document.note.as_ref().ok_or(Nothing::Absent)?;
    let date = paper.date()?;
    let line = paper.element(&format!("（{}）", text.as_str()), after(&date), "附注")?;
    // The left half of the bracket is empty, and may be gone.
    let place = indent(&line);
    let mut found =
        vec![holds(format!("左空 {place:.2} 字"), (1.2..=2.3).contains(&place))];
    if line.page() == date.page() {
        let rows = (line.baseline() - date.baseline()) / paper.pitch();
        let fits = (rows - 1.0).abs() < 0.05 || (rows - 2.0).abs() < 0.05;
        found.push(holds(format!("下移 {rows:.2} 行"), fits));
    }
    Ok(found)
}
