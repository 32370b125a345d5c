"""A record of one of several kinds."""

from pytestqt.qtbot import QtBot

from studio.journey.auth import BasicAuth, BearerAuth, NoAuth
from studio.journey.template import Variable
from tests.ui.journey.pane.heard import heard
from ui.journey.pane.auth_kinds import AUTHS
from ui.journey.pane.desk import Desk
from ui.journey.pane.union_form import UnionField, UnionForm


def test_another_kind_begins_anew_and_the_former_is_remembered(desk: Desk, qtbot: QtBot) -> None:
    form = UnionForm(desk, "Signs in", AUTHS)
    qtbot.addWidget(form)
    told = heard(form.edited)
    form.show_record(BearerAuth((Variable("token"),)))
    form.kind_box.chosen_changed.emit(1)
    form.kind_box.chosen_changed.emit(2)
    assert told == [(BasicAuth("", ""), "kind"), (BearerAuth((Variable("token"),)), "kind")]


def test_a_kind_without_fields_shows_none(desk: Desk, qtbot: QtBot) -> None:
    form = UnionForm(desk, "Signs in", AUTHS)
    qtbot.addWidget(form)
    form.show_record(NoAuth())
    assert form.form.isHidden()
    assert form.record == NoAuth()


def test_as_a_field_it_tells_the_record(desk: Desk, qtbot: QtBot) -> None:
    field = UnionField(desk, "Signs in", AUTHS)
    qtbot.addWidget(field)
    told = heard(field.edited)
    field.show_value(NoAuth())
    field.union.kind_box.chosen_changed.emit(2)
    assert told == [BearerAuth("")]
