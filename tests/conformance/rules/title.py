"""R35–R40: 标题 (7.3.1)."""
from paper import CENTRE, TWO_LINES
from sheet import CLOSING
from source import as_list, get, plain
from verdict import between, measures, near, same, true

# Words that titles are made of: a line must not end inside one. Not docgen's own list.
WORDS = """人民政府 办公室 办公厅 委员会 关于 印发 转发 批转 情况 报告 请示 通知 通报 批复 意见 决定 会议 纪要 工作 建设 法治
管理 办法 规定 方案 计划 规划 实施 年度 推进 加强 进一步 全面 重点 任务 分工 综合 行政 执法 规范 规范性 文件 审计 预算 执行 调整
制度 改革 发展 经济 社会 安全 生产 农村 农业 生态 环境 保护 教育 卫生 健康 服务 部门 乡镇 机关 单位 干部 人员 组织 领导 监督 检查
整治 专项 行动 开展 做好 有关 问题 事项 公布 废止 修改 常务 常委会 人大 代表 大会 议案 审议 调研 活动 试行 暂行""".split()
NO_START = "的和与及等"


def text_of(paper):
    return "".join(line.text for line in paper.title)


@measures("R35")
def look(paper):
    for line in paper.title:
        yield same("faces", line.faces, [{"小标宋"}])
        yield same("sizes", line.sizes, [{22}])


@measures("R35", "docx")
def look_of_docx(word):
    for para in word.styled("公文标题"):
        yield same("faces", para.faces, [{"小标宋"}])
        for run in para.runs:
            if run.text.strip():
                yield same("size", run.size, 22)


@measures("R36")
def below_rule(paper):
    paper.only("common")
    rule = paper.red_rules[-1]
    yield between("gap", paper.title[0].top - rule.y - rule.thickness / 2, *TWO_LINES, 0.5)


@measures("R37")
def centred(paper):
    for line in paper.title:
        yield near(f"{line.text} middle", line.centre, CENTRE, 0.5)


@measures("R38")
def shape(paper):
    paper.wants(len(paper.title) > 1, "one line")
    widths = [line.right - line.left for line in paper.title]
    signs = [(b > a + 1) - (b < a - 1) for a, b in zip(widths, widths[1:])]
    rising = signs == sorted(signs, reverse=True)  # up, then down: rhombus; or all one way
    equal = len(signs) > 1 and 0 in signs  # of three; two lines may be
    yield true(f"widths {[round(width) for width in widths]}", rising and not equal)


@measures("R39")
def breaks(paper):
    paper.wants(len(paper.title) > 1, "one line")
    text, at = text_of(paper), 0
    for line in paper.title[:-1]:
        at += len(line.text)
        inside = [(word, start) for word in WORDS
                  for start in range(max(0, at - len(word) + 1), at)
                  if text.startswith(word, start) and start < at < start + len(word)]
        # A word of two words ends inside neither if a longer one explains the break.
        ended = min([at - len(word) for word in WORDS if text[:at].endswith(word)], default=at)
        inside = [word for word, start in inside if start <= ended]
        yield true(f"breaks {text[at - 3:at]}/{text[at:at + 3]}", not inside)
        head = text[:at]
        name = text[head.rfind("《"):text.find("》", at) + 1]
        whole = head.count("《") == head.count("》") or len(name) > 20  # no line holds 21 of 二号
        yield true("breaks inside 《》", whole)
        yield true("breaks inside a number",
                   not (text[at - 1].isdigit() and (text[at].isdigit() or text[at] in "年月日号%")))
        yield true(f"line begins with {text[at]}", text[at] not in NO_START)


@measures("R40")
def no_final_mark(paper):
    last = text_of(paper)[-1]
    yield true(f"ends in {last}", last not in CLOSING or last in "）》”")


@measures("R40", "docx")
def no_final_mark_of_docx(word):
    text = "".join(as_list(get(word.top, "title", "")))
    written = "".join(para.text for para in word.styled("公文标题"))
    yield true("the title is the author's", written.startswith(plain(text)))
    last = plain(text)[-1]
    yield true(f"ends in {last}", last not in "。，、；：？！")
