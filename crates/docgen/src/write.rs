//! Writing files so that a reader sees either the old file or the whole new one.
//!
//! 1. [`Staged::new`] writes the bytes to a temporary file in the same folder, down to the
//!    disk.
//! 2. [`Staged::commit`] renames it over the target.
//!
//! The temporary file is locked as long as its run lives, so that [`sweep`] knows those of a
//! run that was killed. A stage that is dropped without a commit removes its file, so a failure leaves nothing
//! behind.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Bytes on the disk, not yet under their name.
pub(crate) struct Staged {
    /// Open, and so locked, until it has its name.
    file: File,
    temporary: PathBuf,
    target: PathBuf,
}

impl Staged {
    /// Writes `bytes` beside `target`; the folder must exist.
    pub(crate) fn new(target: &Path, bytes: &[u8]) -> io::Result<Self> {
        if target.is_dir() {
            return Err(io::ErrorKind::IsADirectory.into());
        }
        let folder = target.parent().unwrap_or(Path::new("."));
        let (temporary, file) = create(folder)?;
        let mut staged = Self { file, temporary, target: target.to_owned() };
        staged.file.write_all(bytes)?;
        staged.file.sync_all()?;
        Ok(staged)
    }

    /// Writes bytes that take the place of a file: of the one that a link leads to, and with
    /// its permissions.
    pub(crate) fn instead(of: &Path, bytes: &[u8]) -> io::Result<Self> {
        let target = of.canonicalize()?;
        let staged = Self::new(&target, bytes)?;
        staged.file.set_permissions(target.metadata()?.permissions())?;
        Ok(staged)
    }

    /// Gives the bytes their name.
    pub(crate) fn commit(mut self) -> io::Result<PathBuf> {
        fs::rename(&self.temporary, &self.target)?;
        self.temporary.clear();
        Ok(std::mem::take(&mut self.target))
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if self.temporary != Path::new("") {
            let _ = fs::remove_file(&self.temporary);
        }
    }
}

/// A new file that nobody else writes to. Its name does not hold the target's: a long one
/// would no longer fit.
fn create(folder: &Path) -> io::Result<(PathBuf, File)> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    loop {
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = folder.join(format!(".docgen-{}-{count}.tmp", std::process::id()));
        let file = match OpenOptions::new().write(true).create_new(true).open(&path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            opened => opened?,
        };
        // Who sweeps takes the lock first; then the file may be gone by now.
        if file.lock().is_err() || path.exists() {
            return Ok((path, file));
        }
    }
}

/// Removes the temporary files of runs that were killed: those that nobody holds locked.
pub(crate) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if !name.starts_with(".docgen-") || !name.ends_with(".tmp") {
            continue;
        }
        if File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dropped_stage_leaves_the_old_file_alone() {
        let folder =
            std::env::temp_dir().join(format!("docgen-write-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let target = folder.join("公文.pdf");
        fs::write(&target, "旧").unwrap();

        drop(Staged::new(&target, "新".as_bytes()).unwrap());
        let kept = fs::read_to_string(&target).unwrap();
        let files = fs::read_dir(&folder).unwrap().count();
        let written = Staged::new(&target, "新".as_bytes()).unwrap().commit().unwrap();
        let new = fs::read_to_string(&written).unwrap();
        let refused = Staged::new(&folder, b"").map(drop).unwrap_err().kind();

        fs::remove_dir_all(&folder).unwrap();
        assert_eq!((kept.as_str(), files, new.as_str()), ("旧", 1, "新"));
        assert_eq!(refused, io::ErrorKind::IsADirectory);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_is_rewritten_keeps_its_link_and_its_permissions() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder =
            std::env::temp_dir().join(format!("docgen-instead-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let (file, link) = (folder.join("a"), folder.join("b"));
        fs::write(&file, "旧").unwrap();
        fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
        symlink("a", &link).unwrap();

        Staged::instead(&link, "新".as_bytes()).unwrap().commit().unwrap();
        let text = fs::read_to_string(&file).unwrap();
        let mode = file.metadata().unwrap().permissions().mode() & 0o777;
        let is_link = link.is_symlink();

        fs::remove_dir_all(&folder).unwrap();
        assert_eq!((text.as_str(), mode, is_link), ("新", 0o600, true));
    }
}
