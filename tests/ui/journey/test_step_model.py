"""The lines as a model: rows that stay the same stay."""

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from studio.journey.editing import delete
from studio.journey.journey import Journey
from studio.journey.moving import move_up
from tests.rich_journeys import rich_journeys
from tests.ui.journey.sample_beside import wires_of
from tests.ui.journey.sample_journey import CHECKOUT
from tests.ui.run.heard import all_heard
from ui.journey.step_model import LINE_ROLE, MIME, Beside, Mark, StepModel, Told
from ui.journey.tree_lines import lines_of


@pytest.fixture
def model(qapp: QApplication) -> StepModel:
    assert qapp
    model = StepModel(str)
    model.show_lines(lines_of(CHECKOUT), {"r4": "n2", "n4": "n30", "r7": "n4"})
    return model


def test_a_row_that_stays_is_not_touched(model: StepModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    pay = QPersistentModelIndex(model.index(model.rows["n7"]))
    model.show_lines(lines_of(delete(CHECKOUT, ["n2"]).journey), {})
    assert pay.isValid()
    assert pay.data() == "Pay"
    assert pay.data(LINE_ROLE).number == 6
    model.show_lines(lines_of(move_up(CHECKOUT, ["n5"]).journey), {})
    assert pay.data() == "Pay"


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rich_journeys, rich_journeys)
@pytest.mark.usefixtures("qapp")
def test_any_journey_can_follow_any_other(one: Journey, other: Journey) -> None:
    model = StepModel(str)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for journey in (one, other, one):
        lines = lines_of(journey)
        model.show_lines(lines, {})
        assert model.lines == lines
        assert model.rowCount() == len(lines)


def test_what_is_hidden_is_found_at_the_line_that_hides_it(model: StepModel) -> None:
    assert model.rows["r4"] == model.rows["n2"]
    assert model.rows["r7"] == model.rows["n4"] == model.rows["n30"]


def test_a_reader_hears_all_that_is_painted(model: StepModel) -> None:
    told = {"n7": Told(has_passed=False, ms=384.2)}
    model.show_beside(Beside(marks={"n7": Mark("“x” is unknown.", is_bad=True)}, told=told))
    said = model.index(model.rows["n7"]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "7 Pay POST /orders failed after 384 ms “x” is unknown."
    off = model.index(model.rows["n12"]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert off == "12 Subscribe to news POST /newsletter off"
    tip = model.index(model.rows["n7"]).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "“x” is unknown."


def test_wires_follow_the_rows(model: StepModel) -> None:
    within = {"r2": "n1", "r6": "n3", "r7": "n4", "r8": "n5", "r9": "n7", "r10": "n8", "r20": "n6"}
    model.show_lines(lines_of(CHECKOUT), within)
    model.show_beside(Beside(wires=wires_of(CHECKOUT)))
    marks = {it.variable: it.mark for it in model.strands(model.rows["n5"])}
    assert marks == {"token": "ring", "product_id": "ring", "basket_id": "dot"}
    model.mark_chosen([model.rows["n7"]])
    mine = {it.variable for it in model.strands(model.rows["n7"]) if it.is_mine}
    assert mine == {"token", "order_id"}


def test_a_name_that_was_typed_is_told_and_nothing_else_changes(model: StepModel) -> None:
    named = all_heard(model.named)
    index = model.index(model.rows["n7"])
    assert model.setData(index, "  Pay now ")
    assert not model.setData(index, "  ")
    assert not model.setData(index, "Pay")
    assert named == [("n7", "Pay now")]
    assert index.data() == "Pay"


def test_sections_stay_and_nothing_is_dragged_where_nothing_may_be_changed(
    model: StepModel,
) -> None:
    dragged, chosen = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsSelectable
    assert not model.flags(model.index(model.rows["again"])) & (dragged | chosen)
    step = model.index(model.rows["n7"])
    assert model.flags(step) & dragged
    assert model.flags(step) & Qt.ItemFlag.ItemIsEditable
    model.fix(is_fixed=True)
    assert not model.flags(step) & dragged
    assert not model.flags(step) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(step) & chosen


def test_what_is_dragged_is_the_loop_around_a_step(model: StepModel) -> None:
    indexes = [model.index(model.rows["n5"]), model.index(model.rows["n4"])]
    data = model.mimeData(indexes).data(MIME)
    assert bytes(data.data()).decode() == "n30\nn5"
