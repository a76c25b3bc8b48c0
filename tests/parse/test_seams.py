"""Seams of pages and lines: what goes on, what begins anew, what was said twice."""

from __future__ import annotations

import pytest

from converter.model import MarkKind, Paragraph
from converter.parse.grams import Trigrams
from converter.parse.heal import decide
from converter.parse.inline import Piece, build
from converter.parse.lines import set_lines
from converter.parse.seam import goes_on
from converter.segment.units import glue
from tests.support.restored import restored


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("村里的水渠一直修到了", "后山脚下，全村的人都来看水。"),
        ("他说：“今年的雨水比去年多。”", "老张说。大家都笑了。"),
        ("“今年的雨水比去年多。”", "老张笑着道。大家都笑了。"),
        ("归结起来有三点：", "一是修渠，水够了；二是植树，土松了。"),
        ("这是村里（包括", "外出的人）的大事。"),
        (
            "水渠的年报说这一年的水不够（",
            "the water was not enough for all the fields）。老张不信。",
        ),
        # Somebody talks and breaks off; no list of those who take part has a full stop.
        ("老张：水够了。从那年起，村里有了一条不成", "成文的规矩：谁家修渠，谁家先浇。"),
        ("7. 兵五进一　士4进5　8. 马三进五　炮9平7　9. 炮八", "平九　车8平6　10. 车四平三"),
        ("每逢农历初", "四、十四、二十四，由村里摆上茶水。"),
        ("看水要做好三件事。第一，看闸，天亮以前开；", "第二，看渠，一天走两遍；第三，看田。"),
        # A series within the paragraph goes on inside the next piece.
        ("一是修渠。水够了。二是植树。土松了。", "从去年起，树都挂了牌。三是清塘。鱼多了。"),
        ("办法有三条：第一，修渠。第二，植树。", "树都挂了牌。第三，清塘。"),
        ("村里做了两件事。**一是修渠**。水够了。", "**二是植树**。土松了。"),
        (
            "看水的人从三个添到五个，白天黑夜都有人走在渠上，手里提一盏灯。渠首装了两只水表，对每一户实行“一本账管到底”：",
            "老张记放水的时辰，老李记淌过的水量，月底贴在墙上。",
        ),
        (
            "看水的人从三个添到五个，白天黑夜都有人走在渠上，手里提一盏灯。他们一天走两个多小时，做的都是“再走一遍”：",
            "同一道闸门，上午要去看一次，下午要去看一次，晚上还要去看一次。",
        ),
        # The point at the end is to be explained as the first one was.
        (
            "渠为什么漏？首先是没有人看。看水的老张病了两年。其次是没有石头。",
            "石头要从后山背来，一天背三趟。",
        ),
    ],
)
def test_a_paragraph_goes_on(before: str, after: str) -> None:
    assert decide(before, after).join


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("水渠修好了。", "第二年开春，村里又种了树。"),
        ("［1］河湾县水利志［M］. 2010.", "［2］田禾. 渠的故事［J］. 河湾，2011（5）：22-25."),
        ("7. 兵五进一　士4进5　8. 马三进五　炮9平7　9. 炮八平九", "黑方先补士，稳健得很。"),
        ("水渠的年报说这一年的水不够", "The water was not enough for all the fields."),
        ("主持人：老张，水管站站长", "与谈人：老李，种树的"),
        # 一道 is a stroke, and nobody says anything.
        (
            "老张说：“它没让人拖过一回，最后这一回也不能丢脸。”",
            "我们在门框上替他画了当天的那一道。粉笔有点潮。",
        ),
        ("老张说：“水渠急不得。”", "渠边就是下山的古道。天黑以前没有人走。"),
        # Who is quoted anew begins a paragraph; who said it ends one.
        ("他说：“今年的雨水比去年多。”", "闸工老李常说，水渠“急不得，也等不得”。"),
        ("主要的做法有：", "一是修渠。先请人来量过，再分段包干。"),
        ("第一，看闸，天亮以前开；", "第二，看渠，一天走两遍；"),
        ("办法有三条，写在墙上", "四、看水的人要会游水。"),
        # Each begins a paragraph, behind the mark of bold type.
        ("**第一，看闸。**天亮以前开。", "**第二，看渠。**一天走两遍。"),
        # It has a series of its own.
        ("一是修渠。二是植树。", "清塘也要讲办法：一是分段，二是包干，三是验收。"),
        ("一是修渠。二是植树。", "清塘的事放到明年，三户人家不同意。"),
        (
            "看水的人从三个添到五个，白天黑夜都有人走在渠上，手里提一盏灯。渠首装了两只水表，对每一户都管到底，老张在墙上写道：",
            "谁家放水，谁家看水，天黑以前关闸。",
        ),
        ("首先是没有人看。看水的老张病了两年。其次是没有石头。", "再次是没有钱。账上只有两百元。"),
        ("渠为什么漏？首先是没有人看。其次是没有石头。", "石头要从后山背来，一天背三趟。"),
    ],
)
def test_a_paragraph_begins(before: str, after: str) -> None:
    assert not decide(before, after).join


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ("大家都说这是村里的大事村里", "的大事，谁也不能缺席。", 5),
        ("渠修成那天，全村的人都到了后山", "后山脚下看水。", 2),
        ("他们一步一步", "往山上走。", 0),
        ("渠水够不够，据估算，", "估算，今年能浇三百亩。", 3),
        ("大家都喊，快跑，", "快跑，水来了。", 0),
        ("修渠的一共有23人，", "人，一天三班。", 2),
        ("上山修渠的有一百", "一百六十户人家。", 2),
        ("石头要一百", "一百地数，数完再砌。", 0),
        ("账都贴在墙上。今年前今", "年前三个月，一共放了九次水。", 3),
        ("水从渠首慢慢地慢", "慢地淌下来。", 0),
        ("修地铁的时候打穿了一根没一", "根没有图纸的水管。", 3),
        ("就这样等了一天又一天又", "一天，渠里没有水。", 0),
        ("看水的人站了一排。", "。谁也不说话。", 1),
        ("他想说的还多……", "……可是天黑了。", 0),
        ("办法只有八个", "个字，写在石碑上。", 1),
        ("路上有一部分人", "人到了渡口才收伞。", 1),
        ("村里来了两个", "个体户，都是修鞋的。", 0),
        ("大家把这里叫作“水学堂”", "堂”，谁都可以来听。", 2),
        ("大家把这里叫作（水学堂）", "堂），谁都可以来听。", 2),
        ("大家把这里叫作“水学堂”的", "堂”的先生，是个看水的人。", 3),
        ("渠底的泥没有人清，一到", "一到夏天水就漫出来。", 2),
        ("修渠那年，一些", "一些人家搬到了后山。", 2),
        ("打开泵房的门一看，里面是一只", "一只空桶。", 2),
        ("从渠底的泥里挖出一个", "一个铜锁，锁上没有字。", 2),
        ("灯是一盏一盏亮起来的，人心是一户", "一户暖了又散。", 0),
        ("人是一户", "一户找回来的。", 0),
        ("石碑上刻着一个“水”字。我", "字。我每回走过都看一眼。", 3),
        ("问到后来，他自己也笑出来了", "了。", 1),
        ("水渠的来历，年轻人都不甚了", "了。", 0),
        ("渠那边的坡上有一层", "一层的梯田。", 0),
        ("闸门要摇，一点", "一点往上摇。", 0),
        ("水渠一共流过二十一", "一个村子，每村都有闸。", 1),
        ("水渠一共流过二十", "二个村子，每村都有闸。", 0),
        ("去的人有第一", "一中队，也有第三中队。", 0),
        ("谁也没看见那个", "个水怪。", 1),
        ("守渠的人没有事，就坐在一起说", "说话，抽抽烟。", 0),
        ("水从渠首源", "源不断地下来。", 0),
        # Each of them.
        ("村里分了组，户", "户都出一个人。", 0),
        ("水渠的事就讲到这里，谢", "谢大家。", 0),
        ("把石头一个", "个地搬上来。", 0),
        ("石碑上刻的就是这一个", "个字，谁都认得。", 1),
        ("墙上贴着一个", "个鲜红的手印，没有名字。", 0),
        ("大家都说要抱着“", "“水等不得人”的想法去修。", 1),
        ("村里要办好“", "好“水学堂”，谁都可以来听。", 2),
        ("渠长不是选的，是“轮", "“轮到谁家”就归谁家。", 2),
        ("修渠的人里有近一半", "一半的人没有念过书。", 2),
        ("水和泥，一半", "一半地掺。", 0),
        ("新修的水闸 26 座，", "水闸 26 座，都装了灯。", 8),
        ("水要一家一家放，所以《水规》", "《水规》第一次写上了时辰。", 4),
        ("石板落进渠里，一声“砰”", "“砰”，又是一声。", 0),
        ("他念了一遍：“", "“等水”是祖上的话，”他停下来。", 0),
        # Over a mark: the end of one clause and the beginning of the next.
        ("全村的人都来看水，水", "来看水，水就到了田里。", 5),
        ("修渠的有四千多户，干", "户，干部认得的不到三百户。", 3),
        ("大家你一句，我", "一句，我都记在本子上。", 0),
        ("一个人浇水，一个", "人浇水，一个人看闸。", 0),
        ("村里出了一份《看水的人》。名", "。名字是他起的。", 2),
        ("他往渠首走啊，走", "，走到天黑。", 0),
        # Words that are said twice by right.
        ("大家说话都客客气", "气，谁也不红脸。", 0),
        ("孩子们高", "高兴兴地回了家。", 0),
        ("这件事还要再商量", "商量，不能急。", 0),
    ],
)
def test_what_the_seam_says_twice_is_kept_once(before: str, after: str, cut: int) -> None:
    assert decide(before, after).cut == cut


def test_an_item_in_brackets_goes_on_with_the_sentence_that_has_the_others() -> None:
    begun = "守渠的人每天做三件事：（1）看水位；（2）清淤泥；"
    assert decide(begun, "（3）把放水的钟点写在墙上。").join
    assert not decide(begun, "（4）把放水的钟点写在墙上。").join
    assert not decide(
        "（2）清淤泥；", "（3）把放水的钟点写在墙上。"
    ).join  # each on a line of its own


@pytest.mark.parametrize(
    ("said", "cut"),
    [
        (("单位的渠", "外单位", "本单位", "老单位", "单干"), 1),
        (("单位的渠", "外单位", "本单位", "老单位", "单单"), 0),
        (("单位的渠", "单干", "菜单", "单身", "单薄"), 0),
    ],
)
def test_a_word_of_the_issue_tells_that_its_first_character_is_doubled(
    said: tuple[str, ...], cut: int
) -> None:
    trigrams = Trigrams()
    for text in said:
        trigrams.learn(text)
    assert decide("这条渠归市里的直属单", "单位来管，村里出工。", trigrams).cut == cut


def said(*texts: str) -> Trigrams:
    """What an issue of these texts says."""
    made = Trigrams()
    for text in texts:
        made.learn(text)
    return made


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ("村里立了用水制度制", "度，谁家先浇谁家后浇都写着。", 2),
        ("村里立了用水规章规", "章，谁家先浇谁家后浇都写着。", 0),  # the issue has it nowhere else
        ("村里的用水一步一", "步地走上了正路。", 0),
        ("村里的新制度", "度量衡一律不变。", 0),
    ],
)
def test_a_word_of_the_issue_begun_again_before_the_seam(before: str, after: str, cut: int) -> None:
    text = "用水制度是老人定的。制度写在石碑上。谁也不改制度。度量衡是县里发的。度量都有数。"
    assert decide(before, after, said(text, before, after)).cut == cut


def test_the_last_character_of_a_word_of_the_issue_is_said_once() -> None:
    text = "集体经济壮大了。经济好了，路也修了。经济是根本。个体经济也要帮。"
    before, after = "要扶持新经济", "济组织，让他们站住脚。"
    assert decide(before, after, said(text, before, after)).cut == 1
    hall = "堂上人才济济"
    assert decide(hall, "济济一堂。", said(text, hall, "济济一堂。")).cut != 1


def test_a_word_of_pairs_is_whole_whatever_the_issue_says_elsewhere() -> None:
    trigrams = Trigrams()
    trigrams.learn("大家都很客气，见面先问好。")
    assert decide("九份回函都客客气", "气，事情没有办。", trigrams).cut == 0
    assert decide("大家都很客气", "气，见面先问好。", trigrams).cut == 1


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ("这个办法已经在全省推广", "广。", 1),
        ("你要开闸，得先学会看单", "单。”他说，晚上水少。", 1),
        ("渠边的杏花开了，树下坐着他的妈", "妈。", 0),
        ("放水的事，回去再想", "想。", 0),
        ("一千九百多件", "件的意见，都记在本子上。", 1),
        ("他们在瓦底下小心翼", "翼地走。", 0),
        ("看渠的姑娘叫许冰", "冰。许冰冰是外村人。", 0),
    ],
)
def test_no_clause_ends_with_a_character_twice_but_for_few(
    before: str, after: str, cut: int
) -> None:
    trigrams = Trigrams()
    trigrams.learn(before + "\n" + after + "\n")
    assert decide(before, after, trigrams).cut == cut


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        # Nothing in the issue says that one of them is too much; it is the rule at a seam.
        ("村里建立了回访", "访问的制度，每月一次。", 1),
        # One word ends and another begins alike.
        ("日子久了，地也渐渐地", "地力足了，收成跟着上来。", 0),
        ("这件事从县里到全县", "县委都看在眼里。", 0),
        # A character that is said twice by right.
        ("他在渠上守了整", "整一个冬天，没有回家。", 0),
    ],
)
def test_one_character_twice_is_dropped_only_where_no_two_words_explain_it(
    before: str, after: str, cut: int
) -> None:
    trigrams = Trigrams()
    trigrams.learn(before + "\n" + after + "\n")
    trigrams.learn("全县动员，县委带头，全县都来修渠。县委说，县委的人先下渠，全县看县委。")
    assert decide(before, after, trigrams).cut == cut


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("全县在20", "18年修了渠", "全县在2018年修了渠"),
        ("投入21.", "4万元", "投入21.4万元"),
        ("the water", "board", "the water board"),
        ("an exam-", "ple of it", "an example of it"),
        ("修了", "渠", "修了渠"),
    ],
)
def test_lines_are_put_together_as_they_were_said(one: str, other: str, joined: str) -> None:
    assert glue(one, other) == joined


def test_text_is_set_in_lines_by_the_printers_rules() -> None:
    assert set_lines("水" * 20, 10) == (2, 10.0)
    assert set_lines("水" * 20, 10, 2.0) == (3, 2.0)
    # A closing mark hangs over the measure, an opening one goes to the next line.
    assert set_lines("水" * 10 + "，" + "水" * 10, 10) == (2, 10.0)
    assert set_lines("水" * 9 + "“" + "水" * 9, 10) == (2, 10.0)
    # A number is not torn.
    assert set_lines("水" * 9 + "2024" + "水" * 8, 10) == (2, 10.0)


def test_no_text_takes_no_more_lines_than_it_has_characters() -> None:
    assert set_lines("", 10) == (1, 0.0)
    assert set_lines("x" * 50, 10)[0] <= 50


def test_a_dash_that_ocr_halved_at_the_end_of_a_line_is_whole() -> None:
    pieces = [Piece("秋天把秸秆还给土地—第", 3, 3), Piece("二年春天地就松了，收成也好。", 5, 5)]
    built = build(pieces)
    assert built.text.value == "秋天把秸秆还给土地——第二年春天地就松了，收成也好。"
    assert [(change.before, change.after) for change in built.changes] == [("—", "——")]
    seam = next(mark for mark in built.text.marks if mark.kind is MarkKind.SEAM)
    assert built.text.value[seam.start :] == "二年春天地就松了，收成也好。"


def test_a_figure_that_is_awaited_carries_a_sentence_on() -> None:
    trigrams = Trigrams()
    trigrams.learn("水渠修好了，全村的人都来看水。书是死的，等着人来翻。")
    tail = "全县一年需要劳务支出约"
    figure = goes_on(tail, "268万元，比去年多出31万元。", trigrams)
    assert figure > goes_on(tail, "书是死的，等着人来翻；人是活的。", trigrams) + 3
    assert goes_on("老张把水渠修到了后山", "2021年，村里又种了树。", trigrams) < figure


@pytest.mark.parametrize("rest", ["还有", "另有", "其余"])
def test_how_many_are_left_of_those_that_were_counted_carries_the_count_on(rest: str) -> None:
    told, tail = Trigrams(), "清渠的人里，修闸去了83人，看水去了61人，"
    counted = goes_on(tail, f"{rest}12人守在家里。", told)
    assert counted >= 8.0
    assert goes_on(tail, f"{rest}12条船守在家里。", told) < counted


def test_what_a_book_records_is_set_apart_below_its_colon() -> None:
    above = "井台的石板换过三回，每回都在背面刻字。同样的做法，在一部旧县志里有过记载："
    below = "井必有栏，栏必有字，字漫则易之，易之必三人同往，不得独行。"
    assert not decide(above, below).join


def test_a_clause_that_begins_as_the_one_before_it_carries_it_on() -> None:
    rest, told = "一只报废，本子上都写得明白。", said("水表")
    one, other = "三年里坏了水表，一只换新，", "三年里坏了水表，老张换新，"
    assert goes_on(one, rest, told) > goes_on(other, rest, told) + 1.5


def test_a_tune_is_counted_by_the_number_above_it() -> None:
    tail, told = "他每天傍晚坐在闸边，拿出胡琴拉一", Trigrams()
    counted = goes_on(tail, "段，拉到天黑才回家。", told)
    assert counted > goes_on(tail, "段木头，挖空了就是水槽。", told) + 3


@pytest.mark.parametrize("opening", ["当然", "总之", "需要提醒的是", "值得注意的是"])
def test_what_opens_a_paragraph_carries_no_broken_word_on(opening: str) -> None:
    tail = "渠水浑的时候看不"
    trigrams = said(tail, f"{opening}，渠水不要多放。")
    assert goes_on(tail, "清闸门，要等它沉一夜。", trigrams) > goes_on(
        tail, f"{opening}，渠水不要多放。", trigrams
    )


def test_one_by_one_is_no_dash_where_the_page_parts_the_only_one() -> None:
    first = "渠水的账管了三十年，那一年冬天是管水的人三十年里唯"
    parts = ["渠水记", "张水", first, "一一次没有上渠，因为渠冻住了，闸门也冻住了。"]
    found = restored("\n\n".join(parts)).issue
    block = found.articles[0].blocks[0]
    assert isinstance(block, Paragraph)
    assert block.text.value.endswith("三十年里唯一一次没有上渠，因为渠冻住了，闸门也冻住了。")


@pytest.mark.parametrize(
    ("seam", "told", "cut"),
    [
        (("每个星期四晚上，管水的人都到各户家里坐", "坐，说说水账。"), "", 0),
        (("他专门到上游去打听", "听，水是浑的。"), "他到上游打听水的事，打听了三年。", 1),
    ],
)
def test_what_somebody_does_for_a_while_ends_a_clause(
    seam: tuple[str, str], told: str, cut: int
) -> None:
    assert decide(*seam, said(told, *seam)).cut == cut


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ("图纸是画了的，好心的师傅却把水口给堵上了。", "给堵上了。", 5),
        ("图纸是画了的，好心的师傅却把水口给堵上了。", "堵上了。", 0),
        ("师傅没有看图纸。给堵上了。", "给堵上了。", 0),
    ],
)
def test_the_end_of_a_sentence_that_is_said_again_and_nothing_else(
    before: str, after: str, cut: int
) -> None:
    assert decide(before, after).cut == cut


def test_thanks_are_said_twice_be_the_word_nowhere_else_in_the_issue() -> None:
    seam = "水渠的事就讲到这里，谢", "谢大家！"
    assert decide(*seam, said("大家都来看水。大家都来修渠。", *seam)).cut == 0


def test_a_paragraph_that_counts_on_begins_anew_though_the_one_above_is_cut_off() -> None:
    cut, rest = "第二次进村，是来看渠的。水很浑，我一口气", "第三次进村，就不走了。"
    assert not decide(cut, rest).join
    assert decide(cut, rest).doubt == "cut"
    # Within one sentence the times may well be counted: a clause ends there.
    assert decide("第二次进村，看的是渠，", rest).join
    assert decide("第二次进村，是在", rest).join


@pytest.mark.parametrize(
    ("before", "after", "cut"),
    [
        ("每一笔钱都要经得起渠水的冲刷、经得起群众的", "的打量。", 1),
        ("讲得都很好，有事例、有", "有数据、有反思，大家听了都说好。", 1),
        ("老张说渠里的水是浑的", "的确要停一天。", 0),
        ("渠上有人、有", "有关的账本，有船。", 0),
        ("一是夜里巡渠；二是", "是把闸门的油换成新的。", 1),
        ("一是夜里巡渠；二是一步", "一步把闸门抬起来，水就过去了。", 0),
        ("撞开的是一扇", "一扇闸门，水就过去了。", 2),
        ("管水的人也没有睁一只眼闭一只", "一只眼，该罚的照罚。", 2),
        ("每户该放的水都印成一张", "一张小卡片，贴在门上。", 2),
    ],
)
def test_words_that_are_hardly_ever_said_twice(before: str, after: str, cut: int) -> None:
    assert decide(before, after, Trigrams()).cut == cut
