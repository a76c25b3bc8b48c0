"""What the monthly of an association has: names of boxes that come again, columns, notes at the end."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, Paragraph, PullQuote
from converter.proof import proof
from tests.support.blocks import boxes, texts
from tests.support.restored import restored

HEADS = [
    "码头上的老秤换过三次秤砣，每一次都有人说新的比旧的轻，称鱼的人为此吵过一个",
    "仓库的门锁只有两把钥匙，一把在保管员身上，另一把锁在镇上的铁皮柜子里，谁要开",
    "船家交货的时候要在本子上按手印，本子一年一换，换下来的放在阁楼上，阁楼漏雨的",
]
TAILS = [
    "夏天，后来大家把三个秤砣摆在一起，才知道差的不是秤，是绳子。",
    "门都要两个人一起去，少一个也不行，这个规矩守了四十年。",
    "那几年烂掉了十一本，剩下的用油布包好，如今还能看清手印。",
]
NOTES = [
    "老秤一斤为十六两，半斤就是八两，成语里的半斤八两由此而来。",
    "旧时管钥匙的人叫锁头，锁头不许进仓，进仓的人不许拿钥匙。",
    "按手印用的印泥以朱砂调油，十年不褪色，雨水也化不开。",
]
WHOLE = "镇上收鱼的人天不亮就到码头，把筐一只一只排好，等船靠岸，谁也不先说话。"
MORE = "等到太阳照到水面上，最后一筐鱼也过了秤，记账的人把笔夹在耳朵上，喝一口凉茶。"
LAST = "账本后来捐给了县里，展柜的灯光很暗，走近了才看得见上面的指印。"
END = "走的时候我在码头上坐了一会儿，风把秤杆吹得轻轻地响，像有人在里面过秤。"
NEXT = "对岸的盐仓早就空了，屋顶上长着草，看门的老人说草比盐好，草不怕潮。"


def page(at: int, name: str) -> str:
    return f"{WHOLE}\n\n{HEADS[at]}\n\n{name}\n\n{NOTES[at]}\n\n{TAILS[at]}\n\n{MORE}"


def issue(name: str, folio: str) -> Issue:
    pages = "\n\n".join(f"{page(at, name)}\n\n{folio.format(at + 3)}" for at in range(3))
    return restored(
        f"渔镇月刊\n2004年第8期\n\n目录\n老秤 程远山 3\n盐仓 何若溪 6\n\n老秤\n\n程远山\n\n{pages}\n\n"
        f"盐仓\n\n何若溪\n\n{NEXT}\n\n{folio.format(6)}\n"
    ).issue


@pytest.mark.parametrize("name", ["小算盘", "账房先生", "老 秤 砣", "■ 鱼行话"])
@pytest.mark.parametrize("folio", ["{} 渔镇月刊 2004.8", "— {} —", "第{}页", "渔镇月刊 {}"])
def test_a_name_within_pages_whose_folios_are_told_is_no_running_head(
    name: str, folio: str
) -> None:
    found = issue(name, folio)
    assert [text for _, _, (text,) in boxes(found)] == NOTES
    assert {label for label, _, _ in boxes(found)} == {name.replace(" ", "").strip("■")}
    assert [head + tail for head, tail in zip(HEADS, TAILS, strict=True)] == [
        text for text in texts(found) if text[:4] in {head[:4] for head in HEADS}
    ]


def test_a_line_that_comes_again_beside_the_folios_is_one() -> None:
    pages = "\n\n".join(
        f"{WHOLE}\n\n{HEADS[at]}\n\n第{at + 3}页\n\n渔镇人家\n\n{TAILS[at]}\n\n{MORE}"
        for at in range(3)
    )
    found = restored(
        f"渔镇月刊\n2004年第8期\n\n目录\n老秤 程远山 3\n盐仓 何若溪 6\n\n老秤\n\n程远山\n\n{pages}\n\n"
        f"盐仓\n\n何若溪\n\n{NEXT}\n"
    ).issue
    assert not boxes(found)
    assert [drop.text for drop in found.drops if drop.reason == "running-head"] == ["渔镇人家"] * 3
    assert [head + tail for head, tail in zip(HEADS, TAILS, strict=True)] == [
        text for text in texts(found) if text[:4] in {head[:4] for head in HEADS}
    ]


def article(body: str) -> Issue:
    return restored(
        f"渔镇月刊\n2004年第8期\n\n目录\n老秤 程远山 3\n盐仓 何若溪 6\n\n老秤\n\n程远山\n\n{body}\n\n盐仓\n\n何若溪\n\n{NEXT}\n"
    ).issue


@pytest.mark.parametrize("title", ["名词解释：半斤八两", "链接：秤的来历", "资料 秤的三次改制"])
def test_the_name_of_another_box_may_open_the_title_of_one(title: str) -> None:
    found = article(
        f"{WHOLE}\n\n{HEADS[0]}\n\n小贴士\n\n{title}\n\n{NOTES[0]}\n\n{TAILS[0]}\n\n{MORE}"
    )
    assert boxes(found) == [("小贴士", title, [NOTES[0]])]
    assert HEADS[0] + TAILS[0] in texts(found)


def test_two_boxes_in_a_row_are_two() -> None:
    found = article(f"{WHOLE}\n\n小贴士\n\n{NOTES[0]}\n\n链接：锁头\n\n{NOTES[1]}\n\n{MORE}")
    assert [label for label, _, _ in boxes(found)] == ["小贴士", "链接"]


@pytest.mark.parametrize("name", ["记者手记", "采访手记", "作者札记", "採訪手記"])
def test_the_reporter_s_note_at_the_end_of_a_report_is_a_box_of_a_few_paragraphs(name: str) -> None:
    found = article(f"{WHOLE}\n\n{MORE}\n\n{name}\n\n{NOTES[0]}\n\n{LAST}")
    assert boxes(found) == [(name, "", [NOTES[0], LAST])]


def test_the_reporter_s_note_of_many_paragraphs_is_the_last_part_of_a_report() -> None:
    many = "\n\n".join([NOTES[0], LAST, NOTES[1], MORE, END])
    found = article(f"{WHOLE}\n\n{MORE}\n\n记者手记\n\n{many}")
    heads = [block.text.value for block in found.articles[0].blocks if isinstance(block, Heading)]
    assert heads == ["记者手记"]
    assert not boxes(found)


@pytest.mark.parametrize(
    "below",
    [NOTES[0], f"{NOTES[0]}\n\n{LAST}\n\n——摘自《渔镇志》", f"秤的来历\n\n{NOTES[0]}\n\n{LAST}"],
)
def test_a_note_of_one_paragraph_or_with_a_source_or_a_title_is_a_box(below: str) -> None:
    found = article(f"{WHOLE}\n\n{MORE}\n\n记者手记\n\n{below}")
    assert [label for label, _, _ in boxes(found)] == ["记者手记"]


@pytest.mark.parametrize("name", ["记者手记", "采访手记"])
@pytest.mark.parametrize("below", ["", "\n\n（责任编辑 龚听蝉）"])
def test_a_note_that_begins_beside_its_name_takes_what_is_left_of_the_report(
    name: str, below: str
) -> None:
    found = article(f"{WHOLE}\n\n{MORE}\n\n{name}　{NOTES[0]}\n\n{LAST}\n\n{END}{below}")
    assert boxes(found) == [(name, "", [NOTES[0], LAST, END])]


def test_such_a_note_takes_no_part_of_the_report_that_has_a_heading() -> None:
    found = article(f"{WHOLE}\n\n记者手记　{NOTES[0]}\n\n{MORE}\n\n二、过秤的人\n\n{LAST}\n\n{END}")
    assert boxes(found) == [("记者手记", "", [NOTES[0]])]


def test_such_a_note_within_a_sentence_leaves_it_its_rest() -> None:
    found = article(f"{WHOLE}\n\n{HEADS[0]}\n\n记者手记　{NOTES[1]}\n\n{TAILS[0]}\n\n{MORE}")
    assert boxes(found) == [("记者手记", "", [NOTES[1]])]
    assert HEADS[0] + TAILS[0] in texts(found)


@pytest.mark.parametrize("name", ["一图读懂", "一圖看懂", "划重点"])
def test_a_name_over_the_last_paragraph_is_a_box_whose_source_is_in_brackets(name: str) -> None:
    found = article(f"{WHOLE}\n\n{MORE}\n\n{LAST}\n\n{name}\n\n{NOTES[0]}（来源：渔镇志办公室）")
    assert boxes(found) == [(name, "", [NOTES[0]])]


def columns(listed: str, *, name: str = "灯下老秤", folio: str = "") -> Issue:
    pages = [f"{folio.format(page)}\n\n" if folio else "" for page in (3, 4, 5)]
    return restored(
        f"渔镇月刊\n2004年第8期\n\n目录\n\n【专栏】\n{listed}\n【人物】\n盐仓的看门人 …… 何若溪(5)\n\n"
        f"专 栏\n\n{name}\n\n一张欠条的三种下场\n\n■ 秦不语\n\n{WHOLE}\n\n{MORE}\n\n{pages[0]}"
        f"隔行看账\n\n大夫开方，掌柜开账\n\n■ 龚听蝉\n\n{LAST}\n\n{WHOLE}\n\n{pages[1]}"
        f"人 物\n\n盐仓的看门人\n\n■ 何若溪\n\n{NEXT}\n\n{MORE}\n\n{pages[2]}"
    ).issue


@pytest.mark.parametrize("folio", ["", "{} 渔镇月刊 2004.8"])
@pytest.mark.parametrize(
    "listed",
    [
        "灯下老秤·一张欠条的三种下场 …… 秦不语(3)\n隔行看账·大夫开方，掌柜开账 …… 龚听蝉(4)",
        "灯下老秤：一张欠条的三种下场 …… 秦不语(3)\n隔行看账：大夫开方，掌柜开账 …… 龚听蝉(4)",
        "灯下老秤｜一张欠条的三种下场 秦不语 3\n隔行看账｜大夫开方，掌柜开账 龚听蝉 4",
        "[灯下老秤]一张欠条的三种下场 秦不语 3\n[隔行看账]大夫开方，掌柜开账 龚听蝉 4",
        "一张欠条的三种下场 …… 秦不语(3)\n大夫开方，掌柜开账 …… 龚听蝉(4)",
        "一张欠条的三种下场（灯下老秤） 秦不语 3\n大夫开方，掌柜开账（隔行看账） 龚听蝉 4",
    ],
)
def test_a_standing_column_is_the_kicker_of_its_piece(listed: str, folio: str) -> None:
    found = columns(listed, folio=folio)
    assert [
        (
            found.section_names[made.section],
            made.kicker.value if made.kicker else "",
            "".join(line.value for line in made.title),
            [author.name for byline in made.bylines for author in byline.authors],
        )
        for made in found.articles
    ] == [
        ("专栏", "灯下老秤", "一张欠条的三种下场", ["秦不语"]),
        ("专栏", "隔行看账", "大夫开方，掌柜开账", ["龚听蝉"]),
        ("人物", "", "盐仓的看门人", ["何若溪"]),
    ]
    assert texts(found) == [WHOLE, MORE, LAST, WHOLE, NEXT, MORE]
    assert not [one for one in proof(found) if one.code == "TOC004"]


def test_the_title_of_two_lines_of_which_the_first_leads_to_the_second() -> None:
    found = restored(
        "渔镇月刊\n2004年第8期\n\n目录\n\n【调查】\n码头代理记账:账交出去了,心放下了吗 …… 贺小满(3)\n"
        f"【人物】\n盐仓的看门人 …… 何若溪(5)\n\n调 查\n\n码头代理记账：\n账交出去了，心放下了吗\n\n■ 贺小满\n\n{WHOLE}\n\n{MORE}\n\n"
        f"人 物\n\n盐仓的看门人\n\n■ 何若溪\n\n{NEXT}\n"
    ).issue
    first = found.articles[0]
    assert [line.value for line in first.title] == ["码头代理记账：", "账交出去了，心放下了吗"]
    assert first.kicker is None


@pytest.mark.parametrize(
    "last", ["程远山", "本刊编辑部", "二〇〇四年八月", "（全文完）", "责任编辑 程远山"]
)
def test_what_closes_an_article_overleaf_is_no_column_of_the_next(last: str) -> None:
    found = restored(
        f"渔镇月刊\n2004年第8期\n\n目录\n老秤 秦不语 3\n盐仓 何若溪 5\n\n老秤\n\n秦不语\n\n{WHOLE}\n\n{MORE}\n\n3 渔镇月刊 2004.8\n\n"
        f"{last}\n\n盐仓\n\n何若溪\n\n{NEXT}\n\n4 渔镇月刊 2004.8\n"
    ).issue
    assert [made.kicker for made in found.articles] == [None, None]


SPOKEN = "船主答应换一种办法，轮到谁的船谁去看水，看得不准，下一回换人。看水的人要有一点怕，船上的人也要有一点怕。"


@pytest.mark.parametrize(
    "lines",
    [
        "看得不准，下一回换人。\n看水的人要有一点怕，船\n上的人也要有一点怕。",
        "看得不准，下一回换人。\n看水的人要有一点怕，船上的人也要有一点怕。",
    ],
)
def test_the_first_line_of_a_pull_quote_may_end_as_a_sentence_does(lines: str) -> None:
    head, tail = HEADS[0], TAILS[0]
    found = restored(
        f"目录\n老秤 程远山 1\n盐仓 何若溪 3\n\n老秤\n\n程远山\n\n{SPOKEN}\n\n{head}\n\n{lines}\n\n{tail}\n\n{MORE}\n\n"
        f"盐仓\n\n何若溪\n\n{NEXT}"
    ).issue
    article = found.articles[0]
    said = [
        "".join(text.value for text in block.paragraphs)
        for block in article.blocks
        if isinstance(block, PullQuote)
    ]
    assert said == ["看得不准，下一回换人。看水的人要有一点怕，船上的人也要有一点怕。"]
    assert head + tail in [b.text.value for b in article.blocks if isinstance(b, Paragraph)]


def test_short_sentences_that_the_text_has_not_said_stay_in_it() -> None:
    head, tail = HEADS[0], TAILS[0]
    found = restored(
        f"目录\n老秤 程远山 1\n盐仓 何若溪 3\n\n老秤\n\n程远山\n\n{SPOKEN}\n\n{head}{tail}\n\n船靠岸了。\n没有人下来。\n\n{MORE}\n\n"
        f"盐仓\n\n何若溪\n\n{NEXT}"
    ).issue
    assert not any(isinstance(block, PullQuote) for block in found.articles[0].blocks)


@pytest.mark.parametrize(
    ("name", "kicker"),
    [
        ("灯下老秤（之二十三）", "灯下老秤（之二十三）"),
        ("灯下老秤 ㉓", "灯下老秤 ㉓"),
        ("【灯下老秤】", "灯下老秤"),
        ("● 灯下老秤 ●", "灯下老秤"),
        ("灯下老秤 UNDER THE LAMP", "灯下老秤 UNDER THE LAMP"),
        ("专栏 · 灯下老秤", "专栏 · 灯下老秤"),
    ],
)
def test_what_stands_about_the_name_of_a_column(name: str, kicker: str) -> None:
    listed = "一张欠条的三种下场 …… 秦不语(3)\n大夫开方，掌柜开账 …… 龚听蝉(4)"
    found = columns(listed, name=name)
    first = found.articles[0].kicker
    assert first is not None
    assert first.value == kicker
    assert texts(found)[:2] == [WHOLE, MORE]


@pytest.mark.parametrize("listed", ["一张欠条的三种下场", "灯下老秤｜一张欠条的三种下场"])
@pytest.mark.parametrize(
    "printed", ["灯下老秤｜一张欠条的三种下场", "【灯下老秤】一张欠条的三种下场"]
)
def test_the_name_of_a_column_before_the_title_on_its_line(listed: str, printed: str) -> None:
    found = restored(
        f"渔镇月刊\n2004年第8期\n\n目录\n{listed} 秦不语 3\n盐仓 何若溪 5\n\n{printed}\n\n秦不语\n\n{WHOLE}\n\n{MORE}\n\n"
        f"盐仓\n\n何若溪\n\n{NEXT}\n"
    ).issue
    first = found.articles[0]
    assert [line.value for line in first.title] == ["一张欠条的三种下场"]
    assert first.kicker is not None
    assert first.kicker.value == "灯下老秤"


def test_the_last_line_of_a_poem_overleaf_is_no_column() -> None:
    poem = "船在夜里睡着\n水在船下醒着\n灯在桥上\n\n没有人的桥上\n风数着栏杆\n数到三十七"
    found = restored(
        f"渔镇月刊\n2004年第8期\n\n目录\n老秤 程远山 2\n夜船 秦不语 3\n盐仓 何若溪 4\n\n老秤\n\n程远山\n\n{WHOLE}\n\n{LAST}\n\n"
        f"2 渔镇月刊 2004.8\n\n夜船\n\n秦不语\n\n{poem}\n\n3 渔镇月刊 2004.8\n\n又从头数\n\n"
        f"盐仓\n\n何若溪\n\n{NEXT}\n\n{MORE}\n\n4 渔镇月刊 2004.8\n"
    ).issue
    assert [made.title[0].value for made in found.articles] == ["老秤", "夜船", "盐仓"]
    assert [made.kicker for made in found.articles] == [None, None, None]
