"""Boxes as the magazines of works, schools and clinics set them, and where those end."""

from __future__ import annotations

from converter.model import Article, Box, Heading
from tests.support.articles import texts
from tests.support.restored import restored

HEAD = "目录\n\n锅炉房的一夜　　乔满仓　2\n\n苗圃里的黄瓜　　田小禾　6\n"
BOILER = (
    "锅炉房的夜班从晚上十点开始，三个人守两台炉子，一台烧着，一台焖着。老乔把手背贴在炉门上，不看表也知道温度。",
    "十二点要清一次渣，渣是红的，倒进水槽里哗的一声，半间屋子都是白汽，脸上的煤灰冲出两道白印子来。",
    "天快亮的时候压力掉了一格，老乔下去看了看，是引风机的皮带松了，他拧紧两圈，又上来喝茶。",
    "交班的人来了，老乔只说一句话：皮带今天要换。说完就走，饭盒在手里一晃一晃的。",
)
GARDEN = (
    "苗圃在厂区的西北角，原来是堆煤渣的地方，土是从河边一车一车拉来的，种过三年苜蓿才肯长菜。",
    "黄瓜架子用的是报废的细钢管，焊工班的人下了班来焊，焊口比图纸上的还整齐，刷了一层绿漆。",
    "第一茬黄瓜摘了四十斤，送到食堂，每人分到一根，脆得隔壁桌子都听得见。",
)


def issue(first: tuple[str, ...], second: tuple[str, ...] = GARDEN) -> tuple[Article, ...]:
    text = (HEAD, "锅炉房的一夜", "乔满仓", *first, "苗圃里的黄瓜", "田小禾", *second)
    return restored("\n\n".join(text) + "\n").issue.articles


def boxes(article: Article) -> list[tuple[str, tuple[str, ...], str]]:
    return [
        (
            block.label,
            tuple(one.text.value for one in block.blocks if hasattr(one, "text")),
            block.attribution.text.value if block.attribution else "",
        )
        for block in article.blocks
        if isinstance(block, Box)
    ]


def cut(text: str, word: str, *between: str) -> tuple[str, ...]:
    at = text.index(word)
    return text[:at], *between, text[at:]


def test_what_stands_behind_the_mark_of_known_names_again_and_again_names_boxes() -> None:
    said = ("夜里最难的是三点，过了三点，人就醒了。", "焊一个架子，比焊一根管子高兴。")
    first, second = issue(
        (
            BOILER[0],
            *cut(BOILER[1], "脸上的煤灰", "▶技术词典", "焖炉：停止鼓风，用湿煤压住火床。"),
            "▶班组心声",
            said[0],
            *BOILER[2:],
        ),
        (
            GARDEN[0],
            *cut(GARDEN[1], "焊口比图纸", "▶技术词典", "苜蓿：多年生豆科牧草，能够改良土壤。"),
            "▶班组心声",
            said[1],
            GARDEN[2],
        ),
    )
    assert [one[:2] for one in boxes(first)][1] == ("班组心声", (said[0],))
    assert [one[:2] for one in boxes(second)][1] == ("班组心声", (said[1],))


def test_an_office_and_a_name_in_brackets_close_a_box_and_open_no_article() -> None:
    said = "皮带松一扣，炉膛里就少一口气，别等它叫出声来。"
    parts = (*BOILER[:2], "听声音，看火色", BOILER[2], "★专家点评★", said)
    made = issue((*parts, "（青石市第二锅炉厂厂长　计长风）"))
    assert len(made) == 2
    assert boxes(made[0]) == [("专家点评", (said,), "青石市第二锅炉厂厂长 计长风")]
    heads = [one.text.value for one in made[0].blocks if isinstance(one, Heading)]
    assert heads == ["听声音，看火色"]


def test_who_the_author_is_within_a_sentence_is_a_box_and_no_running_head() -> None:
    about = [
        "乔满仓，1966年生，司炉工，写诗三十年。",
        "任小鸥，1979年生，译有《火与水》。",
        "田小禾，1988年生，园艺师，著有《渣土记》。",
        "葛青山，1990年生，焊工，画过一百张架子。",
    ]
    first, second = issue(
        (
            *cut(BOILER[0], "一台焖着", "作者简介", about[0]),
            *cut(BOILER[1], "脸上的煤灰", "作者简介", about[1]),
            *BOILER[2:],
        ),
        (
            *cut(GARDEN[0], "土是从河边", "作者简介", about[2]),
            *cut(GARDEN[1], "焊口比图纸", "作者简介", about[3]),
            GARDEN[2],
        ),
    )
    assert boxes(first) == [("作者简介", (one,), "") for one in about[:2]]
    assert boxes(second) == [("作者简介", (one,), "") for one in about[2:]]
    assert texts(first) == list(BOILER)


def test_a_sentence_is_no_item_of_a_list_without_stops() -> None:
    facts = ("型号：双炉排立式", "蒸发量：每小时两吨", "投运：一九九一年", "司炉：三班九人")
    parts = cut(BOILER[1], "脸上的煤灰冲出", "设备卡片", *facts)
    first, _ = issue((BOILER[0], *parts, "第七条：皮带", *BOILER[2:]))
    assert boxes(first) == [("设备卡片", facts, "")]
    assert BOILER[1] in texts(first)


def test_a_card_about_somebody_has_all_its_entries() -> None:
    card = (
        "司炉工，1966年生于青石滩，进厂三十四年。",
        "代表作品：《炉门集》。",
        "信条：火不骗人。",
    )
    first, _ = issue((*BOILER[:2], "人物档案", *card, *BOILER[2:]))
    assert boxes(first) == [("人物档案", card, "")]
    assert texts(first) == list(BOILER)


def test_questions_under_a_name_in_brackets_within_prose_are_a_box() -> None:
    talk = (
        "问：炉渣还能用吗？",
        "答：能，铺路，填坑，养苜蓿。",
        "问：煤为什么要浇水？",
        "答：压灰。",
    )
    first, _ = issue((*BOILER[:2], "【有问有答】", *talk, *BOILER[2:]))
    assert boxes(first) == [("有问有答", talk, "")]
    assert texts(first) == list(BOILER)


def test_no_heading_carries_a_sentence_on_below_a_box() -> None:
    head, tail = cut(BOILER[1], "脸上的煤灰")
    box = "【相关数据】两台炉子一夜烧煤四吨，清渣两次，补水九十吨。"
    lines = f"{box}\n{tail}"
    first, _ = issue((BOILER[0], head, lines, "天亮以前", BOILER[2] + BOILER[3]))
    assert boxes(first)[0][1] == (box.removeprefix("【相关数据】"),)
    assert texts(first) == [*BOILER[:2], BOILER[2] + BOILER[3]]
