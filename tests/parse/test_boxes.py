"""Sidebars: what begins one, what belongs to it, and where it ends."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph
from converter.parse.boxes import is_attribution
from tests.support.restored import restored

FIRST = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在"
REST = "水里，长着青苔。对岸的人说，听见桨声就知道是谁。"
WHOLE = "那盏灯还是从前的灯，灯罩换过三回，灯芯一回也没有换过。"
END = "桥通车以后，船停在柳树下面，船底长满了螺蛳，孩子们摸回去煮了一锅，味道并不好。"
OTHER = "摆渡的人照旧坐在石阶上，等着对岸那个人喊他，一等就是半天。"


def issue(text: str) -> Issue:
    return restored(f"渡口\n\n张水\n\n{text}").issue


def box(found: Issue) -> Box:
    (one,) = (b for a in found.articles for b in a.blocks if isinstance(b, Box))
    return one


def inside(one: Box) -> list[str]:
    return [block.text.value for block in one.blocks if isinstance(block, Paragraph)]


def texts(found: Issue) -> list[str]:
    return [b.text.value for a in found.articles for b in a.blocks if isinstance(b, Paragraph)]


def headings(found: Issue) -> list[str]:
    return [b.text.value for a in found.articles for b in a.blocks if isinstance(b, Heading)]


ITEMS = ["造船：61条，占九成", "修桥：18座，占三成", "点灯：542盏，平均七年一换"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_common_word_with_a_title_in_a_broken_sentence_is_a_box_with_its_list(gap: str) -> None:
    lines = [FIRST, "数读 三年账本", *ITEMS, "（数据来源：渡口站）", REST, WHOLE]
    found = issue(gap.join(lines))
    one = box(found)
    assert (one.label, one.title and one.title.value) == ("数读", "三年账本")
    assert inside(one) == ITEMS
    assert one.attribution is not None
    assert one.attribution.text.value == "数据来源：渡口站"
    assert texts(found) == [FIRST + REST, WHOLE]


def test_a_common_word_and_another_over_prose_are_a_heading() -> None:
    found = issue(f"{WHOLE}\n\n观点 碰撞\n\n{OTHER}\n\n{FIRST}{REST}")
    assert headings(found) == ["观点碰撞"]


def test_a_box_takes_all_items_of_its_list_and_leaves_the_rest_of_the_sentence() -> None:
    items = ["开办补贴：每家不超过五万元，分两年拨付。", "运营补贴：按人次计算，每人次两元。"]
    found = issue("\n".join([FIRST, "政策链接", "渡船补贴标准", *items, REST, WHOLE]))
    one = box(found)
    assert (one.title and one.title.value, inside(one)) == ("渡船补贴标准", items)
    assert texts(found) == [FIRST + REST, WHOLE]


def test_a_numbered_list_under_a_warning() -> None:
    items = ["一、开船以前点名。", "二、夜里不载牛马。", "三、涨水三尺停渡。"]
    found = issue("\n\n".join([WHOLE, "警示", "三条教训", *items]))
    assert inside(box(found)) == items
    assert headings(found) == []


def test_a_heading_in_markup_that_names_a_box_and_its_title() -> None:
    found = issue(f"{OTHER}\n\n#### 小辭典 擺渡人\n\n{WHOLE}\n\n#### 夜航\n\n{FIRST}{REST}")
    one = box(found)
    assert (one.label, one.title and one.title.value) == ("小辭典", "擺渡人")
    assert inside(one) == [WHOLE]
    assert headings(found) == ["夜航"]


def test_bold_lines_that_name_a_box_and_its_title_over_a_list() -> None:
    items = ["時間：每年一月至三月，週六上午八時。", "集合：渡口廟埕。", "電話：請洽渡口站。"]
    found = issue("\n\n".join([WHOLE, "**資訊站**", "**夜航走讀**", *items]))
    one = box(found)
    assert (one.label, one.title and one.title.value) == ("資訊站", "夜航走讀")
    assert inside(one) == items


def test_figures_set_apart_are_told_by_their_name_and_their_list() -> None:
    found = issue("\n\n".join([WHOLE, "数字看渡口", *ITEMS, OTHER]))
    assert (box(found).label, inside(box(found))) == ("数字看渡口", ITEMS)
    assert headings(issue(f"{WHOLE}\n\n数字看渡口\n\n{OTHER}\n\n{FIRST}{REST}")) == ["数字看渡口"]


def test_short_lines_before_indented_paragraphs_are_headings_and_no_verse() -> None:
    lines = [
        "    会报警的桨",
        "    江城木器厂试制成功一种",
        "不沉的木桨，桨柄里装有一个火柴",
        "盒大小的哨子，船翻了它就叫起来",
        "为止。首批五百把已经投放渡口。",
        "    萝卜灯",
        "    渡口小学用十二个萝卜串",
        "起来，点亮了一只灯泡，点了二十",
        "七分钟。萝卜取出来还可以炒菜。",
    ]
    found = issue("\n".join(lines))
    assert headings(found) == ["会报警的桨", "萝卜灯"]
    assert len(texts(found)) == 2


NOTE = "渡口始建于清末，1953年改建，1987年停用，2001年重新通航。"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("相关链接>>>", "相关链接"),
        (">>> 链接", "链接"),
        ("TIPS", "TIPS"),
        ("Tips：", "Tips"),
        ("知识+", "知识+"),
        ("知道多一点", "知道多一点"),
        ("渡口小学堂", "渡口小学堂"),
    ],
)
@pytest.mark.parametrize("cut", [True, False])
def test_names_of_boxes_with_ornaments_and_in_latin_letters(
    name: str, label: str, *, cut: bool
) -> None:
    parts = [FIRST, name, NOTE, REST] if cut else [WHOLE, name, NOTE, OTHER]
    found = issue("\n\n".join(parts))
    assert (box(found).label, inside(box(found))) == (label, [NOTE])
    assert texts(found) == ([FIRST + REST] if cut else [WHOLE, OTHER])


def test_a_list_set_into_a_sentence_is_a_box_under_any_name() -> None:
    steps = ["1. 刮净船底的青苔；", "2. 刷三遍桐油；", "3. 下水试航。"]
    found = issue("\n\n".join([FIRST, "修船步骤", *steps, REST]))
    assert (box(found).label, inside(box(found))) == ("修船步骤", steps)
    found = issue("\n\n".join([WHOLE, "修船步骤", *steps, OTHER]))
    assert headings(found) == ["修船步骤"]


def test_who_wrote_a_comment_closes_it() -> None:
    found = issue(f"{FIRST}\n\n点评\n\n{WHOLE}\n\n（程远山 澜州师范学院教授）\n\n{REST}")
    one = box(found)
    assert one.attribution is not None
    assert one.attribution.text.value == "程远山 澜州师范学院教授"
    assert texts(found) == [FIRST + REST]


def test_works_in_a_list_for_further_reading() -> None:
    works = ["《渡口志》，程远山著，2019年版", "《船工口述史》，白若溪编，2020年版"]
    found = issue("\n\n".join([FIRST, "延伸阅读", *works, REST]))
    assert inside(box(found)) == works


def test_questions_and_answers_under_their_name_are_no_box() -> None:
    found = issue(
        f"{WHOLE}\n\n问与答\n\n问：渡船几点开？\n\n答：天亮就开。\n\n问：几点停？\n\n答：天黑。"
    )
    assert headings(found) == ["问与答"]
    assert not any(isinstance(b, Box) for a in found.articles for b in a.blocks)


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("数据由澜州市灯芯巷社区提供", True),
        ("（资料由县档案馆整理）", True),
        ("（本案例由澜州市灯芯巷小学提供）", True),
        ("数据由三个部门分别掌握，谁也不愿意先提供", False),
        ("图片由他自己提供了三张。", False),
    ],
)
def test_who_gave_the_data_is_a_source(line: str, *, source: bool) -> None:
    assert is_attribution(line) is source


def test_a_common_word_alone_elsewhere_is_the_name_of_a_box_beside_a_title() -> None:
    alone = f"词条\n浮桥\n\n{OTHER}"
    beside = f"词条　　缆桩\n\n{OTHER}{OTHER}"
    found = issue(f"{FIRST}\n\n{alone}\n\n{REST}\n\n{WHOLE}\n\n{FIRST}\n\n{beside}\n\n{REST}")
    made = [b for a in found.articles for b in a.blocks if isinstance(b, Box)]
    assert [(b.label, b.title and b.title.value) for b in made] == [
        ("词条", "浮桥"),
        ("词条", "缆桩"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "（载《渡口日报》1956年10月2日第三版）",
        "（原载《渡口文史》第4辑）",
        "(刊于《江岸》第3辑)",
    ],
)
def test_where_a_box_was_first_printed_is_its_source(source: str) -> None:
    found = issue(f"{FIRST}\n\n链接\n\n{OTHER}\n{source}\n\n{REST}\n\n{WHOLE}")
    one = box(found)
    assert inside(one) == [OTHER]
    assert one.attribution is not None
    assert one.attribution.text.value == source[1:-1]
    assert texts(found) == [FIRST + REST, WHOLE]


def test_what_a_sentence_says_of_a_paper_is_no_source() -> None:
    assert not is_attribution("载《渡口日报》的那篇文章，老船匠剪下来压在玻璃板底下")


def test_the_source_behind_the_last_sentence_of_a_box_ends_it() -> None:
    text = f"{FIRST}\n\n链接\n\n渡口的灯\n\n{WHOLE}（来源：河湾镇文化站，2022年7月）\n\n{REST}\n\n{OTHER}"
    found = issue(text)
    one = box(found)
    assert inside(one) == [WHOLE]
    assert one.attribution is not None
    assert one.attribution.text.value == "来源：河湾镇文化站，2022年7月"
    assert texts(found) == [FIRST + REST, OTHER]


@pytest.mark.parametrize("label", ["链接\n\n", "链接 "])
@pytest.mark.parametrize("more", ["", f"{OTHER}\n\n"])
def test_a_source_in_brackets_behind_the_text_of_a_box_leaves_what_goes_on(
    label: str, more: str
) -> None:
    source = "摘自《渡口安全守则（试行）》"
    found = issue(f"{FIRST}\n\n{label}{more}{WHOLE}（{source}）\n\n{REST}\n\n{END}")
    one = box(found)
    assert inside(one) == [OTHER, WHOLE][not more :]
    assert one.attribution is not None
    assert one.attribution.text.value == source
    assert texts(found) == [FIRST + REST, END]


def test_the_source_of_a_figure_in_the_text_stays_in_its_paragraph() -> None:
    told = f"{WHOLE}（来源：河湾镇文化站，2022年7月）"
    assert texts(issue(f"{OTHER}\n\n{told}\n\n{FIRST}{REST}")) == [OTHER, told, FIRST + REST]


def test_a_title_in_quotation_marks_beside_the_name_of_a_box_in_narrow_lines() -> None:
    lines = ["浮桥词典　“四不两直”", "不发通知、不打招呼、不听汇报、不", "用陪同接待，直奔渡口。"]
    other = ["浮桥词典　缆桩", "系缆绳的木桩，立在石阶的两边。"]
    inner = "\n".join(lines), "\n".join(other)
    found = issue(f"{FIRST}\n\n{inner[0]}\n\n{REST}\n\n{FIRST}\n\n{inner[1]}\n\n{REST}")
    made = [b for a in found.articles for b in a.blocks if isinstance(b, Box)]
    assert [(b.label, b.title and b.title.value) for b in made] == [
        ("浮桥词典", "“四不两直”"),
        ("浮桥词典", "缆桩"),
    ]


@pytest.mark.parametrize("bar", [" | ", "｜", "丨"])
def test_a_bar_parts_a_name_that_no_list_has_from_the_title_of_a_list(bar: str) -> None:
    items = [
        "一、水过石阶，不开船；",
        "二、看不见对岸的灯，不开船；",
        "三、撑篙的人没有睡够，不开船。",
    ]
    lines = "\n".join(items)
    found = issue(f"{FIRST}\n\n对账单{bar}张水的三条规矩\n\n{lines}\n\n{REST}\n\n{WHOLE}")
    one = box(found)
    assert (one.label, one.title and one.title.value) == ("对账单", "张水的三条规矩")
    assert texts(found) == [FIRST + REST, WHOLE]


def test_a_name_that_only_looks_like_one_of_boxes_parts_lines_of_a_column() -> None:
    column = [
        "　　登记本上写着三栏：从哪里来，到",
        "哪里去，有什么事。第一个月，第三栏",
        "几乎都是空的。第二个月，有人写：孩",
        "渡口卡片",
        "　　船靠岸以后先放跳板，再解缆",
        "绳，人走完了才卸货。",
        "（摘自《河湾镇渡口守则》）",
        "子在码头小学借读，学校要证明。船工",
        "跑了三趟，证明办了下来。",
    ]
    more = [
        "　　老渡口在镇子的南头，石阶有三十",
        "一级，最下面的两级常年浸在水里，涨",
        "水的时候只看得见栏杆。",
    ] * 6
    found = issue("\n".join([*more, *column, *more]))
    one = box(found)
    assert (one.label, inside(one)) == (
        "渡口卡片",
        ["船靠岸以后先放跳板，再解缆绳，人走完了才卸货。"],
    )
    assert any("有人写：孩子在码头小学借读" in text for text in texts(found))


def test_a_source_closes_a_box_whose_lines_stand_alone_in_a_column() -> None:
    lines = [
        "　　登记本上写着三栏：从哪里来，到哪里去，有什么事体。",
        "石阶老化严重，船工说要换掉三成石条，镇上舍不得。船工就",
        "渡口卡片",
        "什么是渡口",
        "　　渡口是以同一条河上的船家为主体、打",
        "破岸的界限设置的码头。船家的船籍可以不",
        "转，但须在码头上参加活动并接受评议。",
        "——据《河湾镇渡口工作规则》",
        "先换，在沟口的河边选了六十级石条，换得光秃秃的，过河的",
        "人都说疯了。第二年秋天，这六十级石条一级也没有松动过，",
        "比旁边的码头稳当得多。",
    ]
    more = [
        "　　老渡口在镇子的南头，石阶有三十一级，最下面的两级常",
        "年浸在水里，涨水的时候只看得见栏杆，落水的时候看得见青",
        "苔和去年的水线。",
    ] * 6
    one = box(issue("\n".join([*more, *lines, *more])))
    assert (one.label, one.title and one.title.value) == ("渡口卡片", "什么是渡口")
    assert one.attribution is not None
    assert one.attribution.text.value == "据《河湾镇渡口工作规则》"


def test_works_of_a_line_each_are_all_in_the_box_for_further_reading() -> None:
    works = [
        "《南岸百年》，渡口镇志办公室编印，2009年。",
        "张水，〈灯谱三记〉，《河湾研究》第四期，2014年3月。",
        "《摆渡人口述》，李岸整理，河湾出版社，2018年。",
    ]
    found = issue("\n\n".join([WHOLE, OTHER, "延伸阅读", *works, f"{OTHER}{WHOLE}"]))
    assert inside(box(found)) == works
    assert texts(found)[-1] == f"{OTHER}{WHOLE}"


def test_a_common_word_with_a_colon_before_the_title_of_what_its_source_proves() -> None:
    about = "渡口镇在河的下游，宋代设渡，明清时转运粮食，现存码头三处，民居六十四处。"
    found = box(issue(f"{WHOLE}\n\n背景：渡口镇\n\n{about}\n\n（据《渡口镇志》）\n\n{OTHER}"))
    assert found.label == "背景"
    assert inside(found) == [about]
