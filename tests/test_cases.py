"""The cases themselves: is each hand-made truth of the right form, and true of its source?

The restored text of a truth must be found in the source, ignoring blanks, the width of
punctuation and the documented damage (a seam, a box in mid-paragraph, a running head). And
the other way round: each line of the source must be in the truth or in its list of what a
reader would drop. Nothing here runs the parser.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
FURTHER = ROOT / "tests" / "evaluation" / "issues"
BENT = ROOT / "tests" / "bent"
SAMPLES = ROOT / "converter" / "sample"
HAN = r"[\u3400-\u9fff\U00020000-\U0003ffff]"
ROLES = frozenset(
    [
        "body",
        "question",
        "answer",
        "editor-note",
        "standfirst",
        "abstract",
        "keywords",
        "biography",
        "funding",
        "credit",
        "reference",
        "list-item",
        "salutation",
        "signature",
        "continuation",
    ]
)
MASTHEAD_KEYS = frozenset(
    ["title", "year", "number", "serial", "date", "issn", "cn", "price", "volume", "entries"]
)


@dataclass(frozen=True)
class Case:
    """A source and its truth."""

    name: str
    source_path: Path
    truth_path: Path

    @cached_property
    def source(self) -> str:
        return self.source_path.read_text(encoding="utf-8")

    @cached_property
    def truth(self) -> dict[str, Any]:
        loaded = json.loads(self.truth_path.read_text(encoding="utf-8"))
        assert isinstance(loaded, dict)
        return loaded

    def __str__(self) -> str:
        return self.name


def all_cases() -> list[Case]:
    """Every folder of tests/cases; the text of the sample travels with the package."""
    found = []
    for truth in sorted(CASES.glob("*/truth.json")):
        folder = truth.parent
        if folder.name == "sample":
            (source,) = SAMPLES.glob("*.txt")
        else:
            source = folder / "issue.txt"
        found.append(Case(folder.name, source, truth))
    return found


def further_cases() -> list[Case]:
    """The issues that only the evaluation restores: their truths are looser about lines and pages."""
    return [
        Case(truth.parent.name, truth.with_name("issue.txt"), truth)
        for truth in (*sorted(FURTHER.glob("*/truth.json")), BENT / "truth.json")
    ]


every_case = pytest.mark.parametrize("case", all_cases(), ids=str)
every_truth = pytest.mark.parametrize("case", [*all_cases(), *further_cases()], ids=str)


def bare(text: str) -> str:
    """The text without blanks, mark-up remnants and differences of width."""
    text = re.sub(r"[_^]\{([^{}]*)\}|\$([\d.]+)\$|<br>", r"\1\2", text)
    text = unicodedata.normalize("NFKC", text)
    text = text.replace("―", "—").replace("–", "-")
    return re.sub(r"[\s|]+|\*\*", "", text)


def block_texts(block: dict[str, Any]) -> Iterator[str]:
    """Every string of a block that was printed."""
    match block["kind"]:
        case "paragraph" | "heading":
            yield block["text"]
        case "box":
            yield from (block["label"], block["title"])
            yield from block["paragraphs"]
            yield block["attribution"]
        case "table":
            yield block.get("caption", "")
            for row in block["rows"]:
                yield from row
        case "figure":
            yield block["caption"]
        case "verse":
            yield from block["lines"]
        case "pull-quote":
            yield from block["paragraphs"]
            yield block.get("attribution", "")


def article_texts(article: dict[str, Any]) -> Iterator[str]:
    yield from article["title"]
    yield article["subtitle"]
    yield article.get("kicker", "")
    yield from article["byline"]
    yield from article["offices"]
    yield from article["authors"]
    yield from article.get("affiliations", ())
    yield from article.get("english", {}).values()
    yield from article["pull_quotes"]
    for block in article["blocks"]:
        yield from block_texts(block)
    for note in article.get("notes", ()):
        yield note["marker"]
        yield note["text"]


def truth_texts(truth: dict[str, Any]) -> list[str]:
    """All printed texts of a truth, without empty ones."""
    texts: list[str] = []
    for quote in truth["cover_quotes"]:
        texts += (quote["text"], quote["attribution"])
    for block in (*truth.get("front", ()), *truth.get("back", ())):
        texts += block_texts(block)
    for article in truth["articles"]:
        texts += article_texts(article)
    return [text for text in texts if text.strip()]


def pieces(text: str, source: str) -> list[str]:
    """Cut a text greedily into the longest pieces that stand in the source."""
    cut: list[str] = []
    rest = text
    while rest:
        low, high = 0, len(rest)
        while low < high:
            middle = (low + high + 1) // 2
            if rest[:middle] in source:
                low = middle
            else:
                high = middle - 1
        if low == 0:
            return [*cut, ""]
        cut.append(rest[:low])
        rest = rest[low:]
    return cut


@every_truth
def test_a_truth_has_the_form_of_the_evaluation(case: Case) -> None:
    truth = case.truth
    assert set(truth["masthead"]) <= MASTHEAD_KEYS
    assert isinstance(truth["masthead"]["title"], str)
    assert isinstance(truth["masthead"].get("year", 0), int)
    assert all(isinstance(name, str) and name for name in truth["sections"])
    assert truth["articles"], "a case without articles proves nothing"
    for article in truth["articles"]:
        assert article["title"]
        assert all(article["title"])
        assert article["section"] in ("", *truth["sections"])
        assert re.fullmatch(r"\d*", article["page"])
        assert article["blocks"]
        for block in article["blocks"]:
            assert any(text.strip() for text in block_texts(block)), block
            if block["kind"] == "paragraph":
                assert block["role"] in ROLES
                speaker = block.get("speaker")
                assert speaker is None or bare(block["text"]).startswith(bare(speaker))
            elif block["kind"] == "heading":
                assert 1 <= block["level"] <= 4
            elif block["kind"] == "table":
                assert len({len(row) for row in block["rows"]}) == 1


def as_in_source(text: str, truth: dict[str, Any]) -> str:
    """The bare text with its undoubtedly printed words put back to what the OCR read."""
    plain = bare(text)
    for doubt in truth.get("doubts", ()):
        plain = plain.replace(bare(doubt["printed"]), bare(doubt["source"]))
    return plain


@every_case
def test_each_restored_text_stands_in_the_source(case: Case) -> None:
    source = bare(case.source)
    for text in truth_texts(case.truth):
        wanted = as_in_source(text, case.truth)
        found = pieces(wanted, source)
        assert "" not in found, (text, found[:-1])
        # A seam, a box or a running head parts a text; nothing else does. Each page or
        # box adds one, so a long paragraph may have a few, but none is a mere splinter.
        assert len(found) <= 2 + len(wanted) // 90, found
        assert sum(len(piece) < 4 for piece in found[:-1]) <= 1, found


def body_lines(case: Case) -> list[tuple[int, str]]:
    """The lines of the articles: without masthead, contents and blank lines."""
    first, last = case.truth["body_lines"]
    lines = enumerate(case.source.split("\n"), 1)
    return [(n, line) for n, line in lines if line.strip() and first <= n <= last]


@every_case
def test_each_line_of_the_body_is_in_the_truth_or_dropped(case: Case) -> None:
    printed = [as_in_source(text, case.truth) for text in truth_texts(case.truth)]
    printed += [bare(name) for name in case.truth["sections"]]
    known = "\n".join([*printed, *(bare(line) for line in case.truth.get("dropped", ()))])
    lines = body_lines(case)
    assert len(lines) > 20
    for number, line in lines:
        found = pieces(bare(line).strip("—-【】◆■●▎#*>()"), known)
        # A line may hold several texts (a label and its box, an office and its name), and
        # a seam may have doubled up to three characters at its end.
        assert "" not in found, f"{case}:{number}: {line}"
        assert len(found) <= 3 + line.count(" "), f"{case}:{number}: {found}"


@every_case
def test_a_restored_text_keeps_no_damage(case: Case) -> None:
    damage_left = rf"{HAN}[,;:!?(]{HAN}|\( ?{HAN}|{HAN} +{HAN}|[_^]\{{|\n|\u3000"
    for article in case.truth["articles"]:
        for block in article["blocks"]:
            if block["kind"] in ("table", "figure"):
                continue
            for text in block_texts(block):
                damage = re.search(damage_left, text)
                if block.get("role") in ("credit", "signature"):  # words set apart in print
                    continue
                assert damage is None or LEGITIMATE_BLANK.search(text), (damage, text)


# A blank between Han that print has too: a document code line, a page of a code, the place
# and the name of who asks.
LEGITIMATE_BLANK = re.compile(
    r"文献标[志识]码|小学 \S+）$|工作手册 从敲门|^第.{1,3}[章条天] |^本报讯（\S+ "
    r"|^问：.+（\S{2} \S{2,3}）$"
)


@every_case
def test_brackets_and_quotation_marks_of_a_restored_text_close(case: Case) -> None:
    pairs = {"“": "”", "（": "）", "《": "》", "「": "」", "『": "』"}
    for article in case.truth["articles"]:
        for block in article["blocks"]:
            for text in block_texts(block):
                for left, right in pairs.items():
                    assert text.count(left) == text.count(right), text


@every_case
def test_a_paragraph_of_prose_ends_as_a_sentence_does(case: Case) -> None:
    free = {"credit", "signature", "salutation", "keywords", "reference", "funding", "biography"}
    open_ends = []
    for article in case.truth["articles"]:
        for block in article["blocks"]:
            closed = r"[。？！：；.…？][”」』）]*[①-⑳]?$|）$"
            prose = block["kind"] == "paragraph" and block["role"] not in free
            if prose and not re.search(closed, block["text"]):
                open_ends.append(block["text"])
    assert len(open_ends) == (1 if case.name == "yejing-truncated" else 0), open_ends


@every_truth
def test_the_masthead_of_a_truth_stands_in_the_source(case: Case) -> None:
    masthead, source = case.truth["masthead"], bare(case.source)
    codes = source.replace("—", "-")  # as OCR reads the stroke of a number
    for key in ("title", "issn", "cn", "price"):
        told = bare(masthead.get(key, ""))
        assert told in source or (key in ("issn", "cn") and told in codes), key
    for entry in masthead.get("entries", ()):
        assert bare(entry["label"]) in source
        for value in entry["values"]:
            assert bare(value) in source, entry


WITHOUT_ISSN = {
    "chuantai-2023-04",
    "yanchuan-2023-08",
    "dengxia-1985-06",
    "dianti-2024-02",
    "gongyi-2023-01",
    "gudu-2019-04",
    "huaijiang-2018-37",
    "kexuechuang-1987-09",
    "koushu-2018-02",
    "liqing-2019-05",
    "luanshui-2016-14",
    "maochuan-2005-03",
    "qiye-2022-03",
    "shenpan-2011-03",
    "wutong-2024-23",
    "xiaobao-2023-12",
    "xiaomantou-2020-10",
    "yejing-truncated",
}


@every_case
def test_an_issn_of_a_case_is_well_formed_and_given_to_nobody(case: Case) -> None:
    issn = case.truth["masthead"].get("issn", "")
    if not issn:
        assert case.name in WITHOUT_ISSN
        return
    digits = issn.replace("-", "")
    weights = range(8, 1, -1)
    check = -sum(int(d) * w for d, w in zip(digits, weights, strict=False)) % 11
    assert digits[7] == "0123456789X"[check]
    assert digits.startswith("99")


@every_case
def test_pages_of_a_truth_follow_one_another(case: Case) -> None:
    for article in case.truth["articles"]:
        pages = [int(block["page"]) for block in article["blocks"]]
        assert pages == sorted(pages)
        if article["page"]:
            assert int(article["page"]) <= pages[0] <= int(article["page"]) + 1


CONSTRUCTS = {
    "卷首语": r"(?m)^卷首语$",
    "编者按": r"(?m)^编者按：",
    "编后": r"(?m)^编后",
    "本刊记者": r"(?m)^本刊记者 ",
    "通讯员": r"(?m)^通讯员 ",
    "特约撰稿": r"(?m)^特约撰稿 ",
    "摘要": r"(?m)^摘 要：",
    "关键词": r"(?m)^关 键 词：",
    "作者简介": r"(?m)^作者简介：",
    "基金项目": r"(?m)^基金项目：",
    "中图分类号": r"(?m)^中图分类号：",
    "English abstract": r"(?m)^Abstract: ",
    "decimal headings": r"(?m)^2\.2\.1 ",
    "headings of the form 1.": r"(?m)^1\. ",
    "第一、": r"(?m)^第一、",
    "list (1)": r"(?m)^\(1\) ",
    "list ①": r"(?m)^①先",
    "footnote": r"(?m)^① 佚名：",
    "footnote mark": rf"{HAN}”?①[，。]",
    "numbered reference": r"(?m)^\[1\] ",
    "reference mark": r"\[2-3\]",
    "good pipe table": r"(?m)^\| T5—T8 \| 粉砂 \| 1\.4 \| 96 \|$",
    "broken pipe table": r"(?m)^2021 \| 1\.24",
    "table caption": r"(?m)^表1 ",
    "figure caption": r"(?m)^图1 ",
    "verse": r"(?m)^雨从一片瓦",
    "letter": r"(?m)^阿宁：$",
    "问 and 答": r"(?m)^问：[^\n]+\n\n答：",
    "named speakers": r"(?m)^方砚之：",
    "责任编辑": r"（责任编辑：",
    "下转": r"（下转第\d+页）",
    "上接": r"（上接第\d+页）",
    "名词解释": r"(?m)^名词解释$",
    "小贴士": r"(?m)^小贴士 ",
    "小档案": r"(?m)^小档案 ",
    "延伸阅读": r"(?m)^延伸阅读 ",
    "相关链接": r"(?m)^相关链接$",
    "资料": r"(?m)^资料$",
    "背景资料": r"(?m)^背景资料$",
    "folio line": r"(?m)^· \d+ ·$",
    "page marker": r"(?m)^=== 第 \d+ 页 ===$",
    "running head with section": r"(?m)^\d+ \| 好奇岛 \| ",
    "民國 date": r"中華民國一一三年",
    "corner brackets": r"「[^」]+」",
    "問 and 答": r"(?m)^問：",
    "目錄": r"目　錄",
    "contents with slash and dots": r" / 叶小桥 …+ \d",
    "contents with page in parentheses": r"（\d+）\n",
    "contents of two columns": r"(?m)^\d+ \S+ \S+ {4,}l02 ",
    "byline ◎": r"(?m)^◎",
    "byline □": r"(?m)^□",
    "byline 文｜": r"(?m)^文｜",
    "byline 撰文": r"(?m)^撰文：",
    "author with a city": r"（江城）",
    "title in brackets": r"(?m)^【圆桌】$",
    "indent by U+3000": r"(?m)^\u3000\u3000\S",
    "编委会": r"(?m)^编委会主任：",
    "国内统一连续出版物号": r"国内统一连续出版物号：CN",
    "国际标准连续出版物号": r"国际标准连续出版物号：ISSN",
    "邮发代号": r"邮发代号",
    "准印证号": r"准印证号：",
}


@pytest.mark.parametrize("pattern", CONSTRUCTS.values(), ids=CONSTRUCTS.keys())
def test_some_case_shows(pattern: str) -> None:
    assert any(re.search(pattern, case.source) for case in all_cases())


@pytest.fixture(scope="module")
def sample() -> Case:
    (case,) = (case for case in all_cases() if case.name == "sample")
    return case


def test_the_sample_is_a_whole_issue(sample: Case) -> None:
    assert len(re.findall(HAN, sample.source)) >= 12_000
    assert len(sample.truth["articles"]) >= 6
    assert len(sample.truth["sections"]) >= 4
    assert {article["section"] for article in sample.truth["articles"]} == set(
        sample.truth["sections"]
    )


SAMPLE_DAMAGE = {
    "a paragraph cut in mid-sentence by a blank line": rf"{HAN}\n\n{HAN}",
    "a page that ends with a full stop though its paragraph goes on": r"门。\n\n我们把老城",
    "a box that begins on the line of its label": r"(?m)^链接 \S",
    "a box whose label stands alone": r"(?m)^链接$",
    "an attribution after a dash": r"(?m)^——摘自《",
    "an attribution of two lines": r"(?m)^——摘自[^《\n]+\n《[^\n]+》$",
    "two boxes after one another": r"(?m)^——[^\n]+\n\n链接 ",
    "a box inside an interrupted paragraph": rf"{HAN}\n\n链接 [^\n]+\n\n——[^\n]+\n\n{HAN}",
    "a pull quote that is hard-wrapped": rf"(?m)^一家社区食堂[^\n]*[^。\n]\n{HAN}[^\n]*\n",
    "a title over two lines in the contents": r"\| \d+ \| [^|\n]+\n[^|\n]+ \|",
    "a title over three lines in the contents": r"\| \d+ \| [^|\n]+\n[^|\n]+\n[^|\n]+ \|",
    "a title joined by a space in the body": r"(?m)^让老城慢慢好起来 澄州历史",
    "a title with a blank line between its lines": r"添一盏灯\n\n把图书馆搬进菜市场\n",
    "a broken pipe table": r"(?m)^-\n- \| \| \| \|\n\|-+\|",
    "leader dots": r"(?m)^\.{5} ",
    "a contents entry on a plain line": rf"(?m)^\d+ {HAN}",
    "a subtitle after a dash": r"(?m)^——访",
    "half-width punctuation between Han": rf"{HAN},{HAN}",
    "half-width parentheses in a numbering": r"(?m)^\(二\)",
    "spaced half-width parentheses in a numbering": r"(?m)^\( 三 \) ",
    "hard-wrapped body text": rf"(?m)^过去三年[^\n]*\n{HAN}[^\n]*\n",
    "a letter-spaced label": r"(?m)^社 长：",
    "a letter-spaced name of three characters": r"许 知 秋",
    "a letter-spaced author": r"(?m) 贺 川$",
    "turns of an interview": r"(?m)^记者：[^\n]+\n\n闻人笛：",
    "a heading of the first level": r"(?m)^一、[^。\n]+$",
    "a heading of the second level": r"(?m)^（一）[^。\n]+$",
    "a heading of the second level in half-width": r"(?m)^\( 二 \) [^。\n]+$",
    "a numbering run in to its paragraph": r"(?m)^（一）看年龄。",
    "一是 run in": r"(?m)^一是[^\n]+。$",
    "二是 run in": r"(?m)^二是[^\n]+。$",
    "a heading broken by a space": r"(?m)^二、[^\n]+新技术借 一双眼睛$",
    "spaces around digits": rf"{HAN} \d[\d.]* {HAN}",
    "a subscript of LaTeX": r"PM_\{2\.5\}",
    "a second subscript of LaTeX": r"CO_\{2\}",
    "a character doubled at a seam": r"画半\n\n(?:链接[^—]+——[^\n]+\n\n)+半黑板",
    "a word completed at a seam and repeated": r"近十年\n\n近十年",
    "a character doubled after a full stop": r"。它\n\n它们",
    "a stray English word": rf" and {HAN}",
    "a biographical note": r"(?m)^专家简介：",
    "a cover quotation with its source": r"^\n\n[^\n]+\n\n——[^\n]+\n\n",
    "a serial number": r"(?m)^2024年第3期 总第\d+期$",
    "a spaced ISSN": r"(?m)^ISSN \d{4} - \d{4}$",
    "a spaced CN": r"(?m)^CN \d\d - ",
    "a continued telephone line": r"(?m)^订 阅 电 话：[^\n]+\n\([\d]+\) \d+$",
    "a licence": r"市监广登字",
    "a notice": r"(?m)^声明：",
    "a spaced heading of the contents": r"(?m)^目 录$",
}


@pytest.mark.parametrize("pattern", SAMPLE_DAMAGE.values(), ids=SAMPLE_DAMAGE.keys())
def test_the_sample_shows(sample: Case, pattern: str) -> None:
    assert re.search(pattern, sample.source)


def test_a_pull_quote_of_the_sample_differs_from_its_sentence_by_a_character(
    sample: Case,
) -> None:
    (doubt,) = (d for d in sample.truth["doubts"] if d["kind"] == "pull-quote-differs")
    assert doubt["printed"] in sample.source
    assert doubt["other"] in sample.source
    assert len(doubt["printed"]) - len(doubt["other"]) == 1


def test_pull_quotes_stand_before_the_title_they_belong_to(sample: Case) -> None:
    source = bare(sample.source)
    quoted = [article for article in sample.truth["articles"] if article["pull_quotes"]]
    assert len(quoted) >= 5
    for article in quoted:
        quote, title = bare(article["pull_quotes"][0]), bare("".join(article["title"]))
        assert quote + title in source


def test_the_contents_give_the_page_of_each_article(sample: Case) -> None:
    contents = sample.source.split("目 录")[1]
    for article in sample.truth["articles"]:
        assert re.search(
            rf"(?m)^(\| )?{article['page']} (\| )?{re.escape(article['title'][0])}", contents
        )
