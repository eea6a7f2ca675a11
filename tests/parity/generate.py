#!/usr/bin/env python3
"""Writes documents that nobody tuned docgen to, for `cargo xtask parity`.

usage: generate.py FOLDER [--docs N] [--seed S]

The promise is that PDF and DOCX break the same lines for any text. A promise about any text is
measured on text from outside the project's samples, and on the hardest there is:

1. Sentences are drawn from a real report (tests/data) and from a stock of invented ones.
2. Every paragraph is salted at random places with what moves line ends: dense marks, nested
   quotes and brackets, digits with units, Latin words, ——, ……, 〔2021〕5号, names of Ext B.
3. The documents run through formats, lengths, bodies (headings of all levels, chapters and
   articles, running prose), attachments, signatures and records in turn, so that each occurs.

Document i of seed S is the same whatever N is, on every machine.
"""
import argparse
import json
import random
import re
import shutil
from pathlib import Path

CASES = Path(__file__).parent / "cases.yaml"  # by hand, with a case a paragraph
REPORT = Path(__file__).parent.parent / "data/xingan-2021.txt"
STOCK = """县水务局对全县37座小型水库逐一排查，发现隐患12处，已整改9处，其余3处列入汛前必须完成的清单。
农民夜校办到了村头的大槐树下，听课的人一晚比一晚多。
“一件事一次办”上线以来，群众平均少跑2.7趟、少交材料4.6份。
截至6月底，完成投资18.36亿元，占年度计划的63.2%，高于时序进度13.2个百分点。
要把《中华人民共和国森林法》《中华人民共和国草原法》的宣传同护林防火结合起来，做到进村、入户、到人。
冷链仓库温度保持在-18℃以下，偏差不得超过±2℃。
本通知自2024年3月1日起施行，《关于加强档案管理工作的通知》（某政办发〔2016〕45号）同时废止。
会议认为——这也是与会同志的一致看法——规划的关键在于落实。
路口的信号灯、学校的铁门、医院的台阶……凡是群众皱眉头的地方，都要去看一看。
项目区东起G207国道，西至清水河左岸，南北长3.8km，规划总面积1,260亩。
推广使用IPv6、5G等新技术，培育“专精特新”企业，年内新增高新技术企业20家以上。
对逾期未改正的，依照《条例》第四十三条第二款的规定处理；构成犯罪的，依法追究刑事责任。
粮食产量达到42.7万吨，同比增长3.1%；其中玉米31.2万吨、大豆4.05万吨、水稻7.45万吨。
老张头说：“路修通了，羊绒当天就能送到旗里，‘隔夜’两个字再也不用提了。”
请于2023年9月15日（星期五）17:00前将书面材料一式3份报送，电子版发至邮箱dbk@example.gov.cn。
按照“谁主管、谁负责，谁审批、谁监管”的原则，逐级签订责任书。
住房公积金缴存比例为5%—12%，缴存基数不得高于上年度职工月平均工资的3倍。
有的同志“上热中温下冷”，有的单位“等、靠、要”，这些都要认真解决。
办公用房面积按正职不超过24㎡、副职不超过18㎡的标准核定。
出水水质稳定达到GB 18918—2002一级A标准，COD去除率在92%以上。
抓紧抓实。
对此，要高度重视、认真研究、妥善处置，确保不发生规模性返贫，确保不发生重特大安全事故。
“十四五”期间，新建、改建农村公路1,240km（其中硬化路面860km），通客车率保持100%。
听证会由司法局主持，邀请人大代表、政协委员、法律顾问（3人）、群众代表（10人）参加。
要按照《〈法治政府建设实施纲要（2021—2025年）〉的实施方案》，把任务分解到季度、落实到岗位。"""
SALT = """“{h}” 《{h}》 （{h}） “{h}、{h}” 《关于{h}的意见〔{y}〕》 “‘{h}’{h}” 《{h}〈{h}〉》 “{h}”“{h}” 《{h}》《{h}》、
“{h}”、“{h}”、“{h}”等 （{h}“{h}”） 《{h}（试行）》 “{h}——{h}” ——{h} {h}——{h} …… {h}……” {n}% {d}% {n}.{n}万元 {k}元
{k}.{n}亿元 同比增长{d}%， {n}%～{n}% {y}年{m}月{m}日 {y}—{y}年 {y}-{y}年 〔{y}〕{n}号 （{h}〔{y}〕{n}号） 国办发〔{y}〕5号
{n}℃ {n}㎡ {n}km {n}kg/m³ №{n} ★ ①{h}；②{h}； A4 GDP 5G PM2.5 AI COVID-19 Wi-Fi IPv6 “互联网+” “{n}+{n}” “1＋{n}＋N”
第{n}条 {n}人次 {n}：{n} {n}:{n} {n}/{n} ×{n} · {h}·{h} www.gov.cn 12345 𠮷{h} 𬭎 ？！ ！” 。” 、 ； ：“{h}。”
“GB/T_9704—2012” Windows_11 （以下简称“{h}”） 一是{h}；二是{h}； {n}%以上 占{d}%； （{n}） {h}“{n}”{h}""".split()
OPENINGS = "一是 二是 —— ① 首先， 2023年， “ （ 《 A类： GDP …… 1—6月，".split()
TOPICS = """法治政府建设 优化营商环境 防汛抗旱 乡村振兴 安全生产 行政执法监督 农村人居环境整治 粮食安全 燃气安全专项整治
“互联网+监管” 冬季清洁取暖 高标准农田建设 国土空间规划 学前教育普及普惠""".split()
TITLES = """关于{t}的 关于2023年{t}工作情况的 关于印发《“十四五”{t}实施方案》的 关于切实做好{t}、{t}、{t}等重点工作的
关于转发自治区《关于{t}若干措施》（试行）的""".split()
HEADINGS = """加强组织领导，压实工作责任 工作开展情况 存在的主要问题 聚焦“三大攻坚战”，补短板、强弱项 2023年重点任务 保障措施
落实《纲要》要求，健全“一规划两纲要”体系 推进“放管服”改革，激发市场活力 关于GDP核算和R&D投入 夯实基层基础
深化“双随机、一公开”监管，推动5个领域、12个部门数据共享，实现“一网通办”""".split()
CHAPTERS = "总则 规划与建设 权利和义务 监督管理 法律责任 附则".split()
ORGANS = """县委办公室 县人大常委会办公室 县政府办公室 县政协办公室 县纪委监委机关 县法院 县检察院 县人武部 各人民团体 驻地各单位
县直各部门、各单位 各苏木乡镇人民政府 兴安盟生态环境局某某县分局 内蒙古自治区退役军人事务厅 国家统计局某某调查队
中国人民银行某某市分行 某某县“两新”工作委员会办公室 市民航机场（集团）有限公司""".split()
ISSUERS = """某某县人民政府 兴安盟行政公署办公室 某某市住房和城乡建设局 乌兰浩特市司法局 某某自治区人民政府
中共某某县委全面依法治县委员会办公室 某某乡人民政府""".split()
PEOPLE = "王某某 李某 欧阳某某 买买提·艾力 陈某某 𠮷某某".split()
ATTACHMENTS = """{t}任务分解表 关于{t}、{t}和{t}工作情况的说明（2021—2025年） 名单 2023年{t}工作要点
《{t}“{t}”管理办法（试行）》修改前后对照表及有关情况的说明""".split()
PAGES = [1, 2, 1, 3, 2, 4, 6, 1, 5, 8, 2, 12]
ON_A_PAGE = 470  # characters
WIDE = str.maketrans(",:;()", "，：；（）")  # what half-width marks mean is not asked here
DIGITS = "零一二三四五六七八九"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--docs", type=int, default=48, help="how many documents")
    parser.add_argument("--seed", type=int, default=9704)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(CASES, options.folder)
    for index in range(options.docs):
        fields = Author(options.seed, index).document()
        text = "".join(f"{key}: {written(value)}\n" for key, value in fields.items())
        (options.folder / f"g{index:03d}.yaml").write_text(text, encoding="utf-8")


def written(value):
    """A value in YAML: a text of several lines as a block, all else as JSON, which YAML is."""
    if isinstance(value, str) and "\n" in value:
        return "|" + "".join(f"\n  {line}" for line in value.splitlines())
    return json.dumps(value, ensure_ascii=False)


class Author:
    """Makes up one document."""

    def __init__(self, seed, index):
        self.index = index
        self.random = random.Random(f"{seed}/{index}")
        report = re.sub(r"[ \t\u3000]", "", REPORT.read_text(encoding="utf-8")).translate(WIDE)
        self.report = [text for text in re.findall(r"[^。\n]+。", report) if len(text) > 6]
        self.words = re.findall("[\u4e00-\u9fff]{2,6}", report)
        # One piece of salt in so many characters; 0: none.
        self.salted_every = self.random.choice([0, 6, 12, 25, 50])

    def document(self):
        """The fields of the document, in the order in which a person writes them."""
        pick, chance = self.random.choice, self.chance
        issuer, up = pick(ISSUERS), self.index % 4 == 3
        kind = pick(["报告", "请示"] if up else ["通知", "决定", "意见"])
        fields = {"format": "common" if self.index % 2 else "plain", "kind": kind}
        if fields["format"] == "common":
            fields |= {"direction": "up" if up else "down", "head": self.head(issuer, up)}
        fields["title"] = self.title(issuer, kind)
        if fields["format"] == "plain" and chance(0.5):
            fields |= {"subtitle": "（2023年3月16日）", "issuer_line": issuer}
        fields["recipients"] = self.random.sample(ORGANS, 1 if up else pick([1, 2, 4, 9]))
        fields["body"] = self.body(PAGES[self.index % len(PAGES)] * ON_A_PAGE)
        if chance(0.2):
            fields["body"] = fields["body"].splitlines()
        fields["closing"] = "特此报告。"
        if chance(0.6):
            fields["attachments"] = [self.attachment() for _ in range(pick([1, 2, 3, 10]))]
        fields["signature"] = self.signature(issuer)
        if chance(0.4):
            fields["note"] = "此件公开发布"
        if fields["format"] == "common" or chance(0.3):
            fields["record"] = self.record(issuer)
        return fields

    def chance(self, share):
        """True in this share of calls."""
        return self.random.random() < share

    def head(self, issuer, up):
        """版头, with 1 to 4 signers if the document goes up."""
        year, number = self.random.randint(2015, 2026), self.random.randint(1, 320)
        head = {"issuer": issuer, "number": f"某政发〔{year}〕{number}号"}
        if self.chance(0.4):
            head |= {"copy_number": "000012", "secrecy": "机密", "secrecy_period": "10年"}
        if self.chance(0.3):
            head["urgency"] = "特急"
        if up:
            head["signers"] = self.random.sample(PEOPLE, 1 + self.index // 4 % 4)
        return head

    def title(self, issuer, kind):
        """A title of one to four lines."""
        title = self.topical(self.random.choice(TITLES))
        return self.random.choice([issuer, ""]) + title + kind

    def topical(self, template):
        """The template with topics."""
        return re.sub("{t}", lambda _: self.random.choice(TOPICS), template)

    def body(self, length):
        """Paragraphs of about so many characters, a line each."""
        one = self.random.choice([self.of_levels, self.of_levels, self.of_articles, self.prose])
        lines, counts = [], [0] * 4
        while sum(map(len, lines)) + 8 * len(lines) < length:
            lines += one(counts)
        return "\n".join([*lines, self.paragraph()])

    def of_levels(self, counts):
        """A heading of one of the four levels, alone or run in, or paragraphs."""
        if self.chance(0.6):
            return [self.paragraph()]
        level = self.random.choice([0, 1, 1, 2, 3])
        counts[level] += 1
        counts[level + 1:] = [0] * (3 - level)
        n = counts[level]
        ordinal = [f"{han(n)}、", f"（{han(n)}）", f"{n}.", f"（{n}）"][level]
        heading = ordinal + self.random.choice(HEADINGS)
        runs_in = level < 2 and len(heading) < 30 and self.chance(0.4)
        return [f"{heading}。{self.paragraph()}"] if runs_in else [heading, self.paragraph()]

    def of_articles(self, counts):
        """An article, sometimes with items, sometimes below a new chapter or section."""
        lines, new, counts[2] = [], self.random.random(), counts[2] + 1
        if new < 0.12 or not counts[0]:
            counts[:2] = [counts[0] + 1, 0]
            lines.append(f"第{han(counts[0])}章　{self.random.choice(CHAPTERS)}")
        elif new < 0.18:
            counts[1] += 1
            lines.append(f"第{han(counts[1])}节　一般规定")
        lines.append(f"第{han(counts[2])}条　{self.paragraph()}")
        items = self.random.choice([0, 0, 0, 3])
        return lines + [f"（{han(n)}）{self.paragraph()}" for n in range(1, items + 1)]

    def prose(self, _counts):
        """A paragraph."""
        return [self.paragraph()]

    def paragraph(self):
        """One to six sentences, salted."""
        pick, stock = self.random.choice, STOCK.splitlines()
        text = "".join(pick(pick([self.report, stock])) for _ in range(pick([1, 1, 2, 3, 4, 6])))
        for _ in range(len(text) // self.salted_every if self.salted_every else 0):
            at = self.random.randint(1, len(text))
            text = text[:at] + self.salt() + text[at:]
        return (pick(OPENINGS) if self.chance(0.3) else "") + text

    def salt(self):
        """One piece of salt, its holes filled."""
        number, fill = self.random.randint, {
            "h": lambda: self.random.choice(self.words)[:number(1, 6)],
            "y": lambda: number(1998, 2026),
            "m": lambda: number(1, 12),
            "n": lambda: number(1, 10 ** number(1, 4)),
            "d": lambda: f"{number(0, 120)}.{number(0, 99)}",
            "k": lambda: f"{number(1, 999)},{number(0, 999):03d}",
        }
        piece = self.random.choice(SALT).replace("_", " ")
        return re.sub(r"{(\w)}", lambda hole: str(fill[hole[1]]()), piece)

    def attachment(self):
        """A long or short name, often with text."""
        attachment = {"title": self.topical(self.random.choice(ATTACHMENTS))}
        if self.chance(0.3):
            attachment["body"] = self.body(self.random.choice([60, 300, 900]))
        return attachment

    def signature(self, issuer):
        """落款 in one of three ways."""
        seal = ["stamped", "none", "signed"][self.index % 3]
        who = {"signer_post": "县人民政府代县长"} if seal == "signed" else {
            "organs": [self.random.choice([issuer, "司法局"])]}
        return {"date": "2022-01-18", "seal": seal, **who}

    def record(self, issuer):
        """版记 with a list of up to 17 organs."""
        return {
            "copy_to": self.random.sample(ORGANS, self.random.choice([1, 3, 8, 14, 17])),
            "printer": issuer,
            "print_date": "2022-01-18",
        }


def han(n):
    """A number below 100 in Han digits."""
    tens = "" if n < 10 else "十" if n < 20 else DIGITS[n // 10] + "十"
    return tens + (DIGITS[n % 10] if n % 10 else "")


if __name__ == "__main__":
    main()
