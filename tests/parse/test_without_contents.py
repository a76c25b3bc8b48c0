"""Issues without contents: what stands about titles tells the articles, their sections and authors."""

from __future__ import annotations

import pytest

from converter.model import Article
from tests.support.articles import articles, texts
from tests.support.trades import TRADES

HEAD = "渡口月刊\n2018年第4期\n\n"


def told(article: Article) -> tuple[str, tuple[str, ...]]:
    """The title and the authors of an article."""
    names = tuple(author.name for line in article.bylines for author in line.authors)
    return "".join(line.value for line in article.title), names


def test_authors_above_their_titles() -> None:
    pieces = [("顾小满", "桥头的秤"), ("韩 焊", "伞匠的箱子"), ("卢秋水", "换水的日子")]
    body = "\n\n".join(
        f"{who}\n\n{title}\n\n{TRADES[at]}\n\n{TRADES[at + 3]}"
        for at, (who, title) in enumerate(pieces)
    )
    expected = [(title, (who.replace(" ", ""),)) for who, title in pieces]
    assert [told(article) for article in articles(HEAD + body)] == expected


def test_authors_between_sections_and_titles_of_two_lines() -> None:
    pieces = [
        ("青 学 堂", "段青禾　渡川市文化馆馆长", "老秤怎样越用越准", "渡口旧行当的一次调查"),
        ("青年访谈 / FANGTAN", "本刊记者　阚小舟", "“种树的人不着急”", ""),
        ("手记", "盛可夏　渡川市文化馆书记", "我在渡口当“掌柜”", ""),
    ]
    body = "\n".join(
        "\n".join(filter(None, (*piece, f"　　{TRADES[at]}", f"　　{TRADES[at + 4]}")))
        for at, piece in enumerate(pieces)
    )
    found = articles(HEAD + body)
    assert [told(article)[0] for article in found] == [f"{one[2]}{one[3]}" for one in pieces]
    assert [told(article)[1] for article in found] == [("段青禾",), ("阚小舟",), ("盛可夏",)]


def test_who_signs_letters_at_their_ends_stands_above_no_title() -> None:
    letters = [
        ("站牌上的字太小", "渡川　陆小满"),
        ("谢谢那位小伙子", "海陵　高寿"),
        ("灯亮了", "河湾　秦可"),
    ]
    body = "\n\n".join(
        f"{title}\n\n{TRADES[at]}\n\n{who}" for at, (title, who) in enumerate(letters)
    )
    signed = {told(article)[0]: told(article)[1] for article in articles(HEAD + body)}
    assert "陆小满" not in signed.get("谢谢那位小伙子", ())


@pytest.mark.parametrize("blank", ["\n\n", "\n"])
def test_short_names_over_titles_are_sections(blank: str) -> None:
    pieces = [
        ("专家坐诊", "膝盖响，要不要紧"),
        ("厨房药典", "三月，从荠菜开始"),
        ("", "女儿不肯叫我妈妈"),
    ]
    body = "\n\n".join(
        f"{section}{blank if section else ''}{title}\n\n文/顾满\n\n{TRADES[at]}\n\n{TRADES[at + 3]}"
        for at, (section, title) in enumerate(pieces)
    )
    if blank == "\n\n":
        assert [told(article)[0] for article in articles(HEAD + body)] == [one[1] for one in pieces]
    paged = body.replace("专家坐诊", "专家坐诊　11").replace("厨房药典", "厨房药典　13")
    assert [told(article)[0] for article in articles(HEAD + paged)] == [one[1] for one in pieces]


def test_a_mark_before_several_who_sign_tells_pen_names() -> None:
    pieces = [("“秤怕潮里放”", "□谷　雨"), ("修伞的三个办法", "□秧　秧"), ("换水", "□顾小满")]
    body = "\n".join(
        f"{title}\n{who}\n　　{TRADES[at]}\n　　{TRADES[at + 3]}"
        for at, (title, who) in enumerate(pieces)
    )
    expected = [(title, (who[1:].replace("　", ""),)) for title, who in pieces]
    assert [told(article) for article in articles(HEAD + body)] == expected


def test_the_last_lines_of_a_poem_are_none_of_the_next_title() -> None:
    poem = "石阶上的水\n退到第三级\n就不再退"
    body = f"渡船（组诗）\n\n顾 满\n\n{poem}\n\n慢是一种诚实\n\n韩 焊\n\n{TRADES[0]}\n\n{TRADES[1]}"
    assert told(articles(HEAD + body)[-1]) == ("慢是一种诚实", ("韩焊",))


def test_what_stands_under_the_name_of_a_section_as_others_do() -> None:
    pieces = [
        ("特写", "桥头的秤", "文／顾满"),
        ("人物", "伞匠的箱子", "文／韩焊"),
        ("书介", "油漆的气味", "叶子"),
    ]
    body = "\n\n".join(
        f"{section}\n\n{title}\n{who}\n\n{TRADES[at]}\n\n{TRADES[at + 3]}"
        for at, (section, title, who) in enumerate(pieces)
    )
    body += f"\n\n社论\n\n旧行当不是负资产\n本刊\n\n{TRADES[6]}"
    body += f"\n\n编读往来\n\n再说一次换水\n\n{TRADES[7]}"
    found = articles(HEAD + body)
    assert [told(article)[0] for article in found] == [
        *(title for _, title, _ in pieces),
        "旧行当不是负资产",
        "再说一次换水",
    ]
    assert [told(article)[1] for article in found][2] == ("叶子",)


def test_what_stands_apart_among_titles_that_are_signed_is_a_heading() -> None:
    body = "\n".join(
        f"{title}\n{who}\n　　{TRADES[at]}\n\n{heading}\n\n　　{TRADES[at + 2]}\n　　{TRADES[at + 4]}"
        for at, (title, who, heading) in enumerate(
            (("桥头的秤", "文/顾满", "试七遍才封口"), ("伞匠的箱子", "文/韩焊", "晴天才收伞"))
        )
    )
    found = articles(HEAD + body)
    assert [told(article)[0] for article in found] == ["桥头的秤", "伞匠的箱子"]
    assert all(len(texts(article)) == 3 for article in found)


def test_titles_over_a_note_of_the_editor_and_over_who_is_addressed() -> None:
    first = f"桥头的秤\n\n文／顾满\n\n{TRADES[0]}\n\n{TRADES[1]}"
    talk = f"对话：伞匠为什么会离开\n\n编者的话：{TRADES[2]}\n\n主持：向阳\n\n{TRADES[3]}"
    letter = f"给楼上的一封信\n\n楼上的朋友：\n\n{TRADES[4]}\n\n{TRADES[5]}"
    found = articles(f"{HEAD}{first}\n\n{talk}\n\n{letter}")
    assert [told(article)[0] for article in found] == [
        "桥头的秤",
        "对话：伞匠为什么会离开",
        "给楼上的一封信",
    ]


def test_a_poem_under_its_author() -> None:
    first = f"桥头的秤\n\n文／顾满\n\n{TRADES[0]}\n\n{TRADES[1]}"
    poem = (
        "秋天的口袋\n苏　禾\n\n秋天有个大口袋，\n装红叶，\n装白菜；\n装得口袋鼓起来，\n挂在门外。"
    )
    assert told(articles(f"{HEAD}{first}\n\n{poem}")[-1]) == ("秋天的口袋", ("苏禾",))


def test_long_first_lines_of_titles_are_none_of_sections_beside_common_ones() -> None:
    heads = [
        ("本期特稿", "该放的放到位"),
        ("理论讲坛", "加快发展养老服务业"),
        ("让农民看病少跑一段路", "关于乡村医院的几点思考"),
        ("专家访谈", "守住脚下这片土"),
    ]
    body = "\n\n".join(
        f"{one}\n\n{two}\n\n□ 顾小满\n\n{TRADES[at]}\n\n{TRADES[at + 4]}"
        for at, (one, two) in enumerate(heads)
    )
    assert [told(article)[0] for article in articles(HEAD + body)] == [
        "该放的放到位",
        "加快发展养老服务业",
        "让农民看病少跑一段路关于乡村医院的几点思考",
        "守住脚下这片土",
    ]
