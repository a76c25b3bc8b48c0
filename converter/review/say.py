"""What the proofing page says in the editor's language, beyond the diagnostics."""

from __future__ import annotations

from converter.diagnostics import Span


class Say:
    """Chooses between English and Chinese; ``say("line", "行")``."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.zh = language == "zh"

    def __call__(self, en: str, zh: str) -> str:
        """The sentence in the editor's language."""
        return zh if self.zh else en

    def lines(self, first: int, last: int = 0) -> str:
        """``line 30`` or ``lines 30–33``."""
        if last <= first:
            return self(f"line {first}", f"第{first}行")
        return self(f"lines {first}–{last}", f"第{first}–{last}行")

    def item(self, kind: str) -> str:
        """The name of a kind of block or of a paragraph's role."""
        return self(*_ITEMS.get(kind, (kind, kind)))

    def rule(self, name: str) -> str:
        """What a cleaning rule does."""
        return self(*_RULES.get(name, (name, name)))

    def reason(self, name: str) -> str:
        """Why something was dropped."""
        return self(*_DROPS.get(name, (name, name)))

    def join(self, reason: str) -> str:
        """Why two pieces were joined (the reasons of :mod:`converter.parse.heal`)."""
        return self(reason, _JOINS.get(reason, reason))


def numbers(spans: tuple[Span, ...]) -> str:
    """The lines of a block, as short as possible: ``30, 33–35``."""
    return ", ".join(
        f"{span.first}" if span.first == span.last else f"{span.first}–{span.last}"
        for span in spans
    )


_ITEMS = {
    "paragraph": ("Paragraph", "段落"),
    "body": ("Paragraph", "段落"),
    "parallel-title": ("Title in another language", "外文题名"),
    "question": ("Question", "提问"),
    "answer": ("Answer", "回答"),
    "editor-note": ("Editor's note", "编者按"),
    "standfirst": ("Standfirst", "导语"),
    "abstract": ("Abstract", "摘要"),
    "keywords": ("Keywords", "关键词"),
    "biography": ("Biography", "作者简介"),
    "funding": ("Funding", "基金项目"),
    "credit": ("Credit", "编校署名"),
    "reference": ("Reference", "参考文献"),
    "list-item": ("List item", "列表项"),
    "salutation": ("Salutation", "称呼"),
    "signature": ("Signature", "落款"),
    "continuation": ("Continuation", "转接"),
    "heading": ("Heading", "小标题"),
    "pull-quote": ("Pull quote", "摘句"),
    "box": ("Box", "链接框"),
    "verse": ("Verse", "诗行"),
    "table": ("Table", "表格"),
    "figure": ("Caption", "图题"),
    "note": ("Note", "注释"),
    "kicker": ("Kicker", "引题"),
    "title": ("Title", "标题"),
    "subtitle": ("Subtitle", "副题"),
    "byline": ("Byline", "署名"),
    "entry": ("Entry", "条目"),
    "section": ("Section", "栏目"),
    "contents": ("Contents", "目录"),
    "masthead": ("Masthead", "版权页"),
    "attribution": ("Attribution", "出处"),
}

_RULES = {
    "ocr-dumps": ("output of the OCR program removed", "删去识别程序的输出信息"),
    "ocr-spaces": ("blanks between characters removed", "删去字间空格"),
    "close-names": ("blank put back between two names", "补回两人姓名间的空格"),
    "control-characters": ("control characters removed", "删去控制字符"),
    "compatibility-forms": ("compatibility form replaced", "兼容字形换为通用字形"),
    "conjunction": ("English “and” made 和", "英文 and 改为“和”"),
    "entities": ("HTML entity resolved", "还原 HTML 字符实体"),
    "note-calls": ("call of a note resolved", "还原注码"),
    "name-marks": ("figure after a name resolved", "还原人名后的角标"),
    "escapes": ("backslash removed", "删去转义反斜线"),
    "line-ends": ("sign for a soft hyphen removed", "删去行末软连字符"),
    "private-use": ("sign of a symbol font replaced", "符号字体字符改为通用字符"),
    "presentation-forms": ("vertical or narrow form replaced", "竖排或半角标点改为通用标点"),
    "look-alikes": ("look-alike replaced", "形近字符改正"),
    "degrees": ("sign of degrees Celsius put right", "摄氏度符号改正"),
    "dashes": ("dash repaired", "破折号修正"),
    "brackets-width": ("full-width brackets", "括号改全角"),
    "punctuation-width": ("full-width punctuation", "标点改全角"),
    "full-stop": ("full stop repaired", "句号修正"),
    "decimal-points": ("decimal point made half-width", "小数点改半角"),
    "closing-marks": ("lost closing mark put back", "补回缺失的后括标点"),
    "spaced-figures": ("sign put to its number", "数字与百分号、小数点并拢"),
    "spaced-numbers": ("blanks around a number in brackets taken out", "括号内序号前后空格删去"),
    "spaced-decimals": ("blank within a decimal number taken out", "小数中空格删去"),
    "codes": ("mark of an ISSN or CN number set half-width", "刊号中的符号改为半角"),
    "spaced-addresses": ("blank within an address taken out", "邮箱地址中空格删去"),
    "spaced-years": ("digits of a year joined", "年份数字并拢"),
    "spaced-digits": ("digits of a number joined", "数字并拢"),
    "ellipsis": ("ellipsis repaired", "省略号修正"),
    "html": ("HTML resolved", "还原 HTML"),
    "heading-bar": ("bar behind a number made wide", "序号后竖线改全角"),
    "contents-heading": ("misread heading of the contents", "目录标题误读改正"),
    "teaser-page": ("page of a teaser in figures", "导读版次改为数字"),
    "latex": ("LaTeX remnant resolved", "LaTeX 残留还原"),
    "straight-quotes": ("straight quotation marks paired", "直引号改弯引号"),
    "correction": ("changed by an editor", "编辑改动"),
}

_DROPS = {
    "table-rule": ("rule of a table", "表格线"),
    "chart-label": ("label of a chart", "图表内文字"),
    "leader": ("leader", "目录点线"),
    "list-mark": ("list mark", "列表符号"),
    "cover-line": ("line of the cover, said again inside", "封面文字（内文另见）"),
    "running-head": ("running head", "页眉"),
    "folio": ("folio", "页码"),
    "page-marker": ("page marker", "分页标记"),
    "markup": ("markup", "排版标记"),
    "duplicate": ("said twice at a seam", "接缝重字"),
    "dash": ("dash before an attribution", "出处前的破折号"),
    "notes-head": ("heading of the notes", "注释标题"),
    "quotation-mark": ("large mark before a pull quote", "引语前的大引号"),
    "label-mark": ("mark after a label", "栏目后的冒号"),
    "label-colon": ("colon after a label", "标签后的冒号"),
    "rule": ("rule", "分隔线"),
    "image": ("place of a picture", "图片位置"),
    "correction": ("dropped by an editor", "编辑删去"),
    "jump-line": ("continuation line, followed", "已续接的转接行"),
    "foreign-contents": ("contents in another language", "外文目录"),
    "contents-rest": ("mark in the contents", "目录中的符号"),
    "end-mark": ("mark at the end of an article", "文末尾花"),
    "hyphen": ("hyphen at a line's end", "行末连字符"),
    "kicker": ("name of a column above a title", "题上的栏目小题"),
    "section-page": ("words on the page that opens a section", "栏目页题词"),
    "section-name": ("section name, known from the contents", "栏目名（目录已有）"),
}

_JOINS = {
    "a word cut at the seam and then repeated": "词语在接缝处断开后又重复",
    "the end of a sentence is said again": "句末在接缝之后重出",
    "the end of a clause is said again": "冒号前的字在接缝之后重出",
    "the next piece begins with a mark that cannot begin a line": "后段以不能居行首的标点开头",
    "who said what was quoted": "引语之后说明是谁说的",
    "a series begun inside the paragraph goes on": "段内的序列在后段继续",
    "a series begun in one piece goes on inside the next": "前段开始的序列在后段内继续",
    "an open bracket or quotation mark is closed in the next piece": (
        "前段未闭合的括号或引号在后段闭合"
    ),
    "a series that is told within one paragraph": "同一段内列举的序列",
    "a colon before a quotation": "冒号之后是引文",
    "a colon within a sentence": "冒号之后句子未完",
    "an open bracket or quotation mark": "前段的括号或引号没有闭合",
    "no full stop at the end of the piece": "前段末尾没有句号",
}
