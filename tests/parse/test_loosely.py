"""What is said again with other particles is found, and what is not is told at once."""

from __future__ import annotations

from converter.parse.assemble.loosely import SaidLoosely, without_particles


def test_particles_tell_no_two_texts_apart() -> None:
    assert (
        without_particles("他却不是渡口的人") == without_particles("他不是渡口人") == "他不是渡口人"
    )


def test_a_text_stands_again_where_another_one_says_it_but_for_particles() -> None:
    said = SaidLoosely(["灯亮着船也会回来", "摆渡的人说灯亮船就会回来不用急", "雨停了"])
    assert said.may_stand_again(without_particles("灯亮着船也会回来"))
    assert not said.may_stand_again(without_particles("雨停了"))


def test_who_has_asked_very_often_is_told_nothing() -> None:
    said = SaidLoosely(["雨停", "风起"])
    answers = [said.may_stand_again("雨停") for _ in range(300)]
    assert answers[:2] == [False, False]
    assert answers[-1]
