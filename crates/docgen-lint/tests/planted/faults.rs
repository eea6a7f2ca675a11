//! Slips of the pen: each kind with the codes of the rules that may tell of it.

use crate::prose::{Draft, TWICE};
use crate::random::Random;

/// A fault that was planted.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) kind: &'static str,
    pub(crate) line: usize,
    pub(crate) codes: &'static [&'static str],
}

impl Fault {
    /// The sentences of its line that are not as in the clean text.
    pub(crate) fn shown(&self, clean: &[String], lines: &[String]) -> String {
        let sentences: Vec<_> = clean[self.line].split('。').collect();
        let changed =
            lines[self.line].split('。').filter(|text| !sentences.contains(text));
        changed.collect::<Vec<_>>().join("。")
    }
}

/// The kinds of facts, and the codes that may tell that one of their figures is off.
const FACTS: [(&str, &[&str]); 29] = [
    ("sum", &["number-part-sum", "number-subset", "number-remainder"]),
    ("after", &["number-sum-after"]),
    ("duringyear", &["number-period-sum", "number-sum-after"]),
    ("rest", &["number-remainder", "number-part-sum"]),
    ("part", &["number-percent-of-count", "number-fraction"]),
    ("plan", &["number-percent-of-plan"]),
    ("grow", &["number-growth"]),
    ("fall", &["number-growth"]),
    ("more", &["number-growth-amount"]),
    ("changerate", &["number-change-rate"]),
    ("points", &["number-percent-points"]),
    ("mean", &["number-average"]),
    ("product", &["number-product"]),
    ("shares", &["number-shares"]),
    ("structure", &["number-structure-ratio"]),
    ("yi", &["number-conversion"]),
    ("mu", &["number-conversion"]),
    ("days", &["number-duration"]),
    ("named", &["number-named-list"]),
    ("namedmore", &["number-named-list"]),
    ("list", &["number-list-length"]),
    ("listdot", &["number-list-length"]),
    ("range", &["number-range-turned"]),
    ("subset", &["number-subset"]),
    ("rank", &["number-rank"]),
    ("rate", &["number-over-hundred"]),
    ("multiple", &["number-multiple"]),
    ("plain", &[]),
    ("", &[]),
];

/// A change of a line's text: what it is called, what may tell of it, and how it is made.
struct Slip {
    kind: &'static str,
    codes: &'static [&'static str],
    make: fn(&str, &mut Random) -> Option<String>,
}

const SLIPS: [Slip; 15] = [
    Slip { kind: "skipped 一是", codes: &["structure-series"], make: skip_member },
    Slip { kind: "skipped （一）", codes: &["structure-ordinal"], make: skip_ordinal },
    Slip { kind: "unpaired quote", codes: &["structure-unpaired"], make: drop_quote },
    Slip {
        kind: "的的",
        codes: &["text-repeated"],
        make: |text, _| once(text, "的", "的的"),
    },
    Slip {
        kind: "和和",
        codes: &["text-repeated"],
        make: |text, _| once(text, "和", "和和"),
    },
    Slip {
        kind: "，，",
        codes: &["text-doubled"],
        make: |text, _| once(text, "，", "，，"),
    },
    Slip {
        kind: "half-width",
        codes: &["doc-full-width-marks", "text-"],
        make: half_width,
    },
    Slip { kind: "full-width digit", codes: &["text-full-width"], make: full_width },
    Slip { kind: "slip", codes: &["text-slip"], make: misspell },
    Slip {
        kind: "nested titles",
        codes: &["structure-nested", "structure-unpaired"],
        make: nest,
    },
    Slip { kind: "impossible date", codes: &["number-impossible-date"], make: no_day },
    Slip { kind: "about twice", codes: &["text-about"], make: about },
    Slip {
        kind: "spoken organ",
        codes: &["text-organ-spoken"],
        make: |text, _| once(text, "县住房和城乡建设局做好", "县住建局做好"),
    },
    Slip {
        kind: "name of a law",
        codes: &["text-law-name"],
        make: |text, _| once(text, "行政处罚法》", "行政处罚条例》"),
    },
    Slip {
        kind: "degree",
        codes: &["text-degree"],
        make: |text, _| once(text, "40℃", "40度"),
    },
];

/// Plants faults of many kinds in a document, one a line.
pub(crate) fn plant(
    draft: &Draft,
    clean: &[String],
    seed: u64,
) -> (Vec<String>, Vec<Fault>) {
    let mut random = Random::new(seed);
    let (mut wrong, mut faults) = (vec![], vec![]);
    let long: Vec<_> = (0..clean.len()).filter(|line| clean[*line].len() > 240).collect();
    let (of_facts, of_text): (Vec<_>, Vec<_>) =
        long.iter().copied().partition(|line| (line + seed as usize).is_multiple_of(2));
    for line in of_facts {
        let parts = &draft.lines[line].parts;
        let facts: Vec<_> = (0..parts.len())
            .filter_map(|at| {
                let kind = parts[at].1?.kind;
                let (kind, codes) = FACTS.iter().find(|(name, _)| *name == kind)?;
                (!codes.is_empty()).then_some((at, *kind, *codes))
            })
            .collect();
        if facts.is_empty() {
            continue;
        }
        let (at, kind, codes) = *random.pick(&facts);
        wrong.push((line, at));
        faults.push(Fault { kind, line, codes });
    }
    let mut lines = draft.written(&wrong);
    let headings = (0..clean.len()).filter(|line| clean[*line].starts_with('（'));
    for line in of_text.into_iter().chain(random.some(&headings.collect::<Vec<_>>(), 1)) {
        let first = random.within(0, SLIPS.len() as i64 - 1) as usize;
        let slips = SLIPS.iter().cycle().skip(first).take(SLIPS.len());
        let mut made = slips
            .filter_map(|slip| Some((slip, (slip.make)(&lines[line], &mut random)?)));
        if let Some((slip, text)) = made.next() {
            lines[line] = text;
            faults.push(Fault { kind: slip.kind, line, codes: slip.codes });
        }
    }
    second_values(draft, &mut lines, &mut faults, &mut random);
    (lines, faults)
}

/// Another figure the second time that one is told.
fn second_values(
    draft: &Draft,
    lines: &mut [String],
    faults: &mut Vec<Fault>,
    random: &mut Random,
) {
    let kinds: [(usize, &str, &[&str]); 3] = [
        (0, "two values", &["number-two-values"]),
        (2, "unit drift", &["number-unit-drift"]),
        (3, "magnitude", &["number-magnitude"]),
    ];
    let (pair, kind, codes) = *random.pick(&kinds);
    let [first, second] = TWICE[pair].map(|words| draft.told(words, "{v}"));
    let Some((before, _)) = second.split_once("{v}") else { return };
    let _ = first;
    let found = lines.iter().rposition(|line| {
        line.contains(second.split("{v}").nth(1).unwrap_or_default())
            && line.contains(before)
    });
    let Some(line) = found.filter(|line| faults.iter().all(|fault| fault.line != *line))
    else {
        return;
    };
    let (old, new) = match pair {
        0 => ("率达", "率达1"),
        2 => ("条整改措施全部", "项整改措施全部"),
        _ => ("亿元，工业", "万元，工业"),
    };
    lines[line] = if pair == 0 {
        let at = lines[line].rfind(old).map_or(0, |at| at + old.len());
        let digit = lines[line][at..=at].parse::<u8>().unwrap_or(3);
        format!("{}{}{}", &lines[line][..at], (digit % 8) + 1, &lines[line][at + 1..])
    } else {
        lines[line].replace(old, new)
    };
    faults.push(Fault { kind, line, codes });
}

fn once(text: &str, old: &str, new: &str) -> Option<String> {
    text.contains(old).then(|| text.replacen(old, new, 1))
}

fn skip_member(text: &str, _: &mut Random) -> Option<String> {
    once(text, "二是", "三是").filter(|_| text.contains("。二是"))
}

fn skip_ordinal(text: &str, _: &mut Random) -> Option<String> {
    let next = [
        ("（二）", "（三）"),
        ("（三）", "（四）"),
        ("（四）", "（五）"),
        ("（五）", "（六）"),
    ];
    let (old, new) = next.into_iter().find(|(old, _)| text.starts_with(old))?;
    once(text, old, new)
}

fn drop_quote(text: &str, random: &mut Random) -> Option<String> {
    let mark: &&str = random.pick(&["“", "”"]);
    once(text, mark, "")
}

fn half_width(text: &str, random: &mut Random) -> Option<String> {
    let (old, new) = *random.pick(&[("，", ","), ("；", ";"), ("（", "("), ("。", ".")]);
    let at = text.rfind(old)?;
    Some(format!("{}{new}{}", &text[..at], &text[at + old.len()..]))
}

fn full_width(text: &str, _: &mut Random) -> Option<String> {
    let at = text.find(|c: char| matches!(c, '2'..='9'))?;
    let digit = char::from_u32(u32::from(text.as_bytes()[at] - b'0') + u32::from('０'))?;
    Some(format!("{}{digit}{}", &text[..at], &text[at + 1..]))
}

fn misspell(text: &str, random: &mut Random) -> Option<String> {
    let words = [
        ("部署", "布署"),
        ("其他", "其它"),
        ("账", "帐"),
        ("覆盖", "复盖"),
        ("部分", "部份"),
        ("安装", "按装"),
        ("法治政府", "法制政府"),
        ("作出", "做出"),
    ];
    let fits: Vec<_> =
        words.into_iter().filter(|(right, _)| text.contains(right)).collect();
    if fits.is_empty() {
        return None;
    }
    let (right, wrong) = *random.pick(&fits);
    once(text, right, wrong)
}

fn nest(text: &str, _: &mut Random) -> Option<String> {
    once(text, "《", "《关于印发《").and_then(|text| once(&text, "》", "》的通知》"))
}

fn no_day(text: &str, random: &mut Random) -> Option<String> {
    let month = text.match_indices('月').find(|(at, _)| {
        let rest = &text[at + '月'.len_utf8()..];
        let length = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        length > 0 && rest[length..].starts_with('日')
    })?;
    let start = month.0 + '月'.len_utf8();
    let length = text[start..].find('日')?;
    let day = random.within(32, 39);
    Some(format!("{}{day}{}", &text[..start], &text[start + length..]))
}

fn about(text: &str, _: &mut Random) -> Option<String> {
    let at =
        text.find("余条").or_else(|| text.find("余人")).or_else(|| text.find("余份"))?;
    let before = text[..at].trim_end_matches(|c: char| c.is_ascii_digit() || c == '万');
    Some(format!("{before}近{}", &text[before.len()..]))
}
