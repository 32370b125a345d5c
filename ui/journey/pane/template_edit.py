"""TemplateEdit: a text with `{{variables}}` in it, completed while one types."""

import re
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QTextBlock,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolTip

from studio.journey.template import TemplateError, Text, marks_in, put_together, take_apart
from studio.phrase import Phrase
from ui.journey.pane.completion_list import CompletionList
from ui.journey.pane.desk import Desk
from ui.journey.pane.exact_text import ExactText
from ui.journey.pane.repair_menu import add_repairs
from ui.journey.pane.template_marks import TemplateMarks, in_utf16
from ui.widget.layout import restyle

LONGEST = 200_000
"""A longer text is shown from its beginning and cannot be edited: each key would take too long."""

_TYPED = re.compile(r"\{\{([^{}\r\n]{0,100})$")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OF_THE_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Delete)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
Mark = tuple[int, int, str]
"""Where a variable begins and ends in its line, as Qt counts, and its name."""

_LEAST_PX, _EDGE_PX = 30, 14
_MOST_LINES = 14
_ALT, _CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


class TemplateEdit(QPlainTextEdit):
    """A text of one line or of several; its variables are marked.

    Signals:
        shown_changed: What is shown, after it was edited by hand.
        text_changed: The `Text` it stands for, where it stands for one.
        entered: Enter was pressed in a text of one line.
    """

    shown_changed = Signal(str)
    text_changed = Signal(object)
    entered = Signal()

    def __init__(self, desk: Desk, name: str, lines: int = 1, *, is_json: bool = False) -> None:
        super().__init__()
        self._desk, self._lines = desk, lines
        self._exact = ExactText()
        self._whole: str | None = None
        self._is_showing = False
        self._list: CompletionList | None = None
        self._marks = TemplateMarks(self.document(), desk, is_json=is_json)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.document().setDocumentMargin(1)
        self.setViewportMargins(2, 0, 2, 0)
        self._set_up_lines()
        self.textChanged.connect(self._read)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    @property
    def shown(self) -> str:
        """What is shown, to the byte."""
        return self._exact.text if self._whole is None else self._whole

    @property
    def is_cut(self) -> bool:
        """Whether it is too long to be edited here."""
        return self._whole is not None

    def show_text(self, text: Text) -> None:
        """Show another text; one that is shown already keeps its cursor and what can be undone."""
        self.show_shown(put_together(text))

    def show_shown(self, shown: str) -> None:
        """Show another text as the editor writes it."""
        if shown == self.shown:
            return
        self._whole = shown if len(shown) > LONGEST else None
        self._exact = ExactText(shown[:LONGEST])
        self._is_showing = True
        self.setPlainText(self._exact.raw)
        self._is_showing = False
        self._close_list()
        # Qt cannot hold some signs that no keyboard has: what it would change is only looked at.
        self.setReadOnly(self.is_cut or self.document().toRawText() != self._exact.raw)
        restyle(self, "wrong", value=False)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys to the list while it is shown; Tab and, in one line, Enter leave the field."""
        key = Qt.Key(event.key())
        if self._list is not None and self._list.isVisible() and self._steer(self._list, key):
            return
        if key in _ENTER and event.modifiers() == _ALT:
            self._show_repairs()
        elif event.modifiers() == _ALT and key in _OF_THE_LIST:
            event.ignore()  # whatever it is a row of moves it
        elif key == Qt.Key.Key_Space and event.modifiers() == _CTRL:
            self._complete_here()
        elif key in _ENTER and self._lines == 1:
            self.entered.emit()
        else:
            super().keyPressEvent(event)
            self._offer()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the list away with the focus."""
        super().focusOutEvent(event)
        self._close_list()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer repairs of the variable under the pointer above what is usual."""
        menu = self.createStandardContextMenu()
        self.add_repairs_at(self.cursorForPosition(event.pos()), menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def add_repairs_at(self, cursor: QTextCursor, menu: QMenu) -> None:
        """Put into a menu what repairs the variable at a cursor, if it has no value."""
        mark, block = self._mark_at(cursor), cursor.block()
        if mark is not None and mark[2] in self._desk.around.undefined:
            add_repairs(menu, self._desk, mark[2], partial(self._rename, mark, block))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Let Tab take what the list offers while it is shown."""
        if forwards and self._list is not None and self._list.isVisible():
            self._list.take_current()
            return True
        return super().focusNextPrevChild(forwards)

    def event(self, event: QEvent) -> bool:
        """Say where a variable comes from when the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            words = self._words_of(self.cursorForPosition(event.pos()))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the size of the text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _set_up_lines(self) -> None:
        is_line = self._lines == 1
        wrap = QTextOption.WrapMode
        self.setWordWrapMode(wrap.NoWrap if is_line else wrap.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if is_line:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _fit(self, _size: object = None) -> None:
        """Be as high as the text, from the lines asked for up to what a page has room for."""
        shown = round(self.document().documentLayout().documentSize().height())
        lines = max(self._lines, min(shown, _MOST_LINES))
        height = max(_LEAST_PX, self.fontMetrics().lineSpacing() * lines + _EDGE_PX)
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _read(self) -> None:
        raw = self.document().toRawText()
        if self._is_showing or raw == self._exact.raw:
            return
        self._exact.edit(raw)
        self.shown_changed.emit(self.shown)
        try:
            text = take_apart(self.shown)
        except TemplateError as error:
            self.setToolTip(self._desk.say(error.happened))
            restyle(self, "wrong", value=True)
        else:
            restyle(self, "wrong", value=False)
            self.text_changed.emit(text)

    def _show_repairs(self) -> None:
        menu = QMenu(self)
        self.add_repairs_at(self.textCursor(), menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if menu.actions():
            menu.popup(self.mapToGlobal(self.cursorRect().bottomLeft()))

    def _steer(self, offered: CompletionList, key: Qt.Key) -> bool:
        """Do with the list what a key means to it; return whether it means anything."""
        if key in _STEPS:
            offered.step(_STEPS[key])
        elif key in _ENTER:
            offered.take_current()
        elif key == Qt.Key.Key_Escape:
            offered.hide()
        else:
            return False
        return True

    def _before_cursor(self) -> str:
        cursor = self.textCursor()
        cursor.movePosition(cursor.MoveOperation.StartOfBlock, cursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _offer(self) -> None:
        """Show the list where braces are open before the cursor, and hide it where none are."""
        match = None if self.isReadOnly() else _TYPED.search(self._before_cursor())
        if match is None:
            self._close_list()
        else:
            self._list = self._list or self._make_list()
            self._list.offer(match[1], self.mapToGlobal(self.cursorRect().bottomLeft()))

    def _make_list(self) -> CompletionList:
        """Make the list when it is first needed: a table has an edit in each row."""
        found = CompletionList(self._desk, self)
        found.taken.connect(self._put_in)
        self.destroyed.connect(found.deleteLater)  # it stands over the window, not in here
        return found

    def _close_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _complete_here(self) -> None:
        if _TYPED.search(self._before_cursor()) is None:
            self.insertPlainText("{{")
        self._offer()

    def _put_in(self, name: str) -> None:
        """Put a variable in place of what was typed of it."""
        cursor, match = self.textCursor(), _TYPED.search(self._before_cursor())
        if match is None:
            return
        back = in_utf16(match[1])
        cursor.beginEditBlock()
        cursor.movePosition(cursor.MoveOperation.Left, cursor.MoveMode.KeepAnchor, back)
        cursor.insertText(name)
        behind = QTextCursor(cursor)
        behind.movePosition(cursor.MoveOperation.Right, cursor.MoveMode.KeepAnchor, 2)
        if behind.selectedText() == "}}":
            cursor.setPosition(behind.position())
        else:
            cursor.insertText("}}")
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def _mark_at(self, cursor: QTextCursor) -> Mark | None:
        """Return the variable at a cursor, with its two ends in its line as Qt counts."""
        text, at = cursor.block().text(), cursor.positionInBlock()
        for begins, ends, name in marks_in(text):
            right = in_utf16(text[:ends])
            left = in_utf16(text[:begins])
            if left <= at <= right:
                return left, right, name
        return None

    def _words_of(self, cursor: QTextCursor) -> str:
        mark = self._mark_at(cursor)
        if mark is None:
            return self.toolTip()
        around, say = self._desk.around, self._desk.say
        if mark[2] in around.undefined:
            return say(Phrase("journey", "{variable} has no value here").of(variable=mark[2]))
        return next((it.detail for it in around.completions if it.name == mark[2]), "")

    def _rename(self, mark: Mark, block: QTextBlock, name: str) -> None:
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + mark[0] + 2)
        cursor.setPosition(block.position() + mark[1] - 2, cursor.MoveMode.KeepAnchor)
        cursor.insertText(name)
