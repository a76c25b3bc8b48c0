"""Contents: themes behind colons, columns within sections, misread subtitles, heads of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.model import Heading
from tests.support.restored import listed, restored
from tests.support.street import HEAD, PAIL, ROPE, WELL

LIANGJIANG = Path(__file__).parents[1] / "evaluation" / "issues" / "liangjiang" / "issue.txt"
ENTRIES = [
    ("002", "井边的早晨", "杜若"),
    ("003", "换下来的绳", "江一帆"),
    ("007", "桐油的三个名字", "许家榕"),
    ("008", "会说话的水桶", "阮佩玲"),
]


def four(contents: str, over: str = "") -> str:
    """An issue of the four articles; a line ``over`` may stand before the last title, with a bar."""
    texts = []
    for at, (_, title, who) in enumerate(ENTRIES):
        shown = f"{over}｜{title}" if over and at > 1 else title
        texts.append(f"{shown}\n\n{who}\n\n{WELL}，第{at + 1}回。\n\n{PAIL}，第{at + 1}回。")
    return HEAD + contents + "\n\n" + "\n\n".join(texts) + "\n"


@pytest.mark.parametrize("theme", ["专题：一只水桶的来历与去处", "特别策划：井边的三十年"])
def test_a_section_with_its_theme_behind_a_colon_stands_over_entries_with_subtitles(
    theme: str,
) -> None:
    rows = [f"{page}　{title}　{who}" for page, title, who in ENTRIES]
    rows[1] = "003　换下来的绳——老街井台踏查　江一帆"
    contents = "\n".join(
        ["目次", "", "编辑室", rows[0], "", theme, *rows[1:3], "", "人物", rows[3]]
    )
    text = four(contents).replace("换下来的绳\n\n江", "换下来的绳\n——老街井台踏查\n\n江")
    found = listed(restored(text))
    assert [section for section, *_ in found] == ["编辑室", theme, theme, "人物"]


def test_a_section_without_entries_of_its_own_holds_the_columns_below_it() -> None:
    rows = [f"{page.lstrip('0')} {title} {who}" for page, title, who in ENTRIES]
    rows[2] = rows[2].replace("7 ", "7 街角观察｜")
    rows[3] = rows[3].replace("8 ", "8 修理铺子｜")
    contents = "\n".join(["目录", "卷首语", rows[0], "访谈", rows[1], "专栏", *rows[2:]])
    text = (
        four(contents, over="旧")
        .replace("旧｜桐油", "街角观察｜桐油")
        .replace("旧｜会", "修理铺子｜会")
    )
    made = restored(text)
    assert [section for section, *_ in listed(made)] == ["卷首语", "访谈", "专栏", "专栏"]
    assert "ART002" not in [found.code for found in made.diagnostics]
    kickers = [article.kicker for article in made.issue.articles[2:]]
    assert [kicker.value for kicker in kickers if kicker is not None] == ["街角观察", "修理铺子"]


def test_the_dated_head_of_the_first_page_is_no_leftover_of_the_contents() -> None:
    head = "井台 2021年3月15日"
    rows = [f"{title} {at + 1}版" for at, (_, title, _) in enumerate(ENTRIES)]
    pages = [
        f"{head}\n第{at + 1}版\n{title}\n本报记者 {who}\n{WELL}，第{at + 1}回。\n{PAIL}。"
        for at, (_, title, who) in enumerate(ENTRIES)
    ]
    text = "\n".join(["井台", "2021年3月15日 第3期", "", "本期导读", *rows, *pages])
    assert "TOC003" not in [found.code for found in restored(text).diagnostics]


def test_a_subtitle_of_which_the_contents_misread_a_character_is_told() -> None:
    listed_as, printed = "——访镇水利站站长骆清川", "——访镇水利站站长骆青川"
    contents = f"目录\n街尽头的井\n{listed_as} 梁小舟 4\n换下来的绳 云起 9\n\n"
    body = f"街尽头的井\n\n{printed}\n\n梁小舟\n\n{WELL}。\n\n换下来的绳\n\n云起\n\n{ROPE}。\n\n{PAIL}。\n"
    told = [one for one in restored(HEAD + contents + body).diagnostics if one.code == "TOC004"]
    assert [dict(one.args)["listed"] for one in told] == [listed_as.removeprefix("——")]
    same = restored(HEAD + contents.replace("骆清川", "骆青川") + body)
    assert "TOC004" not in [one.code for one in same.diagnostics]


def test_a_section_parted_from_its_theme_by_a_point_is_still_read() -> None:
    rows = [f"{page}　{title}　{who}" for page, title, who in ENTRIES]
    contents = "\n".join(
        ["目次", "", "编辑室", rows[0], "", "特别策划·井边人家", *rows[1:3], "", "人物", rows[3]]
    )
    sections = [section for section, *_ in listed(restored(four(contents)))]
    assert sections == ["编辑室", "特别策划·井边人家", "特别策划·井边人家", "人物"]


def bare_pages(contents: str, first: str, last: str = "") -> str:
    """Articles one below the other without blank lines, with what heads the first page and ends the last."""
    pages = [
        f"{title}\n{who}\n　　{WELL}，第{at + 1}回。\n　　{PAIL}，第{at + 1}回。"
        for at, (_, title, who) in enumerate(ENTRIES)
    ]
    return "\n".join([HEAD + contents, first, *pages, *filter(None, [last])]) + "\n"


ROWS = [f"{page.lstrip('0')} {title} {who}" for page, title, who in ENTRIES]


AFTER = f"编后\n　　{ROPE}，来稿四百件，都看了，谢谢。"


def test_the_name_of_a_section_and_a_folio_over_the_first_title_are_no_entry() -> None:
    contents = "\n".join(["目录", "卷首", ROWS[0], "访谈", *ROWS[1:3], "文化", ROWS[3], "编后"])
    made = restored(bare_pages(contents, "卷首\n1", AFTER))
    assert sorted(title for _, title, *_ in listed(made)) == sorted(
        ["编后", *(title for _, title, _ in ENTRIES)]
    )
    assert "ART002" not in [found.code for found in made.diagnostics]


def test_an_afterword_without_a_page_is_no_line_of_the_entry_above_it() -> None:
    last = "8 会说话的水桶 白 薇"
    contents = "\n".join(["目录", "卷首", ROWS[0], "访谈", *ROWS[1:3], "文化", last, "编后"])
    made = restored(bare_pages(contents, "卷首\n1", AFTER).replace("阮佩玲", "白 薇"))
    assert ("", "编后", (), "") in listed(made)
    assert made.issue.articles[-1].title[0].value == "编后"


def test_a_section_alone_over_pages_is_a_head_though_the_contents_have_its_theme_beside_it() -> (
    None
):
    text = LIANGJIANG.read_text(encoding="utf-8")
    assert "封面专题 消失的码头" in text
    made = restored(text)
    heads = [b.text.value for a in made.issue.articles for b in a.blocks if isinstance(b, Heading)]
    assert "封面专题" not in heads
    assert "票价五分" in heads
