//! The faces of a run: the embedded ones and those of `--font-dir`, and what to say of them.

use std::path::Path;

use docgen::font_folder::FontFolder;
use docgen::world::{book_with, reason};
use docgen_fonts::{FontBook, most_wanted};
use docgen_model::{Bilingual, FontRole};

use crate::args::FontChoice;
use crate::report::Shell;

/// Reads the folders, makes the book and tells which given faces serve.
pub(crate) fn load(choice: &FontChoice, shell: &Shell) -> Result<FontBook, Bilingual> {
    let mut given = vec![];
    for path in &choice.font_dir {
        let folder = FontFolder::read(path).map_err(|error| closed(path, &error))?;
        folder.warnings.iter().for_each(|warning| shell.warning(warning));
        given.extend(folder.faces);
    }
    let book = book_with(given).map_err(|error| error.message())?;
    told(&book).iter().for_each(|remark| shell.remark(remark));
    Ok(book)
}

/// Fails if the user wants no embedded substitutes and a class has nothing else.
pub(crate) fn hold(choice: &FontChoice, book: &FontBook) -> Result<(), Bilingual> {
    let substituted: Vec<_> = FontRole::ALL
        .into_iter()
        .filter(|&role| choice.strict_fonts && book.face(role).origin().is_none())
        .collect();
    if substituted.is_empty() {
        return Ok(());
    }
    let name = |role: &FontRole| match (role.name(), most_wanted(*role)) {
        (class, wanted) if class == wanted => class.to_owned(),
        (class, wanted) => format!("{class}（{wanted}）"),
    };
    let names = |comma| substituted.iter().map(name).collect::<Vec<_>>().join(comma);
    let (zh, en) = (names("、"), names(", "));
    Err(Bilingual::new(
        format!(
            "--strict-fonts：{zh}只有自带的替代字体；请用 --font-dir 指定字体所在的文件夹"
        ),
        format!(
            "--strict-fonts: only a substitute serves {en}; name a folder: --font-dir"
        ),
    ))
}

/// A line for each given face that serves a class, and one for the number of the others.
fn told(book: &FontBook) -> Vec<Bilingual> {
    let mut lines = vec![];
    let mut spare = 0;
    for face in book.faces() {
        let Some(origin) = face.origin() else { continue };
        if face.is_spare() {
            spare += 1;
            continue;
        }
        let (class, file, name) = (face.role().name(), &origin.file, &origin.name);
        lines.push(Bilingual::new(
            format!("字体：{class} ← {file}（{name}）"),
            format!("face: {class} <- {file} ({name})"),
        ));
    }
    if spare > 0 {
        lines.push(Bilingual::new(
            format!("字体：另有 {spare} 款在缺字时替补"),
            format!("faces in reserve for missing characters: {spare}"),
        ));
    }
    lines
}

fn closed(path: &Path, error: &std::io::Error) -> Bilingual {
    let (path, (zh, en)) = (path.display(), reason(error));
    Bilingual::new(
        format!("不能读取 --font-dir {path}：{zh}"),
        format!("cannot read --font-dir {path}: {en}"),
    )
}
