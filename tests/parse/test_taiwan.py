"""Taiwanese monthlies: a block of text on each line, no blank ones; parts of a special, notes, captions."""

from __future__ import annotations

from converter.model import (
    Box,
    Figure,
    Heading,
    Issue,
    MarkKind,
    Paragraph,
    PullQuote,
    Role,
    parallel_titles,
)
from tests.support.restored import restored

HEAD = "渡口誌\nFERRYLAND\n2019\n03\n第2卷第3期 總號15\n專題 燈還亮著\n"
CONTENTS = (
    "目錄 CONTENTS\n003 編輯室報告 誰替船點燈 沈一帆\n專題 Special Feature\n004 燈還亮著\n"
    "005 Part 1 油燈的規矩 陸遙\n006 Part 2 電燈來了 唐果口述\n人物\n007 補網的人 何小滿\n讀者來函\n008\n封面攝影／石頭\n"
)
ONE = "老渡口在鎮子的南頭，石階有三十一級，最下面的兩級常年浸在水裡，漲水的時候只看得見欄杆，擺渡的人就在欄杆上繫纜。"
TWO = "船底刷了三遍桐油，船頭換了新的纜樁，只有那盞燈還是從前的燈，玻璃罩上有一道裂紋（註1），誰也沒有捨得換掉它。"
THREE = "燈油一夜要燒三兩，過了半夜就把燈芯捻小，天快亮的時候再捻大，擺渡的人說這是給早起的人看的（註2），看得見才敢上船。"
FOUR = "停電的晚上孩子們都到渡口來看燈，一個挨一個坐在石階上，數燈罩裡的飛蟲，數到一百就有人來叫他們回家睡覺。"
QUOTED = "夜裡的燈是給看不見的人點的，點燈的人自己並不用它。後來鎮上通了電，老燈收進櫃子裡，只在停電的晚上拿出來，照著老樣子點上。"
BODY = (
    f"編輯室報告\nFrom the Desk\n誰替船點燈\n總編輯／沈一帆\n{ONE}\n003\n"
    f"專題\n燈還亮著\nStill Burning\n企劃／本刊編輯部\n{TWO[:20]}，我們想知道那盞燈後來去了哪裡，又替多少人照過路。\n"
    f"FERRYLAND No.15\nPart 1\n油燈的規矩\nThe Rule of Oil\n文／陸遙 攝影／石頭\n{ONE}\n燈是我的，岸是你的\n{TWO}\n{THREE[:25]}\n005\n"
    f"圖1｜南岸的油燈，燈座是一只舊秤砣。\n{THREE[25:]}\n"
    "小辭典\n燈頭\n擺渡人把值夜的人叫作燈頭，一個月輪一次，輪到的人不收渡錢。\n如今只有一個燈頭，一年輪三百六十五次。\n（整理/編輯部）\n"
    f"註\n註1 裂紋是民國五十二年颱風留下的。\n註2 訪談日期：2018年11月3日。\nFERRYLAND No.15\n"
    f"Part 2\n電燈來了\nThe Switch\n口述／唐果 整理／陸遙\n{ONE}\n{QUOTED}\n006\nFERRYLAND No.15\n"
    f"夜裡的燈是給看不見的人點的，\n點燈的人自己並不用它。\n{FOUR}\n"
    "延伸閱讀\n1. 渡口文史室編，《南岸燈簿》，河灣：自印，2009。\n2. 陸遙，〈擺渡人的夜〉，《河灣研究》第4期，2015，頁3-18。\n"
    f"人物\n補網的人\nMending\n文／何小滿\n{ONE}\n{THREE[:29]}。\n007\nFERRYLAND No.15\n"
    f"讀者來函\n關於「燈頭」\n編輯室：\n{ONE}\n南岸 邱文賢\n編按：謝謝邱先生，已轉告作者。\n008\n"
    "版權頁\n渡口誌 FERRYLAND MONTHLY\n中華民國108年3月1日出版\n第2卷第3期 總號15\n2018年創刊\n發行人 沈一帆\n"
    "總編輯 沈一帆\n執行編輯 陸遙\n出版者 渡口文化事業有限公司\n地址 河灣市南街3號\n印刷 大成印刷廠\n定價 新臺幣180元\n"
)


def issue() -> Issue:
    return restored(HEAD + CONTENTS + BODY).issue


def test_the_parts_of_a_special_are_articles_and_part_1_stands_over_the_title() -> None:
    made = issue()
    assert [(made.section_names[a.section], a.title[0].value) for a in made.articles] == [
        ("編輯室報告", "誰替船點燈"),
        ("專題", "燈還亮著"),
        ("專題", "油燈的規矩"),
        ("專題", "電燈來了"),
        ("人物", "補網的人"),
        ("讀者來函", "讀者來函"),
    ]
    assert [drop.text for drop in made.drops if drop.reason == "kicker"] == ["From the Desk"]
    assert [a.kicker.value for a in made.articles if a.kicker] == ["Part 1", "Part 2"]


def test_the_english_title_goes_with_the_title() -> None:
    made = issue()
    assert [
        (block.text.value, article.bylines[0].text.value)
        for article in made.articles
        for block in parallel_titles(article)[0]
    ] == [
        ("Still Burning", "企劃／本刊編輯部"),
        ("The Rule of Oil", "文／陸遙 攝影／石頭"),
        ("The Switch", "口述／唐果 整理／陸遙"),
        ("Mending", "文／何小滿"),
    ]


def test_notes_behind_their_numbers_are_called_in_brackets() -> None:
    article = issue().articles[2]
    assert [note.marker for note in article.notes] == ["註1", "註2"]
    called = [
        mark.target
        for block in article.blocks
        if isinstance(block, Paragraph)
        for mark in block.text.marks
        if mark.kind is MarkKind.NOTE_REF
    ]
    assert called == [note.id for note in article.notes]


def test_a_caption_with_a_bar_cuts_a_sentence() -> None:
    article = issue().articles[2]
    assert [b.caption.value for b in article.blocks if isinstance(b, Figure)] == [
        "圖1｜南岸的油燈，燈座是一只舊秤砣。"
    ]
    assert [b.text.value for b in article.blocks if isinstance(b, Paragraph)] == [ONE, TWO, THREE]
    assert [b.text.value for b in article.blocks if isinstance(b, Heading)] == [
        "燈是我的，岸是你的"
    ]


def test_a_box_that_the_editors_sign_has_all_its_paragraphs() -> None:
    box = next(b for b in issue().articles[2].blocks if isinstance(b, Box))
    assert len(box.blocks) == 2
    assert box.attribution is not None
    assert box.attribution.text.value == "整理/編輯部"


def test_each_line_of_a_pull_quote_is_a_block() -> None:
    article = issue().articles[3]
    quotes = [b for b in article.blocks if isinstance(b, PullQuote)]
    assert [["".join(t.value for t in quote.paragraphs)] for quote in quotes] == [
        ["夜裡的燈是給看不見的人點的，點燈的人自己並不用它。"]
    ]


def test_numbered_works_under_further_reading_are_references() -> None:
    article = issue().articles[3]
    assert isinstance(article.back[0], Heading)
    assert article.back[0].text.value == "延伸閱讀"
    assert [b.role for b in article.back[1:] if isinstance(b, Paragraph)] == [Role.REFERENCE] * 2


def test_the_imprint_at_the_end_is_no_article() -> None:
    letters = issue().articles[-1]
    assert [b.text.value for b in letters.blocks if isinstance(b, Heading)] == ["關於「燈頭」"]
    last = letters.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.text.value == "編按：謝謝邱先生，已轉告作者。"
