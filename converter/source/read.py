"""Decodes a file of unknown encoding and numbers its lines as an editor shows them."""

from __future__ import annotations

import codecs
import hashlib
from collections.abc import Iterator
from pathlib import Path

from converter import patterns as re
from converter.diagnostics import (
    Diagnostic,
    EmptyInputError,
    InputError,
    MissingInputError,
)
from converter.source.own_lines import with_own_lines
from converter.values import NamedTuple

_SIGNATURES = (
    (b"%PDF-", "a PDF file; export its OCR text first"),
    (b"PK\x03\x04", "a ZIP, EPUB or Office file; export its text first"),
    (b"\x89PNG", "a picture; run OCR on it first"),
    (b"\xff\xd8\xff", "a picture; run OCR on it first"),
    (b"GIF8", "a picture; run OCR on it first"),
    (b"II*\x00", "a TIFF picture; run OCR on it first"),
    (b"MM\x00*", "a TIFF picture; run OCR on it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office file; export its text first"),
    (b"{\\rtf", "an RTF file; export its text first"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
)
_SAMPLE = 1 << 20


class Line(NamedTuple):
    """One line of the file: its 1-based number and its text without the line break."""

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """True if nothing but white space is on it."""
        text = self.text  # asked for thirty times of each line
        return not text or text.isspace()


class Source(NamedTuple):
    """A decoded file. ``name`` is the file's name without its folder."""

    name: str
    lines: tuple[Line, ...]
    encoding: str
    sha256: str
    diagnostics: tuple[Diagnostic, ...] = ()


def read_file(path: Path) -> Source:
    """Read and decode a file.

    Raises :class:`MissingInputError` if it cannot be opened, else what
    :func:`read_bytes` raises.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        msg = f"cannot read {path}: {error.strerror or error}"
        raise MissingInputError(msg) from error
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Source:
    """Decode ``data``: UTF-8, UTF-16 and UTF-32 by their marks, else UTF-8, GB18030 or Big5.

    Raises :class:`EmptyInputError` for a file without text and :class:`InputError` for
    one that is not text.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            msg = f"{name}: not a text file but {what}"
            raise InputError(msg)
    text, encoding, findings = _decode(data, name)
    if not text or text.isspace():
        msg = f"{name}: the file holds no text"
        raise EmptyInputError(msg)
    parts = _parts(text)
    if parts[-1] == "":
        parts.pop()
    own = with_own_lines(parts)
    if len(own) > len(parts):
        findings = (*findings, Diagnostic.of("SRC004", lines=len(parts), count=len(own)))
        parts = own
    lines = tuple(Line(number, part) for number, part in enumerate(parts, 1))
    return Source(name, lines, encoding, hashlib.sha256(data).hexdigest(), findings)


def _parts(text: str) -> list[str]:
    """The text between the ends of lines, be they those of Unix, Windows or the old Macintosh.

    Blanks at the end of a line are none of its text: OCR leaves them, and Markdown breaks lines so.
    """
    text = text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n")
    usual = text.count("\n")
    for end in _OTHER_ENDS:
        if text.count(end) > usual:
            text = text.replace(end, "\n")
    return [part.rstrip(_BLANKS) for part in text.split("\n")]


_OTHER_ENDS = ("\x0b", "\x85", "\u2028", "\u2029")
"""Ends of lines where most are such: UAX #14, BK and NL, but the form feed, which ends a page."""
_BLANKS = " \t\u3000\u00a0"


def _decode(data: bytes, name: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8-sig"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\x00\x00\xfe\xff", "utf-32"),
        (b"\xff\xfe", "utf-16"),
        (b"\xfe\xff", "utf-16"),
    ):
        if data.startswith(mark):
            return _marked(data, encoding, name)
    if b"\x00" in data[:_SAMPLE] and not _has_stray_nuls(data):
        return _wide_without_mark(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, name)
    if _looks_binary(text):
        msg = f"{name}: not a text file (it is full of control characters)"
        raise InputError(msg)
    return text, "utf-8", ()


def _has_stray_nuls(data: bytes) -> bool:
    """True for Chinese text in UTF-8 with a NUL here and there, which cleaning takes out."""
    sample = data[:_SAMPLE]
    if sample.count(b"\x00") * 200 > len(sample):
        return False
    return _chinese_share(sample.decode("utf-8", errors="ignore")) > 0.3


def _marked(data: bytes, encoding: str, name: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    label = {"utf-8-sig": "UTF-8 with BOM"}.get(encoding, encoding.upper())
    try:
        text, cut = _whole(data, encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8-sig":
            msg = f"{name}: the file says it is {label} but byte {error.start} is not"
            raise InputError(msg) from error
        text, cut = data.decode(encoding, errors="replace"), True
    broken = _broken_lines(text, label.split()[0]) if cut else ()
    return text, encoding, (*broken, Diagnostic.of("SRC001", encoding=label))


def _whole(data: bytes, encoding: str) -> tuple[str, bool]:
    """The text, and whether the file is cut off within its last character."""
    decoder = codecs.getincrementaldecoder(encoding)()
    text = decoder.decode(data)
    return (f"{text}\ufffd", True) if decoder.getstate()[0] else (text, False)


def _wide_without_mark(data: bytes, name: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """UTF-16 that lost its mark has a NUL in every other byte of its ASCII and line breaks."""
    sample = data[:_SAMPLE]
    for encoding, newline in (("utf-16-le", b"\n\x00"), ("utf-16-be", b"\x00\n")):
        if newline in sample:
            try:
                text, cut = _whole(data, encoding)
            except UnicodeDecodeError:
                continue
            if "\x00" not in text and _chinese_share(text) > 0.3:
                label = encoding.upper()
                broken = _broken_lines(text, label) if cut else ()
                return text, encoding, (*broken, Diagnostic.of("SRC001", encoding=label))
    msg = f"{name}: not a text file (it holds NUL bytes)"
    raise InputError(msg)


def _legacy(data: bytes, name: str) -> tuple[str, str, tuple[Diagnostic, ...]]:
    """Neither marked nor UTF-8: an older Chinese encoding, or UTF-8 with broken places."""
    damaged = data.decode("utf-8", errors="replace")
    broken = damaged.count("\ufffd")
    if broken * 50 < len(damaged) and _chinese_share(damaged) > 0.2:
        return damaged, "utf-8", _broken_lines(damaged)
    # The best of those that read it without an error, else of those that read nearly all of it.
    for errors in ("strict", "replace"):
        best = max(_read_as(data, errors), default=None)
        if best is not None and best[0] > 0.05 and not _looks_binary(best[1]):
            label = {"big5hkscs": "Big5"}.get(best[2], best[2].upper())
            lost = _broken_lines(best[1], label)
            return best[1], best[2], (*lost, Diagnostic.of("SRC001", encoding=label))
    if _looks_binary(damaged) or broken * 3 > len(damaged):
        msg = f"{name}: not text in UTF-8, UTF-16, GB18030 or Big5; save it as UTF-8 and try again"
        raise InputError(msg)
    return damaged, "utf-8", _broken_lines(damaged)


def _read_as(data: bytes, errors: str) -> Iterator[tuple[float, str, str]]:
    """The text in each older encoding that reads it, with how much of it is common characters."""
    for encoding in ("gb18030", "big5hkscs"):
        try:
            text = (
                data.decode(encoding, errors) if errors != "strict" else _whole(data, encoding)[0]
            )
        except UnicodeDecodeError:
            continue
        if text.count("\ufffd") * 50 <= len(text):
            yield _common_share(text), text, encoding


def _broken_lines(text: str, encoding: str = "UTF-8") -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic.of("SRC002", number, count=part.count("\ufffd"), encoding=encoding)
        for number, part in enumerate(with_own_lines(_parts(text)), 1)
        if "\ufffd" in part
    )


_CONTROL = re.compile("[\x00-\x08\x0e-\x19\x1b-\x1f]")


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    return controls > 8 and controls * 20 > len(sample)


_HAN = range(0x4E00, 0xA000)


def _chinese_share(text: str) -> float:
    sample = text[: 1 << 16]
    return sum(map(_HAN.__contains__, map(ord, sample))) / max(1, len(sample))


# The commonest characters of written Chinese in both scripts: text decoded with the
# wrong table holds Chinese characters too, but hardly ever these.
_COMMON = frozenset(
    "的一是不了在人有我他这為为這个個们們中来來上大和国國地到以说說时時要就出会會可也你对對生能而子"
)


def _common_share(text: str) -> float:
    sample = text[: 1 << 16]
    return sum(map(_COMMON.__contains__, sample)) / max(1, len(sample))
