"""What is seldom said about a request."""

from dataclasses import replace

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.journey.pane.heard import heard, parts_of
from tests.ui.journey.pane.sample import PAID
from ui.journey.pane.desk import Desk
from ui.journey.pane.record_form import RecordForm
from ui.journey.pane.request_options import OPTIONS


def test_an_empty_line_leaves_it_to_the_journey(desk: Desk, qtbot: QtBot) -> None:
    form = RecordForm(desk, OPTIONS)
    qtbot.addWidget(form)
    told = heard(form.edited)
    form.show_record(replace(PAID, answer_within_s=2.5, endpoint="/o"))
    fields = {name: parts_of(field) for name, field in form.fields.items()}
    within = fields["answer_within_s"].edit
    assert within.text() == "2.5"
    within.selectAll()
    QTest.keyClicks(within, " ")
    QTest.keyClicks(fields["endpoint"].edit, "x")
    fields["host"].take("api")
    record = told[-1][0]
    assert (record.answer_within_s, record.endpoint, record.host) == (None, "/ox", "api")
