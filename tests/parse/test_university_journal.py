"""A university's journal of two columns: heads of two lines, English contents, abstracts in English below the articles."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Issue, Paragraph, PullQuote, Role
from converter.segment.units.indents import has_lost_indent
from converter.source import Line
from tests.support.restored import restored

HEAD = (
    "2004年5月　　河湾师范学院学报（社会科学版）　　May.2004\n"
    "第26卷第3期　Journal of Hewan Teachers College(Social Sciences)　Vol.26 No.3\n\n"
)
OVERLEAF = "河湾师范学院学报（社会科学版）　　　　第26卷\n"
CONTENTS = (
    "目　次\n\n·水利研究·\n渡口水位的记录…………………裴若拙(21)\n·农学研究·\n滩地种豆的轮作………………薛半山(23)\n\n"
    "MAIN CONTENTS\n\nA Record of Water Levels at the Ferry in Hewan from the Qing Dynasty to the Building of the Dam……PEI Ruo-zhuo(21)\n"
    "The Rotation of Beans on the Flats……XUE Ban-shan(23)\nThe Ferry in the County Records……HE Jing(24)\n\n"
)
FRONT = f"河湾师范学院学报\nHEWAN SHIFAN XUEYUAN XUEBAO\n（社会科学版）\n2004年第3期\n第26卷（总第106期）\n\n{CONTENTS}"
NOTICE = (
    "本刊稿约\n《河湾师范学院学报（社会科学版）》为双月刊，欢\n迎校内外作者赐稿，并请注意以下各项：\n"
    "\u3000\u30001.来稿以八千字以内为宜，文责自负。\n\u3000\u30002.来稿一律不退，三个月内未接到通知，作\n者可以自行处理。\n"
    "《河湾师范学院学报》编辑部\n"
)
BACK = (
    "\n河湾师范学院学报（社会科学版）\n（双月刊，1979年创刊）\n第26卷第3期（总第106期）\n\n主管单位：河湾省教育厅\n"
    "主办单位：河湾师范学院\n主　　编：沈一帆\n国内统一刊号：CN 99-1500/C\n定价：6.00元\n"
)
WATER = (
    "渡口的水位从石阶上读起，一共三十一级，最下面的两级常年浸在水里，只有大旱的年份才露出来。",
    "船工每天早晚各读一次，先记在墙上，墙上写满了就抄进簿子，簿子由渡会的人收着，年底结一次账。",
    "簿子封皮上有名字，有的只写一个姓，后面画着一条船，有的连姓也没有，只画着两把交叉的桨。",
    "光绪以后读数的人换成了学堂里的学生，字迹工整得多，日子却常常漏记，一漏就是半个月。",
    "把三种记录放在一起比较，可以看出涨水比从前来得早，退水比从前来得迟，前后差了九天。",
    "差的这九天正好是插秧的时候，因此两岸的田改种了旱稻，渡船也从此多跑一个时辰。",
)
BEANS = (
    "滩地上的豆子要等退水以后才下种，头一年收成最好，第二年得换到高处去，不然根会烂掉。",
    "四个村子的办法并不一样，上游的两村隔年种麦，下游的两村宁可让地空着，也不肯连种。",
    "我们在每村选了十二块地，量了三年的产量，又问了种地的人，他们说的与量出来的相差不多。",
    "空着的地并非没有出产，野菜和柴草都归各家的孩子，卖得的钱够交一个学期的书本费。",
    "大坝修成以后水位稳了，滩地不再换新泥，豆子的产量一年不如一年，肥料要多下一半。",
    "由此看来，轮作的好处大半来自洪水，离了洪水再谈轮作，只是一种习惯，不是一种技术。",
)


def column(*paragraphs: str, indent: str = "\u3000\u3000", size: int = 22) -> str:
    """The lines of a column with so many characters in each."""
    lines = []
    for text in paragraphs:
        whole = indent + text
        lines += [whole[at : at + size] for at in range(0, len(whole), size)]
    return "\n".join(lines) + "\n"


ABROAD = (
    "\nA Record of Water Levels at the Ferry in\nHewan\nPEI Ruo-zhuo\n"
    "(Department of Water, Hewan Teachers\nCollege, Hewan 199001, China)\n"
    "Abstract: There is a record of water levels\nat the ferry in Hewan. The boatmen wrote\n"
    "them on the wall of the ferry house twice\na day and, when it was full, in a book.\n"
    "Key words: water level; ferry; record;\nboatmen of Hewan\n"
)
ABROAD_BEANS = (
    "\nThe Rotation of Beans on the Flats: A Survey\nof Four Villages\nXUE Ban-shan1, HE Jing2\n"
    "(1. Department of Farming, Hewan\nTeachers College, Hewan 199001, China; 2.\nFarming Office of Hewan District,\n"
    "Hewan 199003, China)\nAbstract: Beans on the flats yield most in\nthe first year after the flood and\n"
    "ought to be moved to higher ground in\nthe second, as their roots rot.\nKey words: beans; flats;\nrotation\n"
)


def journal(water: str = "", beans: str = "", *, last: str = "·24·") -> str:
    """The issue: two articles on two pages each, and what else stands at their ends."""
    water_text = column(*WATER[:4]) + "·21·\n" + OVERLEAF + column(*WATER[4:])
    beans_text = column(*BEANS[:4]) + "·23·\n" + OVERLEAF + column(*BEANS[4:])
    return (
        f"{FRONT}{HEAD}渡口水位的记录\n裴若拙\n（河湾师范学院 水利系，河湾 199001）\n\n{water_text}{water}〔责任编辑：沈 一〕\n{ABROAD}·22·\n"
        f"{HEAD}滩地种豆的轮作\n薛半山\n（河湾师范学院 农学系，河湾 199001）\n\n{beans_text}{beans}〔责任编辑：沈 一〕\n{ABROAD_BEANS}{last}\n{OVERLEAF}{NOTICE}·25·\n{BACK}"
    )


def issue(text: str | None = None) -> Issue:
    """The issue restored."""
    return restored(journal() if text is None else text).issue


def texts(made: Article, role: Role) -> list[str]:
    """The paragraphs of an article that have a role."""
    blocks = (*made.front, *made.blocks, *made.back)
    return [b.text.value for b in blocks if isinstance(b, Paragraph) and b.role is role]


def test_the_head_of_the_first_page_ends_the_contents_and_those_in_english_are_no_entries() -> None:
    made = issue()
    assert [one.title[0].value for one in made.articles] == [
        "渡口水位的记录",
        "滩地种豆的轮作",
        "本刊稿约",
    ]
    entries = [entry for one in made.contents.sections for entry in one.entries]
    assert [(entry.title[0], entry.page) for entry in entries] == [
        ("渡口水位的记录", "21"),
        ("滩地种豆的轮作", "23"),
    ]
    heads = [drop.text for drop in made.drops if drop.reason == "running-head"]
    assert sum("May.2004" in text for text in heads) == 2


def test_the_name_with_the_edition_on_a_line_of_its_own_and_a_volume_is_a_running_head() -> None:
    made = issue()
    heads = [drop.text for drop in made.drops if drop.reason == "running-head"]
    assert heads.count(OVERLEAF.strip()) == 3
    assert not any(isinstance(block, Heading) for one in made.articles for block in one.blocks)


def test_a_folio_of_three_digits_with_blanks_between_them_is_one() -> None:
    dropped = {drop.text: drop.reason for drop in issue(journal(last="·2 2 4·")).drops}
    assert dropped.get("·2 2 4·") == "page-marker"


def test_the_english_title_authors_and_houses_below_an_article_over_lines_of_its_column() -> None:
    one, other, _ = issue().articles
    assert texts(one, Role.PARALLEL_TITLE) == [
        "A Record of Water Levels at the Ferry in Hewan",
        "PEI Ruo-zhuo",
        "(Department of Water, Hewan Teachers College, Hewan 199001, China)",
    ]
    assert texts(other, Role.PARALLEL_TITLE) == [
        "The Rotation of Beans on the Flats: A Survey of Four Villages",
        "XUE Ban-shan1, HE Jing2",
        "(1. Department of Farming, Hewan Teachers College, Hewan 199001, China; 2. Farming Office of Hewan District, Hewan 199003, China)",
    ]
    assert texts(other, Role.KEYWORDS) == ["Key words: beans; flats; rotation"]
    (abstract,) = texts(other, Role.ABSTRACT)
    assert abstract.endswith("in the second, as their roots rot.")


def test_the_title_of_an_abstract_that_says_its_words_is_no_pull_quote() -> None:
    for one in issue().articles:
        assert not one.pull_quotes
        assert not any(isinstance(block, PullQuote) for block in one.blocks)


def test_who_edited_the_article_is_no_part_of_its_last_note() -> None:
    notes = "①河湾县水文站编印：《渡口水位三十年汇编》，内\n部资料。\n②参见河湾县水利局《关于读数时间的若干规定》第\n七条第（五）项。\n"
    text = (
        journal(water=notes)
        .replace("九天正好", "九天①正好", 1)
        .replace("插秧的时候", "插秧②的时候", 1)
    )
    one = issue(text).articles[0]
    assert [note.text.value[-4:] for note in one.notes] == ["部资料。", "五）项。"]
    assert texts(one, Role.CREDIT) == ["〔责任编辑：沈一〕"]


def flush(*paragraphs: str) -> str:
    """Paragraphs of a page that has lost their indents."""
    return column(*paragraphs, indent="")


EXAMPLES = (
    "\u3000\u3000(1)水到第九级石阶，船过一趟。（水到了第九\n级，船再过一趟。）\n"
    "\u3000\u3000(2)桨断了，换一把过。（桨断了，\n重新换一把。）\n"
)
LED = "河湾话里的“过”读轻声的时候与别处相同，表示曾经有过的事情；读本调的时候却有一种别处没有的用法，例如："
SAID = (
    "《河湾县志》只收了一条，没有谈到句法上的条件，材料由笔者在渡口和河下镇两地调查所得。",
    "发音的人一共四位，最年长的在船上过了一辈子，最年轻的只在小时候听祖母这样说过。",
    "何以没有否定？我们推测，它的作用在于补救，既要补救，便已经承认前一次不能算数了。",
)
ASKED = "“过”字句没有否定形式，本地人要改口。疑问倒是可以的，但是只能用另一个字来提问："


def test_flush_paragraphs_below_indented_examples_are_paragraphs_of_their_own() -> None:
    made = issue(journal(water="1 例句\n" + flush(LED) + EXAMPLES + flush(*SAID[:2])))
    assert texts(made.articles[0], Role.BODY)[-3:] == [LED, *SAID[:2]]
    assert [text[:3] for text in texts(made.articles[0], Role.LIST_ITEM)] == ["（1）", "（2）"]


def test_an_example_below_a_colon_goes_on_counting_and_is_no_heading() -> None:
    third = "\u3000\u3000(3)这船漏了，可要补一遍过？\n"
    water = "1 例句\n" + flush(LED) + EXAMPLES + flush(SAID[0]) + "2 疑问\n" + flush(ASKED) + third
    one = issue(journal(water=water + flush(*SAID[1:]))).articles[0]
    heads = [block.text.value for block in one.blocks if isinstance(block, Heading)]
    assert heads == ["1 例句", "2 疑问"]
    assert texts(one, Role.LIST_ITEM)[-1] == "（3）这船漏了，可要补一遍过？"
    assert texts(one, Role.BODY)[-3:] == [ASKED, *SAID[1:]]


def test_a_question_with_a_number_over_its_text_is_a_heading() -> None:
    water = "（1）水从哪里来？\n" + column(*SAID[:2]) + "（2）船往哪里去？\n" + column(SAID[2])
    one = issue(journal(water=water)).articles[0]
    heads = [block.text.value for block in one.blocks if isinstance(block, Heading)]
    assert heads == ["（1）水从哪里来？", "（2）船往哪里去？"]


@pytest.mark.parametrize(
    ("led", "told"),
    [
        ("却有一种别处没有用处的说法，大家都这样提问：", True),
        ("却有一种别处没有用处的说法，同样的意思可以这\n的用法，例如：", True),
        ("却有一种别处没有用处的说法，同样的意思可以这\n小贴士：", False),
        ("却有一种别处没有用处的说法，同样的意思可以这", False),
    ],
)
def test_a_flush_line_below_examples_that_a_colon_leads_to_begins_a_paragraph(
    led: str, *, told: bool
) -> None:
    page = f"{column(WATER[0])}{led}\n\u3000\u3000(6)这船漏了，可要补一遍过？\n{flush(SAID[0])}"
    lines = [Line(number, text) for number, text in enumerate(page.split("\n"), 1) if text]
    at = next(at for at, line in enumerate(lines) if line.text.startswith("《"))
    assert has_lost_indent(lines, at, 22.0) is told
