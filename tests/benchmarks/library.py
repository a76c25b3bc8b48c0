"""What a library of 200 issues costs, against the conversion of these issues.

One issue of the real one's size is converted in twelve numbers, which gives the cost of an
issue; their states are then laid out as an archive of 200 issues over seventeen years, each
with a text of its own, and the library is made of them by the command itself.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from converter.model.serial import to_json
from converter.pipeline import restore
from converter.store import IssueState, Manifest, all_manifests
from tests.benchmarks.epub import source
from tests.support.tools import ROOT

ISSUES = 200
CONVERTED = 12
BAR = 0.10
"""The CPU of the library as a part of the conversion's."""
SECOND_BAR = 0.01
"""The same for a second run, which has nothing to do."""


def cpu(*arguments: str | Path) -> float:
    """Seconds of CPU of ``fukan`` and its children."""
    before = os.times()
    command = [sys.executable, "-m", "converter", *map(str, arguments)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    after = os.times()
    user = after.children_user - before.children_user
    return user + after.children_system - before.children_system


def numbered(data: dict[str, Any], at: int) -> dict[str, Any]:
    """The model as the ``at``-th issue of a monthly."""
    year, number = 2000 + at // 12, at % 12 + 1
    told = {"year": year, "number": str(number), "serial": at + 1, "date": f"{year}-{number:02d}"}
    return {**data, "masthead": {**data["masthead"], **told}}


def shuffled(value: Any, chars: Sequence[str], rng: random.Random) -> Any:
    """The same with every seventh character another one: no two issues share their texts."""
    if isinstance(value, dict):
        return {
            name: "".join(rng.choice(chars) if rng.random() < 0.15 else char for char in one)
            if name == "value"
            else shuffled(one, chars, rng)
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [shuffled(one, chars, rng) for one in value]
    return value


def lay_out(output: Path) -> None:
    """Make an archive of :data:`ISSUES` issues of the few that were converted."""
    rng = random.Random(7)  # noqa: S311  (no secret)
    known = list(all_manifests(output))
    for at in range(ISSUES):
        state, manifest = known[at % len(known)]
        raw = state.load_model()
        assert raw is not None
        assert manifest.model is not None
        data = numbered(json.loads(raw), at)
        chars = [char for char in raw.decode() if "\u4e00" <= char <= "\u9fff"]
        data["articles"] = [shuffled(one, chars, rng) for one in data["articles"]]
        name = f"{at:03d}"
        other = IssueState.of(output, name)
        other.folder.mkdir(parents=True, exist_ok=True)
        packed = gzip.compress(json.dumps(data, ensure_ascii=False).encode(), 1)
        other.model.write_bytes(packed)
        outputs = {}
        for path, entry in manifest.outputs.items():
            target = f"{name}{Path(path).suffix}"
            os.link(output / path, output / target)
            outputs[target] = entry
        model = replace(manifest.model, key=f"{manifest.model.key}-{at}")
        other.save(Manifest(name, manifest.path, manifest.source_sha256, model, outputs))
    for state, _ in known:
        shutil.rmtree(state.folder)


def main(argv: list[str]) -> int:
    """Measure; 1 if a bar was missed."""
    del argv
    with tempfile.TemporaryDirectory(prefix="fukan-bench-") as folder:
        work = Path(folder)
        (work / "in").mkdir()
        issue = restore(source(work)).issue
        data = json.loads(to_json(issue, indent=False))
        for at in range(CONVERTED):
            text = json.dumps(numbered(data, at), ensure_ascii=False)
            (work / "in" / f"{at:02d}.json").write_text(text, encoding="utf-8")
        output = work / "out"
        convert = cpu("convert", work / "in", "-o", output, "--jobs", "1", "--quiet")
        each = convert / CONVERTED
        lay_out(output)
        first = cpu("library", output, "--quiet")
        second = cpu("library", output, "--quiet")
        files = [path for path in (output / "library").rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files if path.suffix not in {".pdf", ".epub"})
    print(f"conversion: {each:.2f} s of CPU an issue")
    ratios = [first / (each * ISSUES), second / (each * ISSUES)]
    print(f"library of {ISSUES} issues: {first:.1f} s, {ratios[0]:.1%} of that (bar {BAR:.0%})")
    print(f"second run: {second:.1f} s, {ratios[1]:.2%} of that (bar {SECOND_BAR:.0%})")
    print(f"pages and index: {size / 2**20:.0f} MiB, {size / 2**20 / ISSUES:.2f} MiB an issue")
    return int(ratios[0] > BAR or ratios[1] > SECOND_BAR)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
