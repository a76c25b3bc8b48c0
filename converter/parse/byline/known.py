"""Bylines of those whom the contents name."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, only_difference, squeeze, width
from converter.look_alikes import look_alike
from converter.model import Author
from converter.names import is_body, is_name, is_office, join_spaced, split_names
from converter.names.works import PICTURES, WRITING, one_of
from converter.parse.byline import forms
from converter.parse.byline.reading import BylineReading, authors_of
from converter.parse.byline.works import office_of
from converter.parse.credits import read_credits


def also_listed(plain: str, named: set[str], known: frozenset[str]) -> tuple[Author, ...]:
    """Who took the pictures, where the contents name them as an author beside who wrote."""
    left = known - named
    credited = read_credits(forms.ORNAMENT.sub("", plain)) if left else None
    if left and credited is None:
        return _behind_work(plain, left) if named & known else ()
    return tuple(
        Author(name, office_of(credit.work))
        for credit in credited or ()
        for name in credit.names
        if name in left
    )


def _behind_work(plain: str, left: frozenset[str]) -> tuple[Author, ...]:
    """本刊记者 某某　摄影 某 某: known names right behind a word for a work, whatever stands before it."""
    found = (
        (hit.start(), Author(name, office_of(hit["work"])))
        for name in left
        if len(name) > 1 and (hit := re.search(_WORK_THEN + _spaced(name), plain)) is not None
    )
    return tuple(author for _, author in sorted(found, key=lambda one: one[0]))


_WORK_THEN = rf"(?:^|(?<=\s))(?P<work>{one_of(WRITING | PICTURES)})(?:\s*[/／｜|丨：:]\s*|\s+)"


def _spaced(name: str) -> str:
    """A pattern for a name, however wide it is set."""
    return r"\s*".join(map(re.escape, name)) + rf"(?![{HAN}])"


_KNOWN_OFFICE, _KNOWN_OFFICES = 24, 48
"""The most em of an office beside a name that the contents give, and of several of them."""


def _is_too_long(office: str) -> bool:
    """True for more than any post has: 某某局党组成员、副局长、某某委员会主任 are several, each of them one."""
    if width(office) <= _KNOWN_OFFICE:
        return False
    posts = re.split("[、，,]", squeeze(office))
    several = len(posts) > 1 and all(map(is_office, posts))
    return not several or width(office) > _KNOWN_OFFICES


def _known_in(text: str, known: frozenset[str]) -> tuple[tuple[str, ...], str]:
    """The known names in a text, in its order, and what is left of it."""
    rest = text
    for name in sorted(known, key=len, reverse=True):
        rest = rest.replace(name, "", 1) if len(name) > 1 else rest
    return tuple(sorted((name for name in known if name in text), key=text.index)), rest


def read_known(plain: str, known: frozenset[str]) -> BylineReading | None:
    """校友会秘书长 丘鸣, if the contents name 丘鸣, whose name is in no list."""
    signed = read_works(plain, known) or _read_glued(plain, known) or _before_post(plain, known)
    signed = signed or _behind_point(plain, known)
    if signed is not None:
        return signed
    bare = squeeze(re.sub(r"[、，,]", "", forms.PAREN.sub(" ", plain)))
    names, rest = _known_in(bare, known)
    if len(names) > 1 and (not rest or (bare.startswith(rest) and is_office(rest))):
        return BylineReading(authors_of(names, rest), 1.0)
    tokens = plain.split()
    if len(names) == len(known) > 1 and tokens[0] == rest and _DOES.match(rest):
        sure = 1.0 if rest in WRITING else _LIKELY
        return BylineReading(authors_of(names, office_of(rest)), sure)
    if (in_turn := _in_turn(tokens, known) or _house(plain, known)) is not None:
        return in_turn
    if (posted := _posted(_BARS.sub(" ", plain, count=1).split(), known)) is not None:
        return posted
    for cut in range(1, len(tokens)):
        name, office = "".join(tokens[cut:]), _WORK_BEFORE.sub("", " ".join(tokens[:cut]))
        others = cut > 1 and (split_names(name) or any(map(is_name, tokens[:cut])))
        if name not in known or others or _is_too_long(office):
            continue
        if squeeze(office) in WRITING:
            return BylineReading((Author(name, office_of(squeeze(office))),), 1.0)
        if is_office(squeeze(office)) or is_body(office) or _is_home(office, plain, known):
            return BylineReading((Author(name, office),), 1.0)
    return _read_close(plain, known) or _read_misread(plain, known)


def _read_misread(plain: str, known: frozenset[str]) -> BylineReading | None:
    """右 溪, 副主任 右 溪, if the contents name 石溪: one character of the name is misread.

    What is read is no name; that the two differ is told where names are compared.
    """
    bare = squeeze(_WORK_BEFORE.sub("", forms.PAREN.sub("", forms.ORNAMENT.sub("", plain))))
    for name in known:
        if len(name) < _SHORTEST or is_body(name):
            continue
        office, printed = bare[: -len(name)], bare[-len(name) :]
        pair = only_difference(name, printed)
        if pair is None or is_name(printed):
            continue
        if office or len(name) > _SHORTEST or look_alike(*pair):
            if not office:
                return BylineReading((Author(name),), _LIKELY)
            if is_office(office) and not _is_too_long(office):
                return BylineReading((Author(name, office),), _LIKELY)
    return None


_SHORTEST = 2
_CLOSE = 30
"""The most em of a line from which OCR has taken the blanks between offices and names."""


def _read_close(plain: str, known: frozenset[str]) -> BylineReading | None:
    """本刊记者某某实习生某某, 读者某某, 口述：某某整理：某某: all known names, the last word one of them."""
    names = [name for name in known if 1 < len(name) <= _LONGEST and not is_body(name)]
    if len(names) < len(known) or width(plain) > _CLOSE or not plain.endswith(tuple(names)):
        return None
    apart = plain
    for name in sorted(names, key=len, reverse=True):
        if apart.count(name) != 1:
            return None
        apart = apart.replace(name, f" {name} ")
    apart = " ".join(re.sub(r"\s*([：:/／、，,])\s*", r"\1", apart).split())
    return read_known(apart, known) if apart != plain else None


_BARS = re.compile(r"\s*[|｜丨]\s*(?=\S)")
"""某某｜2017级 历史: a bar parts who signs from what that is."""
_WORK_BEFORE = re.compile(rf"^(?:{one_of(WRITING)})\s*[/／｜|丨：:]\s*(?=\S)")
"""文/本刊记者 某某: what is done stands before the office and is no part of it."""
_NAME_AND_POST = re.compile(
    rf"^(?P<name>[{HAN}](?:\s?[{HAN}]){{1,3}})\s*[/／]\s*(?P<post>[{HAN}]{{2,8}})$"
)


def _before_post(plain: str, known: frozenset[str]) -> BylineReading | None:
    """某某／主编, 某某／专栏: a known name, and behind a stroke what that is or writes."""
    hit = _NAME_AND_POST.match(plain)
    name = squeeze(hit["name"]) if hit is not None else ""
    if hit is None or name not in known or hit["post"] in known:
        return None
    if split_names(hit["post"]) is not None and not is_office(hit["post"]):
        return None  # 某某／某某: another name
    office = hit["post"] if is_office(hit["post"]) else ""
    return BylineReading((Author(name, office),), 1.0)


_OFFICE_AND_NAME = re.compile(rf"^(?P<office>[^\s。：]{{4,40}})、(?P<name>[{HAN}]{{2,4}})$")


def _behind_point(plain: str, known: frozenset[str]) -> BylineReading | None:
    """某省委常委、宣传部部长、某某: OCR has read the wide blank before a known name as a mark."""
    hit = _OFFICE_AND_NAME.match(plain)
    if hit is None or hit["name"] not in known or not is_office(hit["office"]):
        return None
    if any(name in hit["office"] for name in known):
        return None
    return BylineReading((Author(hit["name"], hit["office"]),), 1.0)


def _posted(tokens: list[str], known: frozenset[str]) -> BylineReading | None:
    """桑秀英 某县某乡村民, 言伯端 某大学教授、某中心主任: one known name, and what that is.

    In a line of its own nothing else begins with who signs and a blank.
    """
    for cut in range(1, min(len(tokens), _SPACED + 1)):
        name, office = "".join(tokens[:cut]), " ".join(tokens[cut:])
        if name not in known or not 1 < len(name) <= _LONGEST:
            continue
        parts = office.split("、")
        if width(office) > _POST or not all(map(_MAY_BE_POST.match, parts)):
            return None
        if any(other in squeeze(office) for other in known):
            return None
        told = all(is_office(squeeze(part)) or is_body(part) for part in parts)
        if not told and split_names(office) is not None:
            return None  # 陆某 秦某: two who sign, of whom the contents name the first
        return BylineReading((Author(name, office),), 1.0 if told else _LIKELY)
    return None


_DOES = re.compile(rf"^[{HAN}]{{1,6}}$")
"""评测 and 试驾, before all whom the contents name: what they have done or are."""
_LONGEST = 4
"""Characters of the name of a person."""
_SPACED, _POST, _LIKELY = 3, 32, 0.9
"""Tokens of a name that is set wide, em of all posts, and how sure a post in no list is."""
_MAY_BE_POST = re.compile(rf"^[{HAN}A-Za-z\d“”（）()·\- ]{{2,}}$")
_SAYS = frozenset(["答", "解", "述", "评", "評", "供"])
"""What is done in a word that tells it only right behind a name that the contents give."""
_GLUED = sorted(WRITING | PICTURES | _SAYS, key=len, reverse=True)


def _read_glued(plain: str, known: frozenset[str]) -> BylineReading | None:
    """宋　福口述　尚　进整理, 安　静设计: works right behind the names that the contents give."""
    rest = squeeze(plain)
    found: list[Author] = []
    while rest:
        name = next((name for name in known if len(name) > 1 and rest.startswith(name)), "")
        rest = rest[len(name) :].lstrip("、，")
        work = next((word for word in _GLUED if rest.startswith(word)), "")
        rest = rest[len(work) :].lstrip("、，")
        if not name or not (work or rest):
            return None
        found.append(Author(name, office_of(work), is_body=is_body(name)))
    return BylineReading(tuple(found), 1.0) if found else None


def _in_turn(tokens: list[str], known: frozenset[str]) -> BylineReading | None:
    """本刊通讯员 郝某 某县委组织部 麦某: each of several known names behind an office of its own."""
    authors: list[Author] = []
    office: list[str] = []
    for token in join_spaced(tokens):
        if token not in known:
            office.append(token)
            continue
        if office and not (is_office("".join(office)) or is_body(office[-1])):
            return None
        authors.append(Author(token, " ".join(office)))
        office = []
    several = len(authors) > 1 and not office and all(author.office for author in authors)
    return BylineReading(tuple(authors), 1.0) if several else None


def _house(plain: str, known: frozenset[str]) -> BylineReading | None:
    """某省委组织部 省民政厅“减负”联合调研组: the known team behind the houses that have formed it.

    第 3 期进修班课题组 is no name by itself: the house before it is part of that.
    """
    bare = squeeze(plain)
    name = next((one for one in known if len(one) >= _TEAM and bare.endswith(one)), "")
    houses = bare[: len(bare) - len(name)] if name else ""
    if not houses or not is_body(name.strip("“”")) or not is_body(houses):
        return None
    if name[0] == "第":
        return BylineReading((Author(bare, is_body=True),), 1.0)
    office = plain.strip()[: -len(name)].strip()
    return BylineReading((Author(name, office, is_body=True),), 1.0)


_TEAM = 4
"""Characters of the name of a team."""
_WORK_AND_NAME = re.compile(
    rf"^(?P<work>[{HAN}]{{2,7}})\s*[/／｜|：:]\s*(?P<who>[^（）/／｜|：:]{{2,24}}?)\s*(?:（(?P<office>[^（）]{{2,40}})）)?$"
)
_NEXT_WORK = re.compile(rf"\s+(?=[{HAN}]{{2,7}}\s*[/／｜|：:])")


def read_works(plain: str, known: frozenset[str]) -> BylineReading | None:
    """坐诊/栾某（某医院医师） and 设计/苏某 绘图/阿某: works that no list has, and who did them.

    The contents name them all, but perhaps for who made the pictures.
    """
    found: list[Author] = []
    for part in _NEXT_WORK.split(plain):
        hit = _WORK_AND_NAME.match(part)
        if hit is None:
            return None
        names = [squeeze(hit["who"])]
        if names[0] not in known:
            names = [*join_spaced(re.split("[、，,]|\\s+", hit["who"]))]
        listed = [name for name in names if name in known]
        others = found and hit["work"] in PICTURES and all(map(_is_called, names))
        if len(listed) < len(names) and not others:
            return None
        done = {author.name for author in found}  # who wrote, and took pictures as well
        found += [
            Author(name, hit["office"] or "", is_body=is_body(name))
            for name in listed
            if name not in done
        ]
    return BylineReading(tuple(found), 1.0)


def _is_called(name: str) -> bool:
    """True for a name, or the pen name of who drew beside somebody whom the contents name."""
    return is_name(name) or _PEN_NAME.match(name) is not None


_PEN_NAME = re.compile(rf"^[{HAN}]{{2,4}}$")
_HOME = re.compile(
    rf"^(?:[{HAN}]{{2,6}}|[{HAN}]{{2,16}}[省市县縣区區州旗乡鄉镇鎮村寨]|[{HAN}]{{2,16}}(?:街道|社区|社區))$"
)


def _is_home(place: str, plain: str, known: frozenset[str]) -> bool:
    """True for what stands before the one author whom the contents name: 石塘　焦满仓, 某县某某岭乡　庄稼.

    Of two authors they would give the first.
    """
    return len(known) == 1 and _HOME.match(place) is not None and not read_credits(plain)
