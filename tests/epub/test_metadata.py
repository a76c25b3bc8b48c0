"""The package document, read as a librarian reads it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from converter.epub import EpubOptions, write_epub
from converter.model import (
    Article,
    Author,
    Byline,
    Issue,
    Masthead,
    MastheadEntry,
    MastheadKind,
    Text,
)
from converter.profile import Profile
from converter.resources import Resources
from tests.support.epub import NAMESPACES, Epub
from tests.support.issues import full_issue

COVER = Path(__file__).with_name("cover.png")
OPTIONS = EpubOptions(Profile(), Resources(), cover=COVER)

Make = Callable[..., Epub]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(issue: Issue, options: EpubOptions = OPTIONS) -> Epub:
        write_epub(issue, tmp_path / "book.epub", options)
        return Epub(tmp_path / "book.epub")

    return made


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Epub:
    target = tmp_path_factory.mktemp("metadata") / "book.epub"
    write_epub(full_issue(), target, OPTIONS)
    return Epub(target)


def refined(book: Epub, target: str, name: str) -> list[str]:
    return book.metadata(f"opf:meta[@refines='#{target}'][@property='{name}']")


def people(book: Epub, kind: str) -> dict[str, list[str]]:
    """Names with their MARC relators."""
    found = book.package.xpath(f"//dc:{kind}", namespaces=NAMESPACES)
    return {one.text: refined(book, one.get("id"), "role") for one in found}


def test_the_title_names_the_issue_and_sorts_by_pinyin(book: Epub) -> None:
    assert book.metadata("dc:title") == ["山河评论 2023年第4期"]
    assert refined(book, "title", "file-as") == ["shan he ping lun 2023 nian di 4 qi"]
    (script,) = book.package.xpath(
        "//opf:meta[@property='alternate-script']", namespaces=NAMESPACES
    )
    assert script.text == "Shanhe Pinglun"
    assert script.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-Latn-pinyin"


def test_it_is_an_issue_of_a_series(book: Epub) -> None:
    assert book.metadata("opf:meta[@property='belongs-to-collection']") == ["山河评论"]
    assert refined(book, "series", "collection-type") == ["series"]
    assert refined(book, "series", "group-position") == ["2023.04"]
    assert refined(book, "series", "dcterms:identifier") == ["urn:issn:1234-5679"]
    assert book.metadata("opf:meta[@name='calibre:series']/@content") == ["山河评论"]
    assert book.metadata("opf:meta[@name='calibre:series_index']/@content") == ["2023.04"]
    assert book.metadata("dc:type") == ["periodical"]


def test_issn_and_cn_are_identifiers_beside_its_own(book: Epub) -> None:
    unique, *others = book.metadata("dc:identifier")
    assert UUID(unique.removeprefix("urn:uuid:")).version == 5
    assert others == ["urn:issn:1234-5679", "CN 11-2233/G0"]
    assert book.package.get("unique-identifier") == "uid"


def test_dates_and_publisher(book: Epub) -> None:
    assert book.metadata("dc:date") == ["2023-04-15"]
    assert book.metadata("opf:meta[@property='dcterms:issued']") == ["2023-04-15"]
    assert book.metadata("opf:meta[@property='dcterms:modified']") == ["2023-04-15T00:00:00Z"]
    assert book.metadata("dc:publisher") == ["山河评论杂志社"]


def test_authors_and_staff_have_marc_relators(book: Epub) -> None:
    assert people(book, "creator") == {
        "陆知": ["aut"],
        "顾南星": ["aut"],
        "单晓舟": ["aut"],
        "河湾镇文化站课题组": ["aut"],
    }
    assert people(book, "contributor") == {
        "欧阳明": ["pbd"],
        "单晓舟": ["edt"],
        "顾南": ["pfr"],
        "山河评论杂志社": ["isb"],
        "河湾镇文化联合会": ["oth"],
        "渡口印刷厂": ["prt"],
    }


def test_names_sort_by_the_surname_as_it_is_read(book: Epub) -> None:
    sorting = {
        one.text: refined(book, one.get("id"), "file-as")
        for one in book.package.xpath("//dc:creator | //dc:contributor", namespaces=NAMESPACES)
    }
    assert sorting["单晓舟"] == ["Shan Xiaozhou"]
    assert sorting["欧阳明"] == ["Ouyang Ming"]


def test_an_institution_sorts_as_a_title_however_short_its_name(make: Make) -> None:
    entry = MastheadEntry(MastheadKind.SPONSOR, "主办", ("河湾学院",))
    author = Author("河湾社", is_body=True)
    article = Article("a01", (Text("渡口"),), bylines=(Byline(Text("河湾社"), (author,)),))
    book = make(Issue(Masthead("渡口手账", entries=(entry,)), articles=(article,)))
    assert refined(book, "creator1", "file-as") == ["he wan she"]
    assert refined(book, "contributor1", "file-as") == ["he wan xue yuan"]


def test_sections_are_subjects_and_the_notice_is_the_rights_statement(book: Epub) -> None:
    assert book.metadata("dc:subject") == ["人物", "河流"]
    assert book.metadata("dc:rights") == ["本刊文字均为虚构，转载请告知。"]


def test_the_source_is_the_printed_issue_where_its_pages_are_marked(book: Epub) -> None:
    source = "《山河评论》2023年第4期（ISSN 1234-5679）印刷版"
    assert book.metadata("dc:source") == [source]
    assert book.metadata("opf:meta[@property='pageBreakSource']") == [source]


def test_each_article_tells_title_authors_section_and_pages(book: Epub) -> None:
    assert refined(book, "a01", "dcterms:title") == ["门牌比地图记得更久 ——访河湾镇邮递员沈一帆"]
    assert refined(book, "a01", "dcterms:creator") == ["陆知", "顾南星"]
    assert refined(book, "a01", "schema:articleSection") == ["人物"]
    assert refined(book, "a01", "schema:pagination") == ["5–8"]
    assert book.manifest["a01"] == "EPUB/a01.xhtml"


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK"])
def test_language_tags_are_everywhere(language: str, make: Make) -> None:
    book = make(full_issue(language))
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    assert book.metadata("dc:language") == [language]
    assert book.package.get(xml) == language
    for name in [*book.spine, book.nav_name]:
        root = book.tree(name)
        assert (root.get("lang"), root.get(xml)) == (language, language)


def test_every_edition_has_an_identifier_of_its_own_which_never_changes(make: Make) -> None:
    found = [
        make(full_issue(language), replace(OPTIONS, vertical=vertical)).metadata("dc:identifier")[0]
        for language in ("zh-Hans", "zh-Hant-TW", "zh-Hant-HK")
        for vertical in (False, True)
    ]
    assert len(set(found)) == 6
    # Readers keep bookmarks and notes under it: a new version of the program must not change it.
    assert found[0] == "urn:uuid:79c743ce-aada-5ee7-90f5-b1f19ddec8c5"


def test_an_identifier_does_not_depend_on_the_file_where_the_masthead_identifies_the_issue(
    make: Make,
) -> None:
    issue = full_issue()
    other = replace(issue, source=replace(issue.source, name="x.txt", sha256="cd" * 32))
    assert make(issue).metadata("dc:identifier") == make(other).metadata("dc:identifier")


def test_issues_that_tell_nothing_of_themselves_are_told_apart_by_their_source(make: Make) -> None:
    one = Issue(source=replace(full_issue().source, sha256="ab" * 32))
    two = Issue(source=replace(full_issue().source, sha256="cd" * 32))
    assert make(one).metadata("dc:identifier") != make(two).metadata("dc:identifier")
    assert make(one).metadata("dc:title") == ["shanhe-2023-04"]


@pytest.mark.parametrize(
    ("masthead", "title", "position"),
    [
        (Masthead(title="渡口", year=2023, number="7-8"), "渡口 2023年第7-8期", "2023.07"),
        (Masthead(title="渡口", year=2023, number="Z1"), "渡口 2023年第Z1期", "2023"),
        # A series of books (文史资料) counts 辑.
        (
            Masthead(
                title="渡口",
                year=2023,
                number="19",
                entries=(MastheadEntry(MastheadKind.ISSUE, "", ("第十九辑",)),),
            ),
            "渡口 2023年第19辑",
            "2023.19",
        ),
        # A quarterly that counts on from its first issue.
        (
            Masthead(title="渡口", year=2023, number="27", serial=27),
            "渡口 2023年总第27期",
            "2023.27",
        ),
        (Masthead(title="渡口", serial=118), "渡口 总第118期", "118"),
        (Masthead(title="渡口"), "渡口", ""),
    ],
)
def test_the_position_in_the_series_is_a_number_that_sorts(
    masthead: Masthead, title: str, position: str, make: Make
) -> None:
    book = make(Issue(masthead=masthead))
    assert book.metadata("dc:title") == [title]
    assert refined(book, "series", "group-position") == ([position] if position else [])


def test_a_person_with_two_offices_is_one_contributor(make: Make) -> None:
    entries = (
        MastheadEntry(MastheadKind.STAFF, "社长", ("陆知",)),
        MastheadEntry(MastheadKind.STAFF, "主编", ("陆知", "顾南")),
        MastheadEntry(MastheadKind.STAFF, "美术设计", ("方晴",)),
        MastheadEntry(MastheadKind.STAFF, "摄影", ("乔正",)),
        MastheadEntry(MastheadKind.STAFF, "法律顾问", ("温禾",)),
    )
    book = make(Issue(masthead=Masthead(title="渡口", entries=entries)))
    assert people(book, "contributor") == {
        "陆知": ["pbd", "edt"],
        "顾南": ["edt"],
        "方晴": ["bkd"],
        "乔正": ["pht"],
        "温禾": ["ctb"],
    }


def test_conformance_is_stated_only_where_a_person_states_it(make: Make) -> None:
    plain = make(full_issue())
    assert not plain.metadata("opf:meta[@property='dcterms:conformsTo']")
    assert not plain.metadata("opf:meta[@property='a11y:certifiedBy']")
    standard = "EPUB Accessibility 1.1 - WCAG 2.1 Level AA"
    options = replace(OPTIONS, conforms_to=standard, certified_by="河湾镇图书馆")
    audited = make(full_issue(), options)
    assert audited.metadata("opf:meta[@property='dcterms:conformsTo']") == [standard]
    assert refined(audited, "conformance", "a11y:certifiedBy") == ["河湾镇图书馆"]


def test_no_metadata_is_empty(book: Epub) -> None:
    for element in book.package.xpath("//opf:metadata/*", namespaces=NAMESPACES):
        assert (element.text or element.get("content") or "").strip(), element.attrib


def test_the_archive_is_as_the_container_asks(book: Epub) -> None:
    first = book.infos[0]
    assert (first.filename, first.compress_type) == ("mimetype", 0)
    assert book.members["mimetype"] == b"application/epub+zip"
    for info in book.infos:
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert re.fullmatch(r"[A-Za-z0-9./-]+", info.filename)
        assert not info.extra
    assert len({info.filename.lower() for info in book.infos}) == len(book.infos)
