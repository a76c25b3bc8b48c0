"""What stands flush within a sentence where paragraphs are indented, and what is framed like boxes."""

from __future__ import annotations

from converter.model import Article, Box, Figure, Paragraph, PullQuote
from tests.support.restored import restored

INDENT = "\u3000\u3000"
TEXTS = [
    "老渡口在鎮子的南頭，石階有三十一級，最下面的兩級常年浸在水裡，漲水的時候只看得見欄杆。",
    "船底刷了三遍桐油，船頭換了新的纜樁，只有那盞燈還是從前的燈，玻璃罩上有一道裂紋，誰也捨不得換。",
    "燈油一夜要燒三兩，過了半夜就把燈芯捻小，天快亮的時候再捻大，好讓早起的人看得見腳下的路。",
    "停電的晚上孩子們站在對岸的堤上看燈，一個挨一個坐在石階上，數燈罩裡的飛蟲，數到一百就有人叫他們回家。",
    "燈罩一年擦兩回，清明一回，中秋一回，擦的時候要先把燈吹熄，等玻璃涼了才能碰水。",
]
CUT = "擺渡的人說，燈是給看不見的人點的，所以他把燈掛得很高，高到站在對岸的堤"
REST = "上也看得見。夜裡起霧的時候，他就把燈芯捻大，再敲一下船舷。"
BOX = "【小辭典】桐油：用油桐的籽榨出來的油，塗在木頭上不怕水，也不怕太陽。"


def article(*parts: str, last: str = "") -> Article:
    head = "目錄\n\n夜裡的渡口 沈一帆 1\n補網的人 陸遙 5\n\n夜裡的渡口\n\n沈一帆\n\n"
    body = "\n\n".join(parts)
    text = f"{head}{body}\n\n補網的人\n\n陸遙\n\n{INDENT}{last or TEXTS[4]}\n"
    return restored(text).issue.articles[0]


def prose(*texts: str) -> list[str]:
    return [INDENT + text for text in texts]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def test_a_flush_sentence_above_the_flush_rest_of_another_is_a_caption() -> None:
    caption = "南街八號「老燈行」，門口的三盞樣燈掛於民國四十六年。"
    made = article(*prose(*TEXTS[:2], CUT), caption, REST, *prose(*TEXTS[2:4]))
    assert [block.caption.value for block in made.blocks if isinstance(block, Figure)] == [caption]
    assert CUT + REST in paragraphs(made)


def test_in_words_of_the_article_it_is_a_pull_quote() -> None:
    quote = "燈是給看不見的人點的，他就把燈芯捻大，再敲一下船舷。"
    made = article(*prose(*TEXTS[:2], CUT), quote, REST, *prose(*TEXTS[2:4]))
    quotes = [block for block in made.blocks if isinstance(block, PullQuote)]
    assert [text.value for one in quotes for text in one.paragraphs] == [quote]
    assert CUT + REST in paragraphs(made)


def test_what_somebody_calls_across_is_no_item_of_a_list() -> None:
    rest = "撐一邊喊：「過溪喔！」聲音貼著水面過去，對岸的狗先聽見。"
    made = article(*prose(TEXTS[0]), TEXTS[1][:24] + "，他一邊", BOX, rest, *prose(*TEXTS[2:4]))
    boxes = [block for block in made.blocks if isinstance(block, Box)]
    assert [len(box.blocks) for box in boxes] == [1]
    assert any(text.endswith("他一邊" + rest) for text in paragraphs(made))


def test_brackets_before_a_text_name_a_box_where_they_name_several() -> None:
    note = "【附記】訪問結束那天，他堅持要把燈點起來給我們看，屋裡只有兩個人和一隻貓。"
    boxes = [
        BOX,
        "【小知識】纜樁是拴纜繩的木樁，多用樟木，一根可以用上二十年。",
        "【名詞解釋】船舷：船的兩邊，撐篙的人沿著它從船頭一步一步走到船尾。",
    ]
    labels = ["小辭典", "小知識", "名詞解釋"]
    parts = [part for two in zip(prose(*TEXTS[:3]), boxes, strict=True) for part in two]
    made = article(*parts, *prose(TEXTS[3]), note)
    found = [block.label for block in made.blocks if isinstance(block, Box)]
    assert found == [*labels, "附記"]
    few = article(parts[0], parts[1], *prose(TEXTS[3]), note)
    assert [block.label for block in few.blocks if isinstance(block, Box)] == ["小辭典"]


def test_who_signs_an_article_stands_above_the_pull_quote_of_the_next() -> None:
    quote = "補網的人不看網，只看網上的洞。她說，洞不會跑，線會。"
    editorial = "\n\n".join(prose(*TEXTS))
    text = (
        f"目錄\n\n橋造好以後 編輯室 1\n一張網 陸遙 3\n\n橋造好以後\n\n{editorial}\n\n編輯室\n\n"
        f"{quote}\n\n一張網\n\n陸遙\n\n{INDENT}我問她，補網的時候為什麼不看網。她說，洞不會跑，線會。網上的洞有大有小，補網的人先補小的。\n"
    )
    first, second = restored(text).issue.articles
    assert [text.value for one in second.pull_quotes for text in one.paragraphs] == [quote]
    assert quote not in paragraphs(first)


def test_who_signs_below_a_short_editorial_is_no_byline_under_a_standfirst() -> None:
    quote = "補網的人不看網，只看網上的洞。她說，洞不會跑，線會。"
    text = (
        f"目錄\n\n橋造好以後 編輯室 1\n一張網 陸遙 3\n\n橋造好以後\n\n{INDENT}{TEXTS[0]}\n\n{INDENT}{TEXTS[1]}\n\n編輯室\n\n"
        f"{quote}\n\n一張網\n\n陸遙\n\n{INDENT}我問她，補網的時候為什麼不看網。她說，洞不會跑，線會。網上的洞有大有小，補網的人先補小的。\n"
    )
    first, second = restored(text).issue.articles
    assert [text.value for one in second.pull_quotes for text in one.paragraphs] == [quote]
    assert not first.front
    assert paragraphs(first)[:2] == TEXTS[:2]
