"""From Taiwan to Simplified: whose 著 it is, and the mainland's words for the island's."""

from __future__ import annotations

import pytest

from converter.model import Article, Author, Byline, Issue, Paragraph, Text, article_texts
from converter.variant import convert
from tests.variant.made import S, converted


def back(source: str, *, vocabulary: bool = False) -> str:
    texts, _ = converted(source, edition=S, language="zh-Hant-TW", vocabulary=vocabulary)
    return texts[0]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "《夜晚的郵差》，江浸月著，雲川出版社出版。",
            "《夜晚的邮差》，江浸月著，云川出版社出版。",
        ),
        ("（《東塘志略》，蘇硯清著）", "（《东塘志略》，苏砚清著）"),
        ("這本《水溫》由林海著，何書譯。", "这本《水温》由林海著，何书译。"),
        ("他看著書，曾著有三本。", "他看着书，曾著有三本。"),
        (
            "他靠著書本過日子，開銷沒有著落，心無著落。",
            "他靠着书本过日子，开销没有着落，心无着落。",
        ),
        ("他唱著《望春風》，隨著音樂，看著，走著。", "他唱着《望春风》，随着音乐，看着，走着。"),
        ("翻開《水溫》，他看著，沒有說話。", "翻开《水温》，他看着，没有说话。"),
        (
            "大家討論著比賽，辯論著未來，帶著成長的心，領著文武官員，所著墨的不多，他著成《水溫》。",
            "大家讨论着比赛，辩论着未来，带着成长的心，领着文武官员，所着墨的不多，他著成《水温》。",
        ),
    ],
)
def test_an_author_s_work_is_not_the_particle(source: str, expected: str) -> None:
    assert back(source) == expected


@pytest.mark.parametrize("line", ["林海　著", "林海／著", "文・林海著", "林海著　王明譯"])
def test_in_a_byline_it_always_is_the_author_s(line: str) -> None:
    byline = Byline(Text(line), (Author("林海"),))
    article = Article(
        "a1", (Text("一"),), bylines=(byline,), blocks=(Paragraph(Text("看著"), id="p1"),)
    )
    made, _ = convert(Issue(articles=(article,), language="zh-Hant-TW"), S)

    assert "著" in made.articles[0].bylines[0].text.value
    assert "看着" in [text.value for text in article_texts(made.articles[0])]


@pytest.mark.parametrize(
    ("source", "plain", "mainland"),
    [
        ("資訊與軟體程式", "资讯与软体程式", "信息与软件程序"),
        ("計程車司機用滑鼠列印資料", "计程车司机用滑鼠列印资料", "出租车司机用鼠标打印资料"),
        ("軟體動物與方程式", "软体动物与方程式", "软体动物与方程式"),
        ("電視訊號與系列印刷品", "电视讯号与系列印刷品", "电视信号与系列印刷品"),
        ("《資訊月刊》談資訊", "《资讯月刊》谈资讯", "《资讯月刊》谈信息"),
        ("京劇的程式化表演", "京剧的程式化表演", "京剧的程式化表演"),
        ("蕭士塔高維契點選畫素", "萧士塔高维契点选画素", "肖斯塔科维奇点击像素"),
        ("覆盤難照", "覆盘难照", "覆盘难照"),
    ],
)
def test_taiwan_s_words_become_the_mainland_s_on_demand(
    source: str, plain: str, mainland: str
) -> None:
    assert back(source) == plain
    assert back(source, vocabulary=True) == mainland


def test_a_source_from_elsewhere_has_no_such_words() -> None:
    _, report = converted("資訊", edition=S, language="zh-Hant-HK", vocabulary=True)

    assert "VAR008" in [note.code for note in report.diagnostics]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("他拿著傘，執著地等，說甚麼也不走。", "他拿着伞，执着地等，说什么也不走。"),
        (
            "他拿着傘，這本名著由林海著，衞生站裏沒人。",
            "他拿着伞，这本名著由林海著，卫生站里没人。",
        ),
        (
            "她隨著人群走進衞生署，説明書在抽屜裡，著作等身。",
            "她随着人群走进卫生署，说明书在抽屉里，著作等身。",
        ),
        ("祇有甯靜的夜，沒有徬徨。", "只有宁静的夜，没有彷徨。"),
    ],
)
def test_hong_kong_prints_either_form_of_a_particle(source: str, expected: str) -> None:
    """Its press writes 隨著 where its schools teach 隨着."""
    assert converted(source, edition=S, language="zh-Hant-HK")[0] == [expected]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "限於單一科目，服務於倫理，見於戲曲；徵調民夫，徵調式的曲子。",
            "限于单一科目，服务于伦理，见于戏曲；征调民夫，徵调式的曲子。",
        ),
        (
            "我要藉這個機會，藉活動慰藉人心，杯盤狼藉。",
            "我要借这个机会，借活动慰藉人心，杯盘狼藉。",
        ),
        ("本法著有明文，他看著有趣。", "本法著有明文，他看着有趣。"),
        ("乾隆年間的瞭望臺，乾淨俐落，明瞭。", "乾隆年间的瞭望台，干净俐落，明了。"),
    ],
)
def test_old_forms_have_one_of_the_mainland(source: str, expected: str) -> None:
    assert back(source) == expected


def test_hong_kong_does_again_what_covers_elsewhere() -> None:
    source = "眼疾覆發，下週覆診；隨着潮流穿著，這本著作覆蓋很廣，甚麼都有。"
    texts, _ = converted(source, edition=S, language="zh-Hant-HK")
    assert texts[0] == "眼疾复发，下周复诊；随着潮流穿着，这本著作覆盖很广，什么都有。"
