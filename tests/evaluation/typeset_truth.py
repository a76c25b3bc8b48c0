"""A truth set as a printed magazine: pages with columns, boxes, pull quotes and heads, as a PDF.

What a grid of characters cannot show comes of a real layout: lines that kinsoku and figures
make uneven, boxes and pull quotes beside the text and narrower than it, columns that end in
mid-sentence, heads and folios. What is set into a paragraph stands where chance puts it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, NamedTuple

Json = Mapping[str, Any]


class House(NamedTuple):
    """How a magazine is set; lengths are those of CSS."""

    size: str
    margin: str
    columns: int
    points: float
    beside: str
    """How wide a box is; what is as wide as the column stands in it."""
    head: str
    """What stands over each page: title, section or name."""


HOUSES = (
    House("A4", "22mm 18mm 24mm", 2, 10.5, "100%", "title"),
    House("184mm 260mm", "22mm 20mm 22mm", 1, 11, "46%", "section"),
    House("210mm 285mm", "20mm 16mm 22mm", 3, 9.5, "100%", "name"),
)
_LONG = 60
"""Characters from which on a paragraph may have something set into it."""
_EDGE = 20
"""So many of them stay on either side of that."""


def printed(truth: Json, house: House, seed: int) -> bytes:
    """The PDF of a truth in the form of ``tests/cases/README.md``, which a seed makes again."""
    from weasyprint import HTML

    articles = [one for one in truth["articles"] if not one.get("optional")]
    chance = random.Random(seed)  # noqa: S311  (no secret)
    body = _front(truth, articles) + "".join(
        _article(at, article, _head(truth, article, house), chance)
        for at, article in enumerate(articles)
    )
    page = f'<html lang="zh"><style>{_css(house)}</style><body>{body}</body></html>'
    made: bytes = HTML(string=page).write_pdf()
    return made


def _css(house: House) -> str:
    aside = house.beside != "100%"
    margin = "4mm" if aside else "0"
    return f"""
@page {{ size: {house.size}; margin: {house.margin};
  @bottom-center {{ content: "· " counter(page) " ·"; font-size: 8.5pt }}
  @top-right {{ content: string(head); font-size: 8.5pt }} }}
body {{ font: {house.points}pt/1.55 "Noto Serif CJK SC", "Noto Serif CJK TC"; margin: 0 }}
.article {{ break-before: page }} .head {{ string-set: head attr(title) }}
h1 {{ font-size: 20pt; line-height: 1.4; margin: 0 }} h2 {{ font-size: 13pt; margin: 0 }}
.columns {{ columns: {house.columns}; column-gap: 8mm; column-fill: auto }}
p {{ margin: 0; text-indent: 2em; orphans: 1; widows: 1 }} .flush {{ text-indent: 0 }}
.right {{ text-align: right; text-indent: 0 }} .verse {{ margin: 2mm 0 2mm 2em }}
.box {{ float: right; width: calc({house.beside} - 6mm); padding: 2mm 3mm; margin: 1.5mm 0 1.5mm {margin};
  font-size: {house.points - 1}pt }}
.quote {{ float: left; width: {"40%" if aside else "100%"}; margin: 3mm 4mm 3mm 0; font-size: {house.points + 3}pt }}
.whole {{ display: inline-block; width: 100%; text-indent: 0 }} td {{ padding: 1mm 2mm }}
.contents a::after {{ content: "　" target-counter(attr(href), page) }} .small {{ font-size: 8.5pt }}
"""


def _front(truth: Json, articles: Sequence[Json]) -> str:
    """The cover, the contents and the imprint."""
    about = truth["masthead"]
    number = f"{about.get('year', '')}年第{about.get('number', '')}期"
    rows = [f"<h1>{escape(about['title'])}</h1><p class=flush>{number}</p>"]
    rows.append('<div class="contents" style="break-before: page"><h1>目　录</h1>')
    section = ""
    for at, article in enumerate(articles):
        if article["section"] and article["section"] != section:
            section = article["section"]
            rows.append(f"<h2>{escape(section)}</h2>")
        words = " ".join(article["title"])
        who = "　".join(("", *article["authors"]))
        rows.append(f'<p class=flush>{escape(words + who)}<a href="#a{at}"></a></p>')
    rows.append(f'</div><div style="break-before: page"><h2>{escape(about["title"])}</h2>')
    codes = [
        f"{name} {about[field]}"
        for name, field in (("ISSN", "issn"), ("CN", "cn"))
        if about.get(field)
    ]
    rows += [f"<p class=flush>{escape(text)}</p>" for text in (number, *codes)]
    return "".join(rows) + "</div>"


def _head(truth: Json, article: Json, house: House) -> str:
    name = str(truth["masthead"]["title"])
    heads = {
        "title": " ".join(article["title"]),
        "section": str(article["section"] or name),
        "name": f"{name} {truth['masthead'].get('year', '')}",
    }
    return heads[house.head]


def _article(at: int, article: Json, head: str, chance: random.Random) -> str:
    rows = [f"<div class=article id=a{at}><div class=head title='{escape(head)}'></div><h1>"]
    rows.append("<br>".join(map(escape, article["title"])) + "</h1>")
    if article["subtitle"]:
        rows.append(f"<h2>——{escape(article['subtitle'])}</h2>")
    rows += [f"<p class=flush>{escape(one.replace(' ', '　'))}</p>" for one in article["byline"]]
    rows.append("<div class=columns>" + "".join(_body(article, chance)))
    rows += [
        f"<p class='flush small'>{escape(note['marker'] + note['text'])}</p>"
        for note in article.get("notes", ())
    ]
    return "".join(rows) + "</div></div>"


def _body(article: Json, chance: random.Random) -> list[str]:
    """The blocks of an article, with its pull quotes and boxes set into its longer paragraphs."""
    blocks = article["blocks"]
    long = [at for at, one in enumerate(blocks) if _is_long(one)]
    set_in: dict[int, list[str]] = {}
    for quote in article["pull_quotes"]:
        text = quote if isinstance(quote, str) else quote["text"]
        set_in.setdefault(chance.choice(long) if long else -1, []).append(_quote(text, ""))
    rows = set_in.get(-1, [])
    for at, block in enumerate(blocks):
        if block["kind"] == "box" and at and _is_long(blocks[at - 1]):
            continue  # within the paragraph above
        below = blocks[at + 1] if at + 1 < len(blocks) else {}
        within = set_in.get(at, [])
        if _is_long(block) and below.get("kind") == "box":
            within = [*within, _box(below)]
        rows.append(_block(block, within, chance))
    return rows


def _is_long(block: Json) -> bool:
    return block["kind"] == "paragraph" and len(block["text"]) > _LONG


def _block(block: Json, within: Sequence[str], chance: random.Random) -> str:
    makers: dict[str, Callable[[], str]] = {
        "paragraph": lambda: _paragraph(block, within, chance),
        "heading": lambda: f"<h2>{escape(block['text'])}</h2>",
        "box": lambda: _box(block),
        "verse": lambda: f"<div class=verse>{'<br>'.join(map(escape, block['lines']))}</div>",
        "figure": lambda: f"<p class='flush small'>{escape(block['caption'])}</p>",
        "pull-quote": lambda: _quote("".join(block["paragraphs"]), block.get("attribution", "")),
        "table": lambda: _table(block),
    }
    return makers[block["kind"]]()


def _paragraph(block: Json, within: Sequence[str], chance: random.Random) -> str:
    text = block["text"]
    if not within:
        side = " class=right" if block.get("role") == "signature" else ""
        return f"<p{side}>{escape(text)}</p>"
    at = chance.randrange(_EDGE, len(text) - _EDGE)
    return f"<p>{escape(text[:at])}{''.join(within)}{escape(text[at:])}</p>"


def _table(block: Json) -> str:
    cells = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in block["rows"])
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    return f"<p class=flush>{escape(block['caption'])}</p><table>{table}</table>"


def _box(box: Json) -> str:
    rows = [box["label"], box["title"], *(f"　　{one}" for one in box["paragraphs"])]
    if who := box["attribution"]:
        rows.append(who if who[0] in "（(—" else f"——{who}")
    return f"<span class=box><span class=whole>{'<br>'.join(map(escape, filter(None, rows)))}</span></span>"


def _quote(text: str, who: str) -> str:
    said = escape(text) + (f"<br>——{escape(who)}" if who else "")
    return f"<span class=quote><span class=whole>{said}</span></span>"
