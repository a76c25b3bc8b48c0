"""The website in a browser: for everybody, in the dark, on a telephone, without scripts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from opencc import OpenCC

from converter.library import LibraryOptions, build_library, search
from tests.batch.magazine import issue_text
from tests.library.archive import build, convert_all, recipe, serving
from tests.support.tools import CACHE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

M = "he-wan-shou-ji"
KINDS = (
    "index.html",
    f"{M}/index.html",
    f"{M}/2023-01/index.html",
    "shan-he-ping-lun/2023-04/index.html",
    "shan-he-ping-lun/2023-04/a01.html",
    f"{M}/2023.html",
    f"{M}/years.html",
    f"{M}/authors.html",
    f"{M}/authors/s.html",
    f"{M}/sections.html",
    "search.html?q=渡口的灯",
)
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
STOPPED = "() => document.querySelector('#results[data-done]')"


@pytest.fixture(scope="module")
def axe() -> str:
    """axe-core, from the npm packages of these tests."""
    path = CACHE / "npm" / "library" / "node_modules" / "axe-core" / "axe.min.js"
    assert path.is_file(), "axe-core is not installed; `make test` installs what tests need"
    return path.read_text(encoding="utf-8")


def violations(page: Any, axe: str) -> list[str]:
    page.evaluate(axe)  # a script of ours, whatever the page's own policy allows
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {one['nodes'][0]['html']} {one['nodes'][0]['failureSummary']}"
        for one in found["violations"]
    ]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["desk", "telephone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(
    scheme: Any, size: Any, browser: Browser, address: str, axe: str
) -> None:
    context = browser.new_context(color_scheme=scheme, viewport=size, reduced_motion="reduce")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    found = {}
    for kind in KINDS:
        page.goto(address + kind)
        if "?" in kind:
            page.wait_for_function(STOPPED)
        if faults := violations(page, axe):
            found[kind] = faults
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{kind} is {wide} pixels wider than the window"
    context.close()
    assert json.dumps(found, ensure_ascii=False, indent=1) == "{}"
    assert errors == []


def test_everything_but_the_search_works_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.click("text=河湾手记 >> nth=-1")
    page.click(".card a >> nth=0")
    page.click(".toc a >> text=渡口的灯")
    assert page.inner_text("h1") == "渡口的灯"
    page.click("text=下一篇")
    assert page.inner_text("h1") == "旧书换旧书"
    page.click(".top >> text=作者索引")
    page.click("text=沈一帆")
    assert page.url.endswith(f"{M}/authors/s.html#{page.url.partition('#')[2]}")
    page.click(".top >> text=检索")
    assert page.inner_text("main").strip().endswith("检索需要 JavaScript；其余各页不需要。")
    context.close()


def results(page: Any, query: str) -> tuple[str, list[str]]:
    page.fill("#q", query)
    page.press("#q", "Enter")
    page.wait_for_function(
        "query => document.querySelector('#results').dataset.done === query "
        "&& !/正在检索/.test(document.querySelector('#told').textContent) "
        "|| /没有找到/.test(document.querySelector('#told').textContent)",
        arg=query,
    )
    titles = page.locator("#results h2").all_inner_texts()
    return page.inner_text("#told"), titles


def test_the_search_finds_any_stretch_in_either_script(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}search.html")
    told, titles = results(page, "守灯的人姓沈")
    assert told == "“守灯的人姓沈”：找到 3 篇。"
    assert titles == ["渡口的灯"] * 3
    assert page.inner_text("#results mark >> nth=0") == "守灯的人姓沈"
    # In Traditional characters, which no text of this archive has.
    told, titles = results(page, "守燈的人姓沈")
    assert (told, titles) == ("“守燈的人姓沈”：找到 3 篇。", ["渡口的灯"] * 3)
    # Across a mark, a half of a word, two terms, letters and digits in another case.
    assert results(page, "亮起守灯")[1] == ["渡口的灯"] * 3
    assert results(page, "书店 纸灯")[1] == ["旧书换旧书"] * 3
    assert (
        results(page, "PM2.5")[1]
        == results(page, "pm2.5")[1]
        == ["门牌比地图记得更久 ——访河湾镇邮递员沈一帆"]
    )
    # All characters are there, but not side by side.
    assert results(page, "灯渡的口")[0] == "没有找到“灯渡的口”。"
    # A title comes before a text that only mentions it; an author's articles are found.
    assert results(page, "把灯留在渡口")[1] == ["把灯留在渡口"]
    assert len(results(page, "顾南")[1]) == 4
    page.close()


@pytest.fixture(scope="module")
def traditional(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A library of an issue that was printed in Traditional characters."""
    folder = tmp_path_factory.mktemp("traditional")
    text = OpenCC("s2twp").convert(issue_text(1983, 3, title="渡口月刊"))
    (folder / "01.txt").write_text(text, encoding="utf-8")
    convert_all(folder / "out", [folder / "01.txt"], recipe())
    build(folder / "out")
    with serving(folder / "out" / "library") as address:
        yield address


def test_a_simplified_query_finds_traditional_text(browser: Browser, traditional: str) -> None:
    page = browser.new_page()
    page.goto(f"{traditional}search.html")
    assert page.get_attribute("html", "lang") == "zh-Hant"
    told, titles = results(page, "渡口的灯每晚七点亮起")
    assert told == "「渡口的灯每晚七点亮起」：找到 1 篇。"
    assert titles == ["渡口的燈"]
    assert page.inner_text("#results mark >> nth=0") == "渡口的燈每晚七點亮起", "as it was printed"
    assert results(page, "渡口的燈每晚七點亮起")[1] == ["渡口的燈"]
    assert page.inner_text(".top").split()[1:] == ["各期", "總目錄", "作者索引", "欄目索引", "檢索"]
    page.close()


def test_several_indexes_are_searched_as_one(
    browser: Browser, archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "PER_SHARD", 1)
    site = tmp_path / "site"
    build_library(LibraryOptions(output=archive, site=site))
    assert [path.name for path in sorted((site / "find").glob("[0-9]*"))] == ["1", "2", "3"]
    with serving(site) as address:
        page = browser.new_page()
        page.goto(f"{address}search.html")
        told, titles = results(page, "灯")
        assert told == "“灯”：找到 8 篇。"
        assert len(titles) == 8
        page.close()


def test_a_result_leads_to_its_article(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}search.html?q=%E5%8D%95%E6%99%93%E8%88%9F")
    page.wait_for_function(STOPPED)
    page.click("#results a >> nth=0")
    assert page.inner_text("h1") == "一条河怎样回来"
    page.close()


def test_the_search_tells_when_it_cannot_run(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{(site / 'search.html').as_uri()}?q=x")
    # From a file, a browser loads no module: the page says at least what it needs.
    assert page.title() == "检索 - 期刊文库"
    assert page.inner_text("#told") == ""
    page.close()
