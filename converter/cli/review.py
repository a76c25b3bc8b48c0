"""``fukan review``: an issue on an editor's desk, as a file or in the browser."""

from __future__ import annotations

import argparse
import secrets
import signal
import sys
from contextlib import suppress
from pathlib import Path
from types import FrameType

from converter.cli.arguments.shared import TRADITIONAL
from converter.cli.language import language
from converter.cli.report import printable, use_colour
from converter.diagnostics import UsageFaultError
from converter.files import write_whole
from converter.resources import Resources
from converter.review import Case, Page, desk
from converter.review.wish import Wish, open_case, pdf_options
from converter.values import replace


def run(options: argparse.Namespace) -> int:
    """Write the proofing page, or serve it until interrupted."""
    wish = _wish(options)
    if options.serve:
        return _serve(wish, options)
    case = open_case(wish)
    pictures = None
    if wish.pages:
        from converter.review.pictures import set_pages

        made = set_pages(case.restored.issue, pdf_options(wish, case.restored.profile))
        case = replace(case, further=(*case.further, *made.diagnostics))
        pictures = made.all()
        made.close()
    target = options.output or Path("output") / f"{wish.path.stem}.review.html"
    seen = desk(case, language())
    page = Page(wish.resources, language())
    write_whole(target, page.whole(seen, case.restored.issue.language, pictures))
    print(_summary(case, target))
    if options.open:
        _show(target.resolve().as_uri())
    return 0


def _show(address: str) -> None:
    import webbrowser

    with suppress(webbrowser.Error):
        webbrowser.open(address)


def _wish(options: argparse.Namespace) -> Wish:
    if options.serve and options.corrections is False:
        msg = "--serve writes corrections and shows what they do; leave --no-corrections out"
        raise UsageFaultError(msg)
    edition = TRADITIONAL[options.traditional] if options.traditional else ""
    return Wish(
        path=options.input,
        profile=options.profile,
        corrections=options.corrections,
        without=tuple(options.without),
        edition=edition or ("zh-Hans" if options.simplified else ""),
        vocabulary=options.vocabulary,
        glossaries=tuple(options.glossary),
        resources=Resources(options.templates, options.styles),
        pages=options.pages,
        live=options.serve,
    )


def _summary(case: Case, target: Path) -> str:
    count = len(case.restored.diagnostics) + len(case.further)
    name = printable(str(target))
    if language() == "zh":
        return f"{name}：{count} 条疑点"
    return f"{name}: {count} doubt{'' if count == 1 else 's'}"


def _serve(wish: Wish, options: argparse.Namespace) -> int:
    from converter.review.bench import Bench
    from converter.review.server import serve

    bench = Bench(wish, language(), secrets.token_urlsafe(24))

    def ready(address: str) -> None:
        where = printable(str(wish.corrections_file))
        zh = language() == "zh"
        shown = f"\033[1m{address}\033[0m" if use_colour() else address
        print(shown)
        print(
            f"更正写入 {where}；按 Ctrl-C 结束。"
            if zh
            else f"Decisions are written to {where}; Ctrl-C ends the desk."
        )
        sys.stdout.flush()
        if options.open:
            _show(address)

    signal.signal(signal.SIGTERM, _end)
    serve(bench, options.port, ready)
    return 0


def _end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
