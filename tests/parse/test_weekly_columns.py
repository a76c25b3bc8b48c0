"""What a weekly sets into its narrow columns: figures in frames, tables, captions, prices, lost glyphs."""

from __future__ import annotations

from converter.model import Block, Box, Figure, Heading, Paragraph, Role, Table
from tests.support.restored import restored

TOP = (
    "　　公交专用道本来是解药。泊州",
    "2008年划了第一条，全长4.3公里，",
    "到今年也还是这一条。去年的一次",
    "抽查里，高峰时段的专用道上，每",
    "十辆车有六辆是小轿车。处罚的摄",
    "像头装了九个，坏了五个，没有人",
    "说得清由谁来修。",
)
MORE = (
    "　　老渡口在镇子的南头，石阶一",
    "共三十一级，最下面的两级常年浸",
    "在水里，长了青苔。",
    "　　撑船的人姓葛，六十七岁，撑",
    "了四十年船，没有丢过行李，也没",
    "有误过一班船。",
    "　　船是杉木的，一年上一次桐油，",
    "上油的那几天整条街都是桐油的味",
    "道，孩子们捏着鼻子从船边跑过。",
)
CUT = (
    "　　全镇的织席机有九千多台，大",
    "半是前几年上的，只会织一种宽度。",
    "换一台新机器要八万，银行看厂里",
)
REST = (
    "的房子是租的，地是集体的，不肯",
    "贷。镇里打算由财政出两千万元设",
    "一个周转池，办法还在讨论。",
)
END = (
    "　　也有停了又开的。去年十月停",
    "驶的19路，今年四月悄悄恢复了一",
    "半。促成此事的是沿线一所聋哑学",
    "校的四十七名学生，他们写了一封",
    "联名信，信里没有诉苦，只画了一",
    "张图。",
)


def blocks(*parts: tuple[str, ...]) -> tuple[Block, ...]:
    parts = (MORE, *parts)
    text = "\n\n".join("\n".join(part) for part in parts)
    found = restored(f"望楼\n\n葛小川\n\n{text}\n").issue.articles
    return tuple(block for article in found for block in article.blocks)


def texts(found: tuple[Block, ...]) -> list[str]:
    return [block.text.value for block in found if isinstance(block, Paragraph)]


def test_a_line_with_figures_of_a_frame_may_be_a_little_wider() -> None:
    box = (
        "■数说",
        "　　泊州市民用汽车保有量：",
        "2005年8.7万辆，2012年41.3万",
        "辆。",
        "　　同期公交车数量：1106辆，",
        "1304辆。",
        "　　公交出行分担率：27.4%，",
        "16.9%。",
        "　　公交专用道总长：0，4.3公",
        "里。",
        "来源：泊州市统计年鉴、市公共",
        "交通总公司",
    )
    found = blocks(TOP, box, ("一条线的第二次生命",), END)
    (made,) = (block for block in found if isinstance(block, Box))
    assert len(made.blocks) == 4
    assert made.attribution is not None
    assert made.attribution.text.value == "来源：泊州市统计年鉴、市公共交通总公司"
    assert [b.text.value for b in found if isinstance(b, Heading)] == ["一条线的第二次生命"]


def test_rows_of_figures_under_each_other_are_no_running_heads() -> None:
    table = (
        "双竹镇麻将席批发价（元／床）",
        "时间  优等  一等  统货",
        "2010年7月  168  121  86",
        "2011年7月  175  126  88",
        "2012年7月  152  104  70",
        "2013年7月  117  79  48",
    )
    caption = ("葛小川的工人给竹垫上油。她规定", "每块垫子用手背试过才算。摄影", "／魏来")
    found = blocks(TOP, CUT, table, caption, REST, END)
    (made,) = (block for block in found if isinstance(block, Table))
    assert [row[0].text.value for row in made.rows][1:] == [
        "2010年7月", "2011年7月", "2012年7月", "2013年7月",
    ]  # fmt: skip
    (picture,) = (block for block in found if isinstance(block, Figure))
    assert picture.caption.value == "".join(caption)
    assert "".join((*CUT, *REST)).strip() in texts(found)


def test_a_price_on_a_line_of_its_own_ends_an_imprint() -> None:
    book = ("黄以恒 著 测海出版社 2013年3月", "45.00元")
    found = blocks(TOP, ("《慢慢读懂一张地图》",), (*book, *END))
    assert "".join("".join(book).split()) in ["".join(text.split()) for text in texts(found)]


def test_a_character_that_nobody_could_read_opens_no_paragraph() -> None:
    lines = (
        "　　凉夏只是近因。镇商会秘书长",
        "□小川认为，真正的对手是空调。",
        "二十年前，城里人睡竹席是因为热，",
        "如今空调开到二十六度。",
    )
    assert "".join(lines).strip() in texts(blocks(TOP, lines, END))


def test_nobody_named_signs_the_last_of_several_letters() -> None:
    letters = [
        ("也说“停车难”",), TOP, ("泊州读者 万里云",),
        ("一句话的更正",), END, ("临溪县退休职工 邬大年",),
        ("孩子问我什么叫“代步”",), TOP,
        ("一位母亲", "　　（来信请寄本刊编辑部，采用时", "可能有删节。）"),
    ]  # fmt: skip
    found = blocks(*letters)
    roles = [b.text.value for b in found if isinstance(b, Paragraph) and b.role is Role.SIGNATURE]
    assert roles[-1] == "一位母亲"
