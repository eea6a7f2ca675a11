//! The faces of a run: the embedded ones, those of `--font-dir` and, for a document with a
//! character that none of these has, those of the automatic folders; and what to say of them.

use std::path::Path;
use std::sync::OnceLock;

use docgen::font_folder::{FontFolder, automatic};
use docgen::world::{book_with, reason};
use docgen_fonts::{FontBook, GivenFace, most_wanted};
use docgen_model::{Bilingual, FontRole};

use crate::args::FontChoice;
use crate::report::Shell;

/// The faces of a run.
#[derive(Debug)]
pub(crate) struct Faces {
    /// The embedded and the given ones.
    pub(crate) book: FontBook,
    given: Vec<GivenFace>,
    /// With those of the automatic folders behind them, made at its first use.
    extended: OnceLock<Option<FontBook>>,
}

impl Faces {
    /// The book for a document with a character that no other face has; none if nothing lies
    /// in the automatic folders. Its further faces stand last, so it sets every other
    /// character as [`Faces::book`] does.
    pub(crate) fn extended(&self) -> Option<&FontBook> {
        let extended = || {
            let found = automatic();
            let some = !found.is_empty();
            let given = self.given.iter().cloned().chain(found).collect();
            some.then(|| book_with(given).ok()).flatten()
        };
        self.extended.get_or_init(extended).as_ref()
    }
}

/// Reads the folders, makes the book and tells which given faces serve.
pub(crate) fn load(choice: &FontChoice, shell: &Shell) -> Result<Faces, Bilingual> {
    let mut given = vec![];
    for path in &choice.font_dir {
        let folder = FontFolder::read(path).map_err(|error| closed(path, &error))?;
        folder.warnings.iter().for_each(|warning| shell.warning(warning));
        given.extend(folder.faces);
    }
    let book = book_with(given.clone()).map_err(|error| error.message())?;
    told(&book).iter().for_each(|remark| shell.remark(remark));
    Ok(Faces { book, given, extended: OnceLock::new() })
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
