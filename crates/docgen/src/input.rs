//! A document to read: a file, or standard input.

use std::ffi::OsStr;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use docgen::world::{Folder, read_at_most, reason};
use docgen_model::{Bilingual, Code, Diagnostic, Span};

/// One document named on the command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    /// `-`.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// What was typed.
    pub(crate) fn new(path: &Path) -> Self {
        if path == Path::new("-") { Self::Stdin } else { Self::File(path.to_owned()) }
    }

    /// The name that messages show.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "stdin".to_owned(),
            Self::File(path) => path.display().to_string(),
        }
    }

    /// The name of its outputs, without extension.
    pub(crate) fn stem(&self) -> &OsStr {
        match self {
            Self::Stdin => OsStr::new("stdin"),
            Self::File(path) => path.file_stem().unwrap_or(path.as_os_str()),
        }
    }

    /// The folder that the document may read files from.
    pub(crate) fn folder(&self) -> Folder {
        match self {
            Self::Stdin => Folder::current(),
            Self::File(path) => Folder::of(path),
        }
    }

    /// A file that the document names, as messages show it.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        match self {
            Self::Stdin => PathBuf::from(name),
            Self::File(path) => path.with_file_name(name),
        }
    }

    /// The file itself, for comparing.
    pub(crate) fn canonical(&self) -> Option<PathBuf> {
        match self {
            Self::Stdin => None,
            Self::File(path) => path.canonicalize().ok(),
        }
    }

    /// Its bytes.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Box<Diagnostic>> {
        let bytes = match self {
            Self::Stdin => read_at_most(io::stdin().lock()),
            Self::File(path) => open(path).and_then(read_at_most),
        };
        bytes.map_err(|error| {
            let (zh, en) = reason(&error);
            let message = Bilingual::new(
                format!("不能读取文件：{zh}"),
                format!("cannot read the file: {en}"),
            );
            Box::new(Diagnostic::error(Code::Unreadable, Span::default(), message))
        })
    }
}

/// Opens a file. A pipe could block a whole batch for ever, and a device never end.
fn open(path: &Path) -> io::Result<File> {
    let about = path.metadata()?;
    if about.is_file() || about.is_dir() {
        return File::open(path);
    }
    Err(io::Error::other("不是普通文件；管道请从标准输入读，写 - (no plain file; use -)"))
}
