"""Writes a finished pydyf document: the same objects give the same bytes.

pydyf serialises and compresses everything a second time to make the identifier of the
file, at zlib's slowest level. Here each object is serialised once and the identifier is
made of that.
"""

from __future__ import annotations

import hashlib
import zlib
from math import ceil, log
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import pydyf

_LEVEL = 6
"""zlib's default: level 9 costs three times the time for one per cent of the size."""


def serialise(pdf: pydyf.PDF, output: BinaryIO, version: str) -> None:
    """Write ``pdf`` with an object stream and a cross-reference stream (PDF 1.5 and up)."""
    writer = _Writer(output)
    writer.line(f"%PDF-{version}".encode())
    writer.line(b"%\xe5\xa4\x8d\xe5\x88\x8a")  # four bytes above 127, ISO 32000-1 §7.5.2
    if pdf.info:
        pdf.add_object(pdf.info)
    digest = hashlib.sha256()
    offsets: dict[int, int] = {}
    packed: list[tuple[int, bytes]] = []
    for thing in pdf.objects:
        if thing.free == "f":
            continue
        data = _data(thing)
        digest.update(data)
        if thing.compressible:
            packed.append((thing.number, data))
        else:
            offsets[thing.number] = writer.object(thing.number, data)
    numbers, position = [], 0
    for number, data in packed:
        numbers.append(f"{number} {position}")
        position += len(data) + 1
    head = " ".join(numbers).encode()
    body = b"\n".join((head, *(data for _, data in packed)))
    count = len(pdf.objects)
    extra = f"/Type /ObjStm /N {len(packed)} /First {len(head) + 1}".encode()
    offsets[count] = writer.object(count, _stream(extra, body))
    _cross_reference(writer, pdf, offsets, packed, digest.hexdigest()[:32])


class _Writer:
    def __init__(self, output: BinaryIO) -> None:
        self._output = output
        self.position = 0

    def line(self, content: bytes) -> None:
        self._output.write(content + b"\n")
        self.position += len(content) + 1

    def object(self, number: int, data: bytes) -> int:
        at = self.position
        self.line(b"%d 0 obj\n%b\nendobj" % (number, data))
        return at


def _data(thing: Any) -> bytes:
    import pydyf

    if not isinstance(thing, pydyf.Stream):
        return bytes(thing.data)
    raw = b"\n".join(_to_bytes(part) for part in thing.stream)
    extra = pydyf.Dictionary(thing.extra).data[2:-2]
    if not thing.compress:
        return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (extra, len(raw), raw)
    return _stream(extra, raw)


def _to_bytes(part: Any) -> bytes:
    if type(part) is bytes:
        return part
    if type(part) is str:
        return part.encode("ascii")
    from pydyf import _to_bytes as stock

    return bytes(stock(part))


def _stream(extra: bytes, raw: bytes) -> bytes:
    packed = zlib.compress(raw, _LEVEL)
    return b"<<%b/Filter /FlateDecode/Length %d>>\nstream\n%b\nendstream" % (
        extra,
        len(packed),
        packed,
    )


def _cross_reference(
    writer: _Writer,
    pdf: pydyf.PDF,
    offsets: dict[int, int],
    packed: list[tuple[int, bytes]],
    identifier: str,
) -> None:
    """The cross-reference stream (ISO 32000-1 §7.5.8) and the end of the file."""
    stream_number, own_number = len(pdf.objects), len(pdf.objects) + 1
    start = writer.position
    places = {number: index for index, (number, _) in enumerate(packed)}
    offsets[own_number] = start
    entries = [
        (2, stream_number, places[number])
        if number in places
        else (1, offsets[number], 0)
        if number in offsets
        else (0, 0, 65535)
        for number in range(own_number + 1)
    ]
    widths = (1, ceil(log(start + 1, 256)), max(2, ceil(log(len(packed) + 1, 256))))
    table = b"".join(
        value.to_bytes(width, "big")
        for entry in entries
        for value, width in zip(entry, widths, strict=True)
    )
    extra = b"/Type /XRef/Index [0 %d]/W [%d %d %d]/Size %d/Root %b%b/ID [<%b> <%b>]" % (
        len(entries),
        *widths,
        len(entries),
        pdf.catalog.reference,
        b"/Info " + pdf.info.reference if pdf.info else b"",
        identifier.encode(),
        identifier.encode(),
    )
    writer.object(own_number, _stream(extra, table))
    writer.line(b"startxref\n%d\n%%%%EOF" % start)
