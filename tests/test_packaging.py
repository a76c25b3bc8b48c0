"""The wheel carries all that the program needs, nothing else, and works far from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from converter import __version__

STEM = f"fukan-{__version__}"
INFO = f"{STEM}.dist-info"


def build(kind: str, source: Path, target: Path) -> Path:
    """Build a wheel or an sdist of the project at ``source`` into ``target``."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    (made,) = target.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", root, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked sdist."""
    folder = tmp_path_factory.mktemp("sdist")
    shutil.unpack_archive(build("sdist", root, folder), folder)
    return folder / STEM


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def tracked(root: Path, *folders: str) -> set[str]:
    """The files of the checkout's folders, less what Python leaves there."""
    return {
        path.relative_to(root).as_posix()
        for folder in folders
        for path in (root / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def environment(folder: Path) -> Path:
    """A virtual environment without our program, but with the libraries of this one."""
    command = [sys.executable, "-m", "venv", "--without-pip", str(folder)]
    subprocess.run(command, check=True)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    libraries = folder / "lib" / version / "site-packages" / "libraries.pth"
    libraries.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder / "bin"


def install(bin_folder: Path, *what: str) -> None:
    pip = [sys.executable, "-m", "pip", "--python", str(bin_folder / "python"), "install"]
    offline = ["--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, *offline, *what], check=True)


def outside(folder: Path, *command: str | Path) -> str:
    """The output of a command that runs in ``folder`` and knows nothing of the checkout."""
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` folder of an environment with the wheel."""
    bin_folder = environment(tmp_path_factory.mktemp("installed") / "venv")
    install(bin_folder, str(wheel))
    return bin_folder


def test_the_wheel_holds_the_package_with_its_templates_and_styles_and_nothing_else(
    wheel: Path, root: Path
) -> None:
    program = {
        name
        for name in tracked(root, "converter")
        if not name.startswith("converter/sample/pictures/")
    }
    resources = {f"converter/{name}" for name in tracked(root, "templates", "styles")}
    assert len(program) > 20
    assert len(resources) > 5
    info = {
        f"{INFO}/{name}"
        for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt", "licenses/LICENSE")
    }
    assert names(wheel) == program | resources | info


def test_the_wheel_says_its_licence_its_python_and_its_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        metadata = Parser().parsestr(archive.read(f"{INFO}/METADATA").decode())
        entry_points = archive.read(f"{INFO}/entry_points.txt").decode()
    assert metadata["License-Expression"] == "AGPL-3.0-or-later"
    assert metadata["Requires-Python"] == ">=3.11"
    assert entry_points.split() == ["[console_scripts]", "fukan", "=", "converter.cli:main"]


def test_the_same_tree_gives_the_same_wheel(wheel: Path, root: Path, tmp_path: Path) -> None:
    assert build("wheel", root, tmp_path).read_bytes() == wheel.read_bytes()


def test_the_sdist_holds_what_was_named_and_leaves_output_and_caches_behind(
    sdist: Path, root: Path
) -> None:
    there = tracked(sdist, ".")
    tops = {name.partition("/")[0] for name in there}
    assert tops <= {
        *("converter", "templates", "styles", "tests", "output", ".ci", ".gitignore"),
        *("Makefile", "README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE"),
        *("pyproject.toml", "requirements.lock", "PKG-INFO"),
    }
    assert {name for name in there if name.startswith("output/")} == {"output/README.md"}
    assert tracked(root, "converter", "templates", "styles") <= there
    assert {".ci/setup", "Makefile", "tests/conftest.py", "requirements.lock"} <= there


def test_a_wheel_from_the_sdist_is_the_wheel(wheel: Path, sdist: Path, tmp_path: Path) -> None:
    assert names(build("wheel", sdist, tmp_path)) == names(wheel)


def test_the_installed_program_answers_from_any_folder(installed: Path, tmp_path: Path) -> None:
    place = "import converter; print(converter.__file__)"
    assert str(installed.parent) in outside(tmp_path, installed / "python", "-c", place)
    assert outside(tmp_path, installed / "fukan", "--version") == f"fukan {__version__}\n"
    help_text = outside(tmp_path, installed / "fukan", "--help")
    assert "convert" in help_text
    assert "check" in help_text


def test_the_installed_program_finds_every_template_and_style(
    installed: Path, root: Path, tmp_path: Path
) -> None:
    list_them = (
        "from converter.resources import Resources\n"
        "own = Resources()\n"
        "for folder in own.template_paths + own.style_paths:\n"
        "    for path in sorted(folder.rglob('*')):\n"
        "        if path.is_file(): print(folder.name + '/' + path.relative_to(folder).as_posix())"
    )
    found = outside(tmp_path, installed / "python", "-c", list_them).split("\n")[:-1]
    assert set(found) == tracked(root, "templates", "styles")


def test_the_installed_program_makes_a_book_outside_the_checkout(
    installed: Path, tmp_path: Path
) -> None:
    place = "import converter.sample as s; print(*s.__path__)"
    folder = Path(outside(tmp_path, installed / "python", "-c", place).strip())
    (issue,) = folder.glob("*.txt")
    outside(tmp_path, installed / "fukan", "convert", issue, "--output", tmp_path / "书")
    assert {path.name for path in (tmp_path / "书").iterdir()} >= {
        f"{issue.stem}.epub",
        f"{issue.stem}.pdf",
    }


def test_an_editable_install_runs_the_checkout(root: Path, tmp_path: Path) -> None:
    bin_folder = environment(tmp_path / "venv")
    install(bin_folder, "--editable", str(root))
    place = "import converter; print(converter.__file__)"
    found = Path(outside(tmp_path, bin_folder / "python", "-c", place).strip())
    assert found == root / "converter" / "__init__.py"
    assert outside(tmp_path, bin_folder / "fukan", "--version") == f"fukan {__version__}\n"
