"""A workers' monthly: sections between points, some of them their own articles, and letters."""

from __future__ import annotations

from converter.model import Heading
from converter.names import split_names
from tests.support.restored import listed, restored

ONE = "码头的吊车停了三天，第四天早上，调度室的灯先亮起来，接着是食堂的灯，最后才是吊车上的那一盏。"
TWO = "夜班的人把安全帽扣在窗台上，帽子里都写着名字，从左到右数过去，正好是上个月的出勤表。"
HEAD = "船台工友\n1997年第2期\n主办单位：青屿市总工会\n编辑出版：《船台工友》编辑部\n主编：沈一帆\n\n本期目录\n\n"
FIRST = "·船台评论·\n把意见簿挂到吊车上去……………沈一帆（2）\n\n"
ROWS = (
    "·人物通讯·\n船台上的量角器……舒 展 方 舟（4）\n\n"
    "-\n- | | | |\n|------|-----|----|\n| ·法律顾问· | 陆 遥 | 6 |\n| ·生活顾问· | | 7 |\n\n"
    "·工人诗页·\n铆钉…………唐 果（8）\n早班船 周小苇（9）\n\n·船厂之窗·………………（9）\n\n"
)


def _article(title: str, who: str = "") -> str:
    return f"{title}\n\n" + (f"{who}\n\n" if who else "") + f"{ONE}\n\n{TWO}\n\n"


BODY = (
    "·船台评论·\n\n" + _article("把意见簿挂到吊车上去", "沈一帆")
    + "·人物通讯·\n\n" + _article("船台上的量角器", "舒 展 方 舟")
    + "·法律顾问·\n\n解答人：青屿市职工律师 陆 遥\n\n"
    + f"问：{ONE}\n\n答：{TWO}\n\n"
    + "·生活顾问·\n\n" + _article("雨季怎样晾工作服")
    + "·工人诗页·\n\n铆钉\n\n唐 果（机修工）\n\n烧红了\n递过去\n就是一辈子\n\n"
    + "早班船\n\n周小苇（调度员）\n\n雾还没有散\n汽笛先散了\n岸上的人\n挥一挥手\n\n"
    + f"·船厂之窗·\n\n{ONE}\n\n{TWO}\n"
)  # fmt: skip


def test_sections_in_cells_between_points_are_their_own_articles() -> None:
    made = restored(HEAD + FIRST + ROWS + BODY)
    assert listed(made) == [
        ("船台评论", "把意见簿挂到吊车上去", ("沈一帆",), "2"),
        ("人物通讯", "船台上的量角器", ("舒展", "方舟"), "4"),
        ("法律顾问", "法律顾问", ("陆遥",), "6"),
        ("生活顾问", "生活顾问", (), "7"),
        ("工人诗页", "铆钉", ("唐果",), "8"),
        ("工人诗页", "早班船", ("周小苇",), "9"),
        ("船厂之窗", "船厂之窗", (), "9"),
    ]
    assert len(made.issue.articles) == 7


def test_a_column_of_pieces_by_several_people_is_the_article() -> None:
    listed_pieces = (
        "·班组笔谈·\n先听一听机器（外二篇）…… 何小满 陆遥 唐果（4）\n\n"
        "·船台来信·\n雨靴为什么少了一双（外一封）……（6）\n\n·工人诗页·\n铆钉…………唐果（8）\n\n"
    )
    body = (
        f"·船台评论·\n\n{_article('把意见簿挂到吊车上去', '沈一帆')}·班组笔谈·\n\n"
        f"编者按：从这一期起，请班组长来讲一讲自己的体会，有一句说一句。\n\n先听一听机器\n\n{ONE}\n\n（电焊班 何小满）\n\n"
        f"工具要还到原处\n\n{TWO}\n\n（钳工班 陆遥）\n\n早会不超过五分钟\n\n{ONE}\n\n（起重班 唐果）\n\n"
        f"·船台来信·\n\n雨靴为什么少了一双\n\n编辑同志：\n\n{ONE}\n\n青屿船厂 何小满\n\n"
        f"请给候工室装一台风扇\n\n编辑同志：\n\n{TWO}\n\n青屿船厂 唐小果\n\n"
        "·工人诗页·\n\n铆钉\n\n唐果\n\n烧红了\n递过去\n就是一辈子\n"
    )
    made = restored(HEAD + FIRST + listed_pieces + body)
    titles = [article.title[0].value for article in made.issue.articles]
    assert titles == ["把意见簿挂到吊车上去", "班组笔谈", "船台来信", "铆钉"]
    headings = [
        block.text.value for block in made.issue.articles[1].blocks if isinstance(block, Heading)
    ]
    assert headings == ["先听一听机器", "工具要还到原处", "早会不超过五分钟"]


def test_a_section_with_english_and_a_page_is_its_own_article() -> None:
    made = restored(
        HEAD.replace("本期目录", "目录 CONTENTS")
        + "特稿 FEATURE\n\n04 把意见簿挂到吊车上去 / 沈一帆\n\n人物 PROFILE\n\n08 船台上的量角器 / 陆遥\n\n"
        + "微言 WORDS\n\n12 船台微言\n\n来信 LETTERS 14\n\n"
        + f"特稿 FEATURE\n\n{_article('把意见簿挂到吊车上去', '文 / 沈一帆')}"
        + f"人物 PROFILE\n\n{_article('船台上的量角器', '文 / 陆遥')}"
        + f"微言 WORDS\n\n船台微言\n\n{TWO}\n\n{ONE}\n\n来信 LETTERS\n\n来 信\n\n编辑同志：\n\n{ONE}{TWO}\n\n青屿船厂 何小满\n"
    )
    assert listed(made)[-1] == ("来信", "来信", (), "14")
    assert made.issue.articles[-1].title[0].value == "来信"


def test_a_word_that_begins_like_a_surname_is_a_name_beside_another() -> None:
    assert split_names("舒 展 方 舟") == ("舒展", "方舟")
    assert split_names("舒 展") is None
    assert split_names("解 答 方 舟") is None
