"""Writes one article of any of the kinds that magazines have."""

from __future__ import annotations

from collections.abc import Callable

from tests.damage import names
from tests.damage.draft import Block, Head, Para, Piece, Sidebar, Signer
from tests.damage.writer import Writer


def essay(writer: Writer, made: Piece) -> None:
    made.signers = writer.signers()
    if not made.signers[0].is_body:
        _sign(writer, made)
    blocks = writer.body(writer.rng.randrange(1, 3))
    ladder = writer.rng.choice(writer.style.ladders)
    blocks += writer.laddered(ladder)
    made.blocks = blocks
    writer.perhaps_notes(made)
    writer.perhaps_credit(made)


def _sign(writer: Writer, made: Piece) -> None:
    """Who made the pictures, or who wrote down what another has told, where the magazine says so."""
    rng, byline = writer.rng, writer.style.byline
    if byline == "text-picture" and len(made.signers) == 1:
        made.pictures_by = names.person(rng)
    elif byline == "told" and len(made.signers) == 1 and rng.random() < 0.6:
        made.signers.append(Signer(names.person(rng)))
        made.told_to = True


def interview(writer: Writer, made: Piece) -> None:
    rng = writer.rng
    guest = names.person(rng)
    made.signers = [Signer(names.person(rng)) for _ in range(rng.choice((1, 1, 2)))]
    made.lead = "本刊记者"
    made.subtitle = f"——访{names.county(rng)}{rng.choice(writer.prose.field.people)}{guest}"
    asks, answers = "记者", guest
    if writer.style.family == "other" and rng.random() < 0.4:
        asks, answers = rng.choice((("问", "答"), ("问", "答"), ("Q", "A")))
    blocks: list[Block] = writer.body(1)
    blocks = [block for block in blocks if not isinstance(block, Sidebar)]
    with_heads = rng.random() < 0.5
    for i in range(writer.count(4, 8)):
        if with_heads and i % 3 == 0:
            blocks.append(Head(writer.prose.title(), 1))
        blocks.append(Para(f"{asks}：{writer.prose.question()}", "question", asks))
        blocks.append(Para(f"{answers}：{writer.paragraph()}", "answer", answers))
        writer.perhaps_box(blocks)
        for _ in range(rng.choice((0, 0, 0, 1, 2))):
            blocks.append(Para(writer.paragraph(), "answer"))
            writer.perhaps_box(blocks)
    if rng.random() < 0.6:
        label = rng.choice(("专家简介", "人物简介", "嘉宾简介"))
        blocks.append(
            Para(
                f"{label}：{guest}，{writer.prose.home}{rng.choice(writer.prose.field.agents)}负责人，{writer.prose.sentence()}",
                "biography",
            )
        )
    made.blocks = blocks


def paper(writer: Writer, made: Piece) -> None:
    rng, prose = writer.rng, writer.prose
    made.signers = writer.signers(rng.randrange(1, 4))
    front: list[Block] = [
        Para(f"摘要：{prose.paragraph(160)}", "abstract"),
        Para(f"关键词：{'；'.join(rng.sample(prose.field.things, 4))}", "keywords"),
    ]
    if rng.random() < 0.4:
        front.append(
            Para(
                f"基金项目：{prose.home}社会科学基金项目“{prose.title()}”（{rng.randrange(10, 25)}BSH{rng.randrange(100)}）",
                "funding",
            )
        )
    who = made.signers[0].name
    if rng.random() < 0.5 and not made.signers[0].is_body:
        front.append(
            Para(
                f"作者简介：{who}，{names.organ(rng)}{rng.choice(('助理研究员', '副研究员'))}，主要研究{rng.choice(prose.field.things)}。",
                "biography",
            )
        )
    if rng.random() < 0.35:
        front.append(
            Para(
                f"Abstract: The {prose.english(9)}. It shows the {prose.english(12)}.",
                "abstract",
            )
        )
        front.append(
            Para(
                f"Keywords: {prose.english(1)}; {prose.english(2)}; {prose.english(1)}",
                "keywords",
            )
        )
    ladder = rng.choice(("decimal", "cn-paren", "cn", "cn-all"))
    made.blocks = front + writer.body(1) + writer.laddered(ladder)
    writer.perhaps_notes(made)
    if rng.random() < 0.6:
        made.blocks.append(Head("参考文献", 1))
        for i in range(rng.randrange(3, 6)):
            made.blocks.append(
                Para(
                    f"[{i + 1}] {names.person(rng)}.{cited(prose.title())}[J].{names.magazine(rng)},{rng.randrange(1998, 2024)}({rng.randrange(1, 12)}):{rng.randrange(10, 60)}-{rng.randrange(61, 99)}.",
                    "reference",
                )
            )


def cited(title: str) -> str:
    """A title with the mark before its subtitle as a cited work has all marks (GB/T 7714-2015 §7.2.1)."""
    return title.replace("：", ":")


def report(writer: Writer, made: Piece) -> None:
    rng = writer.rng
    made.signers = writer.signers(rng.choice((1, 1, 2)))
    made.lead = rng.choice(("本刊记者", "特约撰稿", "通讯员", ""))
    if made.signers[0].office or made.signers[0].is_body:
        made.lead = ""
    blocks: list[Block] = []
    if writer.style.family == "other" and rng.random() < 0.3:
        label = "【编者按】" if writer.style.editors_note == "bracket" else "编者按："
        blocks.append(Para(f"{label}{writer.prose.paragraph(120)}", "editor-note"))
    for _ in range(writer.count(6, 14)):
        roll = rng.random()
        if roll < 0.3:
            blocks.append(Para(writer.prose.quoted()))
        elif roll < 0.45:
            blocks.append(Para(writer.prose.paragraph(30)))
        else:
            blocks.append(Para(writer.paragraph(40, 240)))
        writer.perhaps_box(blocks)
        writer.perhaps_extra(blocks)
    made.blocks = blocks
    writer.perhaps_credit(made)


def foreword(writer: Writer, made: Piece) -> None:
    rng = writer.rng
    made.title = [writer.prose.title()]
    made.signers = [] if rng.random() < 0.5 else [Signer(names.person(rng))]
    made.lead = rng.choice(("", "本刊编辑")) if made.signers else ""
    made.blocks = [Para(writer.paragraph(80, 260)) for _ in range(rng.randrange(3, 6))]


def letter(writer: Writer, made: Piece) -> None:
    rng = writer.rng
    made.signers = [Signer(names.person(rng))]
    made.blocks = [Para(rng.choice(("编辑同志：", "亲爱的读者：", "各位同仁：")), "salutation")]
    made.blocks += [Para(writer.paragraph(60, 240)) for _ in range(rng.randrange(3, 7))]
    made.blocks.append(
        Para(
            f"{rng.randrange(1995, 2025)}年{rng.randrange(1, 13)}月{rng.randrange(1, 29)}日",
            "signature",
        )
    )


def poem(writer: Writer, made: Piece) -> None:
    rng = writer.rng
    made.signers = [Signer(names.person(rng))]
    made.blocks = []
    for _ in range(rng.randrange(1, 3)):
        made.blocks.append(Para(writer.paragraph(60, 160)))
        made.blocks.append(writer.verse())
    made.blocks.append(Para(writer.paragraph(60, 160)))


def round_table(writer: Writer, made: Piece) -> None:
    """Several people talk; each turn begins with a name."""
    rng = writer.rng
    guests = [names.person(rng) for _ in range(rng.randrange(2, 5))]
    host = rng.choice(("主持人", names.person(rng)))
    made.signers = [Signer(names.person(rng))]
    made.lead = "本刊记者"
    blocks: list[Block] = [Para(writer.paragraph(60, 160))]
    for turn in range(writer.count(3, 6)):
        blocks.append(Para(f"{host}：{writer.prose.question()}", "question", host))
        answering = rng.sample(guests, rng.randrange(1, len(guests) + 1))
        blocks += [Para(f"{who}：{writer.paragraph()}", "answer", who) for who in answering]
        if turn == 1:
            writer.perhaps_box(blocks)
    made.blocks = blocks


KINDS: dict[str, Callable[[Writer, Piece], None]] = {
    "essay": essay,
    "interview": interview,
    "round-table": round_table,
    "paper": paper,
    "report": report,
    "foreword": foreword,
    "letter": letter,
    "poem": poem,
}
