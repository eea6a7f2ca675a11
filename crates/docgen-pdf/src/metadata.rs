//! Metadata: all of it from the document, none from a clock.

use docgen_frame::Info;
use docgen_model::PropertyName;
use krilla::metadata::{DateTime, Metadata};

use crate::undated::placeholder;

/// The language of every document.
pub(crate) const LANGUAGE: &str = "zh-CN";

/// Who wrote the file.
const PRODUCER: &str = concat!("docgen ", env!("CARGO_PKG_VERSION"));

/// The hour of Beijing, in which every 成文日期 begins.
const BEIJING: i8 = 8;

/// Title, 发文机关 as authors, 文种 as subject, 主题词 as keywords, 成文日期 as date. What else the
/// archive asks for is added behind ([`crate::xmp`]).
pub(crate) fn metadata(info: &Info) -> Metadata {
    let words = info.properties.iter().filter(|p| p.name == PropertyName::Keywords);
    Metadata::new()
        .language(LANGUAGE.to_owned())
        .title(info.title.clone())
        .authors(info.authors.clone())
        .description(info.subject.clone().unwrap_or_default())
        .keywords(words.flat_map(|property| property.values.clone()).collect())
        .creator(PRODUCER.to_owned())
        .producer(PRODUCER.to_owned())
        .creation_date(info.date.map_or_else(placeholder, date))
}

fn date((year, month, day): (u16, u8, u8)) -> DateTime {
    DateTime::new(year).month(month).day(day).utc_offset_hour(BEIJING)
}
