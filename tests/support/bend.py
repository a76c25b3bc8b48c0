"""An article at a bend of a river, the first of two that the contents name."""

from __future__ import annotations

from converter.model import Article
from converter.pipeline import restore

PROSE = "河水从上游下来，到这里转了一个弯，弯里停着几条旧船。船上的人都认得对岸的灯。"


def article(*pieces: str) -> Article:
    """The article restored whose text is these pieces, with blank lines between them."""
    body = "\n\n".join(pieces)
    text = f"目录\n1 渡口 张水\n3 老街 李山\n\n渡口\n\n张水\n\n{body}\n\n老街\n\n李山\n\n{PROSE}\n"
    return restore(text.encode(), name="x.txt").issue.articles[0]
