"""Whether a line is a byline, and whom it names."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, squeeze, width
from converter.memo import per_issue
from converter.model import Author
from converter.names import (
    SURNAMES,
    from_abroad,
    houses_in,
    is_body,
    is_name,
    is_of_the_house,
    split_names,
)
from converter.names.house import HOUSE, TEAM
from converter.names.works import PICTURES
from converter.parse.byline import forms
from converter.parse.byline.about import names_subject
from converter.parse.byline.beside import read_beside
from converter.parse.byline.framed_works import read_framed
from converter.parse.byline.glued import with_lost_blanks
from converter.parse.byline.known import also_listed, read_known, read_works
from converter.parse.byline.papers import with_paper
from converter.parse.byline.people import read_marked, read_parted, read_people, read_placed
from converter.parse.byline.plain import plain_line, unframed, with_names_whole
from converter.parse.byline.posts import read_barred, read_posted
from converter.parse.byline.reading import BylineReading
from converter.parse.byline.staff import read_staff
from converter.parse.byline.works import (
    named_in,
    office_of,
    read_labelled,
    read_with_post,
    read_works_of_staff,
    signed_by,
)
from converter.parse.credits import read_credits
from converter.parse.kinds import is_credit, names_original

_UNCLOSED = re.compile(
    rf"^(?:(?:撰文|文字?|作者|[采採][写寫]|整理|口述|本刊记者|本刊記者)\s*[／/｜|丨：:]|(?:撰[文稿]|作者|[采採][写寫]|执笔|執筆)\s)\s*"
    rf"[{HAN}](?:\s?[{HAN}]){{1,3}}(?:[\s、]+[{HAN}](?:\s?[{HAN}]){{1,3}}){{0,3}}\s*[（(][^（）()，。；：]{{4,24}}$"
)
"""撰文／某某（某校教师, 撰稿 某某（某厂主席: OCR has lost the bracket at the end of the line."""


_SENT = re.compile(
    rf"^(?P<who>(?:《[^《》]{{1,12}}》|\W)?\s*[{HAN}]{{0,6}}(?:记者|記者|通讯员|通訊員|撰稿人?|特派员|特派員)\s*[/／|｜：:]?\s*[{HAN}](?:[{HAN}\s、]{{0,14}}[{HAN}])?)"
    rf"(?:\s*[|｜/／·]\s*|\s+)(?:发自)?[{HAN}]{{2,6}}(?:专电|專電|急电|急電|[电電]|摄影报道|[报報][道导導])$"
)
"""本报记者 某某 双桥专电, 《某某报》记者 某某 | 双桥报道, 本刊记者 某某 | 海州报道: who sent it, and from where."""


_PLAYED = re.compile(
    rf"^[{HAN}·\s]{{2,8}}(?:[（(](?:[执執]?[红紅黑白])?先?[胜勝负負和][）)]|先[胜勝负負和])[{HAN}·\s]{{2,8}}$"
)
"""某某（先胜）某某: over the moves of a game, between whom it was."""


@per_issue(1024)
def read_byline(text: str, *, known: frozenset[str] = frozenset()) -> BylineReading | None:
    """Read a line as a byline; ``None`` if it cannot be one.

    ``known`` are the names the contents give for the article: a line that is made of
    them is a byline beyond doubt.
    """
    if _SERVED.search(text):
        return None
    if "，" not in text or (joined := _DEGREE.sub("、", text)) == text:
        return with_paper(_read_line(text, known))
    reading = with_paper(_read_line(joined, known))
    return None if reading is None else _as_printed(reading)


_SERVED = re.compile(r"[（(]\s*[\d一二三四五六七八九十两兩]{1,3}\s*人份\s*[）)]$")
"""咸粥（四人份）: a dish, and for how many it is."""
_DEGREE = re.compile(
    r"，(?=(?:(?:博士|硕士|碩士)(?:(?:生|研究生)?[导導][师師]|[后後])?|博导|硕导|博導|碩導)(?:[\s）)|｜、]|$))"
)
"""某大学教授，博士生导师: a comma that parts an office from a degree, and no clauses."""
_JOINED = re.compile("、(?=博士|硕士|碩士|博[导導]|[硕碩][导導])")


def _as_printed(reading: BylineReading) -> BylineReading:
    """The reading with the comma in its offices that has been taken for 、."""
    authors = tuple(
        Author(one.name, _JOINED.sub("，", one.office), is_body=one.is_body)
        for one in reading.authors
    )
    return reading._replace(authors=authors)


def _read_line(text: str, known: frozenset[str]) -> BylineReading | None:
    """A line as a byline, with all whom it names."""
    plain = _plain(text, known)
    if (told := _told_at_once(plain, known)) is not None:
        return told
    if is_credit(plain) or plain.endswith(("：", ":")) or _PLAYED.match(plain):
        return None  # who made the page; whom a letter addresses; who played a game
    if names_subject(plain) or names_original(plain.lstrip("-*• ")):
        return None
    if (told := _of_house(plain, known)) is not None:
        return told
    if not plain or width(plain) > 64 or ends_sentence(plain) or "；" in plain:
        return None
    lives = _LIVES.match(plain) or _AGED.match(plain)
    if lives is not None and is_name(name := squeeze(lives["name"])):
        return BylineReading((Author(name, lives["office"]),), 0.9)
    if known and (told := _by_listed(plain, known)) is not None:
        return told
    inner = re.search(r"[，：:？！]", re.sub(r"^.{0,8}[：:]", "", _POSTED_TO.sub("", plain)))
    if inner and not known and not read_credits(forms.ORNAMENT.sub("", plain)):
        core = forms.ORNAMENT.sub("", plain)
        return read_marked(plain) or read_parted(plain) or read_posted(core)
    return _by_names(plain, known)


_MARK = re.compile(f"[{HAN}][ \\u3000]?[◎⊙●■□○◉▲◆][ \\u3000]?[{HAN}]")
_MARKED_POST = re.compile(
    rf"(?:(?<=^)|(?<=\s))(?P<post>(?:{HOUSE}|特[约約]|[实實][习習]|《[^《》]{{1,12}}》)?(?:首席|资深|高级)?(?:[记記]者|撰[稿述]人?|通[讯訊][员員]|[实實][习習]生|副?主[编編]|[编編][辑輯]|[评評][论論][员員]))\s?[◎⊙●■□○◉▲◆]\s?(?=[{HAN}])"
)
"""本刊记者◎某某: a mark between what somebody is and the name."""


def _plain(text: str, known: frozenset[str]) -> str:
    """A line without what stands about its names: frames, blanks, from where it was sent."""
    parted = _MARKED_POST.sub(r"\g<post> ", text) if _MARK.search(text) else text
    plain = with_lost_blanks(plain_line(unframed(parted, known)), known)
    plain = _slashed(with_names_whole(plain, known))
    if _UNCLOSED.match(plain):
        plain += "）"
    sent = _SENT.match(plain)
    return plain if sent is None else sent["who"]


def _told_at_once(plain: str, known: frozenset[str]) -> BylineReading | None:
    """What a form that is nothing else tells."""
    if known and _MAKES.match(plain) and (made := read_works(plain, known)) is not None:
        return made
    if _ASKED.match(plain) and not any(name in squeeze(plain) for name in known):
        return BylineReading((), 0.9)
    if (framed := read_framed(plain, known)) is not None:
        return framed
    if (alone := _alone(plain)) is not None:
        return alone
    if planned := _planned(plain):
        return BylineReading(planned, 0.95)
    return _beside_team(plain)


def _of_house(plain: str, known: frozenset[str]) -> BylineReading | None:
    """A house that wrote or edited; nobody, where a line says who chose the text, or where they work."""
    if (written := _for_team(plain, known)) is not None:
        return written
    edited = forms.EDITED.match(forms.ORNAMENT.sub("", plain))
    if edited is not None and (edited["house"] in known or _has_edited(edited)):
        sure = 1.0 if edited["house"] in known else 0.9
        return BylineReading((Author(edited["house"], is_body=True),), sure)
    if forms.CHOSEN.match(plain) or forms.COMPILED.match(plain) or _is_supplied(plain):
        return BylineReading((), 0.9)
    if forms.AFFILIATION.match(plain) and width(plain) <= 120:
        return BylineReading((), 0.9)
    return None


def _by_listed(plain: str, known: frozenset[str]) -> BylineReading | None:
    """What a line tells that has the names which the contents give, in whatever form."""
    if (barred := read_barred(plain, known)) is not None:
        return barred
    spelt = _SPELT.match(plain)
    if spelt is not None and (own := squeeze(spelt["own"])) in known:
        return BylineReading((Author(own, is_body=is_body(own)),), 1.0)
    if squeeze(plain) in known and not split_names(plain):
        return BylineReading((Author(squeeze(plain), is_body=is_body(plain)),), 1.0)
    if (signed := read_known(plain, known)) is not None:
        return _at_house(signed, plain)
    return read_with_post(plain, known)


def _at_house(reading: BylineReading, plain: str) -> BylineReading:
    """某某　某市某区人民法院, both of whom the contents name: who signs, and where that one works.

    、 parts a house that signs, too.
    """
    names = [author.name for author in reading.authors]
    if len(names) != _NAME_AND_HOUSE or "、" in plain:
        return reading
    if sorted((is_name(name), is_body(name)) for name in names) != [(False, True), (True, False)]:
        return reading
    own = _read(plain)
    placed = own is not None and len(own.authors) == 1 and own.authors[0].office in names
    return BylineReading(own.authors, 1.0) if own is not None and placed else reading


_NAME_AND_HOUSE = 2


def _by_names(plain: str, known: frozenset[str]) -> BylineReading | None:
    """What the names on a line tell, with those of the contents beside them."""
    reading = _read(plain)
    if reading is None:
        return _behind_works(plain, known) if known else None
    named = {author.name for author in reading.authors}
    others = also_listed(plain, named, known)
    if named & known:
        return BylineReading((*reading.authors, *others), 1.0)
    # 制作/张三 整理/李四: who made what the article is about, and whom alone the contents name.
    return BylineReading((*others, *reading.authors), 1.0) if others else reading


_POINTED = re.compile(rf"(?:^|(?<=\s))(?P<work>{forms.WORK})\s*[·—–](?![—–])\s*(?=[{HAN}])")


def _slashed(plain: str) -> str:
    """文·某某 图·某某编辑部 and 撰文—某某 摄影—某某 with 文/ and 图/, as others part works from names."""
    works = _POINTED.findall(plain) if max(map(plain.count, "·—–")) > 1 else ()
    return _POINTED.sub(r"\g<work>/", plain) if len(works) > 1 and _POINTED.match(plain) else plain


_SPELT = re.compile(rf"^(?P<own>[{HAN}·](?:[ \u3000]?[{HAN}·])+)[ \u3000]+[A-Z][A-Za-z .&'’-]+$")
"""某某工作室　LIWAI Studio: the same in Latin letters beside it."""
_FOR_TEAM = re.compile(
    rf"^(?P<team>(?:{HOUSE})[{HAN}]{{1,8}}?(?:{TEAM}))\s*(?:执笔|執筆|撰文|撰稿|采写|採寫)\s*[/／|｜：:]\s*(?P<names>[{HAN}·\s、，]{{2,40}})$"
)


def _for_team(plain: str, known: frozenset[str]) -> BylineReading | None:
    """本刊采访组　执笔 / 某某 某某: those of a team of the house who wrote, and not it itself."""
    hit = _FOR_TEAM.match(plain) if plain[:1] == "本" else None
    names = split_names(hit["names"]) if hit is not None else None
    if hit is None or not names or hit["team"] in known:
        return None
    sure = 0.95 if known.isdisjoint(names) else 1.0
    return BylineReading(tuple(Author(name, hit["team"]) for name in names), sure)


_NAMED = rf"[{HAN}](?:\s?[{HAN}]){{1,3}}"
_OF_CLASS = re.compile(
    rf"^(?:[◎○●□■]\s*)?(?:(?:文|撰文|文字|作者)\s*[/／：:|｜]\s*)?(?:(?:本[报報刊]|校园|小)?[小]?(?:记者|記者)\s*)?"
    r"(?P<office>(?:[初高]\s*[一二三]|[一二三四五六七八九]年[级級]|(?:19|20)?\d\d[级級])\s*(?:[（(]\s*[\d一二三四五六七八九十]{1,2}\s*[）)]|[\d一二三四五六七八九十]{1,2})\s*班"
    r"|(?<!\d)(?:1[0-8]|2[1-9])(?:0[1-9]|[12]\d)(?:\s*班|(?=\s)))"
    rf"\s*(?P<name>{_NAMED})(?:\s+(?:图片?|圖片?|插[图圖]|[摄攝]影|指[导導](?:老|教)[师師])\s*[/／：:|｜]\s*\S.{{0,24}})?$"
)
"""初二（5）班　某某 and 文/初二（5）班　某某　图/某某: who writes in a school's paper; 2418　某某 is of class 18 of 2024."""
_TELLER = re.compile(
    rf"^(?:口述[人者]?|[讲講]述[人者]?|自述)\s*[：:]\s*(?P<name>{_NAMED})[，,]\s*(?P<office>(?:[男女][，,]|(?:19|20)\d\d\s*年|\d{{1,3}}\s*[岁歲])[^。；：]{{0,48}})$"
)
"""口述：某某，男，1936年生，原某店职工."""
_OF_STAFF = re.compile(
    rf"^(?P<office>[{HAN}]{{1,8}}[组組室科处處部])\s+(?P<name>[{''.join(sorted(SURNAMES))}]老[师師])$"
)
"""物理组　某老师."""
_FOREIGN = re.compile(
    rf"^(?:[◎○●□■]\s*)?(?P<name>[{HAN}]{{1,8}}(?:[·・•][{HAN}]{{1,8}})+)\s*(?:作|原作)$"
)
"""◎某某·某某　作: a foreigner, whose words another has translated."""
_NAMELESS = frozenset(["匿名", "佚名", "无名氏", "無名氏", "逸名"])


def _alone(plain: str) -> BylineReading | None:
    """One who signs by a class, as the teller of a memory, as a teacher, or without a name."""
    if (nameless := squeeze(plain)) in _NAMELESS:
        return BylineReading((Author(nameless),), 0.9)
    foreign = _FOREIGN.match(plain)
    if foreign is not None:
        return BylineReading((Author(squeeze(foreign["name"]), "作"),), 0.9)
    # 田野 is a word, but behind a class a name.
    named = _OF_CLASS.match(plain) or _TELLER.match(plain)
    if named is not None and not (named["name"][0] in SURNAMES or is_name(squeeze(named["name"]))):
        named = None
    hit = named or _OF_STAFF.match(plain)  # 某老师, which is no name
    if hit is None:
        return None
    return BylineReading((Author(squeeze(hit["name"]), hit["office"].strip("，, ")),), 0.9)


_POSTED_TO = re.compile(rf"[，,]\s*[{HAN}\s]{{2,10}}\d{{6}}(?=[）)]$)")
"""某某（某校，某地 199001）: the town and the postcode behind where somebody works."""
_WORKS = re.compile(r"[：:/／|｜]")
_WORK_SIZE = 7
"""Characters that tell what each of some people did, at most, and where."""


def _behind_works(plain: str, known: frozenset[str]) -> BylineReading | None:
    """设计·制作：某某 指导教师：某某, 本刊评测室 执笔：某某: all whom the contents name, and works.

    The works need be in no list, since a colon or a stroke parts them from the names.
    """
    text = squeeze(plain)
    if not all(name in text for name in known) or re.search("[，。；？！“”《》]", text):
        return None
    if not all(re.search(rf"{re.escape(name)}(?=$|[\s、/／|｜（(])", plain) for name in known):
        return None
    rest = text
    for name in known:
        rest = rest.replace(name, "")
    if not _WORKS.search(rest) or len(rest) > _WORK_SIZE * (len(known) + 1):
        return None
    if _WORKS.search(text[: min(map(text.find, known))]) is None:
        return None
    named = sorted(known, key=text.find)
    return BylineReading(tuple(Author(name, is_body=is_body(name)) for name in named), 1.0)


def _has_edited(hit: re.Match[str]) -> bool:
    """True for 本刊 辑 and 本刊编辑部　整理, which sign; 编辑部整理 tells that nobody does."""
    return hit.string[-1] in "辑輯编編" or re.search(r"[部室组組]\s+整理$", hit.string) is not None


_ASKED = re.compile(
    rf"^(?:受访|受訪|被访|被訪)[人者]\s*[：:]\s*[{HAN}]{{2,30}}[ \u3000]+[{HAN}](?:[ \u3000]*[{HAN}]){{1,3}}$"
)
"""受访人：某某医院主任　某某: who answers, and has written nothing."""
_MAKES = re.compile("(?:设计|設計|制作|製作|策划|策劃)")
"""Works of who makes the page, and of who thinks out a thing to make with children."""


def _planned(plain: str) -> tuple[Author, ...]:
    """策划/张三　撰文/李四: who wrote stands behind who thought of it; () for any other line.

    Of a talk that somebody thought of and another has taken down nobody else is the author.
    """
    credited = (read_credits(plain) or ()) if _MAKES.match(plain) else ()
    works = {credit.work for credit in credited}
    if works & _WRITES:
        return signed_by(credited)
    if not works & _RECORDS:
        return ()
    return tuple(
        Author(name, office_of(credit.work))
        for credit in credited
        for name in credit.names
        if credit.work not in PICTURES or credit.work in _PLANS
    )


_WRITES = frozenset(["文", "文字", "图文", "圖文", "撰文", "撰稿", "采写", "採寫", "执笔", "執筆"])
_PLANS = frozenset(["策划", "策劃"])
_RECORDS = frozenset(["记录", "記錄", "整理"])
_LIVES = re.compile(
    rf"^(?P<name>[{HAN}](?:\s?[{HAN}]){{1,3}})\s+(?P<office>[{HAN}]{{2,10}})，(?:现|現|今|长|長|旅)居[{HAN}]{{2,10}}$"
)
"""白露生 作家，现居榕港: who writes, and from where."""
_AGED = re.compile(
    rf"^(?P<name>[{HAN}](?:\s?[{HAN}]){{1,3}})\s*[（(](?P<office>\d{{1,3}}\s*岁，[^（）()。]{{2,16}})[）)]$"
)
"""沈木生（57岁，船工）: who tells something, of what age and what he is."""


def _is_supplied(plain: str) -> bool:
    """安全监察部供稿: a house that sent the text, and nobody who wrote it."""
    hit = re.match(rf"^(?P<house>[{HAN}]{{3,20}})\s*供稿$", plain)
    return hit is not None and split_names(hit["house"]) is None


@per_issue(1024)
def _read(plain: str) -> BylineReading | None:
    if (marked := read_marked(plain)) is not None:
        return marked
    plain = forms.NOTE_MARKS.sub("", plain)
    if forms.PLACED.match(plain):
        plain = _PLACE.sub("", plain)
    if plain.startswith("——"):
        return None
    ornament = forms.ORNAMENT.match(plain)
    core = plain[ornament.end() :] if ornament else plain
    sure = 0.9 if ornament and core else 0.0
    if (posted := read_posted(core)) is not None:
        return posted
    credited = read_credits(core)
    if credited:
        return BylineReading(signed_by(credited, core), 0.95)
    if (beside := read_beside(core)) is not None:
        return beside
    if (works := read_works_of_staff(core)) is not None:
        return works
    if forms.PREFIX.match(core):
        return read_labelled(core)
    suffix = forms.SUFFIX.match(core)
    if suffix and (named := named_in(suffix["rest"])):
        return BylineReading(named, 0.95)
    if (staff := forms.STAFF.match(core)) is not None:
        return read_staff(staff)
    if (told := _told(core)) is not None:
        return told
    if re.match(r"\d", core):
        return None  # 1 文化纸: a heading
    return _likely(core, sure)


_TEAM_AT_WORK = re.compile(
    rf"(?:^|(?<=\s))[{HAN}]{{2,6}}\s*[/／|｜：:]\s*(?:{HOUSE})[{HAN}]{{1,8}}?(?:{TEAM})(?:\s+|$)"
)
"""制图／本刊数据组: what a team of the house has done for an article that others wrote."""


_OWN_TEAM = re.compile(f"[/／｜|：:] ?(?:{HOUSE})")


def _beside_team(plain: str) -> BylineReading | None:
    """制图 / 本刊数据组　文 / 某某: who wrote, beside a team that made the pictures or the tests."""
    if not _OWN_TEAM.search(plain):
        return None
    rest, count = _TEAM_AT_WORK.subn("", forms.ORNAMENT.sub("", plain))
    credited = read_credits(rest) if count and rest else None
    return BylineReading(signed_by(credited, rest), 0.95) if credited else None


_PLACE = re.compile(r"^[（(〔][^（）()]{2,16}[）)〕]\s*(?=[\u4e00-\u9fff])")


def _told(core: str) -> BylineReading | None:
    """One author in a form that says it: a country before the name, an office behind a stroke."""
    if foreigner := from_abroad(core):
        return BylineReading((Author(foreigner),), 0.9)
    if (barred := read_barred(core)) is not None:
        return barred
    if is_of_the_house(core):
        return BylineReading((Author(squeeze(core), is_body=True),), 0.9)
    return None


_TELLS = re.compile(
    rf"^[{HAN}]{{0,6}}(?:把|[让讓](?!胡)|走[进進出近向])|之[后後前间間][{HAN}\s]|如何|怎[样樣么麼]|[为為]何|[为為][什甚][么麼]|何以"
)
"""Words of a title: 把难题交到调度中心, 走进数据中心. The name of no house has them."""


def _likely(core: str, sure: float) -> BylineReading | None:
    """People or houses, that nothing tells but their names.

    ``sure`` is what an ornament before them says, 0 without one.
    """
    if sure and (placed := forms.PLACE_AND_PEN_NAME.match(core)) is not None:
        return BylineReading((Author(placed["name"], placed["place"]),), 0.9)
    if (found := read_people(core) or read_placed(core)) is not None:
        return BylineReading(found.authors, max(found.certainty, sure))
    if houses := houses_in(core):
        return BylineReading(tuple(Author(one, is_body=True) for one in houses), max(sure, 0.7))
    if is_body(core) and width(core) <= 40 and not (_TELLS.search(core) and not sure):
        return BylineReading((Author(squeeze(core), is_body=True),), max(sure, 0.7))
    if sure and has_han(core) and width(core) <= 20:
        if forms.OF_THE_HOUSE.match(squeeze(core)):
            return BylineReading((Author(squeeze(core), is_body=True),), 0.8)
        return BylineReading((Author(squeeze(core)),), 0.6)
    return None
