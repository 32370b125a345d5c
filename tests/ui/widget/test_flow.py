"""Parts that go on in the next line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui.widget.flow import Flow


def parts_in(width: int, qtbot: QtBot, *, is_mirrored: bool = False) -> list[tuple[int, int]]:
    parts = [QLabel(str(number)) for number in range(3)]
    for part in parts:
        part.setFixedSize(100, 20)
    page = QWidget()
    qtbot.addWidget(page)
    if is_mirrored:
        page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    flow = Flow(*parts, spacing=10)
    page.setLayout(flow)
    page.setFixedWidth(width)
    page.resize(width, flow.heightForWidth(width))
    page.show()
    qtbot.waitExposed(page)
    found = [(part.x(), part.y()) for part in parts]
    assert page.height() >= max(y for _, y in found) + 20
    return found


def test_a_line_is_filled_before_the_next_begins(qtbot: QtBot) -> None:
    assert parts_in(400, qtbot) == [(0, 0), (110, 0), (220, 0)]
    assert parts_in(220, qtbot) == [(0, 0), (110, 0), (0, 25)]


def test_right_to_left_it_begins_at_the_right(qtbot: QtBot) -> None:
    assert parts_in(400, qtbot, is_mirrored=True) == [(300, 0), (190, 0), (80, 0)]


def test_hidden_parts_take_no_room(qtbot: QtBot) -> None:
    flow = Flow(QLabel("a"), QLabel("b"), spacing=10)
    page = QWidget()
    qtbot.addWidget(page)
    page.setLayout(flow)
    wide = flow.sizeHint().width()
    item = flow.itemAt(1)
    assert item is not None
    widget = item.widget()
    assert widget is not None
    widget.hide()
    assert flow.sizeHint().width() < wide
    assert flow.itemAt(9) is None
    assert flow.count() == 2
