"""Plausible modern Chinese prose by grammar: invented, varied, deterministic.

Sentences have the lengths, the marks and the matter of magazine prose: numbers and
percentages, Latin abbreviations, book titles, brackets, quotations, enumerations,
questions. A paragraph has balanced brackets and quotation marks and ends with a full stop.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.damage import names
from tests.damage.lexicon import Field, fields, words

CN = "一二三四五六七八九十"


def inner(text: str) -> str:
    """Quotation marks within a quotation (GB/T 15834 §4.8.3.3)."""
    return text.replace("“", "‘").replace("”", "’")


class Prose:
    """Writes about one field. All chance comes from ``rng``; nothing ``said`` is a title again."""

    def __init__(
        self, rng: Random, field: Field | None = None, said: set[str] | None = None
    ) -> None:
        self.rng = rng
        self.field = field or rng.choice(fields())
        self.home = names.county(rng)
        self._said: set[str] = set() if said is None else said

    def fresh(self, make: Callable[[], str]) -> str:
        """Something not yet said: no two titles, headings or questions are the same."""
        made = make()
        for _ in range(20):
            if made not in self._said:
                break
            made = make()
        self._said.add(made)
        return made

    # --- words and phrases ----------------------------------------------------------------

    def agent(self) -> str:
        """Who acts."""
        one = self.rng.choice(self.field.agents)
        roll = self.rng.random()
        if roll < 0.25:
            return f"{names.county(self.rng)}{one}"
        if roll < 0.35:
            return f"当地{one}"
        if roll < 0.45:
            return f"{one}和{self.other(self.field.agents, one)}"
        return one

    def other(self, among: tuple[str, ...], one: str) -> str:
        """A different word of the same list."""
        return self.rng.choice([word for word in among if word != one])

    def thing(self) -> str:
        """What is acted upon."""
        one = self.rng.choice(self.field.things)
        roll = self.rng.random()
        if roll < 0.15:
            return f"{one}、{self.other(self.field.things, one)}"
        if roll < 0.25:
            return f"{one}的{self.rng.choice(words('qualities'))}"
        return one

    def deed(self) -> str:
        """What is done: a verb with its object."""
        if self.rng.random() < 0.55:
            manner = self.rng.choice(words("manners")) if self.rng.random() < 0.6 else ""
            return manner + self.rng.choice(self.field.deeds)
        adverb = self.rng.choice(words("adverbs")) if self.rng.random() < 0.6 else ""
        return f"{adverb}{self.rng.choice(words('verbs'))}{self.thing()}"

    def fruit(self) -> str:
        """What comes of it."""
        tone = self.rng.choice(words("tones")) if self.rng.random() < 0.5 else ""
        return tone + self.rng.choice(self.field.fruits)

    def time(self) -> str:
        """When."""
        rng = self.rng
        roll = rng.random()
        if roll < 0.25:
            return f"{rng.randrange(1996, 2025)}年{rng.randrange(1, 13)}月"
        if roll < 0.35:
            return f"{rng.randrange(1996, 2025)}年"
        if roll < 0.42:
            start = rng.randrange(2001, 2019)
            return f"{start}—{start + rng.randrange(2, 6)}年"
        return rng.choice(words("times"))

    def amount(self) -> str:
        """How much of what: 126公里河道."""
        rng = self.rng
        unit, noun = rng.choice(self.field.units)
        roll = rng.random()
        if roll < 0.2:
            number = f"{rng.randrange(1, 60)}.{rng.randrange(1, 10)}万"
            unit = unit.removeprefix("万")
        elif roll < 0.3:
            number = f"{rng.randrange(2, 90)}万"
            unit = unit.removeprefix("万")
        elif roll < 0.36:
            number = f"{rng.choice(CN[1:9])}{rng.choice('十百')}多"
        else:
            number = str(rng.choice((rng.randrange(3, 40), rng.randrange(100, 9000))))
        return f"{number}{unit}{noun}"

    def share(self) -> str:
        """A percentage."""
        rng = self.rng
        return (
            f"{rng.randrange(1, 99)}.{rng.randrange(1, 10)}%"
            if rng.random() < 0.6
            else f"{rng.randrange(3, 100)}%"
        )

    def notion(self) -> str:
        """A catchword in quotation marks."""
        one = self.rng.choice(self.field.notions)
        if self.rng.random() < 0.2:
            return f"“{one}”“{self.other(self.field.notions, one)}”"
        return f"“{one}”"

    def paper(self) -> str:
        """A document, sometimes with its short name in brackets."""
        one = self.rng.choice(self.field.papers)
        roll = self.rng.random()
        if roll < 0.18:
            short = one.strip("《》")[-2:]
            return f"{one}（以下简称《{short}》）"
        if roll < 0.3:
            return f"《{names.county(self.rng)}{one.strip('《》')}（{self.rng.randrange(2005, 2025)}年版）》"
        return one

    def latin(self) -> str:
        """An abbreviation as it stands in Chinese prose."""
        return self.rng.choice([item for item in self.field.latin if not item.isdigit()])

    # --- clauses --------------------------------------------------------------------------

    def clause(self) -> str:
        """A clause without a mark at its end."""
        rng = self.rng
        makers: tuple[Callable[[], str], ...] = (
            lambda: f"{self.agent()}{self.deed()}",
            lambda: f"{self.agent()}开始{self.deed()}",
            lambda: f"{self.time()}{self.agent()}先后{self.deed()}",
            lambda: (
                f"{self.thing()}一头连着{self.rng.choice(self.field.spots)}，一头连着{self.rng.choice(self.field.people)}的日子"
            ),
            lambda: f"把{self.thing()}同{self.thing()}放在一起考虑",
            lambda: (
                f"从{rng.choice(self.field.spots)}到{rng.choice(self.field.spots)}，{self.fruit()}"
            ),
            lambda: f"{self.thing()}还谈不上完备",
            lambda: f"真正难的是{self.deed()}",
            lambda: f"围绕{self.thing()}，{self.agent()}{self.deed()}",
            lambda: f"以{self.notion()}为思路{self.deed()}",
            lambda: f"累计完成{self.amount()}，占计划的{self.share()}",
            lambda: f"{rng.choice(self.field.people)}们学会了{self.deed()}",
            lambda: f"借助{self.latin()}系统{self.deed()}",
            lambda: f"按照{self.paper()}的要求{self.deed()}",
            lambda: f"不是{self.deed()}，而是{self.deed()}",
            lambda: f"既要{self.deed()}，也要{self.deed()}",
        )
        return rng.choice(makers)()

    # --- sentences ------------------------------------------------------------------------

    def sentence(self) -> str:
        """A sentence with its full stop."""
        return self.rng.choice(_SENTENCES)(self)

    def short(self) -> str:
        """A short sentence."""
        rng = self.rng
        makers: tuple[Callable[[], str], ...] = (
            lambda: f"{self.fruit()}。",
            lambda: "这并不容易。",
            lambda: f"变化从{rng.choice(self.field.spots)}开始。",
            lambda: "账，总是要算的。",
            lambda: "道理人人都懂，难在坚持。",
            lambda: f"{self.deed()}，贵在日常。",
            lambda: f"{rng.choice(self.field.people)}点了点头。",
            lambda: "钱从哪里来？人往哪里去？",
            lambda: f"可是，{self.thing()}等不得。",
        )
        return rng.choice(makers)()

    def quoted(self) -> str:
        """What somebody says, in direct speech."""
        rng = self.rng
        who = f"{rng.choice(self.field.people)}{names.person(rng)}"
        words_said = f"{self.clause()}，{self.clause()}"
        makers: tuple[Callable[[], str], ...] = (
            lambda: f"“{inner(words_said)}。”{who}说。",
            lambda: f"{who}说：“{inner(words_said)}。”",
            lambda: f"“{inner(self.clause())}，”{who}告诉我们，“{inner(self.clause())}。”",
            lambda: f"{who}常说，{self.deed()}“急不得，也等不得”。",
            lambda: f"{who}的笔记本上写着一句话：“{self.fruit()}，才算数。”",
        )
        return rng.choice(makers)()

    def enumeration(self) -> str:
        """Several points within one sentence."""
        rng = self.rng
        roll = rng.random()
        if roll < 0.4:
            points = "；".join(
                f"{CN[i]}是{self.deed()}，{self.fruit()}" for i in range(rng.randrange(2, 5))
            )
            return f"归结起来有这样几点：{points}。"
        if roll < 0.7:
            points = "，".join(f"有的{self.deed()}" for _ in range(rng.randrange(2, 5)))
            return f"各地做法不同，{points}。"
        return f"{'、'.join(rng.sample(self.field.things, rng.randrange(3, 6)))}等{rng.choice(CN[2:9])}项工作，都写进了{self.paper()}。"

    def paragraph(self, size: int) -> str:
        """A paragraph of about ``size`` characters."""
        rng = self.rng
        out = self.sentence() if size > 40 else self.short()
        while len(out) < size:
            roll = rng.random()
            if roll < 0.16:
                out += self.short()
            elif roll < 0.28:
                out += self.quoted()
            elif roll < 0.35:
                out += self.enumeration()
            else:
                link = rng.choice(words("links")) if rng.random() < 0.22 else ""
                out += link + self.sentence()
        return out

    # --- smaller forms --------------------------------------------------------------------

    def title(self) -> str:
        """One line of a title, without a full stop; no two in an article are the same."""
        return self.fresh(self._title)

    def _title(self) -> str:
        rng = self.rng
        makers: tuple[Callable[[], str], ...] = (
            lambda: f"让{rng.choice(self.field.things)}真正用起来",
            lambda: f"{self.rng.choice(self.field.deeds)}",
            lambda: f"{rng.choice(self.field.notions)}：{self.home}的{rng.choice(CN[1:9])}年探索",
            lambda: (
                f"{rng.choice(words('adverbs')).removesuffix('地')}{rng.choice(words('verbs'))}{rng.choice(self.field.things)}"
            ),
            lambda: (
                f"{rng.choice(self.field.spots)}的{rng.choice(('清晨', '账本', '守望', '答卷', '回声', '一天'))}"
            ),
            lambda: (
                f"{rng.choice(self.field.things)}何以{rng.choice(('重要', '为难', '见效', '长久'))}"
            ),
            lambda: f"把“{rng.choice(self.field.notions)}”落到{rng.choice(self.field.spots)}",
            lambda: f"{rng.choice(self.field.fruits)}之后",
            lambda: f"从{rng.choice(self.field.spots)}看{rng.choice(self.field.things)}的变迁",
            lambda: (
                f"{rng.choice(words('verbs'))}{rng.choice(self.field.things)}的{rng.choice(('路径', '逻辑', '难点', '实践'))}与{rng.choice(('思考', '启示', '展望', '对策'))}"
            ),
        )
        return rng.choice(makers)()

    def heading(self, size: int = 18) -> str:
        """The words of a heading, without number or full stop."""
        return self.fresh(lambda: self._heading(size))

    def _heading(self, size: int) -> str:
        rng = self.rng
        made = self._title() if rng.random() < 0.5 else rng.choice(self.field.deeds)
        if len(made) < size and rng.random() < 0.6:
            tail = rng.choice(
                (
                    f"{rng.choice(words('verbs'))}{rng.choice(self.field.things)}",
                    rng.choice(self.field.deeds),
                )
            )
            made = f"{made}，{tail}"
        return made

    def question(self) -> str:
        """What an interviewer asks."""
        return self.fresh(self._question)

    def _question(self) -> str:
        rng = self.rng
        makers: tuple[Callable[[], str], ...] = (
            lambda: f"您怎样看待{self.thing()}？",
            lambda: f"我们注意到，{self.clause()}。这背后有哪些考虑？",
            lambda: f"{self.deed()}，难在哪里？下一步还有什么打算？",
            lambda: f"有人说{self.notion()}只是一句口号，您同意吗？",
            lambda: f"{self.time()}以来，{self.fruit()}。能不能讲讲当时的情形？",
            lambda: f"对刚刚入行的{rng.choice(self.field.people)}，您有什么建议？",
            lambda: f"{names.county(rng)}的同行也在{self.deed()}，两地有什么不同？",
            lambda: f"如果再给您{rng.choice(CN[2:9])}年，最想做的是什么？",
        )
        return rng.choice(makers)()

    def english(self, size: int) -> str:
        """A string of English words, for abstracts and titles."""
        return " ".join(self.rng.choice(words("english")) for _ in range(size))

    def verse_line(self) -> str:
        """A line of free verse."""
        rng = self.rng
        return f"{rng.choice(words('verse_heads'))}{rng.choice(words('verse_mids'))}{rng.choice(words('verse_ends'))}"


_SENTENCES: tuple[Callable[[Prose], str], ...] = (
    lambda p: f"{p.clause()}，{p.clause()}。",
    lambda p: f"{p.time()}，{p.clause()}，{p.fruit()}。",
    lambda p: f"{p.clause()}，{p.clause()}，{p.clause()}，{p.fruit()}。",
    lambda p: (
        f"{p.agent()}负责{p.deed()}，{p.agent()}负责{p.deed()}，两边每{p.rng.choice('周月季')}碰一次头。"
    ),
    lambda p: (
        f"截至{p.rng.randrange(2008, 2025)}年底，{p.home}共有{p.amount()}，比上年增长{p.share()}，其中{p.amount()}为新增。"
    ),
    lambda p: (
        f"{p.paper()}提出，要{p.deed()}，{p.deed()}，力争用{p.rng.choice('三五八十')}年时间做到{p.fruit()}。"
    ),
    lambda p: f"要{p.deed()}，{p.deed()}，{p.deed()}，使{p.thing()}经得起检验。",
    lambda p: f"为什么要{p.deed()}？因为{p.clause()}。",
    lambda p: f"{p.clause()}（{p.time()}的数字是{p.share()}），{p.clause()}。",
    lambda p: f"一方面，{p.clause()}；另一方面，{p.clause()}，二者缺一不可。",
    lambda p: f"与{p.time()}相比，{p.thing()}投入增加了{p.share()}，{p.fruit()}。",
    lambda p: (
        f"以{names.county(p.rng)}为例，{p.clause()}，{p.rng.choice('半一两三')}年下来，{p.fruit()}。"
    ),
    lambda p: f"{p.notion()}这句话，{p.agent()}讲了许多年，直到{p.clause()}，大家才算真正信了。",
    lambda p: f"过去，{p.clause()}；如今，{p.clause()}，{p.fruit()}。",
    lambda p: f"{p.thing()}是基础，{p.thing()}是关键，{p.thing()}是保障，三者相互支撑、彼此成就。",
    lambda p: (
        f"在{p.rng.choice(p.field.spots)}，{p.rng.choice(p.field.people)}{names.person(p.rng)}{p.deed()}，一干就是{p.rng.choice(CN[1:9])}年。"
    ),
    lambda p: f"只有{p.deed()}，才能{p.deed()}，才谈得上{p.fruit()}。",
    lambda p: (
        f"{p.agent()}把{p.amount()}分给{p.rng.randrange(3, 30)}个小组，{p.clause()}，每一笔都记在{p.paper()}里。"
    ),
    lambda p: (
        f"数据显示，{p.thing()}的平均成本由{p.rng.randrange(20, 900)}元降到{p.rng.randrange(5, 400)}元，降幅为{p.share()}；{p.clause()}。"
    ),
    lambda p: f"{p.clause()}——{p.fruit()}，便是最好的证明。",
    lambda p: f"说到底，{p.deed()}靠的是人，{p.clause()}，{p.clause()}。",
    lambda p: (
        f"早上{p.rng.randrange(5, 10)}点，{p.rng.choice(p.field.spots)}还笼着一层薄雾，{p.rng.choice(p.field.people)}{names.person(p.rng)}已经忙开了。"
    ),
    lambda p: (
        f"{p.home}先在{p.rng.randrange(2, 12)}个点上试，再向全{p.home[-1]}推开，{p.clause()}，{p.fruit()}。"
    ),
    lambda p: f"{p.clause()}……这样的事，在{p.rng.choice(p.field.spots)}几乎天天发生。",
)
