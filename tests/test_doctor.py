"""What is missing on a machine is said in one sentence, with the command that mends it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest

from converter import doctor
from converter.diagnostics import EnvironmentFaultError


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    def forget() -> None:
        doctor.require.cache_clear()
        doctor._fc_list.cache_clear()

    forget()
    yield
    forget()


@pytest.fixture
def user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)


def _only_loads(monkeypatch: pytest.MonkeyPatch, lacking: set[str]) -> None:
    def loads(file: str) -> bool:
        library, linux, _ = file.partition(".so.")
        return bool(linux) and library not in lacking

    monkeypatch.setattr(doctor, "_loads", loads)


def test_a_machine_that_was_set_up_lacks_nothing() -> None:
    doctor.require()
    assert doctor.missing() == ()


@pytest.mark.usefixtures("user")
def test_one_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    _only_loads(monkeypatch, {"libharfbuzz"})
    with pytest.raises(EnvironmentFaultError) as caught:
        doctor.require()
    assert str(caught.value) == (
        "the system library HarfBuzz is missing; "
        "on Debian or Ubuntu run: sudo apt-get install libharfbuzz0b"
    )


@pytest.mark.usefixtures("user")
def test_several_missing_libraries_are_one_sentence_and_one_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _only_loads(monkeypatch, {"libpango-1.0", "libpangoft2-1.0", "libfontconfig"})
    with pytest.raises(EnvironmentFaultError) as caught:
        doctor.require()
    assert str(caught.value) == (
        "the system libraries Pango, PangoFT2 and Fontconfig are missing; on Debian or Ubuntu "
        "run: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libfontconfig1"
    )


def test_root_is_not_told_to_use_sudo(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    need = doctor.Need("Pango", "libpango-1.0-0")
    assert doctor.remedy([need]).endswith("run: apt-get install libpango-1.0-0")


@pytest.mark.usefixtures("user")
def test_a_machine_without_chinese_fonts_is_told_which_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(doctor, "chinese_families", frozenset)
    with pytest.raises(EnvironmentFaultError) as caught:
        doctor.require()
    assert str(caught.value) == (
        "no font with Chinese characters is installed; on Debian or Ubuntu run: "
        "sudo apt-get install fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai"
    )


def test_a_missing_kai_face_and_subsetter_do_not_stop_a_pdf(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _only_loads(monkeypatch, {"libharfbuzz-subset"})
    families = doctor.installed_families()
    assert families
    monkeypatch.setattr(doctor, "installed_families", lambda: families - {"LXGW WenKai"})
    doctor.require()
    assert [need.package for need in doctor.missing()] == [
        "libharfbuzz-subset0",
        "fonts-lxgw-wenkai",
    ]


def test_fonts_are_taken_on_trust_where_fontconfig_has_no_tools(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert doctor.installed_families() is None
    doctor.require()


def test_a_library_that_does_not_exist_is_not_loaded() -> None:
    assert not doctor._loads("libnothing-of-the-kind.so.9")


def test_the_check_does_not_import_weasyprint() -> None:
    code = (
        "import sys; from converter import doctor; doctor.require(); "
        "sys.exit('weasyprint' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
