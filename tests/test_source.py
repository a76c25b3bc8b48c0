"""Files as users have them: in any encoding, cut off, with any ends of lines, on one line."""

from __future__ import annotations

import pytest

from converter.source import Source, read_bytes
from tests.batch.magazine import issue_text
from tests.support.restored import restored

ISSUE = issue_text()


def codes(source: Source) -> list[str]:
    return [one.code for one in source.diagnostics]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16", "utf-16-le", "utf-8-sig"])
def test_a_file_cut_off_within_a_character_is_read_to_its_end(encoding: str) -> None:
    whole = ISSUE[: ISSUE.rindex("的") + 1]
    source = read_bytes(whole.encode(encoding)[:-1], "01.txt")
    assert source.lines[-1].text == f"{whole[:-1].splitlines()[-1]}\ufffd"
    assert "SRC002" in codes(source)


def test_a_broken_byte_in_an_older_encoding_is_told_with_its_line() -> None:
    raw = ISSUE.encode("gb18030")
    at = raw.index("守灯的人".encode("gb18030"))
    source = read_bytes(raw[:at] + b"\xff" + raw[at:], "01.txt")
    (told,) = (one for one in source.diagnostics if one.code == "SRC002")
    assert told.line == raw[:at].count(b"\n") + 1
    assert "are not GB18030" in told.message("en")


@pytest.mark.parametrize("end", ["\r", "\r\n", "\v", "\x85", "\u2028", "\u2029"])
def test_lines_end_as_those_of_any_system_do(end: str) -> None:
    lines = read_bytes(ISSUE.encode(), "01.txt").lines
    assert read_bytes(ISSUE.replace("\n", end).encode(), "01.txt").lines == lines


def test_a_mark_of_another_system_here_and_there_ends_no_line() -> None:
    assert len(read_bytes("灯\u2028塔\n海\n岸\n".encode(), "01.txt").lines) == 3


@pytest.mark.parametrize("form", ["<p>{}</p>", "<div class='a'><p>{}</p></div>", "{}<br/>"])
def test_html_on_one_line_is_read_by_its_paragraphs(form: str) -> None:
    """None of them is lost for standing on the same line as a running head."""
    page = "渡口夜话\u30002023年第1期"
    lines = [line for line in ISSUE.splitlines() if line.strip()]
    at = len(lines) // 2
    lines[at:at] = [page]
    lines.append(page)
    made = restored(f"<html><body>{''.join(map(form.format, lines))}</body></html>")
    plain = restored("\n\n".join(lines))
    assert [one.title for one in made.issue.articles] == [one.title for one in plain.issue.articles]
    assert "SRC004" in [one.code for one in made.diagnostics]


def test_a_table_on_a_line_stays_one() -> None:
    table = "<table><tr><td>甲<br>乙<br>丙</td><td><p>一</p><p>二</p><p>三</p></td></tr></table>"
    assert len(read_bytes(f"灯塔\n{table}\n".encode(), "01.txt").lines) == 2
