"""The signs of printed contents: where the page stands, dots that lead to it, dashes."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, squeeze, width
from converter.segment.regions.entries import PAGE

LEADER = re.compile(
    r"\s*(?:(?:[.．·•﹒⋯‥_・‧∙⋅]\s*){3,}(?:…[.．·•﹒⋯‥_・‧∙⋅…—-]*)?|…+(?:\s?[.．·•﹒⋯‥_・‧∙⋅…—-]+)?|(?:-\s*){4,}|(?:—\s*){3,}|\s[…⋯]\s)\s*"
)
_NO_DIGIT = "(?:l[lIO]|I[lO])"
"""A page of two digits, neither of which OCR has read as one; II counts volumes."""
_LETTERED = r"(?<=[/／.．…])\d{1,2}[SB]|(?<=[/／.．…]\s)\d{1,2}[SB]"
"""标题 / 2S: a page whose last digit OCR has read as a letter, behind what leads to it; 4S is also a model."""
PAGE_FIRST = re.compile(
    rf"^\s*(?:(?P<open>[（(\[])|[Pp])?[.．]?\s*(?P<page>(?=[\dlIOZ]*\d){PAGE}|{_NO_DIGIT}(?=\s+[{HAN}“《]))\s*[）)\]]?(?:\s*[/／|｜·.、]\s*|\s+|(?(open)(?<=[）)\]])|(?!)))(?P<rest>\S.*)$"
)
PAGE_LAST = re.compile(
    rf"^(?P<rest>.*?\S)\s*(?:[/／|｜]\s*|\s|(?=[（(\[]\s*\d+\s*[）)\]])|(?<=[^\dA-Za-z%.—-])|(?<=[.．][.．][.．]))[（(\[Pp]?[.．]?\s*(?P<page>(?=[\dlIOZ]*\d){PAGE}|(?<=[\s.．·…])(?:[lI]|{_NO_DIGIT})|(?<=[（(]){_NO_DIGIT}(?=\s*[）)])|{_LETTERED})\s*[）)\]]?\s*$"
)
PAGE_ONLY = re.compile(
    rf"^\s*(?:[/／]\s*)?[（(\[Pp]?[.．]?\s*(?P<page>(?=[\dlIOZ]*\d){PAGE}|{_NO_DIGIT})\s*[）)\]]?\s*$"
)
BYLINE_PREFIX = re.compile(
    r"^(?:文|图文|图/文|文/图|作者|撰文|本刊|本报|(?:本[刊报報社])?(?:特约|特約|首席|见习|实习)?(?:记者|記者|通讯员|通訊員|评论员|撰稿人?)|整理|口述|采写|译)(?:\s*[/：:｜]\s*|\s+(?!\s|\S$|\S\s+\S\s+\S$))"
)
"""文/, 本刊记者 and the like before names; 译　介 and 文　学　评　论 are names of sections."""
WORKED_BY = re.compile(
    rf"^[{HAN}]{{2,10}}(?:[组組科室部处處会會社队隊]|\s[{HAN}]{{2,3}})\s?(?:整理|记录|記錄|供稿|执笔|執筆)$"
)
"""宣传科整理, below an entry: who has written down what somebody told."""
GENRE_BEFORE = re.compile(
    r"^(?:[短中长長]篇)?(?:小小说|微型小说|小说|小說|故事|组诗|組詩|诗歌|詩歌|诗|詩|散文诗|散文詩|散文|随笔|隨筆|杂文|雜文|报告文学|報告文學|童话|童話|寓言|剧本|劇本|漫画|漫畫)\s*[：:｜|／/]\s*(?=\S)"
)
"""诗：夜校: what a piece is, before its title."""
GENRE = re.compile(
    rf"^(?P<title>\S.*?)\s*[（(〔](?:[短中长長]篇)?(?:小小说|微型小说|小说|故事|诗|组诗|诗歌|散文诗|散文|随笔|杂文|报告文学|童话|寓言|剧本|评论|书评|影评|[{HAN}]{{0,2}}连载)(?:[）)〕](?=\s|$)|$)"
)
"""回程票（短篇小说）: a title, and what the piece is."""
SUBTITLE = re.compile(r"^(?:——|--|—|－－)\s*")
DASHED = re.compile(r"\s*(?:——|──|－－|--)\s*\S")
"""A whole dash before words: what a subtitle begins with on a line of its own, and hardly a list."""


def page_beside(text: str) -> re.Match[str] | None:
    """The page of an entry and the rest of it: the page stands before the title or behind it."""
    return PAGE_FIRST.match(text) or PAGE_LAST.match(text)


def page_number(text: str) -> str:
    """The first page, with the look-alikes of OCR resolved: l02 → 102, 2Z → 22, 2S → 25, 03-04 → 03."""
    first = re.split(r"\s*[-–—~～]\s*", text.strip(), maxsplit=1)[0]
    return first.translate(str.maketrans("lIO〇ZSB", "1100258"))


_AWAITS = re.compile(r"(?<=\S)\s+[/／]$")


def without_stroke(text: str) -> str:
    """A line without the stroke behind which its page is missing: 标题 某某 /."""
    return _AWAITS.sub("", text)


def continues(text: str) -> bool:
    """A line that cannot begin an entry: a subtitle or authors after leaders."""
    return bool(
        SUBTITLE.match(text)
        or LEADER.match(text)
        or BYLINE_PREFIX.match(text)
        or WORKED_BY.match(text.strip())
    )


def goes_on_below(text: str) -> bool:
    """True for the first line of a title that breaks behind a comma, or a colon; 专题： names a section."""
    return text.endswith(("，", "、", "；")) or (text.endswith("：") and width(text) > _NAMED)


_NAMED = 6
"""The most em of a section's name with a colon."""


def at_last_stroke(text: str) -> tuple[str, str, str]:
    """标题／某某 as what stands before its last stroke, the stroke, and what stands behind it.

    Without a stroke all of it stands behind, as :meth:`str.rpartition` has it.
    """
    return text.replace("／", "/").rpartition("/")


def split_leader(text: str) -> tuple[str, str]:
    """The text before the last leader and what follows it."""
    hits = list(LEADER.finditer(text))
    if not hits:
        return text.strip(), ""
    # A leader in the middle of a title is an ellipsis (……) unless a page or a name follows.
    hit = hits[-1]
    return text[: hit.start()].strip(), text[hit.end() :].strip()


def after_dots(text: str, after: str) -> bool:
    """True for a few words behind dots that are no ellipsis: 11 病虫发生趋势 ..... 省站测报科.

    Where the page stands before the title, nothing but authors can follow.
    """
    dots = text[: len(text) - len(after)].rstrip()
    return (
        re.search(r"[.．·・‧∙⋅]\s*[.．·・‧∙⋅]\s*[.．·・‧∙⋅\s]*$", dots) is not None
        and 2 <= width(after) <= 20
        and re.fullmatch(rf"[{HAN}\s、/／]+", after) is not None
    )


def after_long_leader(text: str, after: str) -> bool:
    """True if so many dots lead to a short text that nothing but authors can follow."""
    dots = text[: len(text) - len(after)].rstrip()
    run = re.search(r"[.．·•…﹒⋯‥_・‧∙⋅\s]*$", dots)
    size = sum(3 if char == "…" else 1 for char in squeeze(run[0])) if run is not None else 0
    return size >= 6 and width(after) <= 20
