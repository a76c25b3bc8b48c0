"""One-to-many characters: by phrase, by what surrounds them, by default."""

from __future__ import annotations

import pytest

from converter.model import Article, Issue, Paragraph, Text, article_texts
from converter.variant import Edition, convert
from converter.variant.context import contexts_of, form_in
from converter.variant.engine import engine_for
from converter.variant.rules import characters_with_rules
from converter.variant.tables import DATA, read_table
from tests.variant.made import T, converted, hk, tw

TABLES = (
    "words",
    "joins",
    "phrases",
    "phrases-tw",
    "phrases-hk",
    "undecided",
    "phrases-s",
    "phrases-tw-t",
    "vocabulary-tw",
    "vocabulary-hk",
    "vocabulary-tw-s",
    "characters",
    "classical",
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "他从头发展这门手艺，剪下来的头发要扫干净。",
            "他從頭發展這門手藝，剪下來的頭髮要掃乾淨。",
        ),
        ("三天后皇后回宫，午后下起了雨。", "三天後皇后回宮，午後下起了雨。"),
        ("两人保持联系，体制作用有限。", "兩人保持聯繫，體制作用有限。"),
        ("双方面临的问题是面粉涨价。", "雙方面臨的問題是麵粉漲價。"),
        ("这只是开始，那只猫还在睡。", "這只是開始，那隻貓還在睡。"),
        ("村干部把晒干的稻谷装进谷仓。", "村幹部把曬乾的稻穀裝進穀倉。"),
        ("限制造成了不便，制造商另想办法。", "限制造成了不便，製造商另想辦法。"),
    ],
)
def test_phrases_do_not_reach_over_the_border_of_words(source: str, expected: str) -> None:
    assert tw(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("井水都快干了。", "井水都快乾了。"),
        ("他干了三年，从不叫苦。", "他幹了三年，從不叫苦。"),
        ("这事不干你的事。", "這事不干你的事。"),
        ("医生用干扰素治他的病。", "醫生用干擾素治他的病。"),
        ("小船系在桩上，绳子系得很紧。", "小船繫在樁上，繩子繫得很緊。"),
        ("该系在全省排名第二。", "該系在全省排名第二。"),
        ("外出，系近十年来首次。", "外出，係近十年來首次。"),
        ("母亲把面发好，端来三碗热面。", "母親把麵發好，端來三碗熱麵。"),
        ("全年排三出大戏，一出戏院就下雨。", "全年排三齣大戲，一出戲院就下雨。"),
        ("他们游了一个下午，又同游了一趟黄山。", "他們游了一個下午，又同遊了一趟黃山。"),
        ("那口老钟早就不准了，这里不准停车。", "那口老鐘早就不準了，這裡不准停車。"),
        ("先用清水冲一遍，再对他冲过去。", "先用清水沖一遍，再對他衝過去。"),
        ("孩子困了，船困在冰里。", "孩子睏了，船困在冰裡。"),
        ("她把姜切成细丝，请姜师傅尝。", "她把薑切成細絲，請姜師傅嚐。"),
        ("撤村并镇以后，并未多收一分钱。", "撤村併鎮以後，並未多收一分錢。"),
        ("涂医师在伤口上涂药。", "涂醫師在傷口上塗藥。"),
        ("系上的老师把船系在桥下。", "系上的老師把船繫在橋下。"),
        ("被告郑某系其多年的邻居，不在历史系教书。", "被告鄭某係其多年的鄰居，不在歷史系教書。"),
        ("他于2015年离开，原告于某留下。", "他於2015年離開，原告于某留下。"),
        ("整理笔记并归纳要点，再把两班并成一班。", "整理筆記並歸納要點，再把兩班併成一班。"),
        ("社会回复平静，他回复了来信。", "社會回復平靜，他回覆了來信。"),
        ("接到球后转身，当年的歌后正唱完歌后谢幕。", "接到球後轉身，當年的歌后正唱完歌後謝幕。"),
        ("编制报告的人不在编制内。", "編製報告的人不在編制內。"),
        ("两人复合以后开了一间复合式书店。", "兩人復合以後開了一間複合式書店。"),
        ("泡茶的人说，茶叶要再冲一次，不要冲过去。", "泡茶的人說，茶葉要再沖一次，不要衝過去。"),
        ("这是一出精彩的戏，他一出名就走了。", "這是一齣精彩的戲，他一出名就走了。"),
        (
            "龟甲上写着，出征要占，打猎也要占，巫师占完才走。",
            "龜甲上寫著，出征要占，打獵也要占，巫師占完才走。",
        ),
    ],
)
def test_what_surrounds_a_character_decides_where_no_phrase_does(
    source: str, expected: str
) -> None:
    assert tw(source).replace("嘗", "嚐") == expected


def test_a_character_that_its_surroundings_settle_is_not_reported() -> None:
    _, report = converted("井水都快干了。", "他说要干到底。")

    assert {decision.character for decision in report.decisions} <= {"干"}
    assert all("井水" not in place.context for d in report.decisions for place in d.places)


def test_a_rule_sees_the_real_beginning_of_a_text_only() -> None:
    assert form_in("余小姐来了", 0, "余") == "余"
    assert form_in("还有三十余小姐妹", 4, "余") != "余"


@pytest.mark.parametrize("name", TABLES)
def test_no_word_stands_twice_in_a_table(name: str) -> None:
    sources = [source for source, _ in read_table(name)]

    assert len(sources) == len(set(sources))


def test_what_is_dropped_is_opencc_s_alone_and_listed_once() -> None:
    """A phrase of ours that is dropped as well would be a contradiction."""
    dropped = (DATA / "dropped.txt").read_text(encoding="utf-8").splitlines()
    words = [word for line in dropped if not line.startswith("#") for word in line.split()]
    ours = {source for name in ("phrases", "joins", "words") for source, _ in read_table(name)}

    assert len(words) == len(set(words))
    assert ours.isdisjoint(words)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("屋里正在开会，村里老人都来了。", "屋裡正在開會，村裡老人都來了。"),
        ("工厂作废后的零件，完美后的方案。", "工廠作廢後的零件，完美後的方案。"),
        ("他位于军营的家，用于田间的机器。", "他位於軍營的家，用於田間的機器。"),
        ("亲子游很热闹，国历史博物馆。", "親子遊很熱鬧，國歷史博物館。"),
        ("平台制度和休息日制度都很严。", "平台制度和休息日制度都很嚴。"),
        ("他尽自己的力，并科学地安排。", "他盡自己的力，並科學地安排。"),
        ("48 天后他来了，她是歌坛天后。", "48 天後他來了，她是歌壇天后。"),
        ("他对面包很挑，晒不干的衣服。", "他對麵包很挑，曬不乾的衣服。"),
        ("那只会影响成绩，一百万只是开始。", "那只會影響成績，一百萬只是開始。"),
        ("把小学并到镇上；请你查明，并到现场看看。", "把小學併到鎮上；請你查明，並到現場看看。"),
        ("刮得干干净净；北风刮得人睁不开眼。", "刮得乾乾淨淨；北風颳得人睜不開眼。"),
        ("纸干了以后会起皱，那本书还是干的。", "紙乾了以後會起皺，那本書還是乾的。"),
        ("贵阳筑城广场，在老屋旁筑城墙。", "貴陽筑城廣場，在老屋旁築城牆。"),
        ("格里芬和达里奥住在城里。", "格里芬和達里奧住在城裡。"),
        ("这次读书周为期两周，四周围着绿树。", "這次讀書週為期兩週，四周圍著綠樹。"),
        ("集作家、画家于一身，集中于某些地方。", "集作家、畫家於一身，集中於某些地方。"),
    ],
)
def test_what_only_seems_a_phrase(source: str, expected: str) -> None:
    assert tw(source) == expected


@pytest.mark.parametrize(
    "name", ["words", "joins", "phrases", "phrases-tw", "phrases-hk", "undecided", "phrases-s"]
)
def test_a_phrase_keeps_its_length(name: str) -> None:
    """Marks and spans count characters; only the vocabulary may change their number."""
    assert [row for row in read_table(name) if len(row[0]) != len(row[1][0])] == []


def test_every_rule_is_about_a_character_of_the_table_and_gives_one_of_its_forms() -> None:
    forms = {source: set(targets) for source, targets in read_table("characters")}

    for character in characters_with_rules():
        assert {form for form, *_ in contexts_of(character)} <= forms[character], character


def test_the_undecided_phrases_hold_a_character_that_is_left_to_its_surroundings() -> None:
    known = {source for source, _ in read_table("characters")}

    for source, (target, *_) in read_table("undecided"):
        assert any(a == b and a in known for a, b in zip(source, target, strict=True)), source


def test_forms_are_those_of_the_region_as_opencc_has_them() -> None:
    """What t2tw and t2hk make of OpenCC's standard."""
    from opencc import OpenCC

    for key, config in (("s2tw", "t2tw"), ("s2hk", "t2hk")):
        engine = engine_for(key, house=False)
        region = OpenCC(config)
        for source, targets in read_table("characters"):
            for form in targets:
                if form not in {row[0] for row in read_table("characters")}:
                    assert engine.local_form(form) == region.convert(form), (source, form)


def test_the_editions_differ_in_the_forms_of_their_region() -> None:
    text = "屋里的人看着台历上的线，说税务局设了卫生站。"

    assert tw(text) == "屋裡的人看著檯曆上的線，說稅務局設了衛生站。"
    assert hk(text) == "屋裏的人看着枱曆上的線，説税務局設了衞生站。"
    assert converted(text, edition=T)[0] == ["屋裏的人看着檯曆上的線，說稅務局設了衛生站。"]


def test_house_forms_can_be_left_out() -> None:
    assert tw("污染与群众的娘家") == "污染與群眾的娘家"
    assert tw("污染与群众的娘家", house=False) == "汙染與群眾的孃家"


def test_an_engine_is_loaded_once() -> None:
    assert engine_for("s2tw") is engine_for("s2tw")
    assert engine_for("s2t", vocabulary=True) is engine_for("s2t")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "我家的面馆只卖拉面。剩下的面别扔，把面擀薄，当面告诉他。",
            "我家的麵館只賣拉麵。剩下的麵別扔，把麵擀薄，當面告訴他。",
        ),
        ("面向未来，他把墙面做成了艺术。", "面向未來，他把牆面做成了藝術。"),
        ("修表铺里有一只怀表，他认表上的字。", "修錶鋪裡有一隻懷錶，他認錶上的字。"),
        ("他认表上的字，这是统计表。", "他認表上的字，這是統計表。"),
    ],
)
def test_what_a_text_speaks_of_decides(source: str, expected: str) -> None:
    assert tw(source) == expected


def test_an_article_speaks_of_a_thing_as_a_whole() -> None:
    """The clue may stand in another paragraph, not in another article."""
    watches = Paragraph(Text("修表铺里有一只怀表。"), id="p1")
    rest = Paragraph(Text("表上写着他的名字。"), id="p2")
    one = Article("a1", (Text("一"),), blocks=(watches, rest))
    other = Article("a2", (Text("二"),), blocks=(Paragraph(Text("表上写着他的名字。"), id="p3"),))
    made, _ = convert(Issue(articles=(one, other)), Edition.TAIWAN)
    values = [text.value for article in made.articles for text in article_texts(article)]

    assert [v for v in values if "寫" in v] == ["錶上寫著他的名字。", "表上寫著他的名字。"]
