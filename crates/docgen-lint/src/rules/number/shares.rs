//! 占30%、40%、35%: shares that should make a hundred.

use docgen_model::Severity;

use crate::figures::{has_any, tell, words_since};
use crate::findings::Findings;
use crate::number::{Amount, Quantity};
use crate::rule::{Manual, Rule};
use crate::script::{Passage, Script};

pub(super) const RULE: Rule = Rule {
    code: "number-shares",
    severity: Severity::Warning,
    title: ["各部分占比之和不是100%", "shares that do not make 100%"],
    clause: None,
    manual: Manual {
        source: "统计常识：列全了的各部分占比之和为100%。",
        reason: "改了一个占比，其余的没有重算。",
        wrong: &[
            "一、二、三产业占比分别为⟦10%、40%、45%⟧。",
            "其中农业占⟦20%、工业占45%、服务业占30%、其他占10%⟧。",
            "满意、基本满意、不满意的分别占⟦88%、12%、2%⟧。",
            "小麦18万亩，占⟦38.3%；玉米22.5万亩，占47.9%；其他11.2万亩，占23.8%⟧。",
        ],
        right: &[
            "一、二、三产业占比分别为10%、40%、50%。",
            "其中农业占20%、工业占45%、服务业占30%。",
            "优秀率、合格率、办结率分别为90%、95%、98%。",
            "城镇占33.3%、农村占33.3%、其他占33.3%。",
            "其中党员占60%、女性占45%、本科以上占80%。",
        ],
    },
    check,
};

/// Words of a list that is all of its whole.
const ALL: &[&str] =
    &["其他", "其余", "三产", "三次产业", "第三产业", "不满意", "女性", "农村", "分别占"];
/// Attributes that overlap.
const OVERLAPPING: &[&str] = &["党员", "学历", "本科", "少数民族", "以上", "多选"];

fn check(script: &Script<'_>, findings: &mut Findings) {
    for passage in script.prose() {
        for quantities in passage.by_sentence() {
            let shares: Vec<_> = quantities.iter().filter(|q| q.is_percent()).collect();
            let listed = |one: &&Quantity<'_>, next: &&Quantity<'_>| {
                let gap = passage.between(one, next);
                let marks = gap.matches(['、', '，', '；', '。']).count();
                matches!(gap, "、" | "和" | "与" | "以及")
                    || gap.starts_with(['、', '，', '；'])
                        && gap.ends_with(['占', '为'])
                        && marks == 1
            };
            let lists = shares.chunk_by(listed).filter(|list| list.len() >= 2);
            let lists: Vec<_> = lists.collect();
            // `占38.3%；玉米320公顷，占47.9%；其他…`: counts between them.
            let apart = |q: &&Quantity<'_>| passage.label(q).ends_with('占');
            if lists.is_empty() && shares.len() > 2 && shares.iter().all(apart) {
                compare(passage, &shares, findings);
            }
            for list in lists {
                compare(passage, list, findings);
            }
        }
    }
}

fn compare(passage: &Passage<'_>, list: &[&Quantity<'_>], findings: &mut Findings) {
    let [first, .., last] = list else { return };
    let text = passage.text.as_str();
    let lead = words_since(text, first.at.start, 200, &['。', '；']);
    let words = [lead, &text[first.at.end..last.at.start]].concat();
    let named = ["占", "占比为", "占比分别为", "比重分别为", "分别占", "比重为"];
    let of_shares = named.iter().any(|word| lead.ends_with(word));
    let sum: i128 = list.iter().map(|q| q.amount.0).sum();
    let loose: i128 = list.iter().map(|q| q.slack().max(1)).sum();
    let off = (sum - 100 * Amount::ONE).abs() > loose;
    let all = has_any(&words, ALL) || (list.len() >= 3 && sum > 100 * Amount::ONE);
    let near = (85..=125).contains(&(sum / Amount::ONE));
    let about = list.iter().any(|q| q.about);
    if !(of_shares && off && all && near) || about || has_any(&words, OVERLAPPING) {
        return;
    }
    let terms: Vec<_> = list.iter().map(|q| q.amount.written()).collect();
    let (terms, sum) = (terms.join("＋"), Amount(sum).written());
    tell(
        findings,
        passage,
        first.at.start..last.at.end,
        [
            format!("占比相加 {terms}＝{sum}，不是100"),
            format!("the shares {terms} make {sum}, not 100"),
        ],
    );
}
