"""The words of headings, in the forms that magazines give them, and the numbers before them."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from random import Random

from tests.damage import names
from tests.damage.lines import width
from tests.damage.prose import CN, Prose

CASES = Path(__file__).resolve().parents[1] / "cases"
_TRADITIONAL = re.compile("[這們個來時會說國學疊磚樓機問題點將後]")
_NUMBERED = re.compile(
    r"[【】（）①-⑨]|^(?:第?[（(\[【]?[一二三四五六七八九十\d壹贰叁肆]+[）)、.．：:｜|章节部次天封格步\s]|[A-Z①-⑨《])"
)
_APPARATUS = re.compile(
    "参考文献|附记|后记|注释|作者|编者|手记|案例|案情|评析|点评|判决|审理|材料|原料|做法"
)
ORNAMENTS = "■◆●※"


@cache
def _pool() -> tuple[str, ...]:
    """The words of headings in the hand-made cases, without their numbers."""
    found: dict[str, None] = {}
    for path in sorted(CASES.glob("*/truth.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            for block in article["blocks"]:
                text = block.get("text", "") if block["kind"] == "heading" else ""
                text = re.sub(
                    r"^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)", "", text
                )
                usable = 3 <= len(text) <= 20 and not _NUMBERED.search(text)
                if usable and not _APPARATUS.search(text) and not _TRADITIONAL.search(text):
                    found[text] = None
    return tuple(found)


_FORMS = {
    "noun": re.compile(r"^[^，。！？：、“”《》—…\s]{3,12}$"),
    "sentence": re.compile(r"^[^。！？：“”《》—…\s]{7,18}$"),
    "question": re.compile(r"？$"),
    "colon": re.compile(r"："),
    "quoted": re.compile(r"“"),
    "couplet": re.compile(r"^[^，]{4,9}，[^，]{4,9}$"),
}


@cache
def _of_form(form: str) -> tuple[str, ...]:
    return tuple(text for text in _pool() if _FORMS[form].search(text))


class Words:
    """Writes the headings of one article; no two are the same."""

    def __init__(self, rng: Random, prose: Prose, form: str, widest: float) -> None:
        self.rng, self.prose, self.form, self.widest = rng, prose, form, widest
        self.used: set[str] = set()
        self.ornament = rng.choice(ORNAMENTS)

    def words(self) -> str:
        """The words of the next heading, narrow enough for a line."""
        made = self._make()
        for _ in range(40):
            if made not in self.used and width(made) <= self.widest:
                break
            made = self._make()
        self.used.add(made)
        return made

    def _make(self) -> str:
        rng = self.rng
        form = self.form
        if form in {"ornament", "bracket", "two lines", "english", "stop"}:
            form = rng.choice(("noun", "sentence")) if form != "two lines" else "sentence"
        if form == "any":
            form = rng.choice(
                ("noun", "noun", "sentence", "question", "colon", "quoted", "couplet")
            )
        if form == "dash":
            return f"{self._noun()}——{rng.choice(('从头说起', '一笔旧账', '三十年的等待', '写在墙上的数字'))}"
        if form == "book":
            return f"《{self._noun()}》{rng.choice(('的由来', '的版本', '与它的读者', '之外', '从哪里来'))}"
        if rng.random() < 0.7 and len(_of_form(form)) > 8:
            return rng.choice(_of_form(form))
        return self._invented(form)

    def _noun(self) -> str:
        return self.rng.choice(_of_form("noun"))

    def _invented(self, form: str) -> str:
        rng, prose = self.rng, self.prose
        if form == "question":
            return rng.choice(
                (
                    f"{rng.choice(prose.field.things)}从哪里来？",
                    f"为什么要{rng.choice(prose.field.deeds)}？",
                    f"谁来{rng.choice(prose.field.deeds)}？",
                )
            )
        if form == "colon":
            return f"{rng.choice(prose.field.spots)}：{rng.choice(prose.field.fruits)}"
        if form == "quoted":
            return f"“{rng.choice(prose.field.notions)}”{rng.choice(('怎么算', '之后', '的账'))}"
        if form == "couplet":
            return f"{rng.choice(prose.field.fruits)}，{rng.choice(prose.field.fruits)}"
        return prose.heading(14)

    # --- how it is printed ----------------------------------------------------------------

    def lines(self, number: str, gap: str) -> tuple[list[str], str]:
        """The printed lines of a heading, and its text as an editor has it."""
        words = self.words()
        if self.form == "english" and self.rng.random() < 0.7:
            words += " " + self.rng.choice(("Story", "The Beginning", "Now and Then", "Craft"))
        if self.form == "stop":
            words += "。"
        if self.form == "ornament" and not number:
            return [f"{self.ornament}{self.rng.choice(('', ' '))}{words}"], words
        if self.form == "bracket" and not number:
            return [f"【{words}】"], f"【{words}】"
        if self.form == "two lines" and len(words) >= 8 and "、" not in words:
            at = len(words) // 2 + self.rng.randrange(-1, 2)
            if words[at] not in "，的了" and words[at - 1] != "，":
                return [f"{number}{gap}{words[:at]}", words[at:]], f"{number}{gap}{words}"
        return [f"{number}{gap}{words}"], f"{number}{gap}{words}"


_ROMAN = ("Ⅰ", "Ⅱ", "Ⅲ", "Ⅳ", "Ⅴ", "Ⅵ")
_LETTERS = ("I", "II", "III", "IV", "V", "VI")
_CAPITALS = "壹贰叁肆伍陆"


def number_of(ladder: str, index: int) -> tuple[str, str]:
    """The number of a heading of the first level, and what parts it from the words."""
    return {
        "cn": (f"{CN[index]}、", ""),
        "cn bar": (f"{CN[index]}｜", ""),
        "paren": (f"（{CN[index]}）", ""),
        "first": (f"第{CN[index]}、", ""),
        "arabic": (f"{index + 1}.", ""),
        "decimal": (f"{index + 1}", " "),
        "chapter": (f"第{CN[index]}章", " "),
        "capital": (_CAPITALS[index], " "),
        "capital bar": (f"{_CAPITALS[index]}｜", ""),
        "roman": (_ROMAN[index], " "),
        "roman point": (f"{_LETTERS[index]}. ", ""),
        "stem": (f"{'甲乙丙丁戊己'[index]}、", ""),
        "zeros": (f"0{index + 1}", " "),
        "zeros above": (f"0{index + 1}", " "),
        "letter": (f"{'ABCDEF'[index]}. ", ""),
        "alone": (CN[index], ""),
        "digits alone": (str(index + 1), ""),
    }.get(ladder, ("", ""))


def number_below(ladder: str, outer: int, index: int) -> tuple[str, str]:
    """The number of a heading of the second level."""
    return {
        "cn": (f"（{CN[index]}）", ""),
        "paren": (f"{index + 1}.", ""),
        "decimal": (f"{outer + 1}.{index + 1}", " "),
        "arabic": (f"（{index + 1}）", ""),
    }[ladder]


def signed(rng: Random) -> str:
    """Who the author is, as a line at the end tells it."""
    return f"（作者系{names.organ(rng)}{rng.choice(('科员', '研究员', '高级工程师', '编辑'))}）"
