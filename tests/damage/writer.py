"""What all articles are made of: titles, bodies, headings, boxes, notes, quotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
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
from tests.damage.quotes import abridge, alter, pull
from tests.damage.style import Style

CIRCLED = "①②③④⑤⑥⑦⑧⑨"


class Writer:
    """Writes one article. Its titles and headings are none of those ``said`` in others."""

    def __init__(self, rng: Random, style: Style, size: int, said: set[str]) -> None:
        self.rng, self.style, self.size = rng, style, size
        self.prose = Prose(rng, rng.choice(fields()), said)
        self.box_count = 0

    def piece(self, section: int, writers: Mapping[str, Callable[[Writer, Piece], None]]) -> Piece:
        """An article of one of the magazine's kinds."""
        kind = self.rng.choice(self.style.kinds)
        made = Piece(section=section, title=self._title(), kind=kind)
        writers[kind](self, made)
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

    def paragraph(self, low: int = 60, high: int = 420) -> str:
        rng = self.rng
        if rng.random() < 0.06:
            return self.prose.paragraph(rng.randrange(high, high * 2))
        return self.prose.paragraph(rng.randrange(low, high))

    def count(self, low: int, high: int) -> int:
        return self.rng.randrange(low, high) * self.size

    def body(self, count: int) -> list[Block]:
        """Some paragraphs, one of them perhaps with a box around which it runs."""
        out: list[Block] = []
        for _ in range(count):
            out.append(Para(self.paragraph()))
            self.perhaps_box(out)
            self.perhaps_extra(out)
        return out

    def perhaps_box(self, out: list[Block]) -> None:
        if self.rng.random() < (0.12 if self.style.family == "sample" else 0.09):
            out.append(self.box())
            if self.rng.random() < 0.12:
                out.append(self.box())

    def perhaps_extra(self, out: list[Block]) -> None:
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
            out.append(self.verse())

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

    def verse(self) -> Poem:
        return Poem([self.prose.verse_line() for _ in range(self.rng.randrange(4, 9))])

    def box(self) -> Sidebar:
        """A box in one of the magazine's forms."""
        rng, style = self.rng, self.style
        sample = style.family == "sample"
        attribution = ""
        if sample or rng.random() < 0.65:
            attribution = self._source()
        count = 1 if sample or rng.random() < 0.75 else rng.randrange(2, 4)
        title = "" if sample or rng.random() < 0.6 else self.prose.title()
        how = rng.choice(style.label_how)
        if title and how in ("inline", "colon"):
            how = "alone"
        if how == "bar" and not title:
            how = "alone"
        texts = [self.prose.paragraph(rng.randrange(50, 180)) for _ in range(count)]
        return Sidebar(rng.choice(style.labels), title, texts, attribution, how)

    def _source(self) -> str:
        """Whence a box is, or who says so, in the magazine's form."""
        rng, field = self.rng, self.prose.field
        work = rng.choice(field.papers)
        if self.style.sourced == "bracket":
            return rng.choice((f"（摘自{work}）", f"（据{names.organ(rng)}资料整理）"))
        if self.style.sourced == "source":
            return rng.choice((f"来源：{work}", f"资料来源：{names.organ(rng)}"))
        return rng.choice(
            (
                f"摘自{work}",
                f"{names.person(rng)}在{names.county(rng)}调研时指出",
                f"《{names.county(rng)}{rng.choice(field.things)}调查报告》",
                f"{rng.randrange(2005, 2025)}年{names.county(rng)}工作会议要求",
                f"据{names.organ(rng)}资料整理",
                f"摘自{names.organ(rng)}编印的{work}",
            )
        )

    def signers(self, count: int | None = None) -> list[Signer]:
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

    def laddered(self, ladder: str) -> list[Block]:
        rng = self.rng
        out: list[Block] = []
        if ladder == "none":
            return self.body(self.count(3, 7))
        if ladder == "ordinal":
            for i in range(rng.randrange(2, 5)):
                out.append(
                    Para(f"第{CN[i]}，{rng.choice(self.prose.field.deeds)}。{self.paragraph()}")
                )
                self.perhaps_box(out)
            return out
        for i in range(self.count(2, 5)):
            out.append(Head(self._numbered(ladder, 1, i), 1))
            alone = ladder in ("cn", "plain", "decimal-flat", "zero", "cn-space", "digit-dun")
            if alone or rng.random() < 0.5:
                out += self.body(rng.randrange(1, 3))
            out += self._second(ladder, i)
        return out

    def _numbered(self, ladder: str, level: int, index: int, outer: int = 0) -> str:
        words = self.prose.heading(26 if self.rng.random() < 0.3 else 14)
        if ladder == "decimal":
            return f"{index + 1} {words}" if level == 1 else f"{outer + 1}.{index + 1} {words}"
        if ladder == "plain":
            return self.prose.title()
        if ladder in ("zero", "digit-dun"):
            return f"{index + 1:02d} {words}" if ladder == "zero" else f"{index + 1}、{words}"
        numeral = CN[index] if index < 10 else f"十{CN[index % 10]}"
        if level == 1:
            return f"{numeral} {words}" if ladder == "cn-space" else f"{numeral}、{words}"
        paren = level == 2 and ladder != "cn-digit"
        return f"（{numeral}）{words}" if paren else f"{index + 1}.{words}"

    def _second(self, ladder: str, outer: int) -> list[Block]:
        rng, prose = self.rng, self.prose
        out: list[Block] = []
        for i in range(rng.randrange(2, 5)):
            match ladder:
                case "cn-runin":
                    out.append(Para(f"（{CN[i]}）{prose.heading(10)}。{self.paragraph()}"))
                case "cn-digit-runin":
                    form = f"{i + 1}." if outer % 2 == 0 else f"（{i + 1}）"
                    out.append(Para(f"{form}{rng.choice(prose.field.deeds)}。{self.paragraph()}"))
                case "cn-first":
                    out.append(
                        Para(f"{CN[i]}是{rng.choice(prose.field.deeds)}。{self.paragraph()}")
                    )
                case "cn-paren" | "cn-digit" | "decimal" | "cn-all":
                    out.append(Head(self._numbered(ladder, 2, i, outer), 2))
                    out += self.body(1)
                    if ladder == "cn-all" and rng.random() < 0.5:
                        for j in range(2):
                            out.append(Head(self._numbered(ladder, 3, j), 3))
                            out += self.body(1)
                case _:
                    return out
            if ladder in ("cn-runin", "cn-first", "cn-digit-runin"):
                self.perhaps_box(out)
        return out

    # --- apparatus ------------------------------------------------------------------------

    def perhaps_notes(self, made: Piece) -> None:
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

    def perhaps_credit(self, made: Piece) -> None:
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
        if style.quote_form == "abridged":
            text = abridge(rng, text)
        if len(text) < 30:
            return
        text = re.sub(f"[{CIRCLED}]", "", text)
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
            made.blocks.insert(rng.choice(places) + 1, Quote(text, self._says(made)))
        else:
            made.quotes.append(text)

    def _says(self, made: Piece) -> str:
        """Who says what a pull quote of a talk with one guest says, if the magazine names him."""
        named = {b.speaker for b in made.blocks if isinstance(b, Para) and b.role == "answer"}
        one = "".join(named - {"", "答", "A"})
        return one if self.style.quote_form == "said" and len(named - {""}) == 1 else ""
