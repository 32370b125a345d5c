"""A trial is looked at, request by request, by mouse and keys, while it goes on and after."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studio.errors import EngineError
from studio.phrase import Phrase
from studio.trial.comparing import against_trial
from studio.trial.difference import Difference
from tests.studio.trial.trials import BEGAN
from tests.ui.journey.sample_trial import before, found, session, trial
from tests.ui.run.heard import all_heard, heard
from ui.journey.trial_panel import EMPTY_PX, USUAL_PX, TrialPanel
from ui.theme.theme import Theme
from ui.widget.button import Button

LEFT = Qt.MouseButton.LeftButton
RECORDED = Phrase("journey", "Recorded 2 May")


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> TrialPanel:
    panel = TrialPanel(theme, str)
    qtbot.addWidget(panel)
    panel.resize(980, USUAL_PX)
    panel.show()
    return panel


def cells(panel: TrialPanel, line: int) -> list[str]:
    model = panel.trial_table.model()
    return [str(model.index(line, column).data()) for column in range(model.columnCount())]


def offer(panel: TrialPanel, line: int) -> Button | None:
    table = panel.trial_table
    found = table.indexWidget(table.model().index(line, 2))
    holder = cast("QWidget | None", found)  # its stubs know of no None
    return None if holder is None else holder.findChild(Button, "take_it")


def text(panel: TrialPanel) -> str:
    return panel.body.text.toPlainText()


def test_before_the_first_trial_it_says_what_a_trial_is(panel: TrialPanel, qtbot: QtBot) -> None:
    assert panel.nothing_label.text().startswith("Try once walks through the journey")
    assert panel.maximumHeight() == EMPTY_PX
    assert not panel.trial_segment.isVisible()
    with qtbot.waitSignal(panel.try_asked):
        QTest.mouseClick(panel.head.try_button, LEFT)


def test_while_it_goes_on_the_newest_answer_is_shown_and_it_can_be_stopped(
    panel: TrialPanel, qtbot: QtBot
) -> None:
    panel.show_trial(trial(until=0))
    assert panel.nothing_label.text() == "The first answer is on its way…"
    panel.show_trial(trial(until=2))
    assert panel.head.facts_label.text().startswith("2 of 5 steps walked")
    assert panel.head.progress.is_on
    assert panel.head.progress.share == pytest.approx(0.4)
    assert panel.place.headline.text().startswith("Open home · GET / · 200")
    assert not panel.place.again_button.isVisible()
    with qtbot.waitSignal(panel.cancel_asked):
        QTest.mouseClick(panel.head.cancel_button, LEFT)
    panel.show_trial(trial(until=3))
    assert panel.place.count_label.text() == "3 of 3"
    assert panel.body.currentIndex() == 1  # it is an image


def test_what_differs_is_said_line_by_line_and_can_be_taken(
    panel: TrialPanel, qtbot: QtBot
) -> None:
    panel.show_trial(trial(), found(), RECORDED)
    assert panel.head.title_label.text() == "Last trial"
    assert panel.head.facts_label.text().startswith("5 of 5 steps passed · 0.8 s and 29 s of")
    assert panel.place.headline.text().startswith("Pay · POST /orders · 201 · 384\u202fms")
    header = panel.trial_table.model().headerData(0, Qt.Orientation.Horizontal)
    assert header == "Recorded 2 May"
    assert cells(panel, 0) == [
        *("id: 8812", "id: 9054", "taken as order_id, used in Order status"),
    ]
    asked = all_heard(panel.take_asked)
    button = offer(panel, 4)
    assert button is not None
    QTest.mouseClick(button, LEFT)
    ((request, line),) = asked
    assert request == "r6"
    assert isinstance(line, Difference)
    assert (line.name, line.uses) == ("csrf", ("r8",))
    panel.trial_table.setCurrentIndex(panel.trial_table.model().index(4, 0))
    with qtbot.waitSignal(panel.take_asked):
        QTest.keyClick(panel.trial_table, Qt.Key.Key_Return)


def test_of_a_journey_that_is_only_looked_at_nothing_can_be_taken(
    panel: TrialPanel, qtbot: QtBot
) -> None:
    panel.show_trial(trial(), found(), RECORDED)
    panel.fix(is_fixed=True)
    assert offer(panel, 4) is None
    panel.trial_table.setCurrentIndex(panel.trial_table.model().index(4, 0))
    with qtbot.assertNotEmitted(panel.take_asked):
        QTest.keyClick(panel.trial_table, Qt.Key.Key_Return)


def test_a_failed_request_is_shown_first_with_what_was_said_of_it(panel: TrialPanel) -> None:
    failed = trial(status=500)
    panel.show_trial(failed, against_trial(failed, before()), RECORDED)
    assert panel.head.title_label.text() == "Last trial failed"
    assert panel.place.problem_label.text() == "status 500 instead of 201"
    assert cells(panel, 0)[:2] == ["HTTP status: 201", "HTTP status: 500"]


def test_request_answer_cookies_and_values_are_texts(panel: TrialPanel) -> None:
    panel.show_trial(trial(), found(), RECORDED)
    panel.trial_segment.choose(1)
    assert text(panel).startswith("POST http://shop.test/orders\nHost: shop.test\n\n{")
    panel.trial_segment.choose(2)
    assert text(panel) == "session: 9f8e7d"
    panel.trial_segment.choose(3)
    assert "order_id ← JSON $.id = 9054" in text(panel)
    assert "✓ Status is 201   was 201" in text(panel)
    assert "account.username: ann" in text(panel)
    panel.trial_segment.choose(0)
    QTest.mouseClick(panel.place.whole_button, LEFT)
    assert text(panel).startswith("HTTP 201\nContent-Type: application/json\n\n{\n")


def test_buttons_go_from_request_to_request_and_tell_of_it(panel: TrialPanel) -> None:
    panel.show_trial(trial())
    assert not panel.place.previous_button.isEnabled()
    chosen = heard(panel.request_chosen, str)
    QTest.mouseClick(panel.place.next_button, LEFT)
    assert chosen == ["r2"]
    assert "── Words on the page ──\nShop\nShop\nAll boots" in text(panel)
    panel.show_trial(trial())
    assert panel.place.count_label.text() == "2 of 6"  # it stays where one looks


def test_what_is_chosen_in_the_tree_is_shown(panel: TrialPanel) -> None:
    panel.show_trial(trial())
    panel.show_place(["n7"])
    assert panel.place.headline.text().startswith("Order status · GET /orders/[id]")
    panel.show_place(["nothing of this trial"])
    asked = heard(panel.again_from_asked, str)
    QTest.mouseClick(panel.place.again_button, LEFT)
    assert asked == ["n7"]


def test_an_engine_that_failed_says_why_and_what_to_do(panel: TrialPanel) -> None:
    heard = session()
    heard.receive(BEGAN)
    remedy = Phrase("engine", "Set {name} first.").of(name="KEY\x1b")
    heard.end(EngineError(Phrase("engine", "It ended early."), remedy=remedy))
    panel.show_trial(heard.snapshot())
    assert panel.nothing_label.text() == "It ended early. Set KEY\\x1b first."
    assert panel.head.try_button.isVisible()


def test_more_room_is_given_and_taken_back(panel: TrialPanel, qtbot: QtBot) -> None:
    panel.show_trial(trial())
    with qtbot.waitSignal(panel.expanded):
        QTest.mouseClick(panel.head.expand_button, LEFT)
    assert panel.minimumHeight() > USUAL_PX
    QTest.mouseClick(panel.head.expand_button, LEFT)
    assert panel.maximumHeight() == USUAL_PX
    panel.clear()
    assert panel.maximumHeight() == EMPTY_PX


@pytest.mark.parametrize("name", ["light", "dark"])
def test_it_is_painted_in_both_themes(panel: TrialPanel, theme: Theme, name: str) -> None:
    shown: list[Callable[[], None]] = [
        panel.clear,
        lambda: panel.show_trial(trial(until=3)),
        lambda: panel.show_trial(trial(), found(), RECORDED),
    ]
    theme.use(name)
    for show in shown:
        show()
        image = panel.grab().toImage()
        assert image.width() == 980
        colours = {image.pixelColor(x, y).name() for x in range(0, 980, 7) for y in range(0, 80, 3)}
        assert theme.tokens.surface.lower() in colours
        assert len(colours) > 3
