//! Same input, same bytes; and a key's language makes no difference to them, the source
//! itself apart.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "a test reads files, and a failure is a panic"
)]

use docgen::world::Folder;
use docgen::{Made, Target, export};
use docgen_pdf::PdfStandard;
use docgen_tests::{compile_text, repository};

/// A document that was found to have no error.
fn made(yaml: &str) -> Made {
    let compiled = compile_text(yaml, &Folder::current());
    compiled.made.unwrap_or_else(|| panic!("{:#?}", compiled.diagnostics))
}

/// Both outputs of a document.
fn outputs(made: &Made) -> [Vec<u8>; 2] {
    [Target::Pdf(PdfStandard::default()), Target::Docx]
        .map(|target| export(made, target).unwrap())
}

/// Both outputs of what the document says, without its source.
fn outputs_of_content(yaml: &str) -> [Vec<u8>; 2] {
    outputs(&Made { source: None, ..made(yaml) })
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for sample in ["input/common.yaml", "input/xingan-2021.yaml"] {
        let yaml = std::fs::read_to_string(repository().join(sample)).unwrap();
        assert!(outputs(&made(&yaml)) == outputs(&made(&yaml)), "{sample}");
    }
}

/// The example of the input format, and the same with Chinese keys.
#[test]
fn keys_in_either_language_give_the_same_bytes() {
    let english = "
format: common
kind: 报告
head: {issuer: 某某县人民政府, number: 某政发〔2022〕5号, signers: 王某某}
title: 某某县人民政府关于2021年度法治政府建设情况的报告
recipients: 某某县人大常委会
body: 一是坚持统筹推进。
attachments: [{title: 工作要点, body: 全年召开专题会议4次。}]
signature: {date: 2022-01-18, seal: stamped}
note: 此件公开发布
record: {copy_to: [县委, 县政协], printer: 某某县人民政府办公室, print_date: 2022-01-18}
";
    let chinese = "
格式: 公文
文种: 报告
版头: {发文机关: 某某县人民政府, 发文字号: 某政发〔2022〕5号, 签发人: 王某某}
标题: 某某县人民政府关于2021年度法治政府建设情况的报告
主送: 某某县人大常委会
正文: 一是坚持统筹推进。
附件: [{标题: 工作要点, 正文: 全年召开专题会议4次。}]
落款: {成文日期: 2022年1月18日, 印章: 加盖}
附注: 此件公开发布
版记: {抄送: [县委, 县政协], 印发机关: 某某县人民政府办公室, 印发日期: 2022-01-18}
";
    assert!(outputs_of_content(english) == outputs_of_content(chinese));
}

/// The order of the keys says nothing.
#[test]
fn the_order_of_keys_does_not_matter() {
    let one = "title: 某某报告\nbody: 正文。\nsignature: {date: 2022-01-18}\n";
    let other = "signature: {date: 2022-01-18}\nbody: 正文。\ntitle: 某某报告\n";
    assert!(outputs_of_content(one) == outputs_of_content(other));
}
