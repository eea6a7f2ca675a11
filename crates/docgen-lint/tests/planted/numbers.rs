//! Fills the slots of a sentence so that the arithmetic of its kind holds, or, for a planted
//! fault, so that one figure is off as a slip of the pen makes it.

use std::collections::BTreeMap;

use crate::random::Random;

const DEPARTMENTS: [&str; 8] = [
    "教育局",
    "公安局",
    "民政局",
    "司法局",
    "财政局",
    "住房和城乡建设局",
    "农业农村局",
    "市场监管局",
];
const FIELDS: [&str; 7] =
    ["生态环境", "食品药品", "安全生产", "交通运输", "劳动保障", "自然资源", "文化旅游"];
const HAN: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];

/// Where a document speaks of: 县 and 全县, and its year.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene {
    pub(crate) place: &'static str,
    pub(crate) all: &'static str,
    pub(crate) year: i64,
}

/// The figures of one sentence by slot.
type Slots = BTreeMap<&'static str, String>;

/// A sentence of a kind, clean or with one figure that is off.
pub(crate) fn fill(
    kind: &str,
    words: &str,
    scene: Scene,
    seed: u64,
    wrong: bool,
) -> String {
    let mut random = Random::new(seed);
    let mut slots = figures(kind, words, scene, &mut random, wrong);
    slots.insert("{全}", scene.all.to_owned());
    slots.insert("{地}", scene.place.to_owned());
    let mut text = words.to_owned();
    for (slot, figure) in &slots {
        text = text.replace(slot, figure);
    }
    free(text, scene, &mut random)
}

/// Fills the slots that no arithmetic binds.
fn free(mut text: String, scene: Scene, random: &mut Random) -> String {
    let kinds = ["{N2}", "{N}", "{M}", "{W}", "{P2}", "{P}", "{D}", "{H}", "{X}", "{Q}"];
    for slot in kinds {
        while text.contains(slot) {
            let figure = match slot {
                "{N2}" => random.within(2, 19).to_string(),
                "{N}" => random.within(21, 99).to_string(),
                "{M}" => random.within(101, 980).to_string(),
                "{W}" => random.within(1200, 98_000).to_string(),
                "{P}" => format!("{}.{}", random.within(81, 97), random.within(1, 9)),
                "{P2}" => format!("{}.{}", random.within(81, 97), random.within(1, 9)),
                "{D}" => date(scene.year, random.within(2, 11), random.within(1, 28)),
                "{H}" => (random.within(3, 60) * 100).to_string(),
                "{X}" => random.within(2, 60).to_string(),
                _ => (random.within(21, 300) * 100).to_string(),
            };
            text = text.replacen(slot, &figure, 1);
        }
    }
    text
}

fn date(year: i64, month: i64, day: i64) -> String {
    format!("{year}年{month}月{day}日")
}

fn figures(
    kind: &str,
    words: &str,
    scene: Scene,
    random: &mut Random,
    wrong: bool,
) -> Slots {
    match kind {
        "sum" | "after" | "duringyear" => sum(words, random, wrong),
        "rest" => rest(random, wrong),
        "part" | "plan" => share(kind, random, wrong),
        "grow" | "fall" => growth(kind, random, wrong),
        "changerate" => change_rate(random, wrong),
        "more" => more(random, wrong),
        "points" => points(random, wrong),
        "mean" | "product" => mean(kind, words, random, wrong),
        "shares" | "structure" => shares(kind, random, wrong),
        "yi" | "mu" => conversion(kind, random, wrong),
        "days" => days(scene, random, wrong),
        "named" | "namedmore" => named(kind, scene, random, wrong),
        "list" | "listdot" => list(kind, random, wrong),
        "range" => range(random, wrong),
        "subset" | "rank" | "rate" | "multiple" => small(kind, random, wrong),
        _ => Slots::new(),
    }
}

/// Another digit in the ones or tens.
fn slip(number: i64, random: &mut Random) -> i64 {
    let place = if number >= 100 && random.within(0, 1) == 1 { 10 } else { 1 };
    let digit = number / place % 10;
    let other = (digit + random.within(1, 9)) % 10;
    let slipped = number + (other - digit) * place;
    if slipped > 0 { slipped } else { number + place }
}

fn tenth(tenths: i64) -> String {
    match tenths % 10 {
        0 => (tenths / 10).to_string(),
        rest => format!("{}.{rest}", tenths / 10),
    }
}

fn sum(words: &str, random: &mut Random, wrong: bool) -> Slots {
    let slots =
        ["{a}", "{b}", "{c}", "{d}"].into_iter().filter(|slot| words.contains(slot));
    let scale = if words.contains("万元") { 900 } else { 90 };
    let mut figures: Vec<_> =
        slots.map(|slot| (slot, random.within(11, scale))).collect();
    let total: i64 = figures.iter().map(|(_, figure)| figure).sum();
    figures.push(if words.contains("{t}") { ("{t}", total) } else { ("{w}", total) });
    if wrong {
        let at = random.within(0, figures.len() as i64 - 1) as usize;
        figures[at].1 = slip(figures[at].1, random);
    }
    figures.into_iter().map(|(slot, figure)| (slot, figure.to_string())).collect()
}

fn rest(random: &mut Random, wrong: bool) -> Slots {
    let (left, whole) = (random.within(2, 19), random.within(60, 900));
    let (mut left, mut done) = (left, whole - left);
    if wrong {
        let figure = if random.within(0, 1) == 0 { &mut left } else { &mut done };
        *figure = slip(*figure, random);
    }
    let figures = [("{w}", whole), ("{d}", done), ("{r}", left)];
    figures.into_iter().map(|(slot, figure)| (slot, figure.to_string())).collect()
}

/// A share in tenths of a per cent that is off by two to nine points.
fn off(tenths: i64, random: &mut Random) -> i64 {
    let by = random.within(20, 90) / 10 * 10;
    if tenths > by + 10 { tenths - by } else { tenths + by }
}

fn share(kind: &str, random: &mut Random, wrong: bool) -> Slots {
    let whole = random.within(80, 1900);
    let percent =
        if kind == "plan" { random.within(78, 125) } else { random.within(78, 99) };
    let part = whole * percent / 100;
    let tenths = (part * 1000 + whole / 2) / whole;
    let told = if wrong { off(tenths, random) } else { tenths };
    [("{w}", whole.to_string()), ("{p}", part.to_string()), ("{%}", tenth(told))].into()
}

fn growth(kind: &str, random: &mut Random, wrong: bool) -> Slots {
    let old = random.within(120, 2400);
    let by = old * random.within(6, 40) / 100 + 1;
    let new = if kind == "grow" { old + by } else { old - by };
    let tenths = (by * 1000 + old / 2) / old;
    let told = if wrong { off(tenths, random) } else { tenths };
    [("{o}", old.to_string()), ("{n}", new.to_string()), ("{%}", tenth(told))].into()
}

fn change_rate(random: &mut Random, wrong: bool) -> Slots {
    let old = random.within(120, 2400);
    let by = old * random.within(6, 40) / 100 + 1;
    let tenths = (by * 1000 + old / 2) / old;
    let told = if wrong { off(tenths, random) } else { tenths };
    [("{n}", (old + by).to_string()), ("{m}", by.to_string()), ("{%}", tenth(told))]
        .into()
}

fn more(random: &mut Random, wrong: bool) -> Slots {
    let (old, by) = (random.within(120, 900), random.within(11, 99));
    let told = if wrong { slip(by, random) } else { by };
    let figures = [("{o}", old), ("{n}", old + by), ("{m}", told)];
    figures.into_iter().map(|(slot, figure)| (slot, figure.to_string())).collect()
}

fn points(random: &mut Random, wrong: bool) -> Slots {
    let (old, by) = (random.within(700, 900), random.within(11, 80));
    let told = if wrong { by + random.within(5, 40) } else { by };
    [("{o}", tenth(old)), ("{n}", tenth(old + by)), ("{m}", tenth(told))].into()
}

fn mean(kind: &str, words: &str, random: &mut Random, wrong: bool) -> Slots {
    let step = if words.contains("万元") { 1 } else { 10 };
    let (count, each) = (random.within(12, 60), random.within(12, 90) * step);
    let mut total = count * each;
    let mut told = each;
    if wrong {
        let figure = if kind == "mean" { &mut told } else { &mut total };
        *figure += step * random.within(3, 9);
    }
    let figures = [("{n}", count), ("{m}", told), ("{t}", total)];
    figures.into_iter().map(|(slot, figure)| (slot, figure.to_string())).collect()
}

fn shares(kind: &str, random: &mut Random, wrong: bool) -> Slots {
    let (a, b) = (random.within(80, 300), random.within(310, 480));
    let c = 1000 - a - b;
    let mut figures = [("{a}", a), ("{b}", b), ("{c}", c)];
    if kind == "shares" {
        figures[0].1 = 1000 - b - c;
    }
    if wrong {
        let at = random.within(0, 2) as usize;
        figures[at].1 += random.within(2, 9) * 10;
    }
    figures.into_iter().map(|(slot, tenths)| (slot, tenth(tenths))).collect()
}

fn conversion(kind: &str, random: &mut Random, wrong: bool) -> Slots {
    let n = random.within(101, 9800);
    let (from, mut to) = if kind == "mu" {
        (n * 15, format!("{n}"))
    } else {
        let amount = n * 100;
        (amount, format!("{}.{:02}", amount / 10_000, amount % 10_000 / 100))
    };
    if wrong {
        // The point, or the noughts, one place on.
        to =
            if kind == "mu" { format!("{n}0") } else { format!("{}.{}", n / 10, n % 10) };
    }
    [("{x}", from.to_string()), ("{y}", to)].into()
}

fn days(scene: Scene, random: &mut Random, wrong: bool) -> Slots {
    let (month, from, length) =
        (random.within(3, 11), random.within(1, 9), random.within(4, 18));
    let told = if wrong { length + random.within(2, 8) } else { length };
    let to = format!("{month}月{}日", from + length - 1);
    let figures = [
        ("{from}", date(scene.year, month, from)),
        ("{to}", to),
        ("{days}", told.to_string()),
    ];
    figures.into()
}

fn named(kind: &str, scene: Scene, random: &mut Random, wrong: bool) -> Slots {
    let count = random.within(3, 6);
    let departments = random.some(&DEPARTMENTS, count as usize);
    let with_place = departments.iter().map(|name| format!("{}{name}", scene.place));
    let departments = with_place.collect::<Vec<_>>().join("、");
    let fields = random.some(&FIELDS, count as usize).join("、");
    let told = match (kind, wrong) {
        ("named", false) => count,
        ("named", true) => count + *random.pick(&[-1, 1, 2]),
        (_, false) => count + random.within(1, 5),
        (_, true) => count - 1,
    };
    [("{depts}", departments), ("{fields}", fields), ("{n}", told.to_string())].into()
}

fn list(kind: &str, random: &mut Random, wrong: bool) -> Slots {
    let items: Vec<_> =
        include_str!("items.txt").lines().filter(|l| !l.starts_with('#')).collect();
    let count = random.within(3, 6) as usize;
    let told = if wrong { count - 1 + 2 * random.within(0, 1) as usize } else { count };
    let chosen = random.some(&items, count);
    let numbered = chosen.iter().zip(HAN).map(|(item, han)| format!("{han}是{item}"));
    let slots = if kind == "list" {
        ("{items}", numbered.collect::<Vec<_>>().join("；"))
    } else {
        ("{sentences}", numbered.map(|item| item + "。").collect())
    };
    [slots, ("{n}", HAN[told - 1].to_owned())].into()
}

fn range(random: &mut Random, wrong: bool) -> Slots {
    let (low, more) = (random.within(2, 9), random.within(1, 9));
    let year = random.within(2016, 2024);
    let mut figures =
        [("{a}", low), ("{b}", low + more), ("{y}", year), ("{z}", year + 4)];
    if wrong {
        figures = [("{a}", low + more), ("{b}", low), ("{y}", year + 4), ("{z}", year)];
    }
    figures.into_iter().map(|(slot, figure)| (slot, figure.to_string())).collect()
}

fn small(kind: &str, random: &mut Random, wrong: bool) -> Slots {
    let whole = random.within(12, 90);
    let figures = match kind {
        "subset" => {
            let part = random.within(2, whole - 1);
            [("{w}", whole), ("{p}", if wrong { whole + part } else { part }), ("{r}", 0)]
        }
        "rank" => {
            let rank =
                if wrong { whole + random.within(1, 9) } else { random.within(1, whole) };
            [("{w}", whole), ("{r}", rank), ("{p}", 0)]
        }
        "rate" => {
            let rate =
                if wrong { random.within(101, 190) } else { random.within(85, 100) };
            [("{r}", rate), ("{w}", 0), ("{p}", 0)]
        }
        _ => {
            let (old, times) = (random.within(100, 900), random.within(2, 5));
            let told = if wrong { times + 1 } else { times };
            [("{o}", old), ("{n}", old * (times + 1)), ("{k}", told)]
        }
    };
    figures.into_iter().map(|(slot, figure)| (slot, figure.to_string())).collect()
}
