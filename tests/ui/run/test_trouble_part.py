"""What went wrong, and what stands behind it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from studio.measurement.example import ExampleKind
from studio.run.trouble import NO_TROUBLE
from tests.ui.run.sample_run import make_snapshot
from ui.bridge.language import Say
from ui.run.example_view import ExampleView
from ui.run.text_view import TextView
from ui.run.trouble_part import (
    TroublePart,
    exceptions_part,
    failures_part,
    log_part,
    slow_part,
)
from ui.theme.theme import Theme

SNAPSHOT = make_snapshot(40)
Shown = Callable[[Callable[[Theme, Say], TroublePart]], TroublePart]


@pytest.fixture
def shown(
    theme: Theme, qtbot: QtBot
) -> Callable[[Callable[[Theme, Say], TroublePart]], TroublePart]:
    def show(make: Callable[[Theme, Say], TroublePart]) -> TroublePart:
        part = make(theme, str)
        qtbot.addWidget(part)
        part.resize(1000, 600)
        part.show()
        part.begin()
        return part

    return show


@pytest.mark.parametrize("make", [failures_part, slow_part, exceptions_part, log_part])
def test_each_begins_empty_and_opens_once_a_row_is_chosen(
    shown: Shown, make: Callable[[Theme, Say], TroublePart], qtbot: QtBot
) -> None:
    part = shown(make)
    assert part.rows.empty_label.isVisible()
    part.show_snapshot(SNAPSHOT)
    assert part.view.isHidden()
    with qtbot.waitSignal(part.opened):
        part.rows.table.selectRow(0)
    assert part.view.isVisible()
    with qtbot.assertNotEmitted(part.opened):
        part.show_snapshot(SNAPSHOT)
    part.begin()
    assert part.view.isHidden()


def test_a_cause_shows_its_examples_while_its_count_grows(shown: Shown) -> None:
    part = shown(failures_part)
    part.show_snapshot(SNAPSHOT)
    part.rows.table.selectRow(0)
    view = part.view
    assert isinstance(view, ExampleView)
    assert view.place_label.text() == "1 of 2 kept"
    view.answer_text.selectAll()
    trouble = SNAPSHOT.trouble
    more = tuple(replace(cause, count=cause.count + 1) for cause in trouble.causes)
    for _ in range(5):
        part.show_snapshot(replace(SNAPSHOT, trouble=replace(trouble, causes=more)))
    assert view.answer_text.textCursor().hasSelection()
    part.rows.table.selectRow(1)
    assert view.headline.text().startswith("No exchange of this cause")


def test_slow_ones_and_those_asked_for_are_one_list(shown: Shown) -> None:
    part = shown(slow_part)
    asked = replace(SNAPSHOT.trouble.examples[0], kind=ExampleKind.ASKED)
    examples = (*SNAPSHOT.trouble.examples, asked)
    trouble = replace(SNAPSHOT.trouble, examples=examples)
    part.show_snapshot(replace(SNAPSHOT, trouble=trouble))
    assert part.rows.matches == (2, 2)
    part.rows.table.selectRow(0)
    assert isinstance(part.view, ExampleView)
    assert part.view.place_label.text() == "1 of 1 kept"


def test_an_exception_shows_its_way(shown: Shown) -> None:
    part = shown(exceptions_part)
    part.show_snapshot(SNAPSHOT)
    part.rows.table.selectRow(0)
    assert isinstance(part.view, TextView)
    assert part.view.text.toPlainText().startswith("Traceback")


def test_a_line_of_the_log_can_be_read_whole(shown: Shown) -> None:
    part = shown(log_part)
    part.show_snapshot(SNAPSHOT)
    part.rows.table.selectRow(0)
    assert isinstance(part.view, TextView)
    assert part.view.text.toPlainText() == "CPU usage above 90%!"


def test_a_run_without_trouble_says_so(shown: Shown) -> None:
    part = shown(failures_part)
    part.show_snapshot(replace(SNAPSHOT, trouble=NO_TROUBLE))
    assert part.rows.empty_label.text() == "No request has failed."
    assert part.rows.empty_label.isVisible()
