"""Where blocks landed on the pages of the PDF, and the pictures of these pages."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from converter.cli import main
from converter.model import Paragraph, blocks_of
from converter.pdf import PdfOptions, write_pdf, write_placed
from converter.pipeline import restore
from converter.review.pictures import PageSet, set_pages
from tests.review.samples import ISSUE, written
from tests.support.tools import run


@pytest.fixture(scope="module")
def pages(sample: Path) -> Iterator[PageSet]:
    made = set_pages(restore(sample).issue, PdfOptions())
    yield made
    made.close()


def test_every_block_of_every_article_landed_somewhere(pages: PageSet, sample: Path) -> None:
    issue = restore(sample).issue
    for article in issue.articles:
        for name in (f"{article.id}-title", *(block.id for block in blocks_of(article))):
            assert pages.places[f"i-{name}"], name
        assert pages.places[f"p-{article.id}"] == pages.places[f"i-{article.id}-title"]


def test_a_paragraph_stands_where_it_is_said_to_stand(sample: Path, tmp_path: Path) -> None:
    """Poppler reads the text in the rectangle."""
    issue = restore(sample).issue
    target = tmp_path / "issue.pdf"
    _, landings = write_placed(issue, target, PdfOptions())
    sizes = re.search(r"Page size:\s+([\d.]+) x ([\d.]+)", run("pdfinfo", target))
    assert sizes is not None
    width, height = float(sizes[1]), float(sizes[2])
    paragraphs = [one for one in issue.articles[0].blocks if isinstance(one, Paragraph)][:3]
    for paragraph in paragraphs:
        read = ""
        for one in (place for place in landings if place.block == paragraph.id):
            area = ("-x", one.left * width, "-y", one.top * height, "-W", one.width * width, "-H",
                    one.height * height)  # fmt: skip
            numbers = [part if isinstance(part, str) else str(round(part)) for part in area]
            page = str(one.page + 1)
            read += run("pdftotext", "-f", page, "-l", page, *numbers, target, "-")
        plain = "".join(read.split())
        assert plain == "".join(paragraph.text.value.split())


def test_telling_the_places_changes_no_byte_of_the_file(tmp_path: Path) -> None:
    issue = restore(written(tmp_path)).issue
    one, other = tmp_path / "one.pdf", tmp_path / "other.pdf"
    write_pdf(issue, one, PdfOptions())
    write_placed(issue, other, PdfOptions())
    assert one.read_bytes() == other.read_bytes()


def test_a_picture_is_the_page_and_small(pages: PageSet) -> None:
    data = pages.picture(2)
    image = Image.open(io.BytesIO(data))
    # 185 × 260 mm at 96 dots to the inch.
    assert image.size == (700, 983)
    assert len(data) < 80_000
    assert len(image.convert("RGB").getcolors() or ()) > 3
    with pytest.raises(IndexError):
        pages.picture(len(pages))
    with pytest.raises(IndexError):
        pages.picture(-1)


def test_the_pictures_are_in_the_page_itself(tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    assert main(["review", str(written(tmp_path, ISSUE)), "--pages", "-o", str(target)]) == 0
    text = target.read_text(encoding="utf-8")
    assert text.count("data:image/webp;base64,") >= 3
    assert 'id="panel-pages"' in text
    assert '"i-a01-b001":[[' in text
