"""Bylines (署名): who wrote an article, and in which office."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, is_han, squeeze, width
from converter.memo import per_issue
from converter.model import Author
from converter.names import (
    HOUSES,
    SURNAMES,
    from_abroad,
    houses_in,
    is_body,
    is_latin_name,
    is_name,
    is_of_the_house,
    is_office,
    join_spaced,
    split_names,
)
from converter.parse import byline_forms as forms
from converter.parse.credits import PICTURES, WRITING, Credit, read_credits, writers
from converter.parse.kinds import is_credit


class BylineReading(NamedTuple):
    """What a line says as a byline: its authors, and how sure that is (0 to 1)."""

    authors: tuple[Author, ...]
    certainty: float


def _authors(names: tuple[str, ...], office: str = "") -> tuple[Author, ...]:
    return tuple(Author(name, office) for name in names)


_LETTERS = re.compile(
    rf"(?<![^\s：:/／｜|（(、，])[{HAN}](?:\s[{HAN}])+(?=$|[\s）)、，]|(?:口述|自述|整理|编译|編譯|译|譯|摄影|攝影|撰文|供图|供圖|插图|插圖)(?:\s|$))"
)


def _unspaced(text: str) -> str:
    """刘 文 先 → 刘文先: a letter-spaced name, of whose characters none is a word like 文 or 图."""
    return _LETTERS.sub(lambda hit: _as_name(hit[0]), text) if " " in text else text


def _as_name(spaced: str) -> str:
    name = squeeze(spaced)
    return (
        name
        if len(name) <= 3 and name[0] in SURNAMES and name[0] not in "文图" and is_name(name)
        else spaced
    )


def names_subject(text: str) -> bool:
    """专访某公司首席执行官某某: a subtitle that names whom an article is about."""
    return len(text) <= 40 and forms.ABOUT.match(text.strip()) is not None


def shows_pictures(text: str) -> bool:
    """True for 图｜本刊记者 某某: a line that names nobody but who made the pictures."""
    label = forms.PREFIX.match(text.strip())
    return (
        label is not None
        and squeeze(label["word"]) in PICTURES
        and not _ALSO_WRITES.search(text, label.end())
    )


_ALSO_WRITES = re.compile(
    r"\s(?:文字?|撰文|采写|採寫|整理|采访|採訪|口述|编译|翻译|译)\s*[/／：:｜|]"
)
_FROM = re.compile(
    rf"(?<=[{HAN}])\s*[/／|｜，,]?\s+(?:发自|發自|报道自|寄自|摄于|发于)\s*[{HAN}、·]{{2,16}}$|^(?:By|BY|by)\s+(?=[{HAN}])|^[\[［【](?=[{HAN}]{{2,6}}(?:记者|記者|通讯员|撰稿人?|评论员)[\]］】])"
)
"""本刊记者 某某 发自某地, By 某某, [本刊记者] 某某: what stands around a byline."""


_TAUGHT = re.compile(
    r"^(?:执\s*教|執\s*教|授\s*课|授\s*課|说\s*课|說\s*課|评\s*析|評\s*析|点\s*评|點\s*評|评\s*点|評\s*點)\s+(?=[\u4e00-\u9fff]{2})"
)
"""执　教　某小学　某　某: who gave a lesson and who judges it, without a colon."""


@per_issue(1024)
def read_byline(text: str, *, known: frozenset[str] = frozenset()) -> BylineReading | None:
    """Read a line as a byline; ``None`` if it cannot be one.

    ``known`` are the names the contents give for the article: a line that is made of
    them is a byline beyond doubt.
    """
    plain = _FROM.sub("", _unspaced(_TAUGHT.sub(lambda hit: squeeze(hit[0]) + "：", text.strip())))
    if is_credit(plain) or plain.endswith(("：", ":")):
        return None  # who made the page; whom a letter addresses
    if names_subject(plain):
        return None
    edited = forms.EDITED.match(plain)
    if edited is not None and (edited["house"] in known or plain[-1] in "辑輯编編"):
        sure = 1.0 if edited["house"] in known else 0.9
        return BylineReading((Author(edited["house"], is_body=True),), sure)
    if forms.CHOSEN.match(plain) or forms.COMPILED.match(plain) or _is_supplied(plain):
        return BylineReading((), 0.9)
    if forms.AFFILIATION.match(plain) and width(plain) <= 120:
        return BylineReading((), 0.9)
    if not plain or width(plain) > 64 or ends_sentence(plain) or "；" in plain:
        return None
    lives = _LIVES.match(plain)
    if lives is not None and is_name(name := squeeze(lives["name"])):
        return BylineReading((Author(name, lives["office"]),), 0.9)
    if known and squeeze(plain) in known and not split_names(plain):
        return BylineReading((Author(squeeze(plain), is_body=is_body(plain)),), 1.0)
    if known and (signed := _signed_by_known(plain, known)) is not None:
        return signed
    if known and (posted := _work_with_post(plain, known)) is not None:
        return posted
    inner = re.search(r"[，：:？！]", re.sub(r"^.{0,8}[：:]", "", plain))
    if inner and not known and not read_credits(forms.ORNAMENT.sub("", plain)):
        return _marked(plain)
    reading = _read(plain)
    if reading is None:
        return None
    named = {author.name for author in reading.authors}
    if not named & known:
        return reading
    return BylineReading((*reading.authors, *_also_listed(plain, named, known)), 1.0)


_LIVES = re.compile(
    rf"^(?P<name>[{HAN}](?:\s?[{HAN}]){{1,3}})\s+(?P<office>[{HAN}]{{2,10}})，(?:现|現|今|长|長|旅)居[{HAN}]{{2,10}}$"
)
"""白露生 作家，现居榕港: who writes, and from where."""


def _also_listed(plain: str, named: set[str], known: frozenset[str]) -> tuple[Author, ...]:
    """Who took the pictures, where the contents name them as an author beside who wrote."""
    left = known - named
    credited = read_credits(forms.ORNAMENT.sub("", plain)) if left else None
    return tuple(
        Author(name, _office(credit.work))
        for credit in credited or ()
        for name in credit.names
        if name in left
    )


def _is_supplied(plain: str) -> bool:
    """安全监察部供稿: a house that sent the text, and nobody who wrote it."""
    hit = re.match(rf"^(?P<house>[{HAN}]{{3,20}})\s*供稿$", plain)
    return hit is not None and split_names(hit["house"]) is None


_SEVERAL = 3
"""From so many names on a line is hardly anything but names."""
_KNOWN_OFFICE = 24
"""The most em of an office beside a name that the contents give."""


def _known_in(text: str, known: frozenset[str]) -> tuple[tuple[str, ...], str]:
    """The known names in a text, in its order, and what is left of it."""
    rest = text
    for name in sorted(known, key=len, reverse=True):
        rest = rest.replace(name, "", 1) if len(name) > 1 else rest
    return tuple(sorted((name for name in known if name in text), key=text.index)), rest


def _signed_by_known(plain: str, known: frozenset[str]) -> BylineReading | None:
    """校友会秘书长 丘鸣, if the contents name 丘鸣, whose name is in no list."""
    bare = squeeze(re.sub(r"[、，,]", "", forms.PAREN.sub(" ", plain)))
    names, rest = _known_in(bare, known)
    if len(names) > 1 and (not rest or (bare.startswith(rest) and is_office(rest))):
        return BylineReading(_authors(names, rest), 1.0)
    tokens = plain.split()
    for cut in range(1, len(tokens)):
        name, office = "".join(tokens[cut:]), " ".join(tokens[:cut])
        others = cut > 1 and (split_names(name) or any(map(is_name, tokens[:cut])))
        if name not in known or others or width(office) > _KNOWN_OFFICE:
            continue
        if is_office(squeeze(office)) or is_body(office) or _is_home(office, plain, known):
            return BylineReading((Author(name, office),), 1.0)
    return None


_HOME = re.compile(rf"^[{HAN}]{{2,6}}$")


def _is_home(place: str, plain: str, known: frozenset[str]) -> bool:
    """True for what stands before the one author whom the contents name: 石塘　焦满仓.

    Of two authors they would give the first.
    """
    return len(known) == 1 and _HOME.match(place) is not None and not read_credits(plain)


def _marked(plain: str) -> BylineReading | None:
    """言伯舟¹，柯青禾¹，闵一川²: each name has its mark, so that any word is a name."""
    names = []
    at = 0
    while (hit := forms.MARKED_NAME.match(plain, at)) is not None:
        names.append(squeeze(hit["name"]))
        at = hit.end()
    if at < len(plain) or len(names) < _MARKED or not any(map(is_name, names)):
        return None
    return BylineReading(_authors(tuple(names)), 0.95)


_MARKED = 2
"""So many names with marks are no chance."""


@per_issue(1024)
def _read(plain: str) -> BylineReading | None:
    if (marked := _marked(plain)) is not None:
        return marked
    plain = forms.NOTE_MARKS.sub("", plain)
    plain = (
        re.sub(r"^[（(〔][^（）()]{2,16}[）)〕]\s*(?=[\u4e00-\u9fff])", "", plain)
        if forms.PLACED.match(plain)
        else plain
    )
    ornament = forms.ORNAMENT.match(plain)
    core = plain[ornament.end() :] if ornament else plain
    sure = 0.9 if ornament and core else 0.0
    if plain.startswith("——"):
        return None
    credited = read_credits(core)
    if credited:
        return BylineReading(_signed(credited), 0.95)
    if (works := _works_of_staff(core)) is not None:
        return works
    hit = forms.PREFIX.match(core)
    if hit:
        return _labelled(core)
    suffix = forms.SUFFIX.match(core)
    if suffix and (names := split_names(suffix["rest"])):
        return BylineReading(_authors(names), 0.95)
    staff = forms.STAFF.match(core)
    if staff:
        return _staff(staff)
    if foreigner := from_abroad(core):
        return BylineReading((Author(foreigner),), 0.9)
    beside = forms.NAME_AND_OFFICE.match(core)
    if beside and is_name(beside["name"]) and is_office(beside["office"]):
        return BylineReading((Author(beside["name"], beside["office"]),), 0.9)
    if is_of_the_house(core):
        return BylineReading((Author(squeeze(core), is_body=True),), 0.9)
    if re.match(r"\d", core):
        return None  # 1 文化纸: a heading
    found = _people(core)
    if found is None and (
        hit := re.match(r"^(\S{2,4}(?:[、，\s]\S{2,4}){0,5})\s*[（(]([^（）()]{2,50})[）)]$", core)
    ):
        named = split_names(hit[1])
        if named:
            found = BylineReading(_authors(named, hit[2].strip()), 0.85)
    if sure and (placed := forms.PLACE_AND_PEN_NAME.match(core)) is not None:
        return BylineReading((Author(placed["name"], placed["place"]),), 0.9)
    if found is not None:
        return BylineReading(found.authors, max(found.certainty, sure))
    if houses := houses_in(core):
        return BylineReading(tuple(Author(one, is_body=True) for one in houses), max(sure, 0.7))
    if is_body(core) and width(core) <= 40:
        return BylineReading((Author(squeeze(core), is_body=True),), max(sure, 0.7))
    if sure and has_han(core) and width(core) <= 20:
        if forms.OF_THE_HOUSE.match(squeeze(core)):
            return BylineReading((Author(squeeze(core), is_body=True),), 0.8)
        return BylineReading((Author(squeeze(core)),), 0.6)
    return None


_POST = re.compile(
    r"(?<=\s)(?P<post>(?:本刊|本报|本報|本社)?(?:首席|特约|特約|特邀|见习|實習|实习)?(?:记者|記者|通讯员|通訊員|撰稿人?|编辑|編輯))\s*(?=[\u4e00-\u9fff])"
)
"""What stands before the name of one of the staff, within a line of works and names."""


def _works_of_staff(core: str) -> BylineReading | None:
    """讲述 张三 整理 本刊记者 李四: works that stand before names, one of the staff among them."""
    posts = [(hit["post"], core[hit.end() :]) for hit in _POST.finditer(core)]
    credited = read_credits(_POST.sub("", core)) if posts else None
    if not credited or len(credited) < _WORKS:
        return None
    names = [name for credit in credited for name in credit.names]
    posted = {
        name: post for post, rest in posts for name in names if squeeze(rest).startswith(name)
    }
    signed = _signed(credited)
    return BylineReading(
        tuple(replace(one, office=posted.get(one.name, one.office)) for one in signed), 0.95
    )


_WITH_POST = re.compile(
    r"^(?P<work>[^：:（(]{2,6}[：:]\s*[^（()）]{2,8}?)\s*[（(](?P<post>[^（）()]{4,40})[）)]$"
)


def _work_with_post(plain: str, known: frozenset[str]) -> BylineReading | None:
    """主持人：某某（某大学教授）: a work, the author whom the contents name, and an office.

    Who takes part in a talk is told in the same way, and does not sign it.
    """
    hit = _WITH_POST.match(plain)
    credited = read_credits(hit["work"]) if hit is not None else None
    names = writers(credited) if credited else ()
    if hit is None or len(names) != 1 or names[0] not in known:
        return None
    return BylineReading(_authors(tuple(names), hit["post"].strip()), 1.0)


_WORKS = 2
"""So many works with their names are no chance."""


def _signed(credited: tuple[Credit, ...]) -> tuple[Author, ...]:
    """Those who wrote; 文/某市委常委、副市长 张三 is one of them, and his offices."""
    signed = frozenset(writers(credited))
    found: list[Author] = []
    for credit in credited:
        house = ""
        for name in credit.names:
            if name != credit.names[-1] and _is_place(name):
                house = f"{house}、{name}" if house else name
            elif name in signed:
                found.append(Author(name, house or _office(credit.work), is_body=is_body(name)))
    return tuple(found)


_LONGEST_NAME, _HOUSE = 4, 3


def _is_place(name: str) -> bool:
    """True for an office or where somebody works, which may have any name."""
    return (
        is_body(name)
        or is_office(name)
        or (len(name) >= _HOUSE and name[-1] in HOUSES)
        or (len(name) > _LONGEST_NAME and not is_name(name) and all(map(is_han, name)))
    )


def _office(work: str) -> str:
    """What an author did where that is more than writing: 口述, 整理, 译."""
    return work if work not in ("", "文", "文字", "图文", "撰文", "作者") else ""


def _labelled(core: str) -> BylineReading | None:
    """文/李四 图/赵六: each label with the names after it."""
    authors: list[Author] = []
    rest = core
    while (label := forms.PREFIX.match(rest)) is not None:
        following = re.search(
            r"(?<=\S)\s+(?=(?:文|图|供图|摄影|攝影|绘图|整理|采写|採訪|翻译|编辑|口述|译|执笔|執筆|撰文|撰稿)\s*[/／：:｜|])",
            rest[label.end() :],
        )
        end = label.end() + (following.start() if following else len(rest) - label.end())
        part = rest[label.end() : end].strip()
        inner = forms.STAFF.match(part)
        if squeeze(label["word"]) in PICTURES and authors:
            rest = rest[end:].strip()
            continue
        names = split_names(part)
        if names is None and inner and inner["rest"]:
            names = split_names(inner["rest"])
        posted = _staff(inner, sure=True) if names is None and inner and inner["rest"] else None
        if posted is not None:
            authors += posted.authors
        elif names:
            authors += _authors(names, squeeze(inner["office"]) if inner else "")
        elif (people := _people(part)) is not None:
            authors += people.authors
        elif is_body(part) or (inner and not inner["rest"]):  # 文/本刊编辑部
            authors.append(Author(squeeze(part), is_body=True))
        else:
            return None if not authors else BylineReading(tuple(authors), 0.8)
        rest = rest[end:].strip()
    return BylineReading(tuple(authors), 0.95) if authors else None


def _staff(hit: re.Match[str], *, sure: bool = False) -> BylineReading | None:
    """本刊记者 翟健 通讯员 李四: staff names after staff offices.

    ``sure``: 文｜ stands before them, and any word may be a name.
    """
    office, rest = (
        squeeze(hit["office"]),
        re.sub(r"\s*[（(][^（）()]{1,12}[）)]$", "", hit["rest"].strip()),
    )
    if not rest:
        return BylineReading((Author(office, is_body=True),), 0.8)
    authors: list[Author] = []
    names: list[str] = []

    def close() -> None:
        found = split_names(" ".join(names))
        authors.extend(_authors(found or tuple(join_spaced(names)), office))
        names.clear()

    for token in rest.split():
        nested = forms.STAFF.match(token)
        if nested and squeeze(nested["office"]) != "" and names:
            close()
            office = squeeze(nested["office"])
            if nested["rest"]:
                names.append(nested["rest"])
        elif token not in forms.FILLER:
            names.append(token.strip("、，"))
    if names:
        close()
    pens = frozenset(_pen_names([author.name for author in authors], sure=sure))
    authors = [author for author in authors if not _is_work(author.name)]
    if not all(_signs(author.name) or author.name in pens for author in authors):
        return None
    return BylineReading(tuple(authors), 0.95)


def _pen_names(words: Sequence[str], *, sure: bool) -> Sequence[str]:
    """沈默帆 洛一川 behind an office: of two words or more one is a name, and so are all."""
    found = [word for word in words if not _is_work(word)]
    likely = all(
        2 <= len(word) <= _LONGEST_PEN_NAME
        and all(map(is_han, word))
        and not (is_office(word) or word in forms.FILLER)
        for word in found
    )
    return found if likely and (sure or (len(found) > 1 and any(map(is_name, found)))) else ()


def _is_work(word: str) -> bool:
    """True for 采访 and 报道 behind the names."""
    return word in WRITING or word in PICTURES


_LONGEST_PEN_NAME = 3


def _signs(name: str) -> bool:
    """True for a name after an office, where a word such as 高原 is one, too."""
    return (
        is_name(name)
        or is_latin_name(name)
        or (2 <= len(name) <= 3 and name[0] in SURNAMES and all(map(is_han, name)))
    )


def _people(core: str) -> BylineReading | None:
    """Offices and names in turn: 某部书记、主任 张三 某院院长 李四（北京）."""
    insides = [squeeze(hit["inside"]) for hit in forms.PAREN.finditer(core)]
    bare = (
        forms.PAREN.sub(" ", core).strip()
        if not re.match(r"^[\[［（(〔].{1,4}[\]］）)〕]", core)
        else core
    )
    if not bare:
        return None
    names = split_names(bare)
    if names:
        inside = insides[0] if len(insides) == 1 and len(names) == 1 else ""
        certain = 0.75 if all(len(name) <= 4 for name in names) else 0.85
        if len(names) >= _SEVERAL and any(len(name) == 3 for name in names):
            certain = 0.86  # one word or two may begin like surnames by chance
        return BylineReading(_authors(names, inside), certain if not insides else 0.85)
    tokens = join_spaced(
        [token for token in re.split(r"[\s]+", bare) if token and token not in forms.FILLER]
    )
    if len(tokens) < 2:
        return _glued(bare)
    authors: list[Author] = []
    office: list[str] = []
    fresh = False
    for token in tokens:
        parts = split_names(token)
        if parts and (office or authors):
            authors += _authors(parts, " ".join(office))
            fresh = True
        else:
            if fresh:
                office, fresh = [], False
            office.append(token)
    if not authors:
        return _name_first(tokens)
    if not fresh and office and not authors[-1].office:
        # 张三 某某大学: the office after the name.
        return _name_first(tokens)
    certain = (
        0.95
        if any(is_office(squeeze(a.office)) or is_body(a.office) for a in authors if a.office)
        else 0.6
    )
    return BylineReading(tuple(authors), certain)


def _name_first(tokens: list[str]) -> BylineReading | None:
    if not is_name(tokens[0]):
        return None
    office = " ".join(tokens[1:])
    if is_office(squeeze(office)) or is_body(office):
        return BylineReading((Author(tokens[0], office),), 0.85)
    return None


def _glued(text: str) -> BylineReading | None:
    """本刊记者翟健, 某院院长张三: an office and a name without a blank."""
    for size in (3, 2, 4):
        name, office = text[-size:], text[:-size]
        if (
            len(office) >= 3
            and is_name(name)
            and is_office(office)
            and re.fullmatch(rf"[{HAN}、（）]+", office)
        ):
            return BylineReading((Author(name, office),), 0.7)
    return None
