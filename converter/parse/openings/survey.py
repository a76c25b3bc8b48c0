"""The units of the body, to be asked for titles and names of sections."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, key, squeeze, width
from converter.names import split_names
from converter.names.works import WRITING
from converter.parse.boxes import box_start, is_attribution
from converter.parse.boxes.start import bare_label
from converter.parse.byline import BylineReading, read_byline
from converter.parse.contents import RawContents
from converter.parse.facts import cards_of_works
from converter.parse.farewells import is_farewell
from converter.parse.headings import numbering
from converter.parse.items import BULLETS
from converter.parse.kinds import is_date_line, is_reference_head, labelled
from converter.parse.letters.signers import names_and_dates
from converter.parse.rolls import is_roll_head
from converter.profile import Profile
from converter.segment import Unit
from converter.values import NamedTuple

_BESIDE = re.compile(
    rf"^[\W_]*(?P<name>[{HAN}·\s]{{2,16}}?)\s*(?:[|｜/／·•\-—]\s*)?[A-Za-z][A-Za-z &'’.\-]*$"
    rf"|^[A-Za-z][A-Za-z &'’.\-]*?\s*(?:[|｜/／·•\-—]\s*)?(?P<after>[{HAN}·]{{2,16}})$"
)


_FACT = re.compile(
    r"^(?:时\s*间|時\s*間|地\s*[点點]|整\s*理|主\s*持(?:人)?|(?:特邀)?嘉[宾賓]|[对對与與][谈談话話]人|记\s*录|記\s*錄|采\s*写|採\s*寫|"
    r"出席|列席|[参參]加(?:人[员員])?)\s*[：:]\s*\S"
)
"""时间：……, 地点：……: the facts of a talk, below its title."""
_CAPTION = re.compile(
    r"[（(](?:前排|后排|一排|二排)?(?:左|右|中|上|下|左图|右图|左[一二三四]|右[一二三四])起?[）)]|摄于|攝於|[（(](?:资料图片?|摄影|图片来源|供图|资料照片)"
)
"""Who stands where in a picture, and when it was taken."""
_REGISTERED = re.compile(r"许可证|許可證|准印证|登记证|登記證|广登字|印数|发行代号")


_DASHES = "—－─- \u3000"
"""Before the name of who signs."""
_LABEL = 10
"""The most characters of the name of a box."""
_BARS = 3
"""Bars of a row of two cells."""
_HALF_TITLE = 16
"""The most em of a line of a title that ends in a comma."""
_SECTIONS = 2
"""So many sections over titles are no chance."""


NAMED, LIKELY = 0.75, 0.7
"""How sure a byline is that holds nothing but names, and one that may be a name or a house."""
_ASKS = re.compile("^[问問答QAＱＡ][：:]")
"""问：……？ and Q：……？, which stand over their answers."""


_HEAD = 6
"""Characters of the shortest running head that tells a title."""


class PageEdges(NamedTuple):
    """What stands at the heads of pages: the first lines of text there, and the keys of running heads."""

    tops: Container[int] = frozenset()
    heads: Collection[str] = frozenset()
    """Without the numbers of pages beside them."""


NO_EDGES = PageEdges()


class Survey:
    """The units with their keys, and which of them are names of sections."""

    def __init__(
        self,
        units: Sequence[Unit],
        contents: RawContents,
        profile: Profile,
        edges: PageEdges = NO_EDGES,
        *,
        lettered: bool = False,
    ) -> None:
        self.units = units
        self.contents = contents
        self.profile = profile
        self.edges = edges
        self.tops = edges.tops
        """The first lines of the units that stand at the top of a page."""
        self._heads = edges.heads
        self.lettered = lettered
        """Whether the texts are those of a newsletter in Markdown, whose name stood above all."""
        self.cards = cards_of_works(units)
        """The units that tell of a book or a film, in the head of a review perhaps."""
        self._may_be_title: dict[int, bool] = {}
        self.keys = [key(unit.text) if _may_be_line(unit) else "" for unit in units]
        self.section_level = level = 0
        """How many # stand before the names of sections, 0 where nothing tells."""
        self.signers: dict[int, str] = {}
        """Who signs right below the titles of such sections, by their units."""
        if not contents.entries:
            from converter.parse.marked_sections import section_level, signers

            self.section_level = level = section_level(units, lettered=lettered)
            self.signers = signers(units, level + 1) if level else {}
        marked = {key(unit.text) for unit in units if level and unit.markup_level == level}
        self.sections = _section_keys(contents, profile) | marked
        self.is_section = [
            name in self.sections or _section_key(unit.text) in self.sections
            for name, unit in zip(self.keys, units, strict=True)
        ]

    def section_of(self, at: int) -> str:
        """The key of the section that a unit names, "" if it names none."""
        if not self.is_section[at]:
            return ""
        return (
            self.keys[at] if self.keys[at] in self.sections else _section_key(self.units[at].text)
        )

    def heads_pages(self, title: Sequence[int]) -> bool:
        """True for the lines of a title that running heads say again, be it only its beginning."""
        name = key("".join(self.units[at].text for at in title))
        return any(name[:size] in self._heads for size in range(_HEAD, len(name) + 1))

    def section_at(self, entry: int) -> int:
        """The section of an entry of the contents, -1 for none."""
        return self.contents.entries[entry].section if entry >= 0 else -1

    def after(self, at: int) -> Unit | None:
        """The unit after one, ``None`` after the last."""
        return self.units[at + 1] if at + 1 < len(self.units) else None

    def byline(self, at: int, *, known: frozenset[str] = frozenset()) -> BylineReading | None:
        """A unit as a byline, but the name of a box is none: 相关链接 begins like a surname."""
        unit = self.units[at]
        if unit.text[0] == "|" and unit.text.count("|") >= _BARS:
            return None  # a row of a table
        bare = unit.text.lstrip(_DASHES)
        # ——某某 is a subtitle, but of those whom the contents name.
        reading = read_byline(bare if squeeze(bare) in known else unit.text, known=known)
        if reading is None or reading.certainty >= 1.0:
            return reading
        name, *words = unit.text.split()
        label = bare_label(name) if words else ""
        if label in self.profile.boxes.labels and label not in WRITING:
            return None  # ◆名词解释 某某: what is explained is no name
        if len(unit.text) > _LABEL:
            return reading
        start = box_start(unit, self.profile)
        return None if start is not None and start.own_line else reading

    def prose_follows(self, at: int) -> bool:
        """True if text begins at a unit or soon after it."""
        return any(
            width(unit.text) >= 24 or ends_sentence(unit.text) or labelled(unit.text)
            for unit in self.units[at : at + 4]
        )

    def has_sections_over(self, titles: Iterable[int]) -> bool:
        """True if names of sections stand right over the units of several titles."""
        return sum(self.is_section[at - 1] for at in titles if at) >= _SECTIONS

    def may_be_title(self, at: int) -> bool:
        """True if nothing in a unit speaks against its being a title; asked again and again."""
        found = self._may_be_title.get(at)
        if found is None:
            found = self._may_be_title[at] = self._is_like_title(at)
        return found

    def _is_like_title(self, at: int) -> bool:
        text = self.units[at].text
        if self.is_section[at] or at in self.cards:
            return False
        if not self.keys[at] or width(text) < 2 or not has_han(text) or _too_long(text):
            return False
        if ends_sentence(text) and not text.endswith(("？", "！", "”", "…")):
            return False
        if self.units[at].code or self._is_other(self.units[at]) or self._is_item(at):
            return False
        reading = read_byline(text)
        if reading is None:
            return True
        return reading.certainty < 0.8 and not any(author.is_body for author in reading.authors)

    def is_signed(self, at: int, surely: float) -> bool:
        """True for a byline that names somebody, and is at least so sure; for none behind the last unit."""
        reading = self.byline(at) if at < len(self.units) else None
        return reading is not None and bool(reading.authors) and reading.certainty >= surely

    def _is_item(self, at: int) -> bool:
        """True for ●香油 among ●洋葱 and ●麻油: a mark before a title stands before one line or two."""
        mark = self.units[at].text[0]
        if mark not in BULLETS:
            return False
        near = range(max(0, at - 2), min(len(self.units), at + 3))
        alike = [self.units[other].text[0] == mark for other in near]
        return any(all(alike[one : one + 3]) for one in range(len(alike) - 2))

    def _is_other(self, unit: Unit) -> bool:
        """True for what is plainly something else than a title."""
        text = unit.text
        return bool(
            numbering(text)
            or labelled(text)
            or _ASKS.match(text)
            or is_roll_head(text)
            or is_attribution(text)
            or box_start(unit, self.profile)
            or text[-1] in "，、；："
            or "。" in text
            or text.startswith(("（", "|", "[", "〔"))
            or _FACT.match(text)
            or is_date_line(text)
            or ("月" in text and names_and_dates(text))
            or is_farewell(text)
            or is_reference_head(text)
            or _NUMBERED_TABLE.match(text)
            or _PAGE_STAFF.match(text)
            or _CAPTION.search(text)
            or _REGISTERED.search(text)
            or _lists_people(text)
            or _LETTER_END.search(text)
        )


_NUMBERED_TABLE = re.compile(
    r"^(?:[图圖]|表)\s*(?:\d|[一二三四五六七八九十]{1,3}(?:[、：:]|\s)\s*\S)"
)
_PAGE_STAFF = re.compile(
    rf"^(?:本版|值班|责任|責任|执行|執行|见习|見習)(?:主编|主編|编辑|編輯|责编|責編|美编|美編)[\s：:／/]+[{HAN}]{{2,4}}(?:\s|$)"
)
"""责任编辑 某某 版式总监 某某, in the head of a page."""
_LETTER_END = re.compile("(?:敬上|[谨謹拜]上|[顿頓]首|敬[启啟])$")
"""读者 某某 敬上, at the end of a letter."""
_PEOPLE = re.compile(rf"^[{HAN}]{{2,10}}[：:](?P<names>[^，。；]+、[^，。；]+)$")


def _lists_people(text: str) -> bool:
    """True for 合议庭成员：某某、某某: names under a label, and no title."""
    hit = _PEOPLE.match(text)
    names = hit["names"].split("、") if hit is not None else []
    return sum(split_names(name) is not None for name in names) * 2 > len(names) > 1


def _may_be_line(unit: Unit) -> bool:
    """True for what may be a title, or the first line of one: 离婚第七年，."""
    if unit.short:
        return True
    return unit.text.endswith("，") and width(unit.text) <= _HALF_TITLE and not unit.wrapped


def _section_keys(contents: RawContents, profile: Profile) -> frozenset[str]:
    """The keys of all names of sections, and of the parts that the body prints alone."""
    names = {key(section.name) for section in contents.sections}
    for section in contents.sections:
        if section.english:
            both = (section.english, section.name + section.english, section.english + section.name)
            names.update(map(key, both))
        if section.theme:
            names.update((key(section.theme), key(section.name + section.theme)))
    for section in contents.sections:
        parts = re.split(r"\s*[|｜丨：·・•]\s*|\s+", section.name)
        if len(parts) > 1 and len(parts[0]) >= 2:
            # 专题　石桥三百年: the body has the first word alone.
            names.add(key(parts[0]))
        if len(parts) > 1 and re.search("[|｜丨·・•]", section.name) and len(parts[-1]) >= 4:
            names.add(key(parts[-1]))
    return frozenset(names.union(key(name) for name in profile.sections))


def _section_key(text: str) -> str:
    """The key of a section's name that stands beside its English: 专题 | FEATURE."""
    hit = _BESIDE.match(text.strip())
    return key(hit["name"] or hit["after"]) if hit else ""


def _too_long(text: str) -> bool:
    """Too long for a title, be it of several lines that OCR put behind one another."""
    if width(text) <= _LONGEST:
        return False
    parts = sorted(map(width, text.split()), reverse=True)
    # 站稳脚跟 扎牢根基 守好一方: slogans of a few characters each may make one of the lines.
    slogans = len(parts) <= _PARTS and all(part <= _SLOGAN for part in parts[_LINES:])
    few = len(parts) > 1 and (len(parts) <= _LINES + 1 or slogans)
    return not (few and parts[0] <= _LINE)


_LONGEST, _LINE, _LINES = 48, 32, 3
"""Em of a title on one line, and of one of its lines where OCR has put so many behind one another."""
_PARTS, _SLOGAN = 7, 6
"""The most parts of such a title, and em of a slogan."""
