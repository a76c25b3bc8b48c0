"""Pages of a scanned magazine, of which marks and letters are misread at the edges and under titles."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

LINES = [
    "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不",
    "用看水尺，数一数台阶就知道今天能不能开船，几十年里没有数",
    "错过一回，也没有让一个赶路的人在岸上白等过半天，他总说水",
]
REST = "比人守信，人要学着看水。"


def dropped(folios: list[str], *, marked: bool = True) -> list[str]:
    """What is dropped of pages with these folios at their feet, with the marks of pages in the file."""
    end = "\f" if marked else ""
    pages = ["\n".join([*LINES, folio]) for folio in folios]
    text = f"摆渡人的台阶\n文／陶 然\n{f'{chr(10)}{end}'.join(pages)}\n{end}{REST}\n"
    return [drop.text.strip() for drop in restored(text).issue.drops]


@pytest.mark.parametrize("odd", ["·6?", "?6·", "·6+", "·6°", "6。", "6："])
def test_the_marks_of_a_folio_may_be_misread_for_others(odd: str) -> None:
    assert odd in dropped(["·3·", "·4·", "·5·", odd, "·7·", "·8·"])


def test_marks_of_a_text_are_none_within_a_page() -> None:
    assert "·6?" not in dropped(["·3·", "·4·", "·5·", "·6?", "·7·", "·8·"], marked=False)


def test_a_number_that_counts_no_page_stays() -> None:
    assert "·9?" not in dropped(["·3·", "·4·", "·5·", "·9?", "·7·", "·8·"])


CONTENTS = """目录
摆渡人的台阶——水尺旁边住着的人家和几件旧事……（3）
值班室的炉子……罗石生（5）
渡船要不要换……苏河清（7）

"""


def subtitle(below: str) -> str:
    text = "\n".join([*LINES, REST])
    body = (
        f"摆渡人的台阶\n{below}\n{text}\n\n值班室的炉子\n罗石生\n{text}\n\n"
        f"渡船要不要换\n苏河清\n{text}\n"
    )
    found = restored(CONTENTS + body).issue.articles[0].subtitle
    return found.value if found else ""


@pytest.mark.parametrize("dash", ["", "——"])
def test_a_subtitle_has_no_more_lines_than_the_contents_have_of_it(dash: str) -> None:
    told = f"{dash}水尺旁边住着的人家和几件旧事"
    assert subtitle(f"{told}\n渡口小学旧址的一间屋子\n屋前的大树") == told


def test_a_subtitle_of_two_lines_is_whole() -> None:
    told = subtitle("——水尺旁边住着的人家\n和几件旧事")
    assert told.lstrip("—") == "水尺旁边住着的人家和几件旧事"
