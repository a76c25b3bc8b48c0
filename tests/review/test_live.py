"""An editor at the desk, in a real browser: what is done there is written and shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.review.samples import ISSUE, LINES, line, written
from tests.review.test_server import Desk, start, stop

pytestmark = pytest.mark.browser

Tab = Callable[..., Page]
TEXT = ISSUE.replace("他便笑一笑", "他便and笑一笑")
FERRYMAN, RIVER = line("清溪渡口的船老大"), line("气。渡口对面")
WINTER, BRIDGE = line("一年里最忙的"), line("桥今年秋天")


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = start(written(tmp_path_factory.mktemp("desk"), TEXT), "--traditional", "tw")
    yield made
    assert stop(made) == ""


@pytest.fixture
def desk(running: Desk) -> Desk:
    """The one desk of these tests, with nothing decided; it notices that by itself."""
    running.corrections.unlink(missing_ok=True)
    written(running.corrections.parent, TEXT)
    return running


class Editor:
    """What an editor does and sees."""

    def __init__(self, page: Page, desk: Desk) -> None:
        self.page = page
        self.desk = desk
        self.acts = 0

    def settled(self) -> None:
        """Wait until the last act has been answered and shown."""
        self.acts += 1
        self.page.wait_for_selector(f'body[data-acts="{self.acts}"]')

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def click(self, name: str) -> None:
        self.page.locator("#card").get_by_role("button", name=name, exact=True).click()

    def choose(self, key: str) -> None:
        self.page.click(f"#{key}", position={"x": 220, "y": 12})

    def text(self, key: str) -> str:
        return self.page.locator(f"#{key} > p").inner_text()

    def file(self) -> str:
        path = self.desk.corrections
        return path.read_text(encoding="utf-8") if path.exists() else ""


@pytest.fixture
def editor(desk: Desk, tab: Tab) -> Editor:
    return Editor(tab(desk.address), desk)


def test_joins_are_rejected_accepted_and_undone_by_keys(editor: Editor) -> None:
    page = editor.page
    page.click("#i-a01-b001 .m.seam")
    editor.press("x")
    editor.settled()
    assert "[[split]]" in editor.file()
    assert editor.text("i-a01-b001").endswith("再决定用几分力")
    expect(page.locator("#i-a01-b001 .m.seam")).to_have_count(0)
    expect(page.locator("#toast")).to_have_text("Written to the corrections.")
    page.click(f"#L{RIVER} .text")
    editor.press("m")
    editor.settled()
    assert "[[split]]" not in editor.file()
    assert "[[join]]" in editor.file()
    expect(page.locator("#i-a01-b001 .m.seam.set")).to_have_count(1)
    editor.press("u")
    editor.settled()
    assert "[[split]]" in editor.file()
    editor.press("u")
    editor.settled()
    assert editor.file() == ""
    expect(page.locator("#undo")).to_be_disabled()


def test_a_line_is_made_a_heading_and_a_title(editor: Editor) -> None:
    page = editor.page
    page.click(f"#L{line('水的脾气')} .text")
    page.locator("#card select").select_option("0")
    editor.settled()
    expect(page.locator("#restored .item.heading")).to_have_count(0)
    page.click(f"#L{line('水的脾气')} .text")
    page.locator("#card select").select_option("2")
    editor.settled()
    expect(page.locator("#restored .item.heading")).to_have_attribute("data-level", "2")
    editor.click("Title of an article")
    editor.settled()
    expect(page.locator("#restored .part.article")).to_have_count(3)
    expect(page.locator("#figures")).to_contain_text("3 articles")


def test_a_box_is_moved_by_mouse_and_by_keys(editor: Editor) -> None:
    page = editor.page
    page.click("#i-a01-b002 .boxhead .label")
    editor.click("One paragraph down")
    editor.settled()
    expect(page.locator("#i-a01-b002")).to_have_attribute("data-anchor", "i-a01-b004")
    expect(page.locator("#card")).to_contain_text("An editor put the box here")
    editor.press("v")
    page.click(f"#L{BRIDGE} .no")
    editor.press("v")
    editor.settled()
    above = page.locator("#i-a01-b002").evaluate("one => one.previousElementSibling.textContent")
    assert "桥今年秋天通车" in above
    assert editor.file().count("[[box]]") == 1


def test_text_is_edited_line_by_line_and_the_source_stays(editor: Editor) -> None:
    page = editor.page
    editor.choose("i-a01-b001")
    editor.press("e")
    fields = page.locator("#editor textarea")
    expect(fields).to_have_count(2)
    expect(fields.first).to_have_value(LINES[FERRYMAN - 1])
    fields.first.fill(LINES[FERRYMAN - 1].replace("六十七岁", "六十八岁"))
    page.get_by_role("button", name="Save").click()
    editor.settled()
    assert "六十八岁" in editor.text("i-a01-b001")
    assert "六十七岁" in page.locator(f"#L{FERRYMAN}").inner_text()
    expect(page.locator(f"#L{FERRYMAN} .m.edited")).to_have_count(1)
    editor.press("e")
    expect(fields.first).to_have_value(LINES[FERRYMAN - 1].replace("六十七岁", "六十八岁"))
    page.keyboard.press("Escape")
    assert editor.file().count("[[replace]]") == 1


def test_a_paragraph_is_parted_at_the_caret(editor: Editor) -> None:
    page = editor.page
    editor.choose(f"L{WINTER}")
    page.locator("#card").get_by_role("button", name="Part at the caret").click()
    editor.settled()
    assert "[[split]]" in editor.file()
    assert f"lines = [{WINTER}, {WINTER}]" in editor.file()
    parts = page.locator(f'#restored .item[data-lines="{WINTER}"]')
    assert "".join(parts.all_inner_texts()).count("水几乎漫过船舷。") == 1
    assert parts.count() == 2


def test_doubts_are_settled_one_after_another_without_the_mouse(editor: Editor) -> None:
    page = editor.page
    total = page.locator(".doubt:visible").count()
    editor.press("j")
    code = page.locator(".doubt.chosen").get_attribute("data-code")
    for left in range(total - 1, -1, -1):
        editor.press("s")
        editor.settled()
        expect(page.locator(".doubt:visible")).to_have_count(left)
    assert editor.file().count("[[seen]]") == total
    expect(page.locator("#tab-doubts b")).to_have_text("0")
    page.check('[data-filter="seen"]')
    expect(page.locator(f'.doubt.seen[data-code="{code}"]').first).to_be_visible()


def test_a_traditional_form_is_chosen(editor: Editor) -> None:
    page = editor.page
    page.click("#tab-forms")
    watch = page.locator(".forms li").filter(has_text="又划回来")
    watch.get_by_role("button", name="划").click()
    editor.settled()
    assert "[[traditional]]" in editor.file()
    assert 'as = "又划"' in editor.file()
    expect(page.locator(".forms li").filter(has_text="又划回来")).to_have_count(0)
    expect(page.locator("#panel-forms")).to_contain_text("Fixed by glossary or corrections")


def test_a_form_is_chosen_where_it_stands_in_the_text(editor: Editor) -> None:
    page = editor.page
    page.locator('#i-a01-b007 .m.form[data-character="划"]').first.click()
    page.locator("#card").get_by_role("button", name="划", exact=True).click()
    editor.settled()
    assert 'as = "又划"' in editor.file()


def test_a_paragraph_is_taken_into_the_box_above_it_and_out_again(editor: Editor) -> None:
    page = editor.page
    editor.choose("i-a01-b004")
    editor.click("Part of the box above")
    editor.settled()
    inside = page.locator("#restored .item.box .item.paragraph")
    # What was its attribution stands in the middle of it now, and is text.
    expect(inside).to_have_count(2)
    expect(page.locator("#restored .item.box .item.attribution")).to_have_count(0)
    expect(inside.last).to_contain_text("一年里最忙的是腊月")
    inside.first.click(position={"x": 220, "y": 12})
    editor.click("The box ends here")
    editor.settled()
    expect(inside).to_have_count(1)
    assert editor.file().count("[[box]]") == 1


def test_what_was_dropped_is_kept_and_decisions_are_taken_back(editor: Editor) -> None:
    page = editor.page
    page.click("#tab-dropped")
    page.get_by_role("button", name=f"Keep line {line('渡口 7')}").click()
    editor.settled()
    expect(page.locator("#panel-dropped")).not_to_contain_text("渡口 7")
    page.click("#tab-decided")
    page.get_by_role("button", name="Take back").click()
    editor.settled()
    expect(page.locator("#panel-decided")).to_contain_text("No decisions yet.")
    assert "[[keep]]" not in editor.file()


def test_the_page_follows_what_is_changed_outside_it(editor: Editor) -> None:
    source = editor.desk.corrections.with_name("issue.txt")
    source.write_text(TEXT.replace("天不亮就有人", "天没亮就有人"), encoding="utf-8")
    expect(editor.page.locator("#i-a01-b001")).to_contain_text("天没亮就有人")
    editor.desk.corrections.write_text("[[drop]\n", encoding="utf-8")
    expect(editor.page.locator("#toast")).to_contain_text(
        "issue.corrections.toml:1: this is not TOML"
    )
    editor.choose("i-a01-b004")
    editor.click("Drop the line")
    editor.settled()
    expect(editor.page.locator("#toast")).to_contain_text("this is not TOML")
    assert editor.file() == "[[drop]\n"


def test_a_dead_server_is_said_and_nothing_is_lost(tab: Tab, tmp_path: Path) -> None:
    dying = start(written(tmp_path, TEXT))
    page = tab(dying.address)
    editor = Editor(page, dying)
    editor.choose("i-a01-b004")
    editor.click("Drop the line")
    editor.settled()
    before = editor.file()
    dying.process.kill()
    dying.process.communicate()
    editor.choose("i-a01-b001")
    editor.press("e")
    typed = LINES[FERRYMAN - 1].replace("六十七岁", "六十八岁")
    page.locator("#editor textarea").first.fill(typed)
    page.get_by_role("button", name="Save").click()
    editor.settled()
    expect(page.locator("#toast")).to_contain_text("The desk does not answer.")
    assert editor.file() == before
    editor.press("e")
    expect(page.locator("#editor textarea").first).to_have_value(typed)
    expect(page.locator("#toast")).to_contain_text("Unsaved text was kept.")
    page.get_by_role("button", name="Cancel").click()
    editor.press("e")
    expect(page.locator("#editor textarea").first).to_have_value(LINES[FERRYMAN - 1])
    again = start(tmp_path / "issue.txt")
    fresh = tab(again.address)
    expect(fresh.locator("#tab-decided b")).to_have_text("1")
    fresh.locator("#undo").click()
    fresh.wait_for_selector('body[data-acts="1"]')
    assert "[[drop]]" not in editor.file()
    stop(again)


def test_axe_finds_no_violation_at_the_desk(
    editor: Editor, axe: Callable[[Page], list[str]]
) -> None:
    page = editor.page
    editor.choose("i-a01-b001")
    editor.press("x")
    page.click("#i-a01-b001 .m.seam")
    editor.press("x")
    editor.settled()
    for key in ("doubts", "forms", "dropped", "decided"):
        page.click(f"#tab-{key}")
        assert axe(page) == [], key
    page.click(f"#L{WINTER} .text")
    editor.press("e")
    assert axe(page) == []


def test_the_page_of_the_pdf_is_shown_and_renewed(tmp_path: Path, tab: Tab) -> None:
    running = start(written(tmp_path, TEXT), "--pages")
    page = tab(running.address)
    editor = Editor(page, running)
    page.click("#tab-pages")
    editor.choose("i-a01-b004")
    expect(page.locator("[data-landed]")).to_contain_text("On page ", timeout=30_000)
    expect(page.locator("[data-picture]")).to_be_visible()
    expect(page.locator(".frame")).to_have_count(1)
    old = page.locator("[data-picture]").get_attribute("src")
    editor.click("Drop the line")
    editor.settled()
    expect(page.locator("[data-picture]")).not_to_have_attribute("src", old or "", timeout=30_000)
    assert stop(running) == ""
