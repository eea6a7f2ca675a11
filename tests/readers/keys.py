"""The keys of the input format, in English and Chinese."""

# English key: Chinese alias.
ALIASES = {
    "absent": "请假", "across": "跨列", "attachments": "附件", "attendance": "出席", "body": "正文", "caption": "表题",
    "closing": "结语", "columns": "列", "copy_number": "份号", "copy_to": "抄送", "cover": "封面", "date": "成文日期", "delivery": "方式",
    "down": "跨行", "enclosed": "印发件", "extra": "其他", "figure": "图片", "format": "格式", "head": "版头",
    "head_rows": "表头行数", "heading": "小标题", "issuer": "发文机关", "issuer_line": "单位行", "items": "items",
    "label": "抄送栏名", "level": "级", "list": "列表", "main_to": "主送", "mark": "机关标志",
    "mark_mongolian": "蒙文标志", "meeting": "会议",
    "name": "名称", "note": "附注", "number": "发文字号", "observers": "列席", "organs": "署名", "post": "职务",
    "present": "出席", "print_date": "印发日期", "printer": "印发机关", "recipients": "主送", "record": "版记",
    "reporter": "报告人", "rows": "行", "salutation": "称谓", "seal": "印章", "secrecy": "密级",
    "secrecy_period": "保密期限", "separate": "单独装订", "session": "届次", "signature": "落款", "signer_post": "职务",
    "signers": "签发人", "subtitle": "副标题", "table": "表格", "text": "文字", "title": "标题", "toc": "目录", "unit": "单位",
    "urgency": "紧急程度",
}


def get(table, key, default=None):
    """The value under the English or the Chinese key."""
    return table.get(key, table.get(ALIASES[key], default))


def as_list(value):
    """A list as it is, a text as a list of one, nothing as an empty list."""
    return value if isinstance(value, list) else [value] if value else []
