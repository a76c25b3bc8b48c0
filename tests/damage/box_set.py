"""A box of one of the ways: its label, its title, its text and its source, with the truth."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from tests.damage import names
from tests.damage.box_texts import BoxText, BoxWriter
from tests.damage.box_ways import BoxWay

_PAPERS = ("地方志", "工艺志", "民俗调查报告", "器物图录", "年鉴", "手工业史料")
_MARKS = ("●", "·")
"""Marks of points that a truth leaves out."""


@dataclass(slots=True)
class SetBox:
    """A box and how it is printed. ``source`` is as the truth has it, without dash and brackets."""

    way: BoxWay
    text: BoxText
    title: list[str]
    source: str = ""
    source_line: str = ""
    label: str = ""

    @property
    def behind(self) -> bool:
        """True if the source stands on the line of the last sentence."""
        return self.way.source == "bracket behind"

    def truth(self) -> dict[str, Any]:
        """The box as an editor has it."""
        return {
            "kind": "box",
            "label": self.label,
            "title": "".join(self.title),
            "paragraphs": [text.lstrip("".join(_MARKS)) for text in self.text.paragraphs],
            "attribution": self.source,
        }


def made_box(rng: Random, writer: BoxWriter, way: BoxWay) -> SetBox:
    """A box of a way; its label is given to it when all boxes of the issue are known."""
    text = writer.write(way.body)
    source, line = _source(rng, way.source)
    return SetBox(way, text, _title(rng, text, way), source, line)


def _title(rng: Random, text: BoxText, way: BoxWay) -> list[str]:
    about = text.about
    if way.title == "two lines":
        return [f"小小{about}", rng.choice(("几代人的手艺", "怎样走出大山", "和它的匠人"))]
    if way.title == "question":
        asks = (f"怎样照看{about}？", f"{about}为什么怕潮？", f"什么是{about}？")
        return [rng.choice(asks) if way.body in _ASKED else f"{about}知多少？"]
    fixed = {
        "none": [],
        "person": [text.who],
        "work": [about if about.startswith("《") else f"《{about}图说》"],
    }
    return fixed[way.title] if way.title in fixed else [_line(rng, text, way.body)]


_ASKED = frozenset({"short", "long", "several", "many", "sayings"})
"""What a question may stand over."""


def _line(rng: Random, text: BoxText, body: str) -> str:
    """A title on one line."""
    about = text.about
    if body == "years":
        return rng.choice((f"{about}百年", f"{about}大事"))
    if body in {"recipe", "facts"}:
        return about
    if text.close:
        return rng.choice((f"{about}四则", f"用{about}要留心的事", f"一分钟认识{about}"))
    return rng.choice((about, f"{about}的来历", f"{about}小史", f"说说{about}"))


def _source(rng: Random, way: str) -> tuple[str, str]:
    """Where a box was taken from: as the truth has it, and as it is printed."""
    where = names.county(rng)
    paper = f"《{where}{rng.choice(_PAPERS)}》"
    taken = rng.choice((f"摘自{paper}", f"选自{paper}第{rng.randrange(2, 9)}卷"))
    told = {
        "bracket": taken,
        "bracket behind": taken,
        "dash": rng.choice((f"摘自{paper}", paper)),
        "who": rng.choice((f"{where}文史馆{names.person(rng)}", f"{paper}卷三")),
        "from": f"来源：{where}博物馆",
        "data": f"资料来源：{rng.choice((f'{where}档案馆', paper))}",
        "compiled": f"据{paper}{rng.choice(('综合', '整理'))}",
        "written": f"文/{names.person(rng)}",
        "arranged": f"整理：{names.person(rng)}",
        "work": paper,
    }.get(way, "")
    if way in {"dash", "who"}:
        return told, f"——{told}"
    return told, told if way in {"from", "data", "none"} else f"（{told}）"
