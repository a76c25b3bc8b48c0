"""What ``fukan convert`` shows while it works and when it is done."""

from __future__ import annotations

import argparse
import json
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from converter.batch import Display, Job, Row, Status, Summary, Word, summary_data
from converter.cli.faults import fault
from converter.cli.language import counted, language, say
from converter.cli.report import data_of, line_of, printable, summary, use_colour
from converter.diagnostics import Severity

if TYPE_CHECKING:
    from rich.progress import Progress, Task, TaskID

_TABLE_ROWS = 60
"""Longer tables are cut down to the issues that need a look; the whole is in summary.html."""

_ANSWERS = frozenset({"EPB005", "EPB006", "SRC001", "VAR002"})
"""Notes that answer what the user gave: what became of a cover picture, what fonts weigh, how
the file was decoded, that an edition is in the script of the source."""

_STAGES = {
    "en": {
        "waiting": "waits for another run",
        "started": "starts",
        "parse": "restores the text",
        "variant": "converts the script",
        "epub": "writes EPUB",
        "pdf": "writes PDF",
    },
    "zh": {
        "waiting": "等待另一进程",
        "started": "开始",
        "parse": "还原文本",
        "variant": "转换字形",
        "epub": "生成 EPUB",
        "pdf": "生成 PDF",
    },
}


class Screen(Display, Protocol):
    """A display with a beginning and an end."""

    def __enter__(self) -> Display: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def note(self, text: str) -> None:
        """Say something that is about no issue."""

    def end(self, summary: Summary, page: Path | None) -> None:
        """Sum up; ``page`` is where the summary was written."""


def display_for(options: argparse.Namespace, total: int) -> Screen:
    """The display that suits the options, the number of issues and the terminal."""
    if options.json:
        return Events()
    if options.quiet:
        return Lines(Level.ERRORS, options.output)
    if total == 1:
        return Lines(Level.DOUBTS, options.output)
    level = Level.ROWS_AND_DOUBTS if options.verbose else Level.ROWS
    kind = Bars if sys.stderr.isatty() else Lines
    return kind(level, options.output)


class Level:
    """How much :class:`Lines` says."""

    ERRORS = 0
    DOUBTS = 1
    """A single issue: its doubts and its files."""
    ROWS = 2
    ROWS_AND_DOUBTS = 3


def result_of(row: Row) -> str:
    """A row as half a sentence."""
    match row.status:
        case Status.FAILED:
            return say(f"failed: {row.reason}", f"失败：{fault(row.reason)}")
        case Status.STOPPED:
            return say("not reached", "未处理")
        case Status.UNCHANGED:
            return say("unchanged", "未变")
        case Status.DONE:
            found, time = summary(row.diagnostics), f"{row.seconds:.1f}"
            # An issue of which no PDF is made has no pages.
            pages = f"{counted(row.pages, 'page')}, " if row.pages else ""
            in_pages = f"{row.pages} 页，" if row.pages else ""
            return say(
                f"{counted(row.articles, 'article')}, {pages}{found}, {time} s",
                f"文章 {row.articles} 篇，{in_pages}{found}，{time} 秒",
            )


class Events:
    """Lines of JSON: ``begin``, ``stage``, ``issue`` and ``end`` events."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def note(self, text: str) -> None:
        """An event of its own."""
        self._print({"event": "note", "text": text})

    def begin(self, total: int, workers: int) -> None:
        """How much there is to do."""
        self._print({"event": "begin", "issues": total, "workers": workers})

    def word(self, worker: int, job: Job, word: Word) -> None:
        """A stage of an issue."""
        self._print({"event": "stage", "issue": job.name, "worker": worker, "stage": word})

    def row(self, row: Row, settled: int) -> None:
        """An issue that is settled, with all its diagnostics."""
        found = [data_of(diagnostic) for diagnostic in row.diagnostics]
        self._print({"event": "issue", "settled": settled, **row.data(), "diagnostics": found})

    def end(self, summary: Summary, page: Path | None) -> None:
        """The totals."""
        totals = {name: value for name, value in summary_data(summary).items() if name != "rows"}
        self._print({"event": "end", **totals, "report": str(page) if page else None})

    def _print(self, event: dict[str, Any]) -> None:
        with self._lock:
            print(json.dumps(event, ensure_ascii=False), flush=True)


class Lines:
    """Plain lines, for files, pipes and single issues."""

    def __init__(self, level: int, output: Path) -> None:
        self._level = level
        self._output = output
        self._total = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def note(self, text: str) -> None:
        """On standard error."""
        if self._level > Level.ERRORS:
            print(f"fukan: {printable(fault(text))}", file=sys.stderr)

    def begin(self, total: int, workers: int) -> None:  # noqa: ARG002  (of the protocol)
        """Remember how many there are."""
        self._total = total

    def word(self, worker: int, job: Job, word: Word) -> None:  # noqa: ARG002  (of the protocol)
        """Only a wait is worth a line."""
        if word == "waiting" and self._level > Level.ERRORS:
            stage = _STAGES[language()][word]
            print(f"fukan: {printable(job.name)} {stage}", file=sys.stderr)

    def row(self, row: Row, settled: int) -> None:
        """The doubts of an issue and what became of it."""
        name = Path(row.path).name
        print_doubts(row, name, self._level)
        if row.status is Status.FAILED:
            why = row.reason if row.path in row.reason else f"{row.path}: {_plain(row)}"
            print(f"fukan: {printable(fault(why))}", file=sys.stderr)
        elif self._level == Level.DOUBTS:
            for output in row.outputs:
                print(printable(str(self._output / output)))
            state = say(" (unchanged)", "（未变）") if row.status is Status.UNCHANGED else ""
            print(f"{printable(name)}: {summary(row.diagnostics)}{state}")
        elif self._level >= Level.ROWS:
            width = len(str(self._total))
            line = f"[{settled:{width}}/{self._total}] {row.name}: {result_of(row)}"
            print(printable(line), flush=True)

    def end(self, summary: Summary, page: Path | None) -> None:
        """The table of a batch."""
        print_end(summary, page, several=self._level >= Level.ROWS)


class Bars(Lines):
    """On a terminal: a bar for the batch with the time left, a line for each worker."""

    _progress: Progress

    def __enter__(self) -> Self:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )
        from rich.table import Column
        from rich.text import Text

        class OfAll(TimeRemainingColumn):
            """The time left of the batch: of one issue it cannot be told."""

            def render(self, task: Task) -> Text:
                return super().render(task) if task.id == 0 else Text("")

        name = Column(no_wrap=True, overflow="ellipsis", max_width=48)
        self._progress = Progress(
            TextColumn("{task.description}", markup=False, table_column=name),
            BarColumn(),
            TextColumn("{task.fields[count]}", markup=False),
            TimeElapsedColumn(),
            OfAll(),
            console=Console(stderr=True),
            transient=True,
        )
        self._workers: dict[int, TaskID] = {}
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def begin(self, total: int, workers: int) -> None:
        """Draw the bars."""
        super().begin(total, workers)
        text, count = say("all issues", "全部"), f"0/{total}"
        self._all = self._progress.add_task(text, total=total, count=count)

    def word(self, worker: int, job: Job, word: Word) -> None:
        """Show what a worker is about."""
        stages = list(_STAGES["en"])
        text = f"  {printable(job.name)}  {_STAGES[language()][word]}"
        if worker not in self._workers:
            self._workers[worker] = self._progress.add_task(text, total=len(stages), count="")
        elif word in ("waiting", "started"):
            self._progress.reset(self._workers[worker])  # its clock is the issue's
        done = stages.index(word)
        self._progress.update(self._workers[worker], description=text, completed=done)

    def row(self, row: Row, settled: int) -> None:
        """Move the bar on; say only what needs saying."""
        if row.status is Status.FAILED or self._level >= Level.ROWS_AND_DOUBTS:
            super().row(row, settled)
        count = f"{settled}/{self._total}"
        self._progress.update(self._all, completed=settled, count=count)


def _plain(row: Row) -> str:
    """The reason without the input's name at its head, which the line has already."""
    for prefix in (f"{row.path}: ", f"{Path(row.path).name}: "):
        if row.reason.startswith(prefix):
            return row.reason.removeprefix(prefix)
    return row.reason


def print_doubts(row: Row, name: str, level: int) -> None:
    """The diagnostics of an issue on standard error, as far as the level asks for them."""
    colour = use_colour()
    for found in row.diagnostics:
        wanted = level in (Level.DOUBTS, Level.ROWS_AND_DOUBTS)
        told = found.severity is Severity.WARNING or found.code in _ANSWERS
        if (wanted and told) or (level != Level.ROWS and found.severity is Severity.ERROR):
            print(line_of(found, printable(name), colour=colour), file=sys.stderr)


def print_end(summary: Summary, page: Path | None, *, several: bool) -> None:
    """The table, why the run ended early if it did, and where the report is."""
    if several:
        _print_table(summary)
    if summary.stopped_by:
        print(
            say(
                f"fukan: stopped ({summary.stopped_by}); the same command goes on from here",
                f"fukan：已停止（{fault(summary.stopped_by)}）；重新执行同一命令即可继续",
            ),
            file=sys.stderr,
        )
    if several and page is not None:
        print(printable(str(page)))


def _print_table(result: Summary) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    rows = list(result.rows)
    if len(rows) > _TABLE_ROWS:
        rows = [row for row in rows if row.exit_code or row.count(Severity.ERROR)][:_TABLE_ROWS]
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column(say("issue", "期"), overflow="fold")
    heads = (
        ("pages", "页"),
        ("articles", "文章"),
        ("boxes", "框"),
        ("warnings", "警告"),
        ("errors", "错误"),
        ("time", "用时"),
    )
    for en, zh in heads:
        table.add_column(say(en, zh), justify="right")
    table.add_column(say("result", "结果"), overflow="fold")
    for row in rows:
        figures = _figures(row)
        style = "red" if row.status is Status.FAILED else None
        word = fault(_plain(row)) if row.exit_code else result_of(row) if not row.made else ""
        cells = (row.name, *figures, word or say("converted", "已转换"))
        table.add_row(*(Text(printable(cell)) for cell in cells), style=style)
    if rows:
        # As wide as it needs to be where nobody looks but a program.
        console = Console(width=None if sys.stdout.isatty() else 400, highlight=False)
        console.print(table)
    if unlisted := len(result.rows) - len(rows):
        print(
            say(f"{unlisted} more are listed in the report", f"其余 {unlisted} 期见报告"),
        )
    counts = {status: result.count(status) for status in Status}
    print(
        say(
            f"{counts[Status.DONE]} converted, {counts[Status.UNCHANGED]} unchanged, "
            f"{counts[Status.FAILED]} failed, {counts[Status.STOPPED]} not reached; "
            f"{result.seconds:.1f} s with {counted(result.workers, 'worker')}",
            f"转换 {counts[Status.DONE]} 期，未变 {counts[Status.UNCHANGED]} 期，"
            f"失败 {counts[Status.FAILED]} 期，未处理 {counts[Status.STOPPED]} 期；"
            f"用时 {result.seconds:.1f} 秒，{result.workers} 个进程",
        )
    )


def _figures(row: Row) -> tuple[str, ...]:
    def show(value: int) -> str:
        return f"{value:,}" if value else "–"

    return (
        show(row.pages),
        show(row.articles),
        show(row.boxes),
        str(row.count(Severity.WARNING)),
        str(row.count(Severity.ERROR)),
        f"{row.seconds:.1f} s" if row.seconds else "–",
    )
