"""One issue of a batch: what of it is out of date, making that, and writing it down."""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from converter.batch import fingerprint
from converter.batch.fingerprint import Part
from converter.batch.produce import Model, Product, companions, produce
from converter.batch.recipe import Output, Recipe
from converter.batch.row import Row, Status, failure
from converter.batch.signals import tell
from converter.diagnostics import (
    Diagnostic,
    FukanError,
    InputError,
    MemoryLimitError,
    MissingInputError,
    OutputError,
)
from converter.files import digest, write_whole
from converter.store import Entry, IssueState, Manifest, ModelEntry, digest_of, intact
from converter.values import NamedTuple, dataclass, replace


@dataclass(frozen=True, slots=True)
class Job:
    """An issue to be converted. ``keys`` are those of :func:`fingerprint.keys`."""

    path: Path
    name: str
    output: Path
    recipe: Recipe
    keys: Mapping[tuple[Part, str], str]
    force: bool = False

    @property
    def state(self) -> IssueState:
        """What the output folder remembers of it."""
        return IssueState.of(self.output, self.name)


class Plan(NamedTuple):
    """What is known of an issue and which of its files are out of date."""

    manifest: Manifest
    own: str
    stale: tuple[Output, ...]


def convert(job: Job) -> Row:
    """Bring the files of an issue up to date. Raises nothing but ``MemoryError``.

    Holds the issue's lock, so that another run waits and then finds it done. A file is
    recorded as soon as it is in its place, so that a run which is killed goes on with the
    next one.
    """
    began, cpu = time.monotonic(), time.process_time()
    try:
        with job.state.locked(lambda: tell("waiting")):
            tell("started")
            forget_peak()
            began = time.monotonic()
            plan = examine(job)
            if not plan.stale:
                return row_of(job, plan, [])
            with job.state.staging() as folder:
                made = produce(job.path, job.recipe, plan.stale, folder)
                row = row_of(job, plan, record(job, plan, made))
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  (one issue's fault must not end the batch)
        row = failed(job, error)
    return replace(
        row,
        seconds=time.monotonic() - began,
        cpu=time.process_time() - cpu,
        memory=peak_memory(),
    )


def unchanged(job: Job) -> Row | None:
    """The row of an issue that is up to date, or ``None``; needs no lock, converts nothing."""
    if job.force:
        return None
    try:
        plan = examine(job)
    except Exception:  # noqa: BLE001  (whatever it is, the conversion will meet it and say so)
        return None
    return None if plan.stale else row_of(job, plan, [])


def examine(job: Job) -> Plan:
    """Compare what was made with what would be made. Raises :class:`MissingInputError`."""
    try:
        data = job.path.read_bytes()
    except OSError as error:
        msg = f"cannot read {job.path}: {error.strerror or error}"
        raise MissingInputError(msg) from error
    own = fingerprint.own(job.path, data, companions(job.path))
    manifest = job.state.load(job.name)
    manifest = replace(manifest, path=str(job.path), source_sha256=digest(data))
    wanted = job.recipe.outputs(job.name)
    if job.force or not _model_fresh(job, manifest, own):
        return Plan(manifest, own, wanted)
    stale = (output for output in wanted if not _fresh(job, manifest, own, output))
    return Plan(manifest, own, tuple(stale))


def _key(job: Job, own: str, part: Part, edition: str = "") -> str:
    return digest(job.keys[part, edition], own)


def _model_fresh(job: Job, manifest: Manifest, own: str) -> bool:
    return (
        manifest.model is not None
        and manifest.model.key == _key(job, own, "model")
        and job.state.model.is_file()
    )


def _fresh(job: Job, manifest: Manifest, own: str, output: Output) -> bool:
    entry = manifest.outputs.get(output.name)
    return (
        entry is not None
        and entry.key == _key(job, own, output.kind, output.edition)
        and intact(job.output / output.name, entry)
    )


def record(job: Job, plan: Plan, products: Iterable[Model | Product]) -> list[str]:
    """Put what was made in its place and write it down; returns the names of the files."""
    manifest, state = plan.manifest, job.state
    names = []
    for product in products:
        if isinstance(product, Model):
            _keep_model(state, manifest, product, _key(job, plan.own, "model"))
            continue
        name = product.output.name
        key = _key(job, plan.own, product.output.kind, product.output.edition)
        manifest.outputs[name] = _entry(product, key)
        # Written down first: whoever is ended in between has noted a file that is not there,
        # which is made again, and put none in its place that nobody knows of.
        state.save(manifest)
        _place(product, job.output / name)
        names.append(name)
    state.failure.unlink(missing_ok=True)
    return names


def _keep_model(state: IssueState, manifest: Manifest, model: Model, key: str) -> None:
    """Keep the restored issue; at no moment is another one on record than the one that is kept."""
    if manifest.model is not None and manifest.model.key != key:
        manifest.model = None
        state.save(manifest)
    state.save_model(model.json)
    manifest.model = ModelEntry(key, model.articles, model.boxes, model.diagnostics)


def _entry(product: Product, key: str) -> Entry:
    """What is written down of a finished file, which a move on the same disk leaves as it is."""
    stat = product.path.stat()
    return Entry(
        key,
        stat.st_size,
        stat.st_mtime_ns,
        digest_of(product.path),
        pages=product.pages,
        diagnostics=product.diagnostics,
    )


def _place(product: Product, target: Path) -> None:
    """Move a finished file from the staging folder, on the same disk, to its place."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        product.path.replace(target)
    except OSError as error:
        msg = f"cannot write {target}: {error.strerror or error}"
        raise OutputError(msg) from error


def row_of(job: Job, plan: Plan, made: list[str]) -> Row:
    """The row of an issue that is up to date now, ``made`` being what this run wrote."""
    manifest = plan.manifest
    wanted = [output.name for output in job.recipe.outputs(job.name)]
    entries = [manifest.outputs[name] for name in wanted if name in manifest.outputs]
    model = manifest.model or ModelEntry("")
    findings: dict[Diagnostic, None] = dict.fromkeys(model.diagnostics)
    for entry in entries:
        findings.update(dict.fromkeys(entry.diagnostics))
    return Row(
        job.name,
        str(job.path),
        Status.DONE if made else Status.UNCHANGED,
        articles=model.articles,
        boxes=model.boxes,
        pages=next((entry.pages for entry in entries if entry.pages), 0),
        outputs=tuple(wanted),
        made=tuple(made),
        diagnostics=tuple(findings),
    )


def failed(job: Job, error: BaseException) -> Row:
    """The row of an issue that ended with ``error``, whatever that is."""
    match error:
        case FukanError():
            problem: FukanError = error
        case MemoryError():
            problem = MemoryLimitError("needs more memory than there is")
        case RecursionError():
            problem = InputError("the input is nested too deeply")
        case _:
            problem = _internal(job, error)
    return replace(failure(job.name, str(job.path), problem), fatal=_fatal(error))


def _fatal(error: BaseException | None) -> str:
    """Why no issue after this one could be written either; ``""`` where they could."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return "disk full"
        error = error.__cause__
    return ""


def _internal(job: Job, error: BaseException) -> FukanError:
    """A fault of the program: keep the traceback for whoever mends it."""
    import traceback

    said = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    kept = job.state.failure
    text = "".join(traceback.format_exception(error))
    with suppress(OutputError):
        write_whole(kept, text.encode("utf-8", "backslashreplace"))
    return FukanError(f"a fault of the program ({said}); please report it with {kept}")


def forget_peak() -> None:
    """Count the most memory of this process from now on, where the system can (Linux, proc(5))."""
    with suppress(OSError), open("/proc/self/clear_refs", "wb", buffering=0) as handle:  # noqa: PTH123
        handle.write(b"5")


def peak_memory() -> int:
    """The most memory this process held since :func:`forget_peak`, or ever, in bytes."""
    with suppress(OSError, StopIteration), open("/proc/self/status", "rb") as handle:  # noqa: PTH123
        told = next(line for line in handle if line.startswith(b"VmHWM:"))
        return int(told.split()[1]) << 10

    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts in KiB, macOS in bytes.
    return peak if os.uname().sysname == "Darwin" else peak << 10
