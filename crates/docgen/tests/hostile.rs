//! Hostile input: what nobody sane gives the program, and what it makes of it.
//!
//! Each case is one run of the built binary in a folder of its own. It must end within its
//! time with the right status and code, say something, and leave no file behind unless the
//! document is sound: then both outputs, whole. `docs/LIMITS.md` has the limits.

#![cfg(unix)]
#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files and the clock, and a failure is a panic"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long a run may take: debug builds on a busy machine.
const PATIENCE: Duration = Duration::from_secs(90);

const HEAD: &str = "title: 关于开展工作的报告\nbody: ";

/// A run that is over.
struct Run {
    name: String,
    status: i32,
    said: String,
    left: Vec<String>,
}

impl Run {
    /// Ended with this status and a finding of this code; nothing is left.
    fn refused(&self, status: i32, code: &str) {
        let shown: String = self.said.chars().take(600).collect();
        assert_eq!(self.status, status, "{}: {shown}", self.name);
        assert!(self.said.contains(code), "{}: no {code} in {shown}", self.name);
        assert_eq!(self.left, [""; 0], "{}: files are left", self.name);
    }

    /// Both outputs are there, and nothing else.
    fn made(&self) {
        assert_eq!(self.status, 0, "{}: {}", self.name, self.said);
        assert_eq!(self.left, ["x.docx", "x.pdf"], "{}", self.name);
    }
}

/// A folder of one case.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Renders `x.yaml` of `text`, with other files beside it.
fn render(name: &str, text: impl AsRef<[u8]>, files: &[(&str, &[u8])]) -> Run {
    let folder = folder(name);
    fs::write(folder.join("x.yaml"), text).unwrap();
    for (file, bytes) in files {
        fs::write(folder.join(file), bytes).unwrap();
    }
    run(&folder, &["x.yaml"])
}

/// Runs `docgen render` in a folder; a run that does not end in time is killed and fails.
fn run(folder: &Path, args: &[&str]) -> Run {
    let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
    let log = folder.join("said");
    let mut child = Command::new(env!("CARGO_BIN_EXE_docgen"))
        .arg("render")
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let start = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("{name}: still running after {PATIENCE:?}");
        }
        std::thread::sleep(Duration::from_millis(10));
    };
    let said = String::from_utf8_lossy(&fs::read(log).unwrap()).into_owned();
    let output = fs::read_dir(folder.join("output"));
    let entries = output.into_iter().flatten();
    let mut left: Vec<String> =
        entries.map(|e| e.unwrap().file_name().to_str().unwrap().to_owned()).collect();
    left.sort();
    Run { name, status: status.code().unwrap_or(-1), said, left }
}

#[test]
fn yaml_that_grows_or_nests_without_end() {
    let mut bomb = format!("{HEAD}x\na: &a [x,x,x,x,x,x,x,x,x]\n");
    for (this, last) in ('b'..='m').zip('a'..) {
        let nine = vec![format!("*{last}"); 9].join(",");
        bomb.push_str(&format!("{this}: &{this} [{nine}]\n"));
    }
    render("bomb", bomb, &[]).refused(1, "yaml-anchor");
    for (name, deep) in [("seq", "["), ("map", "{a: "), ("dash", "- "), ("key", "? ")] {
        let deep = format!("{HEAD}\n  {}", deep.repeat(50_000));
        render(&format!("deep-{name}"), deep, &[]).refused(1, "yaml-");
    }
    let many = format!("{HEAD}[{}]", "x,".repeat(400_000));
    render("many", many, &[]).refused(1, "yaml-budget");
    let keys: String = (0..20_000).map(|n| format!("k{n}: 1\n")).collect();
    let keys = render("keys", format!("{HEAD}x\n{keys}"), &[]);
    keys.refused(1, "yaml-unknown-key");
    assert!(keys.said.contains("还有") && keys.said.len() < 100_000);
}

#[test]
fn files_and_texts_without_end() {
    let large = vec![b'a'; 100 << 20];
    render("large", &large, &[]).refused(1, "input-too-large");
    let input = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile/large/x.yaml");
    fs::remove_file(input).unwrap();
    let table = format!("{HEAD}[{{table: {{csv: a.csv}}}}]\n");
    render("large-csv", &table, &[("a.csv", &large[..40 << 20])])
        .refused(1, "input-too-large");
    let rows = "1,2\n".repeat(100_000);
    render("rows", &table, &[("a.csv", rows.as_bytes())]).refused(1, "yaml-budget");
    let columns = "1,".repeat(1_000);
    let columns = format!("{columns}1\n{columns}1\n");
    render("columns", &table, &[("a.csv", columns.as_bytes())]).refused(1, "doc-table");
    let cell = format!("甲,乙\n1,{}\n", "工".repeat(1_000_000));
    render("cell", &table, &[("a.csv", cell.as_bytes())]).refused(1, "doc-table");
    let lines = format!("{HEAD}|\n{}", "  一、\n".repeat(60_000));
    render("lines", lines, &[]).refused(1, "yaml-budget");
    let title = format!("body: x\ntitle: 关于{}的报告", "工作".repeat(50_000));
    render("title", title, &[]).refused(1, "layout-overfull");
    let body = format!("{HEAD}{{file: a.txt}}\nattachments:\n");
    let more = "  - {title: 甲, body: {file: a.txt}}\n".repeat(6);
    let text = ("工作推进。".repeat(20) + "\n").repeat(4_500);
    render("files", body + &more, &[("a.txt", text.as_bytes())])
        .refused(1, "yaml-budget");
}

#[test]
fn long_paragraphs_are_set() {
    render("paragraph", format!("{HEAD}{}", "工作推进。".repeat(40_000)), &[]).made();
    render("no-break", format!("{HEAD}{}", "1".repeat(200_000)), &[])
        .refused(1, "layout-overfull");
    let marks = format!("{HEAD}|\n  中{}", "(".repeat(50_000));
    let marks = render("marks", marks, &[]);
    assert!(marks.said.len() < 200_000, "{} bytes of messages", marks.said.len());
}

#[test]
fn characters_that_no_document_has() {
    render("nul", format!("{HEAD}工作\0推进\n"), &[]).refused(1, "input-bad-character");
    let escapes = format!("{HEAD}\"工作\\0\\x07推进\"\n");
    render("escapes", escapes, &[]).refused(1, "input-bad-character");
    let bidi = format!("{HEAD}|\n  工\u{202E}作\u{2066}推\u{200F}进。\n");
    let bidi = render("bidi", bidi, &[]);
    bidi.made();
    assert!(bidi.said.contains("U+202E"));
    let marks =
        format!("{HEAD}|\n  \u{301}工作\u{301}\u{302}\n  a{}\n", "\u{301}".repeat(5_000));
    let marks = render("marks-alone", marks, &[]);
    assert!(matches!(marks.status, 0 | 1) && !marks.said.contains("[internal]"));
    // One character of every block of 257, all planes.
    let planes = (0x21..0x11_0000_u32).step_by(0x101).filter_map(char::from_u32);
    let planes: String = planes.map(|c| format!("  工{c}作\n")).collect();
    render("planes", format!("{HEAD}|\n{planes}"), &[])
        .refused(1, "layout-missing-glyph");
    render("bytes", b"title: \xFF\xFE\x00\xC3\x28", &[]).refused(1, "input-encoding");
}

#[test]
fn marks_of_xml_stay_text_everywhere() {
    let x = "<>&\"'</w:t>]]>&#x0;<!--甲";
    let block = |indent: &str| format!("|-\n{indent}  {x}\n");
    let mut text = format!("title: |-\n  关于{x}的报告\nsource: {}", block(""));
    text += &format!("body: |\n  工作{x}。\nrecipients:\n  - {}", block("    "));
    text += &format!("attachments:\n  - title: {}    body: x\n", block("    "));
    text += &format!("archive:\n  fonds: {}", block("  "));
    let folder_of = render("xml", text, &[]);
    folder_of.made();
    let output = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile/xml/output");
    let pdf = fs::read(output.join("x.pdf")).unwrap();
    let find = |what: &[u8]| pdf.windows(what.len()).position(|at| at == what).unwrap();
    let xmp = &pdf[find(b"<x:xmpmeta")..find(b"</x:xmpmeta>")];
    let xmp = std::str::from_utf8(xmp).unwrap();
    assert!(xmp.contains("&lt;&gt;&amp;") && !xmp.contains("</w:t>"), "{xmp}");
}

#[test]
fn paths_that_leave_the_folder_and_files_that_are_none() {
    let folder = folder("paths");
    fs::write(folder.with_file_name("outside.txt"), "外面").unwrap();
    fs::create_dir_all(folder.join("sub")).unwrap();
    let link = |to: &str, name: &str| {
        std::os::unix::fs::symlink(to, folder.join(name)).unwrap();
    };
    link("/dev/zero", "zero");
    link("../outside.txt", "link");
    link("..", "above");
    link("loop", "loop");
    let fifo = Command::new("mkfifo").arg(folder.join("fifo")).status().unwrap();
    assert!(fifo.success());
    let paths = [
        "/etc/passwd",
        "/dev/zero",
        "../outside.txt",
        "sub/../../outside.txt",
        "zero",
        "link",
        "above/outside.txt",
        "loop",
        "fifo",
        "sub",
        "none",
        "~/x",
        "file:///etc/passwd",
    ];
    for path in paths {
        for (kind, body) in [
            ("file", format!("{{file: '{path}'}}")),
            ("csv", format!("[{{table: {{csv: '{path}'}}}}]")),
            ("image", format!("[{{figure: {{file: '{path}', alt: 图}}}}]")),
        ] {
            fs::write(folder.join("x.yaml"), format!("{HEAD}{body}\n")).unwrap();
            let run = run(&folder, &["x.yaml"]);
            let named = Run { name: format!("{kind} {path}"), ..run };
            named.refused(1, "doc-bad-file");
            assert!(!named.said.contains("root:"));
        }
    }
    run(&folder, &["fifo"]).refused(2, "input-unreadable");
    run(&folder, &["sub"]).refused(2, "input-unreadable");
    run(&folder, &["/dev/zero"]).refused(2, "input-unreadable");
}

#[test]
fn pictures_that_lie() {
    let body = format!("{HEAD}[{{figure: {{file: a.png, alt: 图}}}}]\n");
    let refused = |name: &str, bytes: &[u8]| {
        render(name, &body, &[("a.png", bytes)]).refused(1, "doc-bad-picture");
    };
    let mut png =
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xEA\x60\0\0\xEA\x60\x08\0\0\0\0".to_vec();
    png.extend(0x3CF5_61C4_u32.to_be_bytes());
    refused("png-bomb", &png);
    refused("png-head", &png[..8]);
    refused("png-cut", &png[..20]);
    refused("jpeg-short", b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0");
    let svg = |inner: &str| {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{inner}</svg>"
        )
    };
    for (name, inner) in [
        ("svg-image", "<image href='http://a.cn/b.png'/>".to_owned()),
        ("svg-css", "<style>@import url(http://a.cn/b.css)</style>".to_owned()),
        ("svg-fill", "<rect fill='url(http://a.cn/#b)'/>".to_owned()),
        ("svg-file", "<use href='/etc/passwd#a'/>".to_owned()),
        ("svg-deep", "<g>".repeat(5_000) + &"</g>".repeat(5_000)),
        ("svg-layers", "<g opacity='0.5'><path d='M0 0H9V9H0z'/></g>".repeat(30_000)),
        (
            "svg-dashes",
            "<path stroke='red' stroke-dasharray='0.000001' d='M0 0L9 9'/>".to_owned(),
        ),
    ] {
        refused(name, svg(&inner).as_bytes());
    }
}

#[test]
fn outputs_that_cannot_be_written() {
    let sound = format!("{HEAD}工作推进。\n");
    let place = |name: &str| {
        let folder = folder(name);
        fs::write(folder.join("x.yaml"), &sound).unwrap();
        folder
    };
    run(&place("to-proc"), &["x.yaml", "-o", "/proc/x"]).refused(2, "output-unwritable");
    run(&place("to-null"), &["x.yaml", "-o", "/dev/null"])
        .refused(2, "output-unwritable");
    let folder = place("to-file");
    fs::write(folder.join("taken"), "x").unwrap();
    run(&folder, &["x.yaml", "-o", "taken"]).refused(2, "output-unwritable");
    let folder = place("over-input");
    fs::rename(folder.join("x.yaml"), folder.join("x.pdf")).unwrap();
    run(&folder, &["x.pdf", "-o", "."]).refused(2, "覆盖");
    assert_eq!(fs::read_to_string(folder.join("x.pdf")).unwrap(), sound);
    let folder = place("over-folder");
    fs::create_dir_all(folder.join("output/x.pdf")).unwrap();
    let blocked = run(&folder, &["x.yaml"]);
    assert_eq!((blocked.status, blocked.left), (2, vec!["x.pdf".to_owned()]));
}

/// A small file system that root can mount; where that cannot be done there is nothing to
/// test.
#[test]
fn a_full_disk_leaves_nothing_half() {
    let folder = folder("full");
    fs::write(folder.join("x.yaml"), format!("{HEAD}工作推进。\n")).unwrap();
    fs::create_dir_all(folder.join("output")).unwrap();
    let mount = ["-t", "tmpfs", "-o", "size=16k", "none"];
    let mounted = Command::new("mount").args(mount).arg(folder.join("output")).output();
    if !mounted.is_ok_and(|mounted| mounted.status.success()) {
        return;
    }
    let full = run(&folder, &["x.yaml"]);
    Command::new("umount").arg(folder.join("output")).status().unwrap();
    full.refused(2, "output-unwritable");
    assert!(full.said.contains("磁盘已满"), "{}", full.said);
}

#[test]
fn two_runs_into_one_folder_leave_whole_files() {
    let folder = folder("two");
    fs::write(folder.join("x.yaml"), format!("{HEAD}工作推进。\n")).unwrap();
    let runs = std::thread::scope(|scope| {
        let run = || run(&folder, &["x.yaml"]);
        let runs: Vec<_> = (0..2).map(|_| scope.spawn(run)).collect();
        runs.into_iter().map(|run| run.join().unwrap()).collect::<Vec<_>>()
    });
    assert!(runs.iter().all(|run| run.status == 0));
    let of = |name: &str| fs::read(folder.join("output").join(name)).unwrap();
    let (pdf, docx) = (of("x.pdf"), of("x.docx"));
    run(&folder, &["x.yaml"]).made();
    assert!(of("x.pdf") == pdf && of("x.docx") == docx);
}
