"""What boxes say: definitions, persons, recipes, books, figures, chronicles, advice.

A box is about something of its own, which each of its paragraphs names, so that a reader can
tell it from the article; the words were written for these tests.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from tests.damage import names

_THINGS = """
浮桥 船闸 界碑 活字 算盘 马灯 风车 水车 戥秤 蓑衣 邮筒 钟楼 灯塔 茶亭 酒曲 盐井 窑砖 皮影
纸鸢 油纸伞 竹篾 土布 火柴 粮票 老虎灶 乌篷船 吊脚楼 石磨 泥哨 年画 墨锭 砚台 铜锁 木屐
草鞋 藤椅 瓦当 斗拱 门环 水碓 榨油坊 晒谷场 引水渠 量雨筒 汽灯 电唱机 打字机 缝纫机
"""
THINGS = tuple(_THINGS.split())
"""What boxes explain; no article of the generator has a word of them."""
_RARE = "三四五六七八九"
_FAMED = ("青莲", "石埠", "两江", "柳堤", "云台", "南浦", "鹤坞", "白沙")


@dataclass(slots=True)
class BoxText:
    """What a box says: its paragraphs as printed, and what it is about.

    ``close`` are lines of a list, which may stand without blank lines; ``who`` is the person
    whom it tells of, "" for nobody.
    """

    about: str
    paragraphs: list[str] = field(default_factory=list)
    close: bool = False
    who: str = ""


class BoxWriter:
    """Writes boxes. All chance comes from ``rng``."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._left = rng.sample(THINGS, len(THINGS))

    def write(self, form: str) -> BoxText:
        """A text of one of the forms."""
        about = self._left.pop() if self._left else self.rng.choice(THINGS)
        writers = {
            "short": self._short,
            "long": self._long,
            "several": lambda one: self._prose(one, 2, 3),
            "many": lambda one: self._prose(one, 4, 6),
            "facts": self._facts,
            "years": self._years,
            "recipe": self._recipe,
            "book": self._book,
            "person": self._person,
            "life": self._life,
            "addresses": self._addresses,
            "glossary": self._glossary,
            "figures": self._figures,
            "sayings": self._sayings,
            "quotation": self._quotation,
            "letter": self._letter,
            "answers": self._answers,
        }
        if form in writers:
            return writers[form](about)
        return self._points(about, form)

    # --- prose ----------------------------------------------------------------------------

    def _short(self, about: str) -> BoxText:
        return BoxText(about, [self._definition(about)])

    def _long(self, about: str) -> BoxText:
        more = self.rng.sample(range(_MORE), self.rng.randrange(3, 6))
        return BoxText(
            about, [self._definition(about) + "".join(self._more(about, at) for at in more)]
        )

    def _prose(self, about: str, low: int, high: int) -> BoxText:
        """Paragraphs each of which names what the box is about."""
        count = self.rng.randrange(low, high + 1)
        order = self.rng.sample(range(_MORE), _MORE)
        texts = [self._definition(about)]
        for _ in range(count - 1):
            size = self.rng.randrange(1, 3)
            texts.append("".join(self._more(about, order.pop()) for _ in range(size) if order))
        return BoxText(about, [text for text in texts if text])

    def _definition(self, about: str) -> str:
        rng = self.rng
        where, other = names.county(rng), rng.choice(_FAMED)
        return rng.choice(
            (
                f"{about}是指旧时{where}一带常用的一种器具，由底座、支架和面板三部分组成，拆装方便。",
                f"{about}，又名“{other}”，各地大小不一，常见的长{rng.randrange(20, 90)}厘米，重{rng.randrange(2, 9)}公斤左右。",
                f"“{about}”一名最早见于{rng.randrange(1620, 1890)}年的《{where}志》，原指官府所设的一种专用设施。",
                f"{about}起于何时已不可考，{where}现存最早的一件造于{rng.randrange(1780, 1930)}年，今藏县博物馆。",
            )
        )

    def _more(self, about: str, at: int) -> str:
        rng = self.rng
        year = rng.randrange(1952, 1986)
        return (
            f"按用途分，{about}有大、中、小三种，其中以中号最为多见，约占总数的{rng.randrange(31, 79)}%。",
            f"制作{about}要经过选料、晾晒、成形、修边等{rng.choice(_RARE)}道工序，一件成品约需{rng.randrange(3, 20)}天。",
            f"据统计，{year}年全县尚有{about}{rng.randrange(200, 900)}件，到{year + 20}年只剩{rng.randrange(10, 90)}件。",
            f"{about}最怕潮湿，收藏时应当垫高通风，每年三月和九月各检查一次。",
            f"{year + 30}年，{about}的制作技艺列入{names.county(rng)}非物质文化遗产名录。",
            f"{about}在北方多用木料，在南方多用竹料，两者的尺寸相差约{rng.randrange(3, 12)}厘米。",
            f"辨别{about}的新旧，一看包浆，二看接缝，三看底款。",
            f"清代的{about}上多刻有铭文，字数由{rng.randrange(4, 9)}个到{rng.randrange(20, 60)}个不等。",
            f"目前国内收藏{about}最多的是{names.county(rng)}博物馆，共{rng.randrange(30, 300)}件。",
        )[at]

    def _person(self, about: str) -> BoxText:
        rng = self.rng
        who, born = names.person(rng), rng.randrange(1890, 1950)
        text = rng.choice(
            (
                f"{who}（{born}—{born + 70}），{names.county(rng)}人。早年学徒，{born + 22}年起从事{about}的制作，著有《{about}图说》。",
                f"{who}，{born}年生于{names.county(rng)}，{names.county(rng)}文化馆研究馆员，长期从事{about}的调查与整理，出版有《{about}记》等。",
                f"{who}，字{rng.choice(_FAMED)}，{born}年生，{names.county(rng)}人。曾任小学教员、{names.county(rng)}文史馆馆员，以收藏{about}闻名。",
            )
        )
        return BoxText(about, [text], who=who)

    def _life(self, about: str) -> BoxText:
        rng = self.rng
        who, born = names.person(rng), rng.randrange(1940, 1980)
        lines = [
            f"{born}年生于{names.county(rng)}，毕业于省立工艺学校。",
            f"{born + 25}年起从事{about}的制作，先后带出{rng.choice(_RARE)}名徒弟。",
            f"著有《{about}图说》《{rng.choice(_FAMED)}札记》。",
        ]
        return BoxText(about, lines, who=who)

    # --- lists ----------------------------------------------------------------------------

    def _points(self, about: str, form: str) -> BoxText:
        rng = self.rng
        chosen = rng.sample(_ADVICE, rng.randrange(3, 6))
        marks = {
            "dots": ["●"] * 9,
            "small dots": ["·"] * 9,
            "numbers": [f"{at}." for at in range(1, 10)],
            "wide numbers": [f"{at}．" for at in range(1, 10)],
            "circled": list("①②③④⑤⑥⑦⑧⑨"),
            "counted": [f"{char}、" for char in "一二三四五六七八九"],
        }[form]
        texts = [mark + text.format(about) for mark, text in zip(marks, chosen, strict=False)]
        if rng.random() < 0.4:  # points that end with semicolons but for the last
            texts = [f"{text[:-1]}；" for text in texts[:-1]] + texts[-1:]
        return BoxText(about, texts, close=True)

    def _facts(self, about: str) -> BoxText:
        rng = self.rng
        lines = [
            f"地点：{names.county(rng)}{rng.choice(_FAMED)}路{rng.randrange(2, 300)}号",
            f"年代：{rng.randrange(1780, 1930)}年",
            f"尺寸：长{rng.randrange(20, 90)}厘米，宽{rng.randrange(10, 40)}厘米",
            f"材料：{rng.choice(('杉木', '毛竹', '青石', '熟铁'))}",
            f"开放：周二至周日9:00—{rng.randrange(15, 18)}:30",
            f"票价：{rng.randrange(5, 60)}元",
            f"数量：现存{rng.randrange(12, 90)}件",
        ]
        kept = sorted(rng.sample(range(len(lines)), rng.randrange(3, 6)))
        return BoxText(about, [lines[at] for at in kept], close=True)

    def _years(self, about: str) -> BoxText:
        rng = self.rng
        deeds = rng.sample(_EVENTS, rng.randrange(3, 7))
        year, lines = rng.randrange(1890, 1940), []
        gap = rng.choice(("，", "　", "："))
        for deed in deeds:
            lines.append(f"{year}年{gap}{deed.format(about)}")
            year += rng.randrange(4, 16)
        return BoxText(about, lines, close=True)

    def _recipe(self, _: str) -> BoxText:
        rng = self.rng
        main, spice = rng.choice(_FOOD), rng.choice(_SPICE)
        made = f"做法：{main}洗净切块，冷水下锅焯透；热锅放油，下姜片炒香，倒入{main}翻炒，加水没过，小火焖{rng.randrange(20, 90)}分钟，收汁装盘。"
        lines = [
            f"{rng.choice(('主料', '材料', '原料'))}：{main}{rng.randrange(200, 900)}克，{rng.choice(_FOOD)}两块",
            f"调料：{spice}，盐少许",
            made,
        ]
        if rng.random() < 0.4:
            lines.append("提示：中途不要揭盖，水要一次加足。")
        return BoxText(f"{main}煲", lines, close=True)

    def _book(self, about: str) -> BoxText:
        rng = self.rng
        book, who = f"《{about}{rng.choice(('图说', '小史', '纪年', '札记'))}》", names.person(rng)
        house, year = f"{rng.choice(_FAMED)}出版社", rng.randrange(1998, 2024)
        price = f"{rng.randrange(18, 90)}.00元"
        if rng.random() < 0.6:
            lines = [f"书名：{book}", f"作者：{who}", f"出版社：{house}", f"定价：{price}"]
        else:
            lines = [f"{who} 著", f"{house} {year}年", f"定价：{price}"]
        return BoxText(book, lines, close=True)

    def _addresses(self, about: str) -> BoxText:
        rng = self.rng
        lines = [
            f"{rng.choice(_FAMED)}{kind}：{names.county(rng)}{rng.choice(_FAMED)}路{rng.randrange(2, 300)}号，电话0{rng.randrange(310, 999)}-{rng.randrange(1000000, 1999999)}"
            for kind in rng.sample(
                ("服务站", "博物馆", "文化站", "图书馆", "修理铺"), rng.randrange(3, 5)
            )
        ]
        return BoxText(about, lines, close=True)

    def _glossary(self, about: str) -> BoxText:
        rng = self.rng
        parts = rng.sample(("底款", "包浆", "披缝", "压脚", "回榫", "提梁"), 3)
        meant = rng.sample(_MEANT, 3)
        return BoxText(
            about, [f"{one}：{text.format(about)}" for one, text in zip(parts, meant, strict=True)]
        )

    def _figures(self, about: str) -> BoxText:
        rng = self.rng
        told = rng.sample(_TOLD, 3)
        numbers = [
            f"{rng.randrange(11, 99)}%",
            f"{rng.randrange(100, 9000)}件",
            f"{rng.randrange(2, 60)}个县",
        ]
        return BoxText(
            about,
            [f"{one}：{text.format(about)}" for one, text in zip(numbers, told, strict=True)],
            close=True,
        )

    def _sayings(self, about: str) -> BoxText:
        """Points without any mark before them, a line each."""
        chosen = self.rng.sample(_ADVICE, self.rng.randrange(3, 5))
        return BoxText(about, [text.format(about) for text in chosen], close=True)

    # --- what others wrote ------------------------------------------------------------------

    def _quotation(self, about: str) -> BoxText:
        where = names.county(self.rng)
        return BoxText(
            about,
            [
                f"“凡过往客商借用{about}者，须先登簿，用毕交还，如有损坏，照价赔偿。{where}各保一体遵行，毋得推诿。”"
            ],
        )

    def _letter(self, about: str) -> BoxText:
        rng = self.rng
        return BoxText(
            about,
            [
                f"我家祖上三代都做{about}，读了贵刊上一期的介绍，很想补充几句：文中所说的尺寸，在我们{names.county(rng)}并不通行。",
                f"我们那里的{about}要短{rng.randrange(2, 9)}厘米，因为山路窄，太长了转不过弯。",
            ],
        )

    def _answers(self, about: str) -> BoxText:
        rng = self.rng
        return BoxText(
            about,
            [
                f"问：{about}现在还有人做吗？",
                f"答：有，但不多。全县登记的{about}匠人只有{rng.randrange(3, 20)}位。",
                f"问：想学做{about}，到哪里报名？",
                f"答：每年三月，{names.county(rng)}文化馆开办{about}培训班，学期{rng.randrange(2, 7)}个月。",
            ],
        )


_MORE = 9
_ADVICE = (
    "买{}之前，先看底部有没有裂纹。",
    "搬动{}要两个人，一前一后，步子要慢。",
    "雨天不要把{}放在檐下，以免受潮变形。",
    "{}用过以后擦干，涂一层薄薄的桐油。",
    "孩子不要独自使用{}，须有大人在旁边。",
    "存放{}的地方要通风，离墙十厘米以上。",
    "{}的零件每年检查一遍，松了的及时换。",
    "不会修{}不要硬拆，可以送到老街的铺子。",
)
_EVENTS = (
    "{}传入本县，最早见于北门外的集市。",
    "县里设{}行，定价由官府公布。",
    "{}行停业，匠人转入农具厂。",
    "手工业合作社恢复{}生产，有工人十二名。",
    "{}远销邻近六县，年产量达到三千件。",
    "最后一家{}作坊关门。",
    "县博物馆举办{}专题展览，观众两万人次。",
    "{}制作技艺列入省级名录。",
)
_MEANT = (
    "{}底部刻的字，多为作坊的名号。",
    "{}用得久了，表面自然生成的光泽。",
    "{}两块木料相接的地方，越细越好。",
    "{}下面压住绳头的小木块。",
)
_TOLD = (
    "{}的匠人中六十岁以上者所占的比例。",
    "近五年全省登记的{}的数量。",
    "仍有人会做{}的地方，比十年前减少一半。",
    "年轻人听说过{}的比例。",
)
_FOOD = ("冬笋", "芋头", "排骨", "草鱼", "豆腐", "萝卜", "咸肉", "莲藕")
_SPICE = ("生抽两勺，料酒一勺", "米醋一勺，白糖半勺", "豆豉一小把，蒜三瓣")
