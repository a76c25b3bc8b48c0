"""The proofing page in a real browser: no network, both ways, by keyboard, for everybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from converter.cli import main
from converter.resources import Resources
from converter.review import Page as ReviewPage
from converter.review import desk
from tests.review.conftest import NARROW
from tests.review.samples import ISSUE, case_of, desk_of, line, written

Tab = Callable[..., Page]
Axe = Callable[[Page], list[str]]

DOUBTFUL = (
    ISSUE.replace("他便笑一笑", "他便and笑一笑")
    .replace("一碗面的账 ........ 苏田 6", "一碗面的账 ........ 苏木 6")
    .replace("再也没有", "再也没有")
    .replace("篙子下去要先听一听声音", "篙子下去要先听一听(声音),表一停就走")
)


@pytest.fixture(scope="module")
def proof(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a small issue with doubts of several kinds, Traditional forms among them."""
    folder = tmp_path_factory.mktemp("proof")
    target = folder / "proof.html"
    source = written(folder, DOUBTFUL)
    assert main(["review", str(source), "--traditional", "tw", "-o", str(target)]) == 0
    return target


def chosen(page: Page) -> tuple[list[str], list[str]]:
    """The chosen lines and items."""
    lines = page.locator(".line.chosen").evaluate_all("all => all.map(one => one.id)")
    found = page.locator(".item.chosen").evaluate_all("all => all.map(one => one.id)")
    return lines, found


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "narrow"])
def test_axe_finds_no_violation(
    proof: Path, tab: Tab, axe: Axe, address: Callable[[Path], str], scheme: str, size: str
) -> None:
    more = {"viewport": NARROW} if size == "narrow" else {}
    page = tab(address(proof), color_scheme=scheme, **more)
    assert axe(page) == []
    if size == "narrow":
        page.get_by_role("button", name="Doubts").click()
        assert axe(page) == []
        page.get_by_role("button", name="Source", exact=True).click()
    else:
        page.keyboard.press("j")
        for key in ("contents", "dropped", "repairs", "forms", "decided"):
            page.click(f"#tab-{key}")
            assert axe(page) == [], key
        page.keyboard.press("?")
    assert axe(page) == []


@pytest.mark.browser
def test_a_block_shows_its_lines_and_a_line_its_block(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    page = tab(address(proof))
    first, second = line("清溪渡口的船老大"), line("气。渡口对面")
    page.click("#i-a01-b001 > p", position={"x": 60, "y": 12})
    assert chosen(page) == ([f"L{first}", f"L{second}"], ["i-a01-b001"])
    expect(page.locator("#card h3")).to_have_text(f"Paragraph · lines {first}, {second}")
    page.click(f"#L{line('一年里最忙的')} .text")
    assert chosen(page)[1] == ["i-a01-b004"]
    page.click(f"#L{line('——《清溪县志》')} a.no")
    assert "i-a01-b002-from" in chosen(page)[1]


@pytest.mark.browser
def test_the_other_side_scrolls_to_what_was_chosen(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    page = tab(address(proof), viewport={"width": 1200, "height": 420})
    page.click("#tab-contents")
    page.get_by_role("link", name="一碗面的账").last.click()
    expect(page.locator("#i-a02-title")).to_be_in_viewport()
    expect(page.locator(f"#L{line('苏 田') - 2}")).to_be_in_viewport()


@pytest.mark.browser
def test_marks_explain_themselves_to_the_mouse_the_keyboard_and_the_screen_reader(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    page = tab(address(proof))
    join = page.locator("#i-a01-b001 .m.seam")
    says = join.get_attribute("title")
    assert says is not None
    assert says.startswith("Joined: line ")
    assert join.get_attribute("aria-label") == says
    join.click()
    expect(page.locator("#card")).to_contain_text(says)
    expect(join).to_be_focused()
    page.keyboard.press("p")
    expect(page.locator("#card h3")).to_have_text("Doubtful conversion")
    kinds = page.locator("#restored .m").evaluate_all("all => all.map(one => one.classList[1])")
    assert {"seam", "change", "place", "form"} <= set(kinds)


@pytest.mark.browser
def test_keys_step_through_the_doubts_and_come_round(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    page = tab(address(proof))
    total = page.locator(".doubt").count()
    assert total >= 3
    page.keyboard.press("j")
    expect(page.locator("[data-where]")).to_have_text(f"1 / {total}")
    expect(page.locator(".doubt.chosen")).to_have_attribute("aria-current", "true")
    page.keyboard.press("k")
    expect(page.locator("[data-where]")).to_have_text(f"{total} / {total}")
    page.get_by_role("button", name="Next →").click()
    expect(page.locator("[data-where]")).to_have_text(f"1 / {total}")
    lines, found = chosen(page)
    assert lines
    assert found


@pytest.mark.browser
def test_keys_walk_from_block_to_block(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    page = tab(address(proof))
    page.click("#i-a01-b001 > p", position={"x": 60, "y": 12})
    page.keyboard.press("]")
    assert chosen(page)[1] == ["i-a01-b002"]
    page.keyboard.press("]")
    assert chosen(page)[1] == ["i-a01-b003"]
    page.keyboard.press("[")
    page.keyboard.press("[")
    assert chosen(page)[1] == ["i-a01-b001"]
    assert line("清溪渡口的船老大") in {int(one[1:]) for one in chosen(page)[0]}


@pytest.mark.browser
def test_the_very_words_of_a_doubt_are_pointed_at_on_both_sides(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    page = tab(address(proof), viewport={"width": 1200, "height": 500})
    page.locator('.doubt[data-code="PRF005"] .pick').click()
    found = page.evaluate(
        "[...CSS.highlights.get('found')].map(one => [one.toString(),"
        " one.startContainer.parentElement.closest('.pane').id])"
    )
    words = page.locator('.doubt[data-code="PRF005"]').get_attribute("data-about")
    assert words is not None
    text = words.split(" | ")[1]
    assert found == [[text, "source"], [text, "restored"]]
    page.click(f"#L{line('撑篙的人 ...')} .text")
    assert page.evaluate("CSS.highlights.has('found')") is False


@pytest.mark.browser
def test_filters_by_weight_code_and_words_narrow_the_list(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    page = tab(address(proof))
    shown = page.locator(".doubt:visible")
    all_of_them = shown.count()
    page.uncheck('[data-filter="info"]')
    warnings = shown.count()
    assert 0 < warnings < all_of_them
    page.select_option('[data-filter="code"]', "PRF005")
    expect(shown).to_have_count(1)
    page.select_option('[data-filter="code"]', "")
    page.fill('[data-filter="words"]', "苏木")
    expect(shown).to_have_count(1)
    expect(shown).to_contain_text("TOC005")
    page.fill('[data-filter="words"]', "没有这样的词")
    expect(shown).to_have_count(0)
    expect(page.locator('[data-go="next"]')).to_be_disabled()


@pytest.mark.browser
def test_single_keys_can_be_switched_off(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    """WCAG 2.2, success criterion 2.1.4."""
    page = tab(address(proof))
    page.keyboard.press("?")
    page.uncheck("#single")
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("j")
    expect(page.locator(".doubt.chosen")).to_have_count(0)


@pytest.mark.browser
def test_the_lists_tell_what_was_dropped_repaired_and_matched(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    page = tab(address(proof))
    page.click("#tab-dropped")
    expect(page.locator("#panel-dropped")).to_contain_text("running head")
    expect(page.locator("#panel-dropped")).to_contain_text("渡口 7")
    page.locator("#panel-dropped a.ln").first.click()
    assert chosen(page)[0]
    page.click("#tab-repairs")
    expect(page.locator("#panel-repairs")).to_contain_text("full-width punctuation")
    page.click("#tab-contents")
    states = page.locator("#panel-contents tbody tr").evaluate_all(
        "all => all.map(o => o.className)"
    )
    assert states == ["same", "differs"]
    page.click("#tab-forms")
    expect(page.locator("#panel-forms")).to_contain_text("表")


@pytest.mark.browser
def test_a_narrow_screen_shows_one_side_at_a_time(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    page = tab(address(proof), viewport=NARROW)
    expect(page.locator("#restored")).to_be_visible()
    expect(page.locator("#source")).to_be_hidden()
    page.get_by_role("button", name="Source", exact=True).click()
    expect(page.locator("#source")).to_be_visible()
    assert page.evaluate_handle("document.documentElement.scrollWidth").json_value() <= 390


@pytest.mark.browser
def test_marks_can_be_put_out_of_sight_and_the_theme_turned(
    proof: Path, tab: Tab, address: Callable[[Path], str]
) -> None:
    page = tab(address(proof), color_scheme="light")
    page.uncheck("#marks")
    expect(page.locator("#i-a01-b001 .m.seam")).to_be_hidden()
    page.keyboard.press("d")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


# -- the file itself ---------------------------------------------------------------------------


def test_the_page_asks_for_no_other_file_and_allows_only_its_own_script(proof: Path) -> None:
    text = proof.read_text(encoding="utf-8")
    assert not re.search(r"""(?:src|href)\s*=\s*["'](?!#|data:)""", text)
    assert "@import" not in text
    assert not re.search(r"url\(", text)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    assert "connect-src 'none'" in policy[1]


def test_the_same_issue_gives_the_same_page(proof: Path, tmp_path: Path) -> None:
    source = written(tmp_path, DOUBTFUL)
    again = tmp_path / "again.html"
    assert main(["review", str(source), "--traditional", "tw", "-o", str(again)]) == 0
    assert again.read_bytes() == proof.read_bytes()


def test_text_of_the_issue_is_never_markup() -> None:
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7 * 7 }}</style>"
    text = ISSUE.replace("他便笑一笑", f"他便笑一笑{evil}").replace(
        "目录", f"目录\n{evil} ........ 1"
    )
    page = ReviewPage(Resources(), "en").whole(desk_of(text), "zh-Hans")
    assert page.count("<script") == 2
    assert "<img src=x" not in page
    assert "{{ 7 * 7 }}" in page
    assert page.count("</style>") == 1


def test_the_page_is_in_the_language_of_the_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    target = tmp_path / "page.html"
    assert main(["review", str(written(tmp_path)), "-o", str(target)]) == 0
    text = target.read_text(encoding="utf-8")
    assert '<html lang="zh-Hans"' in text
    assert "接合：第" in text
    assert "条疑点" in capsys.readouterr().out
    english = re.sub(r"<(style|script)\b.*?</\1>|<[^>]*>", " ", text, flags=re.DOTALL)
    assert not re.search(r"\b(?:line|Joined|doubts|Paragraph)\b", english)


def test_a_model_has_no_source_to_compare_with(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model = tmp_path / "issue.json"
    model.write_text("{}", encoding="utf-8")
    assert main(["review", str(model)]) == 64
    assert "review compares an issue with its OCR text (.txt)" in capsys.readouterr().err


def test_a_corrections_file_that_is_not_there_is_an_error_and_a_desk_without_any_makes_no_sense(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = str(written(tmp_path))
    assert main(["review", source, "--corrections", str(tmp_path / "none.toml")]) == 66
    assert "none.toml: no such file" in capsys.readouterr().err
    assert main(["review", source, "--serve", "--no-corrections"]) == 64
    assert "leave --no-corrections out" in capsys.readouterr().err


def test_a_desk_without_doubts_says_so() -> None:
    seen = desk(case_of(), "en")
    assert not seen.doubts
    page = ReviewPage(Resources(), "en").whole(seen, "zh-Hans")
    assert "No doubts. Every character is accounted for." in page


def test_the_page_written_is_opened_on_demand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    target = tmp_path / "一页.html"
    assert main(["review", str(written(tmp_path)), "-o", str(target), "--open"]) == 0
    assert opened == [target.as_uri()]


def test_one_of_a_kind_is_told_in_the_singular(tmp_path: Path) -> None:
    source = written(tmp_path, ISSUE.replace("他便笑一笑", "他便and笑一笑"))
    target = tmp_path / "proof.html"
    assert main(["review", str(source), "-o", str(target)]) == 0
    told = re.findall(r"<b>(\d+)</b> ([a-z]+)", target.read_text(encoding="utf-8"))[:2]
    assert told == [("0", "errors"), ("1", "warning")]
