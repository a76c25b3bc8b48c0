#!/usr/bin/env python3
"""Learn the weights of ``converter/variant/data/likely.txt`` anew.

    python .ci/learn.py

``.ci/clauses.txt`` holds clauses of our own as Taiwan writes them, parted by slashes; the
neighbours at their edges are unknown. Names are made of family names that are words too and
the characters of given names.

Needs scikit-learn, which is not among the tools that ``.ci/setup`` installs: the table is
kept, and learning it is no part of any test.
"""

from __future__ import annotations

import math
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from string import ascii_lowercase, ascii_uppercase
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from converter.variant.engine import engine_for  # noqa: E402
from converter.variant.likely import Signs, signs_around  # noqa: E402
from converter.variant.tables import DATA, read_table  # noqa: E402

TABLE = DATA / "likely.txt"
EDGE = "□"
LEAST = 1.2
PRUNED = 0.2
OWN, MADE = 3.0, 0.6
"""What a place counts: in our clauses, in a made name."""
FAMILIES = {"钟": "鍾", **{c: c for c in "余于范姜涂游岳郁谷沈丰朴胡"}}
MANY = "余于范姜涂游谷"
AROUND = """
    {n} ，{n}说 {n}是 ，{n}在 。{n}从 的{n} 和{n} 叫{n} {n}的 、{n}、 ，{n}把 {n}一
    ，{n}也 请{n} 是{n} 给{n} 见{n} {n}家 农民{n} 工程师{n} 教师{n} 队长{n} 工人{n}
    老人{n} 青年{n} 司机{n} 演员{n} 学生{n} 厂长{n} {n}今年 {n}带着 {n}和 {n}有
    {n}坐在 像{n} 对{n} {n}到 ，{n}却 {n}又 {n}走 {n}想 {n}不 。{n}， （{n}） 找{n}
    {n}来 {n}拿 {n}生于 {n}就
    那年春天，{n}离开了家 ，{n}从来没有见过海 听见{n}在门外咳嗽 没想到{n}先开了口 ，是{n}救了他
    这个人就是{n}， 这张照片是{n}拍的 墙上挂着{n}写的字 手里拿着{n}寄来的信 对面的{n}笑了
    后排的{n}站了起来 同村的{n}，比他大两岁 我和{n}都是北方人 他跟着{n}学了三年 大家都望着{n}，
    回头对{n}说 拉住{n}的袖子 提到{n}，他就笑 想起{n}那句话 找到了{n}的家 看见{n}正在扫地
    ，{n}每天五点起床 ，{n}总是第一个到 ，{n}已经走远了 ，{n}仍旧不肯 ，{n}忽然问 ，{n}只好答应
    今天{n}没有来上课 昨晚{n}打来电话 上个月{n}生了病 第二年{n}考上了大学 二十年前，{n}也住在这里
    名叫{n}的年轻人 叫做{n}的姑娘 他的妻子{n}是医生 儿子{n}在外地 她的同学{n}告诉我 邻居{n}送来菜
    副厂长{n}主持 ，由{n}担任 交给{n}保管 把{n}请到台上 让{n}先走 给{n}留了饭 替{n}担心 向{n}道歉
    获奖的是{n}。 最后上场的是{n}， 其中有{n}、 包括{n}在内 以及{n}等五人 ，{n}等人 ，{n}夫妇
    ，{n}一愣 ，{n}也不例外 ，{n}那时还小 ，{n}家里穷 ，{n}父亲早逝 ，{n}三十出头 ，{n}却摇了摇头
    。{n}十六岁参军 。{n}原是木匠 。{n}不识字 。{n}写字慢 。{n}把门关上 。{n}说完就走 。{n}今年六十
    据{n}说 听{n}讲 在{n}家里 离{n}家不远 跟{n}一样 比{n}大三岁 除{n}外 连{n}也笑了 像{n}那样
"""
TITLED = """
    老{f} 小{f} 阿{f} {f}老师 {f}师傅 {f}先生 {f}家 姓{f} {f}某 {f}教授 {f}大爷
    {f}队长 {f}书记 {f}医生 {f}太太 {f}嫂 {f}伯 老{f}说 老{f}把 老{f}的 老{f}在
    小{f}的 小{f}在 {f}厂长 {f}主任 {f}校长 {f}氏 {f}总 {f}二叔 {f}三叔 {f}大伯
    {f}二伯 {f}大娘 {f}二婶 {f}四爷 {f}大哥 {f}二哥 {f}大姐 {f}老伯 {f}爷 {f}掌柜
    {f}奶奶 {f}阿姨 {f}局长 {f}夫人
"""

ODDS = {
    "并": {"併": 40, "并": 200}, "后": {"后": 60}, "于": {"于": 60}, "面": {"麵": 15},
    "须": {"鬚": 60}, "发": {"髮": 30}, "里": {"里": 15}, "系": {"係": 8, "繫": 8},
    "表": {"錶": 20}, "复": {"複": 3, "覆": 6}, "冲": {"沖": 2}, "出": {"齣": 40},
    "划": {"划": 6}, "钟": {"鍾": 4}, "几": {"几": 100}, "只": {"隻": 5}, "谷": {"穀": 3},
    "当": {"噹": 100}, "回": {"迴": 25}, "历": {"曆": 8}, "团": {"糰": 40}, "姜": {"薑": 2},
    "涂": {"涂": 4}, "余": {"余": 3}, "困": {"睏": 3}, "坛": {"罈": 8}, "签": {"籤": 8},
    "干": {"乾": 1.5}, "胡": {"鬍": 20},
    "台": {"檯": 15, "颱": 60}, "咽": {"嚥": 2}, "扇": {"搧": 5}, "喂": {"喂": 3},
}  # fmt: skip
"""How many times as often as a rarer form the commonest one stands in prose, where no phrase
tells: the clauses show the rarer forms more often than prose does."""
TRUSTED = 0.4
"""So far these odds are believed, and not the clauses' own."""

Place = tuple[str, int, str, float]
"""Text, offset, form, weight."""


def places(clauses: list[str]) -> Iterator[Place]:
    """Every place of a one-to-many character in our clauses."""
    from opencc import OpenCC

    back = OpenCC("tw2s")
    forms = {c.source: c.forms for c in engine_for("s2tw")._characters}
    for clause in clauses:
        source = back.convert(clause)
        if len(source) != len(clause):
            continue
        for at, character in enumerate(source):
            form = {"臺": "台"}.get(clause[at], clause[at])
            if form in forms.get(character, ()):
                yield EDGE * 3 + source + EDGE * 3, at + 3, form, OWN


def names(chance: random.Random) -> Iterator[Place]:
    """Names in a few words, of one and two characters, and with a title."""
    lines = (DATA / "given.txt").read_text(encoding="utf-8").splitlines()
    given = "".join(line.split("\t")[1] for line in lines if line.startswith("given"))
    for family, form in FAMILIES.items():
        for _ in range(500 if family in MANY else 150):
            name = "".join(chance.sample(given, 1 + (chance.random() < 0.75)))
            if chance.random() < 0.15:
                name = chance.choice("二三四五大小") + chance.choice("柱娃喜妞牛虎宝满")
            text = chance.choice(AROUND.split()).replace("{n}", family + name)
            yield EDGE * 3 + text + EDGE * 3, text.index(family) + 3, form, MADE
        for title in TITLED.split():
            text = title.replace("{f}", family)
            yield EDGE * 3 + text + EDGE * 3, text.index(family) + 3, form, MADE


def gathered(chance: random.Random) -> dict[str, list[Place]]:
    """All places by character."""
    text = (ROOT / ".ci" / "clauses.txt").read_text(encoding="utf-8")
    made: dict[str, list[Place]] = defaultdict(list)
    for place in (*places(text.replace("\n", "/").split("/")), *names(chance)):
        made[place[0][place[1]]].append(place)
    return made


def named(signs: Signs) -> Iterator[str]:
    """Signs by kind and what they are; what is unknown is none."""
    for kind, keys in signs.items():
        yield from (f"{kind} {key}" for key in keys if EDGE not in key)


def fields(told: dict[str, int]) -> Iterator[str]:
    """Weights as the table has them: of each kind the signs and a letter for each weight."""
    kinds: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for sign, weight in sorted(told.items()):
        kind, key = sign.split(" ")
        letters = ascii_uppercase if weight > 0 else ascii_lowercase
        kinds[kind].append((key, letters[min(abs(weight), len(letters)) - 1]))
    for kind, found in sorted(kinds.items()):
        yield from (kind, "".join(key for key, _ in found), "".join(each for _, each in found))


def learnt(found: list[Place]) -> tuple[list[str], dict[str, Any], Any]:
    """The forms, the weights of each sign in their order, and what they start from."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    rows = [dict.fromkeys(named(signs_around(t, at)), 1) for t, at, _, _ in found]
    weights = np.array([weight for *_, weight in found])
    vectors = DictVectorizer()
    matrix = vectors.fit_transform(rows)
    signs = vectors.get_feature_names_out()
    often = np.asarray(matrix.multiply(weights[:, None]).sum(0)).ravel() >= LEAST
    kept = [i for i, sign in enumerate(signs) if often[i] or sign[0] == "@"]
    model = LogisticRegression(C=0.5, max_iter=300)
    model.fit(matrix[:, kept], [form for _, _, form, _ in found], sample_weight=weights)
    leads, starts = model.coef_, model.intercept_
    if len(model.classes_) == 2:
        leads = np.vstack([-leads[0] / 2, leads[0] / 2])
        starts = np.array([-starts[0] / 2, starts[0] / 2])
    return list(model.classes_), {signs[i]: leads[:, n] for n, i in enumerate(kept)}, starts


def rows_of(character: str, standard: dict[str, str], found: list[Place]) -> Iterator[str]:
    """The rows of the table for a character: its weights against the commonest form."""
    forms, leads, starts = learnt(found)
    default = next(f for f, s in standard.items() if f in forms)
    first = forms.index(default)
    for index, form in enumerate(forms):
        if index == first:
            continue
        led = {sign: float(lead[index] - lead[first]) for sign, lead in leads.items()}
        told = {sign: round(by * 10) for sign, by in led.items() if abs(by) >= PRUNED}
        begun = float(starts[index] - starts[first])
        if odds := ODDS.get(character, {}).get(form):
            counts = Counter(place[2] for place in found)
            begun -= TRUSTED * math.log(odds * counts[form] / counts[default])
        start = round(begun * 10)
        yield "\t".join([character, standard[form], str(start), *fields(told)])


def main() -> None:
    """Keep the head of the table and the characters in it; write the rest anew."""
    engine = engine_for("s2tw")
    table = dict(read_table("characters"))
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    wanted = dict.fromkeys(line[0] for line in lines if not line.startswith("#"))
    found = gathered(random.Random(7))  # noqa: S311
    rows = []
    for character in wanted:
        standard = {engine.local_form(form): form for form in table[character]}
        rows += rows_of(character, standard, found[character])
    TABLE.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
