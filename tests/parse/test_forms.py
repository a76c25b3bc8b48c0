"""Lines that are headings, items or signatures because others of their form are, too."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, Paragraph, Role
from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人。"
MORE = "摆渡的人照旧坐在石阶上，等着对岸那个人喊他，一等就是半天。"
THIRD = "石阶有三十一级，最下面的两级常年浸在水里，长着青苔。"
FOURTH = "那盏灯还是从前的灯，灯罩换过三回，灯芯一回也没有换过。"
FIFTH = "老人把缆绳绕了三圈，才肯回屋去睡，天亮以前又起来看一遍。"
SIXTH = "对岸的人说，听见桨声就知道是谁，也知道他今天高不高兴。"
ALL = [PROSE, MORE, THIRD, FOURTH, FIFTH, SIXTH]


def issue(text: str) -> Issue:
    return restored(f"渡口\n\n张水\n\n{text}").issue


def headings(found: Issue) -> list[str]:
    return [b.text.value for a in found.articles for b in a.blocks if isinstance(b, Heading)]


def texts(found: Issue, *roles: Role) -> list[str]:
    blocks = [b for a in found.articles for b in (*a.blocks, *a.back) if isinstance(b, Paragraph)]
    return [b.text.value for b in blocks if not roles or b.role in roles]


@pytest.mark.parametrize(
    "numbers",
    [
        ("一", "二", "三"),
        ("（一）", "（二）", "（三）"),
        ("Ⅰ", "Ⅱ", "Ⅲ"),
        ("上", "中", "下"),
        ("第一章", "第二章", "第三章"),
        ("之一", "之二", "之三"),
    ],
)
def test_numbers_alone_that_count_on_are_chapters(numbers: tuple[str, ...]) -> None:
    pairs = zip(numbers, ALL[::2], ALL[1::2], strict=True)
    found = issue("\n\n".join(f"{number}\n\n{one}\n\n{other}" for number, one, other in pairs))
    assert headings(found) == list(numbers)
    assert texts(found) == ALL


def test_one_number_alone_says_nothing() -> None:
    assert headings(issue(f"{PROSE}\n\n三\n\n{MORE}")) == []


def test_a_word_and_its_number_head_what_follows() -> None:
    found = issue(
        f"案例一：漏水的船\n\n{PROSE}\n\n{MORE}\n\n案例二：多出来的桨\n\n{THIRD}\n\n{FOURTH}"
    )
    assert headings(found) == ["案例一：漏水的船", "案例二：多出来的桨"]
    assert texts(found) == ALL[:4]


def test_a_word_and_its_number_before_a_sentence_open_a_paragraph() -> None:
    found = issue(f"误区一：{PROSE}\n\n误区二：{MORE}")
    assert headings(found) == []
    assert texts(found) == [f"误区一：{PROSE}", f"误区二：{MORE}"]


def test_figures_over_what_they_mean_are_headings() -> None:
    found = issue(f"{PROSE}\n\n37.4万吨\n\n{MORE}\n\n4.1%\n\n{THIRD}\n\n186家\n\n{FOURTH}")
    assert headings(found) == ["37.4万吨", "4.1%", "186家"]
    found = issue(f"{PROSE}\n\n37.4万吨\n\n{MORE}\n\n4.1%\n\n{THIRD}\n\n17\n\n{FOURTH}")
    assert headings(found) == ["37.4万吨", "4.1%", "17"]


def test_entries_of_a_calendar_stay_apart_though_none_is_a_sentence() -> None:
    entries = [
        "4月2日，澜州，渡船技术交流会（主办：船工协会）",
        "5月16日，线上，《渡口规程》第一讲",
        "6月8日—9日，沛溪，年会（会员参加）",
    ]
    closing = "以上安排如有变动，以协会的通知为准。"
    found = issue(f"{PROSE}\n\n" + "\n\n".join((*entries, closing)))
    assert texts(found, Role.LIST_ITEM) == entries
    assert texts(found)[-1] == closing


def test_places_and_names_under_letters_are_signatures() -> None:
    found = issue(
        f"编辑同志：\n\n{PROSE}\n\n沛溪 项东\n\n编者：来信已经转给渡口站，谢谢。\n\n给桥留一盏灯\n\n编辑同志：\n\n"
        f"{MORE}\n\n澜州 业主 文小河"
    )
    assert texts(found, Role.SIGNATURE) == ["沛溪 项东", "澜州 业主 文小河"]
    assert headings(found) == ["给桥留一盏灯"]


def test_a_place_and_any_pen_name_sign_above_the_reply_of_the_house() -> None:
    found = issue(f"{PROSE}\n\n沛溪　睡不着的人\n\n编者回复：来信已经转给渡口站，谢谢。\n\n{MORE}")
    assert texts(found, Role.SIGNATURE) == ["沛溪 睡不着的人"]
    assert headings(found) == []


def test_letters_without_an_address_are_told_by_their_signatures() -> None:
    found = issue(f"{PROSE}\n\n新竹 葉明\n\n{MORE}\n\n南投 竹山老人\n\n{THIRD}")
    assert texts(found, Role.SIGNATURE) == ["新竹 葉明", "南投 竹山老人"]
    assert headings(found) == []


def test_a_name_at_the_right_edge_signs() -> None:
    found = issue(f"    {PROSE}\n            清河中学　于小河\n    {MORE}\n    {THIRD}")
    assert texts(found, Role.SIGNATURE) == ["清河中学 于小河"]


def test_what_somebody_says_between_other_speech_is_no_heading() -> None:
    found = issue(
        f"“他没有走，”他说，“他要走的。”\n\n“您是说我外公？”\n\n“是的。{MORE}”\n\n{PROSE}"
    )
    assert headings(found) == []


def test_what_somebody_says_behind_a_colon_is_no_heading() -> None:
    found = issue(f"{PROSE}她抬头看看柱子，问：\n\n“这柱子是哪一年的？”\n\n{MORE}\n\n{THIRD}")
    assert headings(found) == []
    found = issue(f"{PROSE}\n\n“这柱子是哪一年的？”\n\n{MORE}\n\n{THIRD}")
    assert headings(found) == ["“这柱子是哪一年的？”"]


def test_years_and_dates_over_prose_are_headings() -> None:
    found = issue(f"{PROSE}\n\n1978年\n\n{MORE}\n\n1985年\n\n{THIRD}")
    assert headings(found) == ["1978年", "1985年"]
    found = issue(f"3月5日\n\n{PROSE}\n\n3月6日\n\n{MORE}")
    assert headings(found) == ["3月5日", "3月6日"]


def test_a_date_below_a_name_signs_a_letter() -> None:
    found = issue(
        f"编辑同志：\n\n{PROSE}\n\n何若溪\n\n2022年3月5日\n\n编辑同志：\n\n{MORE}\n\n叶小河\n\n2022年4月1日"
    )
    assert texts(found, Role.SIGNATURE) == ["何若溪", "2022年3月5日", "叶小河", "2022年4月1日"]


def test_a_chronicle_is_a_list_under_its_heading() -> None:
    entries = ["1953年 渡口改建", "1987年 渡口停用", "2001年 重新通航"]
    found = issue("\n\n".join([PROSE, "大事记", *entries, MORE]))
    assert headings(found) == ["大事记"]
    assert texts(found, Role.LIST_ITEM) == [entry.replace(" ", "") for entry in entries]


@pytest.mark.parametrize(
    "title", ["四种理由", "去年的走向", "可以转让", "新办法的目的", "居民的参与", "老井还在"]
)
def test_a_word_that_ends_like_a_particle_may_end_a_heading(title: str) -> None:
    found = issue(f"{PROSE}\n\n{title}\n\n{FOURTH}")
    assert headings(found) == [title]


@pytest.mark.parametrize("cut", ["灯罩换过三回的", "船匠把缆桩和", "老人坐着朝向"])
def test_a_line_that_ends_with_a_particle_goes_on(cut: str) -> None:
    assert headings(issue(f"{PROSE}\n\n{cut}\n\n{FOURTH}")) == []


@pytest.mark.parametrize("mark", ["■", " ■", "◆", "　□", "•"])
def test_the_mark_behind_the_last_sentence_of_an_article_is_dropped(mark: str) -> None:
    found = issue(f"{PROSE}\n\n{FOURTH}{mark}")
    assert texts(found) == [PROSE, FOURTH]
    assert [(drop.text, drop.reason) for drop in found.drops if drop.text in "■◆□•"] == [
        (mark.strip(), "end-mark")
    ]


def test_a_mark_that_ends_no_sentence_stays() -> None:
    found = issue(f"{PROSE}\n\n选对的打勾，选错的打叉，空着的画■\n\n{FOURTH}")
    assert "end-mark" not in {drop.reason for drop in found.drops}


def test_who_keeps_a_column_of_letters_signs_above_what_asks_for_more() -> None:
    found = restored(
        f"目录\n\n3 老街 李山\n\n5 孩子怕水怎么办 灯 草\n\n老街\n\n李山\n\n{PROSE}\n\n孩子怕水怎么办\n\n"
        f"主持人：灯 草\n\n灯草姐姐：\n\n{MORE}\n\n南河街 小 舟\n\n小舟妹妹：\n\n{THIRD}\n\n灯 草\n\n"
        "（来信请寄本刊“灯下信箱”，不愿公开姓名的请注明）"
    ).issue
    assert texts(found, Role.SALUTATION) == ["灯草姐姐：", "小舟妹妹："]
    assert texts(found, Role.SIGNATURE) == ["南河街 小舟", "灯草"]
    assert headings(found) == []


def test_a_numbered_paragraph_that_a_page_has_cut_is_no_item() -> None:
    cut = "2.船工不够。渡口的船工原先有九个，"
    found = issue(
        f"{PROSE}\n\n1.旧船漏水。{MORE}{THIRD}{FOURTH}{FIFTH}\n\n{cut}\n\n如今只剩三个，{SIXTH}"
    )
    assert texts(found, Role.LIST_ITEM) == []


def test_the_last_item_of_a_list_may_be_cut() -> None:
    items = ["1.看。天亮以前到闸口。", "2.摇。两个人一起摇闸门。"]
    found = issue("\n\n".join([PROSE, *items, "3.守。守闸的人不能睡，", "一直守到天亮。", MORE]))
    assert texts(found, Role.LIST_ITEM) == [*items, "3.守。守闸的人不能睡，一直守到天亮。"]
