//! What a document may ask of the machine: the embedded faces and the files beside it.
//!
//! The faces are in the binary, so that a document looks the same on every machine; only
//! the pages of them that are used are ever read. `fonts/fonts.toml` says what each is.

#![allow(
    clippy::disallowed_methods,
    reason = "the one place below the commands that reads a document's files"
)]

use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, LazyLock};

use docgen_fonts::{BundledFace, FontBook, FontError, GivenFace};
use docgen_model::FontRole;
use docgen_parser::FileError;

/// A file of the folder `fonts/`.
macro_rules! font_file {
    ($how:ident, $file:literal) => {
        $how!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fonts/", $file))
    };
}

/// A face in the binary.
#[derive(Debug, Clone, Copy)]
pub struct EmbeddedFace {
    /// The class that it serves.
    pub role: FontRole,
    /// The name of its file in `fonts/`.
    pub file: &'static str,
    /// Its bytes.
    pub bytes: &'static [u8],
    /// Its frequent glyphs, deflated by the build script: see `docgen-frozen`.
    pub frozen: &'static [u8],
}

macro_rules! faces {
    ($($role:ident = $file:literal;)+) => {
        /// The faces of every class, in the order of [`FontRole::ALL`], then that of Mongolian;
        /// of one class the first is preferred.
        pub const FACES: &[EmbeddedFace] = &[$(EmbeddedFace {
            role: FontRole::$role,
            file: $file,
            bytes: font_file!(include_bytes, $file),
            frozen: include_bytes!(concat!(env!("OUT_DIR"), "/", $file, ".frozen")),
        },)+];
    };
}

faces! {
    FangSong = "ZhuqueFangsong-Regular.ttf";
    KaiTi = "LXGWWenKaiGBLite-Regular.ttf";
    HeiTi = "NotoSansSC-Medium.ttf";
    XiaoBiaoSong = "NotoSerifSC-Bold.ttf";
    SongTi = "NotoSerifSC-Regular.ttf";
    Latin = "LiberationSerif-Regular.ttf";
    Latin = "LiberationSerif-Bold.ttf";
    Mongolian = "NotoSansMongolian-Regular.ttf";
}

/// `fonts/fonts.toml`: what each face is and where it came from.
pub const FONT_MANIFEST: &str = font_file!(include_str, "fonts.toml");

macro_rules! licenses {
    ($($file:literal,)+) => {
        /// The licence texts: path in `fonts/` and words.
        pub const LICENSES: &[(&str, &str)] =
            &[$(($file, font_file!(include_str, $file)),)+];
    };
}

licenses! {
    "LICENSES/OFL-ZhuqueFangsong.txt",
    "LICENSES/OFL-LXGWWenKaiGBLite.txt",
    "LICENSES/OFL-NotoSansSC.txt",
    "LICENSES/OFL-NotoSerifSC.txt",
    "LICENSES/OFL-LiberationSerif.txt",
    "LICENSES/OFL-NotoSansMongolian.txt",
}

/// The embedded faces as a book, made at its first use.
///
/// # Errors
/// If a face cannot be read, which is a fault of the build.
pub fn book() -> Result<&'static FontBook, &'static FontError> {
    static BOOK: LazyLock<Result<FontBook, FontError>> =
        LazyLock::new(|| book_with(vec![]));
    BOOK.as_ref()
}

/// A book of the embedded faces and given ones, see [`FontBook::with`].
///
/// # Errors
/// If an embedded face cannot be read, or there are too many.
pub fn book_with(given: Vec<GivenFace>) -> Result<FontBook, FontError> {
    let face = |face: &EmbeddedFace| BundledFace {
        role: face.role,
        data: Arc::new(face.bytes),
        frozen: Some(face.frozen),
    };
    FontBook::with(given, FACES.iter().map(face).collect())
}

/// The folder that a document stands in: it may name files there and below.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// The folder of a document at `path`.
    pub fn of(path: &Path) -> Self {
        match path.parent() {
            Some(parent) if parent != Path::new("") => Self(parent.to_owned()),
            _ => Self::current(),
        }
    }

    /// The current folder, for a document from standard input.
    pub fn current() -> Self {
        Self(PathBuf::from("."))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The bytes of a file that the document names.
    ///
    /// # Errors
    /// [`FileError::Outside`] for a path that leaves the folder, in words or by a symbolic
    /// link; [`FileError::Unreadable`] with the reason for one that cannot be read.
    pub fn read(&self, name: &str) -> Result<Vec<u8>, FileError> {
        let name = Path::new(name);
        if !stays_inside(name) {
            return Err(FileError::Outside);
        }
        let folder = self.0.canonicalize().map_err(unreadable)?;
        let file = folder.join(name).canonicalize().map_err(unreadable)?;
        if !file.starts_with(&folder) {
            return Err(FileError::Outside);
        }
        // A pipe or a device could block for ever or never end.
        if !file.metadata().map_err(unreadable)?.is_file() {
            return Err(FileError::Unreadable("不是普通文件".to_owned()));
        }
        read_at_most(std::fs::File::open(file).map_err(unreadable)?).map_err(unreadable)
    }
}

/// The bytes of a document, but never more than the parser could accept in any encoding,
/// so that an endless input ends in a message about its size.
///
/// # Errors
/// Those of the reader.
pub fn read_at_most(reader: impl Read) -> io::Result<Vec<u8>> {
    const LIMIT: u64 = 32 << 20;
    let mut bytes = vec![];
    reader.take(LIMIT).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether no step of a path, taken in words, climbs above its start.
fn stays_inside(path: &Path) -> bool {
    let mut depth = 0_usize;
    path.components().all(|part| match part {
        Component::Normal(_) => {
            depth += 1;
            true
        }
        Component::ParentDir => {
            let inside = depth > 0;
            depth = depth.saturating_sub(1);
            inside
        }
        Component::CurDir => true,
        Component::Prefix(_) | Component::RootDir => false,
    })
}

fn unreadable(error: io::Error) -> FileError {
    FileError::Unreadable(reason(&error).0)
}

/// Why the machine refused, in Chinese and English.
pub fn reason(error: &io::Error) -> (String, String) {
    let zh = match error.kind() {
        io::ErrorKind::NotFound => "文件不存在",
        io::ErrorKind::PermissionDenied => "没有权限",
        io::ErrorKind::IsADirectory => "是文件夹，不是文件",
        io::ErrorKind::NotADirectory => "路径中有一段不是文件夹",
        io::ErrorKind::AlreadyExists => "已有同名文件",
        io::ErrorKind::StorageFull => "磁盘已满",
        io::ErrorKind::ReadOnlyFilesystem => "只读文件系统",
        io::ErrorKind::QuotaExceeded => "超过磁盘配额",
        io::ErrorKind::FileTooLarge => "文件超过系统允许的大小",
        io::ErrorKind::InvalidFilename => "文件名太长，或系统不允许",
        _ => return (error.to_string(), error.to_string()),
    };
    (zh.to_owned(), error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_has_its_face() {
        let mut roles: Vec<_> = FACES.iter().map(|face| face.role).collect();
        roles.dedup();
        let classes = FontRole::ALL.into_iter().chain([FontRole::Mongolian]);
        assert_eq!(roles, classes.collect::<Vec<_>>());
    }

    #[test]
    fn a_path_in_words_cannot_leave() {
        let folder = Folder::current();
        for name in ["../Cargo.toml", "/etc/hostname", "src/../../x", ".."] {
            assert!(matches!(folder.read(name), Err(FileError::Outside)), "{name}");
        }
        assert!(folder.read("./Cargo.toml").is_ok());
        assert!(folder.read("src/../Cargo.toml").is_ok());
        assert!(matches!(folder.read("src"), Err(FileError::Unreadable(_))));
        assert!(matches!(folder.read("none"), Err(FileError::Unreadable(_))));
    }

    #[cfg(unix)]
    #[test]
    fn a_symbolic_link_cannot_leave() {
        let root =
            std::env::temp_dir().join(format!("docgen-world-{}", std::process::id()));
        let (inner, outer) = (root.join("inner"), root.join("outer.txt"));
        std::fs::create_dir_all(&inner).unwrap();
        std::fs::write(&outer, "外").unwrap();
        std::fs::write(inner.join("里.txt"), "里").unwrap();
        std::os::unix::fs::symlink(&outer, inner.join("out.txt")).unwrap();
        std::os::unix::fs::symlink(inner.join("里.txt"), inner.join("in.txt")).unwrap();
        let folder = Folder::of(&inner.join("x.yaml"));
        let (outside, inside) = (folder.read("out.txt"), folder.read("in.txt"));
        std::fs::remove_dir_all(&root).unwrap();
        assert!(matches!(outside, Err(FileError::Outside)));
        assert_eq!(inside.ok(), Some("里".into()));
    }
}
