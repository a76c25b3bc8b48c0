"""Lines that carry nothing on: formulas, equations, doses and the moves of a game."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence
from converter.parse.paragraph import OpenParagraph

_FORMULA = re.compile(r"^\$[^$]{3,}\$\s*[，。,.；;]?\s*[（(]\s*\d{1,2}(?:[.\-]\d{1,2})?\s*[）)]$")
_EQUATION = re.compile(
    r"^(?=.{3,60}$)[^\W\d_\u3400-\u9fff][^\s\u3400-\u9fff，。；：！？]{0,11}\s*[=＝≈≤≥]\s*[^\u3400-\u9fff，。；！？]+[，。]?(?:\s*[（(]\d{1,2}(?:[.\-]\d{1,2})?[）)])?$"
)
"""I = 0.31h + 1.7d　（1）: a letter, what it is equal to, and no word."""
_DOSES = re.compile(
    rf"^(?:[{HAN}]{{1,6}}\s?[\d.]{{1,4}}\s?(?:g|克|钱|錢|两|ml|毫升|枚|片|粒)[\s\u3000，、]*){{3,}}$"
)
"""沙参15g　麦冬15g　生地12g: what a prescription has."""
_MOVES = re.compile(r"^\d{1,3}[.．]\s?[A-Za-z][\w+#=.\-?! ]*\d[\w+#=.\-?! ]*$")
"""1.Ra5+ Kd6 2.Rb6+ Kc7: the moves of a game."""


def is_formula(text: str) -> bool:
    """True for a formula on a line of its own, with its number perhaps: $E=mc^2$ (1)."""
    if (text[:1].isdecimal() and _MOVES.match(text)) or _DOSES.match(text):
        return True
    return text[:1] == "$" and (text.startswith("$$") or _FORMULA.match(text.strip()) is not None)


def meets_equation(text: str, above: OpenParagraph) -> bool:
    """True for τ=ρgRJ below ……按下式计算：, and for what stands below such a line."""
    if len(above.pieces) == 1 and _EQUATION.match(above.last.strip()):
        return True
    told = above.last.rstrip()
    return (told[-1:] == "：" or ends_sentence(told)) and _EQUATION.match(text) is not None
