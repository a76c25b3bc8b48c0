"""Names of boxes at the heads of lines, where OCR has kept the lines of the page."""

from __future__ import annotations

import pytest

from converter.segment import make_units
from converter.source import Line

LINES = """\
渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，长
着青苔。摆渡的人照旧坐在石阶上，等着对岸那个人喊他，一等就是半
天，有时候谁也不来。那盏灯还是从前的灯，灯罩后来又换过三四回，
{label}：涨水的时候渡口要往上移九级，退水以后石阶上才留着
一层细细的泥沙，踩上去很软。
灯芯一回也没有换过，亮到后半夜才熄。对岸的人听见桨声就知道是谁，
也知道他今天高不高兴。"""


@pytest.mark.parametrize(
    "label", ["相关链接", "知识链接", "延伸阅读", "小贴士", "名词解释", "小檔案"]
)
def test_the_name_of_a_box_begins_anew_within_a_sentence(label: str) -> None:
    lines = LINES.format(label=label).split("\n")
    texts = [unit.text for unit in make_units(Line(at, text) for at, text in enumerate(lines, 1))]
    assert any(text.startswith(f"{label}：涨水") for text in texts)


def test_another_word_before_a_colon_does_not() -> None:
    lines = LINES.format(label="老人一句话").split("\n")
    texts = [unit.text for unit in make_units(Line(at, text) for at, text in enumerate(lines, 1))]
    assert not any(text.startswith("老人一句话") for text in texts)


POINTS = """\
\u3000\u3000渡口在镇子的南头，石阶有三十一级，最下面的两级浸在水里。
\u3000\u3000汛期摆渡的办法，老人是这样说的：一、水位过了第九级，不开船；
二、水位在第五级与第九级之间，一船只许上十二个人，牲口不上；三、水
退到第五级以下，照旧。"""


def test_a_point_that_runs_on_in_a_paragraph_begins_none_at_the_edge_of_indented_text() -> None:
    lines = [Line(at, text) for at, text in enumerate(f"{POINTS}\n{POINTS}".split("\n"), 1)]
    assert len(list(make_units(lines))) == 4
