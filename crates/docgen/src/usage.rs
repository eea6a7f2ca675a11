//! Parsing the arguments, and saying in Chinese what is wrong with them.

use std::io::Write;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Error, Parser};

use crate::args::Args;

/// The arguments, or the exit status after help, version or a usage error was printed.
pub(crate) fn parse() -> Result<Args, ExitCode> {
    Args::try_parse().map_err(|error| {
        if !error.use_stderr() {
            let _ = error.print();
            return ExitCode::SUCCESS;
        }
        let english = std::env::args_os().any(|arg| arg == "--lang=en")
            || std::env::args_os().zip(std::env::args_os().skip(1)).any(english_pair);
        match chinese(&error).filter(|_| !english) {
            Some(text) => {
                let _ = writeln!(
                    std::io::stderr(),
                    "错误: {text}\n\n更多用法见 docgen --help"
                );
            }
            None => drop(error.print()),
        }
        ExitCode::from(2)
    })
}

fn english_pair((flag, value): (std::ffi::OsString, std::ffi::OsString)) -> bool {
    flag == "--lang" && value == "en"
}

/// A usage error in Chinese; none for the kinds that this command line cannot meet.
fn chinese(error: &Error) -> Option<String> {
    let about = |kind| error.get(kind).map(plain).unwrap_or_default();
    let arg = about(ContextKind::InvalidArg);
    let mut text = match error.kind() {
        ErrorKind::UnknownArgument => format!("没有 {arg} 这个参数"),
        ErrorKind::InvalidSubcommand => {
            format!("没有 {} 这个命令", about(ContextKind::InvalidSubcommand))
        }
        ErrorKind::InvalidValue if about(ContextKind::InvalidValue).is_empty() => {
            format!("{arg} 缺少值")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{arg} 不能是“{}”", about(ContextKind::InvalidValue))
        }
        ErrorKind::NoEquals
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => {
            format!("{arg} 缺少值")
        }
        ErrorKind::MissingRequiredArgument => format!("缺少 {arg}"),
        ErrorKind::ArgumentConflict => format!("{arg} 重复，或与别的参数冲突"),
        ErrorKind::TooManyValues => format!("{arg} 的值过多"),
        ErrorKind::InvalidUtf8 => "参数不是合法的 UTF-8 文字".to_owned(),
        _ => return None,
    };
    let valid = about(ContextKind::ValidValue);
    if !valid.is_empty() {
        text.push_str(&format!("；可用：{valid}"));
    }
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
    if let Some(near) = near.into_iter().map(about).find(|near| !near.is_empty()) {
        text.push_str(&format!("；是不是 {near}？"));
    }
    Some(text)
}

/// A piece of a clap error without clap's styling.
fn plain(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join("、"),
        ContextValue::Number(number) => number.to_string(),
        other => other.to_string(),
    }
}
