//! 全国人民代表大会常务委员会 here, 全国人大常委会 there: full name and norm's short form.

use docgen_model::Severity;

use super::organ_forms::{Kind, tell};
use crate::rule::{Manual, Rule};

pub(super) const RULE: Rule = Rule {
    code: "text-organ-short",
    severity: Severity::Note,
    title: [
        "同一机关时用全称、时用规范化简称",
        "an organ under its full name and its norm's short form",
    ],
    clause: None,
    manual: Manual {
        source: "《党政机关公文处理工作条例》：使用机关全称或者规范化简称；同一文件前后一致为好。",
        reason: "先全称后简称常见，也看得懂；前后一致更整齐，所以只作提示。",
        wrong: &[
            "全国人民代表大会常务委员会通过决定。\n全国⟦人大常委会⟧作了说明。",
            "由县市场监督管理局牵头，县⟦市场监管局⟧负责调度。",
        ],
        right: &[
            "县市场监督管理局（以下简称市场监管局）牵头，市场监管局负责调度。",
            "全国人民代表大会常务委员会通过决定，县人大常委会组织学习。",
            "县卫生健康委员会牵头，自觉接受人大代表监督。",
        ],
    },
    check: |script, findings| tell(script, Kind::Norm, findings),
};
