"""Bylines that say what somebody did: 文/李四 图/赵六, 讲述 张三 整理 本刊记者 李四."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, is_han, squeeze
from converter.model import Author
from converter.names import HOUSES, is_body, is_name, is_office, split_names
from converter.names.house import HOUSE, POST, RANK
from converter.names.works import PICTURES
from converter.parse.byline import forms
from converter.parse.byline.people import read_people
from converter.parse.byline.reading import BylineReading, authors_of
from converter.parse.byline.staff import read_staff
from converter.parse.credits import Credit, read_credits, works_at, writers
from converter.values import replace

_POST = re.compile(rf"(?<=\s)(?P<post>(?:{HOUSE})?(?:{RANK})?(?:{POST}))\s*(?=[\u4e00-\u9fff])")
"""What stands before the name of one of the staff, within a line of works and names."""


def read_works_of_staff(core: str) -> BylineReading | None:
    """讲述 张三 整理 本刊记者 李四: works that stand before names, one of the staff among them."""
    posts = [(hit["post"], core[hit.end() :]) for hit in _POST.finditer(core)]
    credited = read_credits(_POST.sub("", core)) if posts else None
    if not credited or len(credited) < _WORKS:
        return None
    names = [name for credit in credited for name in credit.names]
    if any(map(is_office, names)):
        return None  # 学生编委 林 川: an office of several, and no pen name
    posted = {
        name: post for post, rest in posts for name in names if squeeze(rest).startswith(name)
    }
    signed = signed_by(credited)
    return BylineReading(
        tuple(replace(one, office=posted.get(one.name, one.office)) for one in signed), 0.95
    )


_WORKS = 2
"""So many works with their names are no chance."""


_WITH_POST = re.compile(
    r"^(?P<work>[^：:（(]{2,6}[：:]\s*[^（()）]{2,8}?)\s*[（(](?P<post>[^（）()]{4,40})[）)]$"
)


def read_with_post(plain: str, known: frozenset[str]) -> BylineReading | None:
    """主持人：某某（某大学教授）: a work, the author whom the contents name, and an office.

    Who takes part in a talk is told in the same way, and does not sign it.
    """
    hit = _WITH_POST.match(plain)
    credited = read_credits(hit["work"]) if hit is not None else None
    names = writers(credited) if credited else ()
    if hit is None or len(names) != 1 or names[0] not in known:
        return None
    return BylineReading(authors_of(names, hit["post"].strip()), 1.0)


def signed_by(credited: tuple[Credit, ...], text: str = "") -> tuple[Author, ...]:
    """Those who wrote; 文/某市委常委、副市长 张三 is one of them, and his offices.

    In the ``text`` of the line 、 parts two who sign, be one of them a house.
    """
    signed = frozenset(writers(credited))
    found: list[Author] = []
    written = [credit for credit in credited if credit.writes]
    for credit in written or credited:  # 策划 张三　撰文 张三 李四: once, as who wrote
        house = ""
        if len(credit.names) == _NAME_AND_POST and credit.names[0] in signed:
            name, post = credit.names
            if (
                is_name(name)
                and len(post) > _LONGEST_NAME
                and _is_of(post, listed=f"{name}、" in text)
            ):
                found.append(Author(name, post))  # 文｜张三　某某乡党委书记, 某某县林业站
                continue
        for name in credit.names:
            if name != credit.names[-1] and (_is_place(name) or _is_trade(name) or works_at(name)):
                house = f"{house}、{name}" if house else name
            elif name in signed:
                found.append(Author(name, house or office_of(credit.work), is_body=is_body(name)))
    return tuple(found)


_OWN_HOUSE = re.compile(HOUSE)


def _is_of(post: str, *, listed: bool) -> bool:
    """True for what somebody is, and where; the magazine itself signs beside a person."""
    placed = _is_place(post) and not listed and _OWN_HOUSE.match(post) is None
    return placed or is_office(post)


_LONGEST_NAME, _HOUSE = 4, 3
_NAME_AND_POST = 2


def _is_place(name: str) -> bool:
    """True for an office or where somebody works, which may have any name."""
    return (
        is_body(name)
        or is_office(name)
        or (len(name) >= _HOUSE and name[-1] in HOUSES)
        or (len(name) > _LONGEST_NAME and not is_name(name) and all(map(is_han, name)))
    )


_TRADE = re.compile(
    rf"^[{HAN}]{{0,4}}(?:[{HAN}][工员員]|司机|司機|护士|護士|班长|班長|[车車][长長]|[农農村市居牧渔漁]民|工人|[战戰]士|[学學]生)$"
)


def _is_trade(name: str) -> bool:
    """True for 炼钢工 and 乘务员, by which somebody is told who signs for a works' magazine."""
    return _TRADE.match(name) is not None and not is_name(name)


def office_of(work: str) -> str:
    """What an author did where that is more than writing: 口述, 整理, 译."""
    return work if work not in _PLAIN_WRITING else ""


_PLAIN_WRITING = frozenset(
    ["", "文", "文字", "图文", "撰文", "撰稿", "作者", "摄影并文", "攝影並文"]
)


_BESIDE = PICTURES | {"编辑", "編輯"}
"""What those do who are named behind the authors: an editor who stands alone may have gathered it all."""
_NEXT_LABEL = re.compile(rf"(?<=\S)\s+(?=(?:{forms.WORK})\s*[/／：:｜|])")


def read_labelled(core: str) -> BylineReading | None:
    """文/李四 图/赵六: each label with the names after it."""
    authors: list[Author] = []
    rest = core
    while (label := forms.PREFIX.match(rest)) is not None:
        following = _NEXT_LABEL.search(rest, label.end() + 1)
        end = following.start() if following else len(rest)
        part = rest[label.end() : end].strip()
        rest = rest[end:].strip()
        if squeeze(label["word"]) in _BESIDE and authors:
            continue
        found = named_in(part)
        if found is None:
            return BylineReading(tuple(authors), 0.8) if authors else None
        authors += found
    return BylineReading(tuple(authors), 0.95) if authors else None


_PLACED = re.compile(
    rf"^(?P<name>[{HAN}](?:\s?[{HAN}]){{1,3}}(?:、[{HAN}]{{2,4}})*)\s*[（(](?P<office>[^（）()]{{2,50}})[）)]$"
)
"""乔木（某大学案例中心）: any name, as a label stands before it, and where somebody works."""


def named_in(part: str) -> tuple[Author, ...] | None:
    """Whom the text beside the word for a work names, ``None`` if that is nobody."""
    staff = forms.STAFF.match(part)
    if (placed := _PLACED.match(part)) is not None:
        return authors_of(tuple(squeeze(placed["name"]).split("、")), placed["office"].strip())
    if names := split_names(part):
        return authors_of(names, squeeze(staff["office"]) if staff else "")
    if staff and staff["rest"]:
        if names := split_names(staff["rest"]):
            return authors_of(names, squeeze(staff["office"]))
        if (posted := read_staff(staff, sure=True)) is not None:
            return posted.authors
    if (people := read_people(part)) is not None:
        return people.authors
    house = re.fullmatch(HOUSE, squeeze(part)) is not None
    if house or is_body(part) or (staff and not staff["rest"]):  # 文/本刊, 文/本刊编辑部
        return (Author(squeeze(part), is_body=True),)
    return None
