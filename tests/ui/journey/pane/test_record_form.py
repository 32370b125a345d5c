"""The fields of one record."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.journey.take import IfMissing, JsonPlace, PatternPlace, Take
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.desk import Desk
from ui.journey.pane.field import Field, LineField
from ui.journey.pane.record_form import RecordForm
from ui.journey.pane.take_kinds import TAKE_SPECS

TAKE = Take("order_id", JsonPlace(("id",)))


@pytest.fixture
def form(desk: Desk, qtbot: QtBot) -> RecordForm:
    form = RecordForm(desk, TAKE_SPECS)
    qtbot.addWidget(form)
    form.show_record(TAKE)
    form.show()
    return form


def line(form: RecordForm, attribute: str) -> LineField:
    field = form.fields[attribute]
    assert isinstance(field, LineField)
    return field


def test_a_change_is_told_with_its_field(form: RecordForm) -> None:
    told = heard(form.edited)
    QTest.keyClicks(line(form, "variable").edit, "s")
    assert told == [(Take("order_ids", JsonPlace(("id",))), "variable")]
    assert form.record.variable == "order_ids"


def test_only_fields_that_mean_something_are_seen(form: RecordForm) -> None:
    def seen(field: Field) -> bool:
        return field.isVisible()

    assert not seen(form.fields["nth"])
    assert not seen(form.fields["default"])
    form.show_record(Take("x", PatternPlace("a(b)"), if_missing=IfMissing.DEFAULT))
    assert seen(form.fields["nth"])
    assert seen(form.fields["default"])


def test_what_was_changed_elsewhere_is_not_undone(form: RecordForm) -> None:
    told = heard(form.edited)
    form.take_over(Take("order_id", JsonPlace(("other",))))
    QTest.keyClicks(line(form, "variable").edit, "s")
    assert told[0][0] == Take("order_ids", JsonPlace(("other",)))
