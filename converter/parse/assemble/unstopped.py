"""Pull quotes that have lost their full stop as headlines have: 外行看了要扔，师傅看了要笑.

Where each paragraph is a line of its own, no page leaves so few words of one: within a broken
sentence such a line is set in. Between whole paragraphs a heading looks the same; but headings
come in twos and more and are alike. In some eight hundred articles none has one heading only that
is two clauses, nor one such among headings with numbers or marks.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import bigrams, ends_sentence, is_han, unclosed, unopened, width
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.boxes import is_attribution
from converter.parse.captions import names_picture
from converter.parse.items import item_form
from converter.parse.kinds import is_credit, labelled
from converter.parse.seam import calls_for_speech
from converter.parse.turned_thoughts import is_turned_thought
from converter.parse.usage import joins
from converter.segment import Unit

_SHORTEST, _LONGEST = 10, 32
"""Em of such a line."""
_PARAGRAPH = 24
"""The least em of the paragraph above, and of that below."""
_LONGER, _FELLOWS = 1.5, 2
"""By how many times it is longer than each heading without a number, and how many of those tell."""
_CLAUSE, _BRIEF, _CLAUSES = 4, 22, 3
"""The least characters of the last clause; the most em and clauses of one in an article without headings."""
_SPOKEN = 4
"""Characters of 他说：, at the end of a paragraph."""
_GOES_ON, _JOINED = frozenset("的地得和與与及在把被將将讓让對对從从向為为"), 1.0
"""With what no thought ends, and how surely the paragraph below carries on the first line of one."""
_STOPS = re.compile(r"[。：:；;？?！!…（）()\d]|——")
_NONE = re.compile(
    r"什[么麼](?![也都])|怎[么麼样樣]|哪|[为為]何|如何|[谁誰](?![也都])|[几幾][个個次年]|多少|[。：:；;？?！!…（）()\d]|——"
)
"""What no such line has: figures and other marks, and what a heading asks."""


def is_unstopped_thought(survey: Survey, draft: Draft, at: int) -> bool:
    """True for such a line within a broken sentence, or between whole paragraphs where it is no heading."""
    units = survey.units
    if not 0 < at < len(units) - 1 or draft.empty or draft.context.measure:
        return False
    unit, below = units[at], units[at + 1]
    broken = draft.mid_sentence() or _calls_for_speech(draft)
    if not (_has_form(unit, broken=broken) and unit.gap and below.gap) or _is_told(survey, at):
        return False
    if broken:
        return _goes_on_around(survey, draft, at)
    if survey.starts[at - 1] or not ends_sentence(units[at - 1].text):
        return False
    whole = unit.text[-1] not in _GOES_ON or is_turned_thought(f"{unit.text}。")
    # ……，对渡 | 渡船来说，……: the first line of a paragraph.
    last = unit.text.rsplit("，", 1)[-1]
    whole = whole and "，" in unit.text and len(last) >= _CLAUSE and last[-1] != below.text[0]
    whole = whole and joins(unit.text, below.text) < _JOINED
    return whole and (_is_no_heading(survey, at) or _is_within_answer(survey, at))


def is_unstopped_pair(survey: Survey, draft: Draft, at: int) -> bool:
    """True for 真正的签名， and right below it 是签在第三个汛期之后的, where blank lines part all paragraphs.

    It is a sentence turned to be remembered, and no heading in an article of which all have a number
    or a mark.
    """
    units = survey.units
    if not 0 < at < len(units) - 2 or draft.empty or draft.mid_sentence():
        return False
    one, other = units[at : at + 2]
    text = one.text + other.text
    if not (one.gap and not other.gap and units[at + 2].gap) or one.text[-1] != "，":
        return False
    if max(width(one.text), width(other.text)) > _ROW or _NONE.search(text):
        return False
    if unclosed(text) or unopened(text) or not is_turned_thought(f"{text}。"):
        return False
    if any(_is_told(survey, index) or units[index].markup_level for index in (at, at + 1)):
        return False
    around = [*units[max(1, at - _NEAR) : at], *units[at + 2 : at + _NEAR]]
    if draft.context.measure and any(unit.wrapped for unit in around):
        return False
    heads = (index for index in range(len(units) - 1) if index not in (at, at + 1))
    plain = any(_heads(survey, index) and not _is_marked(survey, index) for index in heads)
    return all(unit.gap for unit in around) and not plain


def is_unstopped_end(survey: Survey, draft: Draft, at: int) -> bool:
    """True for 鱼不认得洞，洞认得鱼 below the last paragraph of an article, over which nothing is left to head."""
    units = survey.units
    if at != len(units) - 1 or draft.empty or draft.mid_sentence() or not units[at].gap:
        return False
    text = units[at].text
    if (
        not _has_form(units[at], broken=False)
        or "，" not in text
        or not ends_sentence(units[at - 1].text)
    ):
        return False
    if survey.numbers[at] or survey.starts[at] or survey.starts[at - 1] or at in survey.series:
        return False
    if (
        is_attribution(text)
        or is_credit(text)
        or labelled(text)
        or width(units[at - 1].text) < _PARAGRAPH
    ):
        return False
    return _is_couplet(text) or is_turned_thought(f"{text}。")


_ROW, _NEAR = 22, 6
"""Em of a line of larger type, and how many paragraphs on either side blank lines part."""


def _has_form(unit: Unit, *, broken: bool) -> bool:
    """True for words on one line, in no larger type and with no mark that ends a sentence.

    What asks is a heading, but where a sentence is ``broken`` around it.
    """
    text = unit.text
    marked = unit.wrapped or unit.markup_level or unit.bullet or unit.quoted or unit.caption
    if marked or unit.strong or not _SHORTEST <= width(text) <= _LONGEST:
        return False
    if not (is_han(text[0]) or text[0] == "“") or not (is_han(text[-1]) or text[-1] == "”"):
        return False
    none = _STOPS if broken else _NONE
    plain = none.search(text) is None and not (unclosed(text) or unopened(text))
    return plain and "\u3000" not in text and " " not in text


def _is_told(survey: Survey, at: int) -> bool:
    """True if a number, a label or a speaker says what a unit or the next one is."""
    text = survey.units[at].text
    if survey.numbers[at] or survey.starts[at] or survey.starts[at + 1] or at in survey.series:
        return True
    if survey.speakers.turn(text) is not None or labelled(text) or item_form(text):
        return True
    return is_attribution(text) or is_credit(text) or names_picture(text)


def _goes_on_around(survey: Survey, draft: Draft, at: int) -> bool:
    """True if what breaks off above goes on below with a full stop, and nothing else is set in."""
    above = draft.open.last.rstrip() if draft.open is not None else "："
    below = survey.units[at + 1]
    stops = above[-1] in "；;—" or (above[-1] in "：:" and not _calls_for_speech(draft))
    unit = survey.units[at]
    if width(above) < _PARAGRAPH or stops or survey.numbers[at + 1]:
        return False
    if "，" not in unit.text and is_han(above[-1]):
        return False  # a caption, or the rest of a word
    turn = survey.speakers.turn(below.text) is not None
    return ends_sentence(below.text) and not (turn or labelled(below.text) or item_form(below.text))


def _calls_for_speech(draft: Draft) -> bool:
    """True below 他说：, whose words go on below without quotation marks; no heading parts the two."""
    return draft.open is not None and calls_for_speech(draft.open.tail(_SPOKEN))


def _is_no_heading(survey: Survey, at: int) -> bool:
    """True for the one line of two clauses in an article whose headings are none such."""
    others = [
        one
        for one in range(len(survey.units) - 1)
        if one != at and _heads(survey, one, below=one == at + 1)
    ]
    texts = [survey.units[one].text for one in others]
    marked = [one for one in others if _is_marked(survey, one)]
    split = [
        text for one, text in zip(others, texts, strict=True) if one not in marked and "，" in text
    ]
    couplet = _is_couplet(survey.units[at].text) and not any(map(_is_couplet, split))
    if split and not couplet:
        return at + 1 in others and at + 1 not in marked and _stands_over(survey, at, others)
    plain = [width(survey.units[one].text) for one in others if one not in marked]
    long = not plain or width(survey.units[at].text) >= _LONGER * max(plain)
    enough = len(marked) >= _FELLOWS or len(plain) >= _FELLOWS
    told = _is_balanced(survey.units[at].text) if plain or not others else True
    return told and (not others or (long and enough))


def _is_within_answer(survey: Survey, at: int) -> bool:
    """True for such a line between two paragraphs of one answer: the headings of a talk stand over turns."""
    units = survey.units
    turns = {one for one, unit in enumerate(units) if survey.speakers.turn(unit.text) is not None}
    if len(turns) < _TURNS or not min(turns) < at or at + 1 in turns:
        return False
    others = (one for one in range(min(turns), len(units) - 1) if one != at and one not in turns)
    return all(one + 1 in turns for one in others if _heads(survey, one))


_TURNS = 4
"""So many turns make a talk."""


def _is_balanced(text: str) -> bool:
    """True for two clauses that say alike of two things, or a sentence turned to be remembered.

    The first line of a paragraph that a page has cut is neither, where no heading tells more.
    """
    clauses = text.strip("“”").split("，")
    if width(text) > _BRIEF or len(clauses) > _CLAUSES:
        return False
    pairs = [bigrams(clause) for clause in clauses]
    alike = any(one & other for one, other in itertools.combinations(pairs, 2))
    return alike or is_turned_thought(f"{text}。")


def _is_couplet(text: str) -> bool:
    """谁也不喜欢它，谁也离不开它: two clauses of nearly one length that say alike of two things.

    Beside headings that are no such pairs it is none.
    """
    one, comma, other = text.strip("“”").partition("，")
    if not comma or "，" in other or abs(len(one) - len(other)) > _UNEVEN:
        return False
    alike = sum(a == b for a, b in zip(one, other, strict=False)) + (one[-1] == other[-1])
    shared = len(set(one) & set(other))
    shorter = min(len(one), len(other))
    crossed = shorter >= _CLAUSE and shared >= _CROSSED * shorter  # 鱼不认得洞，洞认得鱼
    return crossed or (alike >= _ALIKE and shared >= _SHARED * shorter)


_UNEVEN, _ALIKE, _SHARED, _CROSSED = 2, 2, 0.4, 0.8
"""Characters by which such clauses differ in length at most, how many stand at one place in both, what
part of the shorter one both have, and what part where they stand crosswise."""


def _stands_over(survey: Survey, at: int, others: Sequence[int]) -> bool:
    """True right over a heading, where no other heading stands over one and none is so long."""
    alone = not any(one + 1 in others for one in others)
    below = width(survey.units[at + 1].text)
    return alone and width(survey.units[at].text) >= 2 * _LONGER * below


def _heads(survey: Survey, at: int, *, below: bool = False) -> bool:
    """True for a short line without a full stop over a paragraph, as headings are.

    It stands ``below`` the line in question, or below a whole paragraph.
    """
    unit, text = survey.units[at], survey.units[at + 1]
    if survey.starts[at] is not None or width(unit.text) > _LONGEST:
        return False
    if survey.numbers[at] or unit.markup_level:
        return not ends_sentence(unit.text)
    if ends_sentence(unit.text) or unit.text[-1] in "，、；：" or is_attribution(unit.text):
        return False
    apart = below or not at or ends_sentence(survey.units[at - 1].text)
    return apart and width(text.text) >= _PARAGRAPH


def _is_marked(survey: Survey, at: int) -> bool:
    """True for a heading with a number or a mark: 一、……, ● ……, Part 1 ……."""
    unit = survey.units[at]
    told = survey.numbers[at] is not None or at in survey.series or unit.bullet
    return bool(told or unit.markup_level) or not (is_han(unit.text[0]) or unit.text[0] in "“《")
