"""Which paragraphs below the first are a box's own, where no source closes it."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Paragraph
from converter.parse.boxes import is_attribution
from converter.parse.grams import Trigrams
from converter.parse.heal.series import is_parted
from converter.parse.seam import goes_on, tells_when
from tests.support.blocks import boxes, split
from tests.support.restored import restored

FIRST = "码头上的秤房只有一间屋，屋里挂着一杆三米长的大秤，秤杆是枣木的，用了六十多年，手摸的地方亮得能照见人，过秤的人都说它比人还要公道，从来没有偏过谁一两。"
SECOND = "管秤的老人姓端木，他每天天不亮就来开门，先把秤砣擦一遍，再把秤盘翻过来晒一晒，等第一船货靠岸，他的茶也就凉了，他从不喝热茶，说热茶误事，说了四十年。"
HEAD = "我第一次进秤房是跟着父亲去卖芦苇，父亲把芦苇一捆一捆搬上秤盘，端木老人看也不看我们，只盯着秤星，后来他忽然回过头来，把一颗糖塞"
TAIL = "到父亲的衣袋里，说孩子站在秤盘边上，把秤压低了半斤。"
NEXT = "那天父亲在回家的路上一句话也没有说，走到石桥的时候，他停下来，把多算的钱数了两遍，又折回去还给了秤房，我坐在桥栏上等他，等到船上的灯一盏一盏亮起来。"
LAST = "如今秤房改成了茶馆，大秤还挂在梁上，来喝茶的人都要伸手去摸一摸，端木老人的孙女在柜台后面看着，她说摸可以，不要往上面站人。"
SCALES = "杆秤由秤杆、秤砣、秤盘和提纽组成，靠移动秤砣使两边平衡。"
PARTS = "提纽一般有两个，前一个称重物，后一个称轻物。"
RULE = "旧制一斤等于十六两，1959年改为一斤十两。"

SURE = 5.5


def issue(*lines: str) -> Issue:
    listed = ("目录", "秤房 端木青 4", "修船 万里 8")
    others = (
        "修船",
        "文｜万里",
        "船坞里停着一条没有名字的船，修船的人说，名字要等到下水那天才写。",
    )
    return restored("\n\n".join([*listed, "秤房", "文｜端木青", *lines, *others])).issue


@pytest.mark.parametrize("own", [[SCALES], [SCALES, PARTS], [SCALES, PARTS, RULE]])
@pytest.mark.parametrize("name", ["小知识 杆秤", "【小资料】\n\n杆秤的构造", "知识链接｜一杆秤"])
def test_a_box_within_a_sentence_has_its_paragraphs(name: str, own: list[str]) -> None:
    found = issue(FIRST, SECOND, HEAD, name, *own, TAIL, NEXT, LAST)
    assert split(found) == (own, [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


@pytest.mark.parametrize("own", [[SCALES], [SCALES, PARTS], [SCALES, PARTS, RULE]])
@pytest.mark.parametrize("name", ["小知识 杆秤", "【小资料】\n\n杆秤的构造", "小贴士"])
def test_a_box_at_the_end_of_an_article_has_all_that_is_left(name: str, own: list[str]) -> None:
    found = issue(FIRST, SECOND, HEAD + TAIL, NEXT, LAST, name, *own)
    assert split(found) == (own, [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


@pytest.mark.parametrize("own", [[SCALES], [SCALES, PARTS], [SCALES, PARTS, RULE]])
@pytest.mark.parametrize("below", [[LAST], [NEXT, LAST]])
def test_a_box_above_the_last_paragraphs_leaves_them_to_the_text(
    own: list[str], below: list[str]
) -> None:
    found = issue(FIRST, SECOND, HEAD + TAIL, "小知识 杆秤", *own, *below)
    assert split(found) == (own, [FIRST, SECOND, HEAD + TAIL, *below])


@pytest.mark.parametrize("more", [[], [PARTS]])
def test_a_long_paragraph_is_the_box_s_too_as_it_says_what_the_box_does(more: list[str]) -> None:
    long = "北方的秤多用枣木，南方的秤多用红木和紫檀，学做秤要先学三年木匠，再学三年刻星。"
    found = issue(FIRST, SECOND, HEAD + TAIL, "小知识 杆秤", SCALES, *more, long, LAST)
    assert split(found) == ([SCALES, *more, long], [FIRST, SECOND, HEAD + TAIL, LAST])


@pytest.mark.parametrize("name", ["小知识 杆秤", "小贴士"])
@pytest.mark.parametrize("own", [[SCALES], [SCALES, PARTS]])
def test_what_somebody_says_below_a_box_is_the_text_s(name: str, own: list[str]) -> None:
    said = "“摸可以，别站人，站上去它就不公道了。”"
    found = issue(FIRST, SECOND, HEAD + TAIL, name, *own, said, NEXT, LAST)
    assert split(found) == (own, [FIRST, SECOND, HEAD + TAIL, said, NEXT, LAST])


@pytest.mark.parametrize("rest", ["到衣袋里。", "进了父亲的衣袋，什么话也不说。", "给了父亲。"])
def test_a_few_words_carry_on_what_a_box_has_cut(rest: str) -> None:
    found = issue(FIRST, SECOND, HEAD, "小知识 杆秤", SCALES, PARTS, rest, NEXT, LAST)
    assert split(found) == ([SCALES, PARTS], [FIRST, SECOND, HEAD + rest, NEXT, LAST])


def test_a_paragraph_with_a_label_of_its_own_is_not_the_box_s() -> None:
    hint = "安全提醒：老秤的秤钩生了锈，不要挂过重的东西。"
    found = issue(FIRST, SECOND, HEAD + TAIL, NEXT, "延伸阅读", SCALES, hint)
    assert split(found) == ([SCALES], [FIRST, SECOND, HEAD + TAIL, NEXT, hint])


def test_a_blank_line_below_a_box_ends_it_where_paragraphs_have_none() -> None:
    text = "\n".join(
        [FIRST, SECOND, HEAD + TAIL, "", "小知识", "杆秤", SCALES, "", "秤还在。", NEXT, LAST]
    )
    assert split(issue(text))[0] == [SCALES]


ITEMS = ["1958年，秤房由商会交给了供销社。", "1996年，供销社把它租给了端木家。"]
CLOSE = "2019年以后的账目已经失散。"
REMARK = "当年的账目现存县档案馆，共四十七册。"


@pytest.mark.parametrize("close", [CLOSE, REMARK])
def test_a_sentence_below_a_list_at_the_end_of_an_article_is_the_box_s(close: str) -> None:
    found = issue(FIRST, SECOND, HEAD + TAIL, NEXT, LAST, "小资料 秤房六十年", *ITEMS, close)
    assert split(found) == ([*ITEMS, close], [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


def test_a_paragraph_below_a_list_is_the_text_s() -> None:
    found = issue(FIRST, SECOND, HEAD + TAIL, "小资料 秤房六十年", *ITEMS, NEXT, LAST)
    assert split(found) == (ITEMS, [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


def test_sayings_of_a_few_words_are_all_the_box_s() -> None:
    own = ["秤砣虽小，能压千斤。", "人心是杆秤。"]
    found = issue(FIRST, SECOND, HEAD + TAIL, NEXT, LAST, "农谚", *own)
    assert split(found)[0] == own


@pytest.mark.parametrize(
    "title", ["用了多年，秤怎么校准", "秤上的“二十八星”", "旧秤坏了，该修还是该换？"]
)
def test_a_question_beside_the_name_of_a_box_is_its_title(title: str) -> None:
    found = issue(FIRST, SECOND, HEAD + TAIL, NEXT, LAST, f"小知识 {title}", PARTS)
    box = next(block for block in found.articles[0].blocks if isinstance(block, Box))
    assert box.title is not None
    assert box.title.value == title


def set_in(text: str, measure: int) -> str:
    """A text in printed lines, with an indent."""
    text = f"\u3000\u3000{text}"
    return "\n".join(text[at : at + measure] for at in range(0, len(text), measure))


@pytest.mark.parametrize("count", [1, 2])
def test_the_measure_of_a_frame_tells_what_stands_in_it(count: int) -> None:
    own = [
        "杆秤由秤杆、秤砣、秤盘和提纽组成，靠移动秤砣使两边平衡，古人叫它权衡。",
        "提纽一般有两个，前一个称重物，后一个称轻物，换手的时候秤砣要先放回去。",
    ][:count]
    column = [FIRST, SECOND, HEAD + TAIL, NEXT, LAST]
    lines = [set_in(text, 20) for text in column[:3]]
    lines += ["◆小资料", "\u3000\u3000杆秤的构造", *(set_in(text, 16) for text in own)]
    lines += [set_in(text, 20) for text in column[3:]]
    assert split(issue("\n".join(lines))) == (own, column)


@pytest.mark.parametrize(
    ("before", "after"), [("四", "十八天里"), ("三", "百六十斤"), ("两", "万斤")]
)
def test_the_second_half_of_a_number_carries_it_on(before: str, after: str) -> None:
    assert goes_on(f"他们一共走了{before}", f"{after}，没有停过。", Trigrams()) >= SURE


@pytest.mark.parametrize("before", ["灶台的夹墙里，一直到", "老秤房始建于"])
def test_a_time_goes_on_behind_a_word_that_awaits_it(before: str) -> None:
    assert goes_on(f"大秤后来藏在{before}", "1949年才取出来。", Trigrams()) >= SURE
    assert goes_on(f"大秤后来藏在{before}", "1949年以来，秤房一直开着。", Trigrams()) < SURE


@pytest.mark.parametrize("rest", ["一个更大的秤砣。", "几种说法，都说自己的准。"])
def test_what_was_done_goes_on_with_so_many_of_something(rest: str) -> None:
    done, other = (goes_on(f"端木老人后来又找到{end}", rest, Trigrams()) for end in ("了", "的"))
    assert done > other + 2


def test_the_last_character_of_a_sentence_carries_it_on() -> None:
    tail, later = "听诊器落在了井道里，没有找", "后来电梯经过七楼，都有一点金属声。"
    last, answer = (goes_on(tail, f"{char}。{later}", Trigrams()) for char in "到好")
    assert last > answer + 2


@pytest.mark.parametrize("after", ["百姓都说", "百货店里", "千方百计"])
def test_a_word_that_begins_like_a_number_does_not(after: str) -> None:
    assert goes_on("他们一共走了四", f"{after}，没有停过。", Trigrams()) < SURE


@pytest.mark.parametrize(
    ("before", "after"), [("六千", "三百万人"), ("两亿", "四千万斤"), ("二十", "三万户")]
)
def test_a_number_goes_on_with_its_smaller_part(before: str, after: str) -> None:
    assert (
        goes_on(f"水渠修好以后，吃上渠水的有{before}", f"{after}，一天也没有断过。", Trigrams())
        >= SURE
    )


@pytest.mark.parametrize(("before", "after"), [("三百", "六千里路"), ("一万", "三万个结")])
def test_no_number_goes_on_with_a_larger_part(before: str, after: str) -> None:
    assert goes_on(f"老张数过的石头有{before}", f"{after}，是别人说的。", Trigrams()) < SURE


def test_what_no_other_piece_can_carry_on_goes_on_behind_long_paragraphs() -> None:
    long = [
        "杆秤传入本县的年代没有记载，商会的账册里说，秤由米行、鱼行和布行共用，每年腊月校准一次，校准的砝码锁在县衙的库房里，要三家掌柜都在场才能打开，缺一家便要改期。",
        "校准以后的秤要挂在城门口三天，谁家的货过了秤都可以来比一比，差一钱罚酒一席，差一两罚修桥一座，城外的七座石桥就是这样修起来的，桥栏上还刻着米行掌柜的名字。",
    ]
    head = f"{SECOND[:-1]}，他常说：“秤砣虽小，能压千斤，多练一年，本事要翻了一"
    tail = "番才算数。”说完他就去开门了。"
    found = issue(FIRST, head, "小知识 杆秤", *long, tail, NEXT, LAST)
    assert split(found) == (long, [FIRST, head + tail, NEXT, LAST])


KINDS = ("杆秤：用在集市上。", "台秤：用在粮站里。", "地磅：用在码头上。")
BELOW = "上面的几种都要在每年开春时请人校一次。"
CUT = "我第一次进秤房是跟着父亲去卖芦苇，端木老人只盯着秤星，过了好一会儿才说，今年比去年多收了四"
REST = "十八斤芦苇，都是我一个人在河滩上割的。"


@pytest.mark.parametrize("name", ["**知识窗**\n\n**秤的种类**", "小知识"])
def test_a_sentence_below_a_list_within_a_sentence_is_the_box_s(name: str) -> None:
    found = issue(FIRST, SECOND, CUT, name, *KINDS, BELOW, REST, NEXT, LAST)
    assert split(found) == ([*KINDS, BELOW], [FIRST, SECOND, CUT + REST, NEXT, LAST])


@pytest.mark.parametrize(("cut", "rest"), [(HEAD, TAIL), (CUT, REST)])
def test_what_goes_on_right_below_a_list_is_the_text_s(cut: str, rest: str) -> None:
    found = issue(FIRST, SECOND, cut, "小知识", *KINDS, rest, NEXT, LAST)
    assert split(found) == ([*KINDS], [FIRST, SECOND, cut + rest, NEXT, LAST])


@pytest.mark.parametrize("who", ["柯满仓听完就说", "柯满仓看了就说"])
def test_whom_the_text_above_names_stands_in_the_text_below_a_box(who: str) -> None:
    named = "过秤的柯满仓站在门口，他在这里站了三十四年，从来没有让过谁，也没有欠过谁的情分。"
    scales = f"{SCALES[:-1]}，秤星按斤两分布，大秤能称三百斤。"
    below = f"{who}，两边平衡，分布要匀，提纽要换。"
    found = issue(FIRST, named, NEXT, "小知识 杆秤", scales, below)
    assert split(found) == ([scales], [FIRST, named, NEXT, below])


TERM = "提纽：指秤杆上供人提起的绳环，一杆大秤一般有前后两个。"
OTHER = "秤星：指秤杆上标明斤两的铜点，从提纽往外数起。"
MORE = (
    "也有人不来过秤。河对岸的柴家兄弟把芦苇堆在船上，等到天黑才撑过来，说是怕被人看见自己的芦苇轻。"
)


@pytest.mark.parametrize("own", [[TERM], [TERM, OTHER]])
def test_a_box_that_tells_what_terms_mean_holds_nothing_else(own: list[str]) -> None:
    head = "秤房的墙上画满了圈，每还清一家的欠账，就在名字上画一个圈，画圈的"
    rest = "人多了，来看墙的也多了，都想知道那面墙什么时候能够画满。"
    found = issue(FIRST, SECOND, head, f"【名词解释】{own[0]}", *own[1:], rest, MORE, LAST)
    assert split(found) == (own, [FIRST, SECOND, head + rest, MORE, LAST])


@pytest.mark.parametrize(
    ("begun", "rest"),
    [("其一，修秤房。其二，请秤师。其", "三，校秤砣。"), ("一是修。二是请。三", "是校秤砣。")],
)
def test_the_number_of_a_point_is_told_on_both_sides_of_a_box(begun: str, rest: str) -> None:
    head, tail = HEAD[:30] + "。" + begun, rest + TAIL[1:]
    found = issue(FIRST, SECOND, head, "案例 旧秤", SCALES, PARTS, tail, NEXT, LAST)
    assert split(found) == ([SCALES, PARTS], [FIRST, SECOND, head + tail, NEXT, LAST])


@pytest.mark.parametrize(
    ("before", "after"),
    [("第一，修秤房。第二", "十年以后，秤还在。"), ("修秤房。其", "三个孩子都来了。")],
)
def test_what_only_looks_like_the_number_of_a_point_is_none(before: str, after: str) -> None:
    assert not is_parted(before, after)


SAID = [
    "“秤砣我从小擦到大，擦一遍，数一遍秤星，天就亮了。”",
    "“卖菜的人站在秤边上，我就看船，不看他。”",
    "“斤两是死的，人心是活的。”",
]


@pytest.mark.parametrize(
    "named", [[f"秤边闲话 {SAID[0]}", *SAID[1:]], ["秤边闲话", *SAID]], ids=["beside", "above"]
)
def test_what_several_people_say_is_a_box_under_a_name_in_no_list(named: list[str]) -> None:
    found = issue(FIRST, SECOND, HEAD, *named, TAIL, NEXT, LAST)
    assert split(found) == (SAID, [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


def test_what_several_people_say_beside_a_name_needs_no_broken_sentence() -> None:
    found = issue(FIRST, SECOND, f"秤边闲话 {SAID[0]}", *SAID[1:], HEAD + TAIL, NEXT, LAST)
    assert split(found) == (SAID, [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])
    assert not boxes(issue(FIRST, SECOND, *SAID, HEAD + TAIL, NEXT, LAST))


def test_what_somebody_says_is_parted_by_a_box_from_who_says_it() -> None:
    head = HEAD[:-10] + "。端木老人说："
    found = issue(FIRST, SECOND, head, "数说\n\n一杆秤", SCALES, PARTS, SAID[2], NEXT, LAST)
    assert split(found) == ([SCALES, PARTS], [FIRST, SECOND, head + SAID[2], NEXT, LAST])


def test_a_common_word_and_a_title_below_who_edited_are_those_of_a_box() -> None:
    credit = "（责任编辑：端木青）"
    found = issue(FIRST, SECOND, HEAD + TAIL, NEXT, LAST, credit, "数说　一杆秤", SCALES, PARTS)
    assert split(found) == ([SCALES, PARTS], [FIRST, SECOND, HEAD + TAIL, NEXT, LAST, credit])


def test_a_point_that_a_box_parts_from_its_number_is_no_heading() -> None:
    head = HEAD[:30] + "。其一，修秤房。其二，请秤师。其"
    rest = ("三，校秤砣，把三十一只秤砣一只一只地", "地校过来，一只也不能少。")
    found = issue(FIRST, SECOND, head, "案例 旧秤", SCALES, PARTS, *rest, NEXT, LAST)
    whole = head + rest[0] + rest[1][1:]
    assert split(found) == ([SCALES, PARTS], [FIRST, SECOND, whole, NEXT, LAST])


@pytest.mark.parametrize(("before", "after"), [("折合一千六百余", "万元"), ("一百多", "个人家")])
def test_a_figure_goes_on_behind_a_word_for_more(before: str, after: str) -> None:
    assert goes_on(f"他们一共收了{before}", f"{after}，没有停过。", Trigrams()) >= SURE


def test_what_is_said_above_in_the_same_way_carries_a_sentence_on() -> None:
    head = HEAD[:30] + "。秤房失修，是头一个原因。秤师老去，是第二个原因。秤砣失修，"
    rest = "是第三个原因。校秤砣要三十一天，谁有那么多的工夫呢。端木老人摇摇头，把秤收了起来，从此再也没有挂上去过。"
    own = [SCALES, "所谓“公道”，敬的是秤杆，而不是秤师；秤杆一弯，敬的人也就散了，谁也不再来。"]
    found = issue(FIRST, SECOND, head, "【提示】", *own, rest, NEXT, LAST)
    assert split(found) == (own, [FIRST, SECOND, head + rest, NEXT, LAST])


def test_a_box_in_brackets_parts_the_digits_of_a_year_from_its_word() -> None:
    head = HEAD[:30] + "。他记得清楚，那是1959年到1962"
    rest = "年，码头上的船一天比一天少，秤却一天也没有停过。"
    found = issue(FIRST, SECOND, head, f"【秤师自述】{SAID[0]}", rest, NEXT, LAST)
    assert split(found) == ([SAID[0]], [FIRST, SECOND, head + rest, NEXT, LAST])


def test_a_common_word_and_a_title_are_no_heading_among_numbers() -> None:
    case = ["案例　一杆秤的三十一天", SCALES, PARTS]
    found = issue("一、秤房", FIRST, "二、秤师", SECOND, *case, "三、秤砣", NEXT, LAST)
    assert boxes(found) == [("案例", "一杆秤的三十一天", [SCALES, PARTS])]
    plain = issue("秤房", FIRST, "秤师", SECOND, *case, "秤砣", NEXT, LAST)
    assert not boxes(plain)


def test_what_somebody_said_among_numbered_points_is_a_box_under_a_name_in_no_list() -> None:
    who = "——渡口社区党委书记 端木小满"
    found = issue(
        f"（一）{FIRST}", f"（二）{SECOND}", "秤边观察", SCALES, who, f"（三）{NEXT}", LAST
    )
    (box,) = [b for b in found.articles[0].blocks if isinstance(b, Box)]
    assert (box.label, box.attribution and box.attribution.text.value) == ("秤边观察", who[2:])
    plain = issue(FIRST, SECOND, "秤边观察", SCALES, who, NEXT, LAST)
    assert not boxes(plain)


def test_a_thing_by_its_name_in_quotation_marks_is_the_title_beside_that_of_a_box() -> None:
    named = ["延伸阅读　“一杆秤”称法", "先把秤砣拨到零。"]
    found = issue(FIRST, SECOND, HEAD, *named, TAIL, NEXT, LAST)
    assert boxes(found) == [("延伸阅读", "“一杆秤”称法", named[1:])]


def test_two_works_of_an_author_stand_in_one_sentence_about_him() -> None:
    told = "专家简介：端木青，县志办公室编辑，著有《秤房》"
    article = issue(FIRST, SECOND, HEAD + TAIL, told, "《渡口的秤》等。").articles[0]
    (last,) = article.back
    assert isinstance(last, Paragraph)
    assert last.text.value == f"{told}《渡口的秤》等。"


CROPS = "秤房里称得最多的是芦苇和稻谷，卖的人守着秤盘，买的人守着秤砣，只有菱角、莲子等品种"
CENTURY = "进入新世纪以来，电子秤进了码头，老秤大多收进了库房，但是在称药材的铺子里，戥子还在用。"
ARE_DEAR = "差一两就差很多，容易起争执。"
SORTS = "端木老人把各个品种进出的斤两记在一本账上，哪个品种进得多，哪个品种出得少，翻一翻就知道。"


def test_a_sentence_of_its_own_time_carries_on_no_other() -> None:
    found = issue(FIRST, SORTS, CROPS, f"背景　{SCALES}", CENTURY, ARE_DEAR, NEXT, LAST)
    assert split(found) == ([SCALES, CENTURY], [FIRST, SORTS, CROPS + ARE_DEAR, NEXT, LAST])


def test_a_time_within_a_sentence_is_no_beginning() -> None:
    assert tells_when("码头的秤房、茶馆、", "改革开放以来，都换了新的屋瓦。")
    assert not tells_when("码头上换得最勤的是", "改革开放以来，都换了新的屋瓦。")


def test_the_caption_of_a_table_carries_on_no_sentence() -> None:
    rows = "| 货物 | 斤两 |\n|---|---|\n| 芦苇 | 32 |\n| 稻谷 | 61 |"
    caption = "表1 秤房里各个品种进出的斤两"
    lines = f"背景　{SCALES}", CENTURY, ARE_DEAR, caption, rows
    found = issue(FIRST, SORTS, CROPS, *lines, NEXT, LAST)
    assert split(found) == ([SCALES, CENTURY], [FIRST, SORTS, CROPS + ARE_DEAR, NEXT, LAST])


def test_a_second_term_in_a_box_of_terms_carries_no_sentence_on() -> None:
    terms = ["提纽，是指秤杆上供人提起的绳扣，一般有两个，近的称重物，远的称轻物。"]
    terms += ["定盘星，是指秤杆上的第一颗星，秤砣挂在这里的时候，空秤盘正好平衡。"]
    head = "父亲把芦苇一捆一捆搬上秤盘，端木老人看也不看我们，只盯着秤杆上"
    rest = "那几颗星，父亲的手在衣袋里攥着。"
    found = issue(FIRST, SECOND, head, "名词解释", *terms, rest, NEXT, LAST)
    assert split(found) == (terms, [FIRST, SECOND, head + rest, NEXT, LAST])


@pytest.mark.parametrize(
    "own",
    [
        [
            "过秤每季度复核一次，由村务监督委员会当面校准。货主外出的，由家人签字。",
            "货主对过秤结果提出异议的，秤房应当在七日之内复秤并答复；一个季度之内异议超过五件的，应当换秤。",
        ],
        [
            "端木青（1906—1975），女，南岸县人，曾任码头搬运工会的司秤员。",
            "石小满，本名不详，后来随船去了下游，再没有回来过。",
        ],
        [
            "南岸镇位于青河下游，有码头三座，常住人口一万二千人。",
            "1952年，该镇在码头设立公平秤房，秤房对货主和搬运工一律不收钱。",
        ],
        [
            "码头村在青河的拐弯处，现有农户三百一十四户，一半以上的人家做过搬运的活。",
            "全村有旱地九百二十亩，种芦苇的占六成，秤房收的芦苇大半从这里来。",
        ],
        [
            "青河全年通航三百一十二天，停航五十三天，其中结冰二十一天。",
            "过往船只九千四百余条，运粮二十万三千吨、竹木六万二千捆。",
        ],
    ],
)
def test_a_rule_below_a_rule_and_one_person_below_another_are_the_box_s(own: list[str]) -> None:
    whole = HEAD + TAIL
    cut = whole.index("秤星")
    found = issue(FIRST, SECOND, whole[:cut], "链接", *own, whole[cut:], NEXT, LAST)
    assert split(found) == (own, [FIRST, SECOND, whole, NEXT, LAST])
    found = issue(FIRST, SECOND, whole, "链接", *own, NEXT, LAST)
    assert split(found) == (own, [FIRST, SECOND, whole, NEXT, LAST])


@pytest.mark.parametrize("name", ["小知识 过秤", "小贴士"])
def test_what_refers_to_the_rules_above_is_of_their_box(name: str) -> None:
    own = "过秤的规矩是先看秤星、再报斤两、最后收钱，管秤的人不得替卖家报数，不得替买家还价。"
    more = "凡不守上述规矩的，由商会出面说和；说和不成的，收回他的秤砣，从此不许再到码头上来过秤。"
    found = issue(FIRST, SECOND, HEAD + TAIL, name, own, more, NEXT, LAST)
    assert split(found) == ([own, more], [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


@pytest.mark.parametrize("name", ["小知识 过秤用的器具", "链接"])
def test_what_is_one_of_those_named_in_a_box_is_of_it(name: str) -> None:
    own = "过秤用的器具有杆秤、台秤、戥子、斗和升五种，每一种都要由商会的人校过才许用。"
    more = "其中戥子只称药材和银子，大户人家也用它分家；斗和升量的是粮食，用完要倒扣在门后，不许朝天放着。"
    found = issue(FIRST, SECOND, HEAD + TAIL, name, own, more, NEXT, LAST)
    assert split(found) == ([own, more], [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


COUNTED = ("南岸码头秤房现有秤工11名，当年义务过秤", "1960次，带动货主自备秤砣530多个、箩筐40只。")


def test_a_line_that_a_figure_carries_on_is_no_title() -> None:
    found = issue(FIRST, SECOND, HEAD + TAIL, "数据", "\n".join(COUNTED), NEXT, LAST)
    assert split(found) == (["".join(COUNTED)], [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


def test_a_sentence_that_begins_with_its_source_is_no_source() -> None:
    assert not is_attribution("据南岸县码头商会统计，1956年以来全县码头过秤货物")
    assert is_attribution("据南岸县码头商会统计")
    assert is_attribution("据南岸县码头商会统计资料，1956年")


def test_a_point_that_a_page_breaks_off_is_no_source() -> None:
    assert not is_attribution(
        "——为码头减负。清下账目一百四十八项，对同一笔账“一次登记、多家共用”，每天填表的"
    )
    assert is_attribution("——摘自《码头旧账。续编》（有删节）")


def test_a_heading_of_two_parts_below_the_rest_of_the_sentence_is_no_item_of_a_box() -> None:
    own = "秤星：秤杆上表示斤两的小点，用铜丝一点一点嵌进去，磨平以后再也抠不出来。"
    below = "提纽：两根绳子的“公道”"
    found = issue(FIRST, HEAD, f"名词解释\n{own}", TAIL, below, NEXT, LAST)
    assert split(found) == ([own], [FIRST, HEAD + TAIL, NEXT, LAST])
    assert [one.text.value for one in found.articles[0].blocks if isinstance(one, Heading)] == [
        below
    ]
