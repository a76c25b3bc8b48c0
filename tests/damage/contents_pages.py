"""Contents in the layouts that magazines print them in, and what OCR makes of them.

A layout is drawn from dimensions that do not depend on one another: how a section is named,
where the page stands, where the authors, on how many lines a title, in which container. So
there are more forms than anybody has seen, as there are in print.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from random import Random

from tests.damage.lines import NO_END, NO_START
from tests.damage.listed import Listed

WAYS: dict[str, tuple[str, ...]] = {
    "heading": (
        "目录",
        "目　录",
        "目 次",
        "目录 CONTENTS",
        "CONTENTS|目录",
        "目录|CONTENTS",
        "本期要目",
        "# 目录",
        "Contents",
    ),
    "container": ("lines",) * 14
    + ("table", "torn table", "broken table", "br table", "part table")
    + ("small tables", "abreast"),
    "section": (
        *("above", "above", "bracket", "ornament", "bold", "hash", "english", "paged", "spaced"),
        *("vertical", "beside", "beside bar", "beside bracket", "beside dot", "beside bold"),
        *("beside page", "each entry", "beside english", "english over", "english under"),
        "none",
    ),
    "page": (
        *("first", "first", "last", "last", "leader", "leader", "slash", "brackets", "below"),
        *("above", "P", "zero", "word", "glued", "apart", "section only", "none", "none"),
        *("han", "han digits"),
    ),
    "author": (
        *("behind", "behind", "slash", "leader", "tab", "brackets", "credit", "colon"),
        *("before", "below", "below", "none", "work", "before slash"),
    ),
    "names": (" ", "　", "、", "，"),
    "letters": ("close", "close", "spaced"),
    "title": ("one line", "lines", "lines", "broken"),
    "subtitle": ("below", "below", "glued"),
    "beside": (
        "nothing",
        "nothing",
        "nothing",
        "nothing",
        "summary",
        "abstract",
        "english",
        "kicker",
        "cover story",
    ),
    "gaps": ("none", "sections", "sections", "entries"),
    "mixed": ("no", "no", "yes"),
    "damage": (
        *("none", "none", "none", "joined", "misread pages", "lost pages", "lost entry"),
        *("interleaved", "misread title"),
    ),
    "around": ("nothing", "nothing", "credits", "notice", "issue line", "covers"),
    "size": ("usual",) * 12 + ("one", "many", "cut"),
    "place": ("first",) * 9 + ("behind first", "last", "in two"),
}
"""The dimensions, each with its ways; what is more frequent stands there more than once."""


@dataclass(frozen=True, slots=True)
class Layout:
    """One way of each dimension."""

    heading: str
    container: str
    section: str
    page: str
    author: str
    names: str
    letters: str
    title: str
    subtitle: str
    beside: str
    gaps: str
    mixed: str
    damage: str
    around: str
    size: str
    place: str

    def ways(self) -> dict[str, str]:
        """The way of each dimension by its name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


def draw_layout(rng: Random, fixed: Mapping[str, str] | None = None) -> Layout:
    """A layout at random, but for ``fixed`` ways; what cannot be printed together gives way."""
    drawn = {name: rng.choice(ways) for name, ways in WAYS.items()}
    return _possible(Layout(**(drawn | dict(fixed or {}))), rng)


def _possible(layout: Layout, rng: Random) -> Layout:
    """The layout, with another way where two exclude each other or nothing could be told."""
    if layout.container == "abreast":
        return _abreast(layout, rng)
    if layout.container != "lines":
        return _in_table(layout, rng)
    return _readable(_named(layout, rng), rng)


def _in_table(layout: Layout, rng: Random) -> Layout:
    """A layout that the cells of a table can have."""
    page = "none" if layout.page == "none" else rng.choice(("first", "last", "zero"))
    section = (
        layout.section if layout.section in {"above", "bold", "each entry", "none"} else "above"
    )
    damage = "none" if layout.damage in {"joined", "interleaved"} else layout.damage
    author = layout.author
    if author in {"colon", "leader", "tab", *BEFORE}:
        author = "behind"
    return replace(layout, page=page, section=section, damage=damage, author=author, mixed="no")


def _abreast(layout: Layout, rng: Random) -> Layout:
    """A layout of two columns that OCR reads as one, line by line: an entry is a line in each."""
    page = layout.page if layout.page in {"first", "last", "zero", "slash", "none"} else "none"
    author = layout.author if page != "none" and layout.author in {"behind", "none"} else "none"
    return replace(
        layout,
        page=page,
        author=author,
        section="none",
        title="one line",
        beside="nothing",
        mixed="no",
        damage=rng.choice(("none", "misread title")),
        size="usual" if layout.size == "one" else layout.size,
    )


def _named(layout: Layout, rng: Random) -> Layout:
    """A layout whose pages go with the way in which its sections are named."""
    if layout.page == "section only" and layout.section not in {"above", "bracket"}:
        layout = replace(layout, section="paged")
    if layout.section == "paged":
        layout = replace(layout, page=rng.choice(("first", "last", "section only")))
    beside = layout.section.startswith("beside")
    if layout.section == "beside page" or (beside and layout.page == "above"):
        layout = replace(layout, page="first")
    if layout.beside == "kicker" and beside:
        layout = replace(layout, beside="nothing")
    return layout


def _readable(layout: Layout, rng: Random) -> Layout:
    """A layout in which authors and titles stay apart, and damage leaves what can be told."""
    if layout.page in _HAN and layout.damage == "misread pages":
        layout = replace(layout, damage="none")
    first = layout.page in {"first", "glued", "above", "P", "zero", "none"}
    if layout.author == "leader" and first:
        layout = replace(layout, author="behind")
    if layout.author in {"colon", *BEFORE}:
        layout = replace(layout, title="one line")
    if layout.damage in {"interleaved", "joined"}:
        page = layout.page if layout.page not in {"apart", "none", "section only"} else "last"
        layout = replace(layout, mixed="no", beside="nothing", page=page)
    if layout.damage == "interleaved":
        section = layout.section if layout.section != "vertical" else "above"
        layout = replace(layout, section=section, title=rng.choice(("one line", "lines")))
    return layout


BEFORE = ("before", "before slash", "work")
"""Where authors stand before their titles, parted from them by no colon."""
_HAN = ("han", "han digits")
"""Pages in Chinese characters."""


# --- an entry -----------------------------------------------------------------------------


def shown_authors(layout: Layout, article: Listed) -> str:
    """The names as the contents print them."""
    if article.told and layout.author not in {"colon", *BEFORE}:
        return article.told
    gap = " " if layout.letters == "spaced" else ""
    return layout.names.join(gap.join(name) if len(name) == 2 else name for name in article.authors)


def shown_page(rng: Random, layout: Layout, page: int) -> str:
    """A number as it is printed and read."""
    text = f"{page:03d}" if layout.page == "zero" else str(page)
    if layout.damage == "lost pages" and rng.random() < 0.2:
        return ""
    if layout.damage == "misread pages" and rng.random() < 0.4 and len(text) > 1:
        return (
            text.replace("1", "l", 1)
            if "1" in text
            else text.replace("0", "O").replace("2", "Z", 1)
        )
    ways = {"P": f"P{text}", "word": f"第{text}页", "brackets": f"（{text}）"}
    if layout.page == "han":
        return in_han(page)
    ways["han digits"] = "".join(_DIGITS[int(one)] for one in str(page))
    return ways.get(layout.page, text)


_DIGITS = "〇一二三四五六七八九"


def in_han(number: int) -> str:
    """二十三, a number below a thousand."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    found = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        found += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        found += "〇"
    return found + (_DIGITS[ones] if ones else "")


_LEADERS = ("……", "…………………", " ‧‧‧‧‧ ", "......", " ……………… ", "·······", "---------")


def title_lines(rng: Random, layout: Layout, article: Listed) -> list[str]:
    """The title and the subtitle, on as many lines as the layout gives them."""
    lines = list(article.title)
    lines[0] = article.misread or lines[0]
    if layout.title == "one line":
        lines = [" ".join(lines)]
    elif layout.title == "broken" and len(lines[-1]) > 11:
        at = rng.randrange(5, len(lines[-1]) - 4)
        if lines[-1][at] not in NO_START and lines[-1][at - 1] not in NO_END:
            lines[-1:] = [lines[-1][:at], lines[-1][at:]]
    if layout.subtitle == "glued" and article.subtitle:
        lines[-1] += article.subtitle
    elif article.subtitle:
        lines.append(article.subtitle)
    return lines


def entry_lines(rng: Random, layout: Layout, article: Listed, *, paged: bool = True) -> list[str]:
    """The lines of an entry that stands in no table; ``paged`` for one with its page."""
    lines = title_lines(rng, layout, article)
    who = shown_authors(layout, article) if layout.author != "none" else ""
    page = shown_page(rng, layout, article.page) if paged else ""
    below: list[str] = []
    if who:
        below = _sign(rng, layout, article, lines, who)
    if layout.beside == "kicker":
        lines.insert(0, article.kicker)
    if page:
        below = _with_page(rng, layout, lines, page, below)
    told = {
        "summary": [article.summary],
        "english": [article.english],
        "abstract": article.abstract,
    }.get(layout.beside, [])
    return [*lines, *below, *told]


def _sign(rng: Random, layout: Layout, article: Listed, lines: list[str], who: str) -> list[str]:
    """Put the authors to the title; the lines that stand below it."""
    if layout.author in {"colon", *BEFORE}:
        lines[0] = _signed_before(layout, lines[0], who)
        return []
    match layout.author:
        case "below":
            return [who]
        case "slash":
            lines[-1] += rng.choice((f"/{who}", f" / {who}"))
        case "leader":
            lines[-1] += f"{rng.choice(_LEADERS)}{who}"
        case "tab":
            lines[-1] += f"\t{who}"
        case "brackets":
            lines[-1] += f"（{who}）"
        case "credit":
            lines[-1] += f" {who}" if article.told else f" 文/{who}"
        case _:
            lines[-1] += f"{rng.choice((' ', '　', '  '))}{who}"
    return []


def _signed_before(layout: Layout, title: str, who: str) -> str:
    """A title with its authors before it."""
    if layout.author == "work":
        return f"{who}《{title.replace('《', '〈').replace('》', '〉')}》"
    between = {"colon": "：", "before slash": " / "}.get(layout.author, "　")
    return f"{who}{between}{title}"


def _with_page(
    rng: Random, layout: Layout, lines: list[str], page: str, below: list[str]
) -> list[str]:
    """Put the page to the title; the lines that stand below it."""
    match layout.page:
        case "first" | "P" | "zero":
            lines[0] = f"{page} {lines[0]}"
        case "glued":
            lines[0] = f"{page}{lines[0]}"
        case "above":
            lines.insert(0, page)
        case "below":
            return [*below, page]
        case "leader":
            lines[-1] += f"{rng.choice(_LEADERS)}{page}"
        case "slash":
            lines[-1] += rng.choice((f"/{page}", f" / {page}"))
        case "brackets":
            lines[-1] += f"{rng.choice(('', ' ', '……'))}{page}"
        case "last" | "word" | "han" | "han digits":
            lines[-1] += f" {page}"
        case _:
            pass
    return below


# --- sections -----------------------------------------------------------------------------


def section_lines(rng: Random, layout: Layout, name: str, page: int, english: str) -> list[str]:
    """The lines above the entries of a section; none where it stands beside them."""
    short = len(name) <= _LETTERS
    ways = {
        "english over": [english, name],
        "english under": [name, english],
        "above": [name],
        "bracket": [f"【{name}】"],
        "ornament": [f"{rng.choice('■●◆')}{rng.choice(('', ' '))}{name}"],
        "bold": [f"**{name}**"],
        "hash": [f"## {name}"],
        "english": [f"{name} {english}"],
        "paged": [rng.choice((f"{name} P{page}", f"{name}　{page}"))],
        "spaced": [" ".join(name) if short else name],
        "vertical": list(name) if short else [name],
    }
    return ways.get(layout.section, [])


_ENGLISH = (
    *("FEATURE", "COLUMN", "REPORT", "COVER STORY", "PEOPLE", "FOCUS", "VIEWPOINT", "IN DEPTH"),
    *("LETTERS", "HISTORY", "CULTURE", "BOOKS", "FIELD NOTES", "DIALOGUE", "THEORY", "PRACTICE"),
    *("WORLD", "SURVEY", "ESSAY", "NEWS", "POLICY", "OPINION", "GALLERY"),
)
_LETTERS = 5
"""Characters of the longest name that is letter-spaced, or stands upright."""


def in_english(number: int) -> str:
    """What says the name of the section of a number in English: none of an issue as another's."""
    return _ENGLISH[number % len(_ENGLISH)]


def beside_section(layout: Layout, name: str, english: str, lines: list[str]) -> list[str]:
    """The lines of the first entry of a section, with its name beside or above the title."""
    at = 0
    match layout.section:
        case "beside" | "each entry":
            lines[at] = f"{name}　{lines[at]}"
        case "beside english":
            lines[at] = f"{name} {english} {lines[at]}"
        case "beside bar":
            lines[at] = f"{name}｜{lines[at]}"
        case "beside bracket":
            lines[at] = f"【{name}】{lines[at]}"
        case "beside dot":
            lines[at] = f"·{name}· {lines[at]}"
        case "beside bold":
            lines[at] = f"**{name}** {lines[at]}"
        case "beside page":
            page, _, title = lines[0].partition(" ")
            paged = title and not page.strip("Ppl0123456789IOZ")
            lines[:1] = [f"{page} {name}", title] if paged else [f"{name}　{lines[0]}"]
        case _:
            pass
    return lines


# --- tables -------------------------------------------------------------------------------


def table_rows(rng: Random, layout: Layout, article: Listed) -> list[str]:
    """An entry as a row of a table, or as the lines of a row that OCR has torn."""
    lines = title_lines(rng, layout, article)
    who = shown_authors(layout, article) if layout.author != "none" else ""
    page = shown_page(rng, layout, article.page) if layout.page != "none" else ""
    if who and layout.author in {"slash", "brackets", "credit"}:
        _sign(rng, layout, article, lines, who)
        who = ""
    if layout.container == "torn table" and len(lines) > 1:
        rows = [[line, "", ""] for line in lines]
        rows[-1][1], rows[-1 if layout.page == "last" else 0][2] = who, page
    else:
        joint = (
            "<br>"
            if layout.container == "br table"
            else "\n"
            if layout.container == "broken table"
            else " "
        )
        rows = [[joint.join(lines), who, page]]
    if layout.page != "last":
        rows = [[page, title, who] for title, who, page in rows]
    return [f"| {' | '.join(row)} |" for row in rows]
