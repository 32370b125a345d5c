"""Every way to make up a variable."""

from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from studio.journey.made import Clock, Counter, Date, How, Integer, Letters, Made, OneOf, Uuid
from ui.journey.pane.desk import Desk
from ui.journey.pane.made_kinds import HOWS, MADE_SPECS, how_text
from ui.journey.pane.record_form import RecordForm
from ui.journey.pane.union_form import Kind


def test_there_are_words_for_all_of_them() -> None:
    assert set(HOWS) == set(get_args(How))


@pytest.mark.parametrize("kind", HOWS.values(), ids=lambda it: str(it.words))
def test_a_new_one_can_be_shown(kind: Kind, desk: Desk, qtbot: QtBot) -> None:
    made = Made("value", kind.new())
    form = RecordForm(desk, MADE_SPECS)
    qtbot.addWidget(form)
    form.show_record(made)
    assert form.record == made


@pytest.mark.parametrize(
    ("how", "text"),
    [
        (Uuid(), ""),
        (Clock(), "ms"),
        (Integer(1, 9), "1 – 9"),
        (OneOf(("a", "b")), "a, b"),
        (Letters(8), "8"),
        (Counter(5), "5, 6, …"),
        (Date(-1, "%d.%m."), "%d.%m. -1"),
    ],
)
def test_the_particulars_of_a_way_are_short(how: How, text: str) -> None:
    assert how_text(how) == text
