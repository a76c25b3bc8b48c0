"""The forms in which people sign: a place and a name, an office, 一读者, a name and a date."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, is_han
from converter.names import is_body, is_name, is_office, join_spaced
from converter.parse.credits import read_credits
from converter.parse.kinds import is_date_line

READER = re.compile(r"^(?:@\S|(?:读者|讀者|网友|網友|读友)\s*\S)|\s(?:读者|讀者|网友|網友)(?:\s|$)")
_SOMEBODY = re.compile(
    rf"^(?:[{HAN}]{{2,6}}\s+|[{HAN}]{{2,10}}的)?一[位名个個](?:(?:退休|离休|離休|下岗|下崗|在读|在讀)[{HAN}]{{2,4}}|(?:[{HAN}]{{1,6}})?(?:者|众|眾|员|員|人|生|师|師|工|民|户|戶|友|[骑騎水船司]手|家长|家長|职工|職工|[父母]亲|[父母]親|妈妈|媽媽|爸爸|店主|邻居|鄰居|老兵|女儿|女兒|儿子|兒子))"
    r"(?:[，,（(\s]*(?:匿名|佚名|(?:恕|就)?不(?:愿|願|想|便|再)?(?:署|具|透露|留)(?:真|姓)?名)[了的）)]?)?$"
)
"""一位站务员, 一个退休校对: who signs a letter without a name, and may as well head what is told of him; 某市 or 住在某街的 before
it, and （不署名） behind it perhaps."""
_ONE_OF_THEM = re.compile(
    rf"^[{HAN}]{{2,12}}\s+(?:一|几|部分|[二三四五六七八九十]{{1,3}})[位名个個]?(?:[{HAN}]{{0,4}})(?:者|众|眾|工|生|员|員|长|長|户|戶|民|客|士|友)$"
    rf"|^[{HAN}]{{2,12}}\s+[{HAN}\d（）()]{{1,10}}(?:全体|全體)(?:[{HAN}]{{2,4}})?$"
)
"""某镇中学　一读者, 某段　十二名乘务员, 某中学　五班全体: where somebody writes from, and no name."""
_WHEN = re.compile(r"^第\s*[一二三四五六七八九十\d]{1,3}\s*[天日夜晚周週年]\s")
"""第三天 上桶: no place, though the next word begin like a name."""
_OFFICE_END = re.compile(
    r"(?:处|處|部|会|會|室|局|委|组|組|社|厅|廳|院|校|所|站|馆|館|公司|中心|委员会|委員會)$"
)


def names_and_dates(text: str) -> bool:
    """新竹　叶明　民国一一三年八月: who signs, and when, on one line."""
    who, _, day = text.rpartition("\u3000" if "\u3000" in text else " ")
    if not who.strip() or not is_date_line(day):
        return False
    return is_placed(who) or is_name("".join(who.split()))


def is_placed(text: str) -> bool:
    """新竹 叶明, （清河中学 于小帆）, 读者 秦川: where a writer lives or works, and the name."""
    if (framed := _FRAMED.match(text)) is not None:
        text = framed["inside"]
        if read_credits(text) is not None or any(map(is_office, text.split())):
            return False  # 执笔 某某, 通讯员 某某: who did what for all of the article
    tokens = join_spaced(_OTHERS.sub("", text).split())
    if len(tokens) < 2 or _WHEN.match(text):
        return False
    if is_office(tokens[0]) and len(tokens) == 2 and _OLD_NAME.match(tokens[1]):
        return True
    plain = _CLASS.sub("", "".join(tokens))
    if not all(is_han(char) or char in "·@（）()、" for char in plain):
        return False
    return READER.search(text) is not None or (
        (is_name(tokens[-1]) or _POLITE.match(tokens[-1]) is not None)
        and (2 <= len(tokens[0]) <= 12 or is_body(tokens[0]))
        and len(tokens) <= 3
    )


_OTHERS = re.compile(
    r"\s*等\s*(?:[一二三四五六七八九十百]{1,5}|\d{1,4})\s*(?:[人户戶]|[位名](?:[居村市]民|读者|讀者|职工|職工|业主|業主|家长|家長|同学|同學|[师師]生)?)$"
)
"""等三十一人 behind the first of many who sign together."""
_POLITE = re.compile(rf"^[{HAN}]{{1,2}}(?:先生|女士|小姐|太太|同学|同學|老师|老師|师傅|師傅)$")
"""陈小姐, as a reader signs."""
_CLASS = re.compile(r"[（(]?\d{1,2}[）)]?(?=班)")
"""The number of a class at school: 二（3）班."""
_FRAMED = re.compile(r"^[（(]\s*(?P<inside>[^（）()，。；：]+?)\s*[）)]$")
_OLD_NAME = re.compile(
    rf"^(?=.*[{HAN}])[{HAN}□]{{2,4}}?(?:谨启|謹啟|敬启|敬啟|谨呈|謹呈|谨上|敬上|顿首|頓首|[叩拜启啟呈具印])?$"
)
"""何若溪叩, □若溪: who signs an old document, where □ stands for what nobody can read any more."""


def is_somebody(text: str) -> bool:
    """True for a person, named or not, or an office that signs."""
    return names_somebody(text) or signs_for_office(text)


def is_unnamed(text: str) -> bool:
    """True for 一位站务员, 河东　一个爱挑错的读者."""
    return _SOMEBODY.match(text) is not None


def names_somebody(text: str) -> bool:
    """True for a name, with a place perhaps, and for 一位站务员, 某中学　一读者."""
    return (
        is_placed(text)
        or is_name("".join(_OTHERS.sub("", text).split()))
        or is_unnamed(text)
        or _ONE_OF_THEM.match(text) is not None
    )


def signs_for_office(text: str) -> bool:
    """True for 县政府办公室, 本站编委会."""
    return is_body(text) or _OFFICE_END.search(text) is not None
