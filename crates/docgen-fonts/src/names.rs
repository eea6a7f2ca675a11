//! By which names a face is known to be of a class, and how much it is wanted there.
//!
//! The tables are data (`data/names.txt`, `data/fallback.txt`); names are compared folded, since
//! vendors and programs write them with and without blanks, hyphens and capitals.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use docgen_model::FontRole;

/// How much a face is wanted within its class; 0 is wanted most.
pub(crate) type Rank = usize;

/// The class that a name stands for.
pub(crate) fn class(name: &str) -> Option<(FontRole, Rank)> {
    TABLE.get(&fold(name)).copied()
}

/// The place of a face among those that help out.
pub(crate) fn spare_rank(name: &str) -> Option<Rank> {
    let name = fold(name);
    let known = fallback("替补").find(|(_, line)| names(line).any(|n| fold(n) == name));
    known.map(|(rank, _)| rank)
}

/// The classes whose faces help out, in the order in which they are asked.
pub(crate) fn helpers() -> impl Iterator<Item = FontRole> {
    fallback("类别").filter_map(|(_, line)| role(line))
}

/// The lines below a heading of the fallback table.
fn fallback(heading: &str) -> impl Iterator<Item = (Rank, &'static str)> {
    let lines = lines(include_str!("../data/fallback.txt"));
    lines.filter(move |(found, ..)| *found == heading).map(|(_, rank, line)| (rank, line))
}

/// The face that is most wanted in a class, by its Chinese name: 方正小标宋简体 for 小标宋.
pub fn most_wanted(role: FontRole) -> &'static str {
    rows().find(|row| row.role == role).map_or(role.name(), |row| row.name)
}

static TABLE: LazyLock<BTreeMap<String, (FontRole, Rank)>> = LazyLock::new(|| {
    let mut table = BTreeMap::new();
    for row in rows() {
        table.entry(fold(row.name)).or_insert((row.role, row.rank));
    }
    table
});

/// One name of the table.
struct Row {
    role: FontRole,
    /// The line below its heading; all names of a line are one face.
    rank: Rank,
    name: &'static str,
}

fn rows() -> impl Iterator<Item = Row> {
    lines(include_str!("../data/names.txt"))
        .filter_map(|(heading, rank, line)| Some((role(heading)?, rank, line)))
        .flat_map(|(role, rank, line)| {
            names(line).map(move |name| Row { role, rank, name })
        })
}

/// The lines of a table, each with the heading above it and its number.
fn lines(
    table: &'static str,
) -> impl Iterator<Item = (&'static str, Rank, &'static str)> {
    let mut heading = "";
    table
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .filter_map(move |(rank, line)| match line.strip_prefix('[') {
            Some(name) => {
                heading = name.trim_end_matches(']');
                None
            }
            None => Some((heading, rank, line)),
        })
}

fn names(line: &'static str) -> impl Iterator<Item = &'static str> {
    line.split('|').map(str::trim)
}

fn role(name: &str) -> Option<FontRole> {
    let mut roles = FontRole::ALL.into_iter().chain([FontRole::Mongolian]);
    roles.find(|role| role.name() == name)
}

/// Lower case, half width, without blanks, `_` and `-`: of NFKC what occurs in names.
fn fold(name: &str) -> String {
    let half_width = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(c) - 0xff01 + u32::from('!')).unwrap_or(c)
        }
        _ => c,
    };
    name.chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .map(half_width)
        .filter(|c| !matches!(c, '_' | '-'))
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_in_the_table_and_no_name_twice() {
        for role in FontRole::ALL.into_iter().chain([FontRole::Mongolian]) {
            assert!(rows().filter(|row| row.role == role).count() > 4, "{role:?}");
        }
        assert_eq!(rows().count(), TABLE.len());
        let text = include_str!("../data/names.txt");
        let headings = text.lines().filter(|line| line.starts_with('[')).count();
        assert_eq!(headings, FontRole::ALL.len() + 1);
        assert!(rows().all(|row| !fold(row.name).is_empty()));
    }

    #[test]
    fn names_match_however_they_are_written() {
        let (role, rank) = class("仿宋_GB2312").unwrap();
        assert_eq!(role, FontRole::FangSong);
        for name in
            ["FangSong_GB2312", "fangsong gb2312", "仿宋＿ＧＢ２３１２", "仿宋-gb2312"]
        {
            assert_eq!(class(name), Some((role, rank)), "{name}");
        }
        assert_eq!(class("FZXBSJW--GB1-0").unwrap().0, FontRole::XiaoBiaoSong);
        assert_eq!(class("仿宋_GB2312 Bold"), None);
        assert_eq!(class(""), None);
    }

    #[test]
    fn helpers_come_in_the_order_of_the_table() {
        assert_eq!(helpers().collect::<Vec<_>>(), [FontRole::SongTi, FontRole::KaiTi]);
        let rank = |name| spare_rank(name).unwrap();
        assert!(rank("Hana Min B") < rank("SimSun-ExtB"));
        assert!(rank("simsun extb") < rank("BabelStone Han"));
        assert_eq!(spare_rank("SimSun"), None);
    }

    #[test]
    fn earlier_lines_are_wanted_more() {
        let rank = |name| class(name).unwrap().1;
        assert!(rank("SimSun") < rank("NSimSun"));
        assert!(rank("方正小标宋简体") < rank("华文中宋"));
        assert_eq!(most_wanted(FontRole::XiaoBiaoSong), "方正小标宋简体");
        assert_eq!(most_wanted(FontRole::Latin), "Times New Roman");
    }
}
