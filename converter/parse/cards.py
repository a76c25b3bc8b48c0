"""Cards: about a person, set into what is said of him, and of recipes, places, things and books."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, width
from converter.names import is_name
from converter.parse.boxes import BoxStart, is_attribution
from converter.parse.cutting import breaks_off
from converter.parse.extent import closes_box
from converter.parse.headings import Numbering
from converter.parse.items import book_end, is_figure_item, item_form, questions_end
from converter.parse.recipes import RECIPE
from converter.segment import Unit
from converter.segment.units import is_imprint
from converter.values import NamedTuple

_CARD = re.compile(
    rf"^(?P<name>[{HAN}·]{{2,6}})[ \t\u3000]+(?P<rest>(?:[男女][，,]|(?:(?:[男女]|[{HAN}]{{2,8}}人)[，,]\s*)?"
    r"(?:生于|出生于|生於|出生於)?(?:1[89]|20)\d\d\s*年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?(?:出生|生|，生于|[，,]出生).+))$"
)
_LEAST = 24
"""Em of a card, which tells more than when somebody was born."""
_NEAR = 12
"""So many units above a card, in one of which the person has been named."""


def card_start(units: Sequence[Unit], at: int) -> BoxStart | None:
    """何若溪　1958年生，……: a box within a broken sentence, of which the name is the title."""
    text = units[at].text.strip()
    hit = _CARD.match(text) if at and ends_sentence(text) and width(text) >= _LEAST else None
    if hit is None or units[at].opens is False or not breaks_off(units[at - 1].text):
        return None
    name = hit["name"]
    if not any(name in unit.text for unit in units[max(0, at - _NEAR) : at]):
        return None
    return BoxStart(name, hit["rest"], own_line=False, named=True)


_ABOUT = re.compile(rf"^(?:关于|關於|About\s)\s*(?P<name>[{HAN}·]{{2,6}})$")
_LIFE = re.compile(
    r"(?:18|19|20)\d\d年(?:\d{1,2}月)?(?:出?生|毕业|畢業|考入|入)|[生現现]于|生於|毕业于|畢業於|代表作|现任|現任|曾获|曾獲|著有"
)
_PAST = 6
"""Units above such a card, in one of which the person has been named."""


def about_start(units: Sequence[Unit], at: int) -> BoxStart | None:
    """关于某某 over one paragraph on the life of the person of whom the article speaks."""
    if not 0 < at < len(units) - 1 or not units[at].text.startswith(("关于", "關於", "About")):
        return None
    hit = _ABOUT.match(units[at].text.strip())
    if hit is None or not is_name(hit["name"]):
        return None
    below, above = units[at + 1].text, units[max(0, at - _PAST) : at]
    told = width(below) >= _LEAST and ends_sentence(below) and len(_LIFE.findall(below)) > 1
    named = any(hit["name"] in unit.text for unit in above)
    return BoxStart(hit[0], "", own_line=True) if told and named else None


_LISTED = re.compile(rf"^(?P<name>[{HAN}]{{2,6}})[ \t\u3000]+(?P<rest>[{HAN}]{{1,6}}[：:]\s*\S.*)$")


def list_start(units: Sequence[Unit], at: int) -> BoxStart | None:
    """出行提示　交通：……, and 食宿：…… and 门票：…… below it: facts behind the name of their box.

    They stand within a broken sentence, or tell what is told on cards; each label comes once.
    So do 问：…… and 答：…… within one.
    """
    hit = _LISTED.match(units[at].text) if at and len(units[at].text) <= _LINE else None
    if hit is None or is_name(hit["name"]) or units[at].opens is False:
        return None
    if questions_end(units, at, len(units), hit["rest"]) and breaks_off(units[at - 1].text):
        return BoxStart(hit["name"], hit["rest"], own_line=False)
    facts = [_LABEL.match(hit["rest"])]
    facts += [_LABEL.match(unit.text) for unit in units[at + 1 : at + _FEWEST]]
    labels = [fact["label"] for fact in facts if fact is not None]
    if len(set(labels)) < _FEWEST or any(map(is_name, labels)):
        return None
    told = sum(label in _OF_CARD for label in labels)
    if not breaks_off(units[at - 1].text) and told < _FEW:
        return None
    return BoxStart(hit["name"], hit["rest"], own_line=False)


_BOOKS = re.compile(rf"^(?!参考|參考|引|注|附|后记|後記)[{HAN}]{{2,6}}$")
_MOST_BOOKS = 6
"""Imprints of one box."""


def books_start(units: Sequence[Unit], at: int) -> BoxStart | None:
    """书讯 over nothing but imprints at the end of an article, each of a book: 《某书》，某某著，….

    No part of the article has imprints alone, and none stand elsewhere in it, as below the titles of reviews.
    """
    below = units[at + 1 :]
    if not at > 1 or not 0 < len(below) <= _MOST_BOOKS or not _BOOKS.match(units[at].text.strip()):
        return None
    if not ends_sentence(units[at - 1].text) or is_name(units[at].text.strip()):
        return None
    if not all(_is_imprint(unit) for unit in below) or any(map(_is_imprint, units[:at])):
        return None
    return BoxStart(units[at].text.strip(), "", own_line=True)


def _is_imprint(unit: Unit) -> bool:
    return unit.text.startswith("《") and is_imprint(unit.text)


# --- cards of things ----------------------------------------------------------------------

_WORDS = """
地址 电话 开放 开放时间 营业时间 门票 票价 交通 住宿 网址 路线 电話 電話 開放時間 營業時間 門票 票價 網址 路線
书名 作者 出版社 出版 定价 页数 書名 定價 頁數
导演 编剧 主演 领衔主演 监制 出品 片长 首映 首播 集数 上映 上映日期 上映时间 出版日期 出版时间
導演 編劇 領銜主演 監製 片長 上映時間 出版時間 出版年月
人均 人均消费 营业 營業 推荐菜 推荐菜品 推薦菜 招牌菜 必点 票务 票務
地点 年代 尺寸 材质 收藏 产地 规格 数量 重量 高度 地點 材質 產地 規格 數量
"""
_OF_CARD = RECIPE.union(_WORDS.split())
"""Labels of what is told on a card, and not in the sentences of an article."""
_LABEL = re.compile(rf"^(?P<label>[{HAN}]{{2,6}})[：:]\s*\S")
_ADDRESS = re.compile(
    rf"^[{HAN}]{{2,12}}[：:].{{2,30}}(?:[路街巷道]\s*\d{{1,4}}\s*号|[电電][话話]\s*[：:]?\s*[(（]?0?\d)"
)
_TITLE, _PROSE, _LINE = 16, 24, 120
"""Em of the title of a card, of a paragraph of the text around it, and of one of its lines."""
_REACH = 20
"""The most lines of a card."""
_FEWEST, _FEW, _MOST = 3, 2, 2
"""Lines of a card, those of a recipe, and the most cards of an article that is not one of cards."""


class Card(NamedTuple):
    """A card: the index of its first unit, which is its title if it has one, and of its end."""

    start: int
    end: int
    titled: bool


def cards_in(units: Sequence[Unit], numbers: Sequence[Numbering | None]) -> list[Card]:
    """The cards between the paragraphs of an article, or below the last of them.

    Where there are several, the lines above them are headings as well.
    """
    found: list[Card] = []
    told, at = 0, 1
    while at < len(units):
        end = _card_end(units, at)
        told += end > 0
        ended = found[-1].end if found else 0
        if end and _stands_in_prose(units, at, end, ended):
            titled = at > 1 and _is_title(units[at - 1], numbers[at - 1])
            found.append(Card(at - titled, end, titled))
        at = end or at + 1
    if told > _MOST:
        return []
    if sum(card.titled for card in found) > 1:
        return [Card(card.start + card.titled, card.end, titled=False) for card in found]
    return found


def _card_end(units: Sequence[Unit], at: int) -> int:
    """Where a card ends of which a unit is the first line, 0 if none begins there."""
    if len(units[at].text) > 2 * _LINE:
        return 0
    limit = min(len(units), at + _REACH)
    for kind in (_is_fact, _is_address, _is_figure):
        end = at
        while end < limit and kind(units[end]):
            end += 1
        if end == at:
            continue
        lines = [unit.text for unit in units[at:end]]
        if kind is not _is_fact:
            whole = len(lines) >= _FEWEST
        else:
            labels = {hit["label"] for text in lines if (hit := _LABEL.match(text))}
            least = _FEW if len(labels & RECIPE) >= _FEW else _FEWEST
            whole = (
                len(lines) >= least and len(labels & _OF_CARD) * 2 > len(lines) > len(labels) / 2
            )
        if whole:
            return _with_source(units, end)
    end = book_end(units, at, at + _REACH) or _close_end(units, at)
    return _with_source(units, end) if end else 0


_CLOSE = re.compile(
    r"^(?P<label>[^：:，。；！？、\s“”]{1,14})：\s*(?P<rest>[^\s“”。？！；][^“”。？！；]{0,40})$"
)
_COUNTED = re.compile(r"[\d一二三四五六七八九十]")


def _close_end(units: Sequence[Unit], at: int) -> int:
    """Where a card ends whose lines stand close, with blank ones around them, 0 if none begins.

    轴距：1940毫米 and 售价：3.28万元, whatever they tell: among paragraphs that blank lines part no
    others stand so, each with a label of its own and without a full stop.
    """
    if "：" not in units[at].text[:16]:
        return 0
    end, people = at, 0
    labels: set[str] = set()
    while end < min(len(units), at + _REACH) and (end == at or not units[end].gap):
        hit = _CLOSE.match(units[end].text.strip())
        if hit is None or hit["label"] in labels:
            return 0
        labels.add(hit["label"])
        # Who speaks and who has made something are people, of whom no figures are told.
        people += is_name(hit["label"]) != is_name(hit["rest"]) and not _COUNTED.search(hit["rest"])
        end += 1
    apart = (units[at].gap or units[at - 1].gap) and (end == len(units) or units[end].gap)
    return end if len(labels) >= _FEWEST and apart and people * 2 < len(labels) else 0


def _with_source(units: Sequence[Unit], end: int) -> int:
    return end + (end < len(units) and closes_box(units[end].text))


def _is_fact(unit: Unit) -> bool:
    hit = _LABEL.match(unit.text)
    return hit is not None and width(unit.text) <= _LINE and not is_name(hit["label"])


def _is_address(unit: Unit) -> bool:
    return _ADDRESS.match(unit.text) is not None


def _is_figure(unit: Unit) -> bool:
    return is_figure_item(unit.text)


def _stands_in_prose(units: Sequence[Unit], at: int, end: int, ended: int) -> bool:
    """True below a whole paragraph or a card, with another below, or the end of the article.

    ``ended`` is where the card above ends, 0 if there is none.
    """
    top = at - 1 if width(units[at - 1].text) > _TITLE or at < _FEW else at - 2
    text = units[top].text
    told = _is_prose(units[top]) and ("。" in text[:-1] or not item_form(text))
    above = ended in (top + 1, at) or told
    below = end == len(units) or _reads_on(units[end]) or _heads_card(units, end)
    return above and (below or _heads_text(units, end))


def _is_prose(unit: Unit) -> bool:
    return width(unit.text) >= _PROSE and ends_sentence(unit.text)


def _reads_on(unit: Unit) -> bool:
    """True for a paragraph, be its end on the next page."""
    return width(unit.text) >= _PROSE and (ends_sentence(unit.text) or "。" in unit.text)


def _heads_text(units: Sequence[Unit], at: int) -> bool:
    """True for the next heading, a few words between blank lines over a paragraph."""
    if at + 1 >= len(units) or not (units[at].gap and units[at + 1].gap):
        return False
    return _is_title(units[at], None) and _reads_on(units[at + 1])


def _heads_card(units: Sequence[Unit], at: int) -> bool:
    return width(units[at].text) <= _TITLE and at + 1 < len(units) and _card_end(units, at + 1) > 0


def _is_title(unit: Unit, number: Numbering | None) -> bool:
    """True for a few words without a mark, or a question or a work."""
    text = unit.text.strip()
    return (
        number is None
        and 2 <= width(text) <= _TITLE
        and (is_han(text[-1]) or text[-1] in "？》”")
        and not re.search("[，。；：]", text)
        and not is_attribution(text)
    )
