//! 公文域: what systems that exchange documents call the elements (GB/T 33476.2).

use serde::Deserialize;

use crate::data::cited;

/// The name of each element; those of organs and signers end in a number.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are named and explained in the data file")]
pub struct FieldSpec {
    #[serde(deserialize_with = "cited")]
    pub copy_number: String,
    #[serde(deserialize_with = "cited")]
    pub secrecy: String,
    #[serde(deserialize_with = "cited")]
    pub urgency: String,
    #[serde(deserialize_with = "cited")]
    pub issuer: String,
    #[serde(deserialize_with = "cited")]
    pub number: String,
    #[serde(deserialize_with = "cited")]
    pub signer: String,
    #[serde(deserialize_with = "cited")]
    pub title: String,
    #[serde(deserialize_with = "cited")]
    pub recipients: String,
    #[serde(deserialize_with = "cited")]
    pub text: String,
    #[serde(deserialize_with = "cited")]
    pub attachments: String,
    #[serde(deserialize_with = "cited")]
    pub organ: String,
    #[serde(deserialize_with = "cited")]
    pub date: String,
    #[serde(deserialize_with = "cited")]
    pub note: String,
    #[serde(deserialize_with = "cited")]
    pub copy_to: String,
    #[serde(deserialize_with = "cited")]
    pub printer: String,
    #[serde(deserialize_with = "cited")]
    pub print_date: String,
}
