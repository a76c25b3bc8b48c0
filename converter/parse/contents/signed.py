"""Authors of entries whom only the other entries tell, or the body, once all are read."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, key
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.people import is_author_row, is_pen_name
from converter.parse.contents.raw import RawEntry


def settle_authors_above(entries: list[RawEntry], body: BodyIndex) -> None:
    """哑　石 over 雪的语法 …… 4: a pen name, which the body has under the title."""
    for entry in entries:
        if len(entry.texts) < 2 or entry.authors_text or not is_pen_name(entry.texts[0]):
            continue
        title = "".join(entry.texts[1:])
        if body.exact[key(title)] and body.is_signed(title, entry.texts[0]):
            entry.authors_text = entry.texts.pop(0)


def settle_houses_behind(entries: list[RawEntry], body: BodyIndex) -> None:
    """标题　某某学院植保系 4: a house in no list, which the body has alone under the title."""
    for entry in entries:
        words = entry.texts[0].split() if len(entry.texts) == 1 else []
        if len(words) != _TITLE_AND_HOUSE or entry.authors_text or not _HOUSE.match(words[1]):
            continue
        if key(words[1]) in body.below(key(words[0])) and not body.exact[key("".join(words))]:
            entry.texts, entry.authors_text = words[:1], words[1]


_TITLE_AND_HOUSE = 2
_HOUSE = re.compile(rf"^[{HAN}]{{2,16}}[系院所部处處室组組会會社局厅廳馆館站队隊]$")


def settle_authors_between(entries: list[RawEntry], body: BodyIndex) -> None:
    """标题 / 某某 / 副题: the author between two lines that the body has one under the other."""
    for entry in entries:
        texts = entry.texts
        if len(texts) < _BETWEEN or entry.authors_text or split_names(texts[1]) is None:
            continue
        if body.names(key(texts[1])) and body.stands_above(texts[0], texts[2]):
            entry.authors_text = texts.pop(1)


_BETWEEN = 3
"""Lines of such an entry."""
_DASHED = re.compile(r"^(?:——|—|--|－－)\s*(?P<who>\S.*)$")


def settle_dashes(entries: list[RawEntry]) -> None:
    """——某某 on a line below the title: no subtitle, where those of most entries are names."""
    hits = {
        at: hit
        for at, entry in enumerate(entries)
        if len(entry.texts) > 1 and (hit := _DASHED.match(entry.texts[-1])) is not None
    }
    named = {at: hit["who"] for at, hit in hits.items() if is_author_row(hit["who"])}
    if len(named) < _FEWEST_DASHED or len(named) * 3 < 2 * len(hits):
        return
    for at, who in named.items():
        if not entries[at].authors_text:
            entries[at].authors_text = who
            entries[at].texts.pop()


_FEWEST_DASHED = 3


def settle_subtitles(entries: list[RawEntry], body: BodyIndex) -> None:
    """——对话某某、 over 某某 张三: a subtitle of two lines, which the body has on one, or an open one."""
    for entry in entries:
        texts = entry.texts
        at = next((n for n, text in enumerate(texts[:-1]) if _DASHED.match(text)), None)
        if at is None or _DASHED.match(texts[at + 1]):
            continue
        words = texts[at + 1].split()
        wholes = (texts[at] + "".join(words[:count]) for count in range(len(words), 0, -1))
        if texts[at][-1] in _OPEN or any(body.exact[key(whole)] for whole in wholes):
            texts[at : at + 2] = [texts[at] + texts[at + 1]]


def settle_broken_names(entries: list[RawEntry]) -> None:
    """标题 张三 over 李四: the authors of one entry, whom the end of a line parts."""
    for entry in entries:
        texts = entry.texts
        if entry.authors_text or len(texts) < 2 or split_names(texts[-1]) is None:
            continue
        words = texts[-2].split()
        if any(split_names(" ".join(words[cut:])) for cut in range(1, len(words))):
            texts[-2:] = [f"{texts[-2]} {texts[-1]}"]


_OPEN = "、，：和与與及的《“「"
"""What ends no subtitle."""


def settle_strokes(entries: list[RawEntry]) -> None:
    """标题／本刊: where others put the author behind a stroke, a pen name there is one.

    Where several have a line that a stroke begins, each such line is who signs, desks as well.
    """
    below = [one for one in entries if not one.authors_text and _ends_in_stroke(one)]
    for entry in below if len(below) >= _STROKES else ():
        entry.authors_text, entry.stroke = entry.texts.pop().lstrip("/／ \u3000"), True
    with_stroke = sum(1 for entry in entries if entry.authors_text and entry.stroke)
    # Where nearly all entries have one, 渡口／谷雨 is a title and a name, and no two names.
    least = 2 if with_stroke >= max(_BRACKETS, len(entries) - 2) else 3
    for entry in entries:
        if with_stroke < 2 or entry.authors_text or not entry.texts:
            continue
        before, stroke, after = entry.texts[-1].rpartition("／")
        if not stroke:
            before, stroke, after = entry.texts[-1].rpartition("/")
        if stroke and len(key(before)) >= least and is_pen_name(after):
            entry.texts[-1], entry.authors_text = before.strip(), after.strip()


_STROKES = 3
_BELOW_STROKE = re.compile(rf"^\s*[/／]\s*[{HAN}·、\s]{{2,24}}$")


def _ends_in_stroke(entry: RawEntry) -> bool:
    """True for / 稽查局案例组 on a line of its own, below a title."""
    return len(entry.texts) > 1 and _BELOW_STROKE.match(entry.texts[-1]) is not None


_BRACKETED = re.compile(r"^(?P<title>\S.{2,}?)\s*[（(]\s*(?P<who>[^（()）]{2,8}?)\s*[）)]$")


def settle_brackets(entries: list[RawEntry]) -> None:
    """标题（谷雨）: where others have their authors in brackets, a pen name is one there."""
    if sum(entry.bracketed for entry in entries) < _BRACKETS:
        return
    for entry in entries:
        hit = _BRACKETED.match(entry.texts[-1]) if entry.texts and not entry.authors_text else None
        if hit is not None and is_pen_name(hit["who"]) and not _NUMBER.match(hit["who"]):
            entry.texts[-1], entry.authors_text = hit["title"], hit["who"]


_BRACKETS = 3
_NUMBER = re.compile(r"^[〇零一二三四五六七八九十百]+$")
"""（四十七）: which of a series it is, and nobody."""


def settle_author_side(entries: list[RawEntry], body: BodyIndex) -> None:
    """Tell contents that print the authors before the titles from those that do the reverse.

    They do if nearly all entries begin with names and hardly any ends with some.
    """
    open_ones = [entry for entry in entries if not entry.authors_text and entry.texts]
    begin = [entry for entry in open_ones if next(iter(entry.leading_names()), None)]
    end = [
        entry
        for entry in open_ones
        if len(tokens := entry.texts[-1].split()) > 1 and split_names(tokens[-1])
    ]
    if len(begin) >= 2 and len(begin) * 3 >= len(open_ones) * 2 and len(end) * 3 <= len(begin):
        for entry in open_ones:
            if entry in begin:
                entry.author_first = True
            else:
                _take_pen_name(entry, body)


def _take_pen_name(entry: RawEntry, body: BodyIndex) -> None:
    """谷　雨　霜降: who signs by a word, before a title of the body and over it there."""
    hit = _PEN_NAME_FIRST.match(entry.texts[0])
    if hit is None or len(entry.texts) > 1 or not body.exact[key(hit["title"])]:
        return
    if body.is_signed(hit["title"], hit["who"]):
        entry.texts, entry.authors_text = [hit["title"]], hit["who"]


_PEN_NAME_FIRST = re.compile(rf"^(?P<who>[{HAN}]{{2,4}}|[{HAN}]\s+[{HAN}])\s+(?P<title>\S.*)$")
