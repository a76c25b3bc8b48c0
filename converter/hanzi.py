"""What the readers need to know of Chinese characters, punctuation, names and numbers.

Character classes follow GB/T 15834-2011 (punctuation) and the Unicode blocks.
"""

from __future__ import annotations

from operator import add

from converter import patterns as re
from converter.memo import per_issue

HAN = "\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""The inside of a regular-expression class that matches a Chinese character (incl. 〇)."""

OPENING = "（《〈「『【〔［｛“‘〖"
CLOSING = "）》〉」』】〕］｝”’〗"
STOPS = "。！？!?｡．"
PAUSES = "，、；："
CJK_MARKS = OPENING + CLOSING + "。！？，、；：…—·～"
TERMINAL = frozenset("。！？!?…｡")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
SHAPES = "■□●○◎◆◇▲△★☆"
"""What printers set before a name, a title or an item, or on both sides of it."""
_CLOSERS = frozenset(CLOSING + "\"')]")

PAIRS = dict(zip("（《〈「『【〔［｛“‘〖([{", "）》〉」』】〕］｝”’〗)]}", strict=True))
_CLOSE_TO_OPEN = {close: opening for opening, close in PAIRS.items()}
_PAIRED = re.compile(f"[{re.escape(''.join((*PAIRS, *_CLOSE_TO_OPEN)))}]")
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z0-9])")
"""The Ferry’s, VLDB’15: within a word, no mark that closes anything."""

_HAN_RE = re.compile(f"[{HAN}]")
_KEY_KEPT = re.compile(rf"[{HAN}A-Za-z0-9]+")
_CN_VALUES = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "Ｏ": 0,
    "两": 2,
    "兩": 2,
    "壹": 1,
    "贰": 2,
    "叁": 3,
    "肆": 4,
    "伍": 5,
    "陆": 6,
    "柒": 7,
    "捌": 8,
    "玖": 9,
}


def is_han(char: str) -> bool:
    """True for a Chinese character, 〇 included; False for the empty string."""
    return (
        "\u4e00" <= char <= "\u9fff"  # as nearly all are
        or "\u3400" <= char <= "\u4dbf"
        or char == "\u3007"
        or "\U00020000" <= char <= "\U0003ffff"
        or "\uf900" <= char <= "\ufaff"
    )


def has_han(text: str) -> bool:
    """True if any character is Chinese."""
    return _HAN_RE.search(text) is not None


@per_issue(65536)
def squeeze(text: str) -> str:
    """Without any white space."""
    return "".join(text.split())


@per_issue(65536)
def key(text: str) -> str:
    """The text for comparison: Chinese characters, Latin letters and digits only."""
    return "".join(_KEY_KEPT.findall(text)).lower()


_FULL_WIDTH = re.compile("[^\u0000-\u00b6\u00b8-\u1fff]+")


@per_issue(65536)
def width(text: str) -> float:
    """The printed width in em: one for a full-width character, a half for the others."""
    return len(text) - len(_FULL_WIDTH.sub("", text)) / 2


_ASIDE = re.compile(
    r"[。！？]”?（(?=[^（）]*[\u4e00-\u9fff]|[A-Z]{1,4}-?\d)[^（）。]{1,24}）$|[。！？…][”’」』]?[（(]\d{2,3}[)）]$"
    r"|[。！？…][”’」』]?\s*——\s*[\u4e00-\u9fff]{2,8}）$"
)
"""After the last sentence, who said it or where it stands: ……吗？（云川 刘女士）, or by which
number somebody is quoted in a study: （F07，女）, （LS-12，T）. （18） calls a note; （2） may be a point.
At the end of a remark, who makes it: （……关注。——编者）, （……。——译者注）."""


_END = 64
"""So many characters tell how a text ends."""
_BOLD_END = 4
"""Characters of the end of bold type and of a mark behind it."""


@per_issue(65536)
def ends_sentence(text: str) -> bool:
    """True if the text ends with a full stop, closing marks after it allowed (……。”）)."""
    end = text.rstrip()[-_END:]
    if end[-1:] in _RAISED_ENDS:
        end = _RAISED_CALL.sub("", end).rstrip()
    if "**" in end[-_BOLD_END:]:  # ……的人。**, ……的人。**”: bold type ends with the text
        end = end.replace("**", "").rstrip()
    return _is_end(end)


_BRACKETED_CALL = re.compile(r"(?<!\s)[\[［〔]\d{1,3}(?:[-—–,，、]\d{1,3})*[\]］〕]$")
"""[2] and [3-5], behind the last full stop of a paragraph."""
_RAISED_CALL = re.compile(
    r"(?:\$\s*\^\s*\{[^{}$]{1,12}\}\s*\$|\^\{[^{}]{1,12}\}|<sup>[^<>]{1,12}</sup>|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})$"
)
"""$^{[2]}$, <sup>2</sup> and ², which are raised there."""
_RAISED_ENDS = frozenset("$}>¹²³⁴⁵⁶⁷⁸⁹⁰")


def _is_end(stripped: str) -> bool:
    end = len(stripped)
    while end and stripped[end - 1] in CIRCLED and not stripped[end - 2 : end - 1].isspace():
        end -= 1  # the call of a footnote
    if (
        stripped[-1:] in ("]", "］", "〕")
        and (call := _BRACKETED_CALL.search(stripped)) is not None
    ):
        end = call.start()
    while end and stripped[end - 1] in _CLOSERS:
        end -= 1
    if end < len(stripped) and stripped[end - 1 : end].isspace():
        end = len(stripped[:end].rstrip())  # “ ……。 ”, as pull quotes are set
    if end and stripped[end - 1] in TERMINAL:
        return True
    if stripped.endswith(("）", ")")) and _ASIDE.search(stripped):
        return True
    # A full stop of an English sentence; 3. or T. alone may be a number or an initial.
    return end > 3 and stripped[end - 1] == "." and not has_han(stripped[max(0, end - 12) : end])


def unclosed(text: str) -> str:
    """The opening marks that the text leaves open, in order (“（ for a text cut inside both)."""
    return _single_marks(text)[0]


def unopened(text: str) -> str:
    """The closing marks that the text does not open, in order."""
    return _single_marks(text)[1]


@per_issue(65536)
def _single_marks(text: str) -> tuple[str, str]:
    stack: list[str] = []
    stray: list[str] = []
    if "’" in text and "‘" not in text:
        text = _APOSTROPHE.sub("", text)
    for char in _PAIRED.findall(text):
        if char in PAIRS:
            stack.append(char)
        elif stack and stack[-1] == _CLOSE_TO_OPEN[char]:
            stack.pop()
        else:
            stray.append(char)
    opening = "".join(mark for mark in stack if mark not in "([{")
    return opening, "".join(mark for mark in stray if mark not in ")]}")


@per_issue(65536)
def number(text: str) -> int | None:
    """The value of a Chinese or Arabic numeral below 10,000; ``None`` if it is none.

    Knows 十二, 二〇二二, 一百零五, 廿, 卅 and full-width digits.
    """
    plain = squeeze(text)
    if not plain:
        return None
    if plain.isdecimal():
        return int(plain)
    if all(char in _CN_VALUES for char in plain):
        return int("".join(str(_CN_VALUES[char]) for char in plain))
    total, current = 0, 0
    for char in plain.replace("廿", "二十").replace("卅", "三十"):
        if char in _CN_VALUES:
            current = _CN_VALUES[char]
        elif char in "十拾百佰千仟":
            unit = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}[char]
            total += (current or 1) * unit
            current = 0
        else:
            return None
    return total + current


@per_issue(65536)
def bigrams(text: str) -> frozenset[str]:
    """The neighbouring pairs of a key, or what is too short for a pair, to compare it with others."""
    return pairs_of(text) or frozenset((text,))


def pairs_of(text: str) -> frozenset[str]:
    """The neighbouring pairs of the characters of a text, none of a single one."""
    return frozenset(map(add, text, text[1:]))


def differences(one: str, other: str) -> list[tuple[str, str]]:
    """The characters in which two texts differ; ``ValueError`` if one is longer."""
    return [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]


def only_difference(one: str, other: str) -> tuple[str, str] | None:
    """The only characters in which two texts of one length differ; ``None`` if these are more, or none."""
    pairs = differences(one, other) if len(one) == len(other) else []
    return pairs[0] if len(pairs) == 1 else None


def dice(one: str, other: str) -> float:
    """Similarity of two keys by their pairs of characters, 0 to 1 (Dice coefficient)."""
    if not one or not other:
        return 0.0
    a, b = bigrams(one), bigrams(other)
    return 2 * len(a & b) / (len(a) + len(b))


_EACH = 8
"""Of so many characters one may be misread."""


def is_misread(name: str, title: str) -> bool:
    """True for two keys of one length of which hardly a character differs: one of them is misread."""
    if len(name) != len(title):
        return False
    differ = sum(one != other for one, other in zip(name, title, strict=True))
    return 0 < differ <= max(1, len(title) // _EACH)


def similarity(one: str, other: str) -> float:
    """Similarity of two keys by their common subsequence, 0 to 1 (for short texts)."""
    if one == other:
        return 1.0
    if not one or not other:
        return 0.0
    from difflib import SequenceMatcher

    return SequenceMatcher(None, one, other, autojunk=False).ratio()
