"""Articles as references: a line by GB/T 7714-2015, BibTeX and RIS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from converter import patterns as re
from converter.library.book import Book, Piece
from converter.render.pinyin import syllable

_BIBTEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$",
    "#": r"\#", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
_KEY = re.compile(r"[^A-Za-z0-9]+")
_NAMED = 3
"""GB/T 7714-2015 §8.1.2: the first three authors are named, the rest are 等."""


def _year(book: Book) -> str:
    return str(book.year) if book.year else book.date[:4]


def gb7714(book: Book, piece: Piece) -> str:
    """The article as a reference: 沈一帆. 渡口的灯[J]. 河湾手记, 2023(1): 4-8."""
    names = [signer.name for signer in piece.signers]
    others = "等" if book.language.startswith("zh") else "et al"
    named = ", ".join([*names[:_NAMED], *([others] if len(names) > _NAMED else [])])
    title = piece.title + (f"：{piece.subtitle.lstrip('—')}" if piece.subtitle else "")
    number = f"({book.number})" if book.number else ""
    where = f"{_year(book)}{number}"
    pages = piece.pages.replace("–", "-")
    parts = [f"{named}. " if named else "", f"{title}[J]. ", book.magazine]
    parts.append(f", {where}" if where else "")
    parts.append(f": {pages}" if pages else "")
    return "".join(parts) + "."


def _key(book: Book, piece: Piece) -> str:
    """A citation key that is ASCII and unique: the author, the issue and the article."""
    first = piece.signers[0].name if piece.signers else piece.title
    spoken = "".join(syllable(char) or char for char in first[:4])
    where = f"{_year(book)}-{book.number or book.serial}-{book.unique[-6:]}-{piece.stem}"
    return f"{_KEY.sub('', spoken) or 'anon'}-{_KEY.sub('-', where).strip('-')}"


def _escaped(text: str) -> str:
    return "".join(_BIBTEX.get(char, char) for char in text)


def bibtex(items: Iterable[tuple[Book, Piece, str]]) -> Iterator[str]:
    """Entries for BibTeX and biblatex; each article with its issue and its address or ""."""
    for book, piece, address in items:
        fields = (
            ("author", " and ".join(f"{{{_escaped(s.name)}}}" for s in piece.signers)),
            ("title", f"{{{_escaped(piece.title)}}}"),
            ("subtitle", _escaped(piece.subtitle)),
            ("journal", _escaped(book.magazine)),
            ("year", _year(book)),
            ("number", _escaped(book.number)),
            ("pages", piece.pages.replace("–", "--")),
            ("issn", book.issn),
            ("keywords", _escaped(piece.section)),
            ("langid", "chinese" if piece.language.startswith("zh") else "english"),
            ("url", address),
        )
        body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
        yield f"@article{{{_key(book, piece)},\n{body}}}\n"


def ris(items: Iterable[tuple[Book, Piece, str]]) -> Iterator[str]:
    """Records in the RIS format, which every reference manager reads."""
    for book, piece, address in items:
        title = piece.title + (f"：{piece.subtitle.lstrip('—')}" if piece.subtitle else "")
        fields = (
            ("TY", "JOUR"),
            *(("AU", signer.name) for signer in piece.signers),
            ("TI", title),
            ("T2", book.magazine),
            ("PY", _year(book)),
            ("DA", book.date.replace("-", "/") if len(book.date) > len("2023") else ""),
            ("IS", book.number),
            ("SP", piece.first_page),
            ("EP", piece.last_page),
            ("SN", book.issn),
            ("PB", book.publisher),
            ("KW", piece.section),
            ("AB", piece.summary),
            ("LA", piece.language),
            ("UR", address),
        )
        lines = "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in fields if value)
        yield f"{lines}ER  - \r\n"


def _one_line(value: str) -> str:
    return " ".join(value.split())
