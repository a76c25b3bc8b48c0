"""Names of people and quarters stay names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import (
    Author,
    Byline,
    Contents,
    ContentsEntry,
    ContentsSection,
    Masthead,
    MastheadEntry,
    MastheadKind,
    Text,
)
from converter.variant import convert
from tests.variant.made import HK, TW, codes, converted, glossary, issue_of, texts_of, tw

FAMILIES = {
    "于文静": "于文靜",
    "范小山": "范小山",
    "后一民": "后一民",
    "余德水": "余德水",
    "沈云舟": "沈雲舟",
    "岳长江": "岳長江",
    "郁秋声": "郁秋聲",
    "姜里平": "姜里平",
    "台松岩": "台松岩",
    "谷雨生": "谷雨生",
    "钟万里": "鍾萬里",
    "涂克难": "涂克難",
    "种志远": "种志遠",
    "朴正泰": "朴正泰",
    "万俟征": "万俟征",
    "干卫东": "干衛東",
}


@pytest.mark.parametrize(("name", "expected"), FAMILIES.items())
def test_an_author_keeps_the_name_everywhere(name: str, expected: str) -> None:
    made, _ = convert(issue_of(f"本刊记者{name}写道，天晴了。", authors=[name]), TW)

    (byline,) = made.articles[0].bylines
    assert byline.authors[0].name == expected
    assert byline.text.value == expected
    assert expected in texts_of(made)[0].value


def test_names_come_from_contents_staff_and_speakers_too() -> None:
    issue = issue_of("于洋走了。范长江也走了。", "{speaker:余秋里}：我不走。余秋里说。")
    entry = ContentsEntry(("一",), authors=("于洋",))
    staff = MastheadEntry(MastheadKind.STAFF, "主编", ("范长江",))
    issue = replace(
        issue,
        contents=Contents("目录", (ContentsSection("栏", (entry,), theme="渡船里的灯"),)),
        masthead=Masthead(entries=(staff,)),
    )

    made, report = convert(issue, TW)

    assert [text.value for text in texts_of(made)] == [
        "于洋走了。范長江也走了。",
        "余秋里：我不走。余秋里說。",
    ]
    assert made.contents.sections[0].entries[0].authors == ("于洋",)
    assert made.contents.sections[0].theme == "渡船裡的燈"
    assert made.masthead.entries[0].values == ("范長江",)
    assert {use.source: use.count for use in report.names} == {"于洋": 2, "范长江": 2, "余秋里": 2}


def test_a_name_is_not_seen_in_the_middle_of_other_words() -> None:
    made, _ = converted("由于洋流的关系，于洋没有来。", authors=["于洋"])

    assert made == ["由於洋流的關係，于洋沒有來。"]


def test_a_letter_spaced_name_of_a_byline_is_converted_by_its_rules() -> None:
    byline = Byline(Text("通讯员　钟　离"), (Author("钟离"),))
    issue = issue_of("一")
    (article,) = issue.articles
    issue = replace(issue, articles=(replace(article, bylines=(byline,)),))

    made, _ = convert(issue, TW)

    assert made.articles[0].bylines[0].text.value == "通訊員　鍾　離"


@pytest.mark.parametrize("line", ["Anna Lindqvist", "文/Anna  Lindqvist", "AnnaLindqvist　译"])
def test_a_name_in_latin_letters_keeps_each_of_them_in_a_byline(line: str) -> None:
    issue = issue_of("一")
    (article,) = issue.articles
    byline = Byline(Text(line), (Author("Anna Lindqvist"),))
    issue = replace(issue, articles=(replace(article, bylines=(byline,)),))

    made, _ = convert(issue, TW)

    assert made.articles[0].bylines[0].text.value == line.replace("译", "譯")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("记者范丽娜介绍，桥修好了。", "記者范麗娜介紹，橋修好了。"),
        ("老船长余茂松跑了四十年远洋。", "老船長余茂松跑了四十年遠洋。"),
        ("村民钟大有说，谷子熟了。", "村民鍾大有說，穀子熟了。"),
        ("院长余下的时间不多。", "院長餘下的時間不多。"),
        ("书记范围之外的事不管。", "書記範圍之外的事不管。"),
        ("镇长于立新走马上任。", "鎮長于立新走馬上任。"),
        ("由副县长于海主持，县长于年底离任。", "由副縣長于海主持，縣長於年底離任。"),
        ("市长于建国在现场。", "市長于建國在現場。"),
        ("部长于建国后任职。", "部長於建國後任職。"),
        ("换上代打余谦，余谦挥棒落空。", "換上代打余謙，余謙揮棒落空。"),
        (
            "，于文斌发了言，据于晓明介绍，小于拿着尺。",
            "，于文斌發了言，據于曉明介紹，小于拿著尺。",
        ),
        ("年龄小于十岁，小于等于零。", "年齡小於十歲，小於等於零。"),
        ("司法所的于强。于强宣布结果。", "司法所的于強。于強宣布結果。"),
        ("分析员范文杰指出，消费者范围上有变化。", "分析員范文傑指出，消費者範圍上有變化。"),
        ("六年五班的于承翰跑得快，目的于此可见。", "六年五班的于承翰跑得快，目的於此可見。"),
        ("我姑父于青山是老山民，船工余德顺来了。", "我姑父于青山是老山民，船工余德順來了。"),
        ("教育局的钟督学、隔壁的余妈妈。", "教育局的鍾督學、隔壁的余媽媽。"),
        ("藏富于民，取信于民，区别于强者。", "藏富於民，取信於民，區別於強者。"),
        ("卡尔·里希特与克里斯托弗·范德萨尔", "卡爾·里希特與克里斯托弗·范德薩爾"),
    ],
)
def test_a_name_is_told_by_the_office_before_it(text: str, expected: str) -> None:
    assert tw(text) == expected


def test_a_name_that_is_a_word_is_protected_as_author_alone_and_reported() -> None:
    made, report = converted("地震的余波未平。", authors=["余波"])

    assert made == ["地震的餘波未平。"]
    assert codes(report) == ["VAR007"]
    assert report.diagnostics[0].message("en") == (
        "the name 余波 is also a word: it was kept as 余波 where it stands as a name, "
        "but not in running text"
    )


def test_a_glossary_decides_the_doubtful_name() -> None:
    words = glossary(("余波", "余波"))

    made, report = converted("余波说，海上的余波未平。", authors=["余波"], glossaries=[words])

    assert made == ["余波說，海上的余波未平。"]
    assert "VAR007" not in codes(report)


def test_further_names_can_be_given() -> None:
    assert tw("里程路过，岳于山没看见。", protect=["岳于山"]) == "里程路過，岳于山沒看見。"


def test_a_quarter_keeps_its_name_in_the_whole_issue() -> None:
    made, report = converted("梧桐里小区建于1986年。", "我从梧桐里走到河边，口袋里有糖。")

    assert made == ["梧桐里小區建於1986年。", "我從梧桐里走到河邊，口袋裡有糖。"]
    assert [(use.source, use.target, use.count) for use in report.names] == [
        ("梧桐里", "梧桐里", 2)
    ]


def test_inside_a_thing_is_no_quarter() -> None:
    assert tw("城市里社区很多，院子里小区的人都来了。") == "城市裡社區很多，院子裡小區的人都來了。"


def test_wards_of_a_city_keep_their_names() -> None:
    text = "大安区龙泉里的里长在里内走，口袋里有册子。隔壁的古风里、古庄里看了，三个里跨里合作，里长在里办公处里。"

    assert tw(text) == (
        "大安區龍泉里的里長在里內走，口袋裡有冊子。隔壁的古風里、古莊里看了，三個里跨里合作，里長在里辦公處裡。"
    )
    assert (
        tw("家里长满了草，心里内疚，各个院子里的人。") == "家裡長滿了草，心裡內疚，各個院子裡的人。"
    )


def test_towns_of_taiwan_keep_their_names() -> None:
    text = "台中有个后里，台南有佳里，花莲有玉里。最佳里程在后，心里有数。"

    assert tw(text) == "台中有個后里，台南有佳里，花蓮有玉里。最佳里程在後，心裡有數。"


def test_hong_kong_writes_the_same_names_in_its_own_forms() -> None:
    made, _ = converted("税务员范说来了。", authors=["范说"], edition=HK)

    assert made == ["稅務員范說來了。"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("研究采矿的于伯川、学教育的余绍文。", "研究採礦的于伯川、學教育的余紹文。"),
        ("导演钟孟宏说，创办人涂宗林是他的老师。", "導演鍾孟宏說，創辦人涂宗林是他的老師。"),
        ("，游智彬对记者说。", "，游智彬對記者說。"),
        ("，钟声悠扬，余温未散，游春和登高。", "，鐘聲悠揚，餘溫未散，遊春和登高。"),
        (
            "他生活于春秋、战国之间，献身于科学、文学。",
            "他生活於春秋、戰國之間，獻身於科學、文學。",
        ),
    ],
)
def test_a_given_name_tells_the_family(source: str, expected: str) -> None:
    assert tw(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("散会后于长庚对我说，路要修。", "散會後于長庚對我說，路要修。"),
        ("后来于兰英又回到厂里。", "後來于蘭英又回到廠裡。"),
        ("场长派于振刚去看水。", "場長派于振剛去看水。"),
        ("养蜂大户于德山来了，大家都说于支书心细。", "養蜂大戶于德山來了，大家都說于支書心細。"),
        ("大门一开，于母先进来。", "大門一開，于母先進來。"),
        ("乡村医生于春华背着药箱。", "鄉村醫生于春華背著藥箱。"),
        (
            "养蜂大户钟德茂今年收了蜜，去年钟德茂没来。",
            "養蜂大戶鍾德茂今年收了蜜，去年鍾德茂沒來。",
        ),
        ("七十岁的涂占奎先洗手，王占山扛着锹。", "七十歲的涂占奎先洗手，王占山扛著鍬。"),
        ("小采：你好。阿采说话慢，小采购员快。", "小采：你好。阿采說話慢，小採購員快。"),
        ("散会后于饭店设宴，次日于清河开工。", "散會後於飯店設宴，次日於清河開工。"),
        ("孩子于林中哭喊，我于天明走出山口。", "孩子於林中哭喊，我於天明走出山口。"),
        ("司机于某未停车，将于某日受审。", "司機于某未停車，將於某日受審。"),
        ("大钟家明家修过，旅游明年再说。", "大鐘家明家修過，旅遊明年再說。"),
        (
            "墙上挂着余娟的字，据说于晓岚年轻时唱过戏。",
            "牆上掛著余娟的字，據說于曉嵐年輕時唱過戲。",
        ),
        ("这是涂少安第三次来，这时钟丽芬也到了。", "這是涂少安第三次來，這時鍾麗芬也到了。"),
        ("学校派游志清去，他想游西湖。", "學校派游志清去，他想遊西湖。"),
        ("卫生员小于才十六岁，年龄小于十八岁。", "衛生員小于才十六歲，年齡小於十八歲。"),
        ("其中就有余班长，年年有余。", "其中就有余班長，年年有餘。"),
        ("撑船的余有年说，学校派于涛去了。", "撐船的余有年說，學校派于濤去了。"),
        (
            "其中余、范二位和张、于两家，于某父母在场。",
            "其中余、范二位和張、于兩家，于某父母在場。",
        ),
        ("墙上涂满红漆，沈海林在沈海高速上。", "牆上塗滿紅漆，沈海林在瀋海高速上。"),
    ],
)
def test_what_somebody_does_tells_the_family(source: str, expected: str) -> None:
    assert tw(source) == expected


def test_a_name_that_stands_often_is_a_name_everywhere() -> None:
    """Nobody's office is told; what begins two sentences is taken for a name in the third."""
    texts = [
        "于凤章住在这里。",
        "这把尺于凤章保存了一生。",
        "于凤章在崖下。用于成都和重庆，忠于国家的人。",
    ]
    made, _ = converted(*texts)

    assert made[1] == "這把尺于鳳章保存了一生。"
    assert made[2] == "于鳳章在崖下。用於成都和重慶，忠於國家的人。"
    assert tw("此书于金陵刻成。") == "此書於金陵刻成。"


def test_a_family_name_stays_one_in_a_text_that_speaks_of_grain() -> None:
    made = tw("稻子收了三千斤，谷二叔借来收割机，打下来的谷晒了一院子。")

    assert made == "稻子收了三千斤，谷二叔借來收割機，打下來的穀曬了一院子。"


def test_who_is_introduced_is_known_wherever_the_name_stands() -> None:
    made, _ = converted("撑伞的人姓钟，叫钟有田。", "七十岁的钟有田不爱说话，钟有田的侄子爱说。")

    assert made == ["撐傘的人姓鍾，叫鍾有田。", "七十歲的鍾有田不愛說話，鍾有田的侄子愛說。"]


def test_what_is_called_by_a_word_is_nobody() -> None:
    made, _ = converted("这种树叫余下的，谁也不认识。", "钟叫钟表匠修好了，钟表匠走了。")

    assert made == ["這種樹叫餘下的，誰也不認識。", "鐘叫鐘錶匠修好了，鐘錶匠走了。"]


def test_who_is_told_of_by_family_name_and_name_needs_to_be_named_once() -> None:
    made, _ = converted("摆渡的姓涂，叫涂满仓，大家嫌拗口。", "他姓余，学名余下林，小名狗子。")

    assert made == ["擺渡的姓涂，叫涂滿倉，大家嫌拗口。", "他姓余，學名余下林，小名狗子。"]


def test_a_short_name_is_known_where_clauses_begin_with_it_again_and_again() -> None:
    told = "下雨了，于静站在门口。于静道了谢。她看看车，于静坐了下来。"
    assert "于靜站" in "".join(converted(told)[0])
    places = "大会于明年召开，于明年在北京。于明年看情况，于明年走着瞧。"
    assert "於明年在" in "".join(converted(places)[0])
    once = "下雨了，于静夜里写成。"
    assert "於靜夜" in "".join(converted(once)[0])
