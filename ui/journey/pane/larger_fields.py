"""Fields of several parts: a test, a pause, headers, and Python."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.journey.check import Operator, Test
from studio.phrase import Phrase
from ui.journey.pane.code_edit import CodeEdit
from ui.journey.pane.desk import Desk
from ui.journey.pane.field import Field
from ui.journey.pane.making import OPERATORS
from ui.journey.pane.pair_row import Pair
from ui.journey.pane.pairs_table import HEADERS, PairsTable, as_pairs, from_pairs
from ui.journey.pane.template_edit import TemplateEdit
from ui.journey.pane.wait_editor import PAUSES, WAITS, WaitEditor
from ui.widget.choice_field import ChoiceField
from ui.widget.layout import row

_CODE_LINES = 8


class TestField(Field):
    """Two values, and how they are held against each other."""

    __test__ = False  # pytest takes it for one of its own

    def __init__(self, desk: Desk, name: str) -> None:
        say = desk.say
        self._test = Test("", Operator.EQUAL, "")
        self.left = TemplateEdit(desk, say(Phrase("journey", "This value")))
        words = [say(it) for it in OPERATORS.values()]
        self.operator = ChoiceField(desk.theme, words, 0, say(Phrase("journey", "How")))
        self.right = TemplateEdit(desk, say(Phrase("journey", "That value")))
        self.left.setPlaceholderText("{{status}}")
        whole = QWidget()
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.left)
        box.addLayout(row(self.operator, None))
        box.addWidget(self.right)
        whole.setAccessibleName(name)
        whole.setFocusProxy(self.left)
        super().__init__(desk, whole)
        self.left.text_changed.connect(self._take_left)
        self.right.text_changed.connect(self._take_right)
        self.operator.chosen_changed.connect(self._take_operator)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a test."""
        self._test = value
        self.left.show_text(value.left)
        self.operator.choose(tuple(OPERATORS).index(value.operator))
        self.right.show_text(value.right)

    def _take_left(self, text: Any) -> None:  # noqa: ANN401  # a Text
        self._tell(replace(self._test, left=text))

    def _take_right(self, text: Any) -> None:  # noqa: ANN401  # a Text
        self._tell(replace(self._test, right=text))

    def _take_operator(self, place: int) -> None:
        self._tell(replace(self._test, operator=tuple(OPERATORS)[place]))

    def _tell(self, test: Test) -> None:
        self._test = test
        self.edited.emit(test)


class WaitField(Field):
    """A pause between passes."""

    KINDS: Mapping[type, Phrase] = WAITS

    def __init__(self, desk: Desk, _name: str) -> None:
        self.editor = WaitEditor(desk, self.KINDS)
        super().__init__(desk, self.editor)
        self.editor.edited.connect(self._tell)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show a pause."""
        self.editor.show_wait(value)

    def _tell(self, wait: object, _part: str) -> None:
        self.edited.emit(wait)


class PauseField(WaitField):
    """A pause between two attempts."""

    KINDS = PAUSES


class HeadersField(Field):
    """Headers sent with every request."""

    def __init__(self, desk: Desk, _name: str) -> None:
        self.table = PairsTable(desk, HEADERS)
        super().__init__(desk, self.table)
        self.table.edited.connect(self._tell)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show headers."""
        self.table.show_pairs(as_pairs(value))

    def _tell(self, pairs: tuple[Pair, ...], _key: str) -> None:
        self.edited.emit(from_pairs(pairs))


class CodeField(Field):
    """Python a person writes."""

    def __init__(self, desk: Desk, name: str) -> None:
        self.edit = CodeEdit(name, _CODE_LINES)
        self.edit.setObjectName("code_edit")
        super().__init__(desk, self.edit)
        self.edit.edited.connect(self._tell)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show code."""
        self.edit.show_text(value)

    def _tell(self, text: str) -> None:
        self.edited.emit(text)
