"""What a user hands over by mistake, through the real command: a sentence and an exit code."""

from __future__ import annotations

import os
import re
import resource
import signal
from pathlib import Path

import pytest

from tests.batch.magazine import issue_text, write_issue
from tests.support.command import Running, files, fukan
from tests.support.epub import Epub

ISSUE = issue_text()
HEAD, BODY = ISSUE[: ISSUE.index("渡口的灯\n\n沈一帆")], ISSUE[ISSUE.index("渡口的灯\n\n沈一帆") :]


def write(folder: Path, data: bytes | str, name: str = "01.txt") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def text_of(path: Path) -> str:
    book = Epub(path)
    return "".join(book.text(name) for name in book.spine)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file holds no text"),
        (b"\xef\xbb\xbf", "the file holds no text"),
        (" \n\u3000\r\n\n".encode(), "the file holds no text"),
        (bytes(range(256)) * 40, "not a text file (it holds NUL bytes)"),
        (b"%PDF-1.7\n%\xe2\xe3", "not a text file but a PDF file; export its OCR text first"),
        (b"\xff\xd8\xff\xe0....", "not a text file but a picture; run OCR on it first"),
        (
            b"PK\x03\x04....",
            "not a text file but a ZIP, EPUB or Office file; export its text first",
        ),
    ],
)
def test_what_is_no_text_is_refused_by_every_command(
    data: bytes, said: str, tmp_path: Path
) -> None:
    path = write(tmp_path, data)
    for command in (("convert", path, "-o", tmp_path / "out"), ("check", path)):
        done = fukan(*command)
        assert (done.code, done.out) == (65, "")
        assert re.fullmatch(rf"fukan: \S*01\.txt: {re.escape(said)}\n", done.err), done.err
    assert not files(tmp_path / "out")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("{", "not a Fukan model: document: Invalid JSON: "),
        ("[]", "not a Fukan model: document: Input should be an object"),
        ("[" * 100_000, "not a Fukan model: document: Invalid JSON: recursion limit exceeded"),
        ('{"schema_version": 99}', "the model has schema version 99, this program reads 1"),
        ('{"articles": 7}', "not a Fukan model: articles: "),
        ('{"front": [{"type": "song"}]}', "not a Fukan model: front.0: Input tag 'song' found"),
    ],
)
def test_json_that_is_no_model_is_refused(data: str, said: str, tmp_path: Path) -> None:
    path = write(tmp_path, data, "01.json")
    done = fukan("convert", path, "-o", tmp_path / "out")
    assert (done.code, done.out) == (65, "")
    assert done.err.startswith(f"fukan: {path}: {said}")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("gb18030", "GB18030"),
        ("utf-16", "UTF-16"),
        ("utf-16-be", "UTF-16-BE"),
        ("utf-8-sig", "UTF-8 with BOM"),
    ],
)
def test_other_encodings_are_read_and_that_is_said(
    encoding: str, name: str, tmp_path: Path
) -> None:
    plain = fukan("parse", write(tmp_path, ISSUE)).out
    path = write(tmp_path, ISSUE.encode(encoding))
    done = fukan("convert", path, "-o", tmp_path / "out", "-f", "epub")
    assert done.code == 0
    assert done.err == f"01.txt: SRC001 the file is {name}; it was read as such\n"
    assert "渡口的灯" in text_of(tmp_path / "out" / "01.epub")
    # The text is the same; only what is said of the file itself may differ.
    without = re.compile(r'"source": \{.*?\}', re.DOTALL)
    assert without.sub("", fukan("parse", path).out) == without.sub("", plain)


def test_a_byte_that_is_wrong_is_shown_with_its_line(tmp_path: Path) -> None:
    raw = ISSUE.encode()
    at = raw.index("守灯的人".encode())
    path = write(tmp_path, raw[:at] + b"\xff" + raw[at:])
    done = fukan("convert", path, "-o", tmp_path / "out", "-f", "epub")
    assert done.code == 0
    line = raw[:at].count(b"\n") + 1
    assert f"01.txt:{line}: SRC002 1 byte(s) of this line are not UTF-8" in done.err


@pytest.mark.parametrize(
    ("text", "codes", "articles"),
    [
        (HEAD[HEAD.index("目 录") :] + BODY, ["MST001", "EPB001"], 2),
        (HEAD[: HEAD.index("目 录")] + BODY, ["TOC001"], 2),
        (BODY, ["MST001", "TOC001", "EPB001"], 2),
        (HEAD, ["ART002", "ART002"], 0),
        (HEAD.replace("9 旧书换旧书 顾南\n", "") + BODY, ["ART001"], 2),
        (HEAD.replace("9 旧书", "7 河上的冰 赵临川\n9 旧书") + BODY, ["ART002"], 2),
        ("一", ["MST001", "TOC001", "EPB001"], 0),
    ],
    ids=[
        *("no masthead", "no contents", "body alone", "no body", "a body without its entry"),
        *("an entry without its body", "one character"),
    ],
)
def test_what_there_is_is_converted_and_what_is_missing_is_said(
    text: str, codes: list[str], articles: int, tmp_path: Path
) -> None:
    path = write(tmp_path, text)
    done = fukan("convert", path, "-o", tmp_path / "out", "-f", "epub", "--json")
    assert done.code == 0
    (row,) = done.rows().values()
    found = [one["code"] for one in row["diagnostics"] if one["severity"] != "info"]
    assert sorted(found) == sorted(codes)
    assert row["articles"] >= articles
    book = text_of(tmp_path / "out" / "01.epub")
    kept = "".join(text.split()) if len(text) < 5 else "渡口的灯"
    assert kept in book


def test_markup_and_template_syntax_stay_text(tmp_path: Path) -> None:
    hostile = "<script>alert('x')</script>{{ 7 * 7 }}{% raise %}{# c #}&amp; & ]]> <b>灯</b>"
    path = write(tmp_path, ISSUE.replace("灯下有一本簿子", hostile))
    done = fukan("convert", path, "-o", tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    seen = "".join(text_of(tmp_path / "out" / "01.epub").split())
    assert "<script>alert('x')</script>" in seen.replace("‘", "'").replace("’", "'")
    for piece in ("{{7*7}}", "{%raise%}", "{#c#}", "&&"):
        assert piece in seen
    assert "<b>" not in seen  # what OCR engines write is resolved, and on record
    assert "49" not in seen


def test_a_file_of_20_mb_is_read_in_sane_time_and_memory(tmp_path: Path) -> None:
    """One endless line, which no reader of periodicals expects; repeated issues are a benchmark."""
    path = write(tmp_path, HEAD + BODY + "渡口的灯每晚七点亮起，" * 620_000)
    assert path.stat().st_size > 20_000_000

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        resource.setrlimit(resource.RLIMIT_DATA, (1 << 30, 1 << 30))

    done = fukan("check", path, before=limit)
    assert done.code == 0, done.err
    assert "balanced" in done.out


@pytest.mark.parametrize("name", ["two words 1.txt", "江岸手记 2023年第1期.txt", "-v.txt", "1.TXT"])
def test_names_with_spaces_and_chinese_are_kept(name: str, tmp_path: Path) -> None:
    write(tmp_path, ISSUE, name)
    done = fukan("convert", "-o", "out", "-f", "epub", "--", name, cwd=tmp_path)
    assert done.code == 0
    assert list(files(tmp_path / "out")) == [f"{name[:-4]}.epub"]


def test_an_output_folder_that_cannot_be_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = write(tmp_path, ISSUE)
    in_the_way = write(tmp_path, "", "file")
    for folder in (in_the_way, in_the_way / "below"):
        done = fukan("convert", path, "-o", folder)
        assert (done.code, done.out) == (73, "")
        why = "File exists" if folder == in_the_way else "Not a directory"
        assert done.err == f"fukan: cannot make the output folder {folder}: {why}\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_said_in_a_sentence(tmp_path: Path) -> None:
    path = write(tmp_path, ISSUE)
    (tmp_path / "out").mkdir(mode=0o555)
    done = fukan("convert", path, "-o", tmp_path / "out")
    assert done.code == 73
    why = f"cannot write to the output folder {tmp_path / 'out'}: Permission denied"
    assert done.err == f"fukan: {path}: {why}\n"


def test_a_crash_in_mid_write_leaves_the_old_file_whole(tmp_path: Path) -> None:
    issue = write_issue(tmp_path / "in")
    output = tmp_path / "out"
    assert fukan("convert", issue, "-o", output).code == 0
    old = files(output)
    write_issue(tmp_path / "in", paragraphs=150)
    with Running(issue, "-o", output, "-f", "pdf") as running:
        running.until("stage", stage="pdf")
        running.kill(signal.SIGKILL)
        assert running.finish().code == -signal.SIGKILL
    assert files(output) == old
    assert fukan("convert", issue, "-o", output).code == 0
    assert files(output) != old


def test_missing_files_and_folders_are_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for command in ("check", "parse"):
        done = fukan(command, "absent.txt", cwd=tmp_path)
        assert (done.code, done.out) == (66, "")
        assert done.err == "fukan: cannot read absent.txt: No such file or directory\n"
        done = fukan(command, "folder", cwd=tmp_path)
        assert (done.code, done.err) == (66, "fukan: cannot read folder: Is a directory\n")
    done = fukan("convert", "absent.txt", cwd=tmp_path)
    assert done.code == 66
    assert done.err == "fukan: cannot read absent.txt: no such file or folder\n"
    done = fukan("convert", "folder", cwd=tmp_path)
    assert done.code == 66
    assert done.err == "fukan: folder: the folder holds no .txt file and no model (.json)\n"


def test_a_stray_nul_is_taken_out_and_told(tmp_path: Path) -> None:
    text = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里。\n" * 4
    path = write(tmp_path, text.replace("石阶", "石\0阶", 1).encode())
    done = fukan("check", path, "--changes")
    assert done.code == 0
    assert "1:12: control-characters" in done.out + done.err
    assert "balanced" in done.out + done.err


def test_an_edition_in_the_script_of_the_source_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, ISSUE)
    done = fukan("convert", path, "-o", tmp_path / "out", "-f", "epub", "--simplified")
    assert done.code == 0
    assert "VAR002 the issue is in zh-Hans already" in done.err
