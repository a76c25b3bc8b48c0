"""OPDS 1.2 and 2.0, Atom, RSS and JSON-LD, judged by schemas and by other people's readers."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import feedparser
import jsonschema
import pytest
from lxml import etree, html

from converter.library import opds
from tests.library.archive import BASE, build, convert_all, recipe, write_text

HERE = Path(__file__).parent
ACQUISITION = "http://opds-spec.org/acquisition/open-access"
NAMES = {"a": "http://www.w3.org/2005/Atom", "o": "http://opds-spec.org/2010/catalog",
         "d": "http://purl.org/dc/terms/",
    "s": "http://schema.org/", "t": "http://purl.org/syndication/thread/1.0"}  # fmt: skip


def feeds(site: Path, suffix: str) -> Iterator[Path]:
    found = sorted((site / "opds").glob(f"*.{suffix}"))
    assert len(found) > 6
    yield from found


def test_every_opds_1_feed_is_valid_atom_and_opds(site: Path) -> None:
    schema = etree.RelaxNG(etree.parse(str(HERE / "opds.rng")))
    for path in (*feeds(site, "xml"), site / "feed.xml"):
        tree = etree.parse(str(path))
        assert schema.validate(tree), f"{path.name}: {schema.error_log.last_error}"


def test_the_schema_would_see_a_fault(site: Path) -> None:
    schema = etree.RelaxNG(etree.parse(str(HERE / "opds.rng")))
    text = (site / "opds/all.xml").read_text(encoding="utf-8")
    for right, wrong in (
        ("<updated>", "<updated>x"),
        ('rel="self"', 'rel="http://opds-spec.org/nothing"'),
        ('type="application/epub+zip"', 'type="EPUB"'),
        ("<title>", "<title/><title>"),
    ):
        assert right in text
        assert not schema.validate(etree.fromstring(text.replace(right, wrong, 1).encode()))


def test_every_opds_2_feed_is_valid(site: Path) -> None:
    schema = json.loads((HERE / "opds2.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft7Validator(schema)
    for path in feeds(site, "json"):
        faults = list(validator.iter_errors(json.loads(path.read_text(encoding="utf-8"))))
        assert not faults, f"{path.name}: {faults[0].json_path} {faults[0].message}"


def test_every_link_of_a_catalogue_leads_to_a_file(site: Path) -> None:
    for path in (*feeds(site, "xml"), site / "feed.xml"):
        for href in etree.parse(str(path)).xpath("//a:link/@href", namespaces=NAMES):
            local = href.removeprefix(BASE)
            target = path.parent / local if local == href else site / (local or "index.html")
            assert target.is_file() or (target / "index.html").is_file(), (path.name, href)
    for path in feeds(site, "json"):
        for href in hrefs(json.loads(path.read_text(encoding="utf-8"))):
            assert (path.parent / href).is_file(), (path.name, href)


def hrefs(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "href" in value:
            yield value["href"]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from hrefs(one)


def test_both_catalogues_tell_the_same(site: Path) -> None:
    for path in feeds(site, "json"):
        data = json.loads(path.read_text(encoding="utf-8"))
        tree = etree.parse(str(path.with_suffix(".xml")))
        titles = tree.xpath("//a:entry/a:title/text()", namespaces=NAMES)
        if "publications" in data:
            assert titles == [one["metadata"]["title"] for one in data["publications"]]
            assert tree.xpath("//a:entry/a:id/text()", namespaces=NAMES) == [
                one["metadata"]["identifier"] for one in data["publications"]
            ]


def test_an_entry_says_all_that_a_reader_needs(site: Path) -> None:
    feed = feedparser.parse((site / "opds/all.xml").read_bytes())
    assert not feed.bozo
    titles = [entry.title for entry in feed.entries]
    assert titles == [
        "山河评论 2023年第4期",
        "河湾手记 2023年第2期",
        "河湾手记 2023年第1期",
        "河湾手记 2023年第1期（台湾繁体）",
        "河湾手记 2022年第12期",
        "河湾手记 2022年第12期（台湾繁体）",
    ]
    entry = feed.entries[2]
    assert [author.name for author in entry.authors] == ["沈一帆", "顾南"]
    assert entry.summary == "渡口的灯；旧书换旧书"
    assert entry.tags[0].term == "记事"
    links = {link.rel: link for link in entry.links}
    assert links[ACQUISITION].type == "application/epub+zip"
    assert links["http://opds-spec.org/image/thumbnail"].href.endswith("2023-01/thumb.png")
    tree = etree.parse(str(site / "opds/all.xml"))
    assert tree.xpath("//d:language/text()", namespaces=NAMES)[2:4] == ["zh-Hans", "zh-Hant-TW"]
    assert tree.xpath("//d:isPartOf/text()", namespaces=NAMES)[2] == "urn:issn:1234-5679"
    series = tree.xpath("//s:Series", namespaces=NAMES)[2]
    assert series.get("{http://schema.org/}name") == "河湾手记"
    assert series.get("{http://schema.org/}position") == "25"


def test_the_identifier_is_the_one_that_the_epub_carries(site: Path, archive: Path) -> None:
    data = json.loads((site / "opds/all.json").read_text(encoding="utf-8"))
    known = {
        one["metadata"]["title"]: one["metadata"]["identifier"] for one in data["publications"]
    }
    for title, name in (("河湾手记 2023年第1期", "2023-01.epub"),
                        ("河湾手记 2023年第1期（台湾繁体）", "2023-01.zh-Hant-TW.epub")):  # fmt: skip
        with zipfile.ZipFile(archive / name) as opened:
            assert known[title].encode() in opened.read("EPUB/content.opf")


def test_facets_lead_to_years_titles_and_scripts(site: Path) -> None:
    tree = etree.parse(str(site / "opds/year-2023.xml"))
    facets = [
        (link.get(f"{{{NAMES['o']}}}facetGroup"), link.get("title"), link.get(f"{{{NAMES['t']}}}count"),
         link.get(f"{{{NAMES['o']}}}activeFacet"))
        for link in tree.xpath("//a:link[@rel='http://opds-spec.org/facet']", namespaces=NAMES)
    ]  # fmt: skip
    assert facets == [
        ("刊物", "河湾手记", "5", None),
        ("刊物", "山河评论", "1", None),
        ("年份", "2023年", "4", "true"),
        ("年份", "2022年", "2", None),
        ("文字", "简体", "4", None),
        ("文字", "台湾繁体", "2", None),
    ]


def test_a_long_list_goes_over_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opds, "PER_PAGE", 2)
    some: Any = [SimpleNamespace(book=SimpleNamespace(updated="2023-01-01T00:00:00Z"))] * 5
    pages = list(opds._pages(opds._Choice("", "全部", "opds/all", tuple(some)), (), "文库"))
    assert [(feed.name, len(feed.publications)) for feed in pages] == [
        ("opds/all", 2),
        ("opds/all-2", 2),
        ("opds/all-3", 1),
    ]
    assert {(feed.page(1), feed.page(feed.last)) for feed in pages} == {("opds/all", "opds/all-3")}
    monkeypatch.setattr(opds, "_publication", lambda *_: {})
    links = {one["rel"]: one["href"] for one in opds.feed_json(pages[1], str)["links"]}
    assert links["previous"] == links["first"] == "opds/all.json"
    assert links["next"] == links["last"] == "opds/all-3.json"


def test_the_feeds_of_issues_can_be_read(site: Path) -> None:
    atom = feedparser.parse((site / "feed.xml").read_bytes())
    rss = feedparser.parse((site / "rss.xml").read_bytes())
    assert not atom.bozo
    assert not rss.bozo
    assert [one.title for one in atom.entries] == [one.title for one in rss.entries]
    assert atom.entries[1].title == "河湾手记 2023年第2期"
    assert atom.entries[1].link == rss.entries[1].link == f"{BASE}he-wan-shou-ji/2023-02/"
    assert rss.entries[1].published_parsed[:3] == (2023, 2, 15)
    assert rss.feed.link == BASE
    assert atom.entries[1].id == rss.entries[1].id
    assert rss.entries[1].enclosures[0].type == "application/epub+zip"


# What schema.org lets these types say (of that which we say).
_THING = {"@type", "@id", "@context", "name", "alternateName", "identifier", "url"}
_WORK = _THING | {
    "inLanguage", "datePublished", "publisher", "isPartOf", "hasPart", "author", "headline",
    "alternativeHeadline", "abstract", "encoding", "encodingFormat",
}  # fmt: skip
_PROPERTIES = {
    "Periodical": _WORK | {"issn"},
    "PublicationIssue": _WORK | {"issueNumber", "pageStart", "pageEnd", "pagination"},
    "Article": _WORK | {"articleSection", "pageStart", "pageEnd"},
    "Collection": _WORK,
    "MediaObject": _WORK | {"contentUrl"},
    "Person": _THING | {"jobTitle"},
    "Organization": _THING,
}


def check_linked(value: Any, path: str = "") -> None:
    if isinstance(value, list):
        for one in value:
            check_linked(one, path)
    if isinstance(value, dict):
        kind = value["@type"]
        assert value.keys() <= _PROPERTIES[kind], (
            f"{path} {kind}: {value.keys() - _PROPERTIES[kind]}"
        )
        assert "" not in value.values()
        for name, one in value.items():
            check_linked(one, f"{path}/{name}")


def linked(site: Path, address: str) -> Any:
    page = html.fromstring((site / address).read_bytes())
    (text,) = page.xpath("//script[@type='application/ld+json']/text()")
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    check_linked(data)
    return data


def test_pages_describe_themselves_as_schema_org_has_it(site: Path) -> None:
    home = linked(site, "he-wan-shou-ji/index.html")
    assert (home["@type"], home["name"], home["issn"]) == ("Periodical", "河湾手记", "1234-5679")
    issue = linked(site, "he-wan-shou-ji/2023-01/index.html")
    assert (issue["@type"], issue["issueNumber"]) == ("PublicationIssue", "1")
    assert {**issue["isPartOf"], "@context": "https://schema.org"} == home
    assert [part["headline"] for part in issue["hasPart"]] == ["渡口的灯", "旧书换旧书"]
    assert {one["encodingFormat"] for one in issue["encoding"]} == {"application/epub+zip"}
    article = linked(site, "shan-he-ping-lun/2023-04/a01.html")
    assert article["@type"] == "Article"
    assert article["author"][0] == {
        "@type": "Person",
        "name": "陆知",
        "jobTitle": "河湾镇文化站站长",
    }
    assert article["isPartOf"]["isPartOf"]["name"] == "山河评论"
    assert article["url"] == f"{BASE}shan-he-ping-lun/2023-04/a01.html"
    team = linked(site, "shan-he-ping-lun/2023-04/a03.html")
    assert team["author"] == [{"@type": "Organization", "name": "河湾镇文化站课题组"}]


def test_an_archive_without_files_has_no_catalogue_of_nothing(tmp_path: Path) -> None:
    convert_all(tmp_path, [write_text(tmp_path / "in", 2023, 1, 25)], recipe())
    (tmp_path / "2023-01.epub").unlink()
    build(tmp_path, search=False)
    site = tmp_path / "library"
    assert not (site / "opds").exists()
    assert "opds" not in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "he-wan-shou-ji/2023-01/cover.png").stat().st_size > 1000, "drawn anew"
