"""Articles below names of sections in points that the contents have lost, or that have none."""

from __future__ import annotations

import re

import pytest

from converter.model import Heading, Issue, Paragraph
from tests.support.restored import restored

PIECES = {
    "支部建设": (
        "灯从哪里亮起",
        "青屿市委党校　常　青",
        "支部书记每天六点半到厂门口站一站，同上早班的打个招呼，谁没有来，他心里就有数。",
    ),
    "调查与研究": (
        "四个车间的夜班怎样排",
        "青屿船厂工会调查组",
        "夜班的人把安全帽扣在窗台上，帽子里都写着名字，从左到右数过去，正好是上个月的出勤表。",
    ),
    "思想杂谈": (
        "“明天再说”小议",
        "罗 岩",
        "有人爱把今天的事推到下个礼拜，推来推去，一张请假条从春天批到了秋天。",
    ),
    "读者来信": (
        "这样的会我们不爱开",
        "温 洛",
        "会开了两个钟头，念了三份文件，散会的时候，坐在后排的人问前排的人，今天讲的是什么。",
    ),
}
BODY = "".join(
    f"·{name}·\n\n{title}\n\n{by}\n\n{text}\n\n大家都说，{title}这件事，明年还要接着办下去，谁也不许半路走掉。\n\n"
    for name, (title, by, text) in PIECES.items()
)


def heads(found: Issue) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (
            "".join(line.value for line in article.title),
            tuple(author.name for by in article.bylines for author in by.authors),
        )
        for article in found.articles
    ]


ALL = [
    ("灯从哪里亮起", ("常青",)),
    ("四个车间的夜班怎样排", ("青屿船厂工会调查组",)),
    ("“明天再说”小议", ("罗岩",)),
    ("这样的会我们不爱开", ("温洛",)),
]


def contents(lost: str) -> str:
    rows = [
        f"·{name}·\n" + ("" if name == lost else f"{title} …… {by} {4 + 2 * at}\n")
        for at, (name, (title, by, _)) in enumerate(PIECES.items())
    ]
    return "目　录\n\n" + "\n".join(rows) + "\n"


@pytest.mark.parametrize(("opens", "closes"), [("·", "·"), ("｜", "｜"), ("", " WORKS")])
def test_no_contents(opens: str, closes: str) -> None:
    body = re.sub("·(.*?)·", rf"{opens}\1{closes}", BODY)
    assert heads(restored(f"船台工友\n一九八七年第五期\n\n{body}").issue) == ALL


def test_small_pieces_that_end_with_who_tells_them() -> None:
    small = (
        "半截粉笔\n\n船台东边有一排旧平房，从前住过学徒，门上的编号还是用粉笔写的。（季桂川）\n\n"
    )
    body = BODY.replace("·思想杂谈·", f"{small}·思想杂谈·")
    found = restored(f"船台工友\n一九八七年第五期\n\n{body}").issue
    assert heads(found) == [*ALL[:2], ("半截粉笔", ("季桂川",)), *ALL[2:]]
    (text,) = found.articles[2].blocks
    assert isinstance(text, Paragraph)
    assert text.text.value.endswith("粉笔写的。")


def test_parts_that_several_sign_behind_their_last_words_stay_in_their_article() -> None:
    parts = "".join(
        f"{head}\n\n船台东边有一排旧平房，{head}的编号还是用粉笔写的。（{by}）\n\n"
        for head, by in (("先看灯", "季桂川"), ("再看人", "史兰舟"))
    )
    body = BODY.replace("·思想杂谈·", f"{parts}·思想杂谈·")
    assert heads(restored(f"船台工友\n一九八七年第五期\n\n{body}").issue) == ALL


def test_the_last_of_several_pieces_with_headings_stays_in_its_column() -> None:
    parts = "".join(
        f"{head}\n\n船台东边有一排旧平房，{head}的编号还是用粉笔写的。{by}\n\n"
        for head, by in (("先看灯", ""), ("再看人", "（史兰舟）"))
    )
    body = BODY.replace("·思想杂谈·", f"{parts}·思想杂谈·")
    assert heads(restored(f"船台工友\n一九八七年第五期\n\n{body}").issue) == ALL


@pytest.mark.parametrize("lost", list(PIECES))
def test_an_entry_that_the_contents_have_lost(lost: str) -> None:
    assert heads(restored(contents(lost) + BODY).issue) == ALL


def test_a_name_at_the_head_of_a_page_that_goes_on_opens_nothing() -> None:
    page = (
        "·思想杂谈·\n\n再说“明天”\n\n第二天他果然没有来，桌上压着那张请假条，墨水还没有干透。\n\n"
    )
    cut = BODY.replace("·读者来信·", f"{page}·读者来信·")
    found = restored(contents("") + cut).issue
    assert heads(found) == ALL
    headings = [
        block.text.value
        for article in found.articles
        for block in article.blocks
        if isinstance(block, Heading)
    ]
    assert "再说“明天”" in headings
    assert any(
        isinstance(block, Paragraph) and block.text.value.startswith("第二天他果然没有来")
        for block in found.articles[2].blocks
    )


def test_a_title_as_far_below_the_text_above_as_all_others_are() -> None:
    rows = "".join(
        f"{title} {by} {4 + 2 * at}\n" for at, (title, by, _) in enumerate(PIECES.values())
    )
    body = "\n\n".join(
        f"{title}\n\n{by}\n\n{text}\n\n大家都说，这件事明年还要接着办下去，谁也不许半路走掉。\n"
        for title, by, text in PIECES.values()
    )
    lost = "夜班以后的两封信\n\n白丽娟　佟 岚\n\n编辑同志：\n\n我们车间上个月换了三次班，请帮我们问一问，往后能不能提前三天贴出来。\n"
    found = restored(f"目　录\n\n{rows}\n{body}\n\n{lost}").issue
    assert heads(found) == [*ALL, ("夜班以后的两封信", ("白丽娟", "佟岚"))]


def test_a_short_house_and_a_letter_spaced_name_are_no_line_of_the_title() -> None:
    rows, body = (
        contents("").replace("市委党校", "党校").replace("……", "　"),
        BODY.replace("市委党校", "党校"),
    )
    assert heads(restored(rows + body).issue) == ALL


def test_titles_that_end_like_houses_have_lines_with_marks_or_subtitles_below_them() -> None:
    first, second = (text for _, _, text in list(PIECES.values())[:2])
    body = (
        f"灯从哪里亮起\n\n◇ 孙渡\n\n{first}\n\n船台上的同心支部\n\n◇ 青屿船厂党委组织部\n\n{second}\n\n"
        f"在离岸三十里的地方\n办起一所学校\n\n——访灯塔教师温洛\n\n◇ 本刊记者　季桂川\n\n灯塔上只有一间屋子，学生只有三个，黑板是一扇旧船门。\n"
    )
    assert heads(restored(f"船台工友\n1987年第5期\n\n{body}").issue) == [
        ("灯从哪里亮起", ("孙渡",)),
        ("船台上的同心支部", ("青屿船厂党委组织部",)),
        ("在离岸三十里的地方办起一所学校", ("季桂川",)),
    ]
