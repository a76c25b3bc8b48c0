"""One article as a PDF of its own: to see at once what a style or a template does."""

from __future__ import annotations

from pathlib import Path

from converter.batch.produce import companions, edition_of
from converter.batch.recipe import Recipe
from converter.diagnostics import Diagnostic, UsageFaultError
from converter.model import Contents, Issue, Masthead
from converter.pipeline import glossaries_beside, in_order, load_settings, restore, to_pdf
from converter.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Made:
    """What a preview is: the file, the article's title, what there is to say."""

    path: Path
    title: str
    diagnostics: tuple[Diagnostic, ...]


class Preview:
    """Makes the PDF of one article (counted from 1) again and again.

    The issue is restored anew only when its own files have changed.
    """

    def __init__(self, path: Path, name: str, article: int, output: Path, recipe: Recipe) -> None:
        self.path = path
        self.article = article
        self.recipe = recipe
        self._output = output
        self._name = name
        self._kept: tuple[object, Issue, Recipe] | None = None

    def make(self) -> Made:
        """Write the preview.

        Raises the family of :class:`~converter.diagnostics.FukanError`, and whatever a
        template of the user's raises.
        """
        issue, recipe = self._issue()
        if not 1 <= self.article <= len(issue.articles):
            count = len(issue.articles)
            msg = f"--article: {self.path.name} has {count} articles, not {self.article}"
            raise UsageFaultError(msg)
        single = alone(issue, self.article - 1)
        edition = recipe.editions[0]
        tag = f".{edition}" if edition else ""
        target = self._output / f"{self._name}{tag}.article-{self.article}.pdf"
        found = to_pdf(single, target, replace(recipe.pdf, cover=False))
        title = " ".join(text.value for text in single.articles[0].title)
        return Made(target, title, in_order(found, recipe.pdf.profile))

    def _issue(self) -> tuple[Issue, Recipe]:
        stamp = self._stamp()
        if self._kept is None or self._kept[0] != stamp:
            asked = self.recipe
            profile, corrections = load_settings(
                self.path, asked.profile, corrections=asked.corrections
            )
            restored = restore(self.path, profile=profile, corrections=corrections)
            glossaries = (*asked.glossaries, *glossaries_beside(self.path))
            recipe = replace(asked, glossaries=glossaries).for_profile(profile)
            issue, _ = edition_of(restored.issue, recipe.editions[0], recipe, corrections)
            self._kept = (stamp, issue, recipe)
        return self._kept[1], self._kept[2]

    def _stamp(self) -> object:
        recipe = self.recipe
        given = (recipe.profile, *recipe.glossaries, self.path, *companions(self.path))
        return tuple(
            (path, state.st_mtime_ns, state.st_size)
            for path in given
            if path is not None and path.exists() and (state := path.stat())
        )


def alone(issue: Issue, index: int) -> Issue:
    """The issue with one of its articles and nothing else; its running heads stay."""
    masthead = issue.masthead
    return replace(
        issue,
        masthead=Masthead(
            title=masthead.title,
            year=masthead.year,
            number=masthead.number,
            serial=masthead.serial,
            date=masthead.date,
        ),
        cover_quotes=(),
        contents=Contents(),
        front=(),
        articles=(issue.articles[index],),
        back=(),
    )
