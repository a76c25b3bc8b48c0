"""One issue, whose contents are laid out in every way that magazines and OCR engines have."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial
from itertools import groupby
from typing import NamedTuple

import pytest

from tests.support.restored import restored


class Entry(NamedTuple):
    """An entry of the contents: section, title, subtitle, authors, page."""

    section: str
    title: str
    subtitle: str
    authors: tuple[str, ...]
    page: str


ENTRIES = [
    Entry("卷首", "把灯捻亮一点", "", ("本刊评论员",), "3"),
    Entry("特稿", "守住渡口这盏灯 让摆渡的人走得安心", "", ("陆怀谷",), "5"),
    Entry("讲堂", "管好河上的船 看住岸边的桩", "", ("于阗",), "9"),
    Entry("讲堂", "让桐油和麻丝各归其位", "", ("沈若川", "梅笛"), "12"),
    Entry("访谈", "耐心做好修船这件事", "访省木船研究所研究员欧阳穗", ("程一帆",), "15"),
    Entry("经验交流", "念好“看、听、敲”三字诀 推动检修走深走实", "", ("临湖市航道局",), "18"),
    Entry("经验交流", "用好一本账 服务大局", "关于石桥县渡口管理的调查", ("石桥县委调研组",), "20"),
]
PROSE = [
    "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人，只有一盏灯挂在桅杆上，天黑以后自己会亮。",
    "摆渡的人照旧坐在石阶上，等着对岸那个人喊他，一等就是半天，等到茶凉了，再回屋里续一壶，坐回原来的地方。",
    "船底刷了三遍桐油，船头换了新的缆桩，老匠人用手掌把每一块板都摸过一遍，才点点头，让徒弟把工具收起来。",
]
BODY = "\n\n".join(
    "\n\n".join(
        [
            entry.title,
            *([f"——{entry.subtitle}"] if entry.subtitle else []),
            " ".join(entry.authors),
            *(f"{prose}{entry.title[:4]}。" for prose in PROSE),
        ]
    )
    for entry in ENTRIES
)


def _sections() -> list[tuple[str, list[Entry]]]:
    return [(name, list(group)) for name, group in groupby(ENTRIES, lambda one: one.section)]


def _subtitle(entry: Entry) -> list[str]:
    return [entry.subtitle] if entry.subtitle else []


def _lines(
    entry: Callable[[Entry], list[str]], section: str = "{}", *, gaps: bool = True
) -> list[str]:
    """Sections on lines of their own, and the lines of each entry."""
    out: list[str] = []
    for name, group in _sections():
        out += [section.format(name), ""]
        for one in group:
            out += [*entry(one), *([""] if gaps else [])]
        out += [] if gaps else [""]
    return out


def _table(cells: Callable[[Entry], list[str]], first: str = "", row: str = "") -> list[str]:
    """A table; ``first`` tells which rows have the section's name in their first cell."""
    out = ["|  |  |  |", "|---|---|---|"]
    for name, group in _sections():
        out += [row.format(name)] if row else []
        for at, one in enumerate(group):
            own = [] if not first else [name if not at or first == "all" else ""]
            out.append(f"| {' | '.join([*own, *cells(one)])} |")
    return out


def _whole(one: Entry) -> str:
    return " ".join([one.title, *_subtitle(one)])


def _who(one: Entry, mark: str = " ") -> str:
    return mark.join(one.authors)


def _columns() -> list[str]:
    """Titles, then authors, then pages, as an engine reads that goes down each column."""
    out: list[str] = []
    for name, group in _sections():
        out += [name, "", *(one.title for one in group), "", *map(_who, group), ""]
        out += [*(one.page for one in group), ""]
    return out


def _pages_apart() -> list[str]:
    out: list[str] = []
    for name, group in _sections():
        out += [name, "", *(f"{one.title} {_who(one)}" for one in group), ""]
    return [*out, *(one.page for one in ENTRIES), ""]


def _leading() -> list[str]:
    out: list[str] = []
    for name, group in _sections():
        for at, one in enumerate(group):
            lead = "\u3000\u3000" if at else f"{name}\u3000"
            out += [f"{lead}{one.title} …… {_who(one)} {one.page}", *_subtitle(one)]
    return out


def _html() -> list[str]:
    out = ["<table>"]
    for name, group in _sections():
        out.append(f'<tr><td colspan="3">{name}</td></tr>')
        out += [
            f"<tr><td>{one.page}</td><td>{_whole(one)}</td><td>{_who(one)}</td></tr>"
            for one in group
        ]
    return [*out, "</table>"]


LAYOUTS: dict[str, Callable[[], list[str]]] = {
    "leader": lambda: _lines(lambda e: [f"{e.title} …… {_who(e)} {e.page}", *_subtitle(e)]),
    "leader, page in brackets": lambda: _lines(
        lambda e: [f"{e.title}…………{_who(e)}（{e.page}）", *_subtitle(e)], "【{}】", gaps=False
    ),
    "author below": lambda: _lines(
        lambda e: [f"{e.title}………………{e.page}", *_subtitle(e), f"    {_who(e)}"],
        "■ {}",
        gaps=False,
    ),
    "page first": lambda: _lines(
        lambda e: [f"{e.page} {e.title} {_who(e)}", *_subtitle(e)], gaps=False
    ),
    "page first, author below": lambda: _lines(
        lambda e: [f"{e.page:0>3} {e.title}", *_subtitle(e), _who(e)], gaps=False
    ),
    "page first, stroke": lambda: _lines(
        lambda e: [f"{e.page:0>2} {e.title}/{_who(e, '、')}", *_subtitle(e)], "◆{}", gaps=False
    ),
    "P": lambda: _lines(lambda e: [f"P{e.page} {e.title} / {_who(e)}", *_subtitle(e)], gaps=False),
    "page above": lambda: _lines(lambda e: [e.page, e.title, *_subtitle(e), _who(e)]),
    "page below": lambda: _lines(lambda e: [e.title, *_subtitle(e), _who(e), e.page]),
    "title in two lines": lambda: _lines(
        lambda e: [e.title[:6], f"{e.title[6:]} {_who(e)} {e.page}", *_subtitle(e)]
    ),
    "authors behind dots": lambda: _lines(
        lambda e: [e.title, *_subtitle(e), f"..... {_who(e)} {e.page}"]
    ),
    "author first": lambda: _lines(
        lambda e: [f"{_who(e)}\u3000{e.title} …… {e.page}", *_subtitle(e)], gaps=False
    ),
    "author and colon": lambda: _lines(
        lambda e: [f"{_who(e)}：{e.title} …… {e.page}", *_subtitle(e)], gaps=False
    ),
    "author in brackets": lambda: _lines(
        lambda e: [f"{e.title}（{_who(e)}） {e.page}", *_subtitle(e)], "·{}·", gaps=False
    ),
    "bars": lambda: _lines(
        lambda e: [f"{e.title} | {_who(e)} | {e.page}", *_subtitle(e)], gaps=False
    ),
    "bullets": lambda: _lines(
        lambda e: [f"- {e.title} {_who(e)} {e.page}", *_subtitle(e)], "## {}", gaps=False
    ),
    "bold": lambda: _lines(
        lambda e: [f"{e.page} **{e.title}** {_who(e)}", *_subtitle(e)], "**{}**"
    ),
    "table, page first": lambda: _table(lambda e: [e.page, _whole(e), _who(e)], row="| {} |  |  |"),
    "table, page last": lambda: _table(lambda e: [_whole(e), _who(e), e.page], row="|  | {} |  |"),
    "table, section first": lambda: _table(lambda e: [_whole(e), _who(e), e.page], "once"),
    "table, section in each row": lambda: _table(lambda e: [_whole(e), _who(e), e.page], "all"),
    "table, section and page first": lambda: _table(lambda e: [e.page, _whole(e), _who(e)], "once"),
    "table, author first": lambda: _table(
        lambda e: [_who(e), _whole(e), e.page], row="| {} |  |  |"
    ),
    "table, author behind a stroke": lambda: _table(
        lambda e: [f"{_whole(e)} / {_who(e)}", e.page], row="| **{}** |  |"
    ),
    "table, section first, stroke": lambda: _table(
        lambda e: [f"{_whole(e)} / {_who(e)}", e.page], "once"
    ),
    "table in HTML": _html,
    "section before a bar": lambda: [
        f"{e.section} | {e.page} {e.title} {_who(e)}" for e in ENTRIES
    ],
    "section before a blank": _leading,
    "in columns": _columns,
    "pages apart": _pages_apart,
    "a bar before sections": lambda: _lines(
        lambda e: [f"| {_whole(e)} | {_who(e)} | {e.page} |"], "▍{}"
    ),
    "table, section across": lambda: [
        line
        for name, group in _sections()
        for line in (
            f"| {name} | |",
            "|---|---|",
            *(f"| {_whole(e)} | {_who(e)} {e.page} |" for e in group),
            "",
        )
    ],
    "table, a bar lost": lambda: _lines(
        lambda e: [
            f"| {e.title}",
            *(f"——{one}" for one in _subtitle(e)),
            f"| {_who(e)} | {e.page} |",
            "|---|---|---|",
        ]
    ),
    "no blank line below a section": lambda: [
        line
        for name, group in _sections()
        for line in (
            name,
            *([""] if len(group) == 1 else []),
            *(
                row
                for e in group
                for row in (f"{e.title} ...... {_who(e)} {e.page}", *_subtitle(e), "")
            ),
        )
    ],
    "page between title and author": lambda: _lines(
        lambda e: [e.title, *_subtitle(e), f"...................... {e.page}", _who(e)]
    ),
    "page anywhere": lambda: _lines(
        lambda e: [
            e.title,
            *_subtitle(e),
            "………………………………",
            *([e.page, _who(e)] if int(e.page) % 2 else [f"{_who(e)} {e.page}"]),
        ]
    ),
}

PAGES = ("第{}页", "- {} -", "·{}·", "【{}】", "〈{}〉", "→{}", "/{}", "：{}", "P.{}", "| {}")


def _page_last(form: str) -> list[str]:
    return _lines(
        lambda e: [f"{e.title} …… {_who(e)} {form.format(e.page)}", *_subtitle(e)], gaps=False
    )


def _page_first(form: str) -> list[str]:
    return _lines(
        lambda e: [f"{form.format(e.page)} {e.title} {_who(e)}", *_subtitle(e)], gaps=False
    )


def _page_above(form: str) -> list[str]:
    return _lines(lambda e: [form.format(e.page), e.title, *_subtitle(e), _who(e)])


LAYOUTS |= {f"page last, {form}": partial(_page_last, form) for form in PAGES}
LAYOUTS |= {f"page first, {form}": partial(_page_first, form) for form in PAGES}
LAYOUTS |= {f"page above, {form}": partial(_page_above, form) for form in PAGES}
LEADERS = (
    "————————",
    "。。。。。。",
    "--------",
    "________",
    ",,,,,,",
    "・・・・・・",
    "******",
    "..",
)


def _dotted(leader: str) -> list[str]:
    return _lines(lambda e: [f"{e.title}{leader}{e.page}", *_subtitle(e), _who(e)], gaps=False)


LAYOUTS |= {f"leader {leader}": partial(_dotted, leader) for leader in LEADERS}
FRAMES = ("—— {} ——", "（{}）", "“{}”", "== {} ==", "/{}/", "{}：", "| {}", "〈{}〉")


def _framed(frame: str) -> list[str]:
    return _lines(lambda e: [f"{e.page} {e.title} {_who(e)}", *_subtitle(e)], frame, gaps=False)


LAYOUTS |= {f"section {frame}": partial(_framed, frame) for frame in FRAMES}


def _upright(between: str = "\n") -> list[str]:
    """The name of each section beside its entries, a character on each line."""
    out: list[str] = []
    for name, group in _sections():
        out += [*between.join(name).split("\n"), ""]
        for e in group:
            out += [f"{e.title} …… {e.page}", *_subtitle(e), _who(e), ""]
    return out


LAYOUTS |= {
    "sections upright": _upright,
    "sections upright, blank lines between": lambda: _upright("\n\n"),
}


def _numbered() -> list[str]:
    out: list[str] = []
    for value, (name, group) in zip("一二三四五", _sections(), strict=True):
        out += [f"{value}、{name}", *(f"{e.title} …… {_who(e)} {e.page}" for e in group)]
    return out


LAYOUTS |= {
    "sections numbered": _numbered,
    "block quotation": lambda: [
        f"> {line}".rstrip()
        for line in _lines(lambda e: [f"{e.title} …… {_who(e)} {e.page}"], gaps=False)
    ],
}


def _running(entry: Callable[[Entry], str], section: str = "{}\n", mark: str = " ") -> list[str]:
    """The entries of a section in one line, below its name or behind it."""
    return [
        line
        for name, group in _sections()
        for line in f"{section.format(name)}{mark.join(map(entry, group))}\n".split("\n")
    ]


LAYOUTS |= {
    "run on, page first": lambda: _running(lambda e: f"{e.page} {e.title} {_who(e)}"),
    "run on, page last": lambda: _running(lambda e: f"{e.title} {_who(e)} {e.page}"),
    "run on, stroke": lambda: _running(lambda e: f"{e.title}/{_who(e, '、')} {e.page}"),
    "run on, leader": lambda: _running(lambda e: f"{e.title}……{_who(e)}（{e.page}）", mark="；"),
    "run on, behind a mark": lambda: _running(lambda e: f"{e.title} {_who(e)} {e.page}", "【{}】 "),
    "run on, behind a colon": lambda: _running(lambda e: f"{e.page} {e.title} {_who(e)}", "{}："),
    "run on, all in one": lambda: [
        " ".join(_running(lambda e: f"{e.title} {_who(e)} {e.page}", "【{}】 "))
    ],
}


def _led(form: str, *, each: bool) -> list[str]:
    """The name of its section before every entry or before the first one."""
    out: list[str] = []
    for name, group in _sections():
        for at, one in enumerate(group):
            lead = form.format(name) if each or not at else ""
            out += [f"{lead}{one.title} …… {_who(one)} {one.page}", *_subtitle(one)]
    return out


LEADS = ("{}：", "【{}】", "{}｜", "{} · ", "{} / ", "■{} ")
LAYOUTS |= {f"section before each, {form}": partial(_led, form, each=True) for form in LEADS}
LAYOUTS |= {f"section before the first, {form}": partial(_led, form, each=False) for form in LEADS}
LAYOUTS |= {
    "section and page above": lambda: [
        line
        for e in ENTRIES
        for line in (f"{e.page} {e.section}", e.title, *_subtitle(e), _who(e), "")
    ],
    "section and page above, stroke": lambda: [
        line
        for e in ENTRIES
        for line in (f"{e.section} / {e.page}", e.title, *_subtitle(e), _who(e), "")
    ],
}


def _wrapped(lines: list[str], size: int = 24) -> list[str]:
    """Lines broken wherever they are full."""
    return [line[at : at + size].strip() for line in lines for at in range(0, len(line) or 1, size)]


def _spaced(lines: list[str]) -> list[str]:
    """A blank line below every line."""
    return [one for line in lines if line for one in (line, "")]


def _tight(lines: list[str]) -> list[str]:
    return [line for line in lines if line]


ENGLISH = ["A Lamp", "The Ferryman", "Boats and Piles", "Oil and Hemp", "Repairs", "Look", "Books"]


def _english(one: Entry) -> str:
    return ENGLISH[ENTRIES.index(one)]


def _numbered_anew() -> list[str]:
    out: list[str] = []
    for name, group in _sections():
        out += [f"### {name}", ""]
        out += [f"{at}. {e.title} {_who(e)} …… {e.page}" for at, e in enumerate(group, 1)]
    return out


def _tables() -> list[str]:
    out: list[str] = []
    for name, group in _sections():
        out += [name, "", "| 标题 | 作者 | 页码 |", "|---|---|---|"]
        out += [*(f"| {_whole(e)} | {_who(e)} | {e.page} |" for e in group), ""]
    return out


def _columns_of_section() -> list[str]:
    out: list[str] = []
    for name, group in _sections():
        out += [name, *(e.page for e in group), *(e.title for e in group), *map(_who, group), ""]
    return out


def _one(entry: Callable[[Entry], list[str]]) -> Callable[[], list[str]]:
    return partial(_lines, entry, gaps=False)


LAYOUTS |= {
    "run on and wrapped": lambda: _wrapped(_running(lambda e: f"{e.page} {e.title} {_who(e)}")),
    "double-spaced": lambda: _spaced(LAYOUTS["leader"]()),
    "double-spaced, page first": lambda: _spaced(LAYOUTS["page first"]()),
    "double-spaced, page below": lambda: _spaced(LAYOUTS["page below"]()),
    "no blank lines, page below": lambda: _tight(LAYOUTS["page below"]()),
    "no blank lines, page above": lambda: _tight(LAYOUTS["page above"]()),
    "no blank lines, author and page below": lambda: _tight(
        _lines(lambda e: [e.title, *_subtitle(e), f"{_who(e)} {e.page}"])
    ),
    "English below": _one(lambda e: [f"{e.title} …… {_who(e)} {e.page}", _english(e)]),
    "English behind": _one(lambda e: [f"{e.page} {e.title} {_english(e)} {_who(e)}"]),
    "English below, author below": lambda: _lines(
        lambda e: [f"{e.page} {e.title}", _english(e), _who(e)]
    ),
    "numbered anew": _numbered_anew,
    "italics": _one(lambda e: [f"{e.title} *{_who(e)}* {e.page}"]),
    "a table for each section": _tables,
    "leaders on both sides": _one(lambda e: [f"{e.title}……{_who(e)}……{e.page}"]),
    "loose leaders": _one(lambda e: [f"{e.title}  …  …  …  {_who(e)}  …  {e.page}"]),
    "text by": _one(lambda e: [f"{e.title} 文/{_who(e)} {e.page}"]),
    "circle": _one(lambda e: [f"{e.title} ◎{_who(e)} {e.page}"]),
    "points": _one(lambda e: [f"{e.title} · {_who(e)} · {e.page}"]),
    "hyphens": _one(lambda e: [f"{e.title} - {_who(e)} - {e.page}"]),
    "page without a blank": _one(lambda e: [f"{e.page}{e.title} {_who(e)}"]),
    "columns of each section": _columns_of_section,
}

SUMMARIES = [
    "灯亮了三十年，添油的人换了两个。",
    "他说渡口要是没有灯，船就不敢靠岸。",
    "桩打得深，水再急也不怕。",
    "麻丝要泡过，桐油要熬过，缺一样都漏水。",
    "修一条船，先要在船边坐一个下午。",
    "看水色，听桨声，敲船板。",
    "一本账记到第四十页，毛病都在上面了。",
]
IMPRINT = [
    "主管：临湖市航道局",
    "主办：渡口杂志社",
    "主编：欧阳文",
    "国内统一刊号：CN 12-3456/J",
    "邮发代号：12-34",
    "定价：8.00元",
]


def _summary(one: Entry) -> str:
    return SUMMARIES[ENTRIES.index(one)]


def _between(middle: list[str], layout: str = "leader") -> list[str]:
    """Something between the sections of the contents."""
    lines = LAYOUTS[layout]()
    at = lines.index("访谈")
    return [*lines[:at], *middle, "", *lines[at:]]


LAYOUTS |= {
    "double-spaced, author below": lambda: _spaced(LAYOUTS["author below"]()),
    "double-spaced, page above": lambda: _spaced(LAYOUTS["page above"]()),
    "summaries": _one(lambda e: [f"{e.title} …… {_who(e)} {e.page}", _summary(e)]),
    "summaries below authors": lambda: _lines(
        lambda e: [f"{e.page} {e.title}", _who(e), _summary(e)]
    ),
    "imprint within": lambda: _between(IMPRINT),
    "imprint within, page first": lambda: _between(IMPRINT, "page first"),
    "imprint first": lambda: [*IMPRINT, "", *LAYOUTS["leader"]()],
    "page break": lambda: _between(["- 2 -", "", "目 录", ""]),
    "page break, running head": lambda: _between(["渡口 2023年第2期", "CONTENTS 目录 3"]),
    "page break, jump": lambda: _between(["（下转第4页）"]),
    "picture": lambda: _between(["图为渡口的旧船 摄影/陆怀谷", ""]),
    "English list": lambda: [
        *LAYOUTS["leader"](),
        "CONTENTS",
        "",
        *(f"{_english(e)} …… {e.page}" for e in ENTRIES),
    ],
}


def _halves(lines: list[str]) -> list[tuple[str, str]]:
    """The lines of two columns, side by side."""
    size = (len(lines) + 1) // 2
    return list(itertools.zip_longest(lines[:size], lines[size:], fillvalue=""))


def _across() -> list[str]:
    return [f"{one:　<30}        {other}".rstrip() for one, other in _halves(LAYOUTS["leader"]())]


_NARROW = ("leader", "page first", "page first, stroke", "author first", "bold", "P")


def _narrow(layout: str) -> list[str]:
    """Two columns without blank lines, no wider apart than a title and its author may be."""
    return [f"{one}　　{other}" for one, other in _halves(_tight(LAYOUTS[layout]()))]


def _rows_of_two() -> list[str]:
    rows = _halves(_tight(LAYOUTS["leader"]()))
    return ["| | |", "|---|---|", *(f"| {one} | {other} |" for one, other in rows)]


def _halved_table() -> list[str]:
    rows = [
        row
        for name, group in _sections()
        for row in (f"{name} | | ", *(f"{_whole(e)} | {_who(e)} | {e.page}" for e in group))
    ]
    both = [f"| {one} | {other or ' | | '} |" for one, other in _halves(rows)]
    return ["| | | | | | |", "|---|---|---|---|---|---|", *both]


LAYOUTS |= {
    "table, section in all cells": lambda: _table(
        lambda e: [_whole(e), _who(e), e.page], row="| {0} | {0} | {0} |"
    ),
    "two columns across": _across,
    **{f"two columns, narrow, {one}": partial(_narrow, one) for one in _NARROW},
    "two columns in a table": _rows_of_two,
    "two columns of a table": _halved_table,
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_contents_are_read_in_whatever_way_they_are_laid_out(layout: str) -> None:
    contents = "\n".join(LAYOUTS[layout]())
    issue = restored(f"渡口\n2023年第2期\n\n目录\n\n{contents}\n\n{BODY}\n").issue
    found = [
        (section.name, "".join(entry.title).replace(" ", ""), entry.authors, entry.page.lstrip("0"))
        for section in issue.contents.sections
        for entry in section.entries
    ]
    assert len(issue.articles) == len(ENTRIES)
    for (name, title, authors, page), entry in zip(found, ENTRIES, strict=True):
        assert name == entry.section
        assert title.startswith(entry.title.replace(" ", ""))
        assert authors == entry.authors
        assert page == entry.page
