"""What stands above a title, before a text, and beside a page's entries in magazines for cadres' study."""

from __future__ import annotations

from converter.model import Box, Issue
from tests.support.restored import restored

HEAD = "农村学习\n2021年第5期\n主办单位：某省农村研究会\n\n目录\n\n"
PROSE = (
    "把低产田变成丰产田，是投入最少、见效最快的办法。去年全省新建了九百万亩，今年还要再建四百万亩。",
    "这几年，不少地方把田埂推平、把渠修直，一台收割机从这头开到那头，中间不用掉头。",
    "可是也有的地方建完就不管了，渠里长草，闸门生锈，下一场雨又回到了从前的样子。",
    "工程建得好不好，三年以后看水。水到得了田里的，是好工程；到不了的，图画得再好看也没有用。",
)


def issue(contents: str, *pieces: str) -> Issue:
    return restored(f"{HEAD}{contents}\n\n" + "\n\n".join(pieces) + "\n").issue


def test_of_two_quotations_above_a_title_each_says_what_the_article_says() -> None:
    thought, other = "占一补一，不能占了坝子补山顶。", "守住耕地，要守住种粮的那颗心。"
    found = issue(
        "导语\n\n少问多少亩 …… 葛小川 4\n\n特稿\n\n守住耕地这个命根子 …… 张水 6",
        "少问多少亩\n\n葛小川",
        *PROSE[:2],
        "特稿",
        thought,
        other,
        "守住耕地这个命根子\n\n张水",
        f"管住补充耕地。{thought}{PROSE[2]}",
        f"{PROSE[3]}说到底，{other}",
    )
    quotes = ["".join(t.value for t in q.paragraphs) for q in found.articles[1].pull_quotes]
    assert quotes == [thought, other]


def test_a_name_in_two_words_is_that_of_the_other_boxes_also_before_a_text_without_a_blank() -> (
    None
):
    source = "——某省《关于做好这件事的意见》"
    found = issue(
        "特稿\n\n守住耕地这个命根子 …… 张水 6",
        "守住耕地这个命根子\n\n张水",
        f"{PROSE[0]}对已经种上果树的耕地，给足",
        "田头账 白鹭镇一户人家去年一亩中稻的收支：种子46元，化肥168元，工钱不算。",
        f"政策原文耕地主要用于粮食和油料生产，严禁占用耕地挖湖造景。\n\n{source}",
        f"树苗和工钱，移栽到坡地上去。{PROSE[1]}",
        f"{PROSE[2]}服务好不好，过去全凭",
        f"政策原文 财政补助应当聚焦农民急需的环节，不得平均用力。\n\n{source}",
        f"口碑，今年改成了打分。{PROSE[3]}",
        f"{PROSE[0][::-1][1:]}。每个月都要到",
        f"政策原文 各地可以预留不超过百分之五的建设用地。\n\n{source}",
        f"地头去看一回。{PROSE[1]}他们在路上又",
        f"政策 原文\n\n发展特色产业，应当先试验示范、再逐步推广。\n\n{source}",
        f"走了半天。{PROSE[3]}一亩地的账，细算下来是",
        "田头账 河湾镇一户人家去年一亩油菜的收支：种子32元，化肥96元，工钱不算。",
        f"这样的。{PROSE[1]}",
    )
    labels = [block.label for block in found.articles[0].blocks if isinstance(block, Box)]
    assert labels == ["田头账", *["政策原文"] * 4, "田头账"]


def test_a_blank_in_the_first_words_of_an_article_names_no_box() -> None:
    found = issue(
        "特稿\n\n守住耕地这个命根子 …… 张水 4\n\n经验\n\n把课堂搬到田间院落 …… 岚山省临溪县委宣传部 6",
        "守住耕地这个命根子\n\n张水",
        f"{PROSE[1]}要把渠",
        f"链接 {PROSE[2]}\n\n——《某省水利年鉴》",
        f"修直。{PROSE[3]}",
        f"{PROSE[0][::-1][1:]}。说到底是要把",
        f"链接 {PROSE[1]}\n\n——《某省农业年鉴》",
        f"水引到田里。{PROSE[2]}",
        "把课堂搬到田间院落\n\n岚山省临溪县委宣传部",
        f"临溪县山 高谷深，{PROSE[0]}",
        *PROSE[1:],
    )
    labels = [[b.label for b in made.blocks if isinstance(b, Box)] for made in found.articles]
    assert labels == [["链接", "链接"], []]


def test_who_signs_before_an_office_in_brackets_signs_in_the_contents_as_well() -> None:
    found = issue(
        "特稿\n\n| 守住耕地这个命根子\n让每一寸良田都种上庄稼 | 张水 | 6 |\n|---|---|---|\n\n"
        "政策讲堂\n\n深化农村产权制度改革\n让沉睡的家底活起来\n大力发展农业社会化服务\n把小农户领进大农业\n\n葛小川\n李山 何溪\n\n11\n14",
        "特稿",
        "守住耕地这个命根子\n让每一寸良田都种上庄稼\n\n张水（省委农办主任）",
        *PROSE[:2],
        "深化农村产权制度改革\n让沉睡的家底活起来\n\n葛小川（省农业农村厅副厅长）",
        *PROSE[2:],
        "大力发展农业社会化服务\n把小农户领进大农业\n\n李山（省委农办处长）\n\n何溪（省农业科学院副研究员）",
        *PROSE[1:3],
    )
    entries = [entry for section in found.contents.sections for entry in section.entries]
    assert [("".join(entry.title)[:6], entry.authors, entry.page) for entry in entries] == [
        ("守住耕地这个", ("张水",), "6"),
        ("深化农村产权", ("葛小川",), "11"),
        ("大力发展农业", ("李山", "何溪"), "14"),
    ]
