"""What a quarterly whose pages keep their lines prints: themes, initials, recipes, facts on a book."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Paragraph
from tests.support.restored import listed, restored

MORE = (
    "　　渠水从上游的石坝下来，到村口分成两股，一股去磨坊，\n"
    "一股去田里。分水的木闸只有半人高，开多少、关多少，都\n"
    "写在祠堂的墙上，过了六十年还看得清楚，没有人改过。\n"
)
PROSE = (
    "　　镇上的水车从前有三十一座，如今能转的只剩四座，都\n"
    "是许师傅一个人在修。他说木头和人一样，歇久了骨头要\n"
    "疼，所以每年开春都要把车轮卸下来晒两天太阳。\n"
    "　　我们沿着渠走了一个上午，听他讲每一座水车的脾气。\n"
)
OTHER = PROSE.replace("水车", "渡船").replace("许师傅", "老方").replace("车轮", "船板")
LAST = (
    "　　快门响过的地方，猫已经走了，剩下一块被它坐热的水\n"
    "泥地，我把它也拍了下来，老师说这一张留着，比猫好。\n"
    "　　坐在旁边的大哥是退伍的士官，拍的照片都很直，直的\n"
    "树，直的门，直的人，老师让他歪一点，他说想过，不敢。\n"
    "　　外拍那天去了小渔港，我按了两百多下，只有一张能看：\n"
    "一位老人坐在翻过来的筏子上剥虾，背后的海整个是亮的。\n"
)


def _issue(first: str, second: str = "\n", *, end: str = "") -> str:
    return (
        "溪岸月刊\n2020年第3期\n\n目录\n专题　溪边人家\n3　修水车的人　　许满仓\n6　渡口的账　　方竹生\n"
        "教室风景\n9　第一百天　　罗映山\n\f专题　溪边人家\n\n修水车的人\n\n许满仓\n\n"
        f"{first}\n\f专题　溪边人家\n\n渡口的账\n\n方竹生\n\n{OTHER}{second}"
        f"\n\f教室风景\n\n第一百天\n\n罗映山\n\n{OTHER.replace('渡船', '相机')}{LAST}{end}"
    )


def _articles(text: str) -> list[Article]:
    return list(restored(text).issue.articles)


def _boxes(article: Article) -> list[tuple[str, str, list[str]]]:
    return [
        (
            box.label,
            box.title.value if box.title else "",
            [one.text.value for one in box.blocks if isinstance(one, Paragraph)],
        )
        for box in article.blocks
        if isinstance(box, Box)
    ]


def test_a_section_with_its_theme_on_one_line_is_one() -> None:
    names = [name.replace("\u3000", "") for name, *_ in listed(restored(_issue(PROSE)))]
    assert names == ["专题溪边人家", "专题溪边人家", "教室风景"]


def test_an_initial_over_a_flush_line_belongs_to_it() -> None:
    flush = PROSE.strip("\u3000").replace("镇上的水车", "上的水车") + MORE
    (first, *_) = _articles(_issue(f"镇\n{flush.replace('如今能', '如今还能够')}"))
    assert not any(isinstance(one, Heading) for one in first.blocks)
    assert isinstance(first.blocks[0], Paragraph)
    assert first.blocks[0].text.value.startswith("镇上的水车从前")


@pytest.mark.parametrize("name", ["食　谱", "食谱"])
def test_a_recipe_has_its_steps(name: str) -> None:
    recipe = (
        f"\n{name}\n咸粥（四人份）\n材料：冷饭三碗、鲜虾半斤、虾米一大匙、扁鱼\n　两片、香菇四朵。\n"
        "调味：猪油两大匙、酱油一大匙、盐与白胡椒适量、\n　生粉三大匙。\n"
        "一、鲜虾以少许盐轻轻抓洗，沥干，起锅前才沾上\n　生粉。\n二、扁鱼以小火烘到酥黄，压碎。\n"
        "三、加水八碗煮滚，下冷饭，再滚，撒胡椒起锅。\n\n"
    )
    (first, *_) = _articles(_issue(PROSE + "\n作法\n" + recipe + MORE))
    ((label, title, texts),) = _boxes(first)
    assert (label, title) == ("食谱", "咸粥（四人份）")
    assert [text[:2] for text in texts] == ["材料", "调味", "一、", "二、", "三、"]
    assert texts[2].endswith("才沾上生粉。")


def test_what_is_known_of_a_book_is_a_box() -> None:
    facts = "\n本书信息\n书名：《无名渡口》\n作者：卫冬\n出版：木栈道出版社\n定价：38.00元\n\n"
    (first, *_) = _articles(_issue(facts + MORE))
    assert [label for label, *_ in _boxes(first)] == ["本书信息"]


def test_things_that_begin_like_surnames_speak_in_no_interview() -> None:
    talk = "".join(
        f"问：第{n}座水车还转吗？\n答：转，只是慢了些，上了油就好。\n" for n in "一二三四"
    )
    words = (
        "\n小辞典　水车的身体\n车心：水车的主轴，两端包着铁，架在石座上。\n"
        "叶板：承水的木片，片数以双数为吉利。\n水筒：斜绑在轮缘的竹筒，转到高处把水倒进槽。\n\n"
    )
    (first, *_) = _articles(_issue(PROSE + talk + words))
    ((label, title, texts),) = _boxes(first)
    assert (label, title) == ("小辞典", "水车的身体")
    assert [text[:2] for text in texts] == ["车心", "叶板", "水筒"]


def test_the_rest_of_a_sentence_overleaf_is_in_no_box() -> None:
    cut = (
        PROSE
        + "　　作者没有找到这个学摆渡的女孩，信写到第五十七封还是\n\n4\n\f5\n\n写给空位子的。\n\n"
    )
    quoted = (
        "　　　渡船不是路。路在那里等你，渡船要你等它。\n　　　等的时候，人才有空看见对岸。\n"
        "　　　　　　　　——《无名渡口》第五十七封\n\n"
    )
    (first, *_) = _articles(_issue(cut + quoted + MORE))
    assert _boxes(first) == [
        ("", "", ["渡船不是路。路在那里等你，渡船要你等它。等的时候，人才有空看见对岸。"])
    ]
    texts = [one.text.value for one in first.blocks if isinstance(one, Paragraph)]
    assert any(text.endswith("第五十七封还是写给空位子的。") for text in texts)


@pytest.mark.parametrize(
    ("told", "date"), [("民国109年12月31日", "2020-12-31"), ("2020年12月31日", "2020-12-31")]
)
def test_a_date_behind_the_publisher_s_label_is_a_date(told: str, date: str) -> None:
    imprint = f"\n\f溪岸月刊　第三期\n刊期　季刊\n出版　{told}\n发行单位　溪岸学院\n主编　许满仓\n地址　溪岸路1号\n"
    made = restored(_issue(PROSE, end=imprint))
    assert made.issue.masthead.date == date
