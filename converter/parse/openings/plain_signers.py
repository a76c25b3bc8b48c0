"""Who signs an article in no form of a byline, and what stands below who does."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, key, squeeze, width
from converter.model import Author
from converter.names import is_body, is_name, is_office, split_names
from converter.names.works import PICTURES, WRITING, one_of
from converter.parse.byline import BylineReading
from converter.parse.credits import read_credits
from converter.parse.kinds import is_credit, is_date_line
from converter.parse.openings.opening import Opening, printed_authors
from converter.parse.openings.posts import (
    are_posts,
    holder_beside,
    holder_of,
    is_place_of_work,
    is_post,
    is_staff,
    post_and_name,
    posts_then_name,
)
from converter.parse.openings.survey import Survey

_BARRED = re.compile(rf"^[{HAN}]{{1,6}}\s*(?P<bar>[|｜丨/／：:])\s*\S")
"""文｜某某, 编辑｜某某: a work, a bar, and who did it."""
_PICTURED = re.compile(rf"^(?:{one_of(PICTURES)})[ \u3000]+[{HAN}]{{2,6}}$")
_WRITTEN = re.compile(rf"^(?:{one_of(WRITING)})[ \u3000]+\S")
"""What somebody did beside the author, and what the author did, each with a blank and a name."""
SIGNED = 0.95
"""How sure a byline is that tells who signs in so many words: 文|某某, 本刊记者 某某."""
_WHOLE_HOUSE = 7
"""The least em of a house that signs by its full name."""
_TEXT = 24
"""The least em of the text below the posts of who signs by a name in no list."""
_SENDER, _TAIL = 8, 5
"""Em of who signs a letter, and the last lines of a letter with who edited it."""
_MAKES = frozenset(["设计", "設計", "策划", "策劃", "制图", "製圖", "绘制", "繪製"])
"""What somebody did who is its author where nobody wrote."""


def made_by(survey: Survey, at: int) -> BylineReading | None:
    """Who made a quiz or a page of pictures: 设计/某某 over its text, where nobody else signs."""
    text = survey.units[at].text
    if at + 1 >= len(survey.units) or not is_credit(text):
        return None
    credited = read_credits(text)
    if credited is None or any(credit.work not in _MAKES for credit in credited):
        return None
    names = [name for credit in credited for name in credit.names]
    below = survey.units[at + 1].text
    if not all(map(is_name, names)) or is_credit(below) or read_credits(below):
        return None
    if survey.byline(at + 1) is not None or not survey.prose_follows(at + 1):
        return None
    return BylineReading(tuple(map(Author, names)), SIGNED)


class PlainSigners:
    """Tells who signs right below a title in no form of a byline."""

    def __init__(self, survey: Survey) -> None:
        self.survey = survey
        self.units = survey.units

    def take(self, opening: Opening, index: int, limit: int) -> int:
        """Take who signs in no form of a byline, and what stands below who does."""
        if index in self.survey.signers:
            name = self.survey.signers[index]
            found: BylineReading | None = BylineReading((Author(name, is_body=is_body(name)),), 1.0)
        elif (
            self._is_office_below(opening, index)
            or self._is_made_by(opening, index)
            or self._is_pictured_by(opening, index)
        ):
            found = BylineReading((), 1.0)
        else:
            found = self._sender(opening, index, limit) or self._maker(opening, index, limit)
            found = found or self._house(opening, index) or self._holder(opening, index)
        if found is not None:
            opening.bylines.append((index, found))
        return int(found is not None)

    def take_posts(self, opening: Opening, index: int, limit: int) -> bool:
        """Take 某省某局党组书记、局长 and the name below it, of who holds these posts, or above.

        Whom the contents name is told by that; anybody else by the text right below the name.
        """
        if index + 1 >= limit:
            return False
        if opening.bylines:
            return self._take_more_posts(opening, index)
        if self._take_posts_below(opening, index):
            return True
        post, name = squeeze(self.units[index].text), self.units[index + 1].text.strip()
        known = frozenset(opening.reading[1])
        works = squeeze(name) in known and is_place_of_work(post)
        if post in known or not (works or are_posts(post) or is_staff(post)):
            return False
        names = (squeeze(name),) if squeeze(name) in known else split_names(name) or ()
        if not (known or names) and (holder := holder_of(post, name)):
            names = (holder,)
        told = not known.isdisjoint(names) if known else self._is_text_below(index + 2)
        if not names or not told or any(map(is_office, names)):
            return False
        authors = tuple(Author(one, post) for one in names)
        opening.bylines += [
            (index, BylineReading((), SIGNED)),
            (index + 1, BylineReading(authors, SIGNED)),
        ]
        return True

    def _take_more_posts(self, opening: Opening, index: int) -> bool:
        """Take the posts of another author, over that name, below who has signed.

        The contents name all of them or nobody.
        """
        post, name = (squeeze(unit.text) for unit in self.units[index : index + 2])
        if opening.bylines[-1][0] != index - 1:
            return False
        if not self._is_left(opening, index + 1):
            names = posts_then_name(post, name)
            if opening.reading[1] or not names or not self.survey.prose_follows(index + 2):
                return False
        elif not (is_place_of_work(post) or are_posts(post) or is_staff(post)):
            return False
        opening.bylines += [
            (index, BylineReading((), SIGNED)),
            (index + 1, BylineReading((Author(name, post),), SIGNED)),
        ]
        return True

    def _is_text_below(self, index: int) -> bool:
        """True if the text begins at a unit, or below the post and the name of one more author."""
        follows = self.survey.prose_follows
        return follows(index) or (post_and_name(self.units, index) and follows(index + 2))

    def _is_left(self, opening: Opening, index: int) -> bool:
        """True for a name of the contents alone on its line that has not signed yet."""
        name = squeeze(self.units[index].text) if index < len(self.units) else ""
        return name in opening.reading[1] and name not in printed_authors(opening)

    def _take_posts_below(self, opening: Opening, index: int) -> bool:
        """Take 战云飞, whose surname is in no list, over 本刊记者, where the contents name nobody."""
        name, post = self.units[index].text, squeeze(self.units[index + 1].text)
        holder = "" if opening.reading[1] else holder_of(post, name)
        if not holder or not self._is_over_text(index + 1):
            return False
        opening.bylines += [
            (index, BylineReading((Author(holder, post),), SIGNED)),
            (index + 1, BylineReading((), SIGNED)),
        ]
        return True

    def _is_office_below(self, opening: Opening, index: int) -> bool:
        """True for 某县中心小学教师 on a line of its own, right below the name of who holds it.

        作家 may stand there, too, where a blank line parts it from the text but not from the name, and
        so may where somebody works who signs there by nothing but a name.
        """
        text = squeeze(self.units[index].text)
        signed = any(at == index - 1 and reading.authors for at, reading in opening.bylines)
        over = self.survey.prose_follows(index + 1) or self._is_left(opening, index + 1)
        if not signed or not over:
            return False
        beside = not self.units[index].gap and self.units[index + 1].gap
        if is_post(text) or is_staff(text) or (beside and is_office(text)):
            return True
        name = self.units[index - 1].text
        named = squeeze(name) in opening.reading[1] or split_names(name) is not None
        return named and is_place_of_work(text) and (beside or is_body(text))

    def _is_made_by(self, opening: Opening, index: int) -> bool:
        """True for 编辑｜某某 right under a byline of the same form: 文｜某某, 本刊记者｜某某."""
        unit = self.units[index]
        hit = _BARRED.match(unit.text)
        above = self.units[index - 1]
        return (
            hit is not None
            and any(at == index - 1 for at, _ in opening.bylines)
            and (above.gap or not unit.gap)
            and is_credit(unit.text)
            and hit["bar"] in above.text
            and self.survey.prose_follows(index + 1)
        )

    def _is_pictured_by(self, opening: Opening, index: int) -> bool:
        """True for 图片 夜行社 right under 撰文 某某: a work beside a name, though nobody has such a name."""
        signed = any(at == index - 1 and one.authors for at, one in opening.bylines)
        return (
            signed
            and _PICTURED.match(self.units[index].text) is not None
            and _WRITTEN.match(self.units[index - 1].text) is not None
            and self.survey.prose_follows(index + 1)
        )

    def _holder(self, opening: Opening, index: int) -> BylineReading | None:
        """某省某局局长 战云飞 where the contents name nobody: the posts tell the name."""
        if opening.bylines or opening.reading[1] or not self._is_over_text(index):
            return None
        name, posts = holder_beside(self.units[index].text)
        return BylineReading((Author(name, posts),), SIGNED) if name else None

    def _is_over_text(self, index: int) -> bool:
        """True for a unit right above a line of text."""
        below = self.survey.after(index)
        return below is not None and width(below.text) >= _TEXT

    def _sender(self, opening: Opening, index: int, limit: int) -> BylineReading | None:
        """爸爸 right under the title of a letter that ends with the same word, over a date perhaps."""
        text = self.units[index].text
        if opening.bylines or index != opening.title[-1] + 1 or width(text) > _SENDER:
            return None
        if not all(map(is_han, squeeze(text))) or not self.survey.prose_follows(index + 1):
            return None
        tail = range(max(index + 3, limit - _TAIL), limit)
        signed = [at for at in tail if key(self.units[at].text) == key(text)]
        if not signed or not ends_sentence(self.units[signed[-1] - 1].text):
            return None
        for at in range(signed[-1] + 1, limit):
            line = self.units[at].text
            if not (is_date_line(line) or is_credit(line) or self.survey.is_section[at]):
                return None
        return BylineReading((Author(squeeze(text)),), SIGNED)

    def _house(self, opening: Opening, index: int) -> BylineReading | None:
        """某市委组织部调查组 right below a title that nothing but the section's name over it tells."""
        text, below = self.units[index].text, self.survey.after(index)
        if opening.entry >= 0 or not opening.kickers or opening.bylines or below is None:
            return None
        whole = self.units[index].gap and below.gap and width(text) >= _WHOLE_HOUSE
        if not whole or not is_body(text) or not self.survey.prose_follows(index + 1):
            return None
        return BylineReading((Author(squeeze(text), is_body=True),), SIGNED)

    def _maker(self, opening: Opening, index: int, limit: int) -> BylineReading | None:
        """Who made a quiz or a page of pictures, if nobody else signs it: 设计/某某."""
        if opening.bylines or index + 1 >= limit:
            return None
        return made_by(self.survey, index)
