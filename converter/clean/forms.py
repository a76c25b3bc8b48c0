r"""Ways of writing that are no characters of the page: entities, escapes, calls of notes.

HTML 5 §13.5 has the entities, CommonMark §2.4 the backslash before punctuation; footnotes
are written ``[^1]`` in Markdown and ``$^{①}$`` or ``\textcircled{1}`` in LaTeX.
"""

from __future__ import annotations

from collections.abc import Iterable

from converter import patterns as re
from converter.clean.edits import CleaningRule, Edit
from converter.diagnostics import Diagnostic
from converter.hanzi import CIRCLED, HAN, has_han
from converter.source import Line

ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,24});")
_MARKUP = re.compile(r"[<&]")


def entities(text: str) -> list[Edit]:
    """``&nbsp;`` and its kin. What would look like a tag or an entity itself comes last."""
    from html import unescape  # its tables are large, and few issues have entities

    plain: list[Edit] = []
    others: list[Edit] = []
    for hit in ENTITY.finditer(text):
        made = unescape(hit[0])
        if made == hit[0]:
            continue
        (others if _MARKUP.search(made) else plain).append(Edit(hit.start(), hit.end(), made))
    if plain:
        return plain
    return [edit for edit in others if not _would_be_markup(edit, text)]


def _would_be_markup(edit: Edit, text: str) -> bool:
    """True if ``<`` or ``&`` and what follows it would be read as a tag or an entity."""
    following = text[edit.end : edit.end + 1]
    if edit.after == "<":
        return (following.isalpha() and following.isascii()) or following in ("/", "!", "?", "|")
    return (following.isalpha() and following.isascii()) or following == "#"


NOTE_CALL = re.compile(
    rf"\$[\s{{}}^]*(?P<a>[{CIRCLED}](?:\s*[,，、]?\s*[{CIRCLED}])*)[\s{{}}]*\$"
    r"|\$[\s{}^]*\\(?:textcircled|circled|textcircledsmall)\s*\{\s*(?:\\\w+\s*)?(?P<b>\d{1,2})\s*\}[\s{}]*\$"
    r"|\^?\{?\s*\\(?:textcircled|circled)\s*\{\s*(?:\\\w+\s*)?(?P<c>\d{1,2})\s*\}(?:\s*\})?"
    rf"|<sup>\s*(?P<d>[{CIRCLED}](?:\s*[,，、]?\s*[{CIRCLED}])*)\s*</sup>"
    rf"|\^\{{?(?P<e>[{CIRCLED}])\}}?"
    r"|\[\^(?P<f>\d{1,2})\](?P<colon>[:：]\s?)?"
)


def note_calls(text: str) -> list[Edit]:
    """The call of a note in markup, as the circled figure that it is in print."""
    edits = []
    for hit in NOTE_CALL.finditer(text):
        number = hit["b"] or hit["c"] or hit["f"]
        if number is None:
            edits.append(Edit(hit.start(), hit.end(), hit["a"] or hit["d"] or hit["e"]))
        elif 1 <= int(number) <= len(CIRCLED):
            after = CIRCLED[int(number) - 1]
            end = hit.end()
            if hit["colon"] and hit.start():
                end -= len(hit["colon"])  # a colon of the text
            edits.append(Edit(hit.start(), end, after))
    return edits


_DIGITS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SENTENCE = re.compile("[。；！？]")
NAME_MARK = re.compile(
    rf"(?:(?<=[{HAN}])|(?<=[a-z]{{3}}))(?:\$\s*\^\s*\{{?(?P<a>[\d*†‡,，\s\\ast]{{1,9}})\}}?\s*\$|<sup>(?P<b>[\d*†‡,，\s]{{1,9}})</sup>)"
)


def name_marks(text: str) -> list[Edit]:
    """Figures that tell authors' addresses: 方晓禾$^{1,2}$ → 方晓禾¹,²."""
    if len(text) > 120 or _SENTENCE.search(text):
        return []
    return [
        Edit(hit.start(), hit.end(), "".join(said.split()).translate(_DIGITS))
        for hit in NAME_MARK.finditer(text)
        if (said := (hit["a"] or hit["b"]).replace("\\ast", "*"))
        and not re.search(r"[\\ast]", said.replace("*", ""))
    ]


ESCAPE = re.compile(r"\\(?=[*\-+.>~`|!#()\[\]])")
_FORMULA = re.compile(r"\\\((?P<a>[^()]{1,120}?)\\\)|\\\[(?P<b>[^\[\]]{1,200}?)\\\]")
_LATEX = re.compile(r"[\\^_{}=<>]")


def escapes(text: str) -> list[Edit]:
    r"""A backslash before a mark of Markdown; ``\(x^2\)`` is a formula and becomes ``$x^2$``."""
    edits = []
    inside: set[int] = set()
    for hit in _FORMULA.finditer(text):
        if _LATEX.search(hit["a"] or hit["b"]):
            inside.update(range(*hit.span()))
            edits += [
                Edit(hit.start(), hit.start() + 2, "$"),
                Edit(hit.end() - 2, hit.end(), "$"),
            ]
        elif (hit["a"] or "")[:1] == "（":  # \(（1）\): it has brackets of its own
            inside.update(range(*hit.span()))
            edits += [
                Edit(hit.start(), hit.start() + 2, ""),
                Edit(hit.end() - 2, hit.end(), ""),
            ]
    for hit in re.finditer(r"\$[^$\n]{1,120}\$", text):
        inside.update(range(*hit.span()))
    opened = 0
    for hit in ESCAPE.finditer(text):
        if hit.start() in inside:
            continue
        mark = text[hit.end()]
        if mark in ")]" and opened:
            opened -= 1
        elif mark in "([" and _begins_word(text, hit.start()):
            opened += 1
        elif mark in "()[]" or not _escapes(text, hit):
            continue
        edits.append(Edit(hit.start(), hit.end(), ""))
    return sorted(edits)


def _begins_word(text: str, at: int) -> bool:
    r"""False after a letter or a figure: C:\work\(new) is no Markdown."""
    before = text[at - 1 : at]
    return not (before.isascii() and before.isalnum())


def _escapes(text: str, hit: re.Match[str]) -> bool:
    """False where the bare mark would say something, or where no Markdown stands."""
    mark, before = text[hit.end()], text[max(0, hit.start() - _NEAR) : hit.start()]
    if mark == "#":
        after = text[hit.end() : hit.end() + _NEAR]
        return not after.lstrip("#").startswith(" ") or bool(before.strip())
    if mark in "-+>" and not before.strip():
        return not text[hit.end() + 1 : hit.end() + 2].isspace()
    return mark != "." or before.strip().isdigit() or before[-1:].isdigit()


_NEAR = 40
"""Characters that tell whether a mark stands at the head of its line."""


_NUMBER = re.compile(r"[^a-z]*\d[^a-z]*$")
LINE_END = re.compile(r"[¬￢]\s*$|(?<![\\\s])\\$")


def line_ends(text: str) -> list[Edit]:
    """The sign for a soft hyphen at the end of a line (ABBYY): a hyphen after Latin letters.

    And the backslash by which Markdown breaks a line (Pandoc writes one behind each line of verse).
    """
    hit = LINE_END.search(text)
    if hit is None or (hit[0] == "\\" and not (has_han(text) or _NUMBER.match(text))):
        return []  # the line of a program goes on below
    before = text[hit.start() - 1 : hit.start()] if hit.start() else ""
    latin = hit[0] != "\\" and before.isascii() and before.isalpha()
    return [Edit(hit.start(), hit.start() + 1, "-" if latin else "")]


CLOSED = re.compile(r"^ {0,3}#{1,6} .*\S(?P<signs> +#{1,6})$")


def closed_headings(text: str) -> list[Edit]:
    """The signs behind a heading of Markdown that has them before it, too: # 渠水 #."""
    hit = CLOSED.match(text)
    return [Edit(*hit.span("signs"), "")] if hit else []


SYMBOLS = {
    "\uf06c": "●", "\uf06e": "■", "\uf06f": "□", "\uf075": "◆", "\uf076": "❖", "\uf0a7": "▪", "\uf0a8": "◻",
    "\uf0b7": "•", "\uf0d8": "➢", "\uf0e0": "→", "\uf0e8": "➔", "\uf0fc": "✓", "\uf0fb": "✗", "\uf0fe": "☑",
    "\uf0b0": "°", "\uf0b1": "±", "\uf0b4": "×", "\uf0b8": "÷", "\uf0a3": "≤", "\uf0b3": "≥", "\uf0bb": "≈",
    "\uf0b9": "≠", "\uf061": "α", "\uf062": "β", "\uf06d": "μ", "\uf070": "π", "\uf0ae": "→",
    "\ue816": "\U00020087", "\ue817": "\U00020089", "\ue818": "\U000200cc", "\ue81e": "龴", "\ue826": "龵", "\ue82b": "龶", "\ue82c": "龷", "\ue831": "\U000215d7", "\ue832": "龸", "\ue83b": "\U0002298f", "\ue843": "龹", "\ue854": "龺", "\ue855": "\U000241fe", "\ue864": "龻",
    "\ue78d": "，", "\ue78e": "。", "\ue78f": "、", "\ue790": "：", "\ue791": "；", "\ue792": "！", "\ue793": "？", "\ue794": "〖", "\ue795": "〗", "\ue796": "…",
    "\uf02a": "*", "\uf0d7": "·", "\ue5e5": "\u3000", "\ue7c7": "ḿ", "\ue7c8": "ǹ",
}  # fmt: skip
"""Private Use characters of Wingdings and Symbol as Office writes them, and of GBK's user zone.

Those of GB 18030-2000 stand for characters and vertical marks that Unicode has since got.
"""
PRIVATE = re.compile(f"[{''.join(SYMBOLS)}]")


def private_use(text: str) -> list[Edit]:
    """Signs of symbol fonts, which only those fonts have, as the characters they show."""
    return [Edit(hit.start(), hit.end(), SYMBOLS[hit[0]]) for hit in PRIVATE.finditer(text)]


_PRIVATE_LEFT = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


def unprintable(lines: Iterable[Line]) -> tuple[Diagnostic, ...]:
    """A doubt for each line that holds a Private Use character of unknown meaning."""
    found: list[Diagnostic] = []
    lines = tuple(lines)
    if not _PRIVATE_LEFT.search("\n".join(line.text for line in lines)):
        return ()
    for line in lines:
        hit = _PRIVATE_LEFT.search(line.text)
        if hit is not None:
            found.append(Diagnostic.of("SRC003", line.number, char=f"U+{ord(hit[0]):04X}"))
    return tuple(found)


PRESENTATION = {
    "︐": "，", "︑": "、", "︒": "。", "︓": "：", "︔": "；", "︕": "！", "︖": "？", "︗": "〖", "︘": "〗", "︙": "…",
    "︰": "：", "︱": "—", "︲": "–", "︳": "_", "︵": "（", "︶": "）", "︷": "｛", "︸": "｝", "︹": "〔", "︺": "〕",
    "︻": "【", "︼": "】", "︽": "《", "︾": "》", "︿": "〈", "﹀": "〉", "﹁": "「", "﹂": "」", "﹃": "『", "﹄": "』",
    "﹇": "［", "﹈": "］", "﹐": "，", "﹑": "、", "﹒": "·", "﹔": "；", "﹕": "：", "﹖": "？", "﹗": "！", "﹘": "—",
    "﹙": "（", "﹚": "）", "﹛": "｛", "﹜": "｝", "﹝": "〔", "﹞": "〕", "﹟": "#", "﹠": "&", "﹡": "*", "﹢": "+",
    "﹣": "-", "﹤": "<", "﹥": ">", "﹦": "=", "﹨": "\\", "﹩": "$", "﹪": "%", "﹫": "@",
    "｡": "。", "｢": "「", "｣": "」", "､": "、", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
"""Vertical, small and half-width forms of marks (Unicode blocks FE10, FE30, FE50, FF61), ligatures."""
_SLASHES = "\u2044\u2215\u2571"
"""The strokes of fractions, of divisions and of drawn lines: 文∕某某."""
FORM = re.compile(
    rf"[{re.escape(''.join(PRESENTATION))}]|(?<=[{HAN}）])[{_SLASHES}]|[{_SLASHES}](?=\s?[{HAN}])"
)


def presentation(text: str) -> list[Edit]:
    """Forms that a mark has in vertical or narrow setting, as the mark itself, and strokes beside Chinese words."""
    return [
        Edit(hit.start(), hit.end(), PRESENTATION.get(hit[0], "／")) for hit in FORM.finditer(text)
    ]


FORMS = (
    CleaningRule("entities", ENTITY, entities, form=True),
    CleaningRule("note-calls", NOTE_CALL, note_calls, form=True),
    CleaningRule("name-marks", NAME_MARK, name_marks, form=True),
    CleaningRule("escapes", re.compile(r"\\[*\-+.>~`|!#()\[\]]"), escapes, form=True),
    CleaningRule("line-ends", LINE_END, line_ends, form=True),
    CleaningRule("closed-headings", CLOSED, closed_headings, form=True),
    CleaningRule("private-use", PRIVATE, private_use, form=True),
    CleaningRule("presentation-forms", FORM, presentation, form=True),
)
HINT = re.compile(
    "[&$\\\\<^\\[#¬￢\ue000-\uf8ff\ufb00-\ufb06\ufe10-\ufe19\ufe30-\ufe6b\uff61-\uff64\u2044\u2215\u2571]"
)
"""A character that every one of these rules needs."""
