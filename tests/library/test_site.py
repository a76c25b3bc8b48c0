"""The website: every page leads somewhere, nothing is lost, nothing in a text is obeyed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from converter.library import check_archive
from converter.library.holdings import holdings, load
from converter.model import article_texts
from tests.library.archive import BASE, build, convert_all, recipe, write_text

MAGAZINE = "he-wan-shou-ji"


def pages(site: Path) -> Iterator[tuple[str, Any]]:
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), html.fromstring(path.read_bytes())


def text_of(page: Any) -> str:
    return "".join(page.text_content().split())


def test_every_link_leads_to_a_page_and_a_place_on_it(site: Path) -> None:
    ids = {
        address: {e.get("id") for e in page.iter() if e.get("id")} for address, page in pages(site)
    }
    broken = []
    count = 0
    for address, page in pages(site):
        for element in page.iter("a", "link", "img", "script"):
            target = element.get("href") or element.get("src") or ""
            parts = urlsplit(target)
            if not target or parts.scheme:
                continue
            count += 1
            path = (site / address).parent / unquote(parts.path) if parts.path else site / address
            name = path.resolve().relative_to(site.resolve()).as_posix()
            missing = parts.fragment and unquote(parts.fragment) not in ids.get(name, set())
            if not path.is_file() or missing:
                broken.append((address, target))
    assert broken == []
    assert count > 300


def test_every_page_says_what_it_is(site: Path) -> None:
    for address, page in pages(site):
        assert page.get("lang") in {"zh-Hans", "zh-Hant"}, address
        assert len(page.xpath("//h1")) == 1, address
        assert page.xpath("string(//title)").strip(), address
        assert page.xpath("//main"), address
        assert page.xpath("//nav"), address
        assert len({e.get("id") for e in page.xpath("//*[@id]")}) == len(page.xpath("//*[@id]")), (
            address
        )
        (canonical,) = page.xpath("//link[@rel='canonical']/@href")
        assert canonical == BASE + address.removesuffix("index.html")


def test_no_page_has_what_belongs_in_an_epub_only(site: Path) -> None:
    for address, _ in pages(site):
        text = (site / address).read_text(encoding="utf-8")
        assert "epub:" not in text, address
        assert text.startswith("<!doctype html>"), address


def test_nothing_of_an_article_is_lost(archive: Path, site: Path) -> None:
    held = holdings(archive)
    seen = 0
    for magazine in held.magazines:
        for shelf in magazine.shelves:
            issue = load(held.by_name[shelf.book.name].state)
            assert issue is not None
            for piece, article in zip(shelf.book.pieces, issue.articles, strict=True):
                page = html.fromstring((site / shelf.page(piece)).read_bytes())
                shown = text_of(page.xpath("//article")[0])
                for text in article_texts(article):
                    assert "".join(text.value.split()) in shown
                    seen += 1
    assert seen > 50


def test_the_printed_pages_are_shown_and_can_be_linked_to(site: Path) -> None:
    page = html.fromstring((site / "shan-he-ping-lun/2023-04/a01.html").read_bytes())
    marks = page.xpath("//*[@class='folio']")
    assert [mark.get("data-page") for mark in marks] == ["5", "6", "7"]
    assert marks[1].get("id") == "page-6"
    assert marks[1].get("aria-label") == "第6页"


def test_markup_in_a_text_stays_text(site: Path) -> None:
    page = site / "shan-he-ping-lun/2023-04/a02.html"
    text = page.read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "<script>alert" not in text
    assert "<script>" in html.fromstring(text).xpath("//article")[0].text_content()
    data = html.fromstring(text).xpath("string(//script[@type='application/ld+json'])")
    assert json.loads(data)["headline"] == "一条河怎样回来"


def test_no_page_runs_a_script_of_its_own_but_the_search(site: Path) -> None:
    for address, page in pages(site):
        scripts = [s for s in page.xpath("//script") if s.get("type") != "application/ld+json"]
        assert [s.get("src") for s in scripts] == (
            ["search.js"] if address == "search.html" else []
        )
        policy = page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
        assert policy.startswith("script-src 'self'")


def test_the_home_of_several_magazines_leads_to_each(site: Path) -> None:
    page = html.fromstring((site / "index.html").read_bytes())
    assert page.xpath("//ul[@class='titles']//a/@href") == [
        f"{MAGAZINE}/index.html",
        "shan-he-ping-lun/index.html",
    ]


def test_covers_stand_by_year_the_newest_first(site: Path) -> None:
    page = html.fromstring((site / MAGAZINE / "index.html").read_bytes())
    years = page.xpath("//section[@class='year']")
    assert [year.get("id") for year in years] == ["y2023", "y2022"]
    assert years[0].xpath(".//li/a/@href") == ["2023-02/index.html", "2023-01/index.html"]
    for source in page.xpath("//section[@class='year']//img/@src"):
        assert (site / MAGAZINE / source).read_bytes().startswith(b"\x89PNG")


def test_the_contents_of_an_issue_are_those_it_printed(site: Path) -> None:
    page = html.fromstring((site / MAGAZINE / "2023-01/index.html").read_bytes())
    rows = ["".join(row.text_content().split()) for row in page.xpath("//nav[@class='toc']//li")]
    assert rows == ["渡口的灯沈一帆页4", "旧书换旧书顾南页9"]
    assert page.xpath("//nav[@class='toc']//h2//text()") == ["记事"]
    assert page.xpath("//nav[@class='steps']/a/@href") == [
        "../2022-12/index.html",
        "../2023-02/index.html",
    ]


def test_every_edition_can_be_downloaded(archive: Path, site: Path) -> None:
    page = html.fromstring((site / MAGAZINE / "2023-01/index.html").read_bytes())
    files = page.xpath("//a[@type='application/epub+zip']/@href")
    assert files == [f"{MAGAZINE}-2023-01.epub", f"{MAGAZINE}-2023-01.zh-Hant-TW.epub"]
    made = site / MAGAZINE / "2023-01" / files[0]
    assert made.samefile(archive / "2023-01.epub"), "a second copy on the same disk"


def test_authors_stand_under_the_letter_of_their_pinyin(site: Path) -> None:
    page = html.fromstring((site / MAGAZINE / "authors.html").read_bytes())
    letters = {
        section.xpath("string(h2)").strip(): section.xpath(".//li/a/text()")
        for section in page.xpath("//section[@class='letter']")
    }
    assert letters == {"G": ["顾南"], "S": ["沈一帆"]}
    page = html.fromstring((site / MAGAZINE / "authors/s.html").read_bytes())
    works = page.xpath("//section[@class='person']//ul/li")
    assert ["".join(work.text_content().split()) for work in works] == [
        "渡口的灯2023年第2期4页",
        "渡口的灯2023年第1期4页",
        "渡口的灯2022年第12期4页",
    ]


def test_a_section_is_shown_over_all_issues(site: Path) -> None:
    (path,) = (site / MAGAZINE / "sections").glob("ji-shi-*.html")
    page = html.fromstring(path.read_bytes())
    assert page.xpath("//div[@class='toc']//h2//text()") == [
        "2023年第2期",
        "2023年第1期",
        "2022年第12期",
    ]
    assert len(page.xpath("//div[@class='toc']//li")) == 6


def test_the_year_has_its_cumulative_index(site: Path) -> None:
    page = html.fromstring((site / MAGAZINE / "2023.html").read_bytes())
    rows = ["".join(row.text_content().split()) for row in page.xpath("//div[@class='toc']//li")]
    assert rows == [
        "渡口的灯沈一帆1·4",
        "旧书换旧书顾南1·9",
        "渡口的灯沈一帆2·4",
        "旧书换旧书顾南2·9",
    ]
    assert page.xpath("//p[@class='files']/a/@href") == ["2023-index.epub", "2023-index.pdf"]


def test_an_article_says_how_to_cite_it(site: Path) -> None:
    page = html.fromstring((site / MAGAZINE / "2023-01/a01.html").read_bytes())
    assert (
        page.xpath("string(//p[@class='citation'])") == "沈一帆. 渡口的灯[J]. 河湾手记, 2023(1): 4."
    )
    known = {m.get("name"): m.get("content") for m in page.xpath("//meta[@name]")}
    assert known["citation_author"] == "沈一帆"
    assert known["citation_firstpage"] == "4"
    page = html.fromstring((site / "shan-he-ping-lun/2023-04/a01.html").read_bytes())
    assert page.xpath("string(//p[@class='citation'])") == (
        "陆知, 顾南星. 门牌比地图记得更久 ——访河湾镇邮递员沈一帆：一份来自渡口的报告[J]. "
        "山河评论, 2023(4): 5-8."
    )


def test_the_sitemap_names_every_page(site: Path) -> None:
    from lxml import etree

    tree = etree.parse(str(site / "sitemap.xml"))
    found = set(tree.xpath("//*[local-name()='loc']/text()"))
    expected = {
        BASE + address.removesuffix("index.html")
        for address, _ in pages(site)
        if address != "search.html"
    }
    assert found == expected
    assert (site / "robots.txt").read_text().endswith(f"Sitemap: {BASE}sitemap.xml\n")


def test_a_library_of_one_magazine_begins_with_its_covers(tmp_path: Path) -> None:
    convert_all(tmp_path, [write_text(tmp_path / "in", 2023, 1, 25)], recipe())
    report = build(tmp_path, title="河湾文库", search=False)
    site = tmp_path / "library"
    page = html.fromstring((site / "index.html").read_bytes())
    assert page.xpath("//section[@class='year']//li/a/@href") == [f"{MAGAZINE}/2023-01/index.html"]
    assert page.xpath("string(//p[@class='brand'])").strip() == "河湾文库"
    assert not (site / "search.html").exists()
    assert not (site / "sitemap.xml").exists(), "a sitemap needs an address"
    assert "检索" not in page.text_content()
    assert (report.issues, report.articles) == (1, 2)


def test_links_and_notes_of_a_text_are_kept(site: Path) -> None:
    page = html.fromstring((site / "shan-he-ping-lun/2023-04/a01.html").read_bytes())
    assert page.xpath("//article//a[starts-with(@href, 'http')]/@href") == [
        "http://www.example.org/post"
    ]
    assert page.xpath("//a[@role='doc-backlink']/@href") == ["#n1-ref", "#n2-ref"]


def test_the_series_of_a_sound_archive_has_no_doubts(archive: Path) -> None:
    _, found = check_archive(archive)
    assert [one.message() for one in found] == []


@pytest.mark.parametrize("name", ["style.css", "icon.svg", "feed.xml", "rss.xml"])
def test_what_pages_share_is_there(name: str, site: Path) -> None:
    assert (site / name).stat().st_size > 100
