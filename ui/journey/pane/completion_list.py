"""CompletionList: the variables that may stand here, below the cursor while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui.journey.pane.desk import Completion, Desk
from ui.theme.fonts import mono_font

_MOST_SHOWN = 8
_MOST = 200
_WIDTH_PX, _LINE_PX, _EDGE_PX = 340, 26, 10


def matching(completions: Sequence[Completion], typed: str) -> list[Completion]:
    """Return what goes on from what was typed; what begins with it comes first."""
    word = typed.casefold()
    found = [it for it in completions if word in it.name.casefold()]
    return sorted(found, key=lambda it: not it.name.casefold().startswith(word))[:_MOST]


class CompletionList(QListWidget):
    """A list that never takes the focus: its edit hands it the keys.

    Signals:
        taken: The name that was chosen.
    """

    taken = Signal(str)

    def __init__(self, desk: Desk, edit: QWidget) -> None:
        super().__init__(edit)
        self._desk, self._edit = desk, edit
        self.hide()
        self.setObjectName("completion_list")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFont(mono_font())
        self.itemClicked.connect(self._take)

    def offer(self, typed: str, below: QPoint) -> None:
        """Show what goes on from what was typed; nothing is shown where nothing does.

        Args:
            typed: What stands behind the braces.
            below: Where the cursor stands, on the screen.
        """
        found = matching(self._desk.around.completions, typed)
        self.clear()
        for completion in found:
            self.addItem(_item(completion))
        if not found:
            self.hide()
            return
        self.setCurrentRow(0)
        width = max(_WIDTH_PX, self.sizeHintForColumn(0) + 2 * _EDGE_PX)
        self.resize(width, min(len(found), _MOST_SHOWN) * _LINE_PX + _EDGE_PX)
        self._stand(below)

    def step(self, by: int) -> None:
        """Choose one further down, or up."""
        self.setCurrentRow((self.currentRow() + by) % self.count())

    def take_current(self) -> None:
        """Take what is chosen."""
        self._take(self.currentItem())

    def _stand(self, below: QPoint) -> None:
        """Stand over the window, not within what scrolls, and not beyond its edges."""
        window = self._edit.window()
        self.setParent(window)
        place = window.mapFromGlobal(below)
        left = max(0, min(place.x(), window.width() - self.width()))
        top = place.y()
        if top + self.height() > window.height():
            top = max(0, top - self.height() - _LINE_PX)
        self.move(left, top)
        self.show()
        self.raise_()

    def _take(self, item: QListWidgetItem) -> None:
        self.hide()
        self.taken.emit(item.data(Qt.ItemDataRole.UserRole))


def _item(completion: Completion) -> QListWidgetItem:
    words = f"{completion.name}   {completion.detail}" if completion.detail else completion.name
    item = QListWidgetItem(words)
    item.setData(Qt.ItemDataRole.UserRole, completion.name)
    item.setSizeHint(QSize(0, _LINE_PX))
    return item
