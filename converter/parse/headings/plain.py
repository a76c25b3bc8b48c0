"""Headings without a number: what their words, their place and the text below say for them."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, is_han, unclosed, unopened, width
from converter.parse.farewells import is_farewell
from converter.parse.grams import Trigrams
from converter.parse.headings.numbers import CHOICES, run_in_series
from converter.parse.heal import AFTER_PARTICLE, is_bracketed
from converter.parse.kinds import is_addressed, takes_from
from converter.parse.seam import joint
from converter.segment import Unit
from converter.segment.units import is_imprint
from converter.values import NamedTuple

ORNAMENT = re.compile(r"^(?:[●■◆▲★◎□△◇▪※►▶▎▌◢◣◤◥▸▷▹◈◉☆✦✧❖◼◾]\s*|○\s+)(?=\S)")
"""What the printer sets before a heading or a title, which tells no more than that it is one."""
_BEFORE_END = {
    "由": "理自缘緣事来來根因情", "和": "温溫平总總饱飽柔祥共中调調缓緩随隨谐諧讲講议議",
    "与": "参參赠贈赋賦给給", "與": "参參赠贈赋賦给給", "及": "普涉顾顧波触觸埃危", "在": "存实實所现現内內外潜潛自健还還仍犹猶",
    "对": "应應核校绝絕相结結配", "對": "應核校絕相結配", "为": "作行人有难難", "為": "作行人有難",
    "将": "名大老小虎猛悍强強闯闖干门門麻", "將": "名大老小虎猛悍強闖門麻", "是": "国國", "把": "火车車拖一两几十百千万萬半0123456789",
    "被": "棉植", "从": "服顺順跟盲听聽侍随隨", "從": "服順跟盲聽侍隨", "向": "方走动動去流风風志导導取意转轉单單双雙一倾傾内內外航",
    "并": "合兼吞一", "並": "合兼吞一", "以": "可得难難所足", "使": "大天特驱驅行", "让": "转轉谦謙礼禮出退避忍",
    "讓": "轉謙禮出退避忍", "之": "总總反", "的": "目标標", "了": "明未",
}  # fmt: skip
"""What makes a word of a particle that stands behind it: 理由, 方向, 参与."""
_FUNCTION_END = frozenset("的了和与與及在对對为為将將是把被从從向由于於并並而且或以使让讓之")
_FUNCTION_START = frozenset("的了和与及或等并而且们着过性化地得所之者")


class Neighbourhood(NamedTuple):
    """What stands around a line that may be a heading without a number."""

    before: str
    """The text of the paragraph before it, "" at the beginning or after a heading."""
    after: Unit | None
    after_is_turn: bool
    """A speaker begins to talk on the next line."""
    trigrams: Trigrams
    measure: float = 0.0
    parted: bool = False
    """A paragraph begins on the next line, as its indent says: nothing goes on there."""
    before_list: bool = False
    """The items of a list stand below it."""
    fellows: bool = False
    """Other short lines of the article stand as this one does."""
    alike: int = 0
    """So many lines of other lengths stand so over the paragraphs of the article."""
    guessed: bool = False
    """What the measure is, only the pieces that pages have cut tell."""
    seam: bool = False
    """A page ends below it."""
    whole: bool = False
    """No page ends below it, as where others end a folio or a running head tells it."""
    called: bool = False
    """It asks or calls out, as no other line of the article does that stands so."""
    talk: bool = False
    """People talk to each other in the article, or several of its paragraphs begin with speech."""
    answers: bool = False
    """The article is questions and the answer to each, from its first line on."""


def plain_heading(unit: Unit, around: Neighbourhood) -> float:
    """How likely (0 to 1) a line without a number is a heading."""
    text, after = unit.text, around.after
    if unit.markup_level:
        return 1.0
    if after is None or _heads_nothing(unit, around, after):
        return 0.0
    # A first-line indent or an item of a list: nothing goes on there.
    begins = around.parted or around.before_list or around.answers or is_addressed(after.text)
    begins = begins or 1.5 <= after.indent <= 4
    begins = begins or (after.text[0] == "①" and _ONE_AND_TWO.search(after.text) is not None)
    score = 0.6 + _by_itself(text, around) + _taken_up(text, after.text)
    score += min(around.alike, _SEVERAL) * _ALIKE
    if text[-1] == "？" and not around.after_is_turn:
        score -= _asked_within(text, around, after.text)
    score -= _broken_off(unit, around, after, begins=begins)
    score -= _line_of_text(unit, around, after, begins=begins)
    return round(score, 6)


def _heads_nothing(unit: Unit, around: Neighbourhood, after: Unit) -> bool:
    """True for a line that its form, or what stands above or below it, lets be no heading."""
    text, before = unit.text, around.before
    if (
        not _may_be_plain(text, 1 if around.fellows else 2)
        or _SOURCE.match(text)
        or takes_from(text)
        or _NARRATED.match(text)
        or _is_speech(unit, around)
        or is_bracketed(text)
        or _HEARD.match(text)
        or after.text.startswith("|")
        or is_farewell(after.text)
    ):
        return True
    return bool(before) and not (
        ends_sentence(before)
        or before.endswith(("：", "”", "）"))
        or CHOICES.match(before)
        or ends_row(before)
    )


_HEARD = re.compile("^（[^（）]{0,4}(?:笑|鼓掌|掌[声聲])[^（）]{0,4}）")
"""（笑）, which ends what somebody has said, be it on a line of its own."""
_ROW = re.compile(rf"^[^。，；：！？]{{2,24}}\u3000\d[\d ,.]*[{HAN}]{{0,2}}$")


def ends_row(text: str) -> bool:
    """True for 某某　5 000元: the row of a list, which ends with no mark."""
    return text[-1:] != "。" and "\u3000" in text and _ROW.match(text.strip()) is not None


def _by_itself(text: str, around: Neighbourhood) -> float:
    """What the words of a line say for a heading, and that somebody talks below it."""
    size = width(text)
    score = (0.35 if around.after_is_turn else 0.0) + (0.1 if size <= 18 else 0.0)
    score -= 0.15 if "，" in text else 0.0
    score -= 0.3 if _LEADS_ON.match(text) else 0.0
    score -= 0.2 if size > 24 else 0.0
    score -= 0.3 if _ASKS_WITHIN.search(text) else 0.0
    calls = around.called and not around.after_is_turn
    score -= _CALLED if calls and not (around.before_list and size <= _FEW_WORDS) else 0.0
    score -= 0.4 if _SAYS_ON.search(text) else 0.0
    score += 0.3 if _ASKED_BY.search(text) else 0.0
    return score


def _asked_within(text: str, around: Neighbourhood, after: str) -> float:
    """What says against a heading that it asks as a text does which asks and answers by itself."""
    before, against = around.before, _ASKED_ON if _ASKS_ON.match(text) else 0.0
    if around.answers:
        return against
    against += _PARTICLE if _PARTICLE_END.search(text) else 0.0
    against += _ANSWERED if _ANSWERS.match(after) else 0.0
    against += _BETWEEN_FEW * ((width(after) < _PARAGRAPH) + (0 < width(before) < _PARAGRAPH))
    return against + (_OPENS_TEXT if not before else 0.0)


def _taken_up(text: str, after: str) -> float:
    """What says for a heading that the text below it names what it names."""
    named = _OF_WHOM.match(text)
    of_whom = (
        named is not None
        and (
            named["who"] in after[:_TAKEN_UP]
            # 选题关：问题从哪里来 | 选题选得好，……: the text begins with the same word, and with no colon.
            or (after.startswith(named["who"][:2]) and "：" not in after[: len(named["who"]) + 2])
        )
    )
    return (0.6 if of_whom else 0.0) + (_NAMES_AGAIN if _names_again(text, after) else 0.0)


def _broken_off(unit: Unit, around: Neighbourhood, after: Unit, *, begins: bool) -> float:
    """What says against a heading that its words may go on below, where no text ``begins``."""
    text, size = unit.text, width(unit.text)
    # One full line at the foot of a page is the beginning of a paragraph, not a heading.
    lead = unit.indent if unit.indent <= 4 else 0.0
    uncut = around.measure > 0 and not _may_be_cut(size, lead, around.measure)
    uncut = uncut or around.whole
    bare = ends_in_particle(text) and not _POSSESSED.search(text)
    if bare and text[-1] in "了的" and (uncut or size <= _NO_LINE):
        # 门是谁开的, 书包变轻了: a clause may end so, and no page has cut the line
        bare = width(after.text) < _PARAGRAPH
    against = 0.4 if bare and not (around.parted or is_addressed(after.text)) else 0.0
    weight = 0.0 if begins else continuation(text, after.text, around.trigrams)
    against += weight * _UNCUT if uncut else weight
    twice = around.seam and size >= FIRST_LINE and _said_twice(text, after.text)
    return against + (_TWICE if twice or run_in_series(text) else 0.0)


def _line_of_text(unit: Unit, around: Neighbourhood, after: Unit, *, begins: bool) -> float:
    """What says against a heading that it is as long as a line of text, or stands among short ones."""
    text, size = unit.text, width(unit.text)
    lead = unit.indent if unit.indent <= 4 else 0.0
    against = 0.0
    known = around.after_is_turn or around.parted or around.whole
    # A line that needs no mark less at its end is as long as the others of its column.
    plain = is_han(text[-1]) and is_han(after.text[0]) and not re.search("[!-~]", text)
    if around.measure and not known and _fills(size, lead, around.measure, 0.8 if plain else 1.2):
        against += 0.4 if around.guessed and around.alike >= _SEVERAL else 0.6
    if "，" in text and lead >= 1.5 and not after.indent and width(after.text) >= 24:
        against += 0.6  # the indented first line of a paragraph, and its text goes on flush
    short = width(after.text) < 16 and not ends_sentence(after.text) and not begins
    if short and not around.after_is_turn and not is_addressed(after.text):
        against += 0.2 if after.text[-1] != "，" else 0.4  # no text, but a line of a pull quote
    return against


_SAYS_ON = re.compile("，[我你您他她它谁誰人家们們]{1,3}[说說道问問答喊想]$")
"""还坐不坐那班车，她说: what somebody says is to come."""


_ASKED_BY = re.compile(r"？（[^（）。，]{2,10}[ \u3000][^（）。，]{2,12}）$")
"""猫为什么踩被子？（某校　某某）: what a reader asks, who is named behind it, over the answer."""


def _names_again(text: str, after: str) -> bool:
    """True if the first words below a line say some of its own: 梅林渡口通夜船 over 昨日起，梅林渡口……."""
    told = after[:_FIRST_WORDS]
    if width(text) > _HEADLINE or re.search("[，、：；]", text) or ends_in_particle(text):
        return False  # the first line of the paragraph may say its words again
    return any(text[at : at + _RUN] in told for at in range(len(text) - _RUN))


def _said_twice(text: str, after: str) -> bool:
    """用整整一个冬 | 冬天把检修……: OCR has begun the broken words again overleaf."""
    return is_han(after[0]) and any(text.endswith(after[:size]) for size in (1, 2, 3))


FIRST_LINE = 10.0
"""Em of the shortest line that begins a paragraph in a narrow column, without its indent."""
_CALLED = 0.5
"""What it says against a heading that it alone asks or calls out: 他奇怪地反问为什么？ Of 2700 headings
without a number in magazines none ends with ！ or ……, and with ？ none where it is the only one."""
_FEW_WORDS = 6
"""The most em of what calls out over a list and is a heading all the same: 动手！ over ① 把纸折好。"""
_TWICE = 0.4
"""What it says against a heading that its end is said again below it."""
_NAMES_AGAIN, _RUN, _FIRST_WORDS, _HEADLINE = 0.25, 4, 40, 16
"""What it says for a heading of so many em that the first words below it say some of its own."""
_SEVERAL, _ALIKE = 2, 0.1
"""So many lines like it are a series, and what each of them says for a heading."""
_ASKS_WITHIN = re.compile(r"[？?！](?=[\u4e00-\u9fff]).*[\u4e00-\u9fff]$")
"""那天到底是怎么回事？他自己的说: a question, and the beginning of a sentence behind it."""
_ONE_AND_TWO = re.compile(r"[。；]\s*②")
"""①……。②……。: a list that runs on within its paragraph."""


def ends_in_particle(text: str) -> bool:
    """True for a line that ends with 和, 的, 向 …, after which it goes on; not for 四种理由."""
    last = text[-1]
    return last in _FUNCTION_END and text[-2:-1] not in tuple(_BEFORE_END.get(last, ""))


_NARRATED = re.compile(
    rf"^(?:(?:[我他她你]|[我他她]们|[{HAN}]{{2,3}})(?:就|便|又|再|还|忽然)?[问問]|(?:[我他她]|[我他她]们)(?:就|便|又|再|还|忽然|只)?(?:说|說|答|喊|想|笑))，"
)
"""我问，看见什么了？: what somebody says in a story, without a mark around it."""
_LEADS_ON = re.compile(r"^(?:那么|那麼|可是|但是|然而|于是|於是|所以|因此|不过|不過)，")
"""那么，谁还在坐船？: a sentence that goes on with what stands above."""
_ASKS_ON = re.compile(
    "^(?:[但又再我]|而(?![今立])|可[是这這]|[难難]道|那(?!年)|[这這](?!年)|[记記]者(?:[又再续續])?(?:提?[问問])|有人(?:又)?[说說问問]|[网網]友[质質追]?[问問]|[试試]?[请請]?[问問]|大家|[换換]|就拿|至于|至於|[当當]然|其[实實]|[还還](?:是|能)|或者|是不是|[听聽要既]).*？$"
)
"""但船怎么还没来？: the same of a question, of which hardly one in twelve is a heading."""
_ASKED_ON = 0.45
"""What that says against a heading, be two others like it."""
_PARTICLE_END, _PARTICLE = re.compile("[吗嗎呢吧么麼]？$"), 0.3
"""我们得到赔偿的概率有多大呢？: the same of a particle, with which one heading of nine that ask ends,
and every third question of a text."""
_ANSWERS, _ANSWERED = re.compile("[当當]然|是的|不|[没沒]?有|因[为為]|答案|[这這那]"), 0.25
"""当然有。: the same of an answer below it."""
_BETWEEN_FEW, _OPENS_TEXT = 0.25, 0.4
"""The same of a short paragraph above it or below it, and that a text begins with it. All weighed
on the questions that stand alone in several hundred issues."""
_PARAGRAPH = 24
_NO_LINE = 6.0
"""Em that with the indent of a paragraph fill no line, be the column as narrow as it may."""
_OF_WHOM = re.compile(rf"^(?P<who>[{HAN}]{{2,10}})：[^：。]{{2,}}$")
_TAKEN_UP = 24
"""临溪县：把课堂搬到大堤 | 今年汛期，临溪县……: the head of a report in a round-up names of whom the
first words of the report speak."""
_POSSESSED = re.compile("是[^，。]{0,2}[我你您他她它谁誰们們]的$")
"""地是我的，路是你的: 的 that ends a clause."""


def is_said(text: str) -> bool:
    """True for “您是说我外公？”: what stands in quotation marks, with the mark of its end."""
    return text[0] in _OPENING and text[-1] in CLOSING_QUOTES and text[-2:-1] in tuple("。！？…—，")


def _is_speech(unit: Unit, around: Neighbourhood) -> bool:
    """“您是说我外公？” between other speech: what somebody says, and no heading.

    So is one that a colon leads to, that is indented as paragraphs are, or that stands
    close between two lines. “您去哪儿，”他问。 is speech wherever it stands.
    """
    text = unit.text
    if is_said_by(text):
        return True
    if not is_said(text):
        return False
    if _CRIES.match(text):
        return True
    after = around.after.text if around.after is not None else ""
    talk = tuple(_OPENING), tuple(CLOSING_QUOTES)
    if around.talk or unit.opens or around.before[-1:] in tuple("：:"):
        return True
    if not unit.gap and around.after is not None and not around.after.gap:
        return True  # a line of a column: a heading has some space about it
    return around.before[:1] in talk[0] or after[:1] in talk[0] or around.before[-1:] in talk[1]


_CRIES = re.compile(rf"^.[{HAN}]{{1,2}}(?:——|……)[{HAN}]{{0,4}}[！？].$")
"""“阿——嚏！”: a sound, drawn out."""


def is_said_by(text: str) -> bool:
    """True for “……，”他问，“……”: what somebody says, and who."""
    return _SAID.match(text) is not None


_OPENING, CLOSING_QUOTES = '“「『‘"', '”」』’"'
_SAID = re.compile('^[“「『"][^“”「」『』"]*[。！？…—，][”」』"][^”」』"]')
_UNCUT = 0.5
"""What the words say is worth so much where no page can have cut the line."""


def _may_be_cut(size: float, lead: float, measure: float) -> bool:
    """True for one full line or two, with the indent of a paragraph or without."""
    return any(_fills(size - measure * more, lead, measure) for more in (0, 1))


def _fills(size: float, lead: float, measure: float, near: float = 1.2) -> bool:
    return abs(size + lead - measure) <= near or (not lead and abs(size + 2 - measure) <= near)


MOST_CONTINUATION = 1.25
"""The most that :func:`continuation` says."""


def continuation(text: str, after: str, trigrams: Trigrams) -> float:
    """How much (0 up) speaks for ``after`` going on in the middle of ``text``'s sentence."""
    if not after:
        return 0.0
    weight = 0.0
    clause = re.match(r"^([^，。；：！？、“”]*)([，。；：！？、]?)", after)
    length, mark = (len(clause[1]), clause[2]) if clause else (0, "")
    if mark and ((mark in "。；" and length <= 2) or (mark in "，、" and length <= 1)):
        weight += 0.5
    if after[0] in _FUNCTION_START and after[1:2] not in (*AFTER_PARTICLE.get(after[0], ""),):
        weight += 0.3
    if not is_han(text[-1]) or not is_han(after[0]):
        return weight  # what stands after a mark may stand after any
    junctions = trigrams[text[-2:] + after[0]] + trigrams[text[-1] + after[:2]]
    if junctions and joint(text, after, trigrams) > -1.0:
        weight += 0.3 if junctions == 1 else 0.45
    return weight


_SOURCE = re.compile(
    r"^(?:资料|数据|图片|資料|數據|圖片)?(?:来源|來源|出处|出處)\s*[：:]"
    r"|^(?:栏目|欄目|专栏|專欄|本期|特约|特約|特邀|学术|學術)*主持人?\s*[：:/／|｜]|^[☞☛👉]"
    r"|^[A-Z]\s*[＝=].*\s[A-Z]\s*[＝=]"
)
"""Where something is from, who is the host or speaks by a letter, a hand that points elsewhere."""


_BETWEEN_DASHES = re.compile(r"^(?P<dash>—{1,3})\s*[^—，。；：]{2,20}?\s*(?P=dash)$")
"""—— 渡口的灯 ——: no one who said something."""


def _may_be_plain(text: str, least: int) -> bool:
    size = width(text)
    if not least <= size <= 32 or not has_han(text):
        return False
    if (
        text[-1] in "。，、；：,;:"
        or (text[-1] == "—" and text[0] != "—")
        or "。" in text
        or "；" in text
        or (text.startswith(("——", "|", "“——")) and _BETWEEN_DASHES.match(text) is None)
    ):
        return False
    if re.search(r"(?<![A-Za-z\d])\d{3,}$", text) and size < 8:
        return False
    if text[0] in "（(" and text[-1] in "）)" and size > 8:
        return False  # a remark: （上接2019年第3期）
    if is_imprint(text) or is_farewell(text):
        return False
    if re.search(
        r"[：，](?:“[^”]*[。！？…]”|「[^」]*[。！？…]」|\"[^\"]*[。！？…]\"|‘[^’]*[。！？…]’)$",
        text,
    ):
        return False  # what somebody says
    return not unclosed(text) and not unopened(text)
