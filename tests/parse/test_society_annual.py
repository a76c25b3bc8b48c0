"""What a society's annual and a school's quarterly print: imprints, verse, tables, hours, letters."""

from __future__ import annotations

from converter.model import Heading, Issue, MastheadKind, Paragraph, Role, Table, Verse
from tests.support.restored import restored

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船，船上没有人。"
MORE = "摆渡的人照旧坐在石阶上，等着对岸那个人喊他，一等就是半天。"
THIRD = "石阶有三十一级，最下面的两级常年浸在水里，长着青苔。"
FOURTH = "那盏灯还是从前的灯，灯罩换过三回，灯芯一回也没有换过。"
CONTENTS = "目录\n\n渡口的灯　　张水　　3\n石阶　　李桥　　9\n\n"
BODY = f"渡口的灯\n\n张水\n\n{PROSE}\n\n{MORE}\n\n石阶\n\n李桥\n\n{THIRD}\n\n{FOURTH}\n"


def entries(found: Issue, kind: MastheadKind) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.label, one.values) for one in found.masthead.entries if one.kind is kind]


def article(text: str) -> Issue:
    return restored(f"渡口\n\n张水\n\n{text}").issue


def headings(found: Issue) -> list[str]:
    return [b.text.value for a in found.articles for b in a.blocks if isinstance(b, Heading)]


def test_an_annual_has_its_name_and_number_on_one_line() -> None:
    imprint = "中華民國七十八年十月出版\n發行人　張水\n編輯者　渡口同鄉會\n地址　臺北市河邊街六十巷九號\n非賣品\n\n"
    found = restored(f"渡口文史  第三十七輯\n\n{CONTENTS}{imprint}{BODY}").issue
    head = found.masthead
    assert (head.title, head.number, head.date) == ("渡口文史", "37", "1989-10")
    assert entries(found, MastheadKind.STAFF)[0] == ("發行人", ("張水",))
    assert [one.title[0].value for one in found.articles] == ["渡口的灯", "石阶"]
    assert entries(found, MastheadKind.OTHER)[-1] == ("", ("非賣品",))


def test_labels_with_something_around_them_belong_to_the_masthead() -> None:
    imprint = (
        "顾　　问：程　远　施大同\n编委会主任：张　水\n编　　委（按姓氏笔画）：\n"
        "丁　一　方　既　白若云\n许　安　张　水\n本期执行编辑：丁　一\n地　址：平江市河边路1号\n\n"
    )
    found = restored(f"渡口\n\n2019年第4期\n\n{CONTENTS}{imprint}{BODY}").issue
    assert found.front == ()
    names = dict(entries(found, MastheadKind.STAFF))
    assert names["编委（按姓氏笔画）"] == ("丁一", "方既", "白若云", "许安", "张水")
    assert names["本期执行编辑"] == ("丁一",)


def test_a_label_is_told_from_the_order_of_names_and_from_a_code_behind_it() -> None:
    """Also where it is letter-spaced and no colon parts them."""
    imprint = (
        "主　办　平江市文史学会\n主　编　张　水\n编 委 会（以姓氏笔画为序）\n丁　一　方　既　白若云\n"
        "国际标准连续出版物号ISSN 9917-5044\n国内统一连续出版物号CN 99-1178/G\n邮发代号99-31\n"
    )
    found = restored(f"渡口\n\n2019年第4期\n\n{imprint}\n{CONTENTS}{BODY}").issue
    names = dict(entries(found, MastheadKind.STAFF))
    assert names["编委会（以姓氏笔画为序）"] == ("丁一", "方既", "白若云")
    told = {entry.label: entry.values for entry in found.masthead.entries}
    assert told["国际标准连续出版物号"] == ("ISSN 9917-5044",)
    assert told["国内统一连续出版物号"] == ("CN 99-1178/G",)
    assert told["邮发代号"] == ("99-31",)


def test_the_name_of_a_section_right_below_the_imprint_is_none_of_it() -> None:
    contents = "目录\n\n卷 首\n3　渡口的灯　　张水\n\n一 线\n9　石阶　　李桥\n\n"
    imprint = "主办　渡口市委宣传部\n总编　张水\n责编　李桥\n印刷　渡口印刷厂\n每月1日出版\n"
    found = restored(f"渡口\n\n2023年第11期\n\n{contents}{imprint}卷首\n\n{BODY}").issue
    assert entries(found, MastheadKind.PRINTER) == [("印刷", ("渡口印刷厂",))]
    assert ("", ("每月1日出版",)) in entries(found, MastheadKind.OTHER)


def test_whence_figures_are_stands_below_a_table_without_outer_bars() -> None:
    rows = (
        "表1　两岸的船\n渡口 | 大船 | 小船\n上渡 | 3 | 14\n下渡 | 2 | 9\n资料来源：课题组调查\n\n"
    )
    found = article(f"{PROSE}\n\n{rows}{MORE}")
    (table,) = [b for b in found.articles[0].blocks if isinstance(b, Table)]
    assert [[cell.text.value for cell in row] for row in table.rows][-1] == ["下渡", "2", "9"]
    texts = [b.text.value for b in found.articles[0].blocks if isinstance(b, Paragraph)]
    assert "资料来源：课题组调查" in texts


def test_four_clauses_alike_are_verse() -> None:
    one = "一湖烟雨旧楼台，三十年前载酒来。\n莫向栏干寻姓字，栏干新换几回回。"
    other = "半生管百户，百户不知名。\n夜半巡圳去，蛙声似点兵。"
    found = article(f"{PROSE}\n\n其一\n{one}\n\n其二\n{other}\n\n{MORE}")
    stanzas = [b for b in found.articles[0].blocks if isinstance(b, Verse)]
    assert ["\n".join(line.value for line in b.lines) for b in stanzas] == [one, other]


def test_two_short_sentences_are_no_verse() -> None:
    found = article(f"{PROSE}\n\n船来了，人没有来。\n灯亮着，他也不说话。\n\n{MORE}")
    assert not [b for b in found.articles[0].blocks if isinstance(b, Verse)]


def test_readers_ask_by_name() -> None:
    found = article(
        "读者安宁问：渡船几点开？\n答：天亮就开，天黑就停。\n\n"
        "读者石小可问：下雨也开吗？\n答：小雨照开，大雨看水。"
    )
    blocks = [b for b in found.articles[0].blocks if isinstance(b, Paragraph)]
    assert [b.role for b in blocks] == [Role.QUESTION, Role.ANSWER] * 2


def test_an_hour_keeps_the_blank_before_what_was_done() -> None:
    found = article(f"6：10　起床\n\n{PROSE}\n\n8：00　碰头会\n\n{MORE}\n\n21：30　熄灯\n\n{THIRD}")
    assert headings(found) == ["6：10 起床", "8：00 碰头会", "21：30 熄灯"]


def test_the_last_of_three_marked_alike_is_a_heading_too() -> None:
    found = article(f"{PROSE}\n\n◇ 船主说\n\n{MORE}\n\n◇ 居民说\n\n{THIRD}\n\n◇ 专家说\n\n{FOURTH}")
    assert headings(found) == ["船主说", "居民说", "专家说"]


def test_what_somebody_left_is_told_right_behind_the_name() -> None:
    contents = "目录\n\n大水记　　俞伯平遗稿　　3\n石阶　　李桥　　9\n\n"
    found = restored(contents + BODY.replace("渡口的灯\n\n张水", "大水记\n\n俞伯平遗稿")).issue
    (author,) = found.articles[0].bylines[0].authors
    assert (author.name, author.office) == ("俞伯平", "遗稿")
    assert found.contents.sections[0].entries[0].authors == ("俞伯平",)


def test_a_table_below_text_is_no_contents() -> None:
    rows = "苗情 总茎数 追肥 公斤\n一类苗 70—90 拔节期 10\n二类苗 50—70 起身期 10\n三类苗 ＜50 返青期 7\n"
    found = article(f"{PROSE}\n\n{MORE}\n\n{rows}\n{THIRD}\n\n{FOURTH}")
    assert found.contents.sections == ()


def test_names_over_titles_are_sections_where_the_contents_are_lost() -> None:
    pieces = [("卷首语", "一盏灯", "张水"), ("特 稿\nTE GAO", "石阶三十一级", "李桥")]
    pieces += [("对话 DIALOGUE", "摆渡的人", "王渡"), ("封面故事之二", "缆绳绕三圈", "赵石")]
    text = "\n\n".join(
        f"{name}\n\n{title}\n\n{who}\n\n{PROSE}\n\n{MORE}" for name, title, who in pieces
    )
    found = restored(text).issue
    assert ["".join(line.value for line in one.title) for one in found.articles] == [
        title for _, title, _ in pieces
    ]
    assert [[a.name for b in one.bylines for a in b.authors] for one in found.articles] == [
        [who] for _, _, who in pieces
    ]


def test_names_that_no_magazine_shares_are_told_by_standing_over_most_titles() -> None:
    pieces = [("对门", "半夜敲门的都是急事", "张水"), ("炉边话", "我专卖有疤的苹果", "李桥")]
    pieces += [("塬上旧事", "一百二十三米深的井", "王渡"), ("手把手", "核桃树下种什么", "赵石")]
    text = "\n\n".join(
        f"{name}\n\n{title}\n\n{who}\n\n{PROSE}\n\n{MORE}" for name, title, who in pieces
    )
    found = restored(text).issue
    assert [one.title[0].value for one in found.articles] == [title for _, title, _ in pieces]


def test_a_folio_may_be_read_as_letters_of_either_case() -> None:
    found = article(f"{PROSE[:-4]}\n\n· 1L ·\n\n{PROSE[-4:]}\n\n{MORE}\n\n· 12 ·\n\n{THIRD}")
    assert ("· 1L ·", "page-marker") in {(drop.text, drop.reason) for drop in found.drops}


def test_a_rule_behind_a_bullet_is_left_out_once() -> None:
    rows = "| 渡口 | 大船 |\n* |---|---|\n| 上渡 | 3 |\n| 下渡 | 2 |"
    made = restored(f"渡口\n\n张水\n\n{PROSE}\n\n{rows}\n\n{MORE}")
    assert made.account is not None
    assert made.account.balanced
    assert "".join(drop.text for drop in made.issue.drops).count("*") == 1
