"""Every check that may be held against an answer."""

from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from studio.journey.check import Check, HeaderCheck, OnFailure, Operator, SizeCheck, StatusCheck
from ui.journey.pane.check_kinds import CHECKS, check_words, is_usual
from ui.journey.pane.desk import Desk
from ui.journey.pane.making import ON_FAILURE, OPERATORS
from ui.journey.pane.union_form import Kind, UnionForm


def test_there_are_words_for_all_of_them() -> None:
    assert set(CHECKS) == set(get_args(Check))
    assert (set(OPERATORS), set(ON_FAILURE)) == (set(Operator), set(OnFailure))


@pytest.mark.parametrize("kind", CHECKS.values(), ids=lambda it: str(it.words))
def test_a_new_one_can_be_said_and_shown(kind: Kind, desk: Desk, qtbot: QtBot) -> None:
    check = kind.new()
    assert check_words(check).wanted
    assert is_usual(check)
    form = UnionForm(desk, "Check", CHECKS)
    qtbot.addWidget(form)
    form.show_record(check)
    assert form.record == check


def test_a_check_reads_as_a_sentence() -> None:
    assert check_words(StatusCheck((201,), (3,))).wanted == "201, 3xx"
    header = check_words(HeaderCheck("Age", Operator.AT_MOST, "60"))
    assert (str(header.subject), header.of, str(header.how), header.wanted) == (
        *("Header", "Age", "is at most", "“60”"),
    )
    assert check_words(SizeCheck(Operator.LESS, 10_000)).wanted == "10\u202f000 B"
