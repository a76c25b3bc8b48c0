"""Who appears in a play: its persons, as a list tells them or the stage directions prove them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, squeeze

_PERSONS = re.compile(
    r"^[〔【\[（(]?\s*(?:剧中人物?|劇中人物?|[登出]场人物|[登出]場人物|人\s*物\s*表?|角\s*色\s*表?)\s*[〕】\]）)]?\s*[：:]?(?P<rest>.*)$"
)
"""人物：, over the persons of a play or before them."""
_PERSON = re.compile(
    rf"^(?P<name>[{HAN}](?:\s*[{HAN}]){{0,5}}?)\s*(?:[—－–\-]+|[，,、（(：:]|[\s\u3000]{{2,}}|$)"
)
"""老　赵——扳道工，五十八岁: a person, and who that is."""
_SCENE = re.compile(r"^第?\s*[\d一二三四五六七八九十]{1,3}\s*[格幕场場镜鏡]$")
"""第1格, 第二场: the parts of a comic strip or a play."""
_DIRECTION = re.compile(rf"^[〔﹝［\[][{HAN}][^〕﹞］\]]+")
"""〔幕启。: a stage direction, which Chinese plays set behind an opening bracket."""
_LABEL = re.compile(rf"^(?P<name>[{HAN}](?:\s*[{HAN}]){{0,4}}?)\s*[：:]\s*\S")
_MOST_PERSONS = 24
_TWICE = 2
"""So many directions, and so many lines of a person, are no chance."""


def cast(texts: Sequence[str], nobody: frozenset[str] = frozenset()) -> frozenset[str]:
    """The persons of a play whose lines are among some paragraphs, none if these are no play.

    Two persons speak at least, and one of them again. 〔背景〕, which comes again as the name of
    boxes does, is no direction, and 来源：, which comes again below them, is nobody.
    """
    labels = Counter(squeeze(hit["name"]) for text in texts if (hit := _LABEL.match(text)))
    for name in nobody & labels.keys():
        del labels[name]
    found = {name for name in _listed(texts) if labels[name]}
    stage = Counter(text for text in texts if _DIRECTION.match(text) or _SCENE.match(text))
    if sum(count == 1 for count in stage.values()) >= _TWICE:
        found |= {name for name, count in labels.items() if count >= _TWICE}
    several = len(found) >= _TWICE and sum(labels[name] for name in found) > _TWICE
    return frozenset(found) if several else frozenset()


def quoted(texts: Sequence[str]) -> frozenset[str]:
    """Those who speak in lines of a play that a review quotes: 老大：……是我出的。 over 老二：……你…….

    Several stand one below the other; each of two persons speaks again, of me and you or with a
    direction, as no parts of a recipe do that take turns.
    """
    found: set[str] = set()
    run: list[re.Match[str]] = []
    for text in (*texts, ""):
        hit = _LABEL.match(text)
        if hit is not None:
            run.append(hit)
            continue
        names = Counter(squeeze(one["name"]) for one in run)
        again = {name for name, count in names.items() if count >= _TWICE}
        spoken = sum(_SPOKEN.search(one.string[one.end("name") :]) is not None for one in run)
        if len(run) >= _LINES and len(again) >= _TWICE and spoken * 2 > len(run):
            found |= again
        run = []
    return frozenset(found)


_LINES = 5
_SPOKEN = re.compile(r"[我你您咱俺]|[？！]$|^[：:]\s*[（(]")


def _listed(texts: Sequence[str]) -> set[str]:
    """The names in the list of persons."""
    for at, text in enumerate(texts):
        hit = _PERSONS.match(text)
        if hit is None:
            continue
        if rest := hit["rest"].strip():
            names = re.split(
                "[、，,；;\\s]+", re.sub("[（(][^（）()]*[）)]", "", rest.rstrip("。"))
            )
            return {squeeze(name) for name in names}
        return {
            squeeze(person["name"])
            for line in _below(texts, at)
            if (person := _PERSON.match(texts[line])) is not None
        }
    return set()


def _below(texts: Sequence[str], head: int) -> range:
    """The places of the lines below the head of the list, each of which tells a person."""
    end = head + 1
    while end < len(texts) and end - head <= _MOST_PERSONS and _PERSON.match(texts[end]):
        end += 1
    return range(head + 1, end)


def persons(texts: Sequence[str]) -> frozenset[int]:
    """The places of the lines that list the persons of a play, below 人物：."""
    hits = ((at, _PERSONS.match(text)) for at, text in enumerate(texts))
    heads = (at for at, hit in hits if hit is not None and not hit["rest"].strip())
    head = next(heads, None)
    if head is None or not cast(texts):  # few articles have such a line
        return frozenset()
    return frozenset(_below(texts, head))
