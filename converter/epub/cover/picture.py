"""The user's own cover picture, made fit for reading systems and stores."""

from __future__ import annotations

import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from converter.diagnostics import Diagnostic, UsageFaultError
from converter.values import NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST = (1680, 2280)
"""Stores refuse pictures of more than 4 million pixels (Apple Books Asset Guide)."""

_QUALITY = 88
_TYPES = {"JPEG": ("jpg", "image/jpeg"), "PNG": ("png", "image/png")}
_ORIENTATION = 0x0112


class Picture(NamedTuple):
    """A picture as it goes into the EPUB."""

    data: bytes
    suffix: str
    media_type: str
    problems: tuple[Diagnostic, ...] = ()


def _in_srgb(image: Image) -> Image:
    """The picture as RGB in the sRGB space, upright, on white where it was transparent."""
    from PIL import Image as Images
    from PIL import ImageCms, ImageOps

    image = ImageOps.exif_transpose(image)
    profile = image.info.get("icc_profile")
    if profile:
        try:
            converted = ImageCms.profileToProfile(
                image, ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"), outputMode="RGB",
            )  # fmt: skip
        except (ImageCms.PyCMSError, OSError):
            converted = None  # a broken profile says nothing of the colours
        if converted is not None:
            return converted
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Images.new("RGBA", image.size, "white")
        return Images.alpha_composite(ground, image).convert("RGB")
    return image.convert("RGB")


def user_picture(path: Path) -> Picture:
    """Read a picture; it is used as it is if it can be, else brought to sRGB and to size.

    Raises ``UsageFaultError`` that says what is wrong with it.
    """
    from PIL import Image as Images

    try:
        raw = path.read_bytes()
        with warnings.catch_warnings():
            warnings.simplefilter("error", Images.DecompressionBombWarning)
            with Images.open(BytesIO(raw)) as image:
                image.load()
                return _fitted(raw, image)
    except OSError as error:
        reason = error.strerror or "it is no picture that can be read (JPEG and PNG are best)"
        msg = f"--cover: cannot use {path}: {reason}"
        raise UsageFaultError(msg) from error
    except (ValueError, SyntaxError, Images.DecompressionBombError, Warning) as error:
        msg = f"--cover: cannot use {path}: {error}"
        raise UsageFaultError(msg) from error


def _fitted(raw: bytes, image: Image) -> Picture:
    small = image.width <= LARGEST[0] and image.height <= LARGEST[1]
    still = getattr(image, "n_frames", 1) == 1
    plain = image.mode in ("RGB", "L", "P") and not image.info.get("icc_profile")
    upright = image.getexif().get(_ORIENTATION, 1) == 1
    if image.format in _TYPES and small and still and plain and upright:
        return Picture(raw, *_TYPES[image.format])
    before = f"{image.width} × {image.height}"
    made = _in_srgb(image)
    made.thumbnail(LARGEST)
    buffer = BytesIO()
    made.save(buffer, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    after = f"{made.width} × {made.height}"
    problem = Diagnostic.of("EPB005", before=before, after=after)
    return Picture(buffer.getvalue(), *_TYPES["JPEG"], (problem,))
