"""Who wrote it: works, posts and houses in bylines, in both scripts."""

from __future__ import annotations

import pytest

from converter.names import is_body, is_name, is_of_the_house
from converter.names.works import FREE, GATHERS, GLUED, LEADING, PICTURES, WRITING, one_of
from converter.parse.byline import read_byline, shows_pictures
from converter.parse.contents.people import author_list


def signed(line: str) -> list[tuple[str, str]]:
    """The authors that a line names, with their offices."""
    found = read_byline(line)
    return [(one.name, one.office) for one in found.authors] if found is not None else []


@pytest.mark.parametrize("words", [FREE, LEADING, GLUED])
def test_each_list_of_works_is_chosen_from_all(words: frozenset[str]) -> None:
    assert words <= WRITING | PICTURES


def test_what_an_author_does_is_no_picture() -> None:
    assert not WRITING & PICTURES
    assert not GATHERS & (WRITING | PICTURES)


def test_longer_words_are_looked_for_first() -> None:
    assert one_of(("文", "文字整理", "文字", "译")) == "文字整理|文字|文|译"


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("文／本刊编辑部 图／周牧川", [("本刊编辑部", "")]),
        ("文／本刊編輯部 圖／周牧川", [("本刊編輯部", "")]),
        ("整理／编辑室", [("编辑室", "")]),
        (
            "霍闻笛 卢 舟 沅州市委组织部",
            [("霍闻笛", "沅州市委组织部"), ("卢舟", "沅州市委组织部")],
        ),
        (
            "霍闻笛 沅州师范学院 卢小舟 沅州市博物馆",
            [("霍闻笛", "沅州师范学院"), ("卢小舟", "沅州市博物馆")],
        ),
        ("本刊记者 霍 闻 乌云其其格", [("霍闻", "本刊记者"), ("乌云其其格", "本刊记者")]),
        ("扎西多吉 口述 霍闻笛 整理", [("扎西多吉", "口述"), ("霍闻笛", "整理")]),
        ("本刊记者 霍闻笛 实习记者 卢小舟", [("霍闻笛", "本刊记者"), ("卢小舟", "实习记者")]),
        ("本刊记者 霍 闻 笛 摄影 卓 一 舟", [("霍闻笛", "本刊记者")]),
        (
            "本刊记者 霍闻笛 摄影 卓一舟 通讯员 卢小舟",
            [("霍闻笛", "本刊记者"), ("卢小舟", "通讯员")],
        ),
        ("○本刊记者 文 磊", [("文磊", "本刊记者")]),
        ("文 竹（河湾县水务局工程师）", [("文竹", "河湾县水务局工程师")]),
        ("文 霍 闻", [("霍闻", "")]),
        ("本刊记者 霍闻笛 摄影 卢小舟 文", [("霍闻笛", "本刊记者"), ("卢小舟", "本刊记者")]),
        ("本刊記者 霍聞笛 實習記者 盧小舟", [("霍聞笛", "本刊記者"), ("盧小舟", "實習記者")]),
        ("本報記者 霍聞笛 實習生 盧小舟", [("霍聞笛", "本報記者"), ("盧小舟", "實習生")]),
        ("采写 / 本刊记者 陶然之", [("陶然之", "本刊记者")]),
        ("採寫 / 本刊記者 陶然之", [("陶然之", "本刊記者")]),
        ("主持／本刊编辑 屈平沙", [("屈平沙", "本刊编辑")]),
        ("解答/本刊法律服务组", [("本刊法律服务组", "")]),
        ("本刊编辑部｜辑", [("本刊编辑部", "")]),
        ("文｜涂远　河湾乡党委书记", [("涂远", "河湾乡党委书记")]),
        ("文／闻一苇　岭东省委党校教授", [("闻一苇", "岭东省委党校教授")]),
        ("文／闻一苇　涂远", [("闻一苇", ""), ("涂远", "")]),
        ("编辑部/整理", [("编辑部", "")]),
        ("本刊记者 陶然之｜文", [("陶然之", "本刊记者")]),
        ("撰稿／陶然之　实习生／卢小舟", [("陶然之", ""), ("卢小舟", "实习生")]),
    ],
)
def test_staff_behind_a_work(line: str, who: list[tuple[str, str]]) -> None:
    assert signed(line) == who


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("陶然之｜文", ["陶然之"]),
        ("池边柳丨文", ["池边柳"]),
        ("岸上｜采访  小满｜摄影", ["岸上"]),
        ("岸上 | 采访 小满 | 摄影", ["岸上"]),
        ("小满｜文、摄影", ["小满"]),
        ("陶然之·文 卢小舟·图", ["陶然之"]),
        ("卢小舟｜译", ["卢小舟"]),
    ],
)
def test_the_work_behind_the_name_and_a_stroke(line: str, who: list[str]) -> None:
    assert [name for name, _ in signed(line)] == who


@pytest.mark.parametrize("line", ["影像｜讲述", "封面｜摄影", "长渠｜渠上人家", "__"])
def test_a_column_and_its_theme_sign_nothing(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize("line", ["图｜本刊记者 原小野", "圖｜本刊記者 原小野", "插圖／原小野"])
def test_who_made_the_pictures_alone(line: str) -> None:
    assert shows_pictures(line)


@pytest.mark.parametrize("line", ["圖｜原小野 採寫｜陶然之", "图｜原小野 讲述｜陶然之"])
def test_who_wrote_beside_who_made_the_pictures(line: str) -> None:
    assert not shows_pictures(line)
    assert [name for name, _ in signed(line)] == ["陶然之"]


def test_the_host_of_a_talk_heads_those_who_take_part() -> None:
    assert read_byline("主持人：黎小桐（本刊副总编辑）") is None


@pytest.mark.parametrize("text", ["本刊测试组", "本報市場部", "本社評論委員會", "《问渠》编辑部"])
def test_parts_of_the_house(text: str) -> None:
    assert is_of_the_house(text)


@pytest.mark.parametrize("text", ["本刊记者", "本报综合", "本地社区中心"])
def test_what_is_no_part_of_the_house(text: str) -> None:
    assert not is_of_the_house(text)


@pytest.mark.parametrize("text", ["文·陶然", "攝影·陶然", "插画·陶然", "一·钟声"])
def test_a_work_before_a_dot_is_no_given_name(text: str) -> None:
    assert not is_name(text)


def test_the_names_of_foreigners_have_a_dot() -> None:
    assert is_name("安娜·柯林")


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("坐诊/栾问樵（江北农林学院副教授）", [("栾问樵", "江北农林学院副教授")]),
        ("本期答疑：栾问樵（市职工法律援助中心律师）", [("栾问樵", "市职工法律援助中心律师")]),
        ("設計／栾问樵　繪圖／阿滚", [("栾问樵", ""), ("阿滚", "")]),
        ("设计/栾问樵 绘图/张小满", [("栾问樵", "")]),
    ],
)
def test_works_of_any_kind_before_those_whom_the_contents_name(
    line: str, who: list[tuple[str, str]]
) -> None:
    found = read_byline(line, known=frozenset(["栾问樵", "阿滚"]))
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == who


@pytest.mark.parametrize("line", ["坐诊/栾问樵您好", "栾问樵：您好", "责任编辑：栾问樵"])
def test_what_is_no_work_of_those_whom_the_contents_name(line: str) -> None:
    assert read_byline(line, known=frozenset(["栾问樵", "阿滚"])) is None


@pytest.mark.parametrize(
    ("line", "known", "names"),
    [
        ("本刊记者　浪白", [], ["浪白"]),
        ("本刊记者 综述", [], []),
        ("记者　手记", [], []),
        ("文 砖石", ["砖石"], ["砖石"]),
        ("文 砖石", [], []),
        ("文／本社", [], ["本社"]),
        ("文．沈一帆", [], ["沈一帆"]),
        ("初二（3）班　林小满", [], ["林小满"]),
    ],
)
def test_words_that_sign_behind_an_office_of_the_house_or_where_the_contents_name_them(
    line: str, known: list[str], names: list[str]
) -> None:
    reading = read_byline(line, known=frozenset(known))
    assert [one.name for one in (reading.authors if reading else ())] == names


@pytest.mark.parametrize("line", ["◇ 本刊编辑部　整理", "本刊资料室 整理"])
def test_a_desk_of_the_house_signs_what_it_has_put_together(line: str) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [one.name for one in reading.authors] == [line.strip("◇ ").split()[0]]


def test_the_contents_name_a_desk_without_its_work() -> None:
    assert author_list("本刊编辑部　整理") == ("本刊编辑部",)


@pytest.mark.parametrize(
    "name", ["乌云其其格", "阿依古丽", "次仁朗达", "阿不都热合曼", "额尔敦巴图"]
)
def test_names_of_other_peoples_are_told_by_their_sounds(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("word", ["呼和浩特", "特色日子", "不都合力", "克拉玛依"])
def test_places_and_words_are_no_such_names(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize("word", ["付出", "付费", "孔雀", "熊猫", "陶瓷", "施工", "茅屋"])
def test_common_words_that_begin_with_a_surname_are_no_names(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize("word", ["党课", "党风", "廉政", "支招", "管见", "金讲台", "马上办"])
def test_what_columns_are_called_is_no_name_though_it_begins_like_a_surname(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize(
    "line",
    ["走进北湾数据中心", "把难题交给调度中心", "灯亮了之后　人都去了活动中心", "如何管好一支船队"],
)
def test_what_tells_something_is_no_house(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize("line", ["北湾市“双创”办公室", "沅州市委宣传部", "让胡路区委组织部"])
def test_a_house_is(line: str) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [one.name for one in reading.authors] == [line]


def test_two_offices_of_a_committee_sign_together() -> None:
    assert is_body("沅州市委组织部、市委宣传部")
    assert not is_body("沅州市委书记、市长")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("文 / 沈 禾 图 / 陆 遥", [("沈禾", "")]),
        (
            "文 / 本刊编辑 沈 禾 学生编委 陆 遥 图 / 沈 禾",
            [("沈禾", "本刊编辑"), ("陆遥", "学生编委")],
        ),
    ],
)
def test_no_work_belongs_to_the_letters_of_a_name_before_it(
    line: str, names: list[tuple[str, str]]
) -> None:
    assert signed(line) == names


def test_works_glued_to_names_that_the_contents_give() -> None:
    known = frozenset(("宋福来", "尚进"))
    reading = read_byline("宋福来口述　尚　进整理", known=known)
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [
        ("宋福来", "口述"),
        ("尚进", "整理"),
    ]
    drawn = read_byline("安　静设计", known=frozenset(("安静",)))
    assert drawn is not None
    assert [one.name for one in drawn.authors] == ["安静"]


def test_who_drew_beside_somebody_known_may_have_a_pen_name_set_apart() -> None:
    made = read_byline("设计／宋　福　　绘图／小　满", known=frozenset(("宋福",)))
    assert made is not None
    assert [one.name for one in made.authors] == ["宋福"]


def test_who_answers_has_written_nothing() -> None:
    reading = read_byline("受访人：澜州医院心内科主任　祝　鸣　皋")
    assert reading is not None
    assert reading.authors == ()


def test_authors_of_contents_without_what_they_did() -> None:
    assert author_list("薄　荷编") == ("薄荷",)
    assert author_list("费若谷主持") == ("费若谷",)


@pytest.mark.parametrize(
    ("line", "works"),
    [
        ("沈小渠 遗稿 米清渠 选注", ("遗稿", "选注")),
        ("沈小渠　遺稿　米清渠　選註", ("遺稿", "選註")),
    ],
)
def test_who_left_a_text_and_who_annotated_it(line: str, works: tuple[str, str]) -> None:
    assert signed(line) == [("沈小渠", works[0]), ("米清渠", works[1])]


def test_an_editor_behind_who_wrote_is_no_author() -> None:
    line = "文｜本刊记者 张 水　实习记者 李 山　图｜何 溪　编辑｜陆 平"
    assert signed(line) == [("张水", "本刊记者"), ("李山", "实习记者")]


@pytest.mark.parametrize(
    "line", ["采访/本刊记者 卜 凡", "文｜本刊记者 卜凡", "撰文：本刊记者 卜 凡"]
)
def test_what_is_done_is_no_part_of_an_office(line: str) -> None:
    found = read_byline(line, known=frozenset(["卜凡"]))
    assert found is not None
    assert [(one.name, one.office) for one in found.authors] == [("卜凡", "本刊记者")]


def test_points_part_works_from_names_and_from_a_house_as_strokes_do() -> None:
    found = read_byline("文·陶然 图·渡口编辑部")
    assert found is not None
    assert [author.name for author in found.authors] == ["陶然"]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("本刊记者/白 露　指导专家/江左市中医院主任医师 冉一鸣", [("白露", "本刊记者")]),
        ("文/白 露　指导专家/江左市中医院主任医师 冉一鸣", [("白露", "")]),
        ("本刊记者 白 露　摄影/冉一鸣", [("白露", "本刊记者")]),
        ("特约撰稿 白露　图/冉一鸣", [("白露", "特约撰稿")]),
    ],
)
def test_who_helped_with_a_stroke_behind_one_of_the_staff_is_no_author(
    line: str, authors: list[tuple[str, str]]
) -> None:
    assert signed(line) == authors


def test_a_faculty_stands_before_a_letter_spaced_name() -> None:
    assert signed("城北职业学院机电系 丛 林") == [("丛林", "城北职业学院机电系")]
