//! Many documents in one run: failures, ends before the end, and what is not done twice.

#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files and the clock, and a failure is a panic"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

/// A folder with some sound documents.
fn folder(name: &str, documents: usize) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("batch").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for n in 0..documents {
        let text = format!("title: 关于第{n}项工作的报告\nbody: 第{n}项工作已经完成。\n");
        fs::write(folder.join(format!("{n:02}.yaml")), text).unwrap();
    }
    folder
}

fn command(folder: &Path, options: &[&str]) -> Command {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut inputs: Vec<_> =
        entries.filter(|name| name.to_str().unwrap().ends_with(".yaml")).collect();
    inputs.sort();
    let mut command = Command::new(env!("CARGO_BIN_EXE_docgen"));
    command.arg("render").args(options).args(inputs).current_dir(folder);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(folder: &Path, options: &[&str]) -> (i32, String) {
    let Output { status, stderr, .. } = command(folder, options).output().unwrap();
    (status.code().unwrap_or(-1), String::from_utf8(stderr).unwrap())
}

/// The files of `output`, but for what the program keeps for itself.
fn outputs(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder.join("output")).into_iter().flatten();
    let files = entries.map(|entry| {
        let entry = entry.unwrap();
        let name = entry.file_name().to_str().unwrap().to_owned();
        (name, fs::read(entry.path()).unwrap_or_default())
    });
    files.filter(|(name, _)| !name.starts_with(".docgen-")).collect()
}

fn temporary(folder: &Path) -> usize {
    let entries = fs::read_dir(folder.join("output")).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_str().unwrap().ends_with(".tmp")).count()
}

fn lines(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn a_failing_document_does_not_stop_the_others() {
    let folder = folder("failing", 4);
    fs::write(folder.join("01.yaml"), "title: [\n").unwrap();
    fs::remove_file(folder.join("02.yaml")).unwrap();
    std::os::unix::fs::symlink("none", folder.join("02.yaml")).unwrap();
    let (status, said) = run(&folder, &["--manifest", "manifest.jsonl", "-j", "2"]);
    assert_eq!(status, 2);
    assert!(said.contains("完成 2 份，有错误 1 份，未能处理 1 份"), "{said}");
    let left: Vec<_> = outputs(&folder).into_keys().collect();
    assert_eq!(left, ["00.docx", "00.pdf", "03.docx", "03.pdf"]);
    let lines = lines(&folder.join("manifest.jsonl"));
    let status: Vec<_> =
        lines.iter().map(|line| line["status"].as_str().unwrap()).collect();
    assert_eq!(status, ["done", "errors", "failed", "done"]);
    assert_eq!(lines[1]["errors"], 1);
    let pdf = &lines[0]["outputs"][0];
    assert_eq!(
        (pdf["path"].as_str(), pdf["pages"].as_u64()),
        (Some("output/00.pdf"), Some(1))
    );
    assert_eq!(pdf["sha256"].as_str().unwrap().len(), 64);
}

#[test]
fn the_first_failure_can_stop_a_batch() {
    let folder = folder("fail-fast", 12);
    fs::write(folder.join("00.yaml"), "title: [\n").unwrap();
    let (status, said) = run(&folder, &["--fail-fast", "-j", "1"]);
    assert_eq!(status, 1);
    assert!(said.contains("有错误 1 份，没有开始 11 份"), "{said}");
    assert!(outputs(&folder).is_empty());
}

#[test]
fn what_has_not_changed_is_not_rendered_again() {
    let folder = folder("incremental", 3);
    let table = "title: 关于表格的报告\nbody: [{table: {csv: a.csv}}]\n";
    fs::write(folder.join("00.yaml"), table).unwrap();
    fs::write(folder.join("a.csv"), "甲,乙\n1,2\n").unwrap();
    let of = |said: &str| said.lines().last().unwrap_or_default().to_owned();
    let again =
        |options: &[&str]| of(&run(&folder, &[&["--incremental"], options].concat()).1);
    assert_eq!(again(&[]), "完成 3 份");
    let first = outputs(&folder);
    assert_eq!(again(&[]), "没有变化 3 份");
    fs::write(folder.join("a.csv"), "甲,乙\n1,3\n").unwrap();
    assert_eq!(again(&[]), "完成 1 份，没有变化 2 份");
    assert_ne!(outputs(&folder)["00.pdf"], first["00.pdf"]);
    fs::write(folder.join("output/01.pdf"), "x").unwrap();
    fs::remove_file(folder.join("output/02.docx")).unwrap();
    assert_eq!(again(&[]), "完成 2 份，没有变化 1 份");
    assert_eq!(outputs(&folder)["01.pdf"], first["01.pdf"]);
    assert_eq!(again(&["--no-source"]), "完成 3 份");
}

/// The samples, written by one, two and eight threads, are the same to the byte.
#[test]
fn any_number_of_threads_writes_the_same_bytes() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../input");
    let written = |jobs| {
        let into = folder(&format!("threads-{jobs}"), 0);
        let target = into.join("output");
        let options = ["--jobs", jobs, "--output", target.to_str().unwrap()];
        let (status, said) = run(&samples, &options);
        assert_eq!(status, 0, "{said}");
        outputs(&into)
    };
    let one = written("1");
    assert!(one.len() > 20, "{:?}", one.keys());
    for jobs in ["2", "8"] {
        let other = written(jobs);
        assert!(one.keys().eq(other.keys()));
        let unlike = one.keys().filter(|name| one[*name] != other[*name]);
        assert_eq!(unlike.collect::<Vec<_>>(), [""; 0], "{jobs} threads");
    }
}

/// A child that is killed if the test ends before it does.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn a_run_killed_at_any_moment_leaves_whole_files_and_can_be_continued() {
    const ROUNDS: u32 = 50;
    let start = Instant::now();
    let folder = folder("killed", 8);
    assert_eq!(run(&folder, &[]).0, 0);
    let whole = outputs(&folder);
    let took = start.elapsed().as_millis() as u64 + 50;
    let (mut seed, mut partial) = (17_u64, 0);
    for round in 0..ROUNDS {
        if round % 5 == 0 {
            fs::remove_dir_all(folder.join("output")).unwrap();
        }
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let wait = (seed >> 33) % took;
        let mut running = Running(command(&folder, &["--incremental"]).spawn().unwrap());
        std::thread::sleep(Duration::from_millis(wait));
        running.0.kill().unwrap();
        drop(running);
        let left = outputs(&folder);
        partial += usize::from(!left.is_empty() && left.len() < whole.len());
        for (name, bytes) in left {
            assert!(whole[&name] == bytes, "{name} is half written after {wait} ms");
        }
        if start.elapsed() > Duration::from_secs(120) {
            break; // a busy machine; the rounds so far have shown it
        }
    }
    println!("killed in the middle: {partial} times");
    let (status, said) = run(&folder, &["--incremental"]);
    assert_eq!(status, 0, "{said}");
    assert!(outputs(&folder) == whole);
    assert_eq!(temporary(&folder), 0);
}

#[test]
fn a_signal_ends_a_run_cleanly() {
    let folder = folder("signal", 60);
    let mut running = command(&folder, &["-j", "1"]).spawn().unwrap();
    let start = Instant::now();
    while outputs(&folder).is_empty() && start.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(5));
    }
    let pid = running.id().to_string();
    Command::new("kill").args(["-TERM", &pid]).status().unwrap();
    let status = running.wait().unwrap();
    let output = running.wait_with_output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(status.code(), Some(2), "{said}");
    assert!(said.contains("没有开始") && said.contains("已中断"), "{said}");
    assert_eq!(temporary(&folder), 0);
    let left = outputs(&folder);
    assert!(left.len().is_multiple_of(2) && left.len() < 120, "{} files", left.len());
}
