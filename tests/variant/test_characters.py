"""One-to-many characters: by phrase, by what surrounds them, by default."""

from __future__ import annotations

import pytest

from converter.model import Article, Issue, Paragraph, Text, article_texts
from converter.variant import Edition, convert
from converter.variant.context import form_in
from converter.variant.engine import engine_for
from converter.variant.rules import characters_with_rules, rules_of
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
        ("渡口的另一出口在桥下，另一出戏在后面。", "渡口的另一出口在橋下，另一齣戲在後面。"),
        ("网红发了一条消息，说他干犯罪行。", "網紅發了一條消息，說他干犯罪行。"),
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


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("书里提到的那只会自己转的灯，那只会更糟。", "書裡提到的那隻會自己轉的燈，那只會更糟。"),
        ("这只怪我，哪只是你的？屋里有只木匣。", "這只怪我，哪隻是你的？屋裡有隻木匣。"),
        ("他在外面包活，面包在外面。", "他在外面包活，麵包在外面。"),
        ("气流把伞托到半空，他托人买伞。", "氣流把傘托到半空，他託人買傘。"),
        ("他把衣裳折好，教孩子折一只小船。", "他把衣裳摺好，教孩子摺一隻小船。"),
        ("弦按不准，老师不准他停。", "弦按不準，老師不准他停。"),
        ("再冲一次顶，先冲一次茶。", "再衝一次頂，先沖一次茶。"),
        ("利息系依照合同计算，碑刻多系清人所写。", "利息係依照合同計算，碑刻多係清人所寫。"),
        ("她唱到半出，走到半路。", "她唱到半齣，走到半路。"),
        ("爬上房顶，系瓦片松动，不知系谁所为。", "爬上房頂，係瓦片鬆動，不知係誰所為。"),
        ("这棵树系对方的财产，物理系统一考试。", "這棵樹係對方的財產，物理系統一考試。"),
        ("她爱吃一碗素面，不是素面朝天的素面。", "她愛吃一碗素麵，不是素面朝天的素面。"),
        ("母亲下面的时候，我站在桌子下面。", "母親下麵的時候，我站在桌子下面。"),
        ("他托遍了亲友，托着腮想。", "他託遍了親友，托著腮想。"),
        ("秤是准的，是你的手不准，他不准你卖。", "秤是準的，是你的手不準，他不准你賣。"),
        ("孩子坐在场边看谷，场子里的谷都湿了。", "孩子坐在場邊看穀，場子裡的穀都濕了。"),
        ("船夫一边划一边唱，像一面面白帆。", "船夫一邊划一邊唱，像一面面白帆。"),
        ("双方系近亲，法律系近几年才有。", "雙方係近親，法律系近幾年才有。"),
        ("他弹了弹烟灰，窑里满是烟灰。", "他彈了彈菸灰，窯裡滿是煙灰。"),
    ],
)
def test_what_is_counted_lifted_folded_and_due(source: str, expected: str) -> None:
    assert tw(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("扣子掉了，袖扣还在。", "扣子掉了，袖扣還在。"),
        ("别气馁，别气坏了身子，别闹别扭。", "別氣餒，別氣壞了身子，別鬧彆扭。"),
        ("这本全彩画册一目了然。", "這本全彩畫冊一目了然。"),
        ("孩子一哄就睡，大家一哄而散。", "孩子一哄就睡，大家一鬨而散。"),
        ("冬冬挨了打，玩忽职守的人直摆手。", "冬冬挨了打，玩忽職守的人直擺手。"),
        ("厂部的一杆秤，老蒙的两杆枪。", "廠部的一桿秤，老蒙的兩桿槍。"),
    ],
)
def test_rare_forms_of_old_books_are_not_those_of_prose(source: str, expected: str) -> None:
    assert tw(source) == expected


def test_a_character_that_its_surroundings_settle_is_not_reported() -> None:
    _, report = converted("井水都快干了。", "他说要干到底。")

    assert {decision.character for decision in report.decisions} <= {"干"}
    assert all("井水" not in place.context for d in report.decisions for place in d.places)


def test_a_rule_sees_the_real_beginning_of_a_text_only() -> None:
    assert form_in("余小姐来了", 0, "余") == "余"
    assert form_in("还有三十余小姐妹", 4, "余") != "余"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("洗好的衣服挂在屋里，三天也不会干。", "洗好的衣服掛在屋裡，三天也不會乾。"),
        ("阴天晾的被单会不会干，谁也说不准。", "陰天晾的被單會不會乾，誰也說不準。"),
        ("过去的一年多里虽然很忙，他没有停笔。", "過去的一年多裡雖然很忙，他沒有停筆。"),
        ("这两年多里他换了三份工作。", "這兩年多裡他換了三份工作。"),
        ("民法里不太管这样的事，宪法里也没有写。", "民法裡不太管這樣的事，憲法裡也沒有寫。"),
        ("墙上的月历和桌上的台历都是去年的。", "牆上的月曆和桌上的檯曆都是去年的。"),
        ("打开手机查看月历和待办事项。", "打開手機查看月曆和待辦事項。"),
        ("历代王朝改历制、颁新历，都要先测天象。", "歷代王朝改曆制、頒新曆，都要先測天象。"),
        ("解决制程问题，提高良率，改进制程。", "解決製程問題，提高良率，改進製程。"),
        ("扎丽娜来自马来西亚，扎伊德是她的哥哥。", "扎麗娜來自馬來西亞，扎伊德是她的哥哥。"),
        ("他在剧院里观赏一出新编的木偶戏。", "他在劇院裡觀賞一齣新編的木偶戲。"),
        ("整出移植到国外舞台，观众反应很好。", "整齣移植到國外舞台，觀眾反應很好。"),
        ("剧团和制偶师傅合作，学习制偶。", "劇團和製偶師傅合作，學習製偶。"),
        ("这座大桥由日本熊谷组承造。", "這座大橋由日本熊谷組承造。"),
        ("从判准到结论都要说清楚，判准不能含糊。", "從判準到結論都要說清楚，判準不能含糊。"),
        (
            "旧军舍改成了图书馆，营舍也修好了，家舍会议照常举行。",
            "舊軍舍改成了圖書館，營舍也修好了，家舍會議照常舉行。",
        ),
        ("早期的照片用干板拍摄，干板照相机很重。", "早期的照片用乾板拍攝，乾板照相機很重。"),
        ("利率先降后复升，楼价也复升了。", "利率先降後復升，樓價也復升了。"),
        ("联赛停了三个月，复赛无期。", "聯賽停了三個月，復賽無期。"),
        ("这件事在那里是只字不可提的禁忌。", "這件事在那裡是隻字不可提的禁忌。"),
        ("小儿子于福建出生，女儿于上海长大。", "小兒子於福建出生，女兒於上海長大。"),
        ("中青三代人结合于区议会，一起努力。", "中青三代人結合於區議會，一起努力。"),
        ("他把上千名留学生拒于门外。", "他把上千名留學生拒於門外。"),
        ("拒绝几千名留学生于门外，并不公平。", "拒絕幾千名留學生於門外，並不公平。"),
        ("希望粤剧能够冲出香港，冲出亚洲。", "希望粵劇能夠衝出香港，衝出亞洲。"),
        ("球队终于冲出亚洲，走向世界。", "球隊終於衝出亞洲，走向世界。"),
        ("村里出去干搓背的，回来都盖了楼。", "村裡出去幹搓背的，回來都蓋了樓。"),
        ("他跑去干装修，一去干了三年。", "他跑去幹裝修，一去幹了三年。"),
        ("对面食客吃得津津有味。", "對面食客吃得津津有味。"),
        ("对面食堂的灯还亮着。", "對面食堂的燈還亮著。"),
        ("游客自带手提风扇或纸扇降温。", "遊客自帶手提風扇或紙扇降溫。"),
        ("令学生陷入囚犯困境，进退两难。", "令學生陷入囚犯困境，進退兩難。"),
        ("每天都要上庭，很困身。", "每天都要上庭，很困身。"),
        ("协会再吁各界加强援助，并吁市民捐血。", "協會再籲各界加強援助，並籲市民捐血。"),
        ("联合国吁各方克制　外长吁尽快停火", "聯合國籲各方克制　外長籲儘快停火"),
        ("他长吁短叹，气喘吁吁地上了楼。", "他長吁短嘆，氣喘吁吁地上了樓。"),
        ("工资大致回复到以前的水平，秩序已经回复。", "工資大致回復到以前的水平，秩序已經回復。"),
        (
            "收到来信，请尽快回复，他一直没有回复我的邮件。",
            "收到來信，請儘快回覆，他一直沒有回覆我的郵件。",
        ),
        ("（注1）见前文。(注2)", "（註1）見前文。(註2)"),
        ("注：本表不含去年数据。", "註：本表不含去年數據。"),
        ("大厦的电表房起火。", "大廈的電表房起火。"),
        ("电表走得很快，水表坏了。", "電表走得很快，水表壞了。"),
        ("他姓梁，她姓游，大家叫他们梁游两人。", "他姓梁，她姓游，大家叫他們梁游兩人。"),
        ("实习周结束那天，大家都哭了。", "實習週結束那天，大家都哭了。"),
        ("律师要求法庭准恢复行使投票权。", "律師要求法庭准恢復行使投票權。"),
        (
            "若准他投票，结果也许不同；如准其离境，便追不回来了。",
            "若准他投票，結果也許不同；如准其離境，便追不回來了。",
        ),
        (
            "标准恢复正常，水准恢复很快，如不准他来，他便不来。",
            "標準恢復正常，水準恢復很快，如不准他來，他便不來。",
        ),
        (
            "副校长王于渐领导这个小组，专家杨于胜认为不必着急。",
            "副校長王于漸領導這個小組，專家楊于勝認為不必著急。",
        ),
        (
            "关于他，对于李说的话，王于是笑了，江于此入海。",
            "關於他，對於李說的話，王於是笑了，江於此入海。",
        ),
        ("公司于东莞设厂，新法于春季生效。", "公司於東莞設廠，新法於春季生效。"),
        (
            "钟说，当局没有回应。钟指出，事情还没有完。",
            "鍾說，當局沒有回應。鍾指出，事情還沒有完。",
        ),
        ("她的头发变卷了，弟弟是自然卷。", "她的頭髮變捲了，弟弟是自然捲。"),
        ("大家放下东西都冲回学校，他又冲去车站。", "大家放下東西都衝回學校，他又衝去車站。"),
        ("雨水把泥沙冲去，茶要冲去浮沫。", "雨水把泥沙沖去，茶要沖去浮沫。"),
        ("他连续干了三四杯，又干了一大杯。", "他連續乾了三四杯，又乾了一大杯。"),
        ("他连续干了三四年，又干了一大半。", "他連續幹了三四年，又幹了一大半。"),
        ("他从程序员干起，后来从学徒干起后才明白。", "他從程序員幹起，後來從學徒幹起後才明白。"),
        ("编辑汇整出剧中人物，调整出戏的时间。", "編輯彙整出劇中人物，調整出戲的時間。"),
        ("他血流披面，公司又陷入财困。", "他血流披面，公司又陷入財困。"),
        ("说一百万只不过是开始，不宜放手干预。", "說一百萬只不過是開始，不宜放手干預。"),
        ("议员黄宏发形容，他们冲得最前。", "議員黃宏發形容，他們衝得最前。"),
        ("这位乘客叫冯征，他终于出征了。", "這位乘客叫馮征，他終於出征了。"),
        ("老李征求大家的意见，老张征集旧照片。", "老李徵求大家的意見，老張徵集舊照片。"),
        ("那套书还在。——苏州 余谷雨", "那套書還在。——蘇州 余穀雨"),
        ("反复的脱水和复水耗费能量。", "反覆的脫水和復水耗費能量。"),
        ("门卫分列左右，于正门外等候。", "門衛分列左右，於正門外等候。"),
        ("卫生署吁记者不要偷换概念。", "衛生署籲記者不要偷換概念。"),
        ("她是学校的校友 钟佩如（现在是小学教师）。", "她是學校的校友 鍾佩如（現在是小學教師）。"),
        (
            "三位校友刘婉辰、钟怜萱、杨毓琪一起办了这份刊物。",
            "三位校友劉婉辰、鍾憐萱、楊毓琪一起辦了這份刊物。",
        ),
        (
            "姚松炎说，这件事与他无关；议员姚松炎也到了。",
            "姚松炎說，這件事與他無關；議員姚松炎也到了。",
        ),
        ("文化局局长廖咸浩出席了开幕式。", "文化局局長廖咸浩出席了開幕式。"),
    ],
)
def test_what_news_and_reportage_say(source: str, expected: str) -> None:
    assert tw(source) == expected


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
        given = {form for form, *_ in rules_of(character) or ()}
        assert given <= forms[character], character


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
    assert hk(text) == "屋裏的人看着枱曆上的線，說稅務局設了衞生站。"
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
        (
            "修钟表的老人把每天的生意记在一张表上，这张表后来交给了街坊。",
            "修鐘錶的老人把每天的生意記在一張表上，這張表後來交給了街坊。",
        ),
        ("留一道缝，茶树冠面就不积水。", "留一道縫，茶樹冠面就不積水。"),
        ("手一慢，浆会干，试件总比别处的干得慢。", "手一慢，漿會乾，試件總比別處的乾得慢。"),
        ("他干得慢，干了一上午，一天也干不完。", "他幹得慢，幹了一上午，一天也幹不完。"),
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
