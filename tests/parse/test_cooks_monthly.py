"""What a monthly for cooks prints: recipes in sentences, sayings at the heads of pages, pictures of old things."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Paragraph
from converter.parse.captions import is_unnumbered_caption
from converter.parse.items import item_form
from converter.parse.turned_thoughts import says_what_always_holds
from tests.support.blocks import quotes_within
from tests.support.restored import restored

TEXTS = [
    "做酱的人家住在坡上，院子里摆着四十口缸，缸口蒙着白布，太阳一出来就揭开，下雨以前再一口一口盖上。",
    "豆子要先泡一夜，泡到用手一捏就成两半，再上锅蒸，蒸到满院子都是甜味，隔着墙的孩子都来要一把吃。",
    "拌面的时候不说话，怕口水落进去，三个人围着一只大簸箩，六只手在豆子里翻，翻到每一粒都裹上面粉。",
    "发霉要发得匀，黄的好，黑的不好，他每天夜里起来两回，把手伸进簸箩底下试一试冷热，热了就摊开。",
]
OTHERS = [
    "补锅的担子一头是炉子，一头是风箱，走到哪个村口就在哪个村口生火，孩子们围上来看铁水怎样化开。",
    "铁水舀在小泥碗里，红得发白，他用一块湿布托着，往锅底的眼上一按，嗤的一声，眼就堵上了。",
    "一个眼收两毛钱，眼小的收一毛，碰上没有钱的人家，给一碗饭也可以，吃完了把碗洗干净再走。",
]
CUT = "到了晒酱的日子，他搬一只板凳坐在缸边上，手里拿一根长竹竿，隔半个时辰就搅一"
REST = "遍，从缸底往上翻，翻出来的酱是红的，晒过的一面已经发黑，两种颜色搅在一起，香味就出来了。"


def article(*parts: str) -> Article:
    head = "目录\n\n坡上的酱缸 沈渡 3\n\n补锅的人 陆遥 9\n\n坡上的酱缸\n\n文/沈渡"
    last = ["补锅的人", "文/陆遥", *OTHERS]
    return restored("\n\n".join([head, *parts, *last]) + "\n").issue.articles[0]


def paragraphs(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "saying", ["做酱的手艺，最慢的地方往往最要紧。", "好酱比好菜难得，菜坏了可以再炒。"]
)
def test_what_always_holds_between_long_paragraphs_is_a_pull_quote(saying: str) -> None:
    made = article(*TEXTS[:2], saying, *TEXTS[2:])
    assert quotes_within(made) == [saying]
    assert paragraphs(made) == TEXTS


@pytest.mark.parametrize(
    "text",
    [
        "后来他才知道，最慢的地方往往最要紧。",
        "他说，最慢的地方往往最要紧。",
        "全县推进晾晒场改造，质量总是第一位的。",
        "把四十口缸搬到了坡下的新院子。",
    ],
)
def test_what_was_once_is_none(text: str) -> None:
    assert not says_what_always_holds(text)


def test_a_saying_at_the_head_of_a_page_that_carries_nothing_on_is_a_pull_quote() -> None:
    saying = "缸比人金贵，人淋湿了会自己晾干。"
    cut = "邻居们说起那年冲走三口缸的大雨，至今还笑，他自己也笑，笑完了又"
    rest = "添一句：“这一缸就是那年的雨水，味道比别的缸要薄一点，你们吃不出来。”"
    made = article(*TEXTS[:2], cut, "— 5 —", saying, rest, "— 6 —", *TEXTS[2:])
    assert quotes_within(made) == [saying]
    assert cut + rest in paragraphs(made)


def test_what_is_done_with_the_things_of_a_recipe_is_its_own_in_a_sentence() -> None:
    recipe = ["五花肉：1斤", "豆酱：3勺", "姜：5片", "冰糖：10粒"]
    done = "五花肉切块焯水，用油把豆酱和姜炒香，放肉翻几下，加开水没过，小火炖一个小时，收汁以前放冰糖。"
    made = article(*TEXTS[:2], CUT, "— 5 —", "酱焖肉", "\n".join(recipe), done, REST, *TEXTS[2:])
    (box,) = [block for block in made.blocks if isinstance(block, Box)]
    assert [b.text.value for b in box.blocks if isinstance(b, Paragraph)] == [*recipe, done]
    assert CUT + REST in paragraphs(made)


def test_a_surname_before_an_amount_is_no_speaker() -> None:
    assert item_form("姜：5片") == "label"
    assert not item_form("姜：你来了五片叶子。")


def test_a_dish_told_in_prose_stands_beside_those_with_parts() -> None:
    made = article(
        TEXTS[0],
        *("大锅：酱焖肉", "用料", TEXTS[1], "步骤", TEXTS[2]),
        *("中锅：酱爆丁", "用料", TEXTS[3], "步骤", TEXTS[1]),
        *("小锅：酱拌饭", TEXTS[2]),
    )
    found = [(b.text.value, b.level) for b in made.blocks if isinstance(b, Heading)]
    assert [level for _, level in found] == [1, 2, 2, 1, 2, 2, 1]


@pytest.mark.parametrize(
    "caption",
    [
        "坡上人家的账本，现藏沛溪市档案馆。",
        "盛酱的青花缸，沛溪博物馆藏",
        "老师傅在缸边记账。本刊记者摄",
    ],
)
def test_a_thing_and_who_keeps_it_is_a_caption(caption: str) -> None:
    assert is_unnumbered_caption(caption)


@pytest.mark.parametrize(
    "text", ["他把账本收好，现在藏在床下。", "酱缸摆在院里，馆里的人来看过。", "账本由本刊记者拍摄"]
)
def test_what_was_done_with_it_is_none(text: str) -> None:
    assert not is_unnumbered_caption(text)
