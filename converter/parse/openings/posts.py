"""Where somebody works, and as what, on a line of its own: 某大学文学院副教授."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, squeeze, width
from converter.names import OFFICES, is_body, is_office, is_workplace, split_names
from converter.names.house import HOUSE, PAPER, POST, RANK
from converter.parse.kinds import labelled
from converter.parse.section_names import is_common_section
from converter.segment import Unit

_STAFF = re.compile(
    rf"^(?:{HOUSE}|《[^《》]{{2,16}}》|[\u4e00-\u9fff]{{2,6}}(?:{PAPER}))"
    rf"(?:{RANK}|资深|高级|驻[\u4e00-\u9fff]{{2,6}})?(?:{POST}|摄影师|专栏作家|专栏作者)$"
)
_NO_POST = re.compile(
    "[的了是在，。！？：；“”《》]|^(?:最|一[个位名]|我|你|他|她|那|这|新|老|好|谁|当|走|从|向|致|为)"
)
_DEGREE = re.compile(
    "[，,、](?:(?:博士|硕士|碩士)(?:生|研究生)?[导導][师師]|博导|硕导|[法理文工农医管经哲史教]?[学學]?(?:博士|硕士|碩士)(?:[后後])?)$"
)
"""某大学讲师，博士: what stands behind an office and is none."""
_RANK_ENDS = re.compile(
    "(?:名誉|特聘|客座|荣休|退休|离休|特级|高级|第一|[一二三四]级|[一二三四]級|首席|签约|在读|原|前|副|正)+$"
)
_HOUSES = re.compile(
    "(?:协|联|院|室|园|场|站|厂|村|镇|乡|县|市|省|区|队|社|所|馆|司|系|科|处|部|组|局|台|团|會|協|聯|園|場|廠|鎮|鄉|縣|區|隊)$"
)
"""How houses end that are too short to be told by themselves: 省作协, 镇卫生院."""
_LONG_OFFICES = sorted((*OFFICES, "会员", "會員", "村医"), key=len, reverse=True)
_POST = (5, 32)
"""The least and the most em of an office on a line of its own."""


_CADRE = re.compile(
    "^.{2,}(?:部|局|委|办|厅|院|会|中心)[^部局委]{0,6}(?:[处科室股队所部]|中心)(?:干部|幹部)$"
)
"""某部某处干部: who works in an office of a house."""
_POSTED_TO = re.compile(f"[驻駐][{HAN}]{{1,8}}[村镇鎮乡鄉县縣区區]$")
"""某院驻某村: where a house has sent somebody."""


def is_post(text: str) -> bool:
    """True for where somebody works, and as what: 某大学文学院副教授, 某县图书馆馆员."""
    text = _DEGREE.sub("", text)
    if not _POST[0] <= width(text) <= _POST[1] or _NO_POST.search(text):
        return False
    if _CADRE.search(text) is not None:
        return True
    parts = text.split("、")
    office = next((one for one in _LONG_OFFICES if text.endswith(one)), "")
    if not office:
        # 某大学某学院: one house in another.
        return is_body(text) and any(is_body(f"某某{text[:at]}") for at in range(3, len(text) - 2))
    house = _POSTED_TO.sub("", _RANK_ENDS.sub("", text[: len(text) - len(office)]))
    housed = len(house) > 1 and (is_body(f"某某{house}") or _HOUSES.search(house) is not None)
    return housed or (len(parts) > 1 and all(map(is_office, parts)))


def is_place_of_work(text: str) -> bool:
    """True for 某报社评论部 and 某县县委党校, which tell of a name right above them whose it is."""
    if not _POST[0] <= width(text) <= _POST[1] or _NO_POST.search(text):
        return False
    return (
        is_body(text)
        or is_workplace(text)
        or (len(text) >= _LONG and _HOUSES.search(text) is not None)
    )


_LONG = 8
"""Characters of a house that is told by its end alone."""


def posts_then_name(post: str, text: str) -> tuple[str, ...]:
    """Whom a line names alone below where he works or the posts that he holds, nobody for other lines."""
    post = squeeze(post)
    if not (is_place_of_work(post) or are_posts(post) or is_staff(post)):
        return ()
    names = split_names(text) or ()
    return () if any(map(is_office, names)) else names


def post_and_name(units: Sequence[Unit], at: int) -> bool:
    """True for the post and the name of an author, each on a line of its own from a unit on."""
    return end_of_posts(units[at : at + 2], 0) > 0


def end_of_posts(units: Sequence[Unit], at: int) -> int:
    """Where the authors end that each have a post and a name on lines of their own from a unit on."""
    while at + 1 < len(units) and posts_then_name(units[at].text, units[at + 1].text):
        at += 2
    return at


def are_posts(text: str) -> bool:
    """True for what somebody is, on a line of its own: 某省某局党组书记、局长, 本刊特约记者, 某某委员会.

    Nothing but the name below it tells the last one from who signs.
    """
    text = _DEGREE.sub("", text)
    if not _POST[0] <= width(text) <= _POSTS or _NO_POST.search(text):
        return False
    return all(map(is_office, text.split("、"))) or is_body(text) or is_post(text) or is_staff(text)


_POSTS = 48
"""The most em of several offices on a line."""


def holder_of(posts: str, text: str) -> str:
    """战云飞 below 某省某局党组书记、局长: a name be its surname in no list, for the posts tell it; "" for none.

    Below a house without an office a word may as well be a heading, and 引言 opens a text.
    """
    name = squeeze(text)
    told = is_staff(posts) or (are_posts(posts) and not is_body(posts))
    if not told or not _NAME.match(text.strip()):
        return ""
    other = is_office(name) or is_body(name) or labelled(name) or is_common_section(name)
    return "" if other or _HEADS.match(name) else name


_NAME = re.compile(rf"^(?:[{HAN}]{{2,4}}|[{HAN}](?:[ \u3000]{{1,2}}[{HAN}]){{1,3}})$")
_HEADS = re.compile(
    "^(?:[引前导導序绪緒结結]?[言语語论論]|题记|題記|[后後]记|[后後]記|[导導][读讀]|正文|背景|概述|[简簡]介|内容.*|[讲講][话話]|致[辞辭词詞]|[发發]言|寄[语語]|[点點][评評]|主持|口述|推[荐薦]|[专專][访訪]|[访訪][谈談]|答[问問]|.*[的了是].*)$"
)
"""What opens a text, or what somebody does there, and no name."""
_BESIDE = re.compile(
    rf"^(?:\W\s*|(?:文|撰文|作者)\s*[/／|｜：:]\s*)?(?P<posts>[^\s（）()，。；：！？]{{4,48}})[ \u3000]+(?P<name>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})$"
    rf"|^(?P<who>[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}})\s*[（(](?P<within>[^\s（）()，。；：！？]{{4,48}})[）)]$"
)


def holder_beside(text: str) -> tuple[str, str]:
    """战云飞 and the posts before that name, or in brackets behind it; twice "" for any other line."""
    hit = _BESIDE.match(text.strip())
    if hit is None:
        return "", ""
    posts = hit["posts"] or hit["within"]
    name = holder_of(posts, hit["name"] or hit["who"])
    return (name, posts) if name else ("", "")


def is_staff(text: str) -> bool:
    """True for what somebody is of a paper or a magazine: 《某刊》记者, 本刊特约撰稿人."""
    return _STAFF.match(text) is not None
