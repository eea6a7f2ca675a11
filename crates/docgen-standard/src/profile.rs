//! A profile: the standard, or the standard with a house's named deviations.

mod field;
mod figure;
mod front;
mod table;

use std::collections::BTreeMap;
use std::sync::{LazyLock, OnceLock};

use docgen_model::{
    Abs, Diagnostic, Document, Format, LatinFaces, Palette, Rect, Setting,
};
use serde::Deserialize;
use serde::de::IgnoredAny;

use self::style::{Leaf, RawStyle, read_faces, read_latin, read_style};
use crate::data::{self, cited, cited_abs};
use crate::flow::{self, FlowSpec};
use crate::masters::{LetterSpec, MinutesSpec, OrderSpec};
use crate::role::{Role, RoleMap};
use crate::{Grid, Len};
pub use field::FieldSpec;
pub use figure::FigureSpec;
pub use front::{ContentsSpec, CoverSpec};
pub use table::TableSpec;

mod agree;
mod deviation;
mod house;
mod kind;
mod read;
mod settings;
mod style;

pub use self::deviation::{Deviation, Force};
pub use self::house::{Key, keys};
pub use self::settings::settings_of_toml;
pub use self::style::{Align, Faces, ParaStyle};

/// A profile that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProfileError {
    /// No built-in profile has this name.
    Unknown(String),
    /// A data file is wrong.
    Invalid(String),
}

impl std::fmt::Display for ProfileError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unknown(name) => write!(f, "no profile {name}"),
            Self::Invalid(why) => write!(f, "profile data: {why}"),
        }
    }
}

impl std::error::Error for ProfileError {}

/// Every number that layout and the DOCX need.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Its name.
    pub name: String,
    /// What it is for, if it is not the standard itself.
    pub about: Option<String>,
    /// The profile that it departs from; the standard has none.
    pub base: Option<String>,
    /// Everything that is otherwise than in the standard, its base's deviations first.
    pub deviations: Vec<Deviation>,
    /// What the colours look like.
    pub palette: Palette,
    /// Which class sets digits and Latin letters beside each class.
    pub latin: LatinFaces,
    /// The faces that the DOCX names.
    pub faces: Faces,
    /// The sheet and the type area.
    pub page: PageSpec,
    /// 版头.
    pub head: HeadSpec,
    /// 信函.
    pub letter: LetterSpec,
    /// 命令（令）.
    pub order: OrderSpec,
    /// 纪要.
    pub minutes: MinutesSpec,
    /// 标题.
    pub title: TitleSpec,
    /// 落款.
    pub signature: SignatureSpec,
    /// 会议文件.
    pub meeting: MeetingSpec,
    /// 封面.
    pub cover: CoverSpec,
    /// 目录.
    pub contents: ContentsSpec,
    /// 附件.
    pub attachment: AttachmentSpec,
    /// 印发件.
    pub enclosed: EnclosedSpec,
    /// 打印.
    pub print: PrintSpec,
    /// 表格.
    pub table: TableSpec,
    /// 图片.
    pub figure: FigureSpec,
    /// 版记.
    pub record: RecordSpec,
    /// 页码.
    pub page_number: PageNumberSpec,
    /// What a word processor is told.
    pub docx: DocxSpec,
    /// The names of elements in data exchange.
    pub fields: FieldSpec,
    /// The style of every role.
    pub styles: RoleMap<ParaStyle>,
    /// The flow of every format; none where it is the standard's.
    flows: Option<Vec<FlowSpec>>,
}

/// The sheet and the type area (clause 5).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct PageSpec {
    #[serde(deserialize_with = "cited_abs")]
    pub width: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub height: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub top: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub left: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub body_width: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub body_height: Abs,
    #[serde(deserialize_with = "cited")]
    pub rows: u32,
    #[serde(deserialize_with = "cited")]
    pub columns: u32,
}

/// 版头 (clause 7.2).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct HeadSpec {
    #[serde(deserialize_with = "cited")]
    pub copy_number_row: u32,
    #[serde(deserialize_with = "cited")]
    pub secrecy_row: u32,
    #[serde(deserialize_with = "cited_abs")]
    pub mark_top: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub mark_size: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub mark_size_min: Abs,
    #[serde(deserialize_with = "cited")]
    pub stack_leading: i64,
    #[serde(deserialize_with = "cited")]
    pub stack_leading_min: i64,
    #[serde(deserialize_with = "cited_abs")]
    pub stack_size_min: Abs,
    #[serde(deserialize_with = "cited")]
    pub stack_gap: Len,
    #[serde(deserialize_with = "cited")]
    pub stack_lines_below: u32,
    #[serde(deserialize_with = "cited")]
    pub mongolian_size: i64,
    #[serde(deserialize_with = "cited")]
    pub mongolian_pitch: i64,
    #[serde(deserialize_with = "cited")]
    pub mongolian_gap: Len,
    #[serde(deserialize_with = "cited")]
    pub number_indent: Len,
    #[serde(deserialize_with = "cited")]
    pub signer_indent: Len,
    #[serde(deserialize_with = "cited")]
    pub signers_per_line: usize,
    #[serde(deserialize_with = "cited_abs")]
    pub rule_below_number: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub rule_thickness: Abs,
    #[serde(deserialize_with = "cited")]
    pub rule_edge: RuleEdge,
    #[serde(deserialize_with = "cited_abs")]
    pub two_rows_min: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub two_rows_max: Abs,
}

/// Which edge of the red rule lies as far below 发文字号 as the clause says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RuleEdge {
    /// Its middle.
    Centre,
    /// The upper one.
    Top,
}

/// 标题 (clause 7.3.1).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct TitleSpec {
    #[serde(deserialize_with = "cited")]
    pub widest: Len,
    #[serde(deserialize_with = "cited")]
    pub most_lines: usize,
}

/// 落款 (clause 7.3.5).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct SignatureSpec {
    #[serde(deserialize_with = "cited")]
    pub stamped_date_right: Len,
    #[serde(deserialize_with = "cited_abs")]
    pub seal_diameter: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub seals_apart: Abs,
    #[serde(deserialize_with = "cited")]
    pub seals_per_row: usize,
    #[serde(deserialize_with = "cited")]
    pub names_apart: Len,
    #[serde(deserialize_with = "cited")]
    pub unstamped_rows: u32,
    #[serde(deserialize_with = "cited")]
    pub unstamped_organ_right: Len,
    #[serde(deserialize_with = "cited")]
    pub unstamped_date_shift: Len,
    #[serde(deserialize_with = "cited")]
    pub signed_rows: u32,
    #[serde(deserialize_with = "cited")]
    pub signed_rows_between: u32,
    #[serde(deserialize_with = "cited")]
    pub signed_right: Len,
    #[serde(deserialize_with = "cited")]
    pub signed_post_gap: Len,
    #[serde(deserialize_with = "cited")]
    pub signed_stamp_width: Len,
    #[serde(deserialize_with = "cited")]
    pub signed_date_rows: u32,
    #[serde(deserialize_with = "cited")]
    pub lone_date_right: Len,
    #[serde(deserialize_with = "cited")]
    pub lines_with_signature: u32,
}

/// 会议文件 (`docs/spec/gbt9704.md` §5).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct MeetingSpec {
    #[serde(deserialize_with = "cited")]
    pub chairs: String,
    #[serde(deserialize_with = "cited")]
    pub committee: String,
    #[serde(deserialize_with = "cited")]
    pub congress: String,
}

/// 附件说明 and 附件 (clauses 7.3.4 and 7.3.7).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct AttachmentSpec {
    #[serde(deserialize_with = "cited")]
    pub title_row: u32,
}

/// 印发件, set like an 附件 without label.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct EnclosedSpec {
    #[serde(deserialize_with = "cited")]
    pub title_row: u32,
}

/// 打印: the marks by which a sheet is trimmed (clause 6.3).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct PrintSpec {
    #[serde(deserialize_with = "cited_abs")]
    pub crop_mark_length: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub crop_mark_gap: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub crop_mark_thickness: Abs,
}

/// 版记 (clause 7.4).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct RecordSpec {
    #[serde(deserialize_with = "cited_abs")]
    pub outer_thickness: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub inner_thickness: Abs,
    #[serde(deserialize_with = "cited")]
    pub indent: Len,
}

/// 页码 (clause 7.5).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct PageNumberSpec {
    #[serde(deserialize_with = "cited")]
    pub position: NumberPosition,
    #[serde(deserialize_with = "cited")]
    form: String,
    #[serde(deserialize_with = "cited_abs")]
    pub below_body: Abs,
    #[serde(deserialize_with = "cited")]
    pub indent: Len,
}

impl PageNumberSpec {
    /// What stands before the number and behind it.
    pub fn around(&self) -> (&str, &str) {
        self.form.split_once('1').unwrap_or((&self.form, ""))
    }
}

/// Where the page number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberPosition {
    /// Right on odd pages, left on even ones.
    Outside,
    /// In the middle.
    Centre,
}

/// What a word processor is told (`docs/spec/word-layout.md`).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct DocxSpec {
    #[serde(deserialize_with = "cited_abs")]
    pub margin_top: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub margin_bottom: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub pitch: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub tracking: Abs,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProfile {
    name: String,
    sizes: BTreeMap<String, Len>,
    #[serde(rename = "limits")]
    _limits: IgnoredAny,
    colors: Colors,
    latin: BTreeMap<String, Leaf>,
    faces: BTreeMap<String, Leaf>,
    page: PageSpec,
    head: HeadSpec,
    letter: LetterSpec,
    order: OrderSpec,
    minutes: MinutesSpec,
    title: TitleSpec,
    signature: SignatureSpec,
    meeting: MeetingSpec,
    cover: CoverSpec,
    contents: ContentsSpec,
    attachment: AttachmentSpec,
    enclosed: EnclosedSpec,
    print: PrintSpec,
    table: TableSpec,
    figure: FigureSpec,
    record: RecordSpec,
    page_number: PageNumberSpec,
    docx: DocxSpec,
    fields: FieldSpec,
    roles: BTreeMap<String, RawStyle>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Colors {
    red: Leaf,
}

static GBT9704: LazyLock<Result<Profile, ProfileError>> = LazyLock::new(|| {
    let raw = serde_json::from_str(data::GBT9704);
    let raw = raw.map_err(|why| ProfileError::Invalid(why.to_string()))?;
    Profile::of_raw(raw, None).map_err(ProfileError::Invalid)
});

/// The data of the standard as a table, from which other profiles are made.
static STANDARD: LazyLock<Result<toml::Table, ProfileError>> = LazyLock::new(|| {
    let invalid = |why: serde_json::Error| ProfileError::Invalid(why.to_string());
    serde_json::from_str(data::GBT9704).map_err(invalid)
});

/// The built-in profiles, each read once a process, in the order of [`data::PROFILES`].
static PROFILES: [OnceLock<Result<Profile, ProfileError>>; data::PROFILES.len()] =
    [const { OnceLock::new() }; data::PROFILES.len()];

impl Profile {
    /// The standard without deviations.
    ///
    /// # Panics
    /// Never: a test reads the same constant data.
    pub fn gbt9704() -> &'static Self {
        match &*GBT9704 {
            Ok(profile) => profile,
            Err(error) => unreachable!("built-in data: {error}"),
        }
    }

    /// A built-in profile by name.
    ///
    /// # Errors
    /// [`ProfileError::Unknown`] if there is none of this name.
    pub fn named(name: &str) -> Result<Self, ProfileError> {
        if name == Self::gbt9704().name {
            return Ok(Self::gbt9704().clone());
        }
        let mut known = data::PROFILES.iter().zip(&PROFILES);
        let ((_, file), profile) = known
            .find(|((known, _), _)| *known == name)
            .ok_or_else(|| ProfileError::Unknown(name.to_owned()))?;
        profile.get_or_init(|| house::built_in(file)).clone()
    }

    /// The names of the built-in profiles.
    pub fn names() -> impl Iterator<Item = &'static str> {
        [Self::gbt9704().name.as_str()]
            .into_iter()
            .chain(data::PROFILES.iter().map(|(name, _)| *name))
    }

    /// The names of the built-in profiles, as a message lists them.
    pub fn known() -> String {
        Self::names().collect::<Vec<_>>().join(", ")
    }

    /// The grid of the type area.
    pub fn grid(&self) -> Grid {
        let page = &self.page;
        let body = Rect {
            x: page.left,
            y: page.top,
            width: page.body_width,
            height: page.body_height,
        };
        let size = self.styles.get(Role::Body).size;
        Grid { body, rows: page.rows, columns: page.columns, size }
    }

    /// The grid of a sheet that lies across (clause 8), as one looks at it.
    pub fn turned_grid(&self) -> Grid {
        self.grid().turned(self.page.height)
    }

    /// The white at the right of the type area.
    pub fn right_margin(&self) -> Abs {
        self.page.width - self.page.left - self.page.body_width
    }

    /// The width between the margins of the DOCX, which are whole twips: up to a twip more
    /// than that of the type area.
    pub fn docx_width(&self) -> Abs {
        let twips = |length: Abs| length.to_twips();
        let (page, right) = (&self.page, self.right_margin());
        Abs::twips(twips(page.width) - twips(page.left) - twips(right))
    }

    /// The same of a sheet that lies across.
    pub fn docx_turned_width(&self) -> Abs {
        let docx = &self.docx;
        let twips = |length: Abs| length.to_twips();
        let margins = twips(docx.margin_top) + twips(docx.margin_bottom);
        Abs::twips(twips(self.page.height) - margins)
    }

    /// What the DOCX adds to the advances of a style: what is as large as the body text is
    /// tracked like it, nothing else is.
    pub fn tracking(&self, style: &ParaStyle) -> Abs {
        let as_body = style.size == self.style(Role::Body).size;
        if as_body { self.docx.tracking } else { Abs::ZERO }
    }

    /// From line to line of a role in the DOCX: cells of tables have their own.
    pub fn docx_pitch(&self, role: Role) -> Abs {
        match role {
            Role::Table | Role::TableHead | Role::TableTotals => self.table.pitch,
            _ => self.docx.pitch,
        }
    }

    /// The style of a role.
    pub fn style(&self, role: Role) -> &ParaStyle {
        self.styles.get(role)
    }

    /// Whether page 1 shows its number; that of a 信函 does not, unless its 版头 is elsewhere.
    pub fn numbers_first_page(&self, document: &Document) -> bool {
        let letter = document.format == Format::Letter && document.head.is_some();
        !letter || self.letter.first_page_number
    }

    /// The standard or another profile, with the deviations of a file of settings; every
    /// mistake in it is told, at its place in that file.
    pub fn of_settings(file: &Setting) -> (Option<Self>, Vec<Diagnostic>) {
        house::read(file)
    }

    /// The flow of a format.
    pub(crate) fn flow(&self, format: Format) -> &FlowSpec {
        let own = self.flows.as_ref().and_then(|flows| flows.get(format as usize));
        own.unwrap_or_else(|| flow::flow(format))
    }

    /// The values of a table of data.
    fn of_table(mut table: toml::Table) -> Result<Self, ProfileError> {
        let invalid = |why: toml::de::Error| ProfileError::Invalid(why.to_string());
        let flows =
            table.remove("formats").map(house::flows).transpose().map_err(invalid)?;
        let raw: RawProfile = table.try_into().map_err(invalid)?;
        Self::of_raw(raw, flows).map_err(ProfileError::Invalid)
    }

    fn of_raw(raw: RawProfile, flows: Option<Vec<FlowSpec>>) -> Result<Self, String> {
        let latin = read_latin(&raw.latin)?;
        let styles = RoleMap::try_new(|role| {
            let style = raw.roles.get(role.key());
            let style = style.ok_or_else(|| format!("no role {}", role.key()))?;
            read_style(style, &raw.sizes, latin)
        })?;
        let red = kind::rgb(raw.colors.red.words()).ok_or("no colour")?;
        Ok(Self {
            name: raw.name,
            about: None,
            base: None,
            deviations: vec![],
            palette: Palette { red },
            latin,
            faces: read_faces(&raw.faces)?,
            flows,
            page: raw.page,
            head: raw.head,
            letter: raw.letter,
            order: raw.order,
            minutes: raw.minutes,
            title: raw.title,
            signature: raw.signature,
            meeting: raw.meeting,
            cover: raw.cover,
            contents: raw.contents,
            attachment: raw.attachment,
            enclosed: raw.enclosed,
            print: raw.print,
            table: raw.table,
            figure: raw.figure,
            record: raw.record,
            page_number: raw.page_number,
            docx: raw.docx,
            fields: raw.fields,
            styles,
        })
    }
}

#[cfg(test)]
mod tests;
