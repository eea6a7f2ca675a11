//! The command line, tested by the data in `tests/cli/*.toml`.
//!
//! Each file is one run in a fresh folder (see `tests/README.md` for its keys):
//!
//! 1. Write its `[files]`, `[hex]` and `[links]`, and copy what `copy` names.
//! 2. Run the built binary with `args` and `stdin`, with an empty environment.
//! 3. Compare exit status, outputs and the files that are left with `[expect]`, and look
//!    for the pieces that `[has]` names, and for the contents that `[after]` gives.
//!
//! `BLESS=1` rewrites the keys that `[expect]` has. The runner stands here, not in
//! `docgen-tests`, because cargo names and builds the binary only for its own package.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files, and a failure is a panic"
)]

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde::Deserialize;

/// One file of `tests/cli`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    args: Vec<String>,
    #[serde(default)]
    stdin: String,
    #[serde(default)]
    env: BTreeMap<String, String>,
    /// Files of the repository, copied under their own names.
    #[serde(default)]
    copy: Vec<String>,
    #[serde(default)]
    files: BTreeMap<String, String>,
    /// Files that are no UTF-8.
    #[serde(default)]
    hex: BTreeMap<String, String>,
    /// Symbolic links: name and target.
    #[serde(default)]
    links: BTreeMap<String, String>,
    #[serde(default)]
    has: Has,
    /// Files and what stands in them afterwards.
    #[serde(default)]
    after: BTreeMap<String, String>,
    expect: Expect,
}

/// Pieces that must occur, where the whole is too long or not ours to fix.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Has {
    #[serde(default)]
    stdout: Vec<String>,
    #[serde(default)]
    stderr: Vec<String>,
}

/// What a run came to; what is not given is not compared.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    exit: i32,
    /// The files that are there afterwards and were not before.
    written: Vec<String>,
    stdout: Option<String>,
    stderr: Option<String>,
}

#[test]
fn every_case() {
    let cases = cases();
    assert!(!cases.is_empty());
    let bless = std::env::var_os("BLESS").is_some();
    let failures: Vec<String> =
        cases.iter().filter_map(|path| run_case(path, bless).err()).collect();
    let (all, failed) = (cases.len(), failures.len());
    println!("cli: {} passed, {failed} failed", all - failed);
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn cases() -> Vec<PathBuf> {
    let folder = fs::read_dir(repository().join("tests/cli")).unwrap();
    let mut paths: Vec<PathBuf> = folder.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    paths.sort();
    paths
}

fn run_case(path: &Path, bless: bool) -> Result<(), String> {
    let name = path.file_stem().unwrap().display();
    let text = fs::read_to_string(path).unwrap();
    let case: Case = toml::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
    let folder = fresh_folder(&name.to_string());
    prepare(&case, &folder);
    let before = files_below(&folder);
    let output = run(&case, &folder);
    let (stdout, stderr) = (utf8(&output.stdout), utf8(&output.stderr));
    let mut written = files_below(&folder);
    written.retain(|file| !before.contains(file));
    let found = Expect {
        exit: output.status.code().unwrap_or(-1),
        written,
        stdout: case.expect.stdout.is_some().then(|| stdout.clone()),
        stderr: case.expect.stderr.is_some().then(|| stderr.clone()),
    };
    for (piece, whole) in pieces(&case.has, &stdout, &stderr) {
        if !whole.contains(piece) {
            return Err(format!("{name}: no {piece:?} in:\n{whole}"));
        }
    }
    for (file, text) in &case.after {
        let now = fs::read_to_string(folder.join(file)).unwrap();
        if now != *text {
            return Err(format!("{name}: {file} holds:\n{now}"));
        }
    }
    if found == case.expect {
        return Ok(());
    }
    if bless {
        let head = text.split_once("[expect]").unwrap().0;
        fs::write(path, format!("{head}{}", toml_of(&found))).unwrap();
        return Ok(());
    }
    Err(format!("{name}: expected {}\nfound {}", toml_of(&case.expect), toml_of(&found)))
}

fn pieces<'a>(
    has: &'a Has,
    stdout: &'a str,
    stderr: &'a str,
) -> impl Iterator<Item = (&'a str, &'a str)> {
    let out = has.stdout.iter().map(move |piece| (piece.as_str(), stdout));
    out.chain(has.stderr.iter().map(move |piece| (piece.as_str(), stderr)))
}

/// A folder of this run alone, below the build folder.
fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(folder.join("work")).unwrap();
    folder.join("work")
}

fn prepare(case: &Case, folder: &Path) {
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    };
    for (name, text) in &case.files {
        write(name, text.as_bytes());
    }
    for (name, digits) in &case.hex {
        let digits: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(16)).collect();
        let bytes: Vec<u8> =
            digits.chunks(2).map(|pair| (pair[0] * 16 + pair[1]) as u8).collect();
        write(name, &bytes);
    }
    for name in &case.copy {
        let source = repository().join(name);
        write(source.file_name().unwrap().to_str().unwrap(), &fs::read(&source).unwrap());
    }
    for (name, target) in &case.links {
        link(target, &folder.join(name));
    }
}

#[cfg(unix)]
fn link(target: &str, name: &Path) {
    std::os::unix::fs::symlink(target, name).unwrap();
}

#[cfg(windows)]
fn link(target: &str, name: &Path) {
    std::os::windows::fs::symlink_file(target, name).unwrap();
}

fn run(case: &Case, folder: &Path) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_docgen"))
        .args(&case.args)
        .env_clear()
        .envs(&case.env)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that never reads its input may be gone already.
    let _ = child.stdin.take().unwrap().write_all(case.stdin.as_bytes());
    child.wait_with_output().unwrap()
}

fn utf8(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// All files, by their path in the folder, sorted.
fn files_below(folder: &Path) -> Vec<String> {
    let mut found = vec![];
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.is_symlink() {
                open.push(path);
            } else {
                let path = path.strip_prefix(folder).unwrap();
                found.push(path.to_str().unwrap().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

/// The `[expect]` table as a person would write it.
fn toml_of(expect: &Expect) -> String {
    let mut text = format!("[expect]\nexit = {}\n", expect.exit);
    text.push_str(&format!("written = {:?}\n", expect.written));
    for (key, value) in [("stdout", &expect.stdout), ("stderr", &expect.stderr)] {
        if let Some(value) = value {
            text.push_str(&format!("{key} = {}\n", toml_string(value)));
        }
    }
    text
}

fn toml_string(text: &str) -> String {
    if text.is_empty() {
        "\"\"".to_owned()
    } else if text.contains("'''") {
        format!("{text:?}")
    } else {
        format!("'''\n{text}'''")
    }
}
