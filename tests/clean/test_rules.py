"""The cleaning rules, each by itself: what it repairs and what it leaves alone."""

from __future__ import annotations

import pytest

from converter.clean import RULE_NAMES, clean
from converter.source import Line


def cleaned(text: str, *rules: str) -> str:
    """The text after the named rules, or after all of them."""
    without = [name for name in RULE_NAMES if rules and name not in rules]
    return clean([Line(1, text)], without=without).lines[0].text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("水渠修好了,大家都来看", "水渠修好了，大家都来看"),
        ("有三点::一是修渠", "有三点：：一是修渠"),
        ("比分是3:2", "比分是3:2"),
        ("全长1,200米", "全长1,200米"),
        ("see page 3, line 2", "see page 3, line 2"),
        ("the keeper of the lamp wrote: “No boat.”", "the keeper of the lamp wrote: “No boat.”"),
        ("“No boat”, the keeper of the lamp wrote", "“No boat”, the keeper of the lamp wrote"),
        ("”,5%", "”，5%"),
        ("**Q:**水渠修了几年?", "**Q：**水渠修了几年？"),
        ("Q:2007年以来，水渠修了几次？", "Q：2007年以来，水渠修了几次？"),
        ("比分是A:2，B:3", "比分是A:2，B:3"),
        ("**A:** from 3:20 to 4:10", "**A:** from 3:20 to 4:10"),
    ],
)
def test_marks_get_the_width_of_what_stands_around_them(before: str, after: str) -> None:
    assert cleaned(before, "punctuation-width") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("(一)修渠", "（一）修渠"),
        (")，村里又补种了一遍", "），村里又补种了一遍"),
        ("f(x)", "f(x)"),
        ("渡口共有七处[1](P23)。", "渡口共有七处[1](P23)。"),
        ("渡口[1](见表)。", "渡口[1]（见表）。"),
        ("流过膜的水每小时28 L/(m²·h)左右。", "流过膜的水每小时28 L/(m²·h)左右。"),
    ],
)
def test_brackets_beside_chinese_are_wide(before: str, after: str) -> None:
    assert cleaned(before, "brackets-width") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("仓里的温度降到 25 °C 以下", "仓里的温度降到 25℃ 以下"),
        ("苗床要保持22°C。", "苗床要保持22℃。"),
        ("苗床在钢铁厂的22°CA型炉边", "苗床在钢铁厂的22°CA型炉边"),
        ("stored at 25 °C for two weeks", "stored at 25 °C for two weeks"),
    ],
)
def test_degrees_celsius_are_one_sign(before: str, after: str) -> None:
    assert cleaned(before, "degrees") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("栽下去的苗活了87 %。", "栽下去的苗活了87%。"),
        (r"真正浇到水的不到7 \%。", r"真正浇到水的不到7\%。"),
        ("全镇共有112 .6万亩水田", "全镇共有112.6万亩水田"),
        ("a share of 87 % 的苗", "a share of 87 % 的苗"),
        ("渠长3 .田多", "渠长3 .田多"),
    ],
)
def test_a_sign_stands_close_to_its_number(before: str, after: str) -> None:
    assert cleaned(before, "spaced-figures") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("( 二 ) 渠水不到田", "（二） 渠水不到田"),
        ("（　十一） 收尾", "（十一） 收尾"),
        ("（ 3 ）清淤", "（3）清淤"),
        ("答案填在（　　）里", "答案填在（　　）里"),
        ("（ 见图二 ）", "（ 见图二 ）"),
        ("f( 2 )", "f( 2 )"),
    ],
)
def test_numbers_stand_close_in_their_brackets(before: str, after: str) -> None:
    assert cleaned(before, "brackets-width", "spaced-numbers") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "全县的农机站 and 供销社都派人下到村里，一户一户登记水渠的用水量和田亩。",
            "全县的农机站和供销社都派人下到村里，一户一户登记水渠的用水量和田亩。",
        ),
        (
            "鄉裏的佈告寫着「節約用水」 and 「先急後緩」，一户一户登記水渠的用水量和田畝。",
            "鄉裏的佈告寫着「節約用水」和「先急後緩」，一户一户登記水渠的用水量和田畝。",
        ),
        ("城市 and 乡村", "城市 and 乡村"),
        (
            "乐队的名字叫 Rock and 水渠，成员都是村里修水渠的年轻人，每逢赶集就在桥头唱歌。",
            "乐队的名字叫 Rock and 水渠，成员都是村里修水渠的年轻人，每逢赶集就在桥头唱歌。",
        ),
    ],
)
def test_an_and_that_the_ocr_translated_is_chinese_again(before: str, after: str) -> None:
    assert cleaned(before, "conjunction") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("修渠大事（2021年7月一8月）", "修渠大事（2021年7月—8月）"),
        ("3日一5日，水渠清淤", "3日—5日，水渠清淤"),
        ("第88一93页", "第88—93页"),
        ("修渠的头一年一9个人", "修渠的头一年一9个人"),
    ],
)
def test_between_days_and_months_stands_a_dash(before: str, after: str) -> None:
    assert cleaned(before, "look-alikes") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("堤上有—位守闸人，守了半生。", "堤上有一位守闸人，守了半生。"),
        ("表要填好,—式三份", "表要填好,一式三份"),
        ("两条船—模一样", "两条船一模一样"),
        ("把水尺升—升再看—看", "把水尺升一升再看一看"),
        ("上海—海南的船", "上海—海南的船"),
        ("把闸板往下—压。", "把闸板往下一压。"),
        ("江口—河湾的航线", "江口—河湾的航线"),
        ("他想的是未来——个人的未来", "他想的是未来——个人的未来"),
    ],
)
def test_one_read_as_a_dash_is_one_again(before: str, after: str) -> None:
    assert cleaned(before, "look-alikes") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("--摘自《渠志》", "——摘自《渠志》"),
        ("一一2018年水利工作会议要求", "——2018年水利工作会议要求"),
        ("一一作答。", "一一作答。"),
        ("他们把秸秆还到田里一一慢慢地土松了，这便是证明", "他们把秸秆还到田里——慢慢地土松了，这便是证明"),
        ("他把闲地种上了树—不知不觉间鸟也来了", "他把闲地种上了树——不知不觉间鸟也来了"),
        ("水渠通到田里一一一点一点地土松了", "水渠通到田里——一点一点地土松了"),
        ("完成了计划的86.6%—渠里有了水", "完成了计划的86.6%——渠里有了水"),
        ("增长5%—8%", "增长5%—8%"),
        ("秋天把秸秆还给土地—第二年的地就松", "秋天把秸秆还给土地——第二年的地就松"),
        ("水渠通到田里一一年轻人都来看", "水渠通到田里——年轻人都来看"),
        ("清渠—柳湾公路通车", "清渠—柳湾公路通车"),
        ("对照清单一一落实到人", "对照清单一一落实到人"),
        ("老人一一道来", "老人一一道来"),
        ("他向两百多人一一传达了镇里的意思", "他向两百多人一一传达了镇里的意思"),
        ("他在清单上一一签了名字", "他在清单上一一签了名字"),
        ("把留白、挖改一一標出來，並且追問", "把留白、挖改一一標出來，並且追問"),
        ("这是他们唯一一次由自己选择", "这是他们唯一一次由自己选择"),
        ("把式样统一一下就好看了", "把式样统一一下就好看了"),
        ("—2013年的收成", "—2013年的收成"),
        ("他们在渡口一起庆祝中国—东盟水利交流年开幕。", "他们在渡口一起庆祝中国—东盟水利交流年开幕。"),
        ("今年又修通了上河镇—石桥村的引水渠道和道路。", "今年又修通了上河镇—石桥村的引水渠道和道路。"),
        # The end of a dash that a line break cut in two, and no attribution.
        ("—梦想未来”的活动办了三次。村里人都去看", "—梦想未来”的活动办了三次。村里人都去看"),
        ("-- 渡口日报", "——渡口日报"),
        ("-- 注 --", "-- 注 --"),
        ("一以云川市东塘为例", "——以云川市东塘为例"),
        ("一读《东塘志略》", "——读《东塘志略》"),
        ("一访“纸岛书店”店主黎小舟", "——访“纸岛书店”店主黎小舟"),
        ("一访二看三问", "一访二看三问"),
        ("一访南塘省水利局局长裴云止", "——访南塘省水利局局长裴云止"),
        ("一来源：南塘省水利局", "——来源：南塘省水利局"),
        ("一摘自《南塘省水利志》", "——摘自《南塘省水利志》"),
        ("- 摘自《南塘省水利志》", "——摘自《南塘省水利志》"),
        ("- 来源于山里的水", "- 来源于山里的水"),
        ("━━摘自《南塘省水利志》", "——摘自《南塘省水利志》"),
        ("⸺《南塘省水利志》第二章", "——《南塘省水利志》第二章"),
        ("水渠通到田里⸺年轻人都来看", "水渠通到田里——年轻人都来看"),
        ("水渠通到田里━━年轻人都来看", "水渠通到田里——年轻人都来看"),
        ("━━━━━━━━", "━━━━━━━━"),
        ("-临岳县“现场办公日”制度观察", "——临岳县“现场办公日”制度观察"),
        ("-云川纺织厂改造四人谈", "——云川纺织厂改造四人谈"),
        ("-增减挂钩项目", "-增减挂钩项目"),
        ("一来二去就熟了", "一来二去就熟了"),
        ("一以贯之", "一以贯之"),
        ("一以勤为例，二以俭为例", "一以勤为例，二以俭为例"),
    ],
)  # fmt: skip
def test_dashes_read_as_something_else(before: str, after: str) -> None:
    assert cleaned(before, "dashes") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("...他们不说话，只看着水", "……他们不说话，只看着水"),
        ("\u3000\u3000......他们不说话", "\u3000\u3000……他们不说话"),
        ("水一直涨到门口...", "水一直涨到门口……"),
        ("...and so on", "...and so on"),
        (".....他们", ".....他们"),
    ],
)
def test_an_ellipsis_may_stand_at_the_head_of_a_line(before: str, after: str) -> None:
    assert cleaned(before, "ellipsis") == after


def test_what_one_rule_repairs_may_be_evidence_for_another() -> None:
    """The second look at a line finds nothing that the first could have found."""
    once = clean([Line(1, "水渠修好了;—是灌溉有了保证")])
    assert once.lines[0].text == "水渠修好了；一是灌溉有了保证"
    assert clean(once.lines).changes == ()


def test_each_change_names_its_rule_and_the_column_it_came_from() -> None:
    changes = clean([Line(7, "水,渠(新)")]).changes
    assert [(c.line, c.column, c.before, c.after, c.rule) for c in changes] == [
        (7, 3, "(", "（", "brackets-width"),
        (7, 5, ")", "）", "brackets-width"),
        (7, 1, ",", "，", "punctuation-width"),
    ]


def test_a_place_that_two_patterns_find_is_repaired_once() -> None:
    text = "订单一头连着集市，一头连着机手的日子—眼看着亩产一天天地稳了，便是证明。"
    made = clean([Line(1, text)])
    assert made.lines[0].text == text.replace("—", "——")
    assert [change.rule for change in made.changes] == ["dashes"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("甲班平均82．6分，乙班75．1分", "甲班平均82.6分，乙班75.1分"),
        ("82．6分，乙班75.1分", "82.6分，乙班75.1分"),
        ("1．5月开始修渠", "1．5月开始修渠"),
        ("2．1 水渠的长度", "2．1 水渠的长度"),
    ],
)
def test_a_point_within_a_number_is_half_width(before: str, after: str) -> None:
    assert cleaned(before, "decimal-points") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全县18. 6万亩水田", "全县18.6万亩水田"),
        ("水位降了3 .5米", "水位降了3.5米"),
        ("1. 6户人家先修", "1. 6户人家先修"),
        ("守闸人平均 54. 7 岁", "守闸人平均 54.7 岁"),
        ("见图3. 5条渠都在图上", "见图3. 5条渠都在图上"),
        ("见图 3. 5条渠都在图上", "见图 3. 5条渠都在图上"),
        ("共得地名1 247个", "共得地名1 247个"),
    ],
)
def test_a_decimal_number_has_no_blank(before: str, after: str) -> None:
    assert cleaned(before, "spaced-decimals") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("请寄hedeng@ river.example.com）", "请寄hedeng@river.example.com）"),
        ("邮箱：hedeng @ river.example.com", "邮箱：hedeng@river.example.com"),
        ("读者 @ 河边.的人", "读者 @ 河边.的人"),
    ],
)
def test_an_address_has_no_blank(before: str, after: str) -> None:
    assert cleaned(before, "spaced-addresses") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("国内统一刊号：CN 00—1234", "国内统一刊号：CN 00-1234"),
        ("CN00-1234／G", "CN00-1234/G"),
        ("ISSN 1234 － 567X　CN 00—1234／Z", "ISSN 1234 - 567X　CN 00-1234/Z"),
        ("电话 0000—1234567", "电话 0000—1234567"),
        ("CN塔1976—1995年最高", "CN塔1976—1995年最高"),
    ],
)
def test_the_marks_of_a_code_are_half_width(before: str, after: str) -> None:
    assert cleaned(before, "codes") == after


@pytest.mark.parametrize(
    ("first", "second", "after"),
    [
        ("l　修渠的人", "2　水从哪里来", "1　修渠的人"),
        ("I、修渠的人", "2、水从哪里来", "1、修渠的人"),
        ("（l）渠长九里。", "（2）渠宽两尺。", "（1）渠长九里。"),
        ("l．修渠的人", "2.水从哪里来", "1．修渠的人"),
        ("I　修渠的人", "II　水从哪里来", "I　修渠的人"),
        ("l　修渠的人", "3　水从哪里来", "l　修渠的人"),
        ("I、修渠的人", "1、水从哪里来", "I、修渠的人"),
    ],
)
def test_a_letter_above_the_number_two_of_its_form_is_one(
    first: str, second: str, after: str
) -> None:
    lines = [Line(1, first), Line(2, "渠水一路经过三个村子。"), Line(3, second)]
    made = clean(lines)
    assert made.lines[0].text == after
    assert [change.after for change in made.changes if change.line == 1] == ["1"] * (first != after)
    assert clean(lines, without=["look-alikes"]).lines[0].text == first
    assert clean(made.lines).lines == made.lines


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("船票l2元，早晚一样", "船票12元，早晚一样"),
        ("l40多户都买了船票", "140多户都买了船票"),
        ("同样的还有 l40 多户", "同样的还有 140 多户"),
        ("—九八三年又修了石阶", "一九八三年又修了石阶"),
        ("渡口——九八三年的石阶", "渡口——九八三年的石阶"),
        ("一摘自《石作》", "——摘自《石作》"),
        ("一选自三家的信", "一选自三家的信"),
        ("缆桩四十ニ根，桐油ハ桶", "缆桩四十二根，桐油八桶"),
        ("店名叫カモメニ，听说是海鸥", "店名叫カモメニ，听说是海鸥"),
        ("2O19年6月修的闸", "2019年6月修的闸"),
        ("二OO八年修的闸，二o一二年拆了", "二〇〇八年修的闸，二〇一二年拆了"),
        ("十OO个，OO八组", "十OO个，OO八组"),
        ("共修了2l座水塔，数据4 2l6组", "共修了21座水塔，数据4 216组"),
        ("渡口有1O个人", "渡口有10个人"),
        ("水泵每分钟9OO转，2OO6年修的", "水泵每分钟900转，2006年修的"),
        ("母亲教的头—件事", "母亲教的头一件事"),
        ("总第l21期", "总第121期"),
        ("一共2l次", "一共21次"),
        ("8l.5万吨", "81.5万吨"),
        ("型号是l3P的水泵", "型号是l3P的水泵"),
        ("HTML5个人页", "HTML5个人页"),
    ],
)
def test_letters_in_numbers_before_what_they_count_are_digits(before: str, after: str) -> None:
    assert cleaned(before, "look-alikes") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("沿江1 7个渡口都有灯", "沿江17个渡口都有灯"),
        ("全县2 1 3户船家上了岸", "全县213户船家上了岸"),
        ("图1 7个渡口的分布", "图1 7个渡口的分布"),
        ("比分是3 1，散场", "比分是3 1，散场"),
    ],
)
def test_digits_of_a_number_set_apart_are_joined(before: str, after: str) -> None:
    assert cleaned(before) == after


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一一次没有收钱也没有人请他站的队。", "一一次没有收钱也没有人请他站的队。"),
        ("一一个从水渠上走过来的人。", "一一个从水渠上走过来的人。"),
        ("一一个别人家的水渠不算。", "——个别人家的水渠不算。"),
    ],
)
def test_what_is_counted_stands_behind_one_and_no_dash(text: str, expected: str) -> None:
    assert cleaned(text) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "(编译自:https://canal.example/pr.pl?id=22)",
            "（编译自：https://canal.example/pr.pl?id=22）",
        ),
        (
            "渠水很慢(见http://canal.example/wiki/A_(b))，",
            "渠水很慢（见http://canal.example/wiki/A_(b)），",
        ),
        ("见[渠志](https://canal.example/a)，", "见[渠志](https://canal.example/a)，"),
        ("![渠上的老桥(左)和守桥的人](images/a.jpg)", "![渠上的老桥(左)和守桥的人](images/a.jpg)"),
        (
            "水退了。![桥](https://canal.example/a.jpg)",
            "水退了。![桥](https://canal.example/a.jpg)",
        ),
        ("!渠水退了。", "！渠水退了。"),
    ],
)
def test_a_bracket_that_closes_behind_an_address_is_not_of_it(before: str, after: str) -> None:
    assert cleaned(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("⼀⼈看⻅⽇出", "一人看见日出"),
        ("⻛⼤，⻓⻋进不了⻔", "风大，长车进不了门"),
        ("⺠间的⻥⻰", "民间的鱼龙"),
    ],
)
def test_a_radical_is_the_character_that_it_looks_like(before: str, after: str) -> None:
    assert cleaned(before, "compatibility-forms") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("县医院的C T机只有一台", "县医院的CT机只有一台"),
        ("全县G D P，一年一算", "全县GDP，一年一算"),
        ("分成A B两组", "分成A B两组"),
        ("唱的是“C T V”三个字母", "唱的是“C T V”三个字母"),
        ("名叫C T Wang", "名叫C T Wang"),
    ],
)
def test_the_letters_of_an_abbreviation_stand_close(before: str, after: str) -> None:
    assert cleaned(before, "spaced-capitals") == after


@pytest.mark.parametrize("dash", ["—", "－", "　　　—", "-"])
def test_a_dash_alone_above_the_second_chapter_is_the_number_of_the_first(dash: str) -> None:
    chapters = [dash, "水退了。", "　　　二", "水又来了。"]
    assert cleaned_lines(*chapters)[0].strip() == "一"
    begun = ["一", "水退了。", dash, "水又来了。", "二"]  # a break within a chapter
    assert cleaned_lines(*begun)[2] == dash
    assert cleaned_lines(dash, "水退了。", "三")[0] == dash


def cleaned_lines(*texts: str) -> list[str]:
    return [line.text for line in clean([Line(at, text) for at, text in enumerate(texts, 1)]).lines]
