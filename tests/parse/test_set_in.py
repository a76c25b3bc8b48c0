"""Captions without a mark, and sentences set into the middle of another one."""

from __future__ import annotations

import pytest

from converter.model import Figure, Issue, Paragraph, PullQuote
from converter.parse.captions import is_unnumbered_caption, names_picture
from tests.support.restored import restored

PROSE = [
    "修伞的人每年谷雨以前进村，把担子放在祠堂门口，吆喝三声，全村的破伞就都拿出来了，有的只剩骨头，有的只剩布。",
    "他先把伞撑开，对着太阳看一遍，有几个洞就在本子上画几个圈，画完了才肯讲价钱，讲好了价钱就不再改口。",
    "补伞用的是桐油和棉纸，棉纸要裁成圆的，方的容易起角。补好的伞倒挂在竹竿上，一排一排，像一群歇脚的蝙蝠。",
    "村里人请他吃饭，他不肯进屋，端着碗蹲在担子旁边，说一进屋就要听见人家的难处，听见了就不好意思收钱。",
    "有一年下了四十天的雨，他没有来。第二年他儿子挑着同一副担子进村，吆喝的声音还有些发抖，伞却补得一样好。",
    "如今没有人补伞了，祠堂门口的石板上还留着担子压出来的两个浅坑，下雨的时候积着水，照得见屋檐。",
    "去年县里办展览，向各村征集旧物，有人把一把补过十九次的油纸伞送了去，标签上写着修伞人的姓，没有名字。",
    "我问过祠堂里的老人，他叫什么名字，老人想了半天，说大家都叫他天晴，因为他一来，天就放晴了。",
]
HEAD = "展览开幕那天来了一百多人，大家围着那把伞看，谁也没"
TAIL = "有开口说话，只有一个孩子数了数，说一共是十九个补丁。"


def issue(*parts: str) -> Issue:
    return restored("\n\n".join(["修伞的人", "何若溪", *parts])).issue


def of(found: Issue, kind: type) -> list[object]:
    return [
        block for article in found.articles for block in article.blocks if isinstance(block, kind)
    ]


def texts(found: Issue) -> list[str]:
    return [block.text.value for block in of(found, Paragraph) if isinstance(block, Paragraph)]


def captions(found: Issue) -> list[str]:
    return [block.caption.value for block in of(found, Figure) if isinstance(block, Figure)]


PICTURE = "![](images/a.jpg)"
UNDER = [
    "祠堂门口的石板。两个浅坑，老人说是四十年压出来的。",
    "① 倒挂的油纸伞，每一把都有自己的竹竿。",
    "06:40，修伞人的儿子出门。他挑的还是父亲的担子。",
    "补过十九次的伞。它现在放在县城的玻璃柜里。",
]


def test_under_pictures_stand_captions_where_paragraphs_are_long() -> None:
    parts = [
        part for pair in zip(PROSE, UNDER, strict=False) for part in (pair[0], PICTURE, pair[1])
    ]
    found = issue(*parts, *PROSE[4:])
    assert captions(found) == UNDER
    assert texts(found) == PROSE


def test_a_caption_in_a_broken_sentence_where_pictures_have_captions() -> None:
    parts = [
        part for pair in zip(PROSE, UNDER, strict=False) for part in (pair[0], PICTURE, pair[1])
    ]
    shown = "展柜里的伞。伞骨是后来换的，一共换过三根。"
    found = issue(*parts, *PROSE[4:], HEAD, PICTURE, shown, TAIL)
    assert captions(found)[-1] == shown
    assert texts(found) == [*PROSE, HEAD + TAIL]


def test_paragraphs_under_pictures_stay_text() -> None:
    parts = [part for text in PROSE for part in (PICTURE, text)]
    found = issue(*parts)
    assert captions(found) == []
    assert texts(found) == PROSE


@pytest.mark.parametrize(
    "text",
    [
        "由左至右：伞骨、棉纸、桐油。",
        "修伞人的担子，左為工具箱，右為桐油桶。",
        "上图：晾在竹竿上的伞",
        "左图为祠堂的门，右图为门前的石板。",
    ],
)
def test_what_tells_the_sides_is_a_caption(text: str) -> None:
    assert is_unnumbered_caption(text)
    found = issue(*PROSE[:3], HEAD, text, TAIL, *PROSE[3:])
    assert captions(found) == [text]
    assert HEAD + TAIL in texts(found)


@pytest.mark.parametrize(
    "text",
    [
        "由左至右数过去，那把伞是第三把，补丁最多，也最轻，他说这是他最满意的一把伞。",
        "左右为难",
        "上下一心",
    ],
)
def test_other_words_for_sides_are_text(text: str) -> None:
    assert not is_unnumbered_caption(text)


def test_a_sentence_within_another_is_set_in() -> None:
    # The issue itself says 没有 many times, and 没天 never.
    more = ["他没有名字，没有地址，没有人知道他从哪里来，也没有人问过他要到哪里去。" + PROSE[0]]
    quote = "天晴了，伞才知道自己有没有补好。"
    found = issue(*more, *PROSE[1:4], HEAD, quote, TAIL, *PROSE[4:])
    (made,) = of(found, PullQuote)
    assert isinstance(made, PullQuote)
    assert [text.value for text in made.paragraphs] == [quote]
    assert HEAD + TAIL in texts(found)


@pytest.mark.parametrize(
    ("quote", "head", "tail"),
    [
        ("“补过的伞比新伞认得人。”", HEAD, TAIL),
        # Without a full stop only where the rest can stand nowhere else: 十 | 个.
        (
            "捏着竹骨，比挑一百斤的担子还紧张",
            "他低着头，一针一针地缝，不敢抬起来。等十",
            "个补丁都补完了，天也晴了。",
        ),
    ],
)
def test_a_thought_within_a_sentence_is_set_in(quote: str, head: str, tail: str) -> None:
    more = ["他没有名字，没有地址，没有人知道他从哪里来，也没有人问过他要到哪里去。" + PROSE[0]]
    found = issue(*more, *PROSE[1:4], head, quote, tail, *PROSE[4:])
    (made,) = of(found, PullQuote)
    assert isinstance(made, PullQuote)
    assert [text.value for text in made.paragraphs] == [quote]
    assert head + tail in texts(found)


@pytest.mark.parametrize(
    ("rest", "after"),
    [
        ("有开口说话，展厅里静得听得见钟声。", "二是把伞骨拆下来，一根一根擦干净。"),
        (
            "有开口说话，展厅里静得听得见钟声。",
            "有一年下过一场大雪，雪把竹竿都压弯了，伞一把也没有坏。",
        ),
    ],
)
def test_the_rest_of_a_sentence_is_none(rest: str, after: str) -> None:
    found = issue(*PROSE[:4], HEAD, rest, after, *PROSE[4:])
    assert of(found, PullQuote) == []
    assert HEAD + rest in texts(found)


def test_a_line_about_the_author_at_the_foot_of_a_page_is_no_quotation() -> None:
    about = "作者简介：何若溪，女，县文化馆馆员，写过七本小册子。"
    found = issue(*PROSE[:4], HEAD, about, TAIL, *PROSE[4:])
    assert of(found, PullQuote) == []


@pytest.mark.parametrize(
    "text",
    [
        "何若溪（前排左二）与修伞人的儿子在祠堂门口。",
        "何若溪（右）与老人查看油纸伞。（程远山／摄）",
        "何若溪（右）与老人查看油纸伞。通讯员 程远山 摄",
        "祠堂旧影（1989年）县档案馆供图",
        "▲祠堂门口的石板只有桌面那么大，修伞的担子在上面放了四十年。",
    ],
)
def test_captions_beside_whole_paragraphs(text: str) -> None:
    found = issue(*PROSE[:3], text, *PROSE[3:])
    assert captions(found) == [text]
    assert texts(found) == PROSE


def test_marks_in_a_row_are_a_list() -> None:
    items = ["▲谷雨以前补伞。", "▲立夏以后收摊。", "▲大雪封山不来。"]
    found = issue(*PROSE[:3], *items, *PROSE[3:])
    assert captions(found) == []
    assert [text for text in texts(found) if text[0] == "▲"] == items


def test_what_stands_in_brackets_within_a_sentence_makes_no_caption() -> None:
    text = (
        "他说左边的那把（左）是他父亲补的，右边的是他自己补的。两把放在一起，谁也看不出哪一把更旧。"
    )
    assert not is_unnumbered_caption(text)


DESCRIBED = [
    "桐油碗与棉纸。碗口缺了一角，右上方可见补过的痕迹。左下角的标尺长十厘米。",
    "修伞人用过的弯锥，由南向北拍摄。木柄缠着铜丝，锥尖已经磨秃。",
    "祠堂门口的老照片，残长二十一厘米。后排有人举着一把伞，伞上的字看不清了。",
    "左为油纸伞的骨架，右为补好的伞面。骨架共四十二根，断了的用竹篾接上。",
]


@pytest.mark.parametrize("caption", DESCRIBED)
def test_a_caption_of_several_sentences_cuts_no_sentence(caption: str) -> None:
    found = issue(*PROSE[:3], HEAD, caption, TAIL, *PROSE[3:5])
    assert captions(found) == [caption]
    assert HEAD + TAIL in texts(found)


@pytest.mark.parametrize(
    "text",
    [
        "补伞的价钱，按窟窿的大小算，三厘米以内的两毛，再大的加一毛。他从来不多要，也从来不少收。",
        "一是撑开来看。伞面高出担子二尺，宽三尺，有洞没洞一眼就看得出来。",
        "雨天好走，是乡村道路最要紧的标尺。我们要一年接着一年修，让每一个进村的人都不湿鞋。",
        "他把照片的左下角折了一下，说这个人就是他父亲。后来再也没有人问过他这件事。",
    ],
)
def test_prose_about_things_and_their_sizes_is_no_caption(text: str) -> None:
    found = issue(*PROSE[:3], text, *PROSE[3:])
    assert captions(found) == []
    assert text in texts(found)


def test_a_sentence_that_takes_up_a_clause_of_its_article_is_set_in() -> None:
    quote = "雨能等人，可是补好的伞不等人。"
    said = "他儿子问他为什么这样急，他想了想说，雨能等，补好的伞不等人。"
    found = issue(*PROSE[:3], said, HEAD, quote, TAIL, *PROSE[3:])
    (made,) = of(found, PullQuote)
    assert isinstance(made, PullQuote)
    assert [text.value for text in made.paragraphs] == [quote]
    assert HEAD + TAIL in texts(found)


def test_the_rest_of_a_sentence_may_take_up_few_words_of_it() -> None:
    rest = "有想到这一年他真的没有来，祠堂门口空着，补好的伞不等人。"
    said = "他儿子问他为什么这样急，他想了想说，雨能等，补好的伞不等人。"
    found = issue(*PROSE[:3], said, HEAD, rest, *PROSE[3:])
    assert of(found, PullQuote) == []
    assert HEAD + rest in texts(found)


TALK = [
    "记者：您头一把伞补的是谁家的？",
    "程远山：是我母亲的。她那把伞骨头断了三根，我父亲不肯补，说补了也撑不了几天，我就夜里自己偷着补。",
    "记者：后来呢？",
    "程远山：后来她撑了十一年。有一回下大雨，桥上的人都跑，只有她慢慢走，走到祠堂门口收了伞，坐在石阶上歇",
    "程远山用过的弯锥。木柄缠着铜丝，是他父亲留给他的。",
    "了好一阵，跟我说，这把伞是她撑过的伞里头最轻的一把。",
    "记者：您还补吗？",
    "程远山：补。",
]


def test_who_speaks_is_shown_by_a_caption_and_calls_himself_by_no_name() -> None:
    found = issue(*TALK)
    assert captions(found) == [TALK[4]]
    assert TALK[3] + TALK[5] in texts(found)


@pytest.mark.parametrize(
    "text", ["了她的一只木箱。", "他常说的那句话。", "这是老人的伞。", "老人有补不完的伞。"]
)
def test_what_is_a_sentence_names_no_picture(text: str) -> None:
    assert not names_picture(text)


def test_what_was_done_with_a_thing_may_stand_in_its_caption() -> None:
    assert names_picture("老人用过的弯锥。木柄缠着铜丝。")
    assert names_picture("补过十九次的伞。")


PERSON = "程远山在桥头补伞。这副担子是他父亲留下来的。"


def test_a_person_and_where_he_is_within_a_sentence() -> None:
    more = [
        "程远山的担子一头重一头轻。",
        "村里人都认得程远山，孩子们也认得他的担子，隔着一条街就跑出来了。",
    ]
    found = issue(*more, *PROSE[:3], HEAD, PERSON, TAIL, *PROSE[3:])
    assert captions(found) == [PERSON]
    assert HEAD + TAIL in texts(found)
    # Nobody else in the text bears that name.
    assert captions(issue(*PROSE[:3], HEAD, PERSON, TAIL, *PROSE[3:])) == []


def set_lines(text: str, measure: int, indent: int = 2) -> list[str]:
    first = measure - indent
    return [text[:first], *(text[at : at + measure] for at in range(first, len(text), measure))]


@pytest.mark.parametrize(
    ("text", "kind"),
    [(PERSON, Figure), ("伞补好了就要还，人情补好了，也要记得还上一把才行。", PullQuote)],
)
def test_lines_narrower_than_their_column_are_set_into_its_sentence(text: str, kind: type) -> None:
    cut = PROSE[4] + "程远山补伞，从来不收孩子的钱，说孩子的伞是用来玩的。"
    lines = set_lines(cut, 20)
    narrow = [text[:15], text[15:]]
    parts = ["\n".join(set_lines(prose, 20)) for prose in PROSE]
    whole = ["\n".join(lines[:3]), "\n".join(narrow), "\n".join(lines[3:])]
    found = issue(*parts[:3], *whole, *parts[5:])
    (made,) = [*of(found, Figure), *of(found, PullQuote)]
    assert isinstance(made, kind)
    assert cut in texts(found)
    # In the measure of the column it is text.
    found = issue(*parts[:3], whole[0], "\n".join([text[:20], text[20:]]), *parts[5:])
    assert of(found, PullQuote) == []


def test_some_words_within_a_sentence_that_goes_on_better_without_them() -> None:
    # The issue says 没有 many times, and nothing of what stands at the other seams.
    more = ["他没有名字，没有地址，没有人知道他从哪里来，也没有人问过他要到哪里去。" + PROSE[0]]
    caption = "祠堂旧门上的铜环"
    found = issue(*more, *PROSE[1:4], HEAD, caption, TAIL, *PROSE[4:])
    assert captions(found) == [caption]
    assert HEAD + TAIL in texts(found)


@pytest.mark.parametrize("piece", ["有一个人开口", "有名字没有地址的人"])
def test_a_piece_of_the_sentence_itself_is_no_caption(piece: str) -> None:
    more = ["他没有名字，没有地址，没有人知道他从哪里来，也没有人问过他要到哪里去。" + PROSE[0]]
    rest = "说话，只有一个孩子数了数，说一共是十九个补丁。"
    found = issue(*more, *PROSE[1:4], HEAD, piece, rest, *PROSE[5:])
    assert captions(found) == []
    assert HEAD + piece + rest in texts(found)
