"""What carries on the sentence that a box cuts, where the words or a bracket leave no doubt; its lines."""

from __future__ import annotations

from converter.model import Box, Paragraph
from converter.parse.allot import _told_by_seam
from converter.segment.units.bullets import items_of
from converter.source import Line
from tests.support.restored import restored

HEAD = "溪岸月刊\n2020年第3期\n\n修水车的人\n\n许满仓\n\n"
WHOLE = "镇上的水车从前有三十一座，如今能转的只剩四座，都是许师傅一个人在修，他说木头和人一样，歇久了要疼。"
OWN = (
    "小水电站的引水渠长四公里，比水车的渠高出十一米，枯水的时候两边要轮着放水。",
    "水车全部改成铁轴以后，每座一天能多提三十吨水，比木轴的时候省下一半的油。",
    "这一带的渠道归镇上的水利站管，每年冬天清淤一次，每户出一个工。",
)


def test_a_bracket_closes_what_the_box_has_cut() -> None:
    text = HEAD + "\n\n".join(
        (WHOLE, "他算过一笔账，修一座水车的钱比买抽水机少得多（去年的数字是", "链接", *OWN,
         "18.8%），可是没有人愿意等他把木头泡上一个夏天。", WHOLE.replace("水车", "渡船"))
    )  # fmt: skip
    blocks = restored(text).issue.articles[0].blocks
    (box,) = (one for one in blocks if isinstance(one, Box))
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == list(OWN)


def test_the_only_sure_piece_carries_on() -> None:
    tail = "早上的晒场笼着薄雾，育种"
    pieces = {3: ("水车停了。", -4.0), 4: ("渠道归镇上管。", -2.0), 5: ("专家已经忙开了。", 10.0)}
    assert _told_by_seam(tail, pieces) == 5
    assert _told_by_seam(tail, pieces | {4: ("渠道归镇上管。", 0.5)}) == -1
    assert _told_by_seam(tail, pieces | {5: ("专家已经忙开了。", 6.0)}) == -1
    closing = pieces | {4: ("18%），渠道归镇上管。", -2.0)}
    assert _told_by_seam(tail + "（数字是", closing) == 4
    assert _told_by_seam(tail, {}) == -1


def test_four_lines_that_all_end_a_sentence_are_items() -> None:
    said = ("渠水东流去不回头。", "闸门年年都要油漆。", "看闸的人换了三个。", "规矩一个也没有换。")
    lines = [Line(at, text) for at, text in enumerate(said, 1)]
    source = Line(5, "（整理：许满仓）")
    assert items_of([*lines, source]) == {1, 2, 3, 4, 5}
    assert items_of(lines) == {1, 2, 3, 4}
    assert items_of([*lines[:2], Line(3, "看闸的人已经换了三"), lines[3]]) == frozenset()


def test_facts_in_a_column_are_a_line_each() -> None:
    column = (
        "眼下的办法是把每一根木头泡足三个月，一根一根地翻身，占",
        "小知识",
        "水车一座",
        "　　木料：青冈两根，杉木三方",
        "　　铁件：轴箍四个，长钉一斤",
        "　　做法：木料泡足三个月，阴干，先装车轮再装叶板，",
        "叶板之间隔一尺，装好以后浇一遍桐油。",
        "了工期的一大半。许师傅正在试一种快的办法，把木头放在",
        "锅里蒸，像蒸馒头一样，蒸上一夜就可以用了，只是要烧掉",
        "两担柴，算下来和泡水的工钱也差不了多少，所以没人学。",
    )
    text = HEAD + "\n".join(
        (f"　　{WHOLE[:24]}", WHOLE[24:50], *column, f"　　{WHOLE[:24]}", WHOLE[24:])
    )
    blocks = restored(text).issue.articles[0].blocks
    (box,) = (one for one in blocks if isinstance(one, Box))
    assert [one.text.value[:3] for one in box.blocks if isinstance(one, Paragraph)] == [
        "木料：",
        "铁件：",
        "做法：",
    ]


def _boxes(*paragraphs: str) -> list[tuple[str, str, list[str], str]]:
    blocks = restored(HEAD + "\n\n".join(paragraphs)).issue.articles[0].blocks
    return [
        (
            box.label,
            box.title.value if box.title else "",
            [one.text.value for one in box.blocks if isinstance(one, Paragraph)],
            box.attribution.text.value if box.attribution else "",
        )
        for box in blocks
        if isinstance(box, Box)
    ]


def test_a_question_over_questions_is_the_title() -> None:
    asked = (
        "问：浮桥现在还有人做吗？",
        "答：有，但是不多了，全县只有四位。",
        "问：到哪里报名？",
        "答：每年三月到文化馆。",
    )
    cut = "真正难的是全面修好渠上的闸门，从晾晒架下到村口，慢慢地成本降了。许师傅"
    ((label, title, texts, _),) = _boxes(
        WHOLE,
        cut,
        "小档案",
        "浮桥知多少？",
        *asked,
        "把木头泡在溪里，一泡就是一个夏天。",
        WHOLE.replace("水车", "渡船"),
    )
    assert (label, title, texts) == ("小档案", "浮桥知多少？", list(asked))


def test_who_wrote_a_book_is_told_below_its_name_beside_the_label() -> None:
    book = ("链接　书名：《泥哨图说》", "作者：傅梅", "出版社：两江出版社", "定价：81.00元")
    ((label, _, texts, _),) = _boxes(
        WHOLE,
        "使用了四年，旧座环却早已不圆。测量",
        "\n".join(book),
        "组用激光扫了四遍，得出的结果让人放心。",
        WHOLE,
    )
    assert (label, len(texts)) == ("链接", 4)


def test_a_source_without_brackets_closes_a_box_in_a_column() -> None:
    column = (
        "采访本上记得最多的不是数字，是花生，那天的比方后来又",
        "人物简介",
        "廖健",
        "　　廖健，1931年生于崤湾，镇文化馆的馆员，长年从",
        "事风车的调查与整理，出版有《风车记》等。",
        "来源：榕安博物馆",
        "看见了面粉袋、化肥袋、孩子的书包，里面装的全是单据。",
        "有一位报账员从二十里山路上骑车下来，单据用塑料布包了",
        "三层，自己淋得透湿，他把塑料布打开，先数了一遍张数。",
    )
    text = HEAD + "\n".join(
        (f"　　{WHOLE[:25]}", WHOLE[25:], *column, f"　　{WHOLE[:25]}", WHOLE[25:])
    )
    blocks = restored(text).issue.articles[0].blocks
    (box,) = (one for one in blocks if isinstance(one, Box))
    (told,) = (one.text.value for one in box.blocks if isinstance(one, Paragraph))
    assert told.endswith("《风车记》等。")
    assert box.attribution is not None


def test_a_name_three_times_behind_a_mark_that_nothing_else_has() -> None:
    own = [
        f"▲ 备忘录\n\n{title}\n\n{text}"
        for title, text in zip(("汽灯小史", "说说雨量筒", "木屐的来历"), OWN, strict=True)
    ]
    parts = (
        WHOLE,
        own[0],
        WHOLE.replace("水车", "渡船"),
        own[1],
        WHOLE.replace("水车", "风车"),
        own[2],
        WHOLE.replace("水车", "木桥"),
    )
    found = _boxes(*parts)
    assert [label for label, *_ in found] == ["备忘录"] * 3


def test_a_work_beside_the_label_is_the_title_of_what_is_told_of_it() -> None:
    facts = (
        "名词解释　《钟楼纪年》",
        "书名：《钟楼纪年》",
        "作者：邓泽",
        "出版社：青莲出版社",
        "定价：31.00元",
    )
    ((label, title, texts, _),) = _boxes(WHOLE, "\n".join(facts), "2013年10月的" + WHOLE)
    assert (label, title, len(texts)) == ("名词解释", "《钟楼纪年》", 4)


def test_the_last_characters_of_an_item_are_its_own() -> None:
    column = (
        "就得让路，同一台桥机一小时内被三个班组预约，必有一个",
        "小知识",
        "打字机和它的匠人",
        "　　一、孩子不要独自使用打字机，须有大人看。",
        "　　二、不会修打字机不要硬拆，可以送到老铺",
        "子。",
        "　　三、打字机用过以后擦干，涂一层薄薄的油。",
        "班组白等。我们用了一年的时间，把每一台桥机的班次都写",
        "在一张表上，谁先谁后一看就知道，再也没有人为这个吵过",
        "架，码头上的人说，这张表比桥机还值钱，要裱起来挂着。",
    )
    text = HEAD + "\n".join(
        (f"　　{WHOLE[:25]}", WHOLE[25:], *column, f"　　{WHOLE[:25]}", WHOLE[25:])
    )
    blocks = restored(text).issue.articles[0].blocks
    (box,) = (one for one in blocks if isinstance(one, Box))
    texts = [one.text.value for one in box.blocks if isinstance(one, Paragraph)]
    assert [one[-4:] for one in texts] == ["大人看。", "老铺子。", "薄的油。"]
