"""What says again what stands elsewhere, and is no pull quote: questions of a note, items of a list."""

from __future__ import annotations

from converter.model import Heading, Paragraph, PullQuote
from tests.support.restored import restored

NOTE = "编者按：船票涨到两块，钱去了哪里，船工为什么不领这笔钱？渡口停航以后，谁来管那两条旧船？本期请来管船的几位，听他们说说。"
QUESTIONS = ["船票涨到两块，钱去了哪里，船工为什么不领这笔钱？", "渡口停航以后，谁来管那两条旧船？"]
ANSWERS = [
    "沈一帆：钱在账上，一分也没有动，修栈桥用去的每一笔都贴在候船室的墙上，谁都可以去看，也可以去问。",
    "叶小禾：不领是因为说好了要修船，船修好了再领，这话是在岸上当着大家说的，说了就要算数。",
    "沈一帆：旧船归镇里管，去年的大水冲走过一条，是我们四个人撑着新船从下游一里地外拖回来的。",
    "叶小禾：船底要换，换船底的木头去年冬天就泡在塘里了，泡透了才不裂，急是急不来的，只能等。",
]


def test_a_question_of_the_note_over_its_answers_is_no_pull_quote() -> None:
    talk = [QUESTIONS[0], *ANSWERS[:2], QUESTIONS[1], *ANSWERS[2:]]
    text = "\n\n".join(["# 两条旧船", "文／黄一川", NOTE, *talk])
    (article,) = restored(text).issue.articles
    blocks = [*article.front, *article.blocks]
    assert not any(isinstance(block, PullQuote) for block in blocks)
    shown = [block.text.value for block in blocks if isinstance(block, (Heading, Paragraph))]
    assert shown[-6:] == talk


def test_an_item_of_a_list_that_the_text_says_again_is_no_pull_quote() -> None:
    book = [
        "- 沈一帆、叶小禾、黄一川、上河镇渡口小学全体师生",
        "- 河湾出版社",
        "- 纸质书定价：39元",
    ]
    text = (
        "读这本书要从后往前读。沈一帆、叶小禾、黄一川、上河镇渡口小学全体师生走了两年，才把河上的船名抄全，"
        "抄到最后一条的时候，那条船已经拆了。"
    )
    body = "\n\n".join(["\n".join(book), text, *(answer[4:] for answer in ANSWERS)])
    (article,) = restored(f"# 书评：河上的船名\n\n文／顾南\n\n{body}").issue.articles
    blocks = [*article.front, *article.blocks]
    assert not any(isinstance(block, PullQuote) for block in blocks)
