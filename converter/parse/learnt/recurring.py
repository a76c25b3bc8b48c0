"""Names alone on their lines that come again in another article: 翻车记录 here, 翻车记录 there.

What a heading says is said of its own article: of the plain headings of sixty-odd issues none
stands in two articles but those that take turns as the parts of a case, a lesson or a recipe do.
A name over short texts that stands in several articles, always without the company of another
that stands in the same ones, is that of sidebars.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Container, Iterator, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, key
from converter.parse.learnt.company import Company
from converter.parse.learnt.framed import is_person, is_text, stands_free
from converter.parse.learnt.places import Place

_ARTICLES, _PART_OF_ALL = 2, 0.7
"""In so many articles the same heading is no chance, and in so many of all it may be one that all have."""
_BESIDE = 3
"""In so many articles a word before a text, with a blank between them, is none that OCR has parted."""
_PART = re.compile(
    "(?:做法|成效|成果|启示|啟示|体会|體會|经验|經驗|问题|問題|建议|建議|对策|對策|思考|结语|結語|结论|結論|小结|小結|总结|總結"
    "|引言|前言|导语|背景|概况|概況|现状|現狀|原因|意义|意義|作用|特点|特點|措施|举措|舉措|方法|材料|结果|結果|讨论|討論|分析|步骤|步驟"
    "|准备|準備|原理|过程|過程|情况|情況|案情|评析|評析|点评|點評|尾声|尾聲|后记|後記|反思|收获|收穫|感悟|展望|目标|目標|要求|[内內]容)$"
)
"""What the parts of reports, papers and lessons are called in one article as in the next."""


def recurring(
    company: Company,
    places: Mapping[str, Sequence[Place]],
    candidates: Sequence[str],
    known: Container[str],
) -> Iterator[str]:
    """Which of the ``candidates`` stand alone over texts of several articles, and no heading's way.

    ``known`` are the keys of titles, sections and authors.
    """
    titles = [at for at, line in enumerate(company.text) if key(line.text) in known]
    articles = {
        name: frozenset(bisect(titles, place.at) for place in places[name])
        for name in candidates
        if len(places[name]) >= _ARTICLES and all(map(_may_recur, places[name]))
    }
    # What nearly all articles have may as well be a heading of theirs.
    above = frozenset(titles)
    most = _PART_OF_ALL * sum(at - 1 not in above for at in titles)
    articles = {name: own for name, own in articles.items() if _ARTICLES <= len(own) <= most}
    for name, own in articles.items():
        asks = all(_asks(company, one) for one in places[name])
        if is_person(name) or (_PART.search(name) and not asks):
            continue
        if not asks and len(own) < _BESIDE and any(one.rest for one in places[name]):
            continue
        # 【病例】 and 【点评】: parts that take turns stand in the same articles.
        alike = (
            own & other
            for one, other in articles.items()
            if _form(one, places) == _form(name, places)
        )
        turns = sum(len(shared) >= _ARTICLES for shared in alike) > 1
        if not turns and all(_is_over_text(company, one, known) for one in places[name]):
            yield name


def _form(name: str, places: Mapping[str, Sequence[Place]]) -> str:
    """How a name is set: in brackets, behind a mark, or plainly."""
    first = places[name][0]
    return "brackets" if first.bracketed else "mark" if first.marked else ""


def _may_recur(place: Place) -> bool:
    """True for a name alone on its line, or before a whole text with a blank between the two."""
    return not place.labelled and (not place.rest or ends_sentence(place.rest))


def _asks(company: Company, place: Place) -> bool:
    """True for a name before a question to the reader, or over one."""
    below = company.text[place.at + 1].text if place.at + 1 < len(company.text) else ""
    return "？" in (place.rest or below)


def _is_over_text(company: Company, place: Place, known: Container[str]) -> bool:
    """True for a name between texts that the one below it does not carry on, and below no title."""
    text = company.text
    if not 0 < place.at < len(text) - 1 or key(text[place.at - 1].text) in known:
        return False
    if place.rest:
        return company.see(place).alone or not ends_sentence(text[place.at - 1].text)
    if not stands_free(text[place.at - 1], company.full):
        return False
    if not (ends_sentence(text[place.at + 1].text) or is_text(text, place.at + 1, company.full)):
        return False
    cuts = company.see(place).cuts
    return cuts is None or cuts > 0
