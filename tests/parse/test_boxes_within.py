"""Boxes without a source that stand within a sentence: where they end."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph
from converter.parse.grams import Trigrams
from converter.parse.seam import goes_on
from converter.pipeline import restore
from tests.support.restored import restored

PROSE = (
    "渠水从水库下来，到了村口分成两股，一股去东坡，一股去西坡。管水的人天不亮就上渠，"
    "把闸门摇到合适的高度，再沿着渠走一遍，看有没有漏水的地方。"
)


def trigrams() -> Trigrams:
    grams = Trigrams()
    grams.learn(PROSE)
    grams.learn("东坡的稻子先熟。西坡的稻子后熟，管水的人心里有数。闸门是新换的。")
    return grams


@pytest.mark.parametrize(
    ("tail", "right", "wrong"),
    [
        # The words of the issue stand side by side like this.
        ("天旱的时候，管水", "的人要守一夜。", "闸门是去年换的新闸门。"),
        # What the broken sentence calls for.
        ("村里人明白，只有把渠修好", "了，稻子才有收成。", "两股水在山脚又合成一股。"),
        ("修渠不是为了好看", "，而是为了收成。", "两股水在山脚又合成一股。"),
        # A mark that was opened before the box.
        ("老张说：“这条渠", "我走了三十年。”说完他笑了。", "两股水在山脚又合成一股。"),
        # Somebody is named, and says something.
        ("村里管水的老", "说，渠要年年清。", "两股水在山脚又合成一股。"),
        # A clause of one character is the rest of another.
        ("去年全村一起修了三里", "渠，今年再修三里。", "两股水在山脚又合成一股。"),
    ],
)
def test_the_piece_that_carries_a_sentence_on(tail: str, right: str, wrong: str) -> None:
    grams = trigrams()
    assert goes_on(tail, right, grams) > goes_on(tail, wrong, grams)


def article(body: str) -> Article:
    text = (
        f"目录\n1 修渠记 张水\n3 老街 李山\n\n修渠记\n\n张水\n\n{body}\n\n老街\n\n李山\n\n{PROSE}\n"
    )
    return restore(text.encode(), name="x.txt").issue.articles[0]


def box_texts(found: Article) -> list[str]:
    box = next(block for block in found.blocks if isinstance(block, Box))
    return [block.text.value for block in box.blocks if isinstance(block, Paragraph)]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


FIRST = "水闸是控制水量的门，装在渠首，也装在分水的地方。"
SECOND = "旧时的水闸用木板，一块一块插进石槽里，如今多用铸铁。"
HEAD = "渠水从水库下来，到了村口分成两股。天旱的时候，管水"
TAIL = "的人要守一夜，天亮才把闸门放下来。"


def test_a_box_of_two_paragraphs_ends_where_the_sentence_goes_on() -> None:
    found = article(f"{PROSE}\n\n{HEAD}\n\n小贴士\n\n{FIRST}\n\n{SECOND}\n\n{TAIL}\n\n{PROSE}")
    assert box_texts(found) == [FIRST, SECOND]
    assert HEAD + TAIL in paragraphs(found)


def test_a_box_ends_where_the_broken_paragraph_goes_on_and_not_where_its_like_begins() -> None:
    like = "天旱的日子要省着用水，闸门一天只开两个时辰。"
    head = f"天旱的时候，{HEAD.rpartition('，')[2]}"
    rest = "每天看天，也看水，谁家多放了一个时辰都记在账上。"
    found = article(f"{PROSE}\n\n{head}\n\n小贴士\n\n{FIRST}\n\n{rest}\n\n{like}\n\n{PROSE}")
    assert box_texts(found) == [FIRST]
    assert like in paragraphs(found)


def test_nothing_but_the_box_follows_the_paragraph_about_the_author() -> None:
    about = "作者简介：张水，管水员，在渠上走了三十年。"
    found = article(f"{PROSE}\n\n{about}\n\n小贴士\n\n{FIRST}\n\n{SECOND}")
    assert box_texts(found) == [FIRST, SECOND]


def test_the_verb_before_a_box_gets_its_complement_behind_it() -> None:
    head, rest = "渠修好以后，管水的人终于腾", "出来一天，去看了看水库。"
    found = article(f"{PROSE}\n\n{head}\n\n小贴士\n\n{FIRST}\n\n{SECOND}\n\n{rest}\n\n{PROSE}")
    assert box_texts(found) == [FIRST, SECOND]
    assert head + rest in paragraphs(found)


def test_a_figure_before_a_box_counts_what_stands_behind_it() -> None:
    head, rest = "渠修好以后，村里的人一年只清一次淤。到了八", "月份，水最大的时候，谁也不下渠。"
    found = article(f"{PROSE}\n\n{head}\n\n小贴士\n\n{FIRST}\n\n{SECOND}\n\n{rest}\n\n{PROSE}")
    assert box_texts(found) == [FIRST, SECOND]
    assert head + rest in paragraphs(found)


def test_figures_with_what_they_stand_for_are_a_list() -> None:
    items = ["4成7：一担水里泥的份额。", "16年：这条渠用到今天的年头。", "11家：一起出工的人家。"]
    body = "\n".join(["小贴士", *items])
    found = article(f"{PROSE}\n\n{HEAD}\n{body}\n{TAIL}\n\n{PROSE}")
    assert box_texts(found) == items
    assert HEAD + TAIL in paragraphs(found)


def test_paragraphs_with_a_work_named_below_are_a_box_under_any_name() -> None:
    body = f"渠规原文\n{FIRST}\n{SECOND}\n——《修渠须知》第5条"
    found = article(f"{PROSE}\n\n2 为什么要守闸\n{body}\n{PROSE}")
    assert box_texts(found) == [FIRST, SECOND]


def test_a_box_of_one_paragraph_takes_no_second() -> None:
    found = article(f"{PROSE}\n\n{HEAD}\n\n小贴士\n\n{FIRST}\n\n{TAIL}\n\n{SECOND}\n\n{PROSE}")
    assert box_texts(found) == [FIRST]
    assert HEAD + TAIL in paragraphs(found)
    assert SECOND in paragraphs(found)


def test_what_has_no_indent_goes_on_with_the_sentence_before_the_box() -> None:
    lines = [PROSE[: 40 + 7 * size] + "。" for size in range(6)] + [HEAD]
    body = "\n".join(f"\u3000\u3000{line}" for line in lines)
    box = f"小贴士\n\u3000\u3000{FIRST}\n\u3000\u3000{SECOND}"
    # By its words alone it might as well be another paragraph of the box.
    tail = "两股水在山脚又合成一股，流进下游的池塘。"
    found = article(f"{body}\n\n{box}\n{tail}\n\u3000\u3000{PROSE}\n\u3000\u3000{PROSE}")
    assert box_texts(found) == [FIRST, SECOND]
    assert HEAD + tail in paragraphs(found)


def test_a_full_line_before_what_somebody_says_ends_no_paragraph() -> None:
    measure = 20
    told = "渠水从水库下来到了村口分成两股一股去东坡。管水的老张说：“渠要年年清，闸要年年换，谁也不能偷懒。”大家都点头。"

    def lines(text: str) -> str:
        return "\n".join(text[at : at + measure] for at in range(0, len(text), measure))

    plain = "渠水从水库下来，到了村口分成两股，一股去东坡，一股去西坡。" * 3
    blocks = [plain] * 6 + [told] + [plain] * 6
    found = article("\n\n".join(lines(text) for text in blocks))
    assert told in paragraphs(found)


def test_a_blank_in_the_text_of_a_box_hides_no_label_with_a_colon() -> None:
    found = article(f"{PROSE}\n\n小贴士：截至 2012 年底，全村修渠三里，{FIRST}\n\n——摘自《渠志》")
    assert box_texts(found) == [f"截至2012年底，全村修渠三里，{FIRST}"]


def test_the_indents_in_a_box_tell_its_paragraphs() -> None:
    lines = [PROSE[: 40 + 7 * size] + "。" for size in range(6)]
    body = "\n".join(f"\u3000\u3000{line}" for line in lines)
    box = f"小贴士\n\u3000\u3000{FIRST}\n如今多用铸铁。\n\u3000\u3000{SECOND}\n——摘自《渠志》"
    found = article(f"{body}\n\n{box}\n\n\u3000\u3000{PROSE}")
    assert box_texts(found) == [f"{FIRST}如今多用铸铁。", SECOND]


def boxed(*parts: str, above: str = PROSE) -> list[tuple[str, str, list[str]]]:
    """The boxes of an article: label, title and paragraphs."""
    found = article("\n\n".join([PROSE, above, *parts]))
    return [
        (
            block.label,
            block.title.value if block.title else "",
            [one.text.value for one in block.blocks if isinstance(one, Paragraph)],
        )
        for block in found.blocks
        if isinstance(block, Box)
    ]


RITES = [
    "开锅以前先敬灶，敬三碗酱，一碗甜，一碗咸，一碗什么也不放。什么也不放的那一碗最后归徒弟喝。",
    "喝的时候不许皱眉，皱了眉要再喝一碗，所以酱园出来的人吃什么都不挑。",
]


def test_a_box_above_a_heading_holds_all_paragraphs_down_to_it() -> None:
    found = boxed("小知识", "开锅的规矩", *RITES, "## 缸是怎么传下来的", PROSE)
    assert found == [("小知识", "开锅的规矩", RITES)]


def test_what_the_box_is_about_is_no_rest_of_the_sentence_above() -> None:
    cut = "酱园的账本一共有十九册，翻到光绪二十一年那一册，在第三页的夹缝里写着，"
    rest = "同一年的腊月又添了两口缸，缸钱十一吊，由账房先生垫付，第二年秋天才还清。"
    found = boxed(
        "小知识", "酱园里的行话", RITES[0], "行话里不说盐，只说雪，下雪就是加盐。", rest, above=cut
    )
    assert found == [("小知识", "酱园里的行话", [RITES[0], "行话里不说盐，只说雪，下雪就是加盐。"])]


def test_a_chronicle_under_a_title_is_a_box() -> None:
    years = [
        "1931年：建酱园，有缸十九口。",
        "1956年：并入副食品公司。",
        "1998年：停产。",
        "2019年：重新开缸。",
    ]
    found = boxed("大事记", "酱园八十八年", *years, PROSE)
    assert found == [("大事记", "酱园八十八年", years)]


def test_a_piece_that_begins_with_a_mark_carries_on_what_stands_above_the_box() -> None:
    one = "支渠是从干渠引水、直接送到田头的渠道，由各村自己修、自己管。"
    two = "支渠长度或者灌溉面积较大的，一般应当由两个以上的村共同管理。"
    found = article(
        f"{PROSE}\n\n知识链接\n\n支渠\n\n{one}\n\n{two}\n\n。那一年水小，谁也没有多放。"
    )
    (box,) = [block for block in found.blocks if isinstance(block, Box)]
    assert [block.text.value for block in box.blocks if isinstance(block, Paragraph)] == [one, two]


@pytest.mark.parametrize(
    "head",
    ["渠上 QUSHANG", "渠上 | 水与土", "水与土　渠上", "水与土 · 渠上"],
)
def test_a_running_head_of_two_names_may_stand_there_but_once(head: str) -> None:
    cut, rest = PROSE[:40], PROSE[40:]
    text = (
        "水与土\n2024年第2期\n主办：渠县农会\n主编：沈一帆\n\n"
        "目录\n\n渠上\n修渠记 张水 1\n田头\n老街 李山 3\n\n"
        f"渠上\n\n修渠记\n\n张水\n\n{cut}\n\n{head}\n\n{rest}\n\n田头\n\n老街\n\n李山\n\n{FIRST}\n"
    )
    found = restore(text.encode(), name="x.txt").issue.articles[0]
    assert [b.text.value for b in found.blocks if isinstance(b, Paragraph)] == [PROSE]


WATCH = "天旱的时候，管水的人要守一夜，管水的人心里有数。"
NAMELESS = "枯水期用水须知：先浇秧田，后浇旱地；夜里不开闸，白天不空流；谁家的田埂漏了，三日之内自己补好，补不好的请邻居帮忙。"


def test_a_paragraph_without_a_name_that_cuts_a_word_is_a_box() -> None:
    found = article(f"{PROSE}{WATCH}\n\n{HEAD}\n\n{NAMELESS}\n\n{TAIL}\n\n{PROSE}")
    assert box_texts(found) == [NAMELESS]
    assert HEAD + TAIL in paragraphs(found)


def test_a_paragraph_that_may_carry_the_sentence_on_is_none() -> None:
    found = article(f"{PROSE}{WATCH}\n\n{HEAD}\n\n{TAIL}{WATCH}{WATCH}\n\n{FIRST}\n\n{PROSE}")
    assert not any(isinstance(block, Box) for block in found.blocks)


def test_steps_under_a_title_within_a_sentence_are_a_box() -> None:
    steps = ["第一步，先看天色。", "第二步，再看水位。", "第三步，才去摇闸门。"]
    body = "\n\n".join(["开闸的老规矩“三步走”", *steps])
    found = article(f"{PROSE}\n\n{HEAD}\n\n{body}\n\n{TAIL}\n\n{PROSE}")
    assert box_texts(found) == steps
    assert HEAD + TAIL in paragraphs(found)


def test_a_title_may_ask_how_something_is_done() -> None:
    found = article(f"{PROSE}\n\n{HEAD}\n\n闸门是怎样装到水里去的\n\n{FIRST}\n\n{TAIL}\n\n{PROSE}")
    assert box_texts(found) == [FIRST]
    assert HEAD + TAIL in paragraphs(found)


def test_the_mark_that_a_seam_says_twice_tells_what_carries_the_sentence_on() -> None:
    head, tail = f"{HEAD}的人守着“夜", "“夜水”，天亮才把闸门放下来。"
    found = article(f"{PROSE}\n\n{head}\n\n渠首的老规矩\n\n{FIRST}\n\n{tail}\n\n{PROSE}")
    assert box_texts(found) == [FIRST]
    assert f"{HEAD}的人守着{tail}" in paragraphs(found)


def test_an_article_may_end_with_the_first_items_below_a_title_on_two_lines() -> None:
    cut = (
        "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，长着青苔，"
        "对岸的人听见桨声就知道是谁，也知道他今天为什么来得这样"
    )
    title = "怎样看出一条老船还能\n不能再下水摆渡"
    made = restored(f"渡口\n\n张水\n\n{cut}\n\n{title}\n\n1. 看船底的桐油。\n\n2. 听船头的声音。")
    assert made.account is not None
    assert made.account.balanced


def test_steps_below_what_they_need_are_a_box_however_many() -> None:
    steps = [
        "准备：一只碗，一根棉线，一杯清水。",
        "第一步，把棉线浸湿，一头搭在碗边上。",
        "第二步，把另一头垂到桌面的杯子里。",
        "第三步，蹲下来看，水顺着线往下爬。",
        "第四步，把碗垫高一本书，再看一遍。",
    ]
    found = article("\n\n".join((PROSE, HEAD, "小实验　会爬的水", *steps, TAIL, PROSE)))
    assert box_texts(found) == steps
    assert HEAD + TAIL in paragraphs(found)


@pytest.mark.parametrize(
    ("head", "rest"),
    [
        ("渠修好以后，水到了田头，账也清楚了。全乡今年换了木闸和旧水闸", "一百零六座，又添了水表三百只，家家用多少都记在账上，一批老大难的纠纷有了说法。"),
        ("渠修好以后，水到了田头，账也清楚了。全乡今年把各处的老水闸", "都换成铸铁的，三个人摇改成一个人摇。"),
    ],
)  # fmt: skip
def test_the_rest_of_a_sentence_that_a_page_cuts_is_no_box_above_what_begins_anew(
    head: str, rest: str
) -> None:
    # Words that the issue often has side by side (闸总) are not enough.
    often = "东村的水闸总有人看，西村的水闸总是干净，老水闸总要三个人摇。"
    anew = "总结这几年的经验，修渠先要修人心，把管水的规矩立起来，把各家的账记清楚。"
    found = article(f"{PROSE}{often}\n\n{head}\n\n{rest}\n\n{anew}\n\n{PROSE}")
    assert all(isinstance(block, Paragraph) for block in found.blocks)
    assert head + rest in paragraphs(found)


CALLS = tuple(
    f"{call}。要把{thing}当作一件大事来办，一年一年地做下去，让每一村每一户都看得见、摸得着，"
    "年底由大家来说办得好不好，办不好的重新来过，办得好的写进村里的账本，传给后来管水的人。"
    for call, thing in (
        ("修好老渠老闸", "修渠"),
        ("算清用水的账", "记账"),
        ("带出管水的人", "带人"),
        ("种好渠边的树", "种树"),
    )
)


def test_words_alone_in_a_numbered_part_are_the_title_of_a_box() -> None:
    stone = "老碑立在渠首，碑上刻着三条规矩，字有拳头大，是修渠那年的石匠刻的。"
    parts = (
        f"一、先修渠\n\n{CALLS[0]}\n\n{CALLS[1]}\n\n老碑的来历\n\n{stone}\n\n{SECOND}\n\n{CALLS[2]}"
    )
    found = article(f"{parts}\n\n二、再修人\n\n{PROSE}\n\n三、最后修账\n\n{PROSE}")
    box = next(block for block in found.blocks if isinstance(block, Box))
    assert box.title is not None
    assert box.title.value == "老碑的来历"
    # The paragraphs of the text begin with a call, those of the box do not.
    assert box_texts(found) == [stone, SECOND]
    two = parts.replace(CALLS[1], f"{CALLS[1]}\n\n新碑的来历\n\n{PROSE}")
    found = article(f"{two}\n\n二、再修人\n\n{PROSE}\n\n三、最后修账\n\n{PROSE}")
    assert not any(isinstance(block, Box) for block in found.blocks)  # a part in two


def test_a_sentence_goes_on_above_the_next_paragraph_with_a_call() -> None:
    head, rest = CALLS[2][:40], CALLS[2][40:]
    body = [*CALLS[:2], head, "小贴士", FIRST, SECOND, rest, CALLS[3]]
    found = article("\n\n".join(body))
    assert box_texts(found) == [FIRST, SECOND]
    assert CALLS[2] in paragraphs(found)


def test_a_word_that_ends_with_one_is_cut_before_it_and_no_part_begins_there() -> None:
    head = "渠修好以后，水到了田头，账也清楚了。全乡今年把各村的账本收齐，定出的规矩前后统"
    rest = "一、人人看得懂，用水的人家都按了手印。管水的人照着规矩开闸关闸，谁也没有话说。"
    assert head + rest in paragraphs(article(f"{PROSE}\n\n{head}\n\n{rest}\n\n{PROSE}"))


@pytest.mark.parametrize(
    "middle",
    [
        f"1.把水闸修好，让农\n\n民有好水用\n\n{CALLS[1]}",  # a heading that its page has cut
        f"{CALLS[1][:40]}\n\n渠首瞭望\n\n{CALLS[1][40:]}",  # a running head within a sentence
    ],
)
def test_what_stands_within_a_heading_or_a_sentence_of_a_part_is_no_title(middle: str) -> None:
    part = f"一、先修渠\n\n{CALLS[0]}\n\n{middle}\n\n{CALLS[2]}\n\n{CALLS[3]}"
    found = article(f"{part}\n\n二、再修人\n\n{PROSE}\n\n三、最后修账\n\n{PROSE}")
    assert not any(isinstance(block, Box) for block in found.blocks)
