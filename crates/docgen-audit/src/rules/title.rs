//! R35–R40: 标题 (7.3.1).

use docgen_model::{Format, Title};

use crate::forms::plain;
use crate::paper::{CENTRE, LEFT, Paper, RIGHT, TWO_LINES};
use crate::sheet::{CLOSING, Face, Glyph, Line, MM};
use crate::verdict::{Found, Nothing, between, holds, near, wants};
use crate::word::Word;

/// Words that titles are made of: a line must not end inside one. Not docgen's own list.
const WORDS: &str = "人民政府 办公室 办公厅 委员会 关于 印发 转发 批转 情况 报告 请示 通知 通报 批复 \
    意见 决定 会议 纪要 工作 建设 法治 管理 办法 规定 方案 计划 规划 实施 年度 推进 加强 进一步 全面 \
    重点 任务 分工 综合 行政 执法 规范 规范性 文件 审计 预算 执行 调整 制度 改革 发展 经济 社会 安全 \
    生产 农村 农业 生态 环境 保护 教育 卫生 健康 服务 部门 乡镇 机关 单位 干部 人员 组织 领导 监督 检查 \
    整治 专项 行动 开展 做好 有关 问题 事项 公布 废止 修改 常务 常委会 人大 代表 大会 议案 审议 调研 \
    活动 试行 暂行";

pub(super) fn r35(paper: &Paper<'_>) -> Found {
    let fits = |line: &Line| line.faces() == [Face::XiaoBiaoSong] && line.is_size(22.0);
    Ok(paper.title()?.iter().map(|line| holds(line.look(), fits(line))).collect())
}

pub(super) fn r35_docx(word: &Word<'_>) -> Found {
    let paragraphs = word.styled(&["公文标题"])?;
    let runs =
        paragraphs.into_iter().flat_map(|para| &para.runs).filter(|run| run.has_han());
    let look = |run: &crate::word::Run| {
        let fits = run.face == Face::XiaoBiaoSong && (run.size - 22.0).abs() < 0.05;
        holds(format!("{} {} pt", run.face.name(), run.size), fits)
    };
    Ok(runs.map(look).collect())
}

pub(super) fn r36(paper: &Paper<'_>) -> Found {
    paper.only(Format::Common)?;
    wants(paper.head()?.mark_size.is_none())?;
    let rule = paper.head_rule()?;
    let gap = paper.title()?[0].top() - rule.y - rule.thickness / 2.0;
    Ok(vec![between("空", gap, TWO_LINES, 0.5)])
}

pub(super) fn r37(paper: &Paper<'_>) -> Found {
    let centre = |line: &Line| near(&line.short(), line.centre(), CENTRE, 0.5);
    Ok(paper.title()?.iter().map(centre).collect())
}

/// The lines of a title of several lines, and whether its author broke them.
fn broken(paper: &Paper<'_>) -> Result<(Vec<Line>, bool), Nothing> {
    let lines = paper.title()?;
    wants(lines.len() > 1)?;
    Ok((lines, matches!(paper.document.title, Title::Lines(_))))
}

pub(super) fn r38(paper: &Paper<'_>) -> Found {
    let (lines, by_author) = broken(paper)?;
    let widths: Vec<f64> = lines.iter().map(|line| line.right() - line.left()).collect();
    let steps: Vec<i8> = widths
        .windows(2)
        .map(|pair| i8::from(pair[1] > pair[0] + 1.0) - i8::from(pair[1] < pair[0] - 1.0))
        .collect();
    let equal = steps.len() > 1 && steps.contains(&0); // two lines may be
    let shaped = steps.is_sorted_by(|a, b| a >= b) && !equal;
    let shown: Vec<String> = widths.iter().map(|width| format!("{width:.0}")).collect();
    let measured = holds(format!("{} mm", shown.join("/")), shaped);
    Ok(vec![measured.written(by_author || lines.iter().any(has_long_word))])
}

/// Whether a line has a word of Latin letters, which no break parts, so wide that the shape of the
/// title is what such words leave: five 字.
fn has_long_word(line: &Line) -> bool {
    let words = line.glyphs.chunk_by(|one, next| {
        one.text.is_ascii_alphanumeric() && next.text.is_ascii_alphanumeric()
    });
    let wide = |word: &[Glyph]| {
        let ends = word.first().zip(word.last());
        ends.is_some_and(|(first, last)| last.right - first.x > 5.0 * first.size * MM)
    };
    words.into_iter().any(wide)
}

pub(super) fn r39(paper: &Paper<'_>) -> Found {
    let (lines, by_author) = broken(paper)?;
    let text: Vec<char> =
        lines.iter().flat_map(|line| line.glyphs.iter().map(|g| g.text)).collect();
    let mut at = 0;
    let mut found = vec![];
    for line in &lines[..lines.len() - 1] {
        at += line.glyphs.len();
        let (before, behind) = text.split_at(at);
        let whole = !cuts_word(&text, at) && !cuts_number(before, behind);
        let start = behind.first().is_some_and(|c| !"的和与及等".contains(*c));
        let shown =
            format!("{}/{}", tail(before), behind.iter().take(3).collect::<String>());
        let sound = whole && start && !cuts_name(before, behind);
        found.push(holds(shown, sound).written(by_author));
    }
    Ok(found)
}

fn tail(text: &[char]) -> String {
    text[text.len().saturating_sub(3)..].iter().collect()
}

/// Whether a break parts a 《…》 that one line could hold.
fn cuts_name(before: &[char], behind: &[char]) -> bool {
    let Some(open) = before.iter().rposition(|&c| c == '《') else { return false };
    if before[open..].contains(&'》') {
        return false;
    }
    let close = behind.iter().position(|&c| c == '》').unwrap_or(behind.len());
    let length = before.len() - open + close + 1;
    length as f64 * 22.0 * MM <= RIGHT - LEFT
}

/// Whether a break parts a word; not where another word ends that begins before it does:
/// 委员会/议案 cuts no 会议.
fn cuts_word(text: &[char], at: usize) -> bool {
    let words: Vec<Vec<char>> =
        WORDS.split_whitespace().map(|word| word.chars().collect()).collect();
    let stands = |word: &[char], start: usize| text[start..].starts_with(word);
    let ending =
        words.iter().filter_map(|word| at.checked_sub(word.len()).zip(Some(word)));
    let ended =
        ending.filter(|(start, word)| stands(word, *start)).map(|(start, _)| start);
    let ended = ended.min().unwrap_or(at);
    words.iter().any(|word| {
        let starts = (at + 1).saturating_sub(word.len())..at;
        starts.into_iter().any(|start| stands(word, start) && start <= ended)
    })
}

fn cuts_number(before: &[char], behind: &[char]) -> bool {
    let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
    digit(before.last())
        && (digit(behind.first())
            || behind.first().is_some_and(|c| "年月日号%".contains(*c)))
}

pub(super) fn r40(paper: &Paper<'_>) -> Found {
    let text: String = paper.title()?.iter().map(Line::text).collect();
    Ok(text
        .chars()
        .last()
        .map(|last| holds(last, !CLOSING.contains(last) || "）》”".contains(last)))
        .into_iter()
        .collect())
}

pub(super) fn r40_docx(word: &Word<'_>) -> Found {
    wants(!word.document.title.is_empty())?;
    let written: String =
        word.styled(&["公文标题"])?.iter().map(|para| para.text()).collect();
    let title = plain(&word.document.title.to_line());
    let stop = title.chars().last().is_some_and(|last| "。，、；：？！".contains(last));
    Ok(vec![holds("标题", written.starts_with(&title) && !stop)])
}
