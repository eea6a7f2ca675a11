//! What a file says about its document, in both outputs: the elements that an archive asks
//! for (GB/T 33480, DA/T 46), each under one name.

use crate::{Document, Text};

macro_rules! properties {
    ($($(#[doc = $doc:literal])+ $name:ident = $key:literal $title:literal $list:literal;)+) => {
        /// The name of a property.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum PropertyName { $($(#[doc = $doc])+ $name,)+ }

        impl PropertyName {
            /// Every name, in the order in which files show them.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its name in XML.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)+ }
            }

            /// Its Chinese name.
            pub const fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)+ }
            }

            /// Whether it may have several values.
            pub const fn is_list(self) -> bool {
                match self { $(Self::$name => $list,)+ }
            }
        }
    };
}

properties! {
    /// 文种.
    Kind = "kind" "文种" false;
    /// 发文字号.
    Number = "number" "发文字号" false;
    /// 成文日期.
    Date = "date" "成文日期" false;
    /// 密级和保密期限.
    Secrecy = "secrecy" "密级" false;
    /// 紧急程度.
    Urgency = "urgency" "紧急程度" false;
    /// 主送机关.
    Recipients = "recipients" "主送" true;
    /// 抄送机关.
    CopyTo = "copyTo" "抄送" true;
    /// 来源.
    Source = "source" "来源" false;
    /// 全宗.
    Fonds = "fonds" "全宗" false;
    /// 档号.
    ArchiveNumber = "archiveNumber" "档号" false;
    /// 保管期限.
    Retention = "retention" "保管期限" false;
    /// 立档单位.
    ArchiveCreator = "archiveCreator" "立档单位" false;
    /// 主题词.
    Keywords = "keywords" "主题词" true;
}

/// A property with its values: never none, and one unless it is a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// Which.
    pub name: PropertyName,
    /// Its values.
    pub values: Vec<String>,
}

/// The properties that a document has, in the order of their names.
pub fn properties(document: &Document) -> Vec<Property> {
    let property = |&name: &PropertyName| {
        let mut values = values(name, document);
        values.retain(|value| !value.is_empty());
        (!values.is_empty()).then_some(Property { name, values })
    };
    PropertyName::ALL.iter().filter_map(property).collect()
}

fn values(name: PropertyName, document: &Document) -> Vec<String> {
    let head = document.head.as_ref();
    let record = document.record.as_ref();
    let archive = &document.archive;
    let one = |text: Option<&Text>| text.map(Text::to_string).into_iter().collect();
    let all = |texts: &[Text]| texts.iter().map(Text::to_string).collect();
    match name {
        PropertyName::Kind => {
            document.kind.map(|kind| kind.name().to_owned()).into_iter().collect()
        }
        PropertyName::Number => {
            let number = head.and_then(|head| head.number.as_ref());
            one(number.or(document.bound_apart.as_ref()))
        }
        PropertyName::Date => {
            let date = document.signature.as_ref().and_then(|signature| signature.date);
            date.map(|date| date.value.iso()).into_iter().collect()
        }
        PropertyName::Secrecy => one(head.and_then(|head| head.secrecy.as_ref())),
        PropertyName::Urgency => one(head.and_then(|head| head.urgency.as_ref())),
        PropertyName::Recipients => match record {
            Some(record) if document.recipients.is_empty() => all(&record.main_to),
            Some(_) | None => all(&document.recipients),
        },
        PropertyName::CopyTo => record.map_or(vec![], |record| all(&record.copy_to)),
        PropertyName::Source => one(document.source.as_ref()),
        PropertyName::Fonds => one(archive.fonds.as_ref()),
        PropertyName::ArchiveNumber => one(archive.number.as_ref()),
        PropertyName::Retention => one(archive.retention.as_ref()),
        PropertyName::ArchiveCreator => one(archive.creator.as_ref()),
        PropertyName::Keywords => all(&archive.keywords),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Archive, Record, Span};

    #[test]
    fn only_what_the_document_has_is_told() {
        let text = |s: &str| Text::new(s, Span::default());
        let document = Document {
            recipients: vec![text("县人大常委会")],
            record: Some(Record { main_to: vec![text("乙")], ..Record::default() }),
            archive: Archive { fonds: Some(text("0012")), ..Archive::default() },
            ..Document::default()
        };
        let told = properties(&document);
        let told: Vec<_> = told.iter().map(|p| (p.name.title(), &p.values[..])).collect();
        let (to, fonds) = (["县人大常委会".to_owned()], ["0012".to_owned()]);
        assert_eq!(told, [("主送", &to[..]), ("全宗", &fonds[..])]);
    }
}
