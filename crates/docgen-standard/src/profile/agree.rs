//! Values that must agree with each other: what follows from what a profile sets, and what
//! cannot stand together.

use docgen_model::{Abs, Bilingual, Code, Diagnostic, Span};

use super::{Deviation, Profile};
use crate::Role;

/// Sets what follows from the deviations, where they do not set it themselves: the margins and
/// the pitch of the DOCX from the type area, its tracking from the cells.
pub(super) fn follow(profile: &mut Profile, base: &Profile, deviations: &[Deviation]) {
    let set = |keys: &[&str]| deviations.iter().any(|d| keys.contains(&d.key.as_str()));
    let bottom = |p: &Profile| p.page.height - p.page.top - p.page.body_height;
    let moved = [profile.page.top - base.page.top, bottom(profile) - bottom(base)];
    if !set(&["docx.margin_top"]) {
        profile.docx.margin_top += moved[0];
    }
    if !set(&["docx.margin_bottom"]) {
        profile.docx.margin_bottom += moved[1];
    }
    let rows = |p: &Profile| (p.page.rows, room(p));
    if !set(&["docx.pitch"]) && rows(profile) != rows(base) {
        let pitch = room(profile) / i64::from(profile.page.rows.max(1));
        profile.docx.pitch = Abs::twips(floor_twips(pitch));
    }
    let wider = slack(profile) - slack(base);
    if !set(&["docx.tracking"]) && wider != Abs::ZERO {
        profile.docx.tracking = Abs::twips(floor_twips(base.docx.tracking + wider));
    }
}

/// The height between the margins of the DOCX.
fn room(profile: &Profile) -> Abs {
    profile.page.height - profile.docx.margin_top - profile.docx.margin_bottom
}

/// What a cell has beyond a character.
fn slack(profile: &Profile) -> Abs {
    let cell = profile.page.body_width / i64::from(profile.page.columns.max(1));
    cell - profile.style(Role::Body).size
}

fn floor_twips(length: Abs) -> i64 {
    length.to_emu().div_euclid(Abs::twips(1).to_emu())
}

/// What cannot stand together, told at the deviation that brought it.
pub(super) fn conflicts(profile: &Profile, deviations: &[Deviation]) -> Vec<Diagnostic> {
    let place = |keys: &[&str]| {
        let of = |deviation: &&Deviation| {
            keys.iter().any(|key| deviation.key.starts_with(key))
        };
        deviations.iter().rev().find(of).map_or(Span::default(), |found| found.span)
    };
    let finding = |(keys, zh, en): (&[&str], &'static str, &'static str)| {
        Diagnostic::error(Code::ProfileConflict, place(keys), Bilingual::new(zh, en))
    };
    rules(profile)
        .into_iter()
        .filter(|(broken, _)| *broken)
        .map(|(_, rule)| finding(rule))
        .collect()
}

/// The keys in question, and what is wrong with them, in Chinese and English.
type Rule = (&'static [&'static str], &'static str, &'static str);

fn rules(profile: &Profile) -> Vec<(bool, Rule)> {
    [page_rules(profile), docx_rules(profile), head_rules(profile)].concat()
}

fn page_rules(profile: &Profile) -> Vec<(bool, Rule)> {
    let page = &profile.page;
    let size = |role| profile.style(role).size;
    let (rows, columns) = (i64::from(page.rows), i64::from(page.columns));
    let number = profile.page_number.below_body + size(Role::PageNumber);
    vec![
        (
            page.left + page.body_width >= page.width,
            (
                &["page"],
                "订口加版心宽超过纸宽",
                "the type area leaves the sheet at the right",
            ),
        ),
        (
            page.top + page.body_height + number > page.height,
            (
                &["page"],
                "天头加版心高之下放不下页码",
                "no room is left below the type area for the page number",
            ),
        ),
        (
            size(Role::Body) * rows > page.body_height,
            (
                &["page", "roles.body"],
                "版心放不下这么多行",
                "the rows do not fit the type area",
            ),
        ),
        (
            size(Role::Body) * columns > page.body_width * 2,
            (
                &["page", "roles.body"],
                "版心放不下这么多字",
                "the cells do not fit the type area",
            ),
        ),
    ]
}

fn docx_rules(profile: &Profile) -> Vec<(bool, Rule)> {
    let (page, docx) = (&profile.page, &profile.docx);
    let size = |role| profile.style(role).size;
    let (rows, columns) = (i64::from(page.rows), i64::from(page.columns));
    let advance = size(Role::Body) + docx.tracking;
    let largest = size(Role::Title).max(size(Role::AttachmentTitle));
    vec![
        (
            docx.pitch * rows > room(profile) || docx.pitch * (rows + 1) <= room(profile),
            (
                &["docx", "page"],
                "DOCX 的页边之间放不下正好这么多行（docx.pitch × page.rows）",
                "the margins of the DOCX do not hold exactly these rows",
            ),
        ),
        (
            advance * columns > page.body_width
                || advance * (columns + 1) <= page.body_width,
            (
                &["docx", "page", "roles.body"],
                "DOCX 的一行放不下正好这么多字（字号加 docx.tracking，乘 page.columns）",
                "a line of the DOCX does not hold exactly these characters",
            ),
        ),
        (
            docx.pitch < largest,
            (
                &["docx", "page", "roles"],
                "行距比标题的字还小",
                "the pitch is less than the title",
            ),
        ),
    ]
}

fn head_rules(profile: &Profile) -> Vec<(bool, Rule)> {
    let head = &profile.head;
    vec![
        (
            head.mark_size < head.mark_size_min,
            (
                &["head.mark_size"],
                "mark_size 比 mark_size_min 小",
                "mark_size is less than mark_size_min",
            ),
        ),
        (
            head.stack_leading < head.stack_leading_min,
            (
                &["head.stack_leading"],
                "stack_leading 比 stack_leading_min 小",
                "stack_leading is less than stack_leading_min",
            ),
        ),
        (
            head.two_rows_min > head.two_rows_max,
            (
                &["head.two_rows"],
                "two_rows_min 比 two_rows_max 大",
                "two_rows_min is more than two_rows_max",
            ),
        ),
    ]
}
