"""A masthead right above narrow lines, in an issue whose contents do not part the two."""

from __future__ import annotations

import pytest

from converter.segment.regions import find_regions
from tests.segment.test_heads import lines_of

MASTHEAD = ["北岸周刊", "2024年9月16日 第36期 总第812期", "主管：北岸日报社", "社长：桑以宁", "主编：厉舟平", "地址：北岸市渡口路36号", "零售价：18元"]  # fmt: skip
HEAD = ["编辑手记", "渡船停在老地方", "厉舟平"]
COLUMN = ["做这期封面的起因，是编辑部楼下", "渡口的一块旧木牌。它从桥修好的那一", "年起就没有人看，漆皮翘起来，像一本", "受潮的字典。老邱说，早上有人来拍，", "中午有人来问，到了傍晚，一个骑三轮", "的人什么也没问，把它扛走了。"]  # fmt: skip


@pytest.mark.parametrize("indent", ["", "　　"])
def test_the_head_of_the_first_article_is_no_masthead(indent: str) -> None:
    lines = lines_of("\n".join([*MASTHEAD, *HEAD, indent + COLUMN[0], *COLUMN[1:]]))
    assert find_regions(lines).masthead == (0, len(MASTHEAD))


NOTICE = ["声明：本刊所刊文章版权归北岸日", "报社所有，任何单位和个人转载时都应", "当注明出处，并且按照规定支付稿酬，", "未经许可不得摘编、汇编和镜像。"]  # fmt: skip


def test_a_notice_in_narrow_lines_is_of_the_masthead() -> None:
    lines = lines_of("\n".join([*MASTHEAD, *NOTICE, "", *HEAD, *COLUMN]))
    assert find_regions(lines).masthead == (0, len(MASTHEAD) + len(NOTICE))


def test_the_editor_signs_an_article_that_contents_at_the_end_list() -> None:
    text = "我做护士的第三年，带教老师要我去查一本十年前的交班本，那时候还是手写。"
    filler = [
        f"这一年的第{n}件事，是把走廊尽头的灯修好，护士站的人都说亮了许多。" for n in range(100)
    ]
    contents = ["目录", "渡船停在老地方 …… 厉舟平 （3）", "走廊尽头的灯 …… 季小满 （9）"]
    head = ["渡船停在老地方", "主编　厉舟平", text]
    rest = ["走廊尽头的灯", "季小满", *filler]
    lines = lines_of("\n\n".join([*MASTHEAD, *head, *rest, *contents]))
    assert find_regions(lines).masthead == (0, 2 * len(MASTHEAD) - 1)


TEXT = "我做护士的第三年，带教老师要我去查一本十年前的交班本，那时候还是手写。"


def test_the_editor_signs_the_first_article_without_any_contents() -> None:
    head = ["渡船停在老地方", "---", "主编　厉舟平", TEXT, "走廊尽头的灯", "季小满", TEXT]
    lines = lines_of("\n\n".join([*MASTHEAD, *head]))
    assert find_regions(lines).masthead == (0, 2 * len(MASTHEAD) - 1)


def test_for_whom_an_issue_is_is_no_title_above_its_editor() -> None:
    lines = lines_of("\n\n".join([*MASTHEAD, "内部资料　免费交流", "主编　厉舟平", TEXT]))
    assert find_regions(lines).masthead == (0, 2 * len(MASTHEAD) + 3)


def test_a_marked_title_right_below_the_imprint_is_none_of_it() -> None:
    lines = lines_of("\n".join([*MASTHEAD, "# 渡船停在老地方", "", "文／厉舟平", "", TEXT]))
    assert find_regions(lines).masthead == (0, len(MASTHEAD))


@pytest.mark.parametrize(
    "more", [["内部交流　免费取阅"], ["排 版：信息社", "本刊文字未经许可不得转载"]]
)
def test_what_stands_below_the_labels_over_the_first_article(more: list[str]) -> None:
    lines = lines_of("\n".join([*MASTHEAD, *more, *HEAD, "　　" + COLUMN[0], *COLUMN[1:]]))
    assert find_regions(lines).masthead == (0, len(MASTHEAD) + len(more))


def test_for_whom_an_issue_is_below_a_blank_line() -> None:
    lines = lines_of("\n".join([*MASTHEAD, "", "内部资料　免费交流", "", *HEAD, TEXT]))
    assert find_regions(lines).masthead == (0, len(MASTHEAD) + 2)
