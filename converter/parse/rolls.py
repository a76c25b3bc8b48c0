"""Who takes part in a talk: the lines that list them, and what they are."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import takewhile

from converter import patterns as re
from converter.hanzi import HAN, squeeze, width
from converter.memo import per_issue
from converter.names import is_body, is_name, is_office, join_spaced, split_names
from converter.parse.speaker_labels import ALSO, FRAMES, GUESTS, TAKES_PART, speaker_label

_PARENTHESES = re.compile(r"[（(][^（）()]*[）)]")


def is_roll(text: str) -> bool:
    """嘉宾：张三（教授） 李四（作家）: a line of those who take part."""
    hit = speaker_label(text)
    if hit is None or not lists_people(hit["rest"]):
        return False
    return TAKES_PART.search(squeeze(hit["name"])) is not None or "（" in hit["rest"]


def takes_part(text: str) -> bool:
    """True for a roll behind a word that tells it: 对话嘉宾：张三（教授）, and 主持人：李四 beside it."""
    hit = speaker_label(text)
    if hit is None:
        return False
    name = squeeze(hit["name"])
    return names_host(name, hit["rest"]) or (is_roll(text) and TAKES_PART.match(name) is not None)


def names_host(label: str, rest: str) -> bool:
    """主持人：田园: who leads a talk, by a name that is a word as well; said is nothing without a mark."""
    return (
        label[:1] == "主"
        and _HOST.fullmatch(label) is not None
        and _BARE_NAME.fullmatch(squeeze(rest)) is not None
    )


_HOST = re.compile("主持人?")
_BARE_NAME = re.compile(rf"[{HAN}]{{2,3}}")


_WHEN = re.compile(r"^(?:[会會][议議])?(?:[时時][间間]|日期|地[点點])\s*[：:]\s*\S")
_OF_MEETING = re.compile(
    r"^(?:[会會][议議])?(?:[时時][间間]|日期|地[点點]|主持|[记記][录錄]|出席|列席|缺席|[参參]加|[与與][会會])(?:人[员員]?|者|[单單]位)?\s*[：:]\s*\S"
)


def tells_of_meeting(upwards: Iterable[str]) -> bool:
    """True for 参加人员：…… in a row with 时间：……: a fact of a meeting, and nobody who signs or speaks.

    ``upwards`` are the text and those above it, the nearest first.
    """
    facts = takewhile(_OF_MEETING.match, upwards)
    return any(_WHEN.match(text) for text in facts)


def tells_who_met(row: Iterable[str]) -> bool:
    """True if somebody leads a meeting or takes part, among the facts of it from one line on."""
    return any(not _WHEN.match(text) for text in takewhile(_OF_MEETING.match, row))


_TOLD = re.compile(
    r"\s(?:参加|參加|参与|參與|出席|列席|与会|與會|嘉宾|嘉賓|來賓|来宾)(?:人员|人員|者|人)?[：:]"
)


def tells_all(text: str) -> bool:
    """True for 主持：张三 参加：李四 王五: a roll on one line, of which nobody signs anything."""
    return _TOLD.search(text) is not None and is_roll(text)


_HEAD = 8


@per_issue(65536)
def is_roll_head(text: str) -> bool:
    """与谈人, 特邀嘉宾：: a line above the names of those who take part."""
    plain = squeeze(text).rstrip("：:")
    return (
        len(plain) <= _HEAD
        and re.fullmatch(rf"{TAKES_PART.pattern[1:]}(?:[们們]|名单|名單|简介|簡介)?", plain)
        is not None
    )


def is_roll_name(text: str) -> bool:
    """闻人筝　字幕译者, 闻 筝 字幕译者: a name, and what somebody is."""
    return (
        width(text) <= _ROLL_LINE
        and _ROLL_NAME.match(text.strip()) is not None
        and not re.search("[。！？：；]", text)
    )


def roll_end(texts: Iterable[str], speaks: Container[str]) -> int:
    """How many lines tell one by one who speaks below, and what they are; 0 for less than two.

    闻人筝　字幕译者 over 柳塘大学教授　万俟青, without 嘉宾 above them; ``speaks`` are their names.
    """
    seen: set[str] = set()
    for text in texts:
        name = name_on_roll(text, speaks)
        if not name or name in seen:
            break
        seen.add(name)
    return len(seen) if len(seen) > 1 else 0


def name_on_roll(text: str, speaks: Container[str]) -> str:
    """The name on a line of the roll, before an office or behind it; "" if it is none."""
    if len(text) > _ROLL_LINE or re.search("[。！？：；]", text):
        return ""
    words = text.split()
    ends = ("".join(one) for size in (1, 2) for one in (words[:size], words[-size:]))
    return next((name for name in ends if name in speaks and name != "".join(words)), "")


_ROLL_NAME = re.compile(
    rf"^(?P<name>[{HAN}]{{2,4}}|[{HAN}][ \u3000]+[{HAN}])[ \u3000]+(?P<office>\S.*)$"
)


def opens_roll(text: str, speaks: Container[str]) -> bool:
    """True for 访谈嘉宾：张三 某校校长, and for 嘉宾：张三，某校校长。 of somebody who speaks below.

    ``speaks`` are the names of those who speak.
    """
    hit = None if text[:1] in FRAMES else speaker_label(text)  # it reads what is in a frame, too
    if hit is None or _GUESTS.fullmatch(squeeze(hit["name"])) is None:
        return False
    rest = hit["rest"].strip()
    if is_roll_name(rest):
        return True
    name, comma, _ = rest.partition("，")
    return bool(comma) and squeeze(name) in speaks and _SPOKEN_TO.search(rest) is None


_SPOKEN_TO = re.compile("[你您]|[。！？].")
"""主持人：张三，你那年回来…….: what somebody is told by name, or more than one sentence."""
_GUESTS = re.compile(
    rf"(?:{GUESTS}|[与與对對]談?谈?人|受[访訪]人|[来來][宾賓]|主持人?"
    r"|(?:受访|受訪|指导|指導|本期|本文|特约|特約|特邀|审核|審核|主讲|主講|咨询|諮詢)?(?:专家|專家|医生|醫生|医师|醫師|顾问|顧問))"
)
_ROLL_LINE = 40


def lists_people(rest: str) -> bool:
    """张三（教授） 李四（作家）: who takes part, and no turn of speech."""
    return bool(people_listed(rest))


_OFFICES = re.compile(rf"(?:[{HAN}·]{{2,4}}\s*[（(][^（）()]+[）)][\s、，；]*){{2,}}")


def people_listed(rest: str) -> tuple[str, ...]:
    """The names of those who take part; whoever has an office in brackets behind is one."""
    if width(rest) > _ROLL:
        return ()
    rest = ALSO.sub(" ", rest)
    bare = _PARENTHESES.sub(" ", rest).strip()
    if not bare:
        return ()
    if _OFFICES.fullmatch(rest.strip()):
        return tuple(re.sub("[、，；]", " ", bare).split())
    return split_names(bare) or _with_posts(bare)


_OTHERS = re.compile(rf"等[{HAN}\d]{{0,4}}[人位名](?=[ \u3000、，]|$)|等(?=[ \u3000、，]|$)")
"""某某等九人: others, of whom nobody is named."""


def _with_posts(bare: str) -> tuple[str, ...]:
    """主治医师 张 三等九人 住院医师 李四: the names of those before each of whom an office stands."""
    words = join_spaced(re.split("[ \u3000、，]+", _OTHERS.sub("", bare).strip()))
    posts, names = words[::2], words[1::2]
    told = len(posts) == len(names) and all(is_office(one) or is_body(one) for one in posts)
    return tuple(names) if told and all(map(is_name, names)) else ()


def is_guest(text: str) -> bool:
    """李四（作家）: one of those who take part, on a line of the roll."""
    return text[-1:] in "）)" and _GUEST.match(text.strip()) is not None


_GUEST = re.compile(rf"^[{HAN}·](?:\s?[{HAN}·]){{1,4}}\s*[（(][^（）()]{{2,40}}[）)]$")
_ROLL = 120


def asks(text: str) -> bool:
    """True for 采访：某某, who asks and has written down what the others say."""
    return text.startswith(("采访", "採訪"))


def roll_lines(texts: Iterable[str]) -> set[int]:
    """The lines of those who take part in a talk, which look like bylines."""
    found: set[int] = set()
    for at, text in enumerate(texts):
        goes_on = at - 1 in found and (is_roll_name(text) or is_guest(text))
        opens = is_roll_head(text) or takes_part(text) or opens_roll(text, ())
        if goes_on or opens:
            found.add(at)
    return found
