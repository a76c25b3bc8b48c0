"""The metadata of a PDF: XMP that says the same every time, and the numbers of a serial."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5
from xml.sax.saxutils import escape

from converter.values import dataclass, field

_NAMESPACE = UUID("6f2f4c52-7f0e-5d7e-9f0a-5a2f3c1f6b11")
"""Our own, fixed: the document's id is a UUIDv5 (RFC 9562 §5.5) of what it is."""

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
}


@dataclass(slots=True)
class Metadata:
    """What a PDF says about itself; WeasyPrint's ``DocumentMetadata`` by its attributes."""

    title: str
    authors: list[str]
    description: str
    keywords: list[str]
    lang: str
    created: str
    generator: str
    publisher: str = ""
    identifiers: tuple[str, ...] = ()
    edition: str = ""
    modified: str = ""
    producer: str = ""
    attachments: list[Any] = field(default_factory=list)

    @property
    def document_id(self) -> str:
        """A UUID that is the same for the same issue and edition."""
        name = "\n".join((self.title, *self.identifiers, self.lang, self.edition))
        return str(uuid5(_NAMESPACE, name))

    def include_in_pdf(
        self,
        pdf: Any,
        variant: str,
        version: int,
        conformance: str | None,
        compress: bool,  # noqa: FBT001
    ) -> None:
        """Add the XMP packet; called by WeasyPrint's variant functions."""
        import pydyf

        packet = self.xmp(variant, version, conformance).encode("utf-8")
        extra = {"Type": "/Metadata", "Subtype": "/XML"}
        # ISO 19005-2 §6.6.2.1 and ISO 15930-7 §6.4 ask for a packet that can be read as it is.
        stream = pydyf.Stream([packet], extra, compress and variant == "ua")
        pdf.add_object(stream)
        pdf.catalog["Metadata"] = stream.reference

    def xmp(self, variant: str, version: int, conformance: str | None) -> str:
        """The packet as text."""
        simple = {
            "pdf:Producer": self.producer,
            "pdf:Keywords": ", ".join(self.keywords),
            "xmp:CreatorTool": self.generator,
            "xmp:CreateDate": self.created,
            "xmp:ModifyDate": self.modified or self.created,
            "xmpMM:DocumentID": f"uuid:{self.document_id}",
        }
        if variant == "a":
            simple |= {"pdfaid:part": str(version), "pdfaid:conformance": conformance or ""}
        elif variant == "ua":
            simple |= {"pdfuaid:part": str(version)}
        elif variant == "x":
            simple |= {
                "pdfxid:GTS_PDFXVersion": conformance or "",
                "pdf:Trapped": "False",
                "xmp:MetadataDate": self.modified or self.created,
                "xmpMM:RenditionClass": "default",
                "xmpMM:VersionID": "1",
            }
        parts = [_element(name, value) for name, value in simple.items() if value]
        parts += [
            _alternatives("dc:title", self.title),
            _alternatives("dc:description", self.description),
            _list("dc:creator", "Seq", self.authors),
            _list("dc:subject", "Bag", self.keywords),
            _list("dc:language", "Bag", [self.lang]),
            _list("dc:publisher", "Bag", [self.publisher] if self.publisher else []),
            _element("dc:identifier", "; ".join(self.identifiers)) if self.identifiers else "",
        ]
        used = "".join(f' xmlns:{name}="{uri}"' for name, uri in _NAMESPACES.items())
        body = "\n".join(part for part in parts if part)
        return (
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
            f'<rdf:RDF{used}>\n<rdf:Description rdf:about="">\n{body}\n'
            "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
            '<?xpacket end="w"?>'
        )


def _element(name: str, value: str) -> str:
    return f"<{name}>{escape(value)}</{name}>"


def _alternatives(name: str, value: str) -> str:
    if not value:
        return ""
    item = f'<rdf:li xml:lang="x-default">{escape(value)}</rdf:li>'
    return f"<{name}><rdf:Alt>{item}</rdf:Alt></{name}>"


def _list(name: str, kind: str, values: list[str]) -> str:
    if not values:
        return ""
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"
