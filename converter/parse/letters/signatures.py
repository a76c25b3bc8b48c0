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
from converter.names import is_name, join_spaced
from converter.parse.farewells import is_farewell
from converter.parse.headings import numbering
from converter.parse.heal import is_bracketed
from converter.parse.kinds import is_addressed, is_date_line, is_salutation, labelled
from converter.parse.letters.glued import glued_signers
from converter.parse.letters.parts import parts_signed, posts_under_headings, stands_under_heading
from converter.parse.letters.replies import REPLY_HEAD, answers_by_name, is_reply, is_reply_of_house
from converter.parse.letters.signers import (
    READER,
    is_placed,
    is_somebody,
    is_unnamed,
    names_and_dates,
    names_somebody,
    signs_for_office,
)
from converter.segment import Unit
from converter.segment.units import printed_width

_RIGHT = 5.0
"""Em of blanks before a line that stands at the right edge of its column."""
_PLACE_AND_NAME = re.compile(rf"^[{HAN}]{{2,4}}\s[{HAN}]{{2,4}}$")
_STOPS = "，。：；、？！…”』」》"


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
    parts = parts_signed(units, authors) if len(authors) > 1 else frozenset()
    parts |= posts_under_headings(units)
    if not likely:
        return parts
    dated = _dates(units, likely)
    alike = _told_by_place(units, likely, authors) | _told_by_others(units, likely, dated)
    letters = _letters(units, house)
    found = dated | parts | _bench(units)
    above = _heads_of_letters(units, likely)
    for at in reversed(likely):
        if at not in dated | above and (
            at in alike
            or _signs(units, at, in_letter=letters[at], dated=at + 1 in dated, talk=talk)
        ):
            found.add(at)
    return frozenset(found)


def _bench(units: Sequence[Unit]) -> frozenset[int]:
    """审 判 长　某某 and 书 记 员　某某 below a judgment: the court that signs it."""
    found = frozenset(
        at
        for at, unit in enumerate(units)
        if len(unit.text) <= _ON_BENCH and _SITS.match("".join(unit.text.split()))
    )
    return found if len(found) > 1 else frozenset()


_ON_BENCH = 24
_SITS = re.compile(
    rf"^(?:(?:代理|助理)?[审審]判[长長员員]|(?:人民)?陪[审審][员員]|[执執]行[员員]|法官助理|[书書][记記][员員])[{HAN}·]{{2,6}}$"
)


def _dates(units: Sequence[Unit], likely: Sequence[int]) -> set[int]:
    """The lines that tell when something was written, and head no day of a chronicle."""
    dated = {at for at in likely if is_date_line(units[at].text)}
    dated -= {at for at in dated if {at - 1, at + 1} & dated}  # entries of a chronicle
    dated -= _headings(units, dated)
    return dated | {at for at in likely if _is_lunar_date(units, at)}


def _told_by_others(units: Sequence[Unit], likely: Sequence[int], dated: set[int]) -> set[int]:
    """The lines that sign as others of their form do in the same column, or below their headings."""
    placed = {at for at in likely if at not in dated and is_placed(units[at].text)}
    if placed:  # 南投 竹山老人 beside 新竹 叶明: a pen name
        placed |= {at for at in likely if _PLACE_AND_NAME.match(units[at].text)}
    unnamed = {at for at in likely if placed and is_unnamed(units[at].text)}
    alike = set(placed) if len(placed | unnamed) >= 2 else set()
    alike |= set() if placed else _unnamed_and_pen_names(units, likely)
    if len(placed) >= _LETTERS:
        alike |= {at for at in unnamed if ends_sentence(units[at - 1].text)}
    alike |= {at for at in placed if stands_under_heading(units, at)}
    alike |= _between_letters(units, likely)
    return alike | _in_columns(units, likely) | _signed_again(units, likely)


def _between_letters(units: Sequence[Unit], likely: Sequence[int]) -> set[int]:
    """西岭　种瓜的老范 below a whole paragraph, and above 编辑：, which opens the next letter, or a reply.

    The last letter ends the article; a letter stands above each.
    """
    opens = [at for at, unit in enumerate(units) if _opens_letter(unit.text)]
    if len(opens) < _LETTERS:
        return set()
    found = set()
    for at in likely:
        if not opens[0] < at or not ends_sentence(units[at - 1].text):
            continue
        text = units[at].text
        if len(text.split()) != _WHERE_AND_WHO or width(text) > _WIDEST or not has_han(text):
            continue
        below = units[at + 1].text if at + 1 < len(units) else ""
        if not below or _opens_letter(below) or is_reply(below):
            found.add(at)
    return found


def _opens_letter(text: str) -> bool:
    """True for a greeting, and for who is written to alone: 编辑：, 某刊：."""
    return is_salutation(text) or _TO_WHOM.match(text) is not None


_TO_WHOM = re.compile(f"^[{HAN}]{{2,8}}：$")
_LETTERS, _WIDEST = 2, 24
"""So many letters make a column of them; em of the widest line that signs one."""


def _unnamed_and_pen_names(units: Sequence[Unit], likely: Sequence[int]) -> set[int]:
    """北口　一位读者 and 澜州　老俞修车, each below a whole paragraph: the one vouches for the other."""
    closing = [at for at in likely if at and ends_sentence(units[at - 1].text)]
    placed = [at for at in closing if len(units[at].text.split()) == _WHERE_AND_WHO]
    unnamed = {at for at in placed if is_unnamed(units[at].text)}
    pen = {at for at in placed if _PLACE_AND_NAME.match(units[at].text)}
    return unnamed | pen if unnamed and pen else set()


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
        or names_and_dates(units[at].text)
        or ("".join(units[at].text.split()) in authors and _ends_letter(units, at))
    }
    alike |= glued_signers(units, likely, authors)
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
    """True for 某地　睡不着的人 between a whole paragraph and what the house replies: 编辑回复：…….

    So it is for whom a place and a name tell, or 一位读者, also over 编辑部：…….

    And for whatever stands at the right edge between 问：……？ and 答：……: who has asked.
    """
    if at + 1 < len(units) and units[at].indent >= _FAR_RIGHT:
        asked, reply = units[at - 1].text, units[at + 1].text
        if _ASKED.match(asked) and _ANSWERED.match(reply) and ends_sentence(asked):
            return True
    text, below = units[at].text, units[at + 1].text if at + 1 < len(units) else ""
    told = len(text.split()) == _WHERE_AND_WHO and numbering(text) is None
    replied = told and is_reply_of_house(below)
    # 编辑部：…… may ask in a talk as well, where 种树　护林 is a heading.
    replied = replied or (is_reply(below) and (is_placed(text) or is_unnamed(text)))
    return replied and ends_sentence(units[at - 1].text)


_ASKED, _ANSWERED = re.compile(r"^[问問]\s*[：:]"), re.compile(r"^答\s*[：:]")
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
    cells = {at: join_spaced(_COLUMNS.split(units[at].text.strip())) for at in likely}
    last = len(units) - 1
    size = len(cells.get(last, ()))
    same = frozenset(
        at for at in likely if len(cells[at]) == size and at and ends_sentence(units[at - 1].text)
    )
    if size < _PARTS:  # 某县　一名家长, 某厂　看门人老万
        same = frozenset(at for at in same if size == _PARTS - 1 and _PLACE.search(cells[at][0]))
    return same if last in same and len(same) >= _ALIKE else frozenset()


_PLACE = re.compile("[省市县縣区區乡鄉镇鎮村州盟旗厂廠场場校院站队隊]$")
_BARE = re.compile(rf"^[{HAN}]{{2,4}}[：:]$")
_TO_YOU = re.compile("^(?:你|您|见信|見信|来信|來信|展信|谢谢|謝謝|感谢|感謝)")


def _called(units: Sequence[Unit]) -> frozenset[str]:
    """Those to whom a letter is written by their bare names: who answers signs with one.

    Whatever is said first, one who is addressed on a line and stands alone on another has signed.
    """
    alone = frozenset(unit.text for unit in units if len(unit.text) < _ADDRESSED)
    return frozenset(
        unit.text[:-1]
        for unit, following in itertools.pairwise(units)
        if (len(unit.text) <= 5 and _BARE.match(unit.text) and _TO_YOU.match(following.text))
        or (
            len(unit.text) <= _ADDRESSED
            and unit.text[:-1] in alone
            and _ADDRESS.match(unit.text) is not None
        )
    )


_ADDRESSED = 12
_ADDRESS = re.compile(rf"^[{HAN}]{{2,11}}[：:]$")


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
    if width(text) > 24 and not names_and_dates(text):
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
    if at + _STANZA >= len(units) or not units[at + 1].gap or not is_placed(units[at].text):
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
        replied = is_reply(unit.text) or answers_by_name(unit.text)
        inside = addressed or (inside and not replied)
    return found


def _stands_in_middle(units: Sequence[Unit], at: int) -> bool:
    """True for 后问树 where 先问土, which names nobody, heads another part as far from the edge.

    The wrapped text above and below tells how wide the column is: there is no less room on the
    right of such a line than on its left.
    """
    unit, near = units[at], [one for one in units[max(0, at - 1) : at + 2] if one.wrapped]
    if len(near) < _BOTH_SIDES:
        return False
    measure = max(printed_width(line) for one in near for line in one.lines)
    return measure - width(unit.text) >= 2 * unit.indent and any(
        one.indent == unit.indent
        and width(one.text) <= _SIGNER
        and not (ends_sentence(one.text) or names_somebody(one.text) or is_date_line(one.text))
        for one in units
        if one is not unit
    )


_BOTH_SIDES = 2
"""Paragraphs around such a line."""


def _signs(units: Sequence[Unit], at: int, *, in_letter: bool, dated: bool, talk: bool) -> bool:
    """True if a line signs what stands above it."""
    unit, text = units[at], units[at].text
    bare = "".join(text.split())
    named = names_somebody(text) or (unit.indent >= _RIGHT and bare in _HOUSE)
    if dated:
        return named or signs_for_office(text) or width(text) <= 16
    if is_farewell(units[at - 1].text):
        return width(text) <= _WHO_BOWS
    if not ends_sentence(units[at - 1].text):
        return False
    if _BOWS.match(text) or _KEPT_BY.match(text):
        return True
    if unit.indent >= _RIGHT and (named or signs_for_office(text)):
        return not _stands_in_middle(units, at)
    ends = _ends_letter(units, at)
    above = not (ends or talk) and named and unit.gap and _before_heading(units, at)
    if in_letter:
        if not unit.gap and is_placed(text) and at + 1 < len(units) and _before_heading(units, at):
            return True  # no blank line parts the letters of a column that is set solid
        ends = ends or (at + 1 < len(units) and answers_by_name(units[at + 1].text))
        if above and units[at + 1].gap:
            return True  # the heading of the next letter, which has no salutation
        return ends and (width(text) <= 16 or named)
    if bare in _HOUSE and all(_is_credit(other.text) for other in units[at + 1 :][:_CREDITS]):
        return True
    if signs_for_office(text):
        return at + 1 == len(units)
    if not unit.gap and "\u3000" in text and is_placed(text) and units[at - 1].wrapped:
        return at + 1 < len(units) and units[at + 1].gap  # it stands close to what it signs
    if not named or not unit.gap:
        return False
    return ends or above or READER.search(text) is not None


def _heads_of_letters(units: Sequence[Unit], likely: Sequence[int]) -> set[int]:
    """The lines right above those whom letters address, where one stands above the first, too.

    A name there signs the letter above all the same.
    """
    if is_salutation(units[0].text):
        return set()  # nothing heads the first letter
    above = [at for at in range(len(units) - 1) if is_salutation(units[at + 1].text)]
    if len(above) < 2 or width(units[above[0]].text) > _HEAD or ends_sentence(units[above[0]].text):
        return set()
    return {at for at in set(likely).intersection(above) if not is_somebody(units[at].text)}


_WHO_BOWS = 16
"""Em of who signs below 敬礼: 晚 某某 敬上."""
_HEAD = 24
"""Em of the heading of a letter."""


_BOWS = re.compile(
    rf"^[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}[ \u3000]+(?:[顿頓叩]首|[再敬]拜|[敬谨謹拜][上启啟]|手[书書启啟]|[草白])$"
)
"""某某 顿首, as letters of old end."""
_KEPT_BY = re.compile(
    rf"^(?:[记記][录錄]|[证證見见][明证證]|[经經]手|立[据約约契]|[调調][查解]|[报報]告|填表|抄[录錄]|值班)人[ \u3000]+[{HAN}□](?:[ \u3000]?[{HAN}□]){{1,3}}$"
)
"""记录人 某□□ below a record: who kept it, or bears witness."""
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


def _ends_letter(units: Sequence[Unit], at: int) -> bool:
    """True if after a line nothing follows, or the next letter, or what the editors say."""
    rest = [unit for unit in units[at + 1 : at + 5] if not _is_beside(unit.text)][:2]
    if not rest or is_addressed(rest[0].text) or is_reply(rest[0].text):
        return True
    if _BARE.match(rest[0].text) and join_spaced(units[at].text.split())[-1] == rest[0].text[:-1]:
        return True  # 二年级　豆豆 over 豆豆：, whom the answer addresses
    if REPLY_HEAD.match(rest[0].text):
        return True
    # The heading of the next letter.
    return len(rest) == 2 and width(rest[0].text) <= 24 and is_salutation(rest[1].text)
