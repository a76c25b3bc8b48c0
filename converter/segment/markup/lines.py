"""Lines without HTML, each of which may fall into several of one number.

Only tags by their names are taken for such, and names that are words or letters only where
the issue closes them: ``a<b>c`` stays what it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.segment.markup.latex import LatexLine, read_latex
from converter.segment.markup.listings import listing_at
from converter.segment.markup.rows import CentredLine, EntryLine, PictureLine
from converter.segment.pages import page_marks
from converter.source import Line
from converter.values import NamedTuple


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


_BLOCKS = _names(
    "p div section article aside main center blockquote figure figcaption caption ul ol dl dt dd li "
    "h1 h2 h3 h4 h5 h6 pre header footer address hr body html textblock"
)
_BREAKS = frozenset(("br", "textline", "tr"))
_SILENT = _names(
    "head meta link span font u s i em small big a tt code mark ins del tbody thead tfoot col colgroup table td th "
    "wbr nobr unicode textequiv coords baseline printspace sp page pb"
)
_STRONG = frozenset(("b", "strong"))
_LEFT_OUT = {
    "page_header": "running-head", "page_footer": "running-head", "pageheader": "running-head", "pagefooter": "running-head",
    "header": "running-head", "footer": "running-head", "watermark": "image", "img": "image", "style": "markup",
}  # fmt: skip
"""Elements that are left out with their text, and as what: Nanonets describes pictures in img."""
_NUMBERED = frozenset(("page_number", "pagenumber", "page_num", "folio"))
_PAIRED = frozenset(("b", "i", "u", "s", "a", "p", "em", "big", "small", "mark", "code", "page"))
_KNOWN = (
    _BLOCKS | _BREAKS | _SILENT | _STRONG | frozenset(_LEFT_OUT) | _NUMBERED | {"string", "hyp"}
)
_ATTRIBUTES = r"(?:\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'|[^\s\"'<>=]+))?)*"
_PIECE = re.compile(
    rf"(?P<tag><(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9_]*){_ATTRIBUTES}\s*/?>)"
    r"|(?P<note><!--(?:(?!-->).){0,600}-->|<[?!][A-Za-z][^<>]*>)"
    r"|(?P<page>\{\d{1,4}\}-{8,}|<-{2,} *page split *-{2,}>)"
    r"|(?P<image>!\[[^\[\]]*\]\((?:[^()]|\([^()]*\))*\)(?:\{[^{}]*\})?"
    r"|\[!\[[^\[\]]*\]\([^()\s]*\)\]\([^()\s]*\)|^\s*[\[【][图圖]片?[\]】](?=\s*$))"
    r"|\[(?P<linked>[^\[\]]*)\]\((?:(?:\#|(?!\w+:)[\w./%-]{1,80}\.(?:x?html?|md)\b)[^()\s]*"
    r"|<?(?P<target>(?:https?://|mailto:)(?:[^()\s<>]|\([^()\s<>]*\))+)>?(?:\s+\"[^\"]*\")?)\)"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>"
    r"|(?P<class><\|(?P<what>ref|det)\|>(?:(?!<\|).)*<\|/(?P=what)\|>|<\|/?[a-z_]{2,16}\|>)",
    re.IGNORECASE,
)
_PAGE_NOTE = re.compile(
    r"<!--\s*(?:page(?!_?(?:header|footer))|第\s*\d{1,4}\s*[页頁]\s*-->)", re.IGNORECASE
)
_HEADER_NOTE = re.compile(r"<!--\s*page_?(?:header|footer)", re.IGNORECASE)
_IMAGE_NOTE = re.compile(r"<!--\s*(?:image|picture|figure|formula)", re.IGNORECASE)
_CONTENT = re.compile(r"\bCONTENT\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)')", re.IGNORECASE)
_TABLE = re.compile(r"<table(?:\s[^<>]*)?>", re.IGNORECASE)
_TABLE_EDGE = re.compile(r"<table(?:\s[^<>]*)?>|</table\s*>", re.IGNORECASE)
_WHOLE = re.compile(
    r"^\s*<(?P<name>p|div|li|span)\b[^<>]*>(?P<text>.*)</(?P=name)>\s*$", re.IGNORECASE
)
_CENTRED = re.compile(
    r"^\s*<(?P<name>div|center)(?P<how>\s[^<>]*)?>(?P<text>[^<>]*)</(?P=name)>\s*$", re.IGNORECASE
)
_IS_CENTRED = re.compile(r"text-align\s*:\s*center|align\s*=\s*[\"']?center", re.IGNORECASE)
_FEWEST_LINES = 6
_FENCE = re.compile(r"^\s*(?::{3,}\s*(?:\{[^{}]*\}|[\w.-]*)|(?:`{3,}|~{3,})\s*[A-Za-z]*)\s*$")


class Unmarked(NamedTuple):
    """Lines without HTML, and what became of it: (line, text, reason), (line, before, after)."""

    lines: list[Line]
    drops: list[tuple[int, str, str]]
    changes: list[tuple[int, str, str]]
    frames: dict[int, int]
    """The last lines of frames with a name and paragraphs in them, by their first lines."""
    links: list[tuple[int, str, str]]
    """The words of links with the addresses they lead to: (line, words, address)."""


def unmarked(lines: Sequence[Line]) -> Unmarked:
    """Resolve the HTML in some lines.

    Paragraphs and breaks become lines, headings and items the marks that Markdown has for
    them, tables rows with bars (:class:`~.tables.TableLine`). Page marks in the middle of
    a line get lines of their own.
    """
    if not _may_hold("\n".join(line.text for line in lines)):
        return Unmarked(list(lines), [], [], {}, [])
    return _Unmarker(lines).run()


def _may_hold(text: str) -> bool:
    return (
        "<" in text
        or "](" in text
        or "}--" in text
        or ":::" in text
        or "```" in text
        or "~~~" in text
        or "$$" in text
        or "\\" in text
        or _PLACE.search(text) is not None
    )


_PLACE = re.compile(r"[\[【][图圖]片?[\]】]")
"""[图] on a line of its own, where a picture stood."""


_LONGEST_FORMULA = 12
"""Lines within which a formula must end."""
_LONGEST_ELEMENT = 2000
"""Characters within which an element must end that is left out."""
_LONGEST_TABLE = 600
"""Lines within which a table must end."""


_NAME = 12
"""Em of the longest name of a frame."""
_LONGEST_FENCED, _PARAGRAPHS = 24, 3
"""Lines within which a fence must end, and the fewest of a name and several paragraphs in it."""


class _Unmarker:
    def __init__(self, lines: Sequence[Line]) -> None:
        self.source = lines
        self.made = Unmarked([], [], [], {}, [])
        self.closed = {
            name.lower()
            for line in lines
            if "</" in line.text
            for name in re.findall(r"</([A-Za-z][A-Za-z0-9_]*)\s*>", line.text)
        }

        self.by_line = _marks_lines(lines)
        self.looks = 4 * len(lines) + _LONGEST_TABLE
        """So many lines more may be searched for the ends of tables, of which some may have none."""

    def run(self) -> Unmarked:
        """All lines."""
        at = 0
        while at < len(self.source):
            line = self.source[at]
            if not _may_hold(line.text):
                self.made.lines.append(line)
                at += 1
            elif listing := listing_at(self.source, at):
                at = self._add_listing(at, listing)
            elif end := self._display(at):
                at = end
            elif (latex := read_latex(line.text)) is not None:
                self._add_latex(line.number, latex)
                at += 1
            elif _FENCE.match(line.text):
                self._drop_fence(line)
                at = self._fenced(at + 1)
            else:
                at = self._line(at)
        return self.made

    def _add_listing(self, at: int, listing: Sequence[Line]) -> int:
        """Add the lines of a program without its fences; the index after them."""
        end = at + len(listing) + 1
        self._drop_fence(self.source[at])
        self.made.lines.extend(listing)
        self._drop_fence(self.source[end])
        return end + 1

    def _drop_fence(self, line: Line) -> None:
        self.made.drops.append((line.number, line.text.strip(), "markup"))
        self.made.lines.append(Line(line.number, ""))

    def _fenced(self, first: int) -> int:
        """Part the paragraphs between two fences, a name above them perhaps; the index after them.

        They are told from the lines of a narrow frame by their ends: each is a whole sentence.
        """
        end = first
        while end < len(self.source) and not _FENCE.match(self.source[end].text):
            if end - first >= _LONGEST_FENCED or _may_hold(self.source[end].text):
                return first
            end += 1
        lines = self.source[first:end]
        texts = [line.text for line in lines]
        closed = end < len(self.source) and len(lines) >= _PARAGRAPHS
        if not closed or not texts[0] or not all(map(ends_sentence, texts[1:])):
            return first
        for line in lines:
            self.made.lines.extend((line, Line(line.number, "")))
        self._note_frame(lines)
        self._drop_fence(self.source[end])
        return end + 1

    def _note_frame(self, lines: Sequence[Line]) -> None:
        """Note some lines as a frame if the first is a name."""
        name = lines[0].text.strip(" *")
        if width(name) <= _NAME and not ends_sentence(name) and "，" not in name:
            self.made.frames[lines[0].number] = lines[-1].number

    def _line(self, at: int) -> int:
        """Resolve a line, and those of a table that begins in it; the index after them."""
        start = 0
        while True:
            line = self.source[at]
            hit = _TABLE.search(line.text, start)
            found = self._table(at, hit.start()) if hit else None
            if hit is None or found is None:
                self._plain(line, start, len(line.text))
                return at + 1
            self._plain(line, start, hit.start())
            pieces, at, start = found
            self._add_table(pieces)

    def _display(self, at: int) -> int:
        """Put a formula between two lines of ``$$`` on one line; the index after it, 0 if none."""
        if self.source[at].text.strip() != "$$":
            return 0
        for end in range(at + 1, min(len(self.source), at + _LONGEST_FORMULA)):
            if self.source[end].text.strip() == "$$":
                inside = " ".join(line.text.strip() for line in self.source[at + 1 : end])
                number = self.source[at + 1].number
                self.made.lines.extend(
                    (Line(number, ""), Line(number, f"$${inside}$$"), Line(number, ""))
                )
                return end + 1
        return 0

    def _add_latex(self, number: int, latex: LatexLine) -> None:
        if latex.after:
            self.made.changes.append((number, latex.before, latex.after))
        elif latex.before:
            self.made.drops.append((number, latex.before, "image" if latex.picture else "markup"))
        heads = latex.text.startswith("#")
        if heads or latex.picture:
            self.made.lines.append(Line(number, ""))
        kind = PictureLine if latex.picture else Line
        self.made.lines.append(kind(number, latex.text))
        if heads:
            self.made.lines.append(Line(number, ""))

    # -- tables -------------------------------------------------------------------

    def _table(self, at: int, start: int) -> tuple[list[tuple[int, str]], int, int] | None:
        """The pieces of a table by line number, and where it ends; ``None`` if it does not."""
        pieces: list[tuple[int, str]] = []
        depth = 0
        for index in range(at, min(len(self.source), at + min(_LONGEST_TABLE, self.looks))):
            line = self.source[index]
            self.looks -= 1
            for hit in _TABLE_EDGE.finditer(line.text, start):
                depth += -1 if hit[0].startswith("</") else 1
                if depth == 0:
                    pieces.append((line.number, line.text[start : hit.end()]))
                    return pieces, index, hit.end()
            pieces.append((line.number, line.text[start:]))
            start = 0
        return None

    def _add_table(self, pieces: list[tuple[int, str]]) -> None:
        """Add the rows of a table; what its tags became is told on each of its lines."""
        from converter.segment.markup.tables import table_lines

        rows = table_lines(pieces)
        blank = Line(pieces[0][0], "")
        self.made.lines.extend((blank, *rows, Line(pieces[-1][0], "")))
        if any(row.blank for row in rows):  # paragraphs in one cell
            self._note_frame(rows)
        raw = Counter(char for _, html in pieces for char in html if not char.isspace())
        made = Counter(char for row in rows for char in row.text if not char.isspace())
        lost, gained = raw - made, "".join((made - raw).elements())
        for number, html in pieces:
            own: list[str] = []
            for char in html:
                if lost[char] > 0:
                    lost[char] -= 1
                    own.append(char)
            if own or gained:
                self.made.changes.append((number, "".join(own), gained))
                gained = ""

    # -- other lines --------------------------------------------------------------

    def _plain(self, line: Line, start: int, end: int) -> None:
        """Add what a part of a line says without its tags."""
        text = line.text[start:end]
        if start and not text.strip():
            return
        if not _may_hold(text):
            self.made.lines.append(
                Line(line.number, text) if start or end < len(line.text) else line
            )
            return
        part = _Part(
            line.number,
            self.made,
            self.closed,
            bold=_bold(text),
            gaps=not self.by_line,
            centred=_is_centred(text),
        )
        last = 0
        for hit in _PIECE.finditer(text):
            if hit.start() >= last:  # not inside an element that is left out
                last = part.take(text[last : hit.start()], hit) or last
        if not last:
            self.made.lines.append(
                Line(line.number, text) if start or end < len(line.text) else line
            )
            return
        part.text += text[last:]
        part.finish()


class _Part:
    """What becomes of a line, or of a part of it."""

    def __init__(
        self,
        number: int,
        made: Unmarked,
        closed: Collection[str],
        *,
        bold: bool,
        gaps: bool,
        centred: bool,
    ) -> None:
        self.number = number
        self.made = made
        self.closed = closed
        self.bold = bold
        self.gaps = gaps
        self.text = ""
        self.kind: type[Line] = CentredLine if centred else Line
        self.mark: tuple[str, str] | None = None
        """The tag of a heading or an item, and the mark that stands for it."""
        self.dropped: dict[str, str] = {}
        self.size = len(made.lines)

    def take(self, before: str, hit: re.Match[str]) -> int:
        """Take a tag or a comment, with the text ``before`` it; its end, 0 if it is text."""
        name = (hit["name"] or "").lower()
        if name and (name not in _KNOWN or (name in _PAIRED and name not in self.closed)):
            return 0
        self.text += before
        if hit["image"]:
            self._picture(hit[0])
        elif hit["linked"] is not None:  # [4](#page-3-0), [编后](./end.md): a place in the issue
            self.text += hit["linked"]
            self._drop(hit[0].replace(hit["linked"], "", 1), "markup")
            alone = not hit.string[hit.end() :].strip() and before.strip() in _ITEM_SIGNS
            if alone and not hit["target"]:
                self.kind = EntryLine
            if hit["target"]:  # [渠志](https://…): what reads as its words, and leads there
                self.made.links.append((self.number, hit["linked"], hit["target"]))
        elif hit["address"]:
            self.text += hit["address"]
            self._drop("<>", "markup")
        elif hit["page"] or (hit["note"] and _PAGE_NOTE.match(hit[0])):
            self._own_line(hit[0])
        elif not name:
            reason = _note_reason(hit[0])
            if reason == "image":
                self._picture(hit[0])
            else:
                self._drop(hit[0], reason)
        elif not hit["close"]:
            return self._open(name, hit)
        else:
            self._close(name, hit[0])
        return hit.end()

    def _open(self, name: str, hit: re.Match[str]) -> int:
        tag = hit[0]
        if name in _LEFT_OUT or name in _NUMBERED:
            closing = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(
                hit.string, hit.end(), hit.end() + _LONGEST_ELEMENT
            )
            if closing is not None:
                element = hit.string[hit.start() : closing.end()]
                if name in _NUMBERED:
                    self._own_line(element)
                elif name == "img":
                    self._picture(element)
                else:
                    self._drop(element, _LEFT_OUT[name])
                return closing.end()
        if name in ("page", "pb") and page_marks([Line(0, tag)]).places:
            self._own_line(tag)
        elif name == "string" and (content := _CONTENT.search(tag)):
            said = content[1] or content[2] or ""
            self.text += said
            self._drop(tag.replace(said, "", 1), "markup")
        elif name in _STRONG and self.bold:
            self.text += "**"
            self.made.changes.append((self.number, tag, "**"))
        elif name == "li" or (len(name) == 2 and name[1].isdecimal()):
            self._break(gap=name != "li")
            self.mark = (tag, "-" if name == "li" else "#" * int(name[1]))
        else:
            if name == "img":
                self._picture(tag)
                return hit.end()
            if name in _BLOCKS or name in _BREAKS:
                self._break(gap=name in _BLOCKS)
            elif name in ("td", "th", "sp"):
                self.text += "  " if name != "sp" else " "
            self._drop(tag, "markup")
        return hit.end()

    def _close(self, name: str, tag: str) -> None:
        if name in _STRONG and self.bold:
            self.text += "**"
            self.made.changes.append((self.number, tag, "**"))
            return
        if name in _BLOCKS or name in _BREAKS:
            self._break(gap=name in _BLOCKS and name != "li")
        self._drop(tag, "markup")

    def _drop(self, text: str, reason: str) -> None:
        self.dropped[reason] = self.dropped.get(reason, "") + text

    def _picture(self, text: str) -> None:
        self._break(gap=False)
        self.made.lines.append(PictureLine(self.number, ""))
        self._drop(text, "image")

    def _own_line(self, text: str) -> None:
        self._break(gap=False)
        self.made.lines.append(Line(self.number, text))

    def _break(self, *, gap: bool) -> None:
        """End the line; with ``gap`` a blank one follows."""
        if self.text.strip():
            if self.mark:
                self.made.changes.append((self.number, *self.mark))
                self.text = f"{self.mark[1]} {self.text.strip()}"
                self.mark = None
            self.made.lines.append(self.kind(self.number, self.text))
        elif self.mark:
            self._drop(self.mark[0], "markup")
            self.mark = None
        self.text = ""
        if gap and self.gaps:
            self.made.lines.append(Line(self.number, ""))

    def finish(self) -> None:
        """Add what is left, or a blank line if there was nothing but markup."""
        self._break(gap=False)
        if len(self.made.lines) == self.size:
            self.made.lines.append(Line(self.number, ""))
        for reason, text in self.dropped.items():
            if text.strip():
                self.made.drops.append((self.number, text.strip(), reason))


_ITEM_SIGNS = ("", "-", "*", "+")
"""What stands before the link of an entry in contents."""
_PRINTED_LINE = 12
"""Characters of a line that may be one of running text."""


def _marks_lines(lines: Sequence[Line]) -> bool:
    """True if the tags of paragraphs hold printed lines, most of which break off."""
    ended = broken = 0
    for line in lines:
        hit = _WHOLE.match(line.text) if "<" in line.text else None
        if hit is None:
            continue
        text = re.sub(r"<[^<>]*>", "", hit["text"]).strip()
        if len(text) >= _PRINTED_LINE:
            if ends_sentence(text):
                ended += 1
            else:
                broken += 1
    return broken >= _FEWEST_LINES and broken > ended


def _is_centred(text: str) -> bool:
    """True for a line that is one centred element, without any other in it."""
    hit = _CENTRED.match(text)
    if hit is None or not hit["text"].strip():
        return False
    return hit["name"].lower() == "center" or _IS_CENTRED.search(hit["how"] or "") is not None


def _note_reason(text: str) -> str:
    if _HEADER_NOTE.match(text):
        return "running-head"
    return "image" if _IMAGE_NOTE.match(text) else "markup"


def _bold(text: str) -> bool:
    """True if bold type in a line ends where it began, and no line break is in it."""
    return len(re.findall(r"(?i)</?(?:b|strong)>", text)) == 2 * len(
        re.findall(r"(?i)<(?:b|strong)>[^<>*]+</(?:b|strong)>", text)
    )
