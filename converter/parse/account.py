"""The account: every non-blank character of the file is in the model or on the drop list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from converter.hanzi import squeeze
from converter.model import Article, Box, Byline, Issue, issue_texts
from converter.model.walk import block_texts, blocks_of
from converter.source import Line
from converter.values import NamedTuple


class Account(NamedTuple):
    """Counts of non-blank characters.

    ``source`` + ``gained`` (by repairs) - ``changed`` (away by repairs) must equal
    ``kept`` (in the model) + ``dropped``; ``missing`` and ``surplus`` list what does not.
    """

    source: int
    gained: int
    changed: int
    kept: int
    dropped: int
    missing: str
    surplus: str

    @property
    def balanced(self) -> bool:
        """True if nothing was lost and nothing invented."""
        return not self.missing and not self.surplus


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join("".join(texts).split()))


def model_strings(issue: Issue, source: Mapping[int, str] = MappingProxyType({})) -> Iterator[str]:
    """Every string of the model that comes from the source, each once.

    ``source`` are the lines of the file without blanks, by their numbers.
    """
    for entry in issue.masthead.entries:
        yield entry.label
        yield from entry.values
    yield issue.contents.heading
    for section in issue.contents.sections:
        yield from (section.name, section.theme)
        for listed in section.entries:
            yield from listed.title
            yield listed.subtitle
            yield from listed.authors
            yield listed.page
    for text in issue_texts(issue):
        yield text.value
    contents_lines = {
        line
        for section in issue.contents.sections
        for listed in section.entries
        for span in (*section.spans, *listed.spans)
        for line in range(span.first, span.last + 1)
    }
    for article in issue.articles:
        for byline in article.bylines:
            if byline.spans and all(span.first in contents_lines for span in byline.spans):
                # Taken over from the contents, where it is counted already.
                yield from (f"\0{byline.text.value}",)
            elif _is_in_text(byline, article) and not _is_said_again(byline, article, source):
                # Taken over from the dateline, which is text.
                yield from (f"\0{byline.text.value}",)
        for note in article.notes:
            yield note.marker
        for block in blocks_of(article):
            if isinstance(block, Box):
                yield block.label
    for block in (*issue.front, *issue.back):
        if isinstance(block, Box):
            yield block.label


def _is_in_text(byline: Byline, article: Article) -> bool:
    """True if a byline says what the text has in its brackets: 本报讯（记者某某）."""
    line, said = byline.spans[0].first if byline.spans else 0, squeeze(byline.text.value)
    if article.subtitle is not None and f"（{said}）" in squeeze(article.subtitle.value):
        return True
    return any(
        said in squeeze(text.value)
        for block in blocks_of(article)
        if any(span.first <= line <= span.last for span in block.spans)
        for text in block_texts(block)
    )


def _is_said_again(byline: Byline, article: Article, source: Mapping[int, str]) -> bool:
    """True if the lines of the text around a byline say it once more than the text does.

    A line that OCR has doubled may be the byline once and stand in the text beside it.
    """
    line, said = byline.spans[0].first if byline.spans else 0, squeeze(byline.text.value)
    around = [
        block
        for block in blocks_of(article)
        if any(span.first <= line <= span.last for span in block.spans)
    ]
    lines = {
        number
        for block in around
        for span in block.spans
        for number in range(span.first, span.last + 1)
    }
    told = sum(squeeze(text.value).count(said) for block in around for text in block_texts(block))
    return bool(said) and sum(source.get(number, "").count(said) for number in lines) > told


_HEAD = 8
"""Characters by which a line is looked for in a text."""


def _unlike(lines: list[str], texts: list[str]) -> tuple[list[str], list[str]]:
    """What is left to be counted of ``lines`` and ``texts``, character by character.

    Without the lines that are a text as they are, and those of which a text is put together.
    """
    same = Counter(lines) & Counter(texts)
    left: dict[str, list[str]] = {}
    for line in (Counter(lines) - same).elements():
        left.setdefault(line[:_HEAD], []).append(line)
    rest = []
    for text in (Counter(texts) - same).elements():
        at = 0
        while (found := left.get(text[at : at + _HEAD])) and text.startswith(found[-1], at):
            at += len(found.pop())
        rest.append(text[at:])
    return [line for found in left.values() for line in found], rest


def take_account(lines: Iterable[Line], issue: Issue) -> Account:
    """Balance the source against the model."""
    numbered = {line.number: squeeze(line.text) for line in lines}
    source = list(numbered.values())
    strings = list(model_strings(issue, numbered))
    kept = [squeeze(text) for text in strings if not text.startswith("\0")]
    twice = [squeeze(text[1:]) for text in strings if text.startswith("\0")]
    gained = _count(change.after for change in issue.changes)
    changed = _count(change.before for change in issue.changes)
    dropped = _count(drop.text for drop in issue.drops)
    of_source, of_model = _unlike(source, kept)
    difference = _count(of_source)
    difference.update(gained)
    difference.update(_count(twice))
    difference.subtract(changed)
    difference.subtract(dropped)
    difference.subtract(_count(of_model))
    missing = "".join(sorted((+difference).elements()))
    surplus = "".join(sorted((-difference).elements()))
    return Account(
        source=sum(map(len, source)),
        gained=gained.total(),
        changed=changed.total(),
        kept=sum(map(len, kept)) - sum(map(len, twice)),
        dropped=dropped.total(),
        missing=missing,
        surplus=surplus,
    )
