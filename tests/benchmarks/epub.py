"""Cost of an EPUB: CPU against a bare EbookLib script and pandoc, size against a bare zip.

All are measured in the same run, as whole commands, start-up included: ``fukan convert`` from
the OCR text, the others from chapters that are restored already. CPU time of the process
and its children is counted, never the time on the clock; of several runs the least counts.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from html import escape
from io import BytesIO
from pathlib import Path

from converter.model import Article, Box, Heading, Issue, article_texts
from converter.pipeline import restore
from tests.damage import damaged_issue

ROOT = Path(__file__).resolve().parents[2]
EBOOKLIB_BAR = 3.0
"""Times the CPU of the bare script."""
PANDOC_BAR = 1.3
"""Times the CPU of pandoc on the same text."""
SIZE_BAR = 1.4
"""Times the size of a zip with nothing but the text as XHTML; without fonts."""

BARE = """
import sys
from pathlib import Path
from ebooklib import epub
book = epub.EpubBook()
book.set_identifier("bench")
book.set_title("bench")
book.set_language("zh")
chapters = []
for path in sorted(Path(sys.argv[1]).glob("*.xhtml")):
    chapter = epub.EpubHtml(title=path.stem, file_name=path.name, lang="zh")
    chapter.content = path.read_text(encoding="utf-8")
    book.add_item(chapter)
    chapters.append(chapter)
book.toc = chapters
book.add_item(epub.EpubNcx())
book.add_item(epub.EpubNav())
book.spine = ["nav", *chapters]
epub.write_epub(sys.argv[2], book)
"""


def source(folder: Path) -> Path:
    """The real issue beside the checkout, or a damaged one of about its size."""
    for path in sorted((ROOT.parent / "shared" / "issues").glob("*.txt")):
        return path
    made = folder / "issue.txt"
    made.write_bytes(damaged_issue(1, "sample", size=6).data)
    return made


def cpu(command: Sequence[str | Path], runs: int) -> float:
    """Seconds of CPU of a command and its children."""
    best = float("inf")
    # As an installed program runs: with its modules compiled.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = str(ROOT / ".cache" / "pyc")
    for _ in range(runs):
        before = os.times()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=env)
        after = os.times()
        user = after.children_user - before.children_user
        best = min(best, user + after.children_system - before.children_system)
    return best


def plain(article: Article) -> str:
    """The text of an article as the barest XHTML: headings and paragraphs."""
    heads = {block.text.value for block in article.blocks if isinstance(block, Heading)}
    labels = [block.label for block in article.blocks if isinstance(block, Box)]
    lines = [text.value for text in article_texts(article)] + labels
    body = "\n".join(
        f"<h2>{escape(line)}</h2>" if line in heads else f"<p>{escape(line)}</p>" for line in lines
    )
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title></head>'
        f"<body>\n{body}\n</body></html>\n"
    )


def markdown(issue: Issue) -> str:
    """The same text for pandoc, which makes a chapter of each heading of the first rank."""
    out: list[str] = ["---", "title: bench", "lang: zh", "---", ""]
    for article in issue.articles:
        title = " ".join(line.value for line in article.title) or article.id
        heads = {block.text.value for block in article.blocks if isinstance(block, Heading)}
        out += [f"# {title}", ""]
        for text in article_texts(article):
            out += [f"## {text.value}" if text.value in heads else text.value, ""]
    return "\n".join(out)


def bare_zip(pages: dict[str, str]) -> int:
    """The size of a zip of these pages and nothing else."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, text in pages.items():
            archive.writestr(name, text)
    return len(buffer.getvalue())


def front(issue: Issue) -> str:
    """Masthead and contents, which are text of the issue as well."""
    told = [" ".join((entry.label, *entry.values)) for entry in issue.masthead.entries]
    for section in issue.contents.sections:
        told.append(section.name)
        told += [
            " ".join((*entry.title, entry.subtitle, *entry.authors, entry.page))
            for entry in section.entries
        ]
    told += [text.value for quote in issue.cover_quotes for text in quote.paragraphs]
    lines = "\n".join(f"<p>{escape(line)}</p>" for line in told)
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><body>\n{lines}\n</body></html>\n'


def verdict(name: str, value: float, bar: float) -> bool:
    """Print a figure beside its bar; true if it was missed."""
    print(f"{name}: {value:.3f} (bar {bar})")
    return value > bar


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print. Returns 1 if a bar was missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.epub", description=__doc__)
    parser.add_argument("--issue", type=Path, help="default: the real issue beside the checkout")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args(argv)
    pandoc = shutil.which("pandoc")
    if pandoc is None:
        sys.exit("pandoc is not installed; `make bench` installs it")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        issue_file = options.issue or source(folder)
        issue = restore(issue_file).issue
        pages = {f"{article.id}.xhtml": plain(article) for article in issue.articles}
        chapters = folder / "chapters"
        chapters.mkdir()
        for file, page in pages.items():
            (chapters / file).write_text(page, encoding="utf-8")
        text = folder / "text.md"
        text.write_text(markdown(issue), encoding="utf-8")
        out = folder / "out"
        ours = cpu(
            [
                *(sys.executable, "-m", "converter", "convert", issue_file, "--format", "epub"),
                *("--output", out, "--force", "--quiet"),
            ],
            options.runs,
        )
        bare = cpu([sys.executable, "-c", BARE, chapters, folder / "bare.epub"], options.runs)
        other = cpu([pandoc, text, "--toc", "-o", folder / "pandoc.epub"], options.runs)
        print(f"from text to EPUB: {ours:.3f} s of CPU; EbookLib {bare:.3f}, pandoc {other:.3f}")
        size = next(out.glob("*.epub")).stat().st_size
        least = bare_zip({"front.xhtml": front(issue), **pages})
        print(f"size: {size:,} bytes; the text alone {least:,}")
        missed = verdict("CPU against EbookLib", ours / bare, EBOOKLIB_BAR)
        missed |= verdict("CPU against pandoc", ours / other, PANDOC_BAR)
        missed |= verdict("size against the text alone", size / least, SIZE_BAR)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
