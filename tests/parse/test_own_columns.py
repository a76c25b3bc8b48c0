"""Columns that have no title but their names: sections of their own, as their form tells."""

from __future__ import annotations

from converter.model import Issue
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.proved import read_proved
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import rows_of
from converter.source import Line
from tests.support.restored import restored

PROSE = (
    "码头的吊车停了三天，第四天早上，调度室的灯先亮起来，接着是食堂的灯，最后才是吊车上的那一盏。",
    "夜班的人把安全帽扣在窗台上，帽子里都写着名字，从左到右数过去，正好是上个月的出勤表。",
)
HEAD = "望江周刊\n2013年第28期\n主办单位：某市总工会\n\n目录\n\n"


def issue(contents: str, *pieces: str) -> Issue:
    body = "\n\n".join(f"{piece}\n\n{PROSE[0]}\n\n{PROSE[1]}" for piece in pieces)
    return restored(f"{HEAD}{contents}\n\n{body}\n").issue


def listed(found: Issue) -> list[tuple[str, list[str]]]:
    return [
        (section.name, ["".join(entry.title) for entry in section.entries])
        for section in found.contents.sections
    ]


def test_a_column_with_its_english_beside_it_as_the_sections_have() -> None:
    found = issue(
        "社会　SOCIETY\n04　住在码头对面\n一千二百张没有登记的床\n\n05　声音\n\n经济　ECONOMY\n06　吊车与船\n库存十一万吨，船主盼着水涨\n\n人物　PEOPLE\n07　给大钟对时的人\n一分硬币",
        "社会　SOCIETY\n\n住在码头对面\n\n本刊记者／葛小川",
        "声音　VOICES",
        "经济　ECONOMY\n\n吊车与船\n\n本刊记者／张水",
        "人物　PEOPLE\n\n给大钟对时的人\n\n本刊记者／李山",
    )
    assert listed(found) == [
        ("社会", ["住在码头对面"]),
        ("声音", ["声音"]),
        ("经济", ["吊车与船"]),
        ("人物", ["给大钟对时的人"]),
    ]
    assert ["".join(line.value for line in made.title) for made in found.articles] == [
        "住在码头对面", "声音", "吊车与船", "给大钟对时的人",
    ]  # fmt: skip


def test_what_an_article_is_about_is_nobody() -> None:
    found = issue(
        "社会\n04　住在码头对面\n一千二百张没有登记的床\n\n经济\n06　吊车与船\n库存十一万吨，船主盼着水涨",
        "住在码头对面\n\n本刊记者／葛小川",
        "吊车与船\n\n本刊记者／张水",
    )
    entries = [entry for section in found.contents.sections for entry in section.entries]
    assert [(entry.subtitle, entry.authors) for entry in entries] == [
        ("一千二百张没有登记的床", ()),
        ("库存十一万吨，船主盼着水涨", ()),
    ]


def test_a_column_in_brackets_as_the_sections_are() -> None:
    found = issue(
        "[卷首]\n\n把名字写在后面　葛小川/3\n\n[特稿]\n\n三百张欠条　陆平/3\n\n船台上的账本　沈一帆/4\n\n两平方米的屋子　雷青禾/4\n\n[论坛]\n\n吊车与船　张水/4\n\n[法律信箱] 李山 /5\n\n[诗页]\n\n给收工的人　何溪/6\n\n[工会简讯] /7",
        "卷首\n\n把名字写在后面\n\n葛小川",
        "特稿\n\n三百张欠条\n\n陆平",
        "船台上的账本\n\n沈一帆",
        "两平方米的屋子\n\n雷青禾",
        "论坛\n\n吊车与船\n\n张水",
        "法律信箱\n\n主持人：李山",
        "诗页\n\n给收工的人\n\n何溪",
        "工会简讯",
    )
    assert listed(found) == [
        ("卷首", ["把名字写在后面"]),
        ("特稿", ["三百张欠条", "船台上的账本", "两平方米的屋子"]),
        ("论坛", ["吊车与船"]),
        ("法律信箱", ["法律信箱"]),
        ("诗页", ["给收工的人"]),
        ("工会简讯", ["工会简讯"]),
    ]


def test_a_name_right_over_an_entry_that_says_it_again() -> None:
    contents = [
        "发车前",
        "004 把便当放在膝盖上",
        "读者月台",
        "022 读者月台",
        "书架",
        "024 两本关于等待的书",
    ]
    body = ["发车前", "把便当放在膝盖上", "读者月台", "书架", "两本关于等待的书"]
    lines = [Line(at, text) for at, text in enumerate(contents, 1)]
    index = BodyIndex([Line(at, text) for at, text in enumerate(body, 20)], lines)
    beside = RawContents()
    found = read_proved(rows_of(lines, beside, "目录"), beside, index)
    assert found is not None
    assert [section.name for section in found.sections] == ["发车前", "读者月台", "书架"]
    assert [entry.section for entry in found.entries] == [0, 1, 2]


def test_who_took_the_picture_of_the_cover_lists_no_article() -> None:
    found = issue(
        "社会 SOCIETY\n04 住在码头对面\n   葛小川\n经济 ECONOMY\n06 吊车与船\n   张水\n06 快讯 NEWS\n封面 银河升起在码头上空（阿川 摄）",
        "住在码头对面\n\n葛小川",
        "吊车与船\n\n张水",
        "快讯",
    )
    titles = [title for _, titles in listed(found) for title in titles]
    assert titles == ["住在码头对面", "吊车与船", "快讯"]


def stands_over(*between: str) -> bool:
    """Whether 经济 stands above 来信照登, with some lines between."""
    lines = ["吊车与船", "经济 ECONOMY", *between, "来信照登", "把灯留在码头上"]
    index = BodyIndex(Line(at, text) for at, text in enumerate(lines, 1))
    return index.stands_above("经济", "来信照登")


def test_a_running_foot_over_its_folio_stands_above_nothing_overleaf() -> None:
    assert stands_over()
    assert stands_over("16")
    assert not stands_over("16", "")
