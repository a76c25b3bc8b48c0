"""What the proofing page says in the editor's language, beyond the diagnostics."""

from __future__ import annotations

from converter.diagnostics import Span
from converter.report.names import DROPS, RULES


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
        return self(*RULES.get(name, (name, name)))

    def reason(self, name: str) -> str:
        """Why something was dropped."""
        return self(*DROPS.get(name, (name, name)))

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
