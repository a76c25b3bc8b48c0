"""Forms of a case in which the labels of boxes are read otherwise; the truth is the same."""

from __future__ import annotations

from collections.abc import Iterator

from tests.evaluation.cases import Case
from tests.evaluation.placing import Ground

_SHAPES = (
    "链铤 鏈鍵 接按 接摟 连迕 结洁 知和 识织 識織 衔衒 相租 关笑 關闌 延廷 伸仲 阅阋 閱間 读续 "
    "讀續 拓柘 展屣 扩护 贴帖 贴帕 士土 资贷 資貸 料科 背脊 景影 新祈 闻间 聞間 名各 词调 詞調 "
    "解鮮 释择 釋擇 档裆 檔襠 案桉 提堤 示尔 温湿 馨罄 醒腥 专传 家冢 点占 评坪 評坪 记讫 記訖 "
    "手毛 采釆 编偏 編偏 后启 小少 百自 科料 典曲 辞辝 卡下 片斤 窗窑 窗窟 角甬 法怯 条枭 例列 "
    "政攻 策筞 数敉 據据 观现 觀觐 声芦 音昔 史吏 故敌 事亊 语悟 語悟 诗侍 人入 物牧 简筒 介个 "
    "傳傅 传转 历厉 旅族 行仃 信偣 息恖 建健 议仪 律津 师帅 師帥 医匠 健键 康庚 安妥 全金 常尝 "
    "生圭 活话 经径"
)
"""Characters of labels, and what each is read as."""
ALIKE: dict[str, str] = {}
for _pair in _SHAPES.split():
    ALIKE.setdefault(_pair[0], _pair[1])


def mislabelled(case: Case) -> list[str] | None:
    """Every other label of a box with a character read as one that looks like it, one after another."""
    ground = Ground(case)
    for turn, (row, label) in enumerate(_labels(ground)):
        if turn % 2 == 0 and (read := _misread(label, turn // 2)) != label:
            line = ground.lines[row]
            ground.changed[row] = [line.replace(label, read, 1)]
    return ground.made() if ground.changed else None


def _labels(ground: Ground) -> Iterator[tuple[int, str]]:
    """The labels of the boxes, each with the row that begins with it or with a mark before it."""
    for article in ground.case.truth.articles:
        for item in article.items:
            rows = ground.box(item.box) if item.box is not None and item.box.label else None
            if rows is not None and item.box is not None:
                first = next((row for row in rows if item.box.label in ground.lines[row]), -1)
                if first >= 0:
                    yield first, item.box.label


def _misread(label: str, turn: int) -> str:
    places = [at for at, char in enumerate(label) if char in ALIKE]
    if not places:
        return label
    at = places[-1 - turn % len(places)]
    return label[:at] + ALIKE[label[at]] + label[at + 1 :]
