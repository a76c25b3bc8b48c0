"""Authors that stand before their titles: 某某：标题, 某某 / 标题, 某某《标题》, 某某　标题.

Titles hold colons, strokes and names of works as well. But the body has the title on a line
of its own, and the author below it; where several lines are so, all of the form are.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import key
from converter.names import is_office, split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import BYLINE_PREFIX, LEADER, PAGE_FIRST, PAGE_LAST, PAGE_ONLY
from converter.parse.contents.people import is_author_row
from converter.source import Line
from converter.values import NamedTuple

_FEWEST = 2
"""So many entries whose authors the body proves tell how all are printed."""
_PARTING = re.compile(r"\s*[：:]\s*|\s*[/／｜|]\s*(?=\S)|[ \u3000]*\u3000[ \u3000]*(?=\S)|(?=《)")
_WIDE = re.compile(r"(?<=\S)(?:[ \u3000]{2,}|\u3000)(?=\S)")
_LETTER = re.compile(r"\S[ \u3000]")
_PREFIX = re.compile(r"^(?:.*[】〗｜]\s*|.*\*\*\s+|[■●◆□○]\s*)")
"""The name of a section with its marks, before an author."""
_LONGEST = 40
"""Characters before a title: its authors, and the name of its section."""
_LEAST = 4
"""Characters of the first of several words of a title that tells the title."""


class _Fronted(NamedTuple):
    """An entry, parted: ``before`` is what its author is none of, ``behind`` its page."""

    before: str
    authors: str
    sign: str
    title: str
    behind: str
    proved: bool

    @property
    def turned(self) -> str:
        """The entry with its authors behind the title, as most contents have it."""
        parted = " / " if self.sign.isspace() else "　"
        return f"{self.before}{self.title}{parted}{self.authors}{self.behind}"


def with_authors_behind(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines, with authors that stand before their titles put behind these."""
    texts = [line.text for line in lines]
    found = {
        at: hit
        for at, text in enumerate(texts)
        if (hit := _parted(text, body, texts[at + 1 : at + _LINES]))
    }
    signs = [hit.sign for hit in found.values() if hit.proved]
    sign = max(signs, key=signs.count, default="")
    like = [hit for hit in found.values() if hit.sign == sign]
    proved = sum(hit.proved for hit in like)
    of_form = len(like)
    if sign.isspace():  # most contents have blanks between titles and authors
        of_form = sum(_WIDE.search(line.text.strip()) is not None for line in lines)
    if proved < _FEWEST or proved * 2 < of_form:
        return lines
    turned: dict[int, str] = {}
    for at, hit in found.items():
        if hit.sign == sign:
            turned |= _turned(lines, at, hit, body)
    for at, text in enumerate(texts):
        if at not in turned and (alike := _of_form(text.strip(), sign, body)):
            turned[at] = alike.turned
    return [
        Line(line.number, turned[at]) if at in turned else line for at, line in enumerate(lines)
    ]


def _of_form(text: str, sign: str, body: BodyIndex) -> _Fronted | None:
    """某某：标题 …… 7 whose title the body does not have, or misread, among entries of the same form."""
    before, text = _behind_page(text)
    who, _, rest = text.partition(sign) if sign in _COLONS else ("", "", "")
    title, behind = _without_page(rest.strip())
    if not title or not (before or behind) or body.exact[key(who + title)]:
        return None
    if split_names(who) is None:
        return None
    return _Fronted(before, who.strip(), sign, title, behind, proved=False)


_COLONS = ("：", ":")


def _turned(lines: Sequence[Line], at: int, hit: _Fronted, body: BodyIndex) -> dict[int, str]:
    """The line of an entry with its authors behind the title, be it behind the title's last line."""
    made = {at: hit.before + hit.title}
    above = hit.title
    texts = [line.text for line in lines[at + 1 : at + _LINES]]
    together = not hit.behind and _on_one_line(above, texts, body) != above
    for below in range(at + 1, min(len(lines), at + _LINES)):
        rest, behind = _without_page(lines[below].text.strip())
        if hit.behind or not (together or _goes_on(above, rest, body)):
            break
        if behind:
            return made | {below: hit._replace(before="", title=rest, behind=behind).turned}
        made[below], above = rest, rest
    return {at: hit.turned}


_LINES = 4
"""The most lines of a title and what stands below it, behind a dash."""


def _goes_on(title: str, rest: str, body: BodyIndex) -> bool:
    """True if the body has the rest of a title, misread perhaps, on the line right below its first."""
    one, other = body.as_printed(key(title)), key(rest)
    if not body.exact[other]:
        other = body.misread_below(one, other) or other
    once = body.exact[one] == 1 and 1 <= body.exact[other] <= _TWICE
    return once and other in body.below(one)


_TWICE = 2
"""A heading may say once more what the second line of a title says."""


def _parted(text: str, body: BodyIndex, below: Sequence[str]) -> _Fronted | None:
    """The parts of an entry with its authors first, ``None`` for another line.

    The title may go on in the lines ``below``, where the body has it on one. It is proved where
    the body has the title and, below it, who signs it.
    """
    plain = text.strip()
    if plain[:1] == "|" == plain[-1:]:
        return None  # a row of a table, which tells its cells
    before, plain = _behind_page(plain)
    widest = max((len(blank) for blank in _WIDE.findall(plain)), default=0)
    for parting in _PARTING.finditer(plain[:_LONGEST]):
        if parting[0].isspace() and len(parting[0]) < widest:
            continue  # within a name that is letter-spaced
        rest = plain[parting.end() :]
        if parting[0].isspace() and (_LETTER.match(rest) or _has_names_first(rest)):
            continue  # 查　理　茅 | 舍　标题, 某某 | 某某：标题: within the last name, or between two
        title, behind = _without_page(rest)
        if not parting.start() or not title:
            continue
        known = _is_title(title, body)
        whole = title if known or behind else _on_one_line(title, below, body)
        if not known and whole == title:
            continue
        lead, who = _signer(plain[: parting.start()].strip(), whole, body)
        whole_entry = (before or behind) and parting[0].strip() in _COLONS
        rest_of = title if whole_entry else ""
        if not who or _is_whole_title(plain.removesuffix(behind), rest_of, body):
            continue
        sign = parting[0].strip() or parting[0][:1] or "《"
        title = title[1:-1] if sign == "《" else title
        return _Fronted(before + lead, who, sign, title, behind, _is_proved(whole, who, body))
    return None


def _behind_page(text: str) -> tuple[str, str]:
    """The page with which an entry begins, or nothing, and what stands behind it."""
    paged = PAGE_FIRST.match(text)
    return ("", text) if paged is None else (text[: paged.start("rest")], paged["rest"])


def _has_names_first(text: str) -> bool:
    """True for 某某：标题, the last of several authors before a title."""
    hit = _COLON.search(text)
    return hit is not None and split_names(text[: hit.start()]) is not None


_COLON = re.compile("[：:]")


def _on_one_line(title: str, below: Sequence[str], body: BodyIndex) -> str:
    """A title with the rest of it from the lines below, if the body has both on one line; else as it is."""
    joined = title
    for text in below:
        rest, page = _without_page(text.strip())
        joined += rest
        if body.exact[body.as_printed(key(joined))]:
            return joined
        if page:
            break
    return title


def _without_page(text: str) -> tuple[str, str]:
    """A title and what stands behind it: leaders and a page, or nothing."""
    hit = PAGE_LAST.match(text)
    title = hit["rest"] if hit is not None else text
    title = re.sub(rf"(?:{LEADER.pattern}|\s*[/／])\s*$", "", title).rstrip()
    return title, text[len(title) :]


def _is_title(text: str, body: BodyIndex) -> bool:
    """True for a title of the body, or for one whose first words are a line of it."""
    if text.startswith("《") and not text.endswith("》"):
        return False
    first = key(text.split(maxsplit=1)[0])
    return body.is_title(key(text)) or (len(first) >= _LEAST and bool(body.exact[first]))


def _is_whole_title(text: str, behind: str, body: BodyIndex) -> bool:
    """True if a whole text is a title, and not only like what the body has of it ``behind`` a colon."""
    parted = behind != "" and bool(body.exact[key(behind)])
    return bool(body.exact[key(text)]) or (_is_title(text, body) and not parted)


def _signer(text: str, title: str, body: BodyIndex) -> tuple[str, str]:
    """What stands before the authors in a text that ends with them, and the authors; "" for none.

    An office belongs to them, the name of a section does not.
    """
    hit = _PREFIX.match(text)
    lead, text = (text[: hit.end()], text[hit.end() :]) if hit is not None else ("", text)
    for start in (0, *(blank.end() for blank in _BLANK.finditer(text))):
        who, office = text[start:], text[:start].strip()
        if PAGE_ONLY.match(who):
            break
        if split_names(who) is None and not is_author_row(who) and not _signs(title, who, body):
            continue
        if not office or _signs(title, text, body) or is_office(office) or _is_credit(text):
            return lead, text
        return lead + text[:start], who
    return "", ""


_BLANK = re.compile(r"\s+")


def _is_credit(text: str) -> bool:
    """True for 本刊记者 某某 and what else a byline begins with."""
    return BYLINE_PREFIX.match(text) is not None


def _signs(title: str, who: str, body: BodyIndex) -> bool:
    """True if the body has names under a title, or under its last line."""
    return body.is_signed(title, who) or body.is_signed(title.rsplit(maxsplit=1)[-1], who)


def _is_proved(title: str, who: str, body: BodyIndex) -> bool:
    """True if the body has names under a title, or those of people somewhere on a short line."""
    names = split_names(who)
    if _signs(title, who, body) or (names is not None and body.names(key(names[0]))):
        return True
    lower = body.below(key(title))  # the second line of the title
    return len(lower) == 1 and any(body.is_signed(line, who) for line in lower)
