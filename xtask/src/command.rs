//! Running other programs, and where the project is.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How many characters of a command line are shown.
const LONGEST_SHOWN: usize = 300;

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_owned()
}

/// Runs cargo in the workspace with further environment variables.
pub(crate) fn cargo(
    arguments: &[&str],
    variables: &[(&str, &str)],
) -> Result<(), String> {
    let mut command = new_cargo();
    command.args(arguments).envs(variables.iter().copied());
    execute(&mut command)
}

/// What cargo prints.
pub(crate) fn cargo_output(arguments: &[&str]) -> Result<String, String> {
    let mut command = new_cargo();
    let output = command.args(arguments).stderr(Stdio::inherit()).output();
    let output = output.map_err(|error| format!("{}: {error}", shown(&command)))?;
    if !output.status.success() {
        return Err(format!("{} failed ({})", shown(&command), output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

/// Runs a program that prints for itself.
pub(crate) fn execute(command: &mut Command) -> Result<(), String> {
    eprintln!("$ {}", shown(command));
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{} failed ({status})", shown(command))),
        Err(error) => Err(format!("{}: {error}", shown(command))),
    }
}

fn new_cargo() -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or("cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root());
    command
}

/// The command line, with programs named without their folder; a long one is cut.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let program = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy());
    let line = std::iter::once(program).chain(arguments).collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST_SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_command_line_is_cut() {
        let mut command = Command::new("/bin/echo");
        assert_eq!(shown(command.arg("一")), "echo 一");
        let long = shown(command.arg("二".repeat(LONGEST_SHOWN)));
        assert_eq!(long.chars().count(), LONGEST_SHOWN + 1);
        assert!(long.ends_with("二…"));
    }
}
