"""Letters of one column, the last of which is told by the others."""

from __future__ import annotations

from converter.model import Box, Heading, Paragraph, Role, Text
from converter.parse.letters import with_letters_alike

LINES = (
    (Role.SALUTATION, "《渡口》编辑部："),
    (Role.BODY, "八月号里讲渡船的一篇，有一个地方写错了，我在船上做了十九年，请你们改一改。"),
    (Role.SIGNATURE, "上渡 林汀"),
    (Role.EDITOR_NOTE, "编辑回复：林师傅批评得对。"),
    (Role.BODY, "小满姐："),
    (Role.BODY, "去年您劝我去学一门手艺，我学了修船，现在每个月三千四百元。"),
    (Role.SIGNATURE, "一个不再晕船的人"),
)
ASKED = (
    (Role.QUESTION, "问：船底要不要每年刷桐油？"),
    (Role.SIGNATURE, "（上渡 林汀）"),
    (Role.ANSWER, "答：要，刷三遍。"),
    (Role.QUESTION, "问：缆桩松了怎么办？"),
    (Role.SIGNATURE, "（下渡 许栀）"),
    (Role.ANSWER, "答：先打楔子。"),
    (Role.QUESTION, "问：水尺看不清呢？"),
    (Role.BODY, "（老渡口守夜人小唐）"),
    (Role.ANSWER, "答：用白漆描一遍。"),
    (Role.BODY, "（图中是去年冬天的老渡口）"),
)


def roles(lines: tuple[tuple[Role, str], ...]) -> list[Role]:
    made = with_letters_alike([Paragraph(Text(text), role) for role, text in lines])
    return [block.role for block in made if isinstance(block, Paragraph)]


def test_a_name_with_a_colon_opens_the_next_letter_of_a_column() -> None:
    assert roles(LINES)[4] is Role.SALUTATION
    # Where no letter is greeted, or the next one not signed, it may say what comes.
    assert roles(LINES[1:])[3] is Role.BODY
    assert roles(LINES[:-1])[4] is Role.BODY
    assert roles((*LINES[:4], (Role.BODY, "更正如下，请看："), *LINES[5:]))[4] is Role.BODY


def test_a_reader_in_brackets_signs_a_question_as_the_others_do() -> None:
    assert roles(ASKED)[7] is Role.SIGNATURE
    assert roles(ASKED)[9] is Role.BODY
    assert roles(ASKED[3:])[4] is Role.BODY


def test_a_box_between_question_and_answer_hides_no_signer() -> None:
    blocks = [Paragraph(Text(text), role) for role, text in ASKED]
    box = Box("链接", None, (Paragraph(Text("水尺以米计。")),))
    made = with_letters_alike([*blocks[:8], box, *blocks[8:]])
    assert [block.role for block in made[6:8] if isinstance(block, Paragraph)] == [
        Role.QUESTION,
        Role.SIGNATURE,
    ]


def test_who_is_called_by_his_surname_signs_a_piece_as_the_others_are_signed() -> None:
    pieces = [
        (Role.SIGNATURE, "（上渡 林汀）"),
        (Role.SIGNATURE, "（下渡 许栀）"),
        (Role.BODY, "（下渡守夜人老唐）"),
        (Role.BODY, "（图中是去年的老渡）"),
    ]
    blocks = [
        block
        for role, text in pieces
        for block in (
            Heading(Text("桥头"), 1),
            Paragraph(Text("雨停了，船就开了。"), Role.BODY),
            Paragraph(Text(text), role),
        )
    ]
    made = [block.role for block in with_letters_alike(blocks) if isinstance(block, Paragraph)]
    assert made[1::2] == [Role.SIGNATURE] * 3 + [Role.BODY]
    alone = [block.role for block in with_letters_alike(blocks[3:]) if isinstance(block, Paragraph)]
    assert alone[3] is Role.BODY
