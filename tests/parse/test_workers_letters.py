"""Letters and what the house says to them, lists in a paragraph, and tables with lost bars."""

from __future__ import annotations

from converter.model import Box, Heading, Paragraph, Role, Table
from converter.parse.captions import is_unnumbered_caption
from tests.support.restored import restored

ONE = "码头的吊车停了三天，第四天早上，调度室的灯先亮起来，接着是食堂的灯，最后才是吊车上的那一盏。"
TWO = "夜班的人把安全帽扣在窗台上，帽子里都写着名字，从左到右数过去，正好是上个月的出勤表。"
HEAD = "船台工友\n1997年第2期\n主办单位：青屿市总工会\n编辑出版：《船台工友》编辑部\n主编：沈一帆\n\n目 录\n\n"


def test_what_the_house_says_below_letters_is_no_box_and_stays_there() -> None:
    made = restored(
        f"{HEAD}船台来信 4\n灯下闲话 沈一帆 6\n\n船台来信\n\n编辑同志：\n\n{ONE}我们只求一台风扇。\n\n青屿船厂焊接队 九名焊工\n\n"
        f"编后：一台风扇，事情不大。本刊已将此信转给船厂工会，风扇从本月起装好。\n\n灯下闲话\n\n沈一帆\n\n{ONE}\n\n{TWO}\n"
    )
    blocks = made.issue.articles[0].blocks
    assert not any(isinstance(block, Box | Heading) for block in blocks)
    roles = [block.role for block in blocks if isinstance(block, Paragraph)]
    assert roles == [Role.SALUTATION, Role.BODY, Role.SIGNATURE, Role.EDITOR_NOTE]


def test_a_list_within_a_paragraph_below_a_heading_is_no_note() -> None:
    steps = "①拆。从领口的地方拆起，边拆边绕。②洗。用温水轻轻压，不要揉。③晒。晾干以后再织，够给孩子织一顶帽子。"
    made = restored(
        f"{HEAD}生活顾问 4\n灯下闲话 沈一帆 6\n\n生活顾问\n\n雨季怎样晾工作服\n\n{ONE}\n\n（青屿船厂 后勤科）\n\n"
        f"旧毛衣翻新三法\n\n{steps}\n\n（退休工人 叶小河）\n\n灯下闲话\n\n沈一帆\n\n{ONE}\n\n{TWO}\n"
    )
    article = made.issue.articles[0]
    assert not article.notes
    headings = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert headings == ["雨季怎样晾工作服", "旧毛衣翻新三法"]
    assert steps in [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


def test_two_figures_in_one_cell_and_the_mark_of_a_list_before_a_row() -> None:
    made = restored(
        f"{HEAD}船台上的账本 沈一帆 4\n\n船台上的账本\n\n沈一帆\n\n{ONE}\n\n表1　船厂用水（单位：吨）\n\n"
        "| 去处 | 一月 | 二月 | 三月 |\n|---|---|---|---|\n| 澡堂 | 41 | 19 | 6 |\n| 食堂 | 32 | 14 9 |\n"
        f"- | 船坞 | 15 | 11 | 13 |\n| 其他 | 4 | 3 | 2 |\n\n{TWO}\n"
    )
    table = next(block for block in made.issue.articles[0].blocks if isinstance(block, Table))
    rows = [[cell.text.value for cell in row] for row in table.rows]
    assert rows[2:4] == [["食堂", "32", "14", "9"], ["船坞", "15", "11", "13"]]


def test_the_name_at_the_end_of_a_subtitle_is_no_author_if_the_contents_have_it_there() -> None:
    made = restored(
        f"{HEAD}4 一盏灯要亮三十年\n——访全省先进工作者、青屿港务局调度长唐小河\n叶 舟\n\n8 灯下闲话 沈一帆\n\n"
        f"一盏灯要亮三十年\n\n——访全省先进工作者、青屿港务局调度长\n唐小河\n\n本刊记者 叶 舟\n\n{ONE}\n\n{TWO}\n\n"
        f"灯下闲话\n\n沈一帆\n\n{TWO}\n\n{ONE}\n"
    )
    article = made.issue.articles[0]
    assert [author.name for line in article.bylines for author in line.authors] == ["叶舟"]
    assert article.subtitle is not None
    assert article.subtitle.value.endswith("唐小河")


def test_a_marked_part_that_opens_the_text_is_no_box_where_others_head_parts() -> None:
    made = restored(
        f"{HEAD}一把锁的账 沈一帆 4\n\n一把锁的账\n\n沈一帆\n\n■ 案情回放\n\n{ONE}\n\n{TWO}\n\n■ 当事人说\n\n{ONE}\n\n■ 剖析与警示\n\n{TWO}\n"
    )
    blocks = made.issue.articles[0].blocks
    assert not any(isinstance(block, Box) for block in blocks)
    assert sum(isinstance(block, Heading) for block in blocks) == 3


def test_a_section_with_its_english_and_a_shorter_name_is_a_running_head() -> None:
    made = restored(
        f"{HEAD}本刊特稿 FEATURE\n\n04 一盏灯要亮三十年 / 叶舟\n\n调研报告 RESEARCH\n\n08 船台上的账本 / 沈一帆\n\n"
        f"特稿 FEATURE\n\n一盏灯要亮三十年\n\n文 / 叶舟\n\n{ONE}\n\n{TWO}\n\n"
        f"调研 RESEARCH\n\n船台上的账本\n\n文 / 沈一帆\n\n{TWO}\n\n{ONE}\n"
    )
    texts = [
        block.text.value
        for article in made.issue.articles
        for block in article.blocks
        if isinstance(block, Paragraph | Heading)
    ]
    assert not any("RESEARCH" in text for text in texts)


def test_a_letter_between_dashes_is_a_folio_that_fits() -> None:
    pages = "".join(f"{ONE}{TWO}\n\n— {folio} —\n\n" for folio in ("4", "5", "6"))
    made = restored(
        f"{HEAD}一盏灯要亮三十年 叶舟 4\n\n一盏灯要亮三十年\n\n叶舟\n\n{pages}{ONE}夜班的人\n\n— T —\n\n把安全帽扣在窗台上。\n\n— 8 —\n\n{TWO}\n"
    )
    blocks = made.issue.articles[0].blocks
    assert not any("T" in block.text.value for block in blocks if isinstance(block, Paragraph))


def test_who_provides_a_picture_ends_its_caption_behind_a_full_stop() -> None:
    assert is_unnumbered_caption("图为老港区的茶水单。青屿市档案馆提供")
    assert not is_unnumbered_caption("资金自筹 技术免费提供")
    assert not is_unnumbered_caption("厂里说没有灯。灯由船厂提供")
