"""A works' magazine: the pages stand beside the sections, and the titles below them."""

from __future__ import annotations

import pytest

from converter.model import Issue, Paragraph, Role
from tests.support.restored import restored

HEAD = "北岭工友\n2020年第6期\n北岭集团工会主办\n主编 佟大川\n\n"
ONE = "三号炉是全厂最老的炉子，炉前班有七个人，年纪加起来三百零六岁，谁也不爱多说话。"
TWO = "老郭的本事是听，炉子好不好，他不看表，把安全帽往炉壁上一贴，听一听就知道了。"


def issue(contents: str, *pieces: str) -> Issue:
    """The issue with these contents and these articles."""
    return restored(f"{HEAD}目录\n\n{contents}\n\n" + "\n\n".join(pieces) + "\n").issue


CONTENTS = (
    "{0}02{1}寄语\n把话筒递下去　佟大川\n\n{0}04{1}工匠说\n焊花里的数学课　陶松\n别怕返工　贺兰兰\n\n"
    "{0}16{1}安全角\n一根安全绳　文/图 谢小舟\n\n{0}30{1}六月大事记"
)


@pytest.mark.parametrize(("before", "after"), [("P", " "), ("", "　"), ("", " "), ("P.", " ")])
def test_pages_beside_sections_are_those_of_their_first_titles(before: str, after: str) -> None:
    made = issue(
        CONTENTS.format(before, after),
        f"寄语 | 把话筒递下去\n\n佟大川\n\n{ONE}\n\n{TWO}",
        f"焊花里的数学课\n\n陶松\n\n{TWO}\n\n{ONE}",
        f"别怕返工\n\n贺兰兰\n\n{ONE}{TWO}",
        f"一根安全绳\n\n文/图 谢小舟\n\n{TWO}{ONE}",
        f"六月大事记\n\n6月3日，工会召开全委会。{ONE}",
    )
    listed = [
        (section.name, entry.title, entry.authors, entry.page)
        for section in made.contents.sections
        for entry in section.entries
    ]
    assert listed == [
        ("寄语", ("把话筒递下去",), ("佟大川",), "02"),
        ("工匠说", ("焊花里的数学课",), ("陶松",), "04"),
        ("工匠说", ("别怕返工",), ("贺兰兰",), ""),
        ("安全角", ("一根安全绳",), ("谢小舟",), "16"),
        ("六月大事记", ("六月大事记",), (), "30"),
    ]
    assert made.articles[0].title[0].value == "把话筒递下去"


def test_pages_beside_titles_stay_theirs() -> None:
    made = issue(
        "02 把话筒递下去\n佟大川\n\n04 焊花里的数学课\n陶松\n\n16 一根安全绳\n谢小舟",
        f"把话筒递下去\n\n佟大川\n\n{ONE}\n\n{TWO}",
        f"焊花里的数学课\n\n陶松\n\n{TWO}\n\n{ONE}",
        f"一根安全绳\n\n谢小舟\n\n{TWO}{ONE}",
    )
    assert not any(made.section_names)
    assert [article.first_page for article in made.articles] == ["2", "4", "16"]


def test_lines_that_all_begin_with_a_dash_are_items() -> None:
    made = issue(
        "02 把话筒递下去 佟大川",
        f"把话筒递下去\n\n佟大川\n\n{ONE}\n\n师傅说过三句话：\n\n——手上的活，眼睛先做一遍；\n——量三次，锉一次；\n——剩下的交给心。\n\n{TWO}\n\n——佟大川",
    )
    roles = [b.role for b in made.articles[0].blocks if isinstance(b, Paragraph)]
    assert roles.count(Role.LIST_ITEM) == 3
    assert roles.count(Role.SIGNATURE) == 1
