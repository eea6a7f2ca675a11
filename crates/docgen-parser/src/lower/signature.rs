//! 落款: 署名, 成文日期, 印章 (clause 7.3.5).

use docgen_model::{Code, Diagnostic, Format, Head, Seal, SealImage, Signature, Span};

use super::fields::{Fields, Value};
use super::{Context, Rules, formats, pictures, shape};
use crate::blanks::Blanks;
use crate::report::both;
use crate::schema::SEALS;
use crate::yaml::NodeKind;

/// Reads 落款. A 公文 with 版头 has one even if it is not written: its organ is known. Only a
/// 纪要 shows none that is not in the file.
pub(super) fn read(
    fields: Option<(Span, Fields)>,
    head: Option<(Span, &Head)>,
    rules: Rules,
    cx: &mut Context<'_>,
) -> Option<Signature> {
    let head = head.filter(|_| rules.format.has_head());
    let head = head.filter(|_| rules.format != Format::Minutes);
    let place = fields.as_ref().map(|(key, _)| *key).or(head.map(|(key, _)| key))?;
    let sealed = match rules.format {
        Format::Common | Format::Letter if head.is_some() => Seal::Stamped,
        Format::Order if head.is_some() => Seal::Signed,
        Format::Common
        | Format::Letter
        | Format::Order
        | Format::Minutes
        | Format::Meeting
        | Format::Plain => Seal::None,
    };
    let mut signature = Signature { seal: sealed, ..Signature::default() };
    let mut told = Told::default();
    if let Some((_, mut fields)) = fields {
        told = read_fields(&mut fields, &mut signature, cx);
    }
    if let Some((_, head)) = head {
        if signature.organs.is_empty() {
            signature.organs.clone_from(&head.issuers);
        }
        if signature.date.is_none() && !told.date && rules.ruled {
            cx.push_unless_draft(no_date(place));
        }
    }
    if rules.format == Format::Minutes && signature.seal != Seal::None {
        cx.push(formats::sealed_minutes(place));
    }
    if let Some(key) = told.seal {
        let names = match signature.seal {
            Seal::Signed => &signature.signer_posts,
            Seal::Stamped | Seal::None => &signature.organs,
        };
        pictures::check_count(&mut signature.seals, names, key, cx);
    }
    if signature.seal == Seal::Signed
        && signature.seals.is_empty()
        && let Some(name) = signature.signer_names.first()
    {
        cx.push(unseen_name(name.span()));
    }
    let organs = head.map_or(1, |(_, head)| head.issuers.len()).max(1);
    if signature.seal == Seal::Signed
        && signature.signer_posts.len() < organs
        && !told.post
    {
        cx.push_unless_draft(no_post(place));
    }
    Some(signature)
}

/// What was told as wrong, so that it must not be told as missing.
#[derive(Debug, Default, Clone, Copy)]
struct Told {
    date: bool,
    post: bool,
    /// The place of 印章.
    seal: Option<Span>,
}

/// 印章, as a word or with pictures.
fn sealed(value: Value, cx: &mut Context<'_>) -> (Seal, Vec<SealImage>) {
    match value.node.kind {
        NodeKind::Map(_) | NodeKind::Seq(_) => pictures::seals(value, cx),
        NodeKind::Scalar(_) | NodeKind::Null | NodeKind::Broken => {
            let word = shape::word(&value.node, SEALS).map(|word| word.value);
            let seal = match word {
                Some("stamped") => Seal::Stamped,
                Some("signed") => Seal::Signed,
                Some(_) | None => Seal::None,
            };
            (seal, vec![])
        }
    }
}

/// Fills in what is given.
fn read_fields(
    fields: &mut Fields,
    signature: &mut Signature,
    cx: &mut Context<'_>,
) -> Told {
    let (organs_key, seal_key) = (fields.key("organs"), fields.key("seal"));
    signature.organs = fields.names_apart("organs", cx);
    if let Some(seal) = fields.take("seal", cx) {
        (signature.seal, signature.seals) = sealed(seal, cx);
    }
    let given = fields.take("date", cx);
    signature.date = given.as_ref().and_then(|date| cx.date_of(&date.node, "成文日期"));
    let post_key = fields.key("signer_post").or(fields.key("signer_name"));
    signature.signer_posts = fields.lines("signer_post", Blanks::Drop, cx);
    signature.signer_names = fields.lines("signer_name", Blanks::Drop, cx);
    let signer = !signature.signer_posts.is_empty() || !signature.signer_names.is_empty();
    let signed = signature.seal == Seal::Signed || fields.is_muted("seal", cx);
    if let (Some(at), true) = (post_key, signer && !signed) {
        cx.push(needless_post(at));
    }
    if let (Some(at), Seal::Signed) = (organs_key, signature.seal)
        && !signature.organs.is_empty()
    {
        cx.push(needless_organ(at));
    }
    Told {
        date: given.is_some() || fields.is_muted("date", cx),
        post: fields.is_muted("signer_post", cx),
        seal: seal_key,
    }
}

fn no_date(at: Span) -> Diagnostic {
    let message = both("公文没有成文日期", "the document has no date");
    Diagnostic::error(Code::Incomplete, at, message)
        .hint(both(
            "在“落款”里写上“成文日期: 2022-01-18”；还没定的，写“稿本: 草稿”",
            "write “date: …” in the signature, or “stage: draft” as long as there is none",
        ))
        .clause([7, 3, 5, 4])
}

fn no_post(at: Span) -> Diagnostic {
    let message = both(
        "加盖签名章的公文要写签发人职务，联合行文的每个机关一项",
        "a document with a signature seal names the post of its signer, one for each organ",
    );
    Diagnostic::error(Code::Incomplete, at, message)
        .hint(both("在“落款”里写上“职务: …”", "write “signer_post: …” in the signature"))
        .clause([7, 3, 5, 3])
}

/// The name stands in the 签名章 itself, so nothing is printed where that will be.
fn unseen_name(at: Span) -> Diagnostic {
    let message = both(
        "没有签名章图片：签名章的位置留空，姓名不另印",
        "without a picture of the 签名章 its place stays free, and the name is not printed",
    );
    Diagnostic::note(Code::SealPicture, at, message)
        .hint(both(
            "打印后在留空处加盖；要印出签名章，写“印章: {图片: 文件名.png}”",
            "seal it by hand, or write “seal: {image: file.png}”",
        ))
        .clause([7, 3, 5, 3])
}

fn needless_organ(at: Span) -> Diagnostic {
    let message = both(
        "加盖签名章的公文不印署名，这里不会印",
        "with a signature seal the organ is not printed",
    );
    Diagnostic::error(Code::BadValue, at, message)
        .hint(both(
            "删去署名；要印署名的，写“印章: 加盖”",
            "delete “organs”, or write “seal: stamped”",
        ))
        .clause([7, 3, 5, 3])
}

fn needless_post(at: Span) -> Diagnostic {
    let message = both(
        "职务和姓名只在加盖签名章时印出，这里不会印",
        "post and name of the signer are printed only with a signature seal",
    );
    Diagnostic::error(Code::BadValue, at, message)
        .hint(both(
            "写上“印章: 签名章”，或者删去职务和姓名",
            "write “seal: signed”, or delete post and name",
        ))
        .clause([7, 3, 5, 3])
}
