"""An office's monthly: desks that sign twice, thoughts whose clauses are alike, letters with a day."""

from __future__ import annotations

import pytest

from converter.parse.turned_thoughts import is_balanced_thought
from tests.support.articles import named, quotes, texts
from tests.support.restored import restored

HEAD = "目录\n\n值班室的三只抽屉　　卢小谷　2\n\n旧公章　　齐大川　6\n"
DRAWERS = (
    (
        "值班室靠墙立着一只榆木柜子，三只抽屉从上往下，第一只放电话簿，第二只放交接本，第三只常年锁着。"
        "新来的人都问锁着的那只里头有什么，老陈只是笑。"
    ),
    (
        "入伏那夜雷雨大作，变电所跳了闸，老陈打开第三只抽屉，里面是四盏马灯、一卷手画的街区图，图上标着"
        "哪一家有氧气瓶、哪一家有刚满月的孩子。那一夜我们照着图敲了二十六扇门。"
    ),
    "天亮以后，他把马灯一盏一盏擦净，灌满油，放回原处。我替他扶着抽屉，看见底板上贴着一张发黄的纸条，写着上一个值班员的名字。",
)
SEAL = (
    "旧公章退下来的那天，办公室把它放在红绒布上，请每个人看一眼。章面磨得发亮，边上有一道细细的豁口，是发大水那年摔的。",
    (
        "管章的齐师傅说，这枚章盖过一万多张介绍信，出过三次错，每一次他都记得是哪一天、为了谁。说到第三次，"
        "他停了一会儿，把绒布往里折了折。"
    ),
    "新章是电脑刻的，字口很深。齐师傅试着在白纸上盖了一下，端详了半天，说，还要再养几年。",
)


def issue(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    parts = (HEAD, "值班室的三只抽屉", "卢小谷", *first, "旧公章", "齐大川", *second)
    made = restored("\n\n".join(parts) + "\n").issue.articles
    return tuple(tuple(quotes(article)) for article in made)


@pytest.mark.parametrize(
    "entries",
    [
        "圆桌\n\n3\n会开短了以后\n本刊编辑部\n\n问答\n\n5\n公文两问\n本刊编辑部\n\n史海\n\n7\n一张回执\n南小荣\n",
        "圆桌\nP3 会开短了以后\n/ 本刊编辑部\n\n问答\nP5 公文两问\n/ 本刊编辑部\n\n史海\nP7 一张回执\n/ 南小荣\n",
    ],
)
def test_a_desk_that_signs_two_entries_does_not_end_the_contents(entries: str) -> None:
    desk = "本刊编辑部"
    bodies = [
        *("会开短了以后", desk, *DRAWERS),
        *("公文两问", desk, *SEAL),
        *("一张回执", "南小荣", DRAWERS[1], SEAL[1]),
    ]
    made = restored("\n\n".join([f"目录\n\n{entries}", *bodies])).issue
    assert [section.name for section in made.contents.sections] == ["圆桌", "问答", "史海"]
    assert [tuple(one.value for one in article.title) for article in made.articles] == [
        ("会开短了以后",),
        ("公文两问",),
        ("一张回执",),
    ]


BALANCED = "抽屉里的东西是备着的，抽屉外的东西是用着的。"
CLOSED = "抽屉关得住电话簿，抽屉关不住敲门的人。"
TWO = "台面是给客人坐的，灶头是给自家烧的。台面热闹，灶头冷清，这样的席面不如不摆。"


@pytest.mark.parametrize("thought", [BALANCED, TWO])
def test_a_thought_whose_clauses_are_alike_between_paragraphs_is_a_pull_quote(thought: str) -> None:
    found, other = issue((*DRAWERS[:2], thought, DRAWERS[2]), SEAL)
    assert found == (thought,)
    assert other == ()


def test_it_may_stand_over_a_paragraph_that_a_page_breaks_but_not_end_an_article() -> None:
    broken = (DRAWERS[2][:40], "6", DRAWERS[2][40:])
    found, _ = issue((*DRAWERS[:2], BALANCED, *broken, SEAL[0]), SEAL)
    assert found == (BALANCED,)
    who = "（作者系榆川省档案馆研究馆员，著有《值班日记三十年》等书两种）"
    found, _ = issue((*DRAWERS, BALANCED, who), SEAL)
    assert found == ()


def test_it_cuts_a_sentence_that_goes_on_below_it() -> None:
    cut = DRAWERS[1].index("哪一家有刚")
    parts = (DRAWERS[0], DRAWERS[1][: cut + 2], CLOSED, DRAWERS[1][cut + 2 :], DRAWERS[2])
    text = "\n\n".join([HEAD, "值班室的三只抽屉", "卢小谷", *parts, "旧公章", "齐大川", *SEAL])
    article = named(text, "值班室的三只抽屉")
    assert quotes(article) == [CLOSED]
    assert texts(article) == list(DRAWERS)


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        (BALANCED, True),
        ("门开到几点，来的人不知道；事办到几成，来的人都清楚。", True),
        ("柜子里的灯要擦。关得住，是铁皮；关不住，是火苗。", True),
        ("柜子上层放着马灯，柜子下层放着街区图和电话簿。", True),
        ("灯从哪里来？人往哪里去？柜子里的灯一盏也没有少。", False),
        ("去年修了三只抽屉，今年又修了三把锁。", False),
        ("他把马灯擦净，他把抽屉关好。", False),
        ("值班室靠墙立着一只柜子，谁都可以打开来看。", False),
    ],
)
def test_two_clauses_are_alike_if_they_say_the_same_words_in_the_same_place(
    text: str, *, alike: bool
) -> None:
    assert is_balanced_thought(text) is alike


def test_thoughts_whose_clauses_are_alike_lead_two_articles() -> None:
    other = "印泥红得了纸面，印泥红不了人心。"
    first, second = issue((CLOSED, *DRAWERS), (other, *SEAL))
    assert (first, second) == ((CLOSED,), (other,))
    alone, _ = issue((CLOSED, *DRAWERS), SEAL)
    assert alone == ()


def test_printed_lines_of_a_thought_over_the_text_are_one_pull_quote() -> None:
    sure = "快不是值班的本事，稳才是。把灯备好不是为了亮，而是为了夜里有人敲门。"
    lines = "抽屉不是用来锁东西的，\n而是用来等那一夜的。"
    parts = (f"{lines}", *DRAWERS)
    found, _ = issue(parts, (sure, *SEAL))
    assert found == (lines.replace("\n", ""),)


def test_below_the_day_of_a_letter_a_pull_quote_is_of_the_next_article() -> None:
    said = "章有多重，不在铜里，在盖章的人心里。"
    letter = ("编辑同志：", DRAWERS[0], DRAWERS[1], "沙渡镇 一名老办事员", "2023年6月3日", said)
    more = ("一封信", *letter, "旧公章", "齐大川", *SEAL, "章有多重，要问盖章的人。")
    head = "目录\n\n读者来信\n\n2 一封信\n\n人物\n\n6 旧公章 齐大川\n"
    text = "\n\n".join([head, *more])
    assert quotes(named(text, "一封信")) == []
    assert quotes(named(text, "旧公章")) == [said]
