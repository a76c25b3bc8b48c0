"""Printed lines of a works' magazine: jokes and news signed in a row, poems, couplets, notices."""

from __future__ import annotations

from converter.model import Article, Figure, Heading, Paragraph, Role, Table, Verse
from tests.support.restored import restored

PROSE = """\
锅炉房的老秦师傅退休那天，把一把用了二十
年的铁锹擦得锃亮，靠在门后头，说谁接班谁
就使它，别让它闲着。接班的小伙子头一回上
手，添了三锹煤，压火压得满屋子是烟。
老秦没有走远，站在院子里的槐树底下看烟筒，
看见冒黑烟，就折回来，什么也没有说，把炉
门打开一条缝，等火苗自己亮起来。
"""
HEAD = """\
工余
1986年第3期

目录
一把铁锹……秦放（1）
厂区小诗……林野　丁茂（2）
班后一笑……（3）
征联揭晓……（4）

"""


def read(body: str) -> list[Article]:
    text = f"{HEAD}一把铁锹\n秦放\n{PROSE}{PROSE}{body}"
    return list(restored(text).issue.articles)


def texts(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


def test_jokes_in_a_row_keep_the_names_behind_them() -> None:
    jokes = """\
班后一笑
师傅问徒弟：“天平怎么总是不准？”徒弟想了
一想：“它跟着您，也站累了。”（高　峰）
采购员回来报账：“一共花了八十。”会计翻开
账本：“发票呢？”“路上用来包烧饼了，烧饼
也在账里。”（小　陆）
炊事员端上一碗汤：“这是鸡汤。”“鸡呢？”
“鸡在汤前头跑，还没有追上。”（施　玉）
"""
    article = read(jokes)[-1]
    assert [text[-4:] for text in texts(article)] == ["（高峰）", "（小陆）", "（施玉）"]


def test_a_number_that_counts_on_within_a_sentence_opens_no_item() -> None:
    body = PROSE.replace(
        "没有走远，站在院子里的槐树底下看烟筒，",
        "没有走远，在院子里的槐树底下看星期二、\n四、六的烟筒，",
    )
    found = " ".join(texts(read(f"征联揭晓\n{body}")[-1]))
    assert "星期二、四、六的烟筒" in found


POEMS = """\
厂区小诗
铆　钉
　　　　把自己交出去
　　　　交给锤声
　　　　站成一个姿势

　　　　风来了
　　　　车来了又去了
　　　　我只用一点头
　　　　　　（锻工车间　林　野）
夜　班
　　　　灯睡着了
　　　　机器没有睡
　　　　我替它们
　　　　数着星星
　　　　　　（装配车间　丁　茂）
"""


def test_titles_of_poems_at_the_edge_are_headings_and_who_signs_is_no_heading() -> None:
    article = read(POEMS)[1]
    heads = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert heads == ["铆钉", "夜班"]
    verse = [len(block.lines) for block in article.blocks if isinstance(block, Verse)]
    assert verse == [3, 3, 4]
    signed = [block.role for block in article.blocks if isinstance(block, Paragraph)]
    assert signed == [Role.SIGNATURE, Role.SIGNATURE]


def test_all_who_sign_a_poem_each_are_the_authors_of_the_article() -> None:
    bylines = read(POEMS)[1].bylines
    assert [author.name for line in bylines for author in line.authors] == ["林野", "丁茂"]


COUPLETS = """\
征联揭晓
　　本刊第一期登出上联，共收到对句三百零七
条，现将得奖的公布如下：
　　一等奖：
　　　　炉火千回炼铁骨
　　　　汗珠一滴照春秋
　　　　　　（铸造车间　邢国良）
　　二等奖：
　　　　炉火千回炼铁骨
　　　　清茶半盏洗烟尘
　　　　　　（动力车间　何　田）
　　　　炉火千回炼铁骨
　　　　小窗一盏待归人
　　　　　　（子弟中学　栾　静）
　　评语：一等奖的对句，“一滴”对“千回”，
大小相衬，有时间的分量。
"""


def test_couplets_are_verse_and_open_no_article() -> None:
    articles = read(COUPLETS)
    assert articles[-1].title[0].value == "征联揭晓"
    verse = [block for block in articles[-1].blocks if isinstance(block, Verse)]
    assert [len(block.lines) for block in verse] == [2, 2, 2]
    assert not any(isinstance(block, Heading) for block in articles[-1].blocks)


NOTICE = """\
“我和工厂”征文启事
　　为迎接建厂三十周年，本刊举办征文，凡本
厂职工、家属均可参加，来稿一律不退。
　　　　　　《工余》编辑部
更　正
　　本刊第二期第四页“一九五八年”应为“一
九五六年”，特此更正，并向读者致歉。
灯下猜谜
　　两条长龙不分家，翻山过水到天涯，龙身不
动龙背响，背上跑着万人家。（打一运输设备）
"""


def test_what_follows_a_notice_at_its_end_is_a_piece_of_its_own() -> None:
    titles = [article.title[0].value for article in read(COUPLETS + NOTICE)]
    assert titles[-3:] == ["“我和工厂”征文启事", "更正", "灯下猜谜"]


def blocks(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, (Heading, Paragraph))]


def test_whom_a_letter_addresses_is_no_second_line_of_its_heading() -> None:
    letter = f"征联揭晓\n关于一把铁锹的几点不同的意见\n编辑同志：\n{PROSE}"
    assert blocks(read(letter)[-1])[:2] == ["关于一把铁锹的几点不同的意见", "编辑同志："]


def test_the_brackets_for_an_answer_belong_to_the_question_above() -> None:
    quiz = """\
征联揭晓
　　1.炉门开着的时候可以添水。（　）
　　2.铁锹用完了要立起来，靠在门的后头。
（　）
　　3.交班以前要把煤渣清出去。（　）
"""
    assert blocks(read(quiz)[-1])[1].endswith("后头。（）")


def test_a_house_an_office_and_a_spaced_name_are_a_byline_below_a_full_subtitle() -> None:
    head = f"征联揭晓\n——记锅炉房里三个班组的十年评比竞赛\n总厂卫生防疫站　主管医师　卢　慕　贤\n{PROSE}"
    article = read(head)[-1]
    names = [author.name for line in article.bylines for author in line.authors]
    assert names == ["卢慕贤"]


TABLE = """\
征联揭晓
老秦把三个班的煤耗记在一张纸上，贴在门后，
谁也不许撕，月底拿下来，一笔一笔地算。
三个班的煤耗（每班平均）
班次　煤（吨）　水（吨）　温度（度）
甲班　3.2　11　92
乙班　3.5　12
90
丙班　3.1　11　93
从表上可以看出，丙班用的煤最少，水也不多，
烧出来的汽却不比别人差，这是擦铁锹的功劳。
"""


def test_rows_of_figures_are_a_table_be_one_of_them_torn() -> None:
    tables = [block for block in read(TABLE)[-1].blocks if isinstance(block, Table)]
    assert len(tables) == 1
    cells = [[cell.text.value for cell in row] for row in tables[0].rows]
    assert cells[2] == ["乙班", "3.5", "12", "90"]
    assert len(cells) == 4
    assert tables[0].caption is not None


PICTURED = """\
征联揭晓
　　今年春上，锅炉房换了两台新炉子，炉门上
有玻璃，看得见火。老秦围着炉子转了三圈，伸
老秦师傅在新炉子前面教徒弟们看火色。
秦　放　摄
手摸一摸炉门，又缩回来，说了一句谁也没有想
到的话。
"""


def test_who_took_a_picture_may_stand_below_its_caption_within_a_sentence() -> None:
    article = read(PICTURED)[-1]
    assert [block.caption.value for block in article.blocks if isinstance(block, Figure)] == [
        "老秦师傅在新炉子前面教徒弟们看火色。秦 放 摄"
    ]
    assert "伸手摸一摸炉门" in texts(article)[0]


def test_who_edited_a_column_is_no_author() -> None:
    column = f"征联揭晓\n{PROSE}　　　　　　　　（本栏编辑　边　芸）\n"
    assert read(column)[-1].bylines == ()


def test_a_reader_of_some_place_signs_without_a_name() -> None:
    letters = f"征联揭晓\n{PROSE}　　　　　　　　汀镇中学　一读者\n{PROSE}"
    roles = [b.role for b in read(letters)[-1].blocks if isinstance(b, Paragraph)]
    assert Role.SIGNATURE in roles


def test_a_misread_folio_behind_the_number_of_the_issue_is_no_text() -> None:
    half = PROSE.replace("添了三锹煤，压火压", "添了三锹煤，\n\n工余．084　O8\n\n压火压")
    found = " ".join(texts(read(f"征联揭晓\n{half}")[-1]))
    assert "O8" not in found
    assert "08" not in found


def test_a_line_with_room_for_more_ends_its_paragraph_where_there_are_no_indents() -> None:
    first = "铁锹一共用坏了四把，账上记得清楚，每一把都写着年月，账本在墙上"
    second = "进入冬天以后，锅炉房添了两个人手，铁锹也添了两把，账还是老秦记。"
    lines = [text[at : at + 20] for text in (first, second) for at in range(0, len(text), 20)]
    joined = "\n".join(lines)
    assert texts(read(f"{PROSE}{joined}\n")[0])[-2:] == [first, second]
