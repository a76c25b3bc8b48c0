"""Letters and what stands under them: who signs, from where, and when.

A signature is a short line after a whole paragraph. That it is none of the small headings,
which are short lines after whole paragraphs too, is told by its form (a place and a name),
by the salutation of the letter that it ends, by the right edge at which it stands, or by
other signatures of its form in the same column.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, is_han, width
from converter.model import Role
from converter.names import is_body, is_name, is_office, join_spaced
from converter.parse.credits import read_credits
from converter.parse.farewells import is_farewell
from converter.parse.headings import numbering
from converter.parse.heal import is_bracketed
from converter.parse.kinds import is_addressed, is_date_line, is_salutation, labelled
from converter.segment import Unit

_RIGHT = 5.0
"""Em of blanks before a line that stands at the right edge of its column."""
_READER = re.compile(
    r"^(?:@\S|(?:读者|讀者|网友|網友|读友)\s*\S)|\s(?:读者|讀者|网友|網友)(?:\s|$)"
)
_SOMEBODY = re.compile(
    rf"^(?:[{HAN}]{{2,6}}\s+)?一[位名个個](?:[{HAN}]{{1,6}})?(?:者|员|員|人|生|师|師|工|民|户|戶|友|[骑騎水船司]手|家长|家長|职工|職工|[父母]亲|[父母]親|妈妈|媽媽|爸爸|店主|邻居|鄰居|老兵|女儿|女兒|儿子|兒子)"
    r"(?:[，,（(\s]*(?:匿名|佚名|(?:恕|就)?不(?:愿|願|想|便|再)?(?:署|具|透露|留)(?:真|姓)?名)[了的）)]?)?$"
)
"""一位站务员: who signs a letter without a name, and may as well head what is told of him; 某市 before
it, and （不署名） behind it perhaps."""
_ONE_OF_THEM = re.compile(
    rf"^[{HAN}]{{2,12}}\s+(?:一|几|部分|[二三四五六七八九十]{{1,3}})[位名个個]?(?:[{HAN}]{{0,4}})(?:者|众|眾|工|生|员|員|长|長|户|戶|民|客|士|友)$"
    rf"|^[{HAN}]{{2,12}}\s+[{HAN}\d（）()]{{1,10}}(?:全体|全體)(?:[{HAN}]{{2,4}})?$"
)
"""某镇中学　一读者, 某段　十二名乘务员, 某中学　五班全体: where somebody writes from, and no name."""
_PLACE_AND_NAME = re.compile(rf"^[{HAN}]{{2,4}}\s[{HAN}]{{2,4}}$")
_WHEN = re.compile(r"^第\s*[一二三四五六七八九十\d]{1,3}\s*[天日夜晚周週年]\s")
"""第三天 上桶: no place, though the next word begin like a name."""
_REPLY = re.compile(
    rf"^[{HAN}]{{2,14}}(?:答复|答覆|回复|回覆|回应|回應)\s*[：:]|"
    r"^[【\[（(]?\s*(?:编者|編者|编辑部?|編輯部?|本刊|编|編)\s*(?:附记|附記|附言|的话|答复?|答覆|复信?|覆|回复|回覆|按|注|后)?(?:\s*[】\]）)]?\s*[：:]|\s*[】\]])"
)
_REPLY_HEAD = re.compile(
    r"^(?:本刊|编者|編者|编辑部?|編輯部?)(?:的)?(?:答复|答覆|回复|回覆|回应|回應|回音|回信|复信|覆信|的?话)$"
)
"""编辑部回复 over what the editors say."""
_OFFICE_END = re.compile(
    r"(?:处|處|部|会|會|室|局|委|组|組|社|厅|廳|院|校|所|站|馆|館|公司|中心|委员会|委員會)$"
)
_STOPS = "，。：；、？！…”』」》"


def is_reply(text: str) -> bool:
    """编者：……, 编者附记：……: what the editors say to a letter."""
    return _REPLY.match(text) is not None


_HOUSE_REPLY = re.compile(
    r"^(?:编者|編者|编辑部?|編輯部?|本刊(?:编辑部|編輯部)?)(?:回复|回覆|回信|答复|答覆|答|附记|附記|附言)\s*[：:]"
)


def is_reply_of_house(text: str) -> bool:
    """编辑回复：…… below a letter: what the house says to it, and nobody in a talk."""
    return _HOUSE_REPLY.match(text) is not None


def signatures(
    units: Sequence[Unit],
    *,
    talk: bool,
    house: str = "",
    authors: Collection[str] = (),
    heads: Collection[int] = (),
) -> frozenset[int]:
    """The units that sign letters and notices, with their dates; ``talk`` is an interview.

    ``house`` is the magazine's name, to which a letter may be addressed; the ``authors`` may
    sign at the end what they have signed under the title. ``heads`` name people, too, but are
    the headings of what these say.
    """
    likely = [
        at
        for at, unit in enumerate(units)
        if len(unit.text) <= 40 and at not in heads and _may_sign(units, at)
    ]
    parts = _parts_signed(units, authors) if len(authors) > 1 else frozenset()
    if not likely:
        return parts
    dated = _dates(units, likely)
    alike = _told_by_place(units, likely, authors) | _told_by_others(units, likely, dated)
    letters = _letters(units, house)
    found = dated | parts
    above = _heads_of_letters(units, likely)
    for at in reversed(likely):
        if at not in dated | above and (
            at in alike
            or _signs(units, at, in_letter=letters[at], dated=at + 1 in dated, talk=talk)
        ):
            found.add(at)
    return frozenset(found)


def _dates(units: Sequence[Unit], likely: Sequence[int]) -> set[int]:
    """The lines that tell when something was written, and head no day of a chronicle."""
    dated = {at for at in likely if is_date_line(units[at].text)}
    dated -= {at for at in dated if {at - 1, at + 1} & dated}  # entries of a chronicle
    dated -= _headings(units, dated)
    return dated | {at for at in likely if _is_lunar_date(units, at)}


def _told_by_others(units: Sequence[Unit], likely: Sequence[int], dated: set[int]) -> set[int]:
    """The lines that sign as others of their form do in the same column, or below their headings."""
    placed = {at for at in likely if at not in dated and _is_placed(units[at].text)}
    if placed:  # 南投 竹山老人 beside 新竹 叶明: a pen name
        placed |= {at for at in likely if _PLACE_AND_NAME.match(units[at].text)}
    alike = set(placed) if len(placed) >= 2 else set()
    alike |= {at for at in placed if _stands_under_heading(units, at)}
    return alike | _in_columns(units, likely) | _signed_again(units, likely)


def _told_by_place(
    units: Sequence[Unit], likely: Sequence[int], authors: Collection[str]
) -> set[int]:
    """The lines that sign what stands above by whom they name, or by what stands below them."""
    called = _called(units)
    closing = [at for at in likely if ends_sentence(units[at - 1].text)]
    alike = {
        at
        for at in closing
        if units[at].text in called
        or _names_and_dates(units[at].text)
        or ("".join(units[at].text.split()) in authors and _ends_letter(units, at))
    }
    alike |= {at for at in likely if units[at].indent >= _FAR_RIGHT and _signs_document(units, at)}
    return alike | {at for at in likely if _is_answered(units, at)}


def _signed_again(units: Sequence[Unit], likely: Sequence[int]) -> set[int]:
    """The names of one who signs several answers, above what heads the next letter or at the end.

    A name that heads a text has it below.
    """
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at in likely:
        if at and ends_sentence(units[at - 1].text) and is_name(units[at].text):
            places[units[at].text].append(at)
    return {
        at
        for where in places.values()
        if len(where) > 1 and all(_closes_answer(units, at) for at in where)
        for at in where
    }


def _closes_answer(units: Sequence[Unit], at: int) -> bool:
    """True for the last unit, and for one over a line that may be a heading."""
    if at + 1 == len(units):
        return True
    below = units[at + 1].text
    return width(below) <= _HEAD and not ends_sentence(below) and below[-1] not in "，、；："


_LUNAR = re.compile(
    "^(?:[农農夏旧舊][历曆])?(?:[正冬腊臘]|[一二三四五六七八九十]{1,2})月(?:初[一二三四五六七八九十]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)(?:[晨早午晚夜日]|凌晨|深夜|清晨|夜半|灯下|燈下)?$"
)


def _is_lunar_date(units: Sequence[Unit], at: int) -> bool:
    """True for 二月初七夜 below who signs a letter; by itself it may head a page of a diary."""
    if at < _ABOVE or _LUNAR.match("".join(units[at].text.split())) is None:
        return False
    signer = units[at - 1].text
    signs = width(signer) <= _SIGNER and not ends_sentence(signer)
    return signs and ends_sentence(units[at - _ABOVE].text)


_ABOVE, _SIGNER = 2, 12
"""Units from the date of a letter to its last sentence, and the most em of who signs it."""


def _is_answered(units: Sequence[Unit], at: int) -> bool:
    """True for 某地　睡不着的人 between a whole paragraph and what the house replies."""
    told = len(units[at].text.split()) == _WHERE_AND_WHO and numbering(units[at].text) is None
    replied = at + 1 < len(units) and is_reply_of_house(units[at + 1].text)
    return told and replied and ends_sentence(units[at - 1].text)


_WHERE_AND_WHO = 2


def _signs_document(units: Sequence[Unit], at: int) -> bool:
    """True for 等十一人叩, and for who signs above 〔某局档案，1—9〕, at the right edge."""
    kept = at + 1 < len(units) and WHENCE.match(units[at + 1].text) is not None
    return kept or _SIGNS_OFF.search(units[at].text) is not None


WHENCE = re.compile(r"^[〔［\[【][^〕］\]】]{4,}[〕］\]】]$")
"""〔某局档案，1—9〕: whence a document is."""
_SIGNS_OFF = re.compile("(?:[叩启啟呈]|[谨謹敬][上具识識]|[顿頓叩]首|鞠躬)$")
_FAR_RIGHT = 6.0
"""How those end who sign a petition, 等十一人叩, and em of blanks before a line at the right edge."""
_COLUMNS = re.compile(r"\u3000+|\s{2,}")
_PARTS, _ALIKE = 3, 3
"""So many parts, and so many lines of them, are the form in which a column signs."""


def _in_columns(units: Sequence[Unit], likely: Collection[int]) -> frozenset[int]:
    """某地　灯下客　K402次 under each letter, with as many parts: where, who, and what else is told.

    The last one ends the article, as no heading does.
    """
    parts = {at: len(_COLUMNS.split(units[at].text.strip())) for at in likely}
    last = len(units) - 1
    size = parts.get(last, 0)
    if size < _PARTS:
        return frozenset()
    same = frozenset(
        at for at in likely if parts[at] == size and at and ends_sentence(units[at - 1].text)
    )
    return same if last in same and len(same) >= _ALIKE else frozenset()


_MARKS = "●■◆▲★◎○□◇☆▶►"
_PERSON = re.compile(
    rf"^.\s*[{HAN}（）、·]{{2,24}}[ \u3000]+(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})$"
)
"""An office, a blank, and a name."""
_HEADED = 16
"""The least em of what stands below a heading."""


def marked_people(units: Sequence[Unit]) -> frozenset[int]:
    """●某村党支部书记　某某 over what each of several people says, to the end of the article.

    Who signs a letter stands below it, and so does the last of them.
    """
    found: dict[str, list[int]] = {}
    for at, unit in enumerate(units):
        hit = _PERSON.match(unit.text) if unit.text[0] in _MARKS and len(unit.text) <= 40 else None
        if hit is not None and is_name("".join(hit["name"].split())):
            found.setdefault(unit.text[0], []).append(at)
    return frozenset(
        at
        for places in found.values()
        if len(places) > 1 and places[-1] + 1 < len(units)
        for at in places
        if all(
            width(units[one + 1].text) >= _HEADED and ends_sentence(units[one + 1].text)
            for one in places
        )
    )


def _parts_signed(units: Sequence[Unit], authors: Collection[str]) -> frozenset[int]:
    """Who wrote each part of an article by several authors, below its heading or its last line."""
    named = [
        at
        for at, unit in enumerate(units)
        if len(unit.text) <= _SIGNED and _names_author(unit.text, authors)
    ]
    if _end_parts(units, named):
        return frozenset(named)
    return frozenset(
        at for at in named if _stands_under_heading(units, at) or _stands_over_cut(units, at)
    )


def _end_parts(units: Sequence[Unit], named: Sequence[int]) -> bool:
    """True for the names of several authors of which the last ends the article.

    So does each end a part, a poem of a round: none stands over another or over all.
    """
    if len(named) < _ROUND or named[-1] != len(units) - 1 or named[0] < _ROUND:
        return False
    apart = all(other - one > _ROUND for one, other in itertools.pairwise(named))
    return apart and len({"".join(units[at].text.split()) for at in named}) == len(named)


_ROUND = 2
"""So many authors at least sign each a part, and so many units and more are in each."""


_SIGNED = 40
"""Characters of a name and an office."""


def _names_author(text: str, authors: Collection[str]) -> bool:
    """True for an author's name, and the office perhaps: who wrote this part of the article.

    The office stands before the name, or behind it in brackets, of which OCR may lose the last.
    """
    plain = "".join(text.split())
    behind = _OFFICE_BEHIND.match(plain)
    if behind is not None:
        return behind["name"] in authors
    name = next((author for author in authors if plain.endswith(author)), "")
    office = plain[: len(plain) - len(name)]
    return bool(name) and (not office or is_office(office) or is_body(office))


_OFFICE_BEHIND = re.compile(rf"^(?P<name>[{HAN}·]{{2,8}})[（(][^（）()。]{{2,}}[）)]?$")
_BARE = re.compile(rf"^[{HAN}]{{2,4}}[：:]$")
_TO_YOU = re.compile("^(?:你|您|见信|見信|来信|來信|展信|谢谢|謝謝|感谢|感謝)")


def _called(units: Sequence[Unit]) -> frozenset[str]:
    """Those to whom a letter is written by their bare names: who answers signs with one."""
    return frozenset(
        unit.text[:-1]
        for unit, following in itertools.pairwise(units)
        if len(unit.text) <= 5 and _BARE.match(unit.text) and _TO_YOU.match(following.text)
    )


def _stands_under_heading(units: Sequence[Unit], at: int) -> bool:
    """True for a writer between a few words and the text, as where several speak in turn."""
    return (
        0 < at < len(units) - 1
        and width(units[at - 1].text) <= 24
        and not ends_sentence(units[at - 1].text)
        and width(units[at + 1].text) >= 24
        and ends_sentence(units[at + 1].text)
    )


def _stands_over_cut(units: Sequence[Unit], at: int) -> bool:
    """True for a name with its office in brackets between a heading and text that a page cuts."""
    return (
        _OFFICE_BEHIND.match(units[at].text) is not None
        and 0 < at < len(units) - 1
        and width(units[at - 1].text) <= 24 <= width(units[at + 1].text)
        and not ends_sentence(units[at - 1].text)
    )


def _headings(units: Sequence[Unit], dated: set[int]) -> set[int]:
    """The dates that head what follows them: 1978年 in a chronicle, 3月5日 in a diary.

    There are several, prose stands below each, and no name above one.
    """
    heads = {
        at
        for at in dated
        if at + 1 < len(units)
        and width(units[at + 1].text) >= 24
        and not is_addressed(units[at + 1].text)
        and (not at or ends_sentence(units[at - 1].text))
    }
    years = {at for at in heads if re.fullmatch(r"\d{4}\s*年", units[at].text)}
    if len(heads) >= 2 and heads == dated and 0 in heads:
        return heads  # a diary opens with its date, a letter ends with it
    return years if len(years) >= 2 else set()


def _may_sign(units: Sequence[Unit], at: int) -> bool:
    """True for a short line that is no sentence, after a whole paragraph."""
    unit = units[at]
    text = unit.text
    if width(text) > 24 and not _names_and_dates(text):
        return False
    if not has_han(text) or unit.markup_level or unit.strong:
        return False
    if text[-1] in _STOPS or ends_sentence(text) or re.search(r"[。；？！：:]", text):
        return False
    if is_date_line(text):
        return True
    if not at:
        return False
    before = units[at - 1].text
    if is_farewell(text):
        return False
    return (
        ends_sentence(before)
        or is_farewell(before)
        or (width(before) <= 24 and at > 1 and ends_sentence(units[at - 2].text))
        or _heads_poem(units, at)
    )


def _heads_poem(units: Sequence[Unit], at: int) -> bool:
    """True for 石榴街小学　某某 between a poem's title and its lines, of which none is a sentence."""
    if at + _STANZA >= len(units) or not units[at + 1].gap or not _is_placed(units[at].text):
        return False
    lines = units[at + 1 : at + 1 + _STANZA]
    short = (units[at - 1], *lines)
    return (
        all(width(unit.text) <= _LINE and not unit.wrapped for unit in short)
        and not any(unit.gap for unit in lines[1:])
        and is_han(units[at - 1].text[-1])
        and all(is_han(unit.text[-1]) or unit.text[-1] in "，、" for unit in lines[:-1])
    )


_STANZA, _LINE = 3, 24
"""Lines of verse below who wrote it, and their em."""


def _names_and_dates(text: str) -> bool:
    """新竹　叶明　民国一一三年八月: who signs, and when, on one line."""
    who, _, day = text.rpartition("\u3000" if "\u3000" in text else " ")
    if not who.strip() or not is_date_line(day):
        return False
    return _is_placed(who) or is_name("".join(who.split()))


def _is_placed(text: str) -> bool:
    """新竹 叶明, （清河中学 于小帆）, 读者 秦川: where a writer lives or works, and the name."""
    if (framed := _FRAMED.match(text)) is not None:
        text = framed["inside"]
        if read_credits(text) is not None or any(map(is_office, text.split())):
            return False  # 执笔 某某, 通讯员 某某: who did what for all of the article
    tokens = join_spaced(text.split())
    if len(tokens) < 2 or _WHEN.match(text):
        return False
    if is_office(tokens[0]) and len(tokens) == 2 and _OLD_NAME.match(tokens[1]):
        return True
    plain = _CLASS.sub("", "".join(tokens))
    if not all(is_han(char) or char in "·@（）()、" for char in plain):
        return False
    return _READER.search(text) is not None or (
        is_name(tokens[-1])
        and (2 <= len(tokens[0]) <= 12 or is_body(tokens[0]))
        and len(tokens) <= 3
    )


_CLASS = re.compile(r"[（(]?\d{1,2}[）)]?(?=班)")
"""The number of a class at school: 二（3）班."""
_FRAMED = re.compile(r"^[（(]\s*(?P<inside>[^（）()，。；：]+?)\s*[）)]$")
_OLD_NAME = re.compile(
    rf"^(?=.*[{HAN}])[{HAN}□]{{2,4}}?(?:谨启|謹啟|敬启|敬啟|谨呈|謹呈|谨上|敬上|顿首|頓首|[叩拜启啟呈具印])?$"
)
"""何若溪叩, □若溪: who signs an old document, where □ stands for what nobody can read any more."""


def addresses_house(text: str, house: str) -> bool:
    """萤窗：, 《萤窗文摘》：: a letter to the magazine by its name, or the beginning of it."""
    name = text.strip("《》：: \u3000")
    return (
        text[-1:] in tuple("：:") and 2 <= len(name) <= 8 and bool(house) and house.startswith(name)
    )


def _letters(units: Sequence[Unit], house: str) -> list[bool]:
    """For each unit whether a letter is open there: addressed, and not yet followed by another."""
    inside = False
    found = []
    for unit in units:
        found.append(inside)
        if len(unit.text) > 40 and not unit.text[:24].count("："):
            continue
        addressed = is_addressed(unit.text) or addresses_house(unit.text, house)
        inside = addressed or (inside and not is_reply(unit.text))
    return found


def _signs(units: Sequence[Unit], at: int, *, in_letter: bool, dated: bool, talk: bool) -> bool:
    """True if a line signs what stands above it."""
    unit, text = units[at], units[at].text
    bare = "".join(text.split())
    named = _is_placed(text) or is_name(bare) or _SOMEBODY.match(text) is not None
    named = named or _ONE_OF_THEM.match(text) is not None
    named = named or (unit.indent >= _RIGHT and bare in _HOUSE)
    if dated:
        return named or _is_office(text) or width(text) <= 16
    if is_farewell(units[at - 1].text):
        return width(text) <= _WHO_BOWS
    if not ends_sentence(units[at - 1].text):
        return False
    if _BOWS.match(text):
        return True
    if unit.indent >= _RIGHT and (named or _is_office(text)):
        return True
    ends = _ends_letter(units, at)
    above = not (ends or talk) and named and unit.gap and _before_heading(units, at)
    if in_letter:
        if above and units[at + 1].gap:
            return True  # the heading of the next letter, which has no salutation
        return ends and (width(text) <= 16 or named)
    if bare in _HOUSE and all(_is_credit(other.text) for other in units[at + 1 :][:_CREDITS]):
        return True
    if _is_office(text):
        return at + 1 == len(units)
    if not unit.gap and "\u3000" in text and _is_placed(text) and units[at - 1].wrapped:
        return at + 1 < len(units) and units[at + 1].gap  # it stands close to what it signs
    if not named or not unit.gap:
        return False
    return ends or above or _READER.search(text) is not None


def _heads_of_letters(units: Sequence[Unit], likely: Sequence[int]) -> set[int]:
    """The lines right above those whom letters address, where one stands above the first, too.

    A name there signs the letter above all the same.
    """
    above = [at for at in range(len(units) - 1) if is_salutation(units[at + 1].text)]
    if len(above) < 2 or width(units[above[0]].text) > _HEAD or ends_sentence(units[above[0]].text):
        return set()
    return {at for at in set(likely).intersection(above) if not _is_somebody(units[at].text)}


_WHO_BOWS = 16
"""Em of who signs below 敬礼: 晚 某某 敬上."""
_HEAD = 24
"""Em of the heading of a letter."""


def _is_somebody(text: str) -> bool:
    bare = "".join(text.split())
    named = _is_placed(text) or is_name(bare) or _is_office(text)
    return named or _SOMEBODY.match(text) is not None or _ONE_OF_THEM.match(text) is not None


_BOWS = re.compile(
    rf"^[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}[ \u3000]+(?:[顿頓叩]首|[再敬]拜|[敬谨謹拜][上启啟]|手[书書启啟]|[草白])$"
)
"""某某 顿首, as letters of old end."""
_CREDITS = 3
"""Lines below the last signature of an article that tell who made it, and no text."""
_HOUSE = frozenset(
    [
        "编者",
        "編者",
        "编辑部",
        "編輯部",
        "本刊",
        "本刊编辑部",
        "本刊編輯部",
        "编辑",
        "編輯",
        "主编",
        "主編",
    ]
)
"""Who answers letters and signs notices."""


def _before_heading(units: Sequence[Unit], at: int) -> bool:
    """True if a short line without a number follows, such as the heading of the next letter."""
    text = units[at + 1].text
    return width(text) <= 24 and numbering(text) is None


def _is_credit(text: str) -> bool:
    label = labelled(text)
    return label is not None and label.role is Role.CREDIT


def _is_beside(text: str) -> bool:
    """True for a credit, and for （来信请寄本刊……）, which is no part of a letter."""
    return _is_credit(text) or (text[0] == "（" and is_bracketed(text))


def _is_office(text: str) -> bool:
    return is_body(text) or _OFFICE_END.search(text) is not None


def _ends_letter(units: Sequence[Unit], at: int) -> bool:
    """True if after a line nothing follows, or the next letter, or what the editors say."""
    rest = [unit for unit in units[at + 1 : at + 5] if not _is_beside(unit.text)][:2]
    if not rest or is_addressed(rest[0].text) or is_reply(rest[0].text):
        return True
    if _BARE.match(rest[0].text) and join_spaced(units[at].text.split())[-1] == rest[0].text[:-1]:
        return True  # 二年级　豆豆 over 豆豆：, whom the answer addresses
    if _REPLY_HEAD.match(rest[0].text):
        return True
    # The heading of the next letter.
    return len(rest) == 2 and width(rest[0].text) <= 24 and is_salutation(rest[1].text)
