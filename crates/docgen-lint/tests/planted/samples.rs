//! Slips in the samples of the repository: which words become which, and what tells of it.

/// The samples that the repository shows.
pub(crate) const SAMPLES: [(&str, &str); 8] = [
    ("xingan-2021", include_str!("../../../../input/xingan-2021.yaml")),
    ("common", include_str!("../../../../input/common.yaml")),
    ("joint", include_str!("../../../../input/joint.yaml")),
    ("letter", include_str!("../../../../input/letter.yaml")),
    ("minutes", include_str!("../../../../input/minutes.yaml")),
    ("meeting", include_str!("../../../../input/meeting.yaml")),
    ("regulation", include_str!("../../../../input/regulation.yaml")),
    ("tables", include_str!("../../../../input/tables.yaml")),
];

/// Sample, words, wrong words, code.
pub(crate) const FAULTS: [(&str, &str, &str, &str); 31] = [
    ("xingan-2021", "明确了128条", "明确了138条", "number-part-sum"),
    ("xingan-2021", "已完成92项", "已完成97项", "number-part-sum"),
    ("xingan-2021", "证明事项164项", "证明事项154项", "number-part-sum"),
    ("xingan-2021", "取消19项", "取消29项", "number-part-sum"),
    ("xingan-2021", "执结率100%", "执结率180%", "number-over-hundred"),
    ("xingan-2021", "成功率99%", "成功率199%", "number-over-hundred"),
    ("xingan-2021", "公开率100%", "公开率110%", "number-over-hundred"),
    ("xingan-2021", "三是认真抓好", "四是认真抓好", "structure-series"),
    ("xingan-2021", "(三)加强规范性", "(四)加强规范性", "structure-ordinal-order"),
    ("xingan-2021", "(2021—2025年)", "(2025—2021年)", "number-range-turned"),
    ("common", "增长20%", "增长25%", "number-growth"),
    ("common", "占95%", "占85%", "number-percent-of-count"),
    ("common", "办结率99%", "办结率96%", "number-percent-of-count"),
    ("common", "应诉率95%", "应诉率93%", "number-percent-of-count"),
    ("common", "成功率98%", "成功率96%", "number-percent-of-count"),
    ("common", "继续有效50件", "继续有效52件", "number-part-sum"),
    ("common", "其余1项", "其余2项", "number-remainder"),
    ("common", "审结36件", "审结37件", "number-remainder"),
    ("common", "维持20件", "维持30件", "number-part-sum"),
    ("common", "由3%提高到5%", "由5%提高到3%", "number-growth-direction"),
    ("common", "由95%提高到98%", "由98%提高到95%", "number-growth-direction"),
    ("common", "（2016—2020年）", "（2021—2025年）", "number-plan-years"),
    ("common", "14～24℃", "24～14℃", "number-range-turned"),
    ("letter", "自筹3440万元", "自筹3540万元", "number-part-sum"),
    ("letter", "补助5200万元", "补助5300万元", "number-part-sum"),
    ("letter", "2026年4月20日", "2026年4月31日", "number-impossible-date"),
    ("tables", "across: 3}, \"12,860\"", "across: 3}, \"12,960\"", "number-table-total"),
    ("tables", "\"2,400\", \"2,300\"", "\"2,400\", \"2,200\"", "number-table-total"),
    ("tables", "93.2%", "93.7%", "number-table-rate"),
    ("tables", "社会资金1,000万元", "社会资金1,100万元", "number-part-sum"),
    ("tables", "到位资金12,310.5万元", "到位资金12,310.5亿元", "number-table-text"),
];
