//! The faces in a folder that a user names, and in the folders that are known by themselves.
//!
//! The folder itself and the folders in it are looked through, no deeper, and the files are
//! taken by name, so that the same folder gives the same faces in the same order on every
//! machine.
//!
//! The automatic folders are `fonts` beside the program and `docgen/fonts` among the user's own
//! data. They are looked through only for a document with a character that no other face has,
//! and what lies there is asked last, whatever its name: such a folder changes no document
//! that is complete without it. Nothing else of the machine is ever searched.

#![allow(clippy::disallowed_methods, reason = "beside `world`, reads the user's faces")]

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use docgen_fonts::{FaceData, GivenFace};
use docgen_model::Bilingual;

use crate::world::reason;

const EXTENSIONS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];

/// What a folder has to give.
#[derive(Debug, Default)]
pub struct FontFolder {
    /// The faces that may serve, by file name, those of a collection by number.
    pub faces: Vec<GivenFace>,
    /// A sentence for each file or face that may not, and each folder that is closed.
    pub warnings: Vec<Bilingual>,
}

/// The automatic folders that are there: beside the program, then among the user's data.
pub fn automatic_folders() -> Vec<PathBuf> {
    let beside = std::env::current_exe().and_then(std::fs::canonicalize).ok();
    let beside = beside.and_then(|program| Some(program.parent()?.join("fonts")));
    let own = user_data().map(|data| data.join("docgen").join("fonts"));
    beside.into_iter().chain(own).filter(|folder| folder.is_dir()).collect()
}

/// Where programs keep a user's data.
fn user_data() -> Option<PathBuf> {
    let from =
        |name| std::env::var_os(name).map(PathBuf::from).filter(|p| p.is_absolute());
    if cfg!(windows) {
        from("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        from("HOME").map(|home| home.join("Library").join("Application Support"))
    } else {
        let home = || from("HOME").map(|home| home.join(".local").join("share"));
        from("XDG_DATA_HOME").or_else(home)
    }
}

/// The faces of the automatic folders, all as spares. What cannot be read there is
/// passed over: nobody asked for it.
pub fn automatic() -> Vec<GivenFace> {
    let faces = |folder: PathBuf| {
        let found = FontFolder::read(&folder).map(|found| found.faces);
        found.unwrap_or_default().into_iter().map(GivenFace::as_spare)
    };
    automatic_folders().into_iter().flat_map(faces).collect()
}

impl FontFolder {
    /// Looks through a folder.
    ///
    /// # Errors
    /// If the folder itself cannot be read.
    pub fn read(folder: &Path) -> io::Result<Self> {
        let mut found = Self::default();
        let (mut files, folders) = entries(folder)?;
        for inner in folders {
            match entries(&inner) {
                Ok((more, _)) => files.extend(more),
                Err(error) => found.warn(&inner, &unreadable(&error)),
            }
        }
        files.retain(|path| is_font(path));
        files.sort();
        for file in files {
            found.take(&file);
        }
        Ok(found)
    }

    /// Takes the faces of a file.
    fn take(&mut self, path: &Path) {
        let bytes = match std::fs::read(path) {
            Ok(bytes) => bytes,
            Err(error) => return self.warn(path, &unreadable(&error)),
        };
        let data: FaceData = Arc::new(bytes);
        let mut refusals = vec![];
        for face in GivenFace::of_file(&path.display().to_string(), &data) {
            match face {
                Ok(face) => self.faces.push(face),
                // Many faces of one file may fail for one reason.
                Err(refusal) if refusals.contains(&refusal) => {}
                Err(refusal) => refusals.push(refusal),
            }
        }
        for refusal in refusals {
            self.warn(path, &refusal.message());
        }
    }

    fn warn(&mut self, path: &Path, why: &Bilingual) {
        let path = path.display();
        self.warnings.push(Bilingual::new(
            format!("不用 {path}：{}", why.zh),
            format!("{path} is not used: {}", why.en),
        ));
    }
}

/// The plain files and the folders in a folder. A pipe or a device could block for ever.
fn entries(folder: &Path) -> io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let paths = std::fs::read_dir(folder)?
        .map(|entry| Ok(entry?.path()))
        .collect::<io::Result<Vec<_>>>()?;
    let (mut folders, mut files): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| path.is_dir());
    folders.sort();
    // A link that leads nowhere is kept, so that it is told.
    files.retain(|path| path.metadata().map_or(true, |about| about.is_file()));
    Ok((files, folders))
}

fn is_font(path: &Path) -> bool {
    let extension = path.extension().and_then(std::ffi::OsStr::to_str);
    extension.is_some_and(|found| {
        EXTENSIONS.iter().any(|known| found.eq_ignore_ascii_case(known))
    })
}

fn unreadable(error: &io::Error) -> Bilingual {
    let (zh, en) = reason(error);
    Bilingual::new(zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::{FACES, book_with};
    use docgen_model::FontRole;

    #[test]
    fn files_are_taken_by_name_down_to_one_level() {
        let root =
            std::env::temp_dir().join(format!("docgen-faces-{}", std::process::id()));
        std::fs::create_dir_all(root.join("inner/deeper")).unwrap();
        let latin = FACES.iter().find(|face| face.role == FontRole::Latin).unwrap();
        let names = ["z.TTF", "inner/m.otf", "a.ttf", "inner/deeper/b.ttf", "c.txt"];
        for name in names {
            std::fs::write(root.join(name), latin.bytes).unwrap();
        }
        std::fs::write(root.join("broken.ttc"), "ttcf").unwrap();
        let found = FontFolder::read(&root);
        std::fs::remove_dir_all(&root).unwrap();
        let found = found.unwrap();
        assert_eq!(found.warnings.len(), 1);
        assert!(found.warnings[0].zh.contains("broken.ttc"));
        let book = book_with(found.faces).unwrap();
        let files: Vec<_> =
            book.faces().iter().filter_map(|face| face.origin()).collect();
        let files: Vec<_> = files.iter().map(|origin| Path::new(&origin.file)).collect();
        assert_eq!(files, ["a.ttf", "inner/m.otf", "z.TTF"].map(|name| root.join(name)));
        assert_eq!(book.face(FontRole::Latin).origin().unwrap().name, "Liberation Serif");
    }
}
