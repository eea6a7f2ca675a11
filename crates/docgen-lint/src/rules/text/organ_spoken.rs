//! 住房和城乡建设局 here, 住建局 there: an organ under its full name and under one of speech.

use docgen_model::Severity;

use super::organ_forms::{Kind, tell};
use crate::rule::{Manual, Rule};

pub(super) const RULE: Rule = Rule {
    code: "text-organ-spoken",
    severity: Severity::Warning,
    title: [
        "先用全称又用口语简称，没有说明",
        "an organ's full name, and one of speech that nothing introduces",
    ],
    clause: None,
    manual: Manual {
        source: "公文用语惯例（原《国家行政机关公文处理办法》第二十五条）：文内使用非规范化简称，应当先用全称并注明简称。",
        reason: "读的人会以为是两个机关；“发改委”一类不是规范化简称。",
        wrong: &[
            "由县住房和城乡建设局牵头。\n⟦住建局⟧负责调度。",
            "省发展和改革委员会批复了项目，省⟦发改委⟧下达了计划。",
        ],
        right: &[
            "县住房和城乡建设局（以下简称县住建局）牵头，县住建局负责调度。",
            "县发展和改革委员会（以下简称“发改委”）牵头，发改委负责调度。",
            "由县住建局牵头，县住建局负责调度。",
            "省发展和改革委员会批复了项目，县发改委下达了计划。",
            "落实《国家发展和改革委员会关于项目的通知》，由县发改委调度。",
        ],
    },
    check: |script, findings| tell(script, Kind::Habit, findings),
};
