"""Page marks: how each engine says that a page begins."""

from __future__ import annotations

import pytest

from converter.model import MarkKind, Paragraph
from converter.segment import PageBreak, as_printed, page_marks
from converter.source import Line
from tests.support.markup import balanced_issue, blocks, texts


def marks(text: str) -> tuple[PageBreak, ...] | None:
    """The breaks that one line tells, ``None`` if it is no page mark."""
    found = page_marks([Line(5, text)])
    return found.breaks if found.places else None


@pytest.mark.parametrize(
    "text",
    [
        "{12}------------------------------------------------",
        '<!-- PageNumber="12" -->',
        '<!-- PageNumber="- 12 -" -->',
        "<!-- page 12 -->",
        "<page_number>12</page_number>",
        '<pb n="12"/>',
        '<page id="page_0012">',
        "[PAGE 12]",
        "[Page: 12]",
        "--- Page 12 ---",
        "----- Page 12 of 20 -----",
        "## Page 12",
        "# 第12页",
        "=== 第 12 页 ===",
        "**第 12 页**",
    ],
)
def test_a_page_mark_tells_its_page(text: str) -> None:
    assert marks(text) == (PageBreak(5, 12),)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- PageBreak -->",
        "<--- Page Split --->",
        "<|page_break|>",
        "\\newpage",
        "[page break]",
        "<pb/>",
    ],
)
def test_a_page_mark_may_have_no_number(text: str) -> None:
    assert marks(text) == ()


@pytest.mark.parametrize(
    "text",
    ["# 第3章", "[3]", "（3）", "-----", "<!-- image -->", "#12", "{12}--", "{甲}----------", "第12页的照片"],
)  # fmt: skip
def test_what_is_no_page_mark_is_left_alone(text: str) -> None:
    assert marks(text) is None


@pytest.mark.parametrize(
    "form",
    [
        "-- {} of 12 --",
        "{} / 12",
        "第{}页 共12页",
        "第{}页/共12页",
        "Page {} of 12",
        "— {}/12 —",
        "Page {}",
        "Page: {}",
        "页码：{}",
    ],
)
def test_marks_that_count_the_pages_of_the_file(form: str) -> None:
    lines = [Line(at, form.format(at)) for at in (2, 4, 6)]
    found = page_marks([Line(1, "渠水清清。"), *lines])
    assert found.breaks == (PageBreak(2, 2), PageBreak(4, 4), PageBreak(6, 6))
    assert found.places == {1, 2, 3}


@pytest.mark.parametrize("texts", [["1/2", "1/2", "1/3"], ["3/4", "2/4", "1/4"], ["1/7", "2/7"]])
def test_fractions_are_no_page_marks(texts: list[str]) -> None:
    assert not page_marks([Line(at, text) for at, text in enumerate(texts, 1)]).places


@pytest.mark.parametrize(
    "form",
    [
        "===== page_000{}.png =====",
        "# 水渠/IMG_2023_{}.jpg",
        "文件：渠上_{}.tif",
        "扫描件_00{}",
        "[scan {}]",
        "渠上 ({}).jpeg",
    ],
)
def test_names_of_files_that_rise_part_pages(form: str) -> None:
    lines = [Line(at, form.format(at)) for at in (2, 4, 6)]
    assert page_marks([Line(1, "渠水清清。"), *lines]).places == {1, 2, 3}


@pytest.mark.parametrize(
    "texts",
    [
        ["page_1.txt", "page_2.txt"],
        ["page_1.png", "page_1.png"],
        ["page_3.png", "page_2.png", "page_1.png"],
        ["详见渠上1.jpg，", "详见渠上2.jpg，", "详见渠上3.jpg，"],
        ["https://canal.example/1.pdf", "https://canal.example/2.pdf"],
        ["图1", "图2", "图3"],
        ["![](page_1.png)", "![](page_2.png)", "![](page_3.png)"],
        ["步骤1", "步骤2", "步骤3"],
    ],
)
def test_what_names_no_file_of_a_page(texts: list[str]) -> None:
    assert not page_marks([Line(at, text) for at, text in enumerate(texts, 1)]).places


REMARKS = [
    "以下是图片中的文字内容：",
    "好的，以下是从您上传的图像中提取的文字：",
    "这张图片中的文字内容如下：",
    "图片中的文字如下：",
    "识别结果：",
    "Here is the extracted text from the image:",
    "Sure! Here's the transcription:",
    "[空白页]",
    "（本页空白）",
    "（图片无文字）",
    "未识别到文字",
    "This page intentionally left blank",
    "[No text detected]",
]


@pytest.mark.parametrize("text", REMARKS)
def test_what_a_model_says_of_pages_parts_them(text: str) -> None:
    lines = [Line(1, "渠水清清。"), Line(2, text), Line(3, "渠水长长。"), Line(4, f"**{text}**")]
    assert page_marks(lines).places == {1, 3}
    assert page_marks([Line(1, ""), *lines[1:3]]).places == {1}
    assert not page_marks(lines[:3]).places


@pytest.mark.parametrize(
    "text",
    [
        "图片里的内容：",
        "这是一页空白",
        "空白",
        "渠上无文字",
        "以下是本刊收到的来信：",
        "图中没有人。",
    ],
)
def test_what_the_text_itself_says_of_pictures(text: str) -> None:
    lines = [Line(1, "渠水清清。"), Line(2, text), Line(3, text), Line(4, text)]
    assert not page_marks(lines).places


ISSUE = """# 水渠

2023年第3期 总第9期

主办：渠县农会

{4}------------------------------------------------

# 目录

老渠的新水 方晓禾 5

一把旧锹 田有余 7

{5}------------------------------------------------

# 老渠的新水

方晓禾

清晨的渠水从山脚流下来，一路经过三个村子，最后才到柳湾的田里。守渠的老人说，这条渠挖了整整十一个冬天，当年挖渠的人

{6}------------------------------------------------

如今只剩下他一个。他每天沿着渠走一遍，看看哪里漏水，哪里该清淤了。

{7}------------------------------------------------

# 一把旧锹

田有余

锹柄磨得发亮，是父亲留下的。我把它挂在墙上，每年开春拿下来擦一遍油，再挂回去，心里就踏实了。
"""


def test_a_mark_in_the_middle_of_a_sentence_heals_and_gives_the_page() -> None:
    issue = balanced_issue(ISSUE)
    [block] = blocks(issue, 0, Paragraph)
    assert "当年挖渠的人如今只剩下他一个。" in block.text.value
    assert "6" in [mark.target for mark in block.text.marks if mark.kind is MarkKind.PAGE]
    dropped = [drop.line for drop in issue.drops if drop.reason == "page-marker"]
    assert dropped == [7, 15, 23, 27]


def test_a_mark_inside_a_line_is_no_text() -> None:
    joined = ISSUE.replace("的人\n\n{6}-", "的人{6}-").replace("-\n\n如今", "-如今")
    [text] = texts(balanced_issue(joined), 0)
    assert "当年挖渠的人如今只剩下他一个。" in text


def test_the_date_of_the_issue_at_the_feet_of_pages_is_no_title() -> None:
    pieces = ["渠水从后山下来，绕过三道弯，流进", "稻田里的时候，天刚刚亮，看渠的人坐在"]
    body = "".join(
        f"{pieces[0]}\n{pieces[1]}\n2024年9月16日出版\n{page}\n封面故事 | Cover Story\n闸门边上，听水走到了第{page}块田。\n"
        for page in (7, 8, 9)
    )
    issue = balanced_issue(
        f"目录\n封面故事\n老渠的新水 方晓禾 7\n\n封面故事\n老渠的新水\n方晓禾\n{body}"
    )
    reasons = [drop.reason for drop in issue.drops if drop.text == "2024年9月16日出版"]
    assert reasons == ["running-head"] * 3
    assert not any("Cover Story" in text for text in texts(issue))


def breaks(*pages: tuple[int, int]) -> list[PageBreak]:
    return [PageBreak(line, page) for line, page in pages]


def test_pages_of_the_file_are_put_right_by_the_folios() -> None:
    marks = breaks((1, 0), (10, 1), (20, 2), (30, 3))
    folios = breaks((9, 3), (19, 4), (29, 5))
    assert as_printed(marks, folios) == breaks((1, 3), (10, 4), (20, 5), (30, 6))


@pytest.mark.parametrize(
    "folios", [breaks((9, 1), (19, 9), (29, 4)), breaks((9, 3), (19, 4)), breaks()]
)
def test_folios_that_disagree_change_nothing(folios: list[PageBreak]) -> None:
    marks = breaks((1, 0), (10, 1), (20, 2), (30, 3))
    assert as_printed(marks, folios) == marks


def _counted(*pages: str) -> list[tuple[int, int]]:
    lines = [Line(at, text) for at, text in enumerate("\n".join(pages).split("\n"), 1)]
    return [(one.line, one.page) for one in page_marks(lines).breaks]


def test_form_feeds_tell_that_marks_stand_at_the_feet_of_their_pages() -> None:
    feet = [f"\f正文{at}。\n\n{at}/9" for at in range(1, 5)]
    assert _counted("封面", *feet) == [(1, 1), (4, 2), (7, 3), (10, 4)]
    assert _counted(*(page.lstrip("\f") for page in feet)) == [(3, 1), (6, 2), (9, 3), (12, 4)]
    heads = [f"\f{at}/9\n\n正文{at}。" for at in range(1, 5)]
    assert _counted("封面", *heads) == [(2, 1), (5, 2), (8, 3), (11, 4)]
