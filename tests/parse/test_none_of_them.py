"""What looks like a paragraph, a title, a running head or a signature, and is none of them."""

from __future__ import annotations

from converter.model import Figure, Paragraph, Table
from converter.parse.captions import is_unnumbered_caption
from converter.parse.extent import closes_box
from converter.segment.units import is_credited_picture
from tests.support.restored import restored
from tests.support.well import COLUMN, INDENT, LAST, article


def test_captions_with_a_pen_name_or_the_author_behind_them() -> None:
    assert is_credited_picture("尤先生在井台边打水。青 禾 摄")
    assert not is_credited_picture("尤先生在井台边打水。他 不 摄影")
    assert is_unnumbered_caption("雾里的井台（作者摄于今年五月）")
    made = article(*COLUMN[:6], "尤先生在井台边打水。青 禾 摄", *COLUMN[6:])
    found = [block.caption.value for block in made.blocks if isinstance(block, Figure)]
    assert [text[:10] for text in found] == ["尤先生在井台边打水。"]


def test_a_work_that_was_consulted_is_a_source_and_no_title_over_a_heading() -> None:
    assert closes_box("参考《河湾县水井图志》")
    one, two = ("".join(lines).replace(INDENT, "") for lines in (COLUMN[:4], COLUMN[4:]))
    made = restored(
        f"# 目录\n\n2　井台边的学校　乔木生\n\n6　修伞的人　倪小满\n\n# 井台边的学校\n\n乔木生\n\n{one}\n\n## 钟声\n\n{two}\n\n"
        f"参考《河湾县水井图志》\n\n## 山药梨泥\n\n{one[:40]}。\n\n# 修伞的人\n\n倪小满\n\n{LAST.split(INDENT)[1]}\n"
    )
    assert [found.title[0].value for found in made.issue.articles] == ["井台边的学校", "修伞的人"]


def test_a_row_of_figures_and_dates_is_no_running_head() -> None:
    rows = "| 年份 | 井 | 户 |\n| --- | --- | --- |\n| 2019 | 205 | 1480 |\n| 2022（6月） | 342 | 5100 |"
    one = "".join(COLUMN[:4]).replace(INDENT, "")
    made = restored(
        "# 井台\n\n2022年第8期\n\n# 目录\n\n2　井台边的学校　乔木生\n\n6　修伞的人　倪小满\n\n"
        f"# 井台边的学校\n\n乔木生\n\n{one}\n\n{rows}\n\n# 修伞的人\n\n倪小满\n\n{one}\n"
    )
    tables = [b for b in made.issue.articles[0].blocks if isinstance(b, Table)]
    assert [len(table.rows) for table in tables] == [3]


def test_pieces_of_news_one_below_the_other_keep_who_sent_them() -> None:
    news = [
        "县里新修的七口井都通过了验收，井台加高了两尺，冬天不再结冰。（晏 清）",
        "河湾小学的钟送去重新上油，停了三天，孩子们说这三天过得特别长。（邬 同）",
    ]
    one = "".join(COLUMN[:4]).replace(INDENT, "")
    made = restored(
        "目录\n\n井台边的学校　乔木生　2\n\n井边短讯　6\n\n井台边的学校\n\n乔木生\n\n"
        f"{one}\n\n井边短讯\n\n{news[0]}\n\n{news[1]}\n"
    )
    found = [b.text.value for b in made.issue.articles[-1].blocks if isinstance(b, Paragraph)]
    assert found == [text.replace(" ", "") for text in news]
