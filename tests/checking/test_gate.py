"""Which texts are read at all."""

from __future__ import annotations

import pytest

from onrecord.checking.gate import worth_reading


@pytest.mark.parametrize(
    "text",
    [
        "The United States VETOED it.",
        "China abstained.",
        "The Security Council met.",
        "the general assembly",
        "resolution 242",
        "It passed by a vote of 14 to one.",
        "More than 36,000 had been killed in Gaza.",
        "Washington gives $3.8bn a year in military aid.",
        "Britain is one of the five permanent members.",
        "The U.N. has 193 member states.",
        "Fourteen were in favour.",
    ],
)
def test_a_word_of_votes_bodies_or_figures_opens_it(text: str) -> None:
    assert worth_reading(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "The baker opens at six and sells out before nine.",
        "Arsenal beat Chelsea 3-1 on Wednesday.",
        "Rain is forecast for the weekend, and the trains run late.",
        "She sanded the chair, oiled it and put it by the window.",
    ],
)
def test_nothing_of_the_kind_keeps_it_shut(text: str) -> None:
    assert not worth_reading(text)
