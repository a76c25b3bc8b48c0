"""Writes one article of any of the kinds that magazines have."""

from __future__ import annotations

from random import Random

from tests.damage import names
from tests.damage.draft import (
    Block,
    Grid,
    Head,
    Para,
    Picture,
    Piece,
    Poem,
    Quote,
    Sidebar,
    Signer,
)
from tests.damage.lexicon import fields
from tests.damage.prose import CN, Prose
from tests.damage.quotes import alter, pull
from tests.damage.style import Style

CIRCLED = "①②③④⑤⑥⑦⑧⑨"


class Writer:
    """Writes one article."""

    def __init__(self, rng: Random, style: Style, size: int) -> None:
        self.rng, self.style, self.size = rng, style, size
        self.prose = Prose(rng, rng.choice(fields()))
        self.box_count = 0

    def piece(self, section: int) -> Piece:
        """An article of one of the magazine's kinds."""
        kind = self.rng.choice(self.style.kinds)
        made = Piece(section=section, title=self._title(), kind=kind)
        match kind:
            case "interview":
                self._interview(made)
            case "paper":
                self._paper(made)
            case "report":
                self._report(made)
            case "foreword":
                self._foreword(made)
            case "letter":
                self._letter(made)
            case "poem":
                self._poem(made)
            case _:
                self._essay(made)
        self._add_quotes(made)
        return made

    # --- parts ----------------------------------------------------------------------------

    def _title(self) -> list[str]:
        roll = self.rng.random()
        count = 1 if roll < 0.45 else 2 if roll < 0.85 else 3
        lines: list[str] = []
        while len(lines) < count:
            line = self.prose.title()
            if line not in lines and (count > 1 or len(line) >= 5):
                lines.append(line)
        return lines

    def _paragraph(self, low: int = 60, high: int = 420) -> str:
        rng = self.rng
        if rng.random() < 0.06:
            return self.prose.paragraph(rng.randrange(high, high * 2))
        return self.prose.paragraph(rng.randrange(low, high))

    def _count(self, low: int, high: int) -> int:
        return self.rng.randrange(low, high) * self.size

    def _body(self, count: int) -> list[Block]:
        """Some paragraphs, one of them perhaps with a box around which it runs."""
        out: list[Block] = []
        for _ in range(count):
            out.append(Para(self._paragraph()))
            self._perhaps_box(out)
            self._perhaps_extra(out)
        return out

    def _perhaps_box(self, out: list[Block]) -> None:
        if self.rng.random() < (0.12 if self.style.family == "sample" else 0.09):
            out.append(self.box())
            if self.rng.random() < 0.12:
                out.append(self.box())

    def _perhaps_extra(self, out: list[Block]) -> None:
        rng = self.rng
        if self.style.family == "sample" or rng.random() > 0.05:
            return
        roll = rng.random()
        if roll < 0.5:
            out.append(self._table())
        elif roll < 0.75:
            out.append(
                Picture(
                    f"图{rng.randrange(1, 9)} {self.prose.home}{rng.choice(self.prose.field.things)}示意图"
                )
            )
        else:
            out.append(self._verse())

    def _table(self) -> Grid:
        rng = self.rng
        head = ["年份", *rng.sample(self.prose.field.things, rng.randrange(2, 4))]
        start = rng.randrange(2001, 2018)
        rows = [
            [str(start + i), *(str(rng.randrange(10, 9000)) for _ in head[1:])]
            for i in range(rng.randrange(2, 6))
        ]
        caption = (
            f"表{rng.randrange(1, 9)} {self.prose.home}{head[1]}统计" if rng.random() < 0.7 else ""
        )
        return Grid([head, *rows], caption)

    def _verse(self) -> Poem:
        return Poem([self.prose.verse_line() for _ in range(self.rng.randrange(4, 9))])

    def box(self) -> Sidebar:
        """A box in one of the magazine's forms."""
        rng, style = self.rng, self.style
        sample = style.family == "sample"
        attribution = ""
        if sample or rng.random() < 0.65:
            attribution = rng.choice(
                (
                    f"摘自{rng.choice(self.prose.field.papers)}",
                    f"{names.person(rng)}在{names.county(rng)}调研时指出",
                    f"《{names.county(rng)}{rng.choice(self.prose.field.things)}调查报告》",
                    f"{rng.randrange(2005, 2025)}年{names.county(rng)}工作会议要求",
                    f"据{names.organ(rng)}资料整理",
                )
            )
        count = 1 if sample or rng.random() < 0.75 else rng.randrange(2, 4)
        title = "" if sample or rng.random() < 0.6 else self.prose.title()
        how = rng.choice(style.label_how)
        if title and how in ("inline", "colon"):
            how = "alone"
        texts = [self.prose.paragraph(rng.randrange(50, 180)) for _ in range(count)]
        return Sidebar(rng.choice(style.labels), title, texts, attribution, how)

    def _signers(self, count: int | None = None) -> list[Signer]:
        rng = self.rng
        if rng.random() < (0.2 if self.style.family == "sample" else 0.08):
            return [Signer(names.body(rng), is_body=True)]
        number = count or (1 if rng.random() < 0.75 else rng.randrange(2, 4))
        with_office = number == 1 and self.style.byline in ("office", "bracket-office")
        return [
            Signer(names.person(rng), names.office(rng) if with_office else "")
            for _ in range(number)
        ]

    # --- kinds ----------------------------------------------------------------------------

    def _essay(self, made: Piece) -> None:
        made.signers = self._signers()
        blocks = self._body(self.rng.randrange(1, 3))
        ladder = self.rng.choice(self.style.ladders)
        blocks += self._laddered(ladder)
        made.blocks = blocks
        self._perhaps_notes(made)
        self._perhaps_credit(made)

    def _laddered(self, ladder: str) -> list[Block]:
        rng = self.rng
        out: list[Block] = []
        if ladder == "none":
            return self._body(self._count(3, 7))
        if ladder == "ordinal":
            for i in range(rng.randrange(2, 5)):
                out.append(
                    Para(f"第{CN[i]}，{rng.choice(self.prose.field.deeds)}。{self._paragraph()}")
                )
                self._perhaps_box(out)
            return out
        for i in range(self._count(2, 5)):
            out.append(Head(self._numbered(ladder, 1, i), 1))
            if ladder in ("cn", "plain", "decimal-flat") or rng.random() < 0.5:
                out += self._body(rng.randrange(1, 3))
            out += self._second(ladder, i)
        return out

    def _numbered(self, ladder: str, level: int, index: int, outer: int = 0) -> str:
        words = self.prose.heading(26 if self.rng.random() < 0.3 else 14)
        if ladder == "decimal":
            return f"{index + 1} {words}" if level == 1 else f"{outer + 1}.{index + 1} {words}"
        if ladder == "plain":
            return self.prose.title()
        numeral = CN[index] if index < 10 else f"十{CN[index % 10]}"
        if level == 1:
            return f"{numeral}、{words}"
        if level == 2 and ladder != "cn-digit":
            return f"（{numeral}）{words}"
        return f"{index + 1}.{words}"

    def _second(self, ladder: str, outer: int) -> list[Block]:
        rng, prose = self.rng, self.prose
        out: list[Block] = []
        for i in range(rng.randrange(2, 5)):
            match ladder:
                case "cn-runin":
                    out.append(Para(f"（{CN[i]}）{prose.heading(10)}。{self._paragraph()}"))
                case "cn-first":
                    out.append(
                        Para(f"{CN[i]}是{rng.choice(prose.field.deeds)}。{self._paragraph()}")
                    )
                case "cn-paren" | "cn-digit" | "decimal" | "cn-all":
                    out.append(Head(self._numbered(ladder, 2, i, outer), 2))
                    out += self._body(1)
                    if ladder == "cn-all" and rng.random() < 0.5:
                        for j in range(2):
                            out.append(Head(self._numbered(ladder, 3, j), 3))
                            out += self._body(1)
                case _:
                    return out
            if ladder in ("cn-runin", "cn-first"):
                self._perhaps_box(out)
        return out

    def _interview(self, made: Piece) -> None:
        rng = self.rng
        guest = names.person(rng)
        made.signers = [Signer(names.person(rng)) for _ in range(rng.choice((1, 1, 2)))]
        made.lead = "本刊记者"
        made.subtitle = f"——访{names.county(rng)}{rng.choice(self.prose.field.people)}{guest}"
        asks, answers = (
            ("问", "答") if self.style.family == "other" and rng.random() < 0.4 else ("记者", guest)
        )
        blocks: list[Block] = self._body(1)
        blocks = [block for block in blocks if not isinstance(block, Sidebar)]
        with_heads = rng.random() < 0.5
        for i in range(self._count(4, 8)):
            if with_heads and i % 3 == 0:
                blocks.append(Head(self.prose.title(), 1))
            blocks.append(Para(f"{asks}：{self.prose.question()}", "question", asks))
            blocks.append(Para(f"{answers}：{self._paragraph()}", "answer", answers))
            self._perhaps_box(blocks)
            for _ in range(rng.choice((0, 0, 0, 1, 2))):
                blocks.append(Para(self._paragraph(), "answer"))
                self._perhaps_box(blocks)
        if rng.random() < 0.6:
            label = rng.choice(("专家简介", "人物简介", "嘉宾简介"))
            blocks.append(
                Para(
                    f"{label}：{guest}，{self.prose.home}{rng.choice(self.prose.field.agents)}负责人，{self.prose.sentence()}",
                    "biography",
                )
            )
        made.blocks = blocks

    def _paper(self, made: Piece) -> None:
        rng, prose = self.rng, self.prose
        made.signers = self._signers(rng.randrange(1, 4))
        front: list[Block] = [
            Para(f"摘要：{prose.paragraph(160)}", "abstract"),
            Para(f"关键词：{'；'.join(rng.sample(prose.field.things, 4))}", "keywords"),
        ]
        if rng.random() < 0.4:
            front.append(
                Para(
                    f"基金项目：{prose.home}社会科学基金项目“{prose.title()}”（{rng.randrange(10, 25)}BSH{rng.randrange(100)}）",
                    "funding",
                )
            )
        who = made.signers[0].name
        if rng.random() < 0.5 and not made.signers[0].is_body:
            front.append(
                Para(
                    f"作者简介：{who}，{names.organ(rng)}{rng.choice(('助理研究员', '副研究员'))}，主要研究{rng.choice(prose.field.things)}。",
                    "biography",
                )
            )
        if rng.random() < 0.35:
            front.append(
                Para(
                    f"Abstract: The {prose.english(9)}. It shows the {prose.english(12)}.",
                    "abstract",
                )
            )
            front.append(
                Para(
                    f"Keywords: {prose.english(1)}; {prose.english(2)}; {prose.english(1)}",
                    "keywords",
                )
            )
        ladder = rng.choice(("decimal", "cn-paren", "cn", "cn-all"))
        made.blocks = front + self._body(1) + self._laddered(ladder)
        self._perhaps_notes(made)
        if rng.random() < 0.6:
            made.blocks.append(Head("参考文献", 1))
            for i in range(rng.randrange(3, 6)):
                made.blocks.append(
                    Para(
                        f"[{i + 1}] {names.person(rng)}.{prose.title()}[J].{names.magazine(rng)},{rng.randrange(1998, 2024)}({rng.randrange(1, 12)}):{rng.randrange(10, 60)}-{rng.randrange(61, 99)}.",
                        "reference",
                    )
                )

    def _report(self, made: Piece) -> None:
        rng = self.rng
        made.signers = self._signers(rng.choice((1, 1, 2)))
        made.lead = rng.choice(("本刊记者", "特约撰稿", "通讯员", ""))
        if made.signers[0].office or made.signers[0].is_body:
            made.lead = ""
        blocks: list[Block] = []
        if self.style.family == "other" and rng.random() < 0.3:
            blocks.append(Para(f"编者按：{self.prose.paragraph(120)}", "editor-note"))
        for _ in range(self._count(6, 14)):
            roll = rng.random()
            if roll < 0.3:
                blocks.append(Para(self.prose.quoted()))
            elif roll < 0.45:
                blocks.append(Para(self.prose.paragraph(30)))
            else:
                blocks.append(Para(self._paragraph(40, 240)))
            self._perhaps_box(blocks)
            self._perhaps_extra(blocks)
        made.blocks = blocks
        self._perhaps_credit(made)

    def _foreword(self, made: Piece) -> None:
        rng = self.rng
        made.title = [self.prose.title()]
        made.signers = [] if rng.random() < 0.5 else [Signer(names.person(rng))]
        made.lead = rng.choice(("", "本刊编辑")) if made.signers else ""
        made.blocks = [Para(self._paragraph(80, 260)) for _ in range(rng.randrange(3, 6))]

    def _letter(self, made: Piece) -> None:
        rng = self.rng
        made.signers = [Signer(names.person(rng))]
        made.blocks = [Para(rng.choice(("编辑同志：", "亲爱的读者：", "各位同仁：")), "salutation")]
        made.blocks += [Para(self._paragraph(60, 240)) for _ in range(rng.randrange(3, 7))]
        made.blocks.append(
            Para(
                f"{rng.randrange(1995, 2025)}年{rng.randrange(1, 13)}月{rng.randrange(1, 29)}日",
                "signature",
            )
        )

    def _poem(self, made: Piece) -> None:
        rng = self.rng
        made.signers = [Signer(names.person(rng))]
        made.blocks = []
        for _ in range(rng.randrange(1, 3)):
            made.blocks.append(Para(self._paragraph(60, 160)))
            made.blocks.append(self._verse())
        made.blocks.append(Para(self._paragraph(60, 160)))

    # --- apparatus ------------------------------------------------------------------------

    def _perhaps_notes(self, made: Piece) -> None:
        rng = self.rng
        if self.style.notes == "none" or rng.random() < 0.4:
            return
        places = [
            b for b in made.blocks if isinstance(b, Para) and b.role == "body" and len(b.text) > 80
        ]
        for index, para in enumerate(places[:: max(1, len(places) // 3)][:4]):
            stop = para.text.find("，", 30)
            if stop < 0:
                continue
            marker = CIRCLED[len(made.notes)]
            para.text = para.text[:stop] + marker + para.text[stop:]
            made.notes.append(
                (
                    marker,
                    f"{names.person(rng)}：{rng.choice(self.prose.field.papers)}，{names.county(rng)}文献社{rng.randrange(1985, 2022)}年版，第{rng.randrange(3, 400)}页。",
                )
            )
            del index

    def _perhaps_credit(self, made: Piece) -> None:
        if self.style.family == "other" and self.rng.random() < 0.35:
            made.blocks.append(Para(f"（责任编辑：{names.person(self.rng)}）", "credit"))

    def _add_quotes(self, made: Piece) -> None:
        rng, style = self.rng, self.style
        if (
            style.quote_place == "none"
            or rng.random() > 0.6
            or made.kind in ("foreword", "letter", "poem")
        ):
            return
        texts = [
            b.text.removeprefix(f"{b.speaker}：")
            for b in made.blocks
            if isinstance(b, Para) and b.role in ("body", "answer")
        ]
        text = pull(rng, texts)
        if len(text) < 30:
            return
        if rng.random() < style.altered_quotes:
            text = alter(rng, text)
        if style.quote_place == "body":
            places = [
                i
                for i, b in enumerate(made.blocks)
                if isinstance(b, Para) and b.role == "body" and len(b.text) > 200
            ]
            if not places:
                return
            made.blocks.insert(rng.choice(places) + 1, Quote(text))
        else:
            made.quotes.append(text)
