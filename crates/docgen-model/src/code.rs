//! The stable names of findings: one table.
//!
//! A code never changes its meaning; scripts and CONTRIBUTING.md may rely on it. The prefix
//! says who found it: `input` the reader of bytes, `yaml` the file's form, `doc` its
//! content, `layout` the pages, `profile` a house style, `output` the writer of files.

use std::fmt;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal;)+) => {
        /// The kind of a finding.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
            /// A rule of `docgen-lint`, by its name there.
            Rule(&'static str),
        }

        impl Code {
            /// Every code of the table, in its order; the rules have a table of their own.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// What it says, in a sentence; of a rule its own table tells more.
            pub fn about(self) -> &'static str {
                match self {
                    $(Self::$name => concat!($($doc),+).trim(),)+
                    Self::Rule(_) => "A rule of the editor.",
                }
            }

            /// The name that messages print.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                    Self::Rule(name) => name,
                }
            }
        }
    };
}

codes! {
    /// The document's own file cannot be read.
    Unreadable = "input-unreadable";
    /// The bytes fit no encoding that is read.
    Encoding = "input-encoding";
    /// The file is larger than the limit.
    TooLarge = "input-too-large";
    /// The file was read as GB18030.
    ReadAsGb18030 = "input-read-as-gb18030";
    /// A control character, or one that has no place in a document.
    BadCharacter = "input-bad-character";
    /// `docgen.toml` cannot be read, or asks for what there is not.
    Settings = "input-settings";

    /// The file is not YAML.
    Syntax = "yaml-syntax";
    /// Nested too deeply, or too many values.
    Budget = "yaml-budget";
    /// The file holds no value, or its top is not a map.
    NotAMap = "yaml-not-a-map";
    /// The same key twice, in whichever language.
    DuplicateKey = "yaml-duplicate-key";
    /// A key that this format does not have.
    UnknownKey = "yaml-unknown-key";
    /// A value of the wrong form.
    WrongType = "yaml-wrong-type";
    /// A required key is missing.
    MissingKey = "yaml-missing-key";
    /// A key without a value.
    NoValue = "yaml-no-value";
    /// An anchor or an alias.
    Anchor = "yaml-anchor";
    /// A tag.
    Tag = "yaml-tag";
    /// A merge key.
    MergeKey = "yaml-merge-key";
    /// A second document in the file.
    SecondDocument = "yaml-second-document";
    /// ` #` after a plain text, which YAML would cut short.
    CutByComment = "yaml-cut-by-comment";
    /// A full-width colon as separator.
    FullWidthColon = "yaml-full-width-colon";
    /// A tab or U+3000 as indentation.
    Indentation = "yaml-indentation";
    /// The first line of a text is indented deeper than the rest.
    FirstLineDeeper = "yaml-first-line-deeper";
    /// ， or 、 inside an item of a flow list.
    CommaInItem = "yaml-comma-in-item";
    /// A form of YAML that cannot be tidied without changing what it says.
    Untidied = "yaml-untidied";

    /// Asked for, named in the format, but not built yet.
    NotBuilt = "doc-not-built";
    /// A value that is not one of those allowed.
    BadValue = "doc-bad-value";
    /// Not a date.
    BadDate = "doc-bad-date";
    /// A file name that leaves the document's folder, or a file that cannot be read.
    BadFile = "doc-bad-file";
    /// A picture that is none, is damaged, or is larger than the limits.
    BadPicture = "doc-bad-picture";
    /// A photograph was turned upright as its camera says.
    PictureTurned = "doc-picture-turned";
    /// A picture with neither 图题 nor 替代文字.
    NoAltText = "doc-no-alt-text";
    /// Pictures of seals that are not one for each organ, or cannot lie over text.
    SealPicture = "doc-seal-picture";
    /// No 文种 is given and none ends the title.
    NoKind = "doc-no-kind";
    /// A 发文字号 of the wrong form.
    DocNumber = "doc-number";
    /// A 份号 that is not six digits.
    CopyNumber = "doc-copy-number";
    /// 密级 or its period of the wrong form, or without 份号.
    Secrecy = "doc-secrecy";
    /// An upward document without 签发人, or another with one.
    Signer = "doc-signer";
    /// 成文日期, 署名 or 发文字号 is missing from a final document.
    Incomplete = "doc-incomplete";
    /// A draft with something missing that a final needs.
    Draft = "doc-draft";
    /// An ordinal inside the text of a `heading`.
    OrdinalInHeading = "doc-ordinal-in-heading";
    /// `1、` at the start of a line.
    OrdinalForm = "doc-ordinal-form";
    /// A line that looks hard-wrapped.
    HardWrapped = "doc-hard-wrapped";
    /// Half-width marks in Chinese text became full-width.
    FullWidthMarks = "doc-full-width-marks";
    /// A title with a mark at its end.
    TitleMark = "doc-title-mark";
    /// A blank between Han characters was dropped.
    BlankDropped = "doc-blank-dropped";
    /// A table whose rows and columns do not agree.
    Table = "doc-table";
    /// A 会议文件 whose map does not say what its subtitle or salutation needs.
    Meeting = "doc-meeting";
    /// A 分页 that nothing follows.
    PageBreak = "doc-page-break";
    /// 此页无正文 in the text.
    NoTextPage = "doc-no-text-page";
    /// An element for which the format has no place, or a 文种 that is not sent in it.
    NotInFormat = "doc-not-in-format";
    /// A 发文机关标志 that is missing, or does not end as its format asks.
    IssuerMark = "doc-issuer-mark";

    /// No face has this character.
    MissingGlyph = "layout-missing-glyph";
    /// A character was taken from another face.
    FallbackFace = "layout-fallback-face";
    /// A line does not fit.
    Overfull = "layout-overfull";
    /// The first page shows no text.
    NoTextOnFirstPage = "layout-no-text-on-first-page";
    /// 主送机关 moved to the 版记, so that the first page shows text.
    RecipientsMoved = "layout-recipients-moved";
    /// 署名 and 成文日期 do not fit on a page with text.
    Signature = "layout-signature";
    /// A seal reaches down to the line of the page number.
    SealLow = "layout-seal-low";
    /// The last line of a paragraph is one character.
    ShortLastLine = "layout-short-last-line";
    /// A heading with only one line below it at the foot of a page.
    HeadingAtFoot = "layout-heading-at-foot";
    /// A title that cannot be broken into a trapezoid or rhombus.
    TitleShape = "layout-title-shape";
    /// A row of a table is higher than a page.
    TableRow = "layout-table-row";
    /// A picture does not fit as large as asked, or as it is, and was made smaller.
    FigureScaled = "layout-figure-scaled";
    /// 封面 is higher than a page.
    Cover = "layout-cover";
    /// 目录 without an entry, as there is no heading of its levels.
    NoEntries = "layout-no-entries";
    /// Headings that go on in their text, which 目录 leaves out.
    EntriesLeftOut = "layout-entries-left-out";
    /// 版头 or 版记 is higher than a page.
    TooTall = "layout-too-tall";
    /// The size asked for the 发文机关标志 leaves more than two rows above the title.
    HeadGap = "layout-head-gap";

    /// A file of deviations is neither TOML nor YAML.
    ProfileSyntax = "profile-syntax";
    /// A key that no profile has.
    ProfileKey = "profile-unknown-key";
    /// A value of the wrong form.
    ProfileValue = "profile-bad-value";
    /// A value out of its sensible range.
    ProfileRange = "profile-out-of-range";
    /// A deviation without its reason, or a profile without its name.
    ProfileReason = "profile-no-reason";
    /// Values that cannot stand together.
    ProfileConflict = "profile-conflict";
    /// A value that the base has too.
    ProfileSame = "profile-no-deviation";
    /// A document is set otherwise than a clause orders, by its profile.
    ProfileDeviates = "profile-deviates";

    /// An output file cannot be written.
    Unwritable = "output-unwritable";
    /// Read back, an output does not hold a rule that the standard orders.
    Audit = "output-audit";

    /// A fault of the program, told instead of a crash.
    Internal = "internal";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let mut names: Vec<_> = Code::ALL.iter().map(|c| c.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
