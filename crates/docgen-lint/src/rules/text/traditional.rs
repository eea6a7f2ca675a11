//! 國, 會: traditional characters among simplified ones.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use docgen_model::Severity;

use crate::findings::Findings;
use crate::rule::{Manual, Rule};
use crate::script::Script;

pub(super) const RULE: Rule = Rule {
    code: "text-traditional",
    severity: Severity::Warning,
    title: ["夹用繁体字", "a traditional character"],
    clause: None,
    manual: Manual {
        source: "《中华人民共和国国家通用语言文字法》第三条、《通用规范汉字表》：公文使用规范汉字。",
        reason: "多来自繁体网页或输入法的误设；检索不到。",
        wrong: &["加⟦強⟧⟦組⟧⟦織⟧⟦領⟧⟦導⟧。"],
        right: &["加强组织领导。"],
    },
    check,
};

/// Traditional characters that are no one's name in simplified text, each before its simplified
/// form.
const PAIRS: &str = "國国會会務务發发進进導导組组織织領领辦办關关與与為为對对強强實实現现產产經经濟济\
業业責责監监檢检執执規规範范權权義义議议論论設设計计劃划總总統统縣县鄉乡區区鎮镇黨党員员團团\
委委機机構构號号類类項项數数據据問问題题間间開开長长門门車车輪轮運运達达過过還还這这從从來来時时\
後后個个們们說说話话語语讀读書书寫写學学習习體体點点線线電电網网資资質质費费貨货購购買买賣卖環环\
護护險险陽阳陰阴隊队際际離离難难雖虽須须預预頭头顧顾願愿養养駐驻驗验魚鱼鳥鸟麥麦齊齐龍龙優优億亿";

static SIMPLE: LazyLock<BTreeMap<char, char>> = LazyLock::new(|| {
    let chars: Vec<char> = PAIRS.chars().collect();
    let pairs = chars.chunks_exact(2).map(|pair| (pair[0], pair[1]));
    pairs.filter(|(old, new)| old != new).collect()
});

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in &script.passages {
        for (at, c) in passage.text.as_str().char_indices() {
            if let Some(simple) = SIMPLE.get(&c) {
                findings.replace(
                    passage.text,
                    at..at + c.len_utf8(),
                    [
                        format!("“{c}”是繁体字"),
                        format!("“{c}” is a traditional character"),
                    ],
                    &simple.to_string(),
                );
            }
        }
    }
}
