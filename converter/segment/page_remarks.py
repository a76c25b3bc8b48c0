"""What language models say of a page before they give its text, or where there is none.

以下是图片中的文字内容：, ``Here is the extracted text:``, [空白页], ``This page intentionally left blank``.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.source import Line

_PICTURE = "(?:图片|图像|圖片|圖像|图|页面?|頁面?|扫描[件页]|掃描[件頁]|照片|截图|影像|文档)"
_WORDS = "(?:文字|文本|内容|內容|转录|轉錄|识别结果|OCR)"
_BEGINS = re.compile(
    rf"^(?:好的[，,。！!]?\s*)?(?:以下|下面|這|这|该|此)(?:就?是|为|為)?[^。，：:]{{0,10}}{_PICTURE}(?:中|里|上|内)?(?:的|所)?"
    rf"[^。，：:]{{0,10}}{_WORDS}[^。，：:]{{0,10}}[：:。]?$"
    rf"|^{_PICTURE}(?:中|里|上|内)?的?[^。，：:]{{0,8}}{_WORDS}(?:内容)?(?:如下|为|是)[：:]$"
    rf"|^(?:OCR)?\s?(?:识别|識別|提取|转录|轉錄)(?:出)?的?(?:结果|{_WORDS}){{1,2}}(?:如下)?[：:]$"
    r"|^(?:sure\W{1,2}|certainly\W{1,2})?(?:here(?:'s|’s| is| are)|below (?:is|are)|the following is)\s[^.:]{0,40}?"
    r"\b(?:text|transcription|contents?|ocr|markdown)\b[^.:]{0,60}[:.]?$"
    r"|^the (?:extracted |transcribed )?text (?:in|of|from|on) the (?:image|page)[^.:]{0,40}[:.]$",
    re.IGNORECASE,
)
"""What stands before the text of a page."""
_EMPTY = re.compile(
    rf"^[\[【（(<]?(?:(?:此|本|该|這|这)?{_PICTURE}(?:中|里|上)?(?:为|是)?(?:空白|无|無|没有|沒有)(?:页|正文|文字|内容|可识别的?文字)?"
    rf"|空白[页頁]|[未无無](?:识别|識別|检测|檢測)(?:到|出)?(?:任何)?{_WORDS})[\]】）)>]?。?$"
    r"|^[\[(<]?(?:(?:this |the )?(?:page|image) (?:is |was |has been )?(?:intentionally )?(?:left )?(?:blank|empty)"
    r"|(?:blank|empty) page|no (?:readable |visible |legible )?text(?: (?:was |is )?(?:detected|found|visible|present))?"
    r"(?: (?:in|on) (?:this |the )?(?:image|page))?)\.?[\])>]?$",
    re.IGNORECASE,
)
"""What stands where a page has no text."""
_LONGEST, _AGAIN = 120, 2
_ENDS = frozenset("：:。.]】）)>页頁白字容")


def page_remarks(lines: Sequence[Line]) -> list[int]:
    """The indexes of such lines. One alone is told at the top of a file, where nothing stands above it."""
    found = [at for at, line in enumerate(lines) if _may_be(line.text) and _is_remark(line.text)]
    if len(found) >= _AGAIN or (found and all(line.blank for line in lines[: found[0]])):
        return found
    return []


def _may_be(text: str) -> bool:
    """False for nearly all lines."""
    if not 3 <= len(text) <= _LONGEST:
        return False
    last = text.rstrip(" *")[-1:]
    return last in _ENDS or (last.isascii() and last.isalpha())


def _is_remark(text: str) -> bool:
    text = text.strip(" \u3000*#>")
    return (_BEGINS.match(text) or _EMPTY.match(text)) is not None
