"""The metadata as files, read back by other people's libraries."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.library.book import Piece, Signer
from converter.library.cite import bibtex, gb7714, ris
from converter.library.export import _cell, exports
from converter.library.shelves import magazines_of
from tests.library.archive import BASE, book

ARTICLE = f"{BASE}he-wan-shou-ji/2023-01/a01.html"
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=12
)


def rows(path: Path) -> list[dict[str, str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "Excel takes it for another encoding otherwise"
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_the_table_of_articles_has_a_row_for_each(site: Path) -> None:
    found = rows(site / "data/articles.csv")
    assert len(found) == 9
    (row,) = (row for row in found if row["address"] == ARTICLE)
    assert row == {
        "magazine": "河湾手记", "issn": "1234-5679", "cn": "99-1234/G0", "year": "2023", "number": "1",
        "serial": "25", "date": "2023-01-15", "section": "记事", "title": "渡口的灯", "subtitle": "",
        "authors": "沈一帆", "offices": "", "first_page": "4", "last_page": "", "language": "zh-Hans",
        "issue_id": row["issue_id"], "address": ARTICLE,
    }  # fmt: skip
    assert [row["number"] for row in rows(site / "data/issues.csv")] == ["12", "1", "2", "4"]


@pytest.mark.parametrize("text", ["=1+1", "+49", "-2", "@SUM(A1)", "\t=1"])
def test_a_cell_is_never_a_formula(text: str) -> None:
    assert _cell(text) == f"'{text}"


def test_a_cell_is_what_it_was_otherwise() -> None:
    assert [_cell(text) for text in ("——访邮递员", "渡口=桥", 7, 0, "")] == [
        "——访邮递员",
        "渡口=桥",
        "7",
        "",
        "",
    ]


def test_bibtex_is_read_by_bibtexparser(site: Path) -> None:
    library = parse_string((site / "data/articles.bib").read_text(encoding="utf-8"))
    assert library.failed_blocks == []
    assert len(library.entries) == 9
    (entry,) = (one for one in library.entries if one["url"] == ARTICLE)
    fields = {field.key: field.value for field in entry.fields}
    assert fields == {
        "author": "{沈一帆}", "title": "{渡口的灯}", "journal": "河湾手记", "year": "2023",
        "number": "1", "pages": "4", "issn": "1234-5679", "keywords": "记事", "langid": "chinese",
        "url": ARTICLE,
    }  # fmt: skip
    assert entry.key.startswith("shenyifan-2023-1-")


def test_ris_is_read_by_rispy(site: Path) -> None:
    with (site / "data/articles.ris").open(encoding="utf-8") as file:
        found = rispy.load(file)
    assert len(found) == 9
    (entry,) = (one for one in found if one["urls"] == [ARTICLE])
    assert entry["type_of_reference"] == "JOUR"
    assert (entry["title"], entry["authors"]) == ("渡口的灯", ["沈一帆"])
    assert (entry["year"], entry["number"], entry["start_page"]) == ("2023", "1", "4")
    assert entry["secondary_title"] == "河湾手记"


def test_json_ld_has_every_article_with_its_issue(site: Path) -> None:
    data = json.loads((site / "data/articles.jsonld").read_text(encoding="utf-8"))
    assert data["@context"] == "https://schema.org"
    assert len(data["@graph"]) == 9
    assert {one["isPartOf"]["isPartOf"]["name"] for one in data["@graph"]} == {
        "河湾手记",
        "山河评论",
    }


def test_an_issue_has_its_own_records(site: Path) -> None:
    with (site / "he-wan-shou-ji/2023-01/articles.ris").open(encoding="utf-8") as file:
        assert [one["title"] for one in rispy.load(file)] == ["渡口的灯", "旧书换旧书"]


@settings(deadline=None)
@given(texts, texts, texts)
def test_any_title_survives_bibtex_and_ris(title: str, name: str, section: str) -> None:
    piece = Piece("a01", title, "", (Signer(name),), section, "4", "8", "zh-Hans", "")
    items = [(book(), piece, "")]
    library = parse_string("".join(bibtex(items)))
    assert library.failed_blocks == []
    assert len(library.entries) == 1
    records = rispy.loads("".join(ris(items)))
    assert len(records) == 1
    assert records[0].get("title", "").split() == title.split()


@settings(deadline=None)
@given(st.lists(texts, max_size=4), texts)
def test_any_archive_can_be_exported(names: list[str], title: str) -> None:
    piece = Piece("a01", title, title, tuple(map(Signer, names)), title, "", "", "zh-Hans", title)
    magazines = magazines_of([replace(book(magazine=title or "x"), pieces=(piece,))])
    made: dict[str, Any] = dict(exports(magazines, ""))
    assert len(made) == 5
    assert all(isinstance(data, bytes) and data for data in made.values())


def test_a_reference_names_three_authors_and_then_no_more() -> None:
    def cited(*names: str, pages: tuple[str, str] = ("4", "8"), number: str = "7-8") -> str:
        piece = Piece(
            "a01", "桥", "——一份报告", tuple(map(Signer, names)), "", *pages, "zh-Hans", ""
        )
        return gb7714(book(2023, number), piece)

    assert cited("甲", "乙", "丙") == "甲, 乙, 丙. 桥：一份报告[J]. 河湾手记, 2023(7-8): 4-8."
    assert cited("甲", "乙", "丙", "丁").startswith("甲, 乙, 丙, 等. ")
    assert cited(pages=("", ""), number="") == "桥：一份报告[J]. 河湾手记, 2023."
