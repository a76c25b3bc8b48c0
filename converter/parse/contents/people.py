"""Whether a part of a line of the contents names the authors, and which."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, squeeze, width
from converter.memo import per_issue
from converter.names import (
    from_abroad,
    houses_in,
    is_body,
    is_class,
    is_latin_name,
    is_name,
    is_office,
    join_spaced,
    split_names,
)
from converter.names.house import HOUSE, POST, RANK
from converter.parse.contents.marks import BYLINE_PREFIX, PAGE_LAST
from converter.parse.credits import read_credits, writers
from converter.source import Line

_PARTS_PLAYED = re.compile(
    r"(?<=\S)[（(]?(?:口述|(?:[搜蒐收]集|[采採][录錄]|[记記][录錄])整理|[搜蒐]集|[采採][录錄]|整理|摄影|撰文|撰稿|编译|翻译|供稿|供图|采写|采访|绘图|主持|执教|執教|授课|授課|评析|評析|点评|點評)[）)]?(?=$|[\s、，,;；/／])"
)
"""What somebody did, behind the name."""


def names_part_played(token: str) -> bool:
    """True for 口述 and 整理, which stand behind a name."""
    return _PARTS_PLAYED.fullmatch(f"某{token}", 1) is not None


_WORK_BEHIND = re.compile(
    rf"^(?P<name>[{HAN}]{{3}})\s*[编編辑輯译譯摘]$|^(?P<two>[{HAN}]{{2}})\s+[编編辑輯译譯摘]$"
)
"""辛某某编: the work right behind a name that no name is long enough for."""


_SPACED_BEHIND = re.compile(rf"^(?P<name>[{HAN}]\s+[{HAN}])[编編辑輯译譯摘绘繪]$")
"""薄　荷编: a name of two characters, which alone is letter-spaced, and the work behind it."""


_DESK = re.compile(
    rf"^(?P<house>本[刊报報社][{HAN}]{{0,6}}[部室组組])\s+(?:整理|辑|輯|编|編|选编|選編|摘编|摘編)$"
)
"""本刊编辑部　整理: the house, and what it did."""


_POSTED = re.compile(r"^[（(](?P<post>[^（）()\s]{4,24})[）)]\s*(?P<who>\S.{0,20})$")
"""（某某县县长）辛某某: the office in brackets, and who holds it."""


def _holders(text: str) -> tuple[str, ...]:
    """Those whose office stands in brackets before their names, () where none does."""
    hit = _POSTED.match(text.strip()) if text.lstrip()[:1] in tuple("（(") else None
    if hit is None or not (is_office(hit["post"]) or is_body(hit["post"])):
        return ()
    return split_names(hit["who"]) or ()


_GENRES = frozenset(["社论", "社論", "社评", "社評", "短评", "短評", "本刊社论", "本刊社論"])
"""What stands in the author's place where the house speaks without a name."""


@per_issue(65536)
def author_list(text: str) -> tuple[str, ...]:
    """The names in an author field, without letter-spacing and without 文/ or 本刊记者."""
    if squeeze(text) in _GENRES:
        return ()
    if foreigner := from_abroad(text.strip()):
        return (foreigner,)
    if holders := _holders(text):
        return holders
    if "·" in text or "・" in text or "．" in text:
        dotted = read_credits(text.strip())  # 文・某某
        if dotted:
            return writers(dotted)
    plain = _PARTS_PLAYED.sub(" ", text.strip()).strip("（）()□◎●■/／|｜·•*- ")
    several = [part.strip() for part in _PARTS_PLAYED.split(text.strip("（）() ")) if part.strip()]
    if len(several) > 1:
        named = [split_names(part) or _pen_name(part) for part in several]
        if all(named):
            return tuple(name for one in named for name in one)
    if house := _DESK.match(plain):
        return (squeeze(house["house"]),)
    if one := _of_staff(squeeze(plain)):
        return (one,)
    if spaced := _SPACED_BEHIND.match(plain):
        return (squeeze(spaced["name"]),)
    behind = _WORK_BEHIND.match(plain)
    if behind and is_name(name := behind["name"] or behind["two"]):
        return (name,)
    worked = read_credits(plain) if "/" in plain or "／" in plain else None  # 文/图 某某
    names = None if worked else split_names(plain)
    if names:
        return names
    credited = worked or read_credits(plain)
    if credited:
        return writers(credited)
    if is_latin_name(plain):
        return (plain,)
    tokens = join_spaced([token for token in re.split(r"[\s、，,；;/／|｜]+", plain) if token])
    if houses := houses_in(plain):
        return houses
    people = tuple(token for token in tokens if is_name(token))
    if people and len(people) < len(tokens) and not is_body(plain):
        vouched = len(people) >= _COMPANY and len(tokens) == len(people) + 1
        between = {tokens[0], tokens[-1]} <= {*people}
        # Of several the one whose surname is in no list is an author as well.
        signs = all(_may_sign(token, between=between) for token in tokens)
        return tuple(tokens) if vouched and signs else people
    if people or (len(tokens) > 1 and all(map(_PEN_NAME.match, tokens))):
        return tuple(tokens)
    return (squeeze(plain),) if plain else ()


_PEN_NAME = re.compile(rf"^[{HAN}]{{2,3}}$")
_COMPANY = 2
"""So many names vouch for another word beside them."""


def _may_sign(token: str, *, between: bool) -> bool:
    """True for three characters that say nobody's work, or for two ``between`` names."""
    return (
        re.fullmatch(rf"[{HAN}]{{2,3}}", token) is not None
        and (len(token) > 2 or between or is_name(token))
        and token[-1] not in "家师師员員人者长長"
        and not (is_office(token) or is_body(token))
        and read_credits(f"{token}：某某") is None
    )


def _pen_name(text: str) -> tuple[str, ...]:
    """谷　雨 before what somebody did: a word, and yet a name."""
    return (squeeze(text),) if is_pen_name(text) else ()


_STAFF_AND_NAME = re.compile(
    rf"^本[刊报報社](?:{RANK})?(?:{POST})(?P<sign>[/／|｜丨]?)(?P<name>[{HAN}]{{2,4}})$"
)
"""本刊记者某某, who signs by name, and 本刊记者/江北, which is one whatever word it is."""


_COLUMNS = (
    "特稿",
    "专稿",
    "專稿",
    "策划",
    "策劃",
    "视点",
    "視點",
    "关注",
    "關注",
    "专访",
    "專訪",
    "特别报道",
)
"""本刊特稿 is a section."""


def is_staff(name: str) -> bool:
    """True for 本刊编辑部, 本刊专家组: those of the house who sign together."""
    own = name.startswith(("本刊", "本报", "本報", "本社", "编辑部", "編輯部"))
    if name.endswith(_COLUMNS):
        return False
    return own and 3 <= len(name) <= 8 and not _of_staff(name)


def _of_staff(text: str) -> str:
    """The name of one of the staff behind a post, "" for anything else."""
    hit = _STAFF_AND_NAME.match(text)
    return hit["name"] if hit is not None and (hit["sign"] or is_name(hit["name"])) else ""


def is_author_row(text: str) -> bool:
    """A line that is nothing but the authors of the entry above it."""
    if width(text) > 40 or PAGE_LAST.match(text):
        return False
    return (
        split_names(text) is not None
        or (is_body(text) and len(squeeze(text)) >= 5)
        or is_staff(squeeze(text))
        or bool(BYLINE_PREFIX.match(text))
        or bool(read_credits(text))
        or bool(names_behind_office(text))
        or _HOTLINE.match(text.strip()) is not None
    )


_HOTLINE = re.compile(rf"^\d{{3,6}}[{HAN}]{{0,8}}(?:热线|熱線|服务台|服務台|服务热线|服務熱線)$")
"""12366热线, whose people answer the readers' questions."""
_LETTERED = re.compile(rf"^\S+[ \u3000]+[{HAN}][ \u3000]+[{HAN}]$")
_HOUSE_AND_TWO = 3


@per_issue(65536)
def names_behind_office(text: str) -> tuple[str, ...]:
    """某某 of 初二（3）班 某某, and () for anything but an office and those who hold it."""
    tokens = text.split()
    cut = next((at for at, token in enumerate(tokens) if not is_office(token)), 0)
    names = split_names(" ".join(tokens[cut:])) if cut else ()
    if len(tokens) == _HOUSE_AND_TWO and is_body(tokens[0]) and _LETTERED.match(text.strip()):
        return ("".join(tokens[1:]),)  # 某市党校 常 青: a word, but letter-spaced, as names are
    # 田野 is a word, but behind a class a name.
    return names or (_pen_name(" ".join(tokens[cut:])) if cut and is_class(tokens[cut - 1]) else ())


def names_behind_posts(text: str) -> tuple[str, ...]:
    """林川 and 沈一帆 of 本刊记者 林川 通讯员 沈一帆; () for anything but several posts, each with its names."""
    tokens = text.split()
    posts = [at for at, token in enumerate(tokens) if _POST_ALONE.match(token)]
    if len(posts) < _SEVERAL or posts[0]:
        return ()
    parts = (" ".join(tokens[one + 1 : end]) for one, end in pairwise([*posts, len(tokens)]))
    named = [split_names(part) for part in parts]
    return tuple(name for names in named for name in names or ()) if all(named) else ()


_SEVERAL = 2
_POST_ALONE = re.compile(rf"^(?:{HOUSE})?(?:{RANK})?(?:{POST})$")


def is_pen_name(text: str) -> bool:
    """编者, 本刊: a signature that is no personal name."""
    return re.fullmatch(rf"[{HAN}]{{2,4}}", squeeze(text)) is not None


def are_pen_names(text: str) -> bool:
    """True for 大个子 麦 穗: words that may be names, be they in no list, each of two to four characters."""
    names = join_spaced(text.split())
    return 0 < len(names) <= _FEW_NAMES and all(map(is_pen_name, names))


_FEW_NAMES = 4


def is_authors(text: str) -> bool:
    """True if a part of a line ends in names of people or bodies."""
    plain = _PARTS_PLAYED.sub(" ", text).strip("（）() ")
    if not plain or width(plain) > 40:
        return False
    if from_abroad(text.strip()) or _holders(text):
        return True
    if (
        is_staff(squeeze(plain))
        or _of_staff(squeeze(plain))
        or split_names(plain)
        or is_body(plain)
        or BYLINE_PREFIX.match(plain)
        or is_latin_name(plain)
        or _HOTLINE.match(plain)
    ):
        return True
    if read_credits(plain):
        return True
    tokens = plain.split()
    return bool(tokens) and any(split_names(" ".join(tokens[cut:])) for cut in range(len(tokens)))


def signs(text: str) -> bool:
    """True for names of people and houses, and for nothing else."""
    plain = text.strip("（）() /／:：—")
    if (
        _COUNTED.match(squeeze(plain))
        or not has_han(plain)
        or ends_sentence(plain)
        or width(plain) > _WIDEST
    ):
        return False
    if split_names(plain) is not None or is_staff(plain):
        return True
    if is_body(plain) or BYLINE_PREFIX.match(plain) is not None:
        return True
    return " " in plain and read_credits(plain) is not None  # 某某 著 某某 译


_WIDEST = 40
_COUNTED = re.compile(r"^(?:[一二三四五六七八九十\d]+[则則篇章题題首]|封[面底二三四])$")
"""How many pieces there are, and the pages of the cover: no names."""


_TEACHER = re.compile(
    rf"^[（(]?(?:指导|指導|辅导|輔導)(?:教师|教師|老师|老師)[\s：:/／]*(?P<names>[{HAN}][{HAN} \u3000、]{{1,20}})[）)]?$"
)
"""指导教师 某某, （指导老师：某某）."""


def names_teacher(text: str) -> bool:
    """True for 指导教师 某某 below the entry of a pupil: who helped, and neither author nor section."""
    hit = _TEACHER.match(text.strip())
    return hit is not None and split_names(hit["names"]) is not None


_TOLD = re.compile(r"(?:口述|[讲講]述|自述)[\s.．·…]*[（(]?\d{0,3}[）)]?\s*$")
_WRITTEN_DOWN = re.compile(
    rf"^(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})[ \u3000]*[/／]?[ \u3000]*(?:整理|[记記][录錄]|[执執][笔筆])$"
)


def writes_down(text: str, above: str) -> bool:
    """True for 某某 整理 below ……某某 口述（1）: who wrote down what another told, and no section."""
    hit = _WRITTEN_DOWN.match(text.strip())
    return hit is not None and _TOLD.search(above) is not None and is_name(squeeze(hit["name"]))


def with_writers_beside(lines: Sequence[Line]) -> list[Line]:
    """The lines, with 某某 整理 on the line of ……某某 口述（1）, before its page."""
    made: list[Line] = []
    for line in lines:
        if made and writes_down(line.text, made[-1].text):
            told = made[-1].text.rstrip()
            page = _PAGE_BEHIND.search(told)
            at = page.start() if page is not None else len(told)
            made[-1] = Line(made[-1].number, f"{told[:at]} {line.text.strip()}{told[at:]}")
        else:
            made.append(line)
    return made


_PAGE_BEHIND = re.compile(r"[\s.．·…]*[（(]?\d{1,3}[）)]?\s*$")
