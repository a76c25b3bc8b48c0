"""What articles say between their headings: prose, turns of talk and other kinds of paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.damage import names
from tests.damage.body_ways import BodyHouse, BodyWay
from tests.damage.body_words import Words, number_below, number_of, signed
from tests.damage.boxed import prose_of_cases
from tests.damage.lines import fill, width
from tests.damage.prose import CN, Prose

CIRCLED = "①②③④⑤⑥"


@dataclass(slots=True)
class Part:
    """A block of an article, and how it stands on paper.

    ``lines`` are those of a heading or of verse; ``bold`` says how much of a paragraph is bold.
    """

    kind: str
    text: str
    level: int = 0
    role: str = "body"
    speaker: str = ""
    lines: tuple[str, ...] = ()
    bold: int = 0
    inset: str = ""
    """A caption within the paragraph."""

    def truth(self) -> list[dict[str, Any]]:
        """The block as an editor has it, and what was set into it."""
        made: dict[str, Any] = {"kind": self.kind, "text": self.text}
        if self.kind == "heading":
            made["level"] = self.level
        elif self.kind == "verse":
            made = {"kind": "verse", "lines": list(self.lines)}
        else:
            made |= {"role": self.role, "speaker": self.speaker}
        figure = [{"kind": "figure", "caption": self.inset}] if self.inset else []
        return [made, *figure]


class BodyWriter:
    """Writes the blocks of one article."""

    def __init__(self, rng: Random, house: BodyHouse, way: BodyWay) -> None:
        self.rng, self.house, self.way = rng, house, way
        self.prose = Prose(rng)
        widest = int(house.measure) - (5 if house.indents else 4)
        self.words = Words(rng, self.prose, way.words, widest)
        taken = list(rng.choice(prose_of_cases())) if rng.random() < 0.7 else []
        self.taken = [text for text in taken if not any(mark in text for mark in CIRCLED)]

    def parts(self) -> list[Part]:
        """All blocks in their order."""
        way = self.way
        parts: list[Part] = []
        if way.opening == "note":
            parts.append(Part("paragraph", f"编者按：{self._prose(80)}", role="editor-note"))
        body = self._talk() if way.talk != "none" else self._essay()
        parts += body
        if way.echo == "yes":
            self._echo(parts)
        if way.inset == "caption":
            self._caption(parts)
        return [*parts, *self._ending()]

    # --- its frame ------------------------------------------------------------------------

    def _essay(self) -> list[Part]:
        way, rng = self.way, self.rng
        parts: list[Part] = [] if way.opening == "heading" else self._texts(rng.choice((1, 2)))
        if way.ladder == "none":
            return parts + self._texts(5)
        for at in range(rng.randrange(3, 5)):
            parts.append(self._heading(*number_of(way.ladder, at), 1))
            parts += self._section(at)
        return parts

    def _section(self, at: int) -> list[Part]:
        """What stands below a heading of the first level."""
        way, rng = self.way, self.rng
        parts = self._texts(rng.choice((1, 1, 2, 3)))
        if way.below == "none":
            return parts
        if way.below in {"ladder", "plain"}:
            if at == 1 and rng.random() < 0.5:
                return parts  # not every section has them
            parts = parts if rng.random() < 0.6 else []
            for index in range(2):
                level = number_below(way.ladder, at, index) if way.below == "ladder" else ("", "")
                parts += [self._heading(*level, 2), *self._texts(rng.choice((1, 2)))]
            return parts
        for index in range(rng.randrange(2, 4)):
            number = f"（{CN[index]}）" if way.below == "run-in" else f"{CN[index]}是"
            if way.ladder == "paren" and way.below == "run-in":
                number = f"{index + 1}."
            said = f"{number}{rng.choice(self.prose.field.deeds)}。{self._single(90)}"
            parts.append(Part("paragraph", said))
        return parts

    def _heading(self, number: str, gap: str, level: int) -> Part:
        way = self.way
        if level == 1 and way.ladder in {"alone", "digits alone"}:
            return Part("heading", number, 1, lines=(number,))
        lines, text = self.words.lines(number, gap)
        if level == 1 and way.ladder == "zeros above":
            lines = [number, lines[0].removeprefix(f"{number} "), *lines[1:]]
        return Part("heading", text, level, lines=tuple(lines))

    def _ending(self) -> list[Part]:
        rng, way = self.rng, self.way
        if way.ending == "about":
            return [Part("paragraph", signed(rng), role="biography")]
        if way.ending == "editor":
            return [Part("paragraph", f"（责任编辑：{names.person(rng)}）", role="credit")]
        if way.ending != "references":
            return []
        works = [
            f"[{at}]{names.person(rng)}.{rng.choice(self.prose.field.spots)}里的{rng.choice(self.prose.field.things)}[J].{names.magazine(rng)}，{rng.randrange(1999, 2024)}（{rng.randrange(1, 12)}）：{rng.randrange(3, 40)}-{rng.randrange(41, 90)}."
            for at in range(1, rng.randrange(3, 6))
        ]
        head = Part("heading", "参考文献", 1, lines=("参考文献",))
        return [head, *(Part("paragraph", work, role="reference") for work in works)]

    # --- its paragraphs -------------------------------------------------------------------

    def _prose(self, size: int = 0) -> str:
        """A paragraph of prose."""
        if self.taken and not size:
            return self.taken.pop(0)
        return self.prose.paragraph(size or self.rng.randrange(80, 280))

    def _texts(self, count: int) -> list[Part]:
        """Some paragraphs of the kind that the article has, beside prose."""
        rng, way = self.rng, self.way
        out: list[Part] = []
        for _ in range(count):
            special = way.texts != "prose" and rng.random() < 0.6
            texts = self._special() if special else [self._prose()]
            out += [self._part(text) for text in texts]
        if out and out[-1].text.endswith("："):
            out.append(self._part(self._prose()))
        return out

    def _part(self, text: str) -> Part:
        if "\n" in text:
            return Part("verse", text, lines=tuple(text.split("\n")))
        return Part("paragraph", text)

    def _special(self) -> list[str]:
        makers: dict[str, Callable[[], list[str]]] = {
            "long": lambda: ["".join(self._prose() for _ in range(3))],
            "dialogue": self._dialogue,
            "short": lambda: [self._short() for _ in range(self.rng.randrange(1, 4))],
            "dates": self._dated,
            "figures": self._figures,
            "circled": self._circled,
            "series": self._series,
            "ordinal": self._ordinal,
            "letter": self._letter,
            "quotation": self._quotation,
            "verse": self._verse,
        }
        return makers[self.way.texts]()

    def _dated(self) -> list[str]:
        year, month = self.rng.randrange(1987, 2024), self.rng.randrange(1, 13)
        return [f"{year}年{month}月，{self.prose.paragraph(70)}"]

    def _figures(self) -> list[str]:
        prose = self.prose
        return [f"{prose.amount()}，{prose.amount()}。{prose.paragraph(60)}"]

    def _circled(self) -> list[str]:
        items = [f"{mark}{self.prose.fresh(self.prose.deed)}；" for mark in CIRCLED[:3]]
        items[-1] = items[-1][:-1] + "。"
        return [f"{self.prose.sentence()}主要有以下几个步骤：", *items, self._prose()]

    def _series(self) -> list[str]:
        deeds = self.rng.sample(self.prose.field.deeds, 3)
        items = [f"{CN[at]}是{deed}，{self._single(60)}" for at, deed in enumerate(deeds)]
        return [*items, self._prose()] if self.rng.random() < 0.5 else ["".join(items)]

    def _ordinal(self) -> list[str]:
        count = self.rng.randrange(2, 4)
        return [f"第{CN[at]}，{self.prose.paragraph(90)}" for at in range(count)]

    def _quotation(self) -> list[str]:
        who = self.rng.choice(self.prose.field.people)
        return [f"{self._plain(60)}{who}在笔记里写道：", self._plain(90), self._prose()]

    def _verse(self) -> list[str]:
        verse = "\n".join(self.prose.verse_line() for _ in range(4))
        return [f"{self._plain(60)}他后来写了几行：", verse, self._prose()]

    def _single(self, size: int) -> str:
        """Prose that does not count its points by 一是 and 二是."""
        return self._without("一是", size)

    def _without(self, words: str, size: int) -> str:
        """Prose that is drawn anew, some times at most, while it has certain words."""
        made = self.prose.paragraph(size)
        for _ in range(20):
            if words not in made:
                break
            made = self.prose.paragraph(size)
        return made

    def _short(self) -> str:
        """A paragraph of one short sentence, which asks nothing as a heading would."""
        return self.prose.fresh(lambda: f"{self.prose.agent()}{self.prose.deed()}。")

    def _plain(self, size: int) -> str:
        """Prose in which nobody is quoted."""
        return re.sub("[“”]", "", self._without("“", size))

    def _dialogue(self) -> list[str]:
        rng, prose = self.rng, self.prose
        who = rng.choice(prose.field.people)
        turns = [
            f"“{self._clause()}？”{who}问。",
            f"“{self._clause()}。”",
            f"“那就{prose.fresh(prose.deed)}。”他说。",
            f"{who}{names.person(rng)}没有作声。",
            f"“{self._clause()}，{self._clause()}！”",
            f"他想了想，说：“{self._clause()}。”",
        ]
        return turns[: rng.randrange(2, 7)]

    def _clause(self) -> str:
        return re.sub("[“”]", "", self.prose.clause())

    def _letter(self) -> list[str]:
        return [f"{names.person(self.rng)}同志：", self._prose(120), self._prose(90)]

    # --- talk -----------------------------------------------------------------------------

    def _talk(self) -> list[Part]:
        rng, way = self.rng, self.way
        asks, answers = self._labels()
        parts = self._texts(1)
        for section in range(rng.randrange(1, 4) if way.ladder != "none" else 1):
            if way.ladder != "none":
                parts.append(self._heading(*number_of(way.ladder, section), 1))
            for at in range(rng.randrange(2, 4)):
                ask = asks if not at or way.talk != "surname" or section else asks[:1]
                parts.append(self._turn(ask, self.prose.question(), "question"))
                for who in answers if way.talk == "round" else [rng.choice(answers)]:
                    said = who if way.talk != "surname" or not (at or section) else who[0]
                    parts.append(self._turn(said, self._answer(), "answer"))
                    if way.turns == "several":
                        parts.append(Part("paragraph", self._answer(), role="answer"))
        return parts

    def _answer(self) -> str:
        """What somebody answers; who is quoted in it says nothing of his own."""
        return self._plain(self.rng.randrange(70, 220))

    def _labels(self) -> tuple[str, list[str]]:
        rng = self.rng
        one, other, third = (names.person(rng) for _ in range(3))
        magazine = f"《{names.magazine(rng)}》"
        return {
            "question": ("问", ["答"]),
            "Q and A": ("Q", ["A"]),
            "magazine": (magazine, [one]),
            "round": ("主持人", [one, other, third]),
            "office": (
                "记者",
                [f"{one}（{names.county(rng)}{rng.choice(('教授', '馆长', '站长'))}）"],
            ),
            "surname": (one, [other if other[0] != one[0] else f"欧{other[1:]}"]),
        }.get(self.way.talk, ("记者", [one]))

    def _turn(self, who: str, said: str, role: str) -> Part:
        bold = len(who) + 1 if self.way.talk == "bold" else 0
        return Part("paragraph", f"{who}：{said}", role=role, speaker=who, bold=bold)

    # --- afterwards -----------------------------------------------------------------------

    def _echo(self, parts: list[Part]) -> None:
        """Let the text below a heading say its words again."""
        for at, part in enumerate(parts[:-1]):
            below = parts[at + 1]
            words = re.sub(r"^.*[、）｜. ]|[【】。]", "", part.text)
            usable = part.kind == "heading" and below.kind == "paragraph" and len(words) >= 3
            if usable and below.text.endswith("。") and not re.search("[，：“《？]", words):
                below.text += f"{self.prose.home}人说起这些，用的正是“{words}”这几个字。"

    def _caption(self, parts: list[Part]) -> None:
        """Set a caption into a long paragraph."""
        long = [
            part
            for part in parts
            if part.kind == "paragraph"
            and part.role == "body"
            and len(fill(part.text, int(self.house.measure), 2)) >= 5
        ]
        if long:
            thing = self.rng.choice(self.prose.field.things)
            self.rng.choice(
                long
            ).inset = f"图{self.rng.randrange(1, 5)}　{self.prose.home}{thing}示意图"


def with_short_end(text: str, measure: int) -> str:
    """The text with a last line that shows that a paragraph ends there."""
    for more in ("", "这是后话。", "如此而已。这是后话。", "大家都这样说，也都这样做了。"):
        made = text + more if text.endswith(("。", "”")) or not more else text
        if width(fill(made, measure)[-1]) <= measure - 4:
            return made
    return text
