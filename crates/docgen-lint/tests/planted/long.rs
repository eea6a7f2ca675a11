//! Sentences as no clerk writes them, a thousand clauses long: rules that looked at each
//! clause from each other would not come back from them.

/// A clause, how often it stands in one sentence, a code and how many findings it has.
const SENTENCES: [(&str, usize, &str, usize); 14] = [
    ("1件，其中", 3000, "number-part-sum", 49),
    ("共1件，", 3000, "number-sum-after", 0),
    ("3件、", 3000, "number-sum-after", 0),
    ("受理3件，其余1件，", 3000, "number-remainder", 0),
    ("1周年", 3000, "number-anniversary", 0),
    ("建党1周年，", 3000, "number-anniversary", 0),
    ("自1998年建成，至今已有3年，", 3000, "number-since", 3000),
    ("至今已有3年", 3000, "number-since", 0),
    ("甲局、乙局3个部门、", 3000, "number-named-list", 3000),
    ("甲局、乙局4个部门", 3000, "number-named-list", 1),
    ("占20%，其他占30%；", 3000, "number-shares", 0),
    ("覆盖率12%", 3000, "number-over-hundred", 0),
    ("一是抓统筹，二是抓整改，", 3000, "structure-series", 0),
    ("由1件增加到2件，比上年增加1件，增长100%，", 2000, "number-growth", 0),
];

#[test]
fn sentences_of_a_thousand_clauses_come_to_an_end() {
    let mut off = vec![];
    for (clause, times, code, count) in SENTENCES {
        let found = told_in(&clause.repeat(times), code);
        if found != count {
            off.push((clause, code, found));
        }
    }
    assert!(off.is_empty(), "{off:#?}");
    let titles: String =
        (0..1500).map(|n| format!("《关于加强第{n}号工作的意见》")).collect();
    assert_eq!(told_in(&titles, "text-title-varies"), 0);
}

/// More than any sum can be: no rule multiplies it, none panics.
#[test]
fn amounts_beyond_all_measure_are_no_quantities() {
    let huge = "受理123456789012345678亿件，已办结123456789012345670亿件，办结率98%。\
                由999999999999999999亿元增加到999999999999999999亿元，增长5%。\
                每期999999999999999万人，举办999999999999999万期，共999999999999999万人。";
    assert_eq!(told_in(huge, "number-percent-of-count"), 0);
    assert_eq!(told_in(huge, "number-growth"), 0);
}

fn told_in(text: &str, code: &str) -> usize {
    let yaml = format!(
        "格式: 普通\n标题: 某某县工作情况的报告\n正文: |\n  {text}完。\n落款: {{成文日期: 2022-01-18}}\n"
    );
    let of_code = |found: &&docgen_model::Diagnostic| found.code.to_string() == code;
    crate::told(&yaml).iter().filter(of_code).count()
}
