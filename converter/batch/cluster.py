"""The same batch on a Dask cluster, through the standard executor interface.

The machines of the cluster need the program, its libraries and its fonts, but no common
disk: each task carries its issue, the results come back and are written here. On a worker
each issue is converted in a process of its own (:class:`~converter.batch.pool.LocalPool`),
so that a crash, a hang or a lack of memory costs that issue only and not the worker. An
issue whose worker is lost is done again by another one (Dask's ``allowed-failures``, 3).
"""

from __future__ import annotations

import asyncio
import atexit
import logging
import os
import shutil
import socket
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from converter.batch.fingerprint import Part, Surroundings, surroundings
from converter.batch.pool import LocalPool
from converter.batch.produce import Model, Product, companions, glossaries_of, produce
from converter.batch.recipe import Output, Recipe
from converter.batch.row import Row
from converter.batch.run import memory_share, processors
from converter.batch.work import Job, examine, forget_peak, peak_memory, record, row_of
from converter.diagnostics import EnvironmentFaultError, WorkerLostError
from converter.files import digest, write_whole
from converter.profile import profile_files, user_folder
from converter.resources import Resources
from converter.values import dataclass, replace

Folder = Mapping[str, bytes]
"""The files of a folder by their paths in it."""

_PATIENCE = 20
"""Seconds within which a scheduler has to answer."""

_ASK_AGAIN = 5.0
"""Seconds between two questions after the size of the cluster, which may grow and shrink."""


@dataclass(frozen=True, slots=True)
class Parcel:
    """A recipe with all the files it names, for a machine that has none of them."""

    recipe: Recipe
    folders: Mapping[str, Folder]
    around: Mapping[Part, Surroundings]
    name: str


@dataclass(frozen=True, slots=True)
class ClusterLimits:
    """``time`` in seconds and ``memory`` in bytes for each issue (0: none).

    ``memory`` may be ``None``: what each worker's own machine has for it.
    """

    time: float = 0
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class Errand:
    """One issue for a worker: its file and those beside it, and what is wanted of it."""

    file: str
    beside: Folder
    wanted: tuple[Output, ...]
    limits: ClusterLimits


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a worker made of an issue: the model, the files with their bytes, the costs."""

    model: Model
    products: tuple[tuple[Product, bytes], ...]
    seconds: float
    cpu: float
    memory: int


def pack(recipe: Recipe) -> Parcel:
    """Read everything that the recipe names on this machine."""
    folders: dict[str, Folder] = {}
    for name, folder in (
        ("templates", recipe.resources.templates),
        ("styles", recipe.resources.styles),
    ):
        if folder is not None:
            folders[name] = _read(folder)
    folders["profiles"] = _profiles(profile_files(user_folder()))
    if recipe.profile is not None:
        folders["profile"] = _profiles([recipe.profile])
    single = [("cover", recipe.epub.cover)]
    single += [(f"glossary-{number}", path) for number, path in enumerate(recipe.glossaries)]
    for name, path in single:
        if path is not None:
            folders[name] = {path.name: path.read_bytes()}
    parts: list[Part] = ["model", *recipe.kinds]
    around = {part: surroundings(part) for part in parts}
    stamp = digest(
        *(part for name in sorted(folders) for pair in folders[name].items() for part in pair)
    )
    return Parcel(recipe, folders, around, digest(repr(recipe), stamp))


def _profiles(paths: Iterable[Path]) -> Folder:
    """Profiles with the glossaries that they name, as far as these lie beside or below them."""
    found = {}
    for profile in paths:
        for path in (profile, *glossaries_of(profile)):
            if path.is_relative_to(profile.parent) and path.is_file():
                found[path.relative_to(profile.parent).as_posix()] = path.read_bytes()
    return found


def _read(folder: Path) -> Folder:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _write(folder: Path, files: Folder) -> None:
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def unpack(parcel: Parcel, folder: Path) -> Recipe:
    """Write a parcel's files to ``folder``; the recipe then names those."""
    for name, files in parcel.folders.items():
        _write(folder / name, files)

    def here(name: str, path: Path | None) -> Path | None:
        return folder / name / path.name if path is not None else None

    recipe = parcel.recipe
    own = recipe.resources
    resources = Resources(
        folder / "templates" if own.templates else None, folder / "styles" if own.styles else None
    )
    return replace(
        recipe,
        resources=resources,
        profile=here("profile", recipe.profile),
        glossaries=tuple(
            folder / f"glossary-{number}" / path.name
            for number, path in enumerate(recipe.glossaries)
        ),
        epub=replace(recipe.epub, resources=resources, cover=here("cover", recipe.epub.cover)),
        pdf=replace(recipe.pdf, resources=resources),
    )


def run_errand(parcel: Parcel, errand: Errand) -> Delivery:
    """Convert an issue; runs on a worker of the cluster.

    Raises :class:`EnvironmentFaultError` where the worker would make other files than the
    machine that asks, and what the conversion raises.
    """
    for part, theirs in parcel.around.items():
        differences = surroundings(part).differences(theirs)
        if differences:
            msg = (
                f"the worker on {socket.gethostname()} has other {', '.join(differences)} "
                "than this machine; install the same versions on both"
            )
            raise EnvironmentFaultError(msg)
    limits = errand.limits
    memory = memory_share(processors()) if limits.memory is None else limits.memory
    pool = _pool(limits.time, memory)
    return pool.submit(_in_process, _unpacked(parcel), str(_home(parcel)), errand).result()


def _in_process(recipe: Recipe, home: str, errand: Errand) -> Delivery:
    forget_peak()
    began, cpu = time.monotonic(), time.process_time()
    # The profiles that the user keeps on the machine that asks.
    os.environ["XDG_CONFIG_HOME"] = home
    with tempfile.TemporaryDirectory(prefix="fukan-") as name:
        source, made = Path(name, "source"), Path(name, "made")
        made.mkdir()
        _write(source, errand.beside)
        models: list[Model] = []
        products: list[tuple[Product, bytes]] = []
        for product in produce(source / errand.file, recipe, errand.wanted, made):
            if isinstance(product, Model):
                models.append(product)
            else:
                products.append((product, product.path.read_bytes()))
    return Delivery(
        models[0],
        tuple(products),
        time.monotonic() - began,
        time.process_time() - cpu,
        peak_memory(),
    )


@cache
def _pool(time_limit: float, memory_limit: int) -> LocalPool:
    """The processes of this worker; they end with it."""
    pool = LocalPool(processors(), time_limit=time_limit, memory_limit=memory_limit)
    atexit.register(pool.kill)
    return pool


_UNPACKED: dict[str, Recipe] = {}


@cache
def _base() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="fukan-worker-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _home(parcel: Parcel) -> Path:
    """What stands for the user's configuration folder on a worker."""
    return _base() / parcel.name[:16] / "home"


def _unpacked(parcel: Parcel) -> Recipe:
    recipe = _UNPACKED.get(parcel.name)
    if recipe is None:
        folder = _base() / parcel.name[:16]
        recipe = unpack(parcel, folder)
        _write(_home(parcel) / "fukan" / "profiles", parcel.folders["profiles"])
        _UNPACKED[parcel.name] = recipe
    return recipe


@dataclass(slots=True)
class ClusterCrew:
    """The workers of a cluster, as :class:`converter.batch.run.Crew`."""

    client: Any
    """A ``distributed.Client``; the library publishes no types."""
    executor: Executor
    parcel: Any
    """The :class:`Parcel` as a Dask future: it travels to each worker once."""
    limits: ClusterLimits
    _workers: int = 0
    _asked: float = float("-inf")

    @property
    def workers(self) -> int:
        """The threads of all workers, each of which converts an issue at a time."""
        now = time.monotonic()
        if now - self._asked > _ASK_AGAIN:
            self._asked = now
            with suppress(Exception):  # a scheduler that is lost shows in the futures
                self._workers = sum(self.client.nthreads().values())
        return self._workers

    @property
    def width(self) -> int:
        """Two issues for each worker: one in hand, one at the door."""
        return 2 * max(1, self.workers)

    def submit(self, job: Job) -> Future[Any]:
        """Send an issue to the cluster."""
        try:
            errand = _errand(job, self.limits)
            return self.executor.submit(run_errand, self.parcel, errand)
        except Exception as error:  # noqa: BLE001  (this issue's file, or a scheduler that is lost)
            future: Future[Any] = Future()
            future.set_exception(error)
            return future

    def accept(self, job: Job, result: Any) -> Row:
        """Write what came back to the output folder."""
        assert isinstance(result, Delivery)  # noqa: S101  (what run_errand returns)
        with job.state.locked():
            plan = examine(job)
            if not plan.stale:  # another run was quicker
                return row_of(job, plan, [])
            with job.state.staging() as folder:
                made = record(job, plan, _products(result, folder))
            row = row_of(job, plan, made)
        return replace(row, seconds=result.seconds, cpu=result.cpu, memory=result.memory)

    def blame(self, error: BaseException) -> tuple[BaseException, str]:
        """Dask's own errors in plain words; without its scheduler nothing can go on."""
        if type(error).__name__ == "KilledWorker":
            return WorkerLostError("one worker of the cluster after another died over it"), ""
        if isinstance(error, CancelledError) or self.client.status != "running":
            return WorkerLostError("the cluster's scheduler went away"), "scheduler lost"
        return error, ""

    def close(self, *, now: bool) -> None:
        """Give back what waits; the cluster itself stays."""
        self.executor.shutdown(wait=not now)


def _errand(job: Job, limits: ClusterLimits) -> Errand:
    plan = examine(job)
    folder = job.path.parent
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in (job.path, *companions(job.path))
        if path.is_relative_to(folder) and path.is_file()
    }
    return Errand(job.path.name, files, plan.stale, limits)


def _products(delivery: Delivery, folder: Path) -> Iterator[Model | Product]:
    yield delivery.model
    for product, data in delivery.products:
        here = folder / product.path.name
        write_whole(here, data)
        yield product._replace(path=here)


@contextmanager
def cluster(
    address: str, recipe: Recipe, limits: ClusterLimits, note: Callable[[str], None]
) -> Iterator[ClusterCrew]:
    """The crew of the Dask scheduler at ``address`` (``tcp://host:port``).

    ``note`` is told, in a sentence, what the user should know of the cluster. Raises
    :class:`EnvironmentFaultError` where Dask is not installed or nobody answers.
    """
    try:
        from distributed import Client
    except ImportError as error:
        msg = "--scheduler needs Dask: pip install 'fukan[cluster]'"
        raise EnvironmentFaultError(msg) from error
    # The library reports lost connections in its own way; here they become a row's reason.
    for name in tuple(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)
    parcel = pack(recipe)
    try:
        # The client itself would wait for ever for somebody who listens but says nothing.
        asyncio.run(asyncio.wait_for(_greet(address), _PATIENCE))
        connect: Any = Client
        client = connect(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError, TypeError, KeyError) as error:
        msg = f"--scheduler: no Dask scheduler answers at {address}"
        raise EnvironmentFaultError(msg) from error
    try:
        if not client.nthreads():
            note(f"the cluster at {address} has no workers yet; waiting for them")
        # A task of its own and not scattered data: if the worker that holds it is lost,
        # Dask makes it again. Every issue is a task of its own too (pure=False).
        sent = client.submit(_kept, parcel, pure=False)
        yield ClusterCrew(client, client.get_executor(pure=False), sent, limits)
    finally:
        client.close(timeout=_PATIENCE)


async def _greet(address: str) -> None:
    """Raise ``OSError`` or ``ValueError`` unless a scheduler answers."""
    from distributed.core import rpc
    from distributed.security import Security

    # As the client does: from Dask's own configuration (tls://).
    secure: Any = Security
    ask: Any = rpc
    async with ask(address, connection_args=secure().get_connection_args("client")) as scheduler:
        kind = (await scheduler.identity())["type"]
    if kind != "Scheduler":
        msg = f"a {kind} answers"
        raise ValueError(msg)


def _kept(parcel: Parcel) -> Parcel:
    return parcel
