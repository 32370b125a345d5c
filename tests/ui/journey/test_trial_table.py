from pytestqt.qtbot import QtBot

from tests.ui.journey.sample_trial import found
from ui.journey.trial_table import TrialTable
from ui.theme.theme import Theme
from ui.widget.button import Button


def test_lines_stay_in_their_order_and_only_some_can_be_taken(theme: Theme, qtbot: QtBot) -> None:
    table = TrialTable(theme, str)
    qtbot.addWidget(table)
    lines = found()[3]
    for _ in range(2):  # shown anew it offers each line once
        table.show_lines(lines, "Before", may_take=True)
    names = [str(table.model().index(row, 0).data()) for row in range(table.model().rowCount())]
    assert [it.partition(":")[0] for it in names] == [it.name for it in lines]
    assert table.indexWidget(table.model().index(0, 2)) is None
    offered = table.indexWidget(table.model().index(4, 2))
    assert offered is not None
    assert offered.findChild(Button, "take_it") is not None
    assert not table.isSortingEnabled()
