"""Whatever a text says, it is shown as text."""

from pytestqt.qtbot import QtBot

from ui.widget.text import ElidedLabel, label, set_pill, set_role

HOSTILE = "<b>bold</b><img src='http://x'>"


def test_markup_is_text(qtbot: QtBot) -> None:
    plain, hostile = label("x" * len(HOSTILE)), label(HOSTILE)
    for widget in (plain, hostile):
        qtbot.addWidget(widget)
    assert hostile.text() == HOSTILE
    assert hostile.sizeHint().height() == plain.sizeHint().height()
    assert hostile.sizeHint().width() > plain.sizeHint().width() / 2


def test_a_label_changes_its_look(qtbot: QtBot) -> None:
    widget = label("Running", pill="accent")
    qtbot.addWidget(widget)
    set_pill(widget, "bad")
    set_role(widget, "strong")
    assert (widget.property("pill"), widget.property("role")) == ("bad", "strong")


def test_a_long_text_gives_way_and_its_tip_tells_the_whole(qtbot: QtBot) -> None:
    widget = ElidedLabel("A very long title that has no room at all in so little space", "h1")
    qtbot.addWidget(widget)
    widget.resize(120, 30)
    widget.show()
    widget.grab()
    assert widget.toolTip() == widget.text()
    assert widget.minimumSizeHint().width() < 120
    widget.setText("Short")
    widget.grab()
    assert not widget.toolTip()
