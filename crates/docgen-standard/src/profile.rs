//! A profile: the standard, or the standard with a house's named deviations.

mod figure;
mod table;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use docgen_model::{Abs, Color, Document, FontRole, Format, Rect};
use serde::Deserialize;

use crate::data::{self, cited, cited_abs};
use crate::masters::{LetterSpec, MinutesSpec, OrderSpec};
use crate::role::{Role, RoleMap};
use crate::{Grid, Len};
pub use figure::FigureSpec;
pub use table::TableSpec;

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
    #[serde(deserialize_with = "cited")]
    size: String,
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
    #[serde(deserialize_with = "cited_abs")]
    pub two_rows_min: Abs,
    #[serde(deserialize_with = "cited_abs")]
    pub two_rows_max: Abs,
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
    #[serde(deserialize_with = "cited_abs")]
    pub below_body: Abs,
    #[serde(deserialize_with = "cited")]
    pub indent: Len,
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

/// 公文域: the names of elements in data exchange (GB/T 33476.2).
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct FieldSpec {
    #[serde(deserialize_with = "cited")]
    pub copy_number: String,
    #[serde(deserialize_with = "cited")]
    pub issuer: String,
    #[serde(deserialize_with = "cited")]
    pub title: String,
    #[serde(deserialize_with = "cited")]
    pub organ: String,
    #[serde(deserialize_with = "cited")]
    pub date: String,
    #[serde(deserialize_with = "cited")]
    pub printer: String,
    #[serde(deserialize_with = "cited")]
    pub print_date: String,
}

/// How lines of a role are aligned.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Align {
    /// Flush left.
    #[default]
    Left,
    /// Both edges, the last line natural.
    Justify,
    /// Both edges, the last line too.
    Distribute,
    /// Centred on the type area.
    Center,
    /// Flush right.
    Right,
}

/// How a role is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParaStyle {
    /// The name of the DOCX style.
    pub name: String,
    /// The class that sets it; of a run-in heading, the class of the heading.
    pub font: FontRole,
    /// The class of what follows a run-in heading; the same as `font` elsewhere.
    pub rest_font: FontRole,
    /// Type size.
    pub size: Abs,
    /// Colour.
    pub color: Color,
    /// Alignment.
    pub align: Align,
    /// Indent of the first line.
    pub first: Len,
    /// Outline level from 1, of headings.
    pub outline: Option<u8>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProfile {
    name: String,
    #[serde(rename = "reason")]
    _reason: Option<String>,
    sizes: BTreeMap<String, Len>,
    page: PageSpec,
    head: HeadSpec,
    letter: LetterSpec,
    order: OrderSpec,
    minutes: MinutesSpec,
    title: TitleSpec,
    signature: SignatureSpec,
    meeting: MeetingSpec,
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
struct RawStyle {
    name: String,
    font: String,
    rest_font: Option<String>,
    size: String,
    #[serde(default)]
    align: Align,
    color: Option<String>,
    first: Option<Len>,
    outline: Option<u8>,
    #[serde(rename = "clause")]
    _clause: String,
}

static GBT9704: LazyLock<Result<Profile, ProfileError>> =
    LazyLock::new(|| Profile::read(None));

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
        let (_, file) = data::PROFILES
            .iter()
            .find(|(known, _)| *known == name)
            .ok_or_else(|| ProfileError::Unknown(name.to_owned()))?;
        Self::read(Some(file))
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

    /// The standard with the deviations of one file.
    fn read(deviations: Option<&str>) -> Result<Self, ProfileError> {
        let invalid = |why: toml::de::Error| ProfileError::Invalid(why.to_string());
        let mut table: toml::Table = toml::from_str(data::GBT9704).map_err(invalid)?;
        if let Some(file) = deviations {
            data::merge(&mut table, toml::from_str(file).map_err(invalid)?);
        }
        let raw: RawProfile = table.try_into().map_err(invalid)?;
        let styles = RoleMap::try_new(|role| {
            let style = raw.roles.get(role.key());
            let style = style.ok_or_else(|| format!("no role {}", role.key()))?;
            read_style(style, &raw.sizes)
        })
        .map_err(ProfileError::Invalid)?;
        if raw.page.size != raw.roles[Role::Body.key()].size {
            return Err(ProfileError::Invalid("page.size is not the body's".to_owned()));
        }
        Ok(Self {
            name: raw.name,
            page: raw.page,
            head: raw.head,
            letter: raw.letter,
            order: raw.order,
            minutes: raw.minutes,
            title: raw.title,
            signature: raw.signature,
            meeting: raw.meeting,
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

fn read_style(
    raw: &RawStyle,
    sizes: &BTreeMap<String, Len>,
) -> Result<ParaStyle, String> {
    let font = read_font(&raw.font)?;
    let size = match sizes.get(&raw.size) {
        Some(Len::Abs(size)) => *size,
        _ => return Err(format!("no size {}", raw.size)),
    };
    let color = match raw.color.as_deref() {
        None => Color::Black,
        Some("red") => Color::Red,
        Some(other) => return Err(format!("no colour {other}")),
    };
    Ok(ParaStyle {
        name: raw.name.clone(),
        font,
        rest_font: raw.rest_font.as_deref().map_or(Ok(font), read_font)?,
        size,
        color,
        align: raw.align,
        first: raw.first.unwrap_or(Len::ZERO),
        outline: raw.outline,
    })
}

fn read_font(name: &str) -> Result<FontRole, String> {
    let role = FontRole::ALL.into_iter().find(|role| role.name() == name);
    role.ok_or_else(|| format!("no typeface class {name}"))
}

#[cfg(test)]
mod tests;
