"""The press edition: inks, output intent, marks and a page count that fits the sheet."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter import patterns as re
from converter.diagnostics import UsageFaultError
from converter.pdf.options import PdfOptions
from converter.values import dataclass

if TYPE_CHECKING:
    from weasyprint.css import ColorProfile

MM = 72 / 25.4
BLEED_MM = 3.0
"""Chinese printers' usual 出血 (GB/T 9851.4 has the term, the shops the number)."""
_SLUG_MM = 8.0
_MARK_OFFSET_MM = 3.5
_MARK_LENGTH_MM = 4.0
_TARGET_MM = 2.0

INKS = {
    "ink": "device-cmyk(0 0 0 1)",
    "grey": "device-cmyk(0 0 0 0.62)",
    "hairline": "device-cmyk(0 0 0 0.32)",
    "paper": "device-cmyk(0 0 0 0)",
}
"""The neutral colours of the page in one ink, so that no text can be out of register."""

_FOLDERS = (
    Path("/usr/share/color/icc"),
    Path("/usr/local/share/color/icc"),
    Path("~/.local/share/icc"),
    Path("~/.color/icc"),
)
_PREFERRED = (
    "pso",
    "isocoated",
    "iso_coated",
    "fogra",
    "japancolor",
    "gracol",
    "swop",
    "default_cmyk",
)
_REGISTERED = re.compile(r"FOGRA\s*(\d+)|(JC200103)|CGATS\s*TR\s*0*(\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OutputIntent:
    """The printing condition that the colours are meant for."""

    path: Path
    description: str

    @property
    def condition(self) -> str:
        """The identifier of the ICC's registry, or Custom (ISO 15930-7 §6.2.2)."""
        match = _REGISTERED.search(f"{self.description} {self.path.stem}")
        if match is None:
            return "Custom"
        if match[1]:
            return f"FOGRA{match[1]}"
        return match[2] or f"CGATS TR {int(match[3]):03d}"

    def profile(self) -> ColorProfile:
        """The profile as WeasyPrint embeds it."""
        from weasyprint.css import ColorProfile

        with self.path.open("rb") as handle:
            components = (["c"], ["m"], ["y"], ["k"])
            return ColorProfile(handle, self.path.name, "relative-colorimetric", components)


def screen_profile() -> ColorProfile:
    """The sRGB profile that comes with WeasyPrint, the output intent of a PDF/A."""
    from importlib.resources import files

    from weasyprint.css import ColorProfile

    with (files("weasyprint.pdf") / "sRGB2014.icc").open("rb") as handle:
        components = (["r"], ["g"], ["b"])
        return ColorProfile(handle, "sRGB2014.icc", "relative-colorimetric", components)


def is_press_profile(head: bytes) -> bool:
    """True for the first bytes of a CMYK profile of an output device (ICC.1 §7.2)."""
    return head[12:16] == b"prtr" and head[16:20] == b"CMYK" and head[36:40] == b"acsp"


def output_intent(options: PdfOptions, folders: Iterable[Path] = _FOLDERS) -> OutputIntent | None:
    """The profile that was asked for, else the best one installed, else ``None``.

    Raises :class:`UsageFaultError` if what was asked for is no profile of a press.
    """
    asked = options.output_profile
    if asked is not None:
        if not asked.is_file() or not is_press_profile(asked.read_bytes()[:40]):
            msg = f"--output-profile: {asked} is not the ICC profile of a CMYK press"
            raise UsageFaultError(msg)
        return OutputIntent(asked, _description(asked))
    found: list[tuple[int, str, Path]] = []
    for folder in folders:
        for path in sorted(folder.expanduser().rglob("*.ic[cm]")):
            with path.open("rb") as handle:
                head = handle.read(40)
            if is_press_profile(head):
                name = path.name.lower()
                rank = next((i for i, part in enumerate(_PREFERRED) if part in name), 99)
                found.append((rank, name, path))
    if not found:
        return None
    path = min(found)[2]
    return OutputIntent(path, _description(path))


def _description(path: Path) -> str:
    from PIL import ImageCms

    return ImageCms.getProfileDescription(ImageCms.getOpenProfile(str(path))).strip()


def separated(colour: str, intent: OutputIntent | None) -> str:
    """A hex triplet as inks, by the profile where there is one, else by the plain formula."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    if intent is None:
        return _plainly(red, green, blue)
    from PIL import Image, ImageCms

    transform = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        str(intent.path),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    pixel = ImageCms.applyTransform(Image.new("RGB", (1, 1), (red, green, blue)), transform)
    inks = pixel.tobytes() if pixel else b""
    if not inks:
        return _plainly(red, green, blue)
    # Less than three per cent of an ink is dirt on the plate.
    parts = [round(ink / 255, 2) for ink in inks]
    return _cmyk([part if part >= 0.03 else 0.0 for part in parts])


def _plainly(red: int, green: int, blue: int) -> str:
    black = 1 - max(red, green, blue) / 255
    if black == 1:
        return _cmyk([0.0, 0.0, 0.0, 1.0])
    scale = 255 * (1 - black)
    return _cmyk([*(round(1 - one / scale, 2) for one in (red, green, blue)), round(black, 2)])


def _cmyk(parts: list[float]) -> str:
    return f"device-cmyk({' '.join(f'{part:g}' for part in parts)})"


# ------------------------------------------------------------------ the finished pages


def finish_pages(pdf: Any, width: float, height: float, signature: int | None) -> int:
    """Give the pages their boxes, marks and number; return how many blank ones were added.

    ``width`` and ``height`` are the trimmed page in points. All boxes start at the origin
    of the sheet: some RIPs take a negative one amiss.
    """
    import pydyf

    slug, bleed = _SLUG_MM * MM, BLEED_MM * MM
    edge = slug + bleed
    marks = pydyf.Stream([_marks(width, height, edge)], compress=True)
    pdf.add_object(marks)
    boxes = {
        "MediaBox": (0, 0, width + 2 * edge, height + 2 * edge),
        "BleedBox": (slug, slug, width + edge + bleed, height + edge + bleed),
        "TrimBox": (edge, edge, width + edge, height + edge),
    }
    numbers = pdf.pages["Kids"][::3]
    pages = [pdf.objects[number] for number in numbers]
    for page in pages:
        page["Contents"] = pydyf.Array([marks.reference, page["Contents"]])
        page.pop("Annots", None)  # ISO 15930-7 §6.19: none inside the bleed
    blanks = -len(pages) % signature if signature else 0
    for _ in range(blanks):
        blank = pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": pdf.pages.reference,
                "Resources": pydyf.Dictionary(),
                "Contents": pydyf.Array([marks.reference]),
            }
        )
        pdf.add_page(blank)
        pages.append(blank)
    for page in pages:
        for name, box in boxes.items():
            page[name] = pydyf.Array([round(float(side), 4) for side in box])
    return blanks


def finish_intent(pdf: Any, intent: OutputIntent | None) -> None:
    """Name the printing condition as ISO 15930-7 §6.2 asks for it."""
    import pydyf

    if intent is None:
        return
    entry = pdf.catalog["OutputIntents"][0]
    entry["OutputConditionIdentifier"] = pydyf.String(intent.condition)
    entry["Info"] = pydyf.String(intent.description)
    if intent.condition != "Custom":
        entry["RegistryName"] = pydyf.String("http://www.color.org")


def _marks(width: float, height: float, edge: float) -> bytes:
    """Crop marks and registration targets in all inks, then the origin of the page."""
    near = edge - _MARK_OFFSET_MM * MM
    far = near - _MARK_LENGTH_MM * MM
    full_width, full_height = width + 2 * edge, height + 2 * edge
    lines = []
    for x in (edge, edge + width):
        lines += [(x, far, x, near), (x, full_height - near, x, full_height - far)]
    for y in (edge, edge + height):
        lines += [(far, y, near, y), (full_width - near, y, full_width - far, y)]
    radius = _TARGET_MM * MM
    centre = (near + far) / 2
    targets = [
        (full_width / 2, centre),
        (full_width / 2, full_height - centre),
        (centre, full_height / 2),
        (full_width - centre, full_height / 2),
    ]
    parts = ["q 1 1 1 1 K 0.25 w"]
    parts += [f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l S" for a, b, c, d in lines]
    for x, y in targets:
        parts.append(f"{x - radius:.3f} {y:.3f} m {x + radius:.3f} {y:.3f} l S")
        parts.append(f"{x:.3f} {y - radius:.3f} m {x:.3f} {y + radius:.3f} l S")
        parts.append(_circle(x, y, radius * 0.6))
    parts += ["Q", f"1 0 0 1 {edge:.4f} {edge:.4f} cm"]
    return "\n".join(parts).encode()


def _circle(x: float, y: float, radius: float) -> str:
    k = radius * 0.5523  # the usual Bézier approximation of a quarter
    return (
        f"{x + radius:.3f} {y:.3f} m "
        f"{x + radius:.3f} {y + k:.3f} {x + k:.3f} {y + radius:.3f} {x:.3f} {y + radius:.3f} c "
        f"{x - k:.3f} {y + radius:.3f} {x - radius:.3f} {y + k:.3f} {x - radius:.3f} {y:.3f} c "
        f"{x - radius:.3f} {y - k:.3f} {x - k:.3f} {y - radius:.3f} {x:.3f} {y - radius:.3f} c "
        f"{x + k:.3f} {y - radius:.3f} {x + radius:.3f} {y - k:.3f} {x + radius:.3f} {y:.3f} c S"
    )
