"""Every place a value may be taken from."""

from typing import get_args

import pytest
from pytestqt.qtbot import QtBot

from studio.journey.take import Decoding, IfMissing, Keep, Place
from studio.journey.typed_line import read_variable
from ui.journey.pane.desk import Desk
from ui.journey.pane.record_form import RecordForm
from ui.journey.pane.take_kinds import (
    DECODINGS,
    IF_MISSING,
    KEEPS,
    PLACES,
    TAKE_SPECS,
    new_take,
    place_words,
)
from ui.journey.pane.union_form import Kind


def test_there_are_words_for_all_of_them() -> None:
    assert set(PLACES) == set(get_args(Place))
    assert (set(DECODINGS), set(KEEPS), set(IF_MISSING)) == (
        *(set(Decoding), set(Keep), set(IfMissing)),
    )


@pytest.mark.parametrize("kind", PLACES.values(), ids=lambda it: str(it.words))
def test_a_new_one_has_a_name_and_can_be_shown(kind: Kind, desk: Desk, qtbot: QtBot) -> None:
    place = kind.new()
    take = new_take(place)
    assert read_variable(take.variable) == take.variable
    assert place_words(place).where
    form = RecordForm(desk, TAKE_SPECS)
    qtbot.addWidget(form)
    form.show_record(take)
    assert form.record == take
