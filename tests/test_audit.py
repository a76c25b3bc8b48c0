"""The audit reads Ace's report: each violation, and metadata that we should have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.audit import __main__ as audit


def report(outcome: str = "pass", missing: tuple[str, ...] = ()) -> dict[str, Any]:
    return {
        "assertions": [
            {
                "earl:testSubject": {"url": "a01.xhtml"},
                "assertions": [
                    {
                        "earl:test": {"dct:title": "landmark-unique", "earl:impact": "moderate"},
                        "earl:result": {
                            "earl:outcome": outcome,
                            "dct:description": "The landmark must have\na unique label",
                            "html": "<aside/>",
                        },
                    }
                ],
            }
        ],
        "a11y-metadata": {"missing": list(missing), "empty": [], "present": []},
    }


def test_a_violation_tells_rule_impact_file_and_what_ace_says() -> None:
    (found,) = audit.violations(report("fail"))
    assert str(found) == (
        "moderate: landmark-unique in a01.xhtml: The landmark must have a unique label <aside/>"
    )


def test_what_passes_is_no_violation() -> None:
    assert list(audit.violations(report())) == []


def test_metadata_that_only_an_auditor_may_state_are_not_missed() -> None:
    missing = ("dcterms:conformsTo", "a11y:certifiedBy", "schema:accessMode")
    (found,) = audit.violations(report(missing=missing))
    assert str(found) == ("serious: metadata in EPUB/content.opf: schema:accessMode is not told")


def test_one_violation_fails_the_audit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(audit, "ACE", Path(__file__))
    monkeypatch.setattr(audit, "version", lambda: "1.0")
    monkeypatch.setattr(audit, "CACHE", tmp_path)
    monkeypatch.setattr(
        audit, "_report", lambda book: report("fail" if "b" in book.stem else "pass")
    )
    books = [tmp_path / name for name in ("a.epub", "b.epub")]
    for book in books:
        book.write_bytes(book.name.encode())
    assert audit.main([str(books[0])]) == 0
    assert audit.main([str(book) for book in books]) == 1
    out = capsys.readouterr().out
    assert "a: 0 violations\nb: 1 violations\n  moderate: landmark-unique" in out
    assert out.endswith("DAISY Ace 1.0: 2 books, 1 violations\n")


def test_without_ace_it_says_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "ACE", Path("/nowhere/ace.js"))
    with pytest.raises(SystemExit, match="`make audit` installs and runs it"):
        audit.main([])
