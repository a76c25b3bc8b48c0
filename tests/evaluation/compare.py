"""Figures of agreement between a truth and a result, each with precision, recall and F1.

Articles are paired first, by title and by what they share, so that an error in a title
costs the title and not the article. Within a pair, the items of a figure are compared as
ordered lists of exact texts (blanks made equal, nothing else): what the longest common
subsequence leaves out is missing or surplus. A healed paragraph therefore counts only if
it is whole and not run together with another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tests.evaluation.reading import ArticleReading, IssueReading, Item, normal

AIMED = (
    "contents",
    "authors",
    "headings",
    "paragraphs",
    "boxes",
    "attributions",
    "pull quotes",
    "speakers",
    "kept",
)
"""The figures that the aims of the project name."""

INFORMATIVE = ("titles", "title lines", "pages", "masthead", "roles", "apparatus", "box places")
"""Further figures, printed to guide the work."""

Key = tuple[str, ...]


@dataclass(slots=True)
class Figure:
    """How often a result agrees with the truth in one respect."""

    hits: int = 0
    expected: int = 0
    got: int = 0
    misses: list[Miss] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was produced that is right; 1 where nothing was."""
        return self.hits / self.got if self.got else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 1 where nothing is."""
        return self.hits / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.expected + self.got
        return 2 * self.hits / total if total else 1.0

    def add(self, other: Figure) -> None:
        """Take the counts and the misses of another one in."""
        self.hits += other.hits
        self.expected += other.expected
        self.got += other.got
        self.misses += other.misses


@dataclass(frozen=True, slots=True)
class Miss:
    """Something expected that was not found, or found that was not expected ("" for none)."""

    where: str
    expected: str
    got: str


Figures = dict[str, Figure]


def compare(truth: IssueReading, got: IssueReading) -> Figures:
    """All figures of one issue but ``kept``, which needs the source (see :mod:`.kept`)."""
    figures = {name: Figure() for name in (*AIMED, *INFORMATIVE) if name != "kept"}
    alias = _Canon(truth)
    pairs = pair_articles(truth.articles, got.articles)
    _contents(figures, truth, got, pairs, alias)
    paired_got = {other for _, other in pairs}
    for index, other in pairs:
        _article(figures, truth.articles[index], got.articles[other], alias)
    empty = ArticleReading(None, ())
    paired_truth = {index for index, _ in pairs}
    for index, article in enumerate(truth.articles):
        if index not in paired_truth and not article.optional:
            _article(figures, article, empty, alias)
    for index, article in enumerate(got.articles):
        if index not in paired_got:
            _article(figures, empty, article, alias)
    _cover(figures, truth, got)
    _masthead(figures["masthead"], truth, got)
    return figures


class _Canon:
    """Normalises texts and replaces readings that are as good as the truth's by the truth's."""

    def __init__(self, truth: IssueReading) -> None:
        self._aliases = truth.aliases

    def __call__(self, text: str) -> str:
        plain = normal(text)
        return self._aliases.get(plain, plain)


# --- pairing ------------------------------------------------------------------------------


def pair_articles(
    truth: Sequence[ArticleReading], got: Sequence[ArticleReading]
) -> list[tuple[int, int]]:
    """Pairs of indexes of articles that are the same one, best matches first taken."""
    bags = [_bag(article) for article in truth]
    others = [_bag(article) for article in got]
    scores: list[tuple[float, int, int]] = []
    for i, article in enumerate(truth):
        for j, other in enumerate(got):
            score = likeness(article.title_key, other.title_key)
            shared = len(bags[i] & others[j])
            if shared:
                score += shared / max(len(bags[i]), 1)
            if score > 0.45:
                scores.append((score, i, j))
    scores.sort(key=lambda entry: (-entry[0], abs(entry[1] - entry[2])))
    taken: set[int] = set()
    used: set[int] = set()
    pairs = []
    for _, i, j in scores:
        if i not in taken and j not in used:
            taken.add(i)
            used.add(j)
            pairs.append((i, j))
    return sorted(pairs)


def _bag(article: ArticleReading) -> set[str]:
    return {normal(item.text) for item in article.items if item.kind == "paragraph"}


def likeness(one: str, other: str) -> float:
    """The Dice coefficient of the pairs of characters of two texts, 0 to 1."""
    if one == other:
        return 1.0 if one else 0.0
    a, b = (Counter(text[i : i + 2] for i in range(len(text) - 1)) for text in (one, other))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


# --- the figures --------------------------------------------------------------------------


def _contents(
    figures: Figures,
    truth: IssueReading,
    got: IssueReading,
    pairs: list[tuple[int, int]],
    alias: Callable[[str], str],
) -> None:
    """Every article under its section, in order."""
    by_got = {j: i for i, j in pairs}
    shown = {i for i, j in pairs}
    expected: list[Key] = []
    for i, article in enumerate(truth.articles):
        if article.optional and i not in shown:
            continue
        section = "*" if article.section is None else normal(article.section)
        expected.append((section, alias(" ".join(article.title))))
    found: list[Key] = []
    for j, article in enumerate(got.articles):
        partner = truth.articles[by_got[j]] if j in by_got else None
        wild = partner is not None and partner.section is None
        section = "*" if wild else normal(article.section or "")
        found.append((section, alias(" ".join(article.title))))
    figures["contents"].add(_figure("contents", expected, found))


def _article(
    figures: Figures, truth: ArticleReading, got: ArticleReading, alias: Callable[[str], str]
) -> None:
    where = (truth if truth.title else got).title_key[:24]

    def put(name: str, of: Callable[[ArticleReading], Iterable[Key]]) -> None:
        figures[name].add(_figure(where, list(of(truth)), list(of(got))))

    put("authors", lambda a: [(normal(name).replace(" ", ""),) for name in a.authors])
    put("headings", lambda a: _headings(a, alias))
    put("paragraphs", lambda a: _paragraphs(a, alias))
    put("boxes", lambda a: _boxes(a, alias))
    put("attributions", lambda a: _attributions(a, alias))
    put("pull quotes", lambda a: [(alias(quote),) for quote in a.pull_quotes])
    put("speakers", lambda a: _speakers(a, alias))
    put("titles", lambda a: _titles(a, alias))
    put("title lines", lambda a: [(alias(line),) for line in a.title])
    if truth.page:
        put("pages", lambda a: [(a.page,)] if a.page else [])
    put("roles", lambda a: _roles(a, alias))
    put("apparatus", lambda a: _apparatus(a, alias))
    put("box places", lambda a: _box_places(a, alias))


def _titles(article: ArticleReading, alias: Callable[[str], str]) -> list[Key]:
    if not article.title:
        return []
    return [(alias(" ".join(article.title)), alias(strip_dash(article.subtitle)))]


def _headings(article: ArticleReading, alias: Callable[[str], str]) -> list[Key]:
    return [
        (f"h{item.level}", alias(item.text)) for item in article.items if item.kind == "heading"
    ]


def _paragraphs(article: ArticleReading, alias: Callable[[str], str]) -> list[Key]:
    return [(alias(item.text),) for item in article.items if item.kind == "paragraph"]


def _roles(article: ArticleReading, alias: Callable[[str], str]) -> list[Key]:
    return [
        (item.role, alias(item.text))
        for item in article.items
        if item.kind == "paragraph" and item.role not in ("", "body", "question", "answer")
    ]


def _boxes(article: ArticleReading, alias: Callable[[str], str]) -> list[Key]:
    return [
        (normal(box.label), alias(box.title), *(alias(text) for text in box.paragraphs))
        for item in article.items
        if (box := item.box) is not None
    ]


def _attributions(article: ArticleReading, alias: Callable[[str], str]) -> list[Key]:
    """Each attribution with the beginning of the box that it closes."""
    return [
        (alias(strip_dash(box.attribution)), alias(box.paragraphs[0] if box.paragraphs else "")[:8])
        for item in article.items
        if (box := item.box) is not None and box.attribution
    ]


def _box_places(article: ArticleReading, alias: Callable[[str], str]) -> list[Key]:
    """Each box with the end of the block that stands before it."""
    places: list[Key] = []
    before = ""
    for item in article.items:
        if item.box is not None:
            places.append(
                (before, alias(item.box.paragraphs[0] if item.box.paragraphs else "")[:8])
            )
        else:
            before = alias(item.text)[-12:]
    return places


def _speakers(article: ArticleReading, alias: Callable[[str], str]) -> list[Key]:
    return [
        (normal(item.speaker), alias(item.text)[:16])
        for item in article.items
        if item.kind == "paragraph" and item.speaker
    ]


def _apparatus(article: ArticleReading, alias: Callable[[str], str]) -> list[Key]:
    """Tables, verse, captions and notes."""
    out: list[Key] = [
        (item.kind, *(_cells(item)))
        for item in article.items
        if item.kind in ("verse", "table", "figure")
    ]
    out += [("note", normal(marker), alias(text)) for marker, text in article.notes]
    return out


def _cells(item: Item) -> list[str]:
    return [normal(cell) for row in item.text.split("\n") for cell in row.split("\t")]


def strip_dash(text: str) -> str:
    """A subtitle or an attribution without the dash or the brackets that set it off."""
    plain = text.strip().lstrip("—–-―─－ ")
    if plain[:1] in "（(" and plain[-1:] in "）)":
        plain = plain[1:-1]
    return plain


def _cover(figures: Figures, truth: IssueReading, got: IssueReading) -> None:
    """Cover quotations count as pull quotes, where the result tells them (the model does)."""
    if got.front_matter:
        text = normal(got.front_matter).replace(" ", "")
        found = [q for q in truth.cover_quotes if normal(q[0]).replace(" ", "") in text]
    else:
        found = list(got.cover_quotes)
    expected = [(normal(quote),) for quote, _ in truth.cover_quotes]
    figures["pull quotes"].add(_figure("cover", expected, [(normal(q),) for q, _ in found]))


def _masthead(figure: Figure, truth: IssueReading, got: IssueReading) -> None:
    for name, value in truth.masthead.items():
        figure.expected += 1
        wanted = normal(str(value)).replace(" ", "")
        if got.front_matter:
            figure.got += 1
            hit = wanted in normal(got.front_matter).replace(" ", "")
        else:
            shown = normal(got.masthead.get(name, "")).replace(" ", "")
            figure.got += bool(shown)
            hit = shown.lstrip("0") == wanted.lstrip("0")
        figure.hits += hit
        if not hit:
            figure.misses.append(Miss(f"masthead {name}", value, got.masthead.get(name, "")))
    for name, value in got.masthead.items():
        if name not in truth.masthead:
            figure.got += 1
            figure.misses.append(Miss(f"masthead {name}", "", value))


# --- ordered lists ------------------------------------------------------------------------


def _figure(where: str, expected: Sequence[Key], got: Sequence[Key]) -> Figure:
    missing, surplus = difference(expected, got)
    figure = Figure(len(expected) - len(missing), len(expected), len(got))
    figure.misses = _aligned(where, missing, surplus)
    return figure


def difference(expected: Sequence[Key], got: Sequence[Key]) -> tuple[list[Key], list[Key]]:
    """What a longest common subsequence leaves out on either side."""
    start = 0
    while start < min(len(expected), len(got)) and expected[start] == got[start]:
        start += 1
    end = 0
    while end < min(len(expected), len(got)) - start and expected[-1 - end] == got[-1 - end]:
        end += 1
    a = expected[start : len(expected) - end]
    b = got[start : len(got) - end]
    if not a or not b:
        return list(a), list(b)
    length = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        row, below = length[i], length[i + 1]
        for j in range(len(b) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if a[i] == b[j] else max(below[j], row[j + 1])
    missing: list[Key] = []
    surplus: list[Key] = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            i, j = i + 1, j + 1
        elif length[i + 1][j] >= length[i][j + 1]:
            missing.append(a[i])
            i += 1
        else:
            surplus.append(b[j])
            j += 1
    return [*missing, *a[i:]], [*surplus, *b[j:]]


def _aligned(where: str, missing: list[Key], surplus: list[Key]) -> list[Miss]:
    """Each missing item beside the surplus one that is most like it."""
    left = [" | ".join(key) for key in surplus]
    free = list(range(len(left)))
    misses = []
    for key in missing:
        text = " | ".join(key)
        best = max(free, key=lambda i: likeness(text, left[i]), default=-1)
        if best >= 0 and likeness(text, left[best]) >= 0.3:
            free.remove(best)
            misses.append(Miss(where, text, left[best]))
        else:
            misses.append(Miss(where, text, ""))
    return misses + [Miss(where, "", left[i]) for i in free]
