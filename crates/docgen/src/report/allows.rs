//! What is allowed, by whom and why: `docgen check --list-allows`.

use docgen::{Allowed, Voice};
use docgen_model::{Bilingual, Lang, Text};

use super::Finished;
use super::place::Lines;
use crate::settings;

/// One line for each `allow`, document by document.
pub(crate) fn report(all: &[Finished], lang: Lang) -> String {
    let lines = |finished: &Finished| {
        let lines = Lines::new(&finished.source);
        let line = |allowed| line(allowed, finished, &lines, lang);
        finished.allowed.iter().map(line).collect::<String>()
    };
    all.iter().map(lines).collect()
}

fn line(allowed: &Allowed, finished: &Finished, lines: &Lines<'_>, lang: Lang) -> String {
    let place = match allowed.voice {
        Voice::Document => {
            let place = lines.place(allowed.ruling.code.span);
            format!("{}:{}:{}", finished.file, place.line, place.column)
        }
        Voice::Folder | Voice::CommandLine => {
            format!("{}（{}）", finished.file, voice(allowed.voice))
        }
    };
    let count = allowed.count;
    let count = Bilingual::new(format!("隐去 {count} 处"), format!("{count} not told"));
    let (code, count) = (&allowed.ruling.code.value, count.get(lang).to_owned());
    let reason = allowed.ruling.reason.as_ref().map_or("", Text::as_str);
    format!("{place}  {code}  {count}  {reason}").trim_end().to_owned() + "\n"
}

/// The name of whoever allows something.
pub(super) fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Folder => settings::FILE,
        Voice::Document => "lint",
        Voice::CommandLine => "--allow",
    }
}
