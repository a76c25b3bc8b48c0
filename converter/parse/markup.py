r"""Markup inside a paragraph: LaTeX, and the few marks of HTML and Markdown for type.

Names of signs are LaTeX's own. ``$5 和 $6`` are prices and no formula: what stands between
the signs must look like one (pandoc's rule, but for blanks, which OCR engines put in).
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, is_han
from converter.model import Mark, MarkKind

_COMMANDS = {
    "times": "×", "cdot": "·", "pm": "±", "mp": "∓", "sim": "～", "leq": "≤", "geq": "≥", "le": "≤", "ge": "≥", "div": "÷",
    "leqslant": "≤", "geqslant": "≥", "ll": "≪", "gg": "≫", "lt": "<", "gt": ">", "equiv": "≡", "propto": "∝",
    "circ": "°", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "sigma": "σ",
    "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ",
    "Lambda": "Λ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "approx": "≈", "neq": "≠", "ne": "≠",
    "rightarrow": "→", "to": "→", "leftarrow": "←", "Rightarrow": "⇒", "Leftarrow": "⇐", "leftrightarrow": "↔", "uparrow": "↑",
    "downarrow": "↓", "infty": "∞", "ldots": "……", "cdots": "……", "dots": "……", "quad": "", "qquad": "", "percent": "%",
    "permil": "‰", "textperthousand": "‰", "degree": "°", "prime": "′", "celsius": "℃", "textcelsius": "℃", "sum": "∑", "prod": "∏",
    "int": "∫", "partial": "∂", "in": "∈", "notin": "∉", "subset": "⊂", "cup": "∪", "cap": "∩", "perp": "⊥", "parallel": "∥",
    "angle": "∠", "triangle": "△", "therefore": "∴", "because": "∵", "bullet": "•", "star": "★", "ast": "*", "dagger": "†",
    "ddagger": "‡", "S": "§", "copyright": "©", "ell": "ℓ", "checkmark": "✓", "square": "□", "Box": "□", "sqrt": "√",
    "left": "", "right": "", "big": "", "Big": "", "bigl": "", "bigr": "", "displaystyle": "", "textstyle": "", "limits": "",
    "mathrm": "", "text": "", "mathbf": "", "rm": "", "textrm": "", "mathit": "", "textbf": "", "textit": "", "boldsymbol": "",
    "mathsf": "", "mathcal": "", "mathbb": "", "operatorname": "", "mbox": "", "bf": "", "it": "", "small": "", "scriptsize": "",
    "tiny": "", "footnotesize": "", "scriptstyle": "", "scriptscriptstyle": "", "protect": "", "ensuremath": "",
}  # fmt: skip
_WRAPPERS = r"mathrm|text|mathbf|rm|textrm|mathit|textbf|textit|boldsymbol|mathsf|operatorname|mbox|emph|underline|overline"
_TOKEN = re.compile(
    r"\$\$(?P<display>[^$\n]{1,400})\$\$"
    # T$ = TIME$ and $P$G are no formulas: only a raised or lowered sign joins a letter.
    r"|(?:(?<![A-Za-z])|(?=\$\s*[_^{\\]))\$(?P<math>[^$\n]{1,240})\$(?:(?<=[^A-Za-z]\$)|(?![A-Za-z]))"
    r"|(?P<script>[_^])\{(?P<group>[^{}]{1,24})\}"
    r"|(?:(?<=[×·]10)|(?<=[×·] 10)|(?<=[cdkmμ]m)|(?<=[\s\d/]m))\^(?P<power>[-−+]?\d{1,2})(?![\w^.])"
    rf"|(?<=[{HAN}])\^(?P<call>\d(?:[,，]\d)*)(?![A-Za-z0-9_^.])"
    r"|<(?P<tag>sub|sup)>(?P<inner>[^<>]{1,40})</(?P=tag)>"
    r"|(?<![A-Za-z0-9`])`(?P<code>[^`\s](?:[^`\n]{0,118}[^`\s])?)`(?!`)"
    r"|\*\*(?![，。；：、！？）”》])(?P<bold>[^*\n]{1,200})\*\*"
    rf"|(?<![\w*])\*(?P<slanted>[^*\s。](?:[^*\n。]{{0,80}}[^*\s。])?)\*(?!\*)|~~(?P<struck>[^~\n]{{1,80}})~~"
    rf"|\\(?:{_WRAPPERS})\s*\{{(?P<wrapped>(?:[^{{}}]|\{{[^{{}}]*\}}){{1,80}})\}}"
    rf"|(?<![A-Za-z0-9:\\])\\(?P<sign>{'|'.join(sorted((name for name, sign in _COMMANDS.items() if sign and len(name) > 1), key=len, reverse=True))})(?![A-Za-z])"
    r"|(?P<escape>\\[%#&_$+>\-])"
    r"|&(?P<entity>lt|gt|amp|quot|apos|nbsp);"
)
_MATH = re.compile(
    r"(?P<script>[_^])\s*(?:\{(?P<group>(?:[^{}]|\{[^{}]*\}){0,40})\}|(?P<one>[A-Za-z0-9+\-*′']|\\circ|\\prime|\\ast))"
    r"|\\(?P<accent>bar|hat|vec|tilde|dot|overline)\s*\{?(?P<under>[^{}\s\\])\}?"
    r"|\\[dt]?frac\s*\{(?P<above>(?:[^{}]|\{[^{}]*\})*)\}\s*\{(?P<below>(?:[^{}]|\{[^{}]*\})*)\}"
    rf"|\\(?:{_WRAPPERS})\s*\{{(?P<plain>(?:[^{{}}]|\{{[^{{}}]*\}})*)\}}"
    r"|\\(?P<command>[A-Za-z]+)\s*|\\(?P<escape>[%#&_$,;:! {}|])"
    r"|(?<=\d)\s*(?P<range>~)\s*(?=\d)|(?P<brace>[{}~])"
    r"|(?P<relation>\s+[<>=]\s+)|(?P<space>\s+)"
)
_STYLE = re.compile(r"^\\(?:display|text|script|scriptscript)style\b\s*")
"""In what size a formula is set, which engines tell of those in a line."""
_FORMULA = re.compile(rf"[\\^_{{}}]|^[^{HAN}]*$")
_ACCENTS = {
    "bar": "\u0304", "overline": "\u0304", "hat": "\u0302", "vec": "\u20d7", "tilde": "\u0303", "dot": "\u0307",
}  # fmt: skip
_ENTITIES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'", "nbsp": " "}
_HINT = re.compile(r"[$_^<*\\~&`]")


def may_hold(text: str) -> bool:
    """False for a text that has none of the characters of which one stands in any markup."""
    return _HINT.search(text) is not None


def resolve(text: str) -> tuple[str, list[Mark]]:
    """The text without markup, and what that said of its stretches."""
    if not may_hold(text):
        return text, []
    out = _Out()
    last = 0
    for hit in _TOKEN.finditer(text):
        formula = hit["display"] or hit["math"]
        if formula is not None and not _is_formula(formula, text[hit.end() : hit.end() + 1]):
            continue
        out.add(text[last : hit.start()])
        last = hit.end()
        if formula is not None:
            formula = _STYLE.sub("", formula.strip())
            _math(_in_brackets(formula) if out.ends_in_han() else formula, out)
        elif hit["wrapped"] is not None:
            _math(hit["wrapped"], out, blanks=True)
        elif hit["script"]:
            out.add(hit["group"], MarkKind.SUB if hit["script"] == "_" else MarkKind.SUP)
        elif hit["power"] or hit["call"]:  # 14.6×10^9, 5 m^2, 郝一宁^1
            out.add(hit["power"] or hit["call"], MarkKind.SUP)
        elif hit["tag"]:
            out.add(hit["inner"], MarkKind.SUB if hit["tag"] == "sub" else MarkKind.SUP)
        elif hit["code"]:  # `acequia --help`: what is typed, and means what it says
            out.add(hit["code"])
        elif hit["bold"] is not None:
            out.add(hit["bold"], MarkKind.STRONG)
        elif hit["slanted"] is not None:
            out.add(hit["slanted"], MarkKind.EMPHASIS)
        elif hit["entity"]:
            out.add(_ENTITIES[hit["entity"]])
        else:
            out.add(hit["struck"] or _COMMANDS.get(hit["sign"] or "") or hit["escape"][1:])
    out.add(text[last:])
    return "".join(out.parts), out.marks


_CELSIUS = re.compile("C(?![A-Za-z])")


class _Out:
    """What is written so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.marks: list[Mark] = []
        self.length = 0

    def ends_in_han(self) -> bool:
        """True after a Chinese character."""
        return bool(self.parts) and is_han(self.parts[-1].rstrip()[-1:] or " ")

    def add(self, text: str, kind: MarkKind | None = None) -> None:
        if not text:
            return
        if self.parts and self.parts[-1] == "°" and _CELSIUS.match(text):
            # The print has 25℃ as one sign.
            self.parts[-1], text = "℃", text[1:]
            if not text:
                return
        if kind is not None and text:
            self.marks.append(Mark(kind, self.length, self.length + len(text)))
        self.parts.append(text)
        self.length += len(text)


def _in_brackets(formula: str) -> str:
    """（P<0.05） of (P<0.05): the brackets of Chinese text that the OCR took into a formula."""
    depth = 0
    for at, char in enumerate(formula):
        depth += (char == "(") - (char == ")")
        if not depth:
            return f"（{formula[1:at]}）{formula[at + 1 :]}" if at else formula
    return formula


def _is_formula(text: str, after: str) -> bool:
    """False for the words between two prices."""
    if not _FORMULA.search(text) or not text.strip():
        return False
    plain = not re.search(r"[\\^_{}<>=]", text)
    return not (plain and (after.isdigit() or text[-1].isspace() != text[0].isspace()))


_DEGREES = re.compile("°C(?![A-Za-z])")
"""Two signs within a formula, which the print has as one."""


def _math(text: str, out: _Out, *, blanks: bool = False) -> None:
    """Write a formula; with ``blanks`` those between words stay."""
    text, last = _DEGREES.sub("℃", text), 0
    for hit in _MATH.finditer(text):
        out.add(text[last : hit.start()])
        last = hit.end()
        if hit["script"]:
            inner = hit["group"] if hit["group"] is not None else hit["one"]
            raised = _plain(inner)
            kind = MarkKind.SUB if hit["script"] == "_" else MarkKind.SUP
            out.add(raised, None if raised in ("°", "′") else kind)
        elif hit["accent"]:
            out.add(hit["under"] + _ACCENTS[hit["accent"]])
        elif hit["above"] is not None:
            out.add(f"{_operand(hit['above'])}/{_operand(hit['below'])}")
        elif hit["plain"] is not None:
            _math(_unspaced(hit["plain"]), out, blanks=True)
        elif hit["command"]:
            out.add(_COMMANDS.get(hit["command"], hit["command"]))
        elif hit["escape"]:
            out.add(hit["escape"].strip(",;:! "))
        elif hit["range"]:
            out.add("～")
        elif hit["relation"]:  # p < 0.01
            out.add(f" {hit['relation'].strip()} ")
        elif hit["space"] and blanks:
            out.add(" ")
    out.add(text[last:])


def _unspaced(text: str) -> str:
    r"""CO of ``{ C O }``: engines put a blank around each letter of a formula."""
    letters = text.split()
    return "".join(letters) if all(len(letter) == 1 for letter in letters) else text


def _plain(text: str) -> str:
    made = _Out()
    _math(text, made)
    return "".join(made.parts)


def _operand(text: str) -> str:
    """A part of a fraction, in brackets if it is a sum."""
    plain = _plain(text)
    return f"({plain})" if re.search(r"[+\-±×÷ ]", plain[1:]) else plain
