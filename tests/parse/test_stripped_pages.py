"""Pages in printed lines whose first-line indents are lost: wider columns, captions, quotes and heads between them."""

from __future__ import annotations

import pytest

from converter.model import Figure, Issue
from tests.support.blocks import boxes, quotes, texts
from tests.support.columns import set_in
from tests.support.restored import restored

NARROW = [
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，长着青苔，撑船的人从来不踩。",
    "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上一个人也没有，只有一只鸭子在睡觉。",
    "那盏灯还是从前的灯，灯罩换过三回，灯芯一回也没有换过，亮到后半夜才熄，天亮又有人来添油。",
    "对岸的人听见桨声就知道是谁，也知道他今天高不高兴，缆绳绕了三圈才回屋，那就是丢了东西。",
    "涨水的时候渡口要往上移九级，退水以后石阶上留着一层细细的泥沙，踩上去很软，孩子们都喜欢。",
]
WIDE = [
    "小镇门口新开了一家面馆，每天早上都有人排队，我排了三天，吃出来面很普通，第四天起就改吃隔壁那家了。",
    "排队是一种广告，而且是最贵的一种，贵就贵在费用由顾客出，二十个人每人十分钟，一天就是三千多分钟。",
    "老板并不涨价，涨五毛钱队伍就短一半，收入不减，人也不累，可是他说涨了价人家等着的就只是一碗面。",
    "我回去想了很久，觉得他说的其实是分配，好东西总要有一个办法来分，价格是一种，排队是另一种办法。",
    "昨天我又路过那家面馆，队伍里站着三个穿同样马甲的年轻人，他们是替别人排队的，每次收费八块钱。",
]


def column(*paragraphs: str, measure: int = 15) -> list[str]:
    """The printed lines of some paragraphs, without the indents they had."""
    return [line for one in paragraphs for line in set_in(one, measure)]


def cut(*inset: str, broken: int = 2) -> str:
    """An article of which a paragraph is cut in two by what stands between blank lines."""
    before, after = column(*NARROW), column(*WIDE)
    return "\n".join(
        ["渡口", "", "张水", "", *before, *after[:broken], "", *inset, "", *after[broken:]]
    )


def captions(found: Issue) -> list[str]:
    return [b.caption.value for a in found.articles for b in a.blocks if isinstance(b, Figure)]


def test_a_page_of_one_column_is_wider_than_those_of_three() -> None:
    narrow = "\n".join(column(*NARROW, *NARROW[::-1], *NARROW))
    across = [WIDE[2], WIDE[1], WIDE[4]]
    wide = "\n".join(column(*across, measure=24))
    found = restored(f"渡口\n\n张水\n\n{narrow}\n\n面馆\n\n李木\n\n{wide}\n").issue
    assert [one for one in texts(found) if one in WIDE] == across


@pytest.mark.parametrize(
    "lines",
    [
        ("左页：渡口的南口。缆绳从右侧岩壁", "穿过，门口的石头有两百斤重。"),
        ("右上图：老船工在退水的石阶上。", "左侧的黑线是去年留下的水痕。"),
    ],
)
def test_a_caption_says_first_where_its_picture_is(lines: tuple[str, ...]) -> None:
    found = restored(cut(*lines)).issue
    assert captions(found) == ["".join(lines)]
    assert texts(found) == [*NARROW, *WIDE]


def test_hours_apart_within_a_sentence_open_captions() -> None:
    told = ["07:25，学生班。船工给每个孩子发", "一件救生衣，收的时候再数一遍。"]
    noon = ["12:40，午睡。两个小时里没有人过", "河，柳树下停着一条空船。"]
    found = restored(cut(*told, "", *noon)).issue
    assert captions(found) == ["".join(told), "".join(noon)]
    assert texts(found) == [*NARROW, *WIDE]


def test_hours_between_whole_paragraphs_open_no_captions() -> None:
    told = ["07:25，学生班。船工给每个孩子发", "一件救生衣，收的时候再数一遍。"]
    noon = ["12:40，午睡。两个小时里没有人过", "河，柳树下停着一条空船。"]
    end = len(column(WIDE[0]))
    assert captions(restored(cut(*told, "", *noon, broken=end)).issue) == []


@pytest.mark.parametrize(
    ("lines", "broken"),
    [
        (
            ("老渡口门口等着装货的三轮车。", "每辆车的板子上都写着车夫的姓", "名和电话。图/庄一苇"),
            1,
        ),
        (("小何速写。左为夏天，右为冬", "天，下方三图示桨的正面、侧", "面与收起来时的形状。"), 2),
    ],
)
def test_all_lines_between_blank_ones_are_of_the_caption(
    lines: tuple[str, ...], broken: int
) -> None:
    found = restored(cut(*lines, broken=broken)).issue
    assert captions(found) == ["".join(lines)]
    assert texts(found) == [*NARROW, *WIDE]


def test_lines_that_tear_words_are_no_verse() -> None:
    lines = ("老船工的竹篙用了六十一", "年，铁尖换过四次，木头没", "有换过。")
    end = len(column(WIDE[0]))
    assert "".join(lines) in texts(restored(cut(*lines, broken=end)).issue)


TOLD = (
    "渡口最早见于县志，清代设义渡，渡工的口粮由田租支付，石阶由镇上的盐商捐修，"
    "每年秋天补一次，账目贴在义渡亭的墙上，写明各家捐了多少钱粮。"
)
BOX = ["背景", "渡口的来历", *column(TOLD, measure=14)]


def test_what_the_article_says_again_ends_a_box_that_cuts_a_sentence() -> None:
    found = restored(cut(*BOX, "", "灯芯一回也没有换过。", broken=5)).issue
    assert quotes(found) == ["灯芯一回也没有换过。"]
    assert [len(inside) for _, _, inside in boxes(found)] == [1]


def test_a_caption_ends_a_box_that_cuts_a_sentence() -> None:
    found = restored(cut(*BOX, "", "右上图：老船工在退水的石阶上。", "左侧是去年的水痕。")).issue
    assert captions(found) == ["右上图：老船工在退水的石阶上。左侧是去年的水痕。"]
    assert [len(inside) for _, _, inside in boxes(found)] == [1]


def test_the_two_lines_of_a_lead_are_no_subtitle_and_lead() -> None:
    lead = (
        "电商来了，外资卖场来了，开了二十一年的老渡口却又开了",
        "第十七条船。它的秘密武器是一根长竹篙和一本欠账的簿子。",
    )
    body = "\n".join(column(*NARROW, *WIDE))
    text = f"渡口不关门\n\n{lead[0]}\n{lead[1]}\n\n本刊记者 张水/发自石桥\n\n{body}\n"
    article = restored(f"目录\n12 渡口不关门 张水\n\n{text}").issue.articles[0]
    assert [one.name for byline in article.bylines for one in byline.authors] == ["张水"]
    assert article.subtitle is None
