"""Renders the pictures of the README from the sample issue: `make pictures`.

before-after.png  a stretch of the damaged source beside the page that came of it
themes.png        cover, contents and the opening of an article, in each theme
review.png        the proofing page with a doubt chosen
"""

from __future__ import annotations

import re
import sys
import tempfile
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PIL import Image  # noqa: E402  (after the path)

from converter.cli import main as main_of_fukan  # noqa: E402
from converter.model import Article, Block, Box, Paragraph  # noqa: E402
from converter.pdf import PdfOptions, write_pdf  # noqa: E402
from converter.pipeline import restore  # noqa: E402
from tests.support import pdf  # noqa: E402
from tests.support.tools import chromium  # noqa: E402

SAMPLE = next((ROOT / "converter" / "sample").glob("*.txt"))
TARGET = SAMPLE.parent / "pictures"
THEMES = ("classic", "modern")
DPI = 105
BOARD, GAP = "#d9d6d0", 18

SOURCE_PAGE = """
<style>
@page {{ size: 185mm 260mm; margin: 10mm 9mm 6mm 6mm; background: #22252a }}
body {{ margin: 0; font: 8.6pt/15.2pt "Noto Sans Mono CJK SC"; color: #d8dadd }}
p {{ margin: 0 0 0 11mm; position: relative; overflow-wrap: anywhere }}
p span {{ position: absolute; left: -11mm; width: 8mm; text-align: right; color: #6f757d }}
b {{ font-weight: 400; color: #ffb454; background: #5a3a1e }}
i {{ display: block; background: #5a3a1e; height: 11pt; margin: 2.1pt 0 }}
</style>{}"""


def shelf(pages: list[Path], target: Path, columns: int) -> None:
    """Lay pictures of pages side by side on a board."""
    sheets = [Image.open(page).convert("RGB") for page in pages]
    width, height = sheets[0].size
    rows = -(-len(sheets) // columns)
    size = (columns * (width + GAP) + GAP, rows * (height + GAP) + GAP)
    board = Image.new("RGB", size, BOARD)
    for number, sheet in enumerate(sheets):
        row, column = divmod(number, columns)
        board.paste(sheet, (GAP + column * (width + GAP), GAP + row * (height + GAP)))
    target.parent.mkdir(exist_ok=True)
    board.quantize(96, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} KB")


def damaged(text: str) -> str:
    """A line of the source with what is wrong with it in colour."""
    half_width = r"(?<=[\u4e00-\u9fff”》）)])[,;:?!()](?=[\u4e00-\u9fff“《（]|$)"
    shown = re.sub(f"({half_width}|(?<=[,。])\\)|^链接|^——)", "\0\\1\1", text)
    return escape(shown).replace("\0", "<b>").replace("\1", "</b>")


def seams(article: Article) -> set[int]:
    """The blank lines at which a paragraph of the source is broken."""
    paragraphs = [block for block in article.blocks if isinstance(block, Paragraph)]
    return {span.last + 1 for one in paragraphs for span in one.spans[:-1]}


def source_page(first: int, last: int, cuts: set[int], target: Path) -> Path:
    """Lines of the sample as an editor shows them; a cut in mid-sentence is in colour."""
    from weasyprint import HTML

    lines = SAMPLE.read_text(encoding="utf-8").splitlines()
    rows = []
    for number in range(first, last + 1):
        body = "<i></i>" if number in cuts else damaged(lines[number - 1]) or "&nbsp;"
        rows.append(f"<p><span>{number}</span>{body}</p>")
    document = target.with_suffix(".pdf")
    HTML(string=SOURCE_PAGE.format("".join(rows))).write_pdf(document)
    return pdf.page_png(document, 1, target, dpi=DPI)


def proofing(folder: Path) -> None:
    """The proofing page in Chromium, a join that is in doubt chosen."""
    from playwright.sync_api import sync_playwright

    page = folder / "review.html"
    main_of_fukan(["review", str(SAMPLE), "--traditional", "tw", "--pages", "-o", str(page)])
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-quic"]
        browser = playwright.chromium.launch(executable_path=chromium(), args=flags)
        tab = browser.new_page(viewport={"width": 1500, "height": 900})
        tab.goto(page.as_uri())
        tab.wait_for_selector("body[data-ready]")
        for _ in range(2):
            tab.keyboard.press("j")
        tab.screenshot(path=folder / "review.png")
        browser.close()
    picture = Image.open(folder / "review.png").convert("RGB")
    target = TARGET / "review.png"
    picture.quantize(160, dither=Image.Dither.NONE).save(target, optimize=True)
    print(f"{target.relative_to(ROOT)}: {target.stat().st_size // 1024} KB")


def boxes(article: Article) -> list[Box]:
    return [block for block in article.blocks if isinstance(block, Box)]


def opening_words(blocks: tuple[Block, ...]) -> str:
    """How the first paragraph begins, without blanks: enough to find its page."""
    first = next(block for block in blocks if isinstance(block, Paragraph))
    return re.sub(r"\s", "", first.text.value)[:10]


def page_with(document: Path, words: str) -> int:
    """The first page (from 1) on which these words stand, wherever its lines break."""
    for page in range(1, pdf.page_count(document) + 1):
        if words in re.sub(r"\s", "", pdf.text(document, page)):
            return page
    sys.exit(f"not in the PDF: {words}")


def main() -> None:
    issue = restore(SAMPLE).issue
    article = max(issue.articles, key=lambda one: len(boxes(one)))
    box = boxes(article)[0]
    first = box.spans[0].first
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        documents = {}
        for theme in THEMES:
            documents[theme] = folder / f"{theme}.pdf"
            write_pdf(issue, documents[theme], PdfOptions(theme=theme))
        page = page_with(documents[THEMES[0]], opening_words(box.blocks))
        after = pdf.page_png(documents[THEMES[0]], page, folder / "after.png", dpi=DPI)
        before = source_page(first - 16, first + 60, seams(article), folder / "before.png")
        shelf([before, after], TARGET / "before-after.png", 2)
        shown = []
        for theme, document in documents.items():
            opening = page_with(document, opening_words(article.blocks))
            for number in (1, page_with(document, "目录"), opening):
                target = folder / f"{theme}-{number}.png"
                shown.append(pdf.page_png(document, number, target, dpi=60))
        shelf(shown, TARGET / "themes.png", 3)
        proofing(folder)


if __name__ == "__main__":
    main()
