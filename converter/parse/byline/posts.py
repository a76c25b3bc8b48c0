"""Bylines of names with the posts of those who bear them, behind a bar or in brackets."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, squeeze
from converter.model import Author
from converter.names import is_body, is_name, is_office
from converter.names.works import LEADING, PICTURES, WRITING, one_of
from converter.parse.byline.reading import BylineReading
from converter.parse.byline.works import office_of

_NAME = rf"[{HAN}](?:\s*[{HAN}]){{1,3}}"
_BARRED = re.compile(
    rf"^(?P<name>{_NAME})\s*[|｜丨│]\s*(?P<post>(?=[{HAN}《“])[{HAN}《》“”（）()、·\d ]{{2,40}})$"
)
"""唐以安｜本刊主编, 言　端｜第7期进修班学员、某县（某市）教育局副局长."""


_POST_FIRST = re.compile(
    rf"^(?P<post>(?=[{HAN}《“])[{HAN}《》“”（）()、·\d ]{{4,40}}?)\s*[|｜丨│]\s*(?P<name>{_NAME})$"
)
"""某县教育局副局长｜言　端."""


def read_barred(text: str, known: frozenset[str] = frozenset()) -> BylineReading | None:
    """One who signs, a bar, and the posts, or these first: surely if the contents name who does."""
    hit = _BARRED.match(text) or _POST_FIRST.match(text)
    name = squeeze(hit["name"]) if hit is not None else ""
    if hit is None or not (name in known or is_name(name)) or name in WRITING | PICTURES:
        return None
    posts = hit["post"].strip().split("、")
    if not any(is_office(post) or is_body(post) for post in posts) or posts[0] in WRITING:
        return None
    signed = (Author(name, "、".join(posts)),)
    return BylineReading(signed, 1.0 if name in known else 0.9)


_WORK = one_of(WRITING | PICTURES)
_LABEL = re.compile(
    rf"^(?P<work>{_WORK})(?:\s*[/／：:｜|丨]\s*|\s+)(?=[{HAN}]\s*[{HAN}].*[（(].*[）)])"
)
_PEOPLE = re.compile(
    rf"(?:(?P<work>{_WORK})(?:\s*[/／：:｜|丨]\s*|\s+))?(?P<name>{_NAME})\s*"
    rf"(?:[（(]\s*(?P<post>[^（）()，。；：]{{2,40}})[）)])?(?:[\s、，]+|$)"
)


def read_posted(text: str) -> BylineReading | None:
    """撰稿 张三（本刊记者）　李可（通讯员）　摄影 王五: works, names, and posts in brackets.

    Behind a work any word is a name that has its post in brackets.
    """
    label = _LABEL.match(text)
    if label is None or not (label["work"] in LEADING or text[label.end("work")] not in " \u3000"):
        return None
    work, found = "", []
    at = people = 0
    while at < len(text) and (hit := _PEOPLE.match(text, at)) is not None:
        at, people = hit.end(), people + 1
        work = hit["work"] or work
        name, post = squeeze(hit["name"]), hit["post"] or ""
        if not (post or is_name(name)):
            return None
        if work in WRITING:
            found.append(Author(name, post.strip() or office_of(work)))
    whole = at == len(text) and people > 1 and bool(found)
    return BylineReading(tuple(found), 0.95) if whole else None
