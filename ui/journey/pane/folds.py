"""Folds: links in a row; each opens what it stands for below them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.journey.pane.desk import Desk
from ui.theme.icons import Icon
from ui.widget.button import Button
from ui.widget.flow import Flow


@dataclass(slots=True)
class _Fold:
    link: Button
    make: Callable[[], QWidget]
    fill: Callable[[Any], None]
    content: QWidget | None = None


class Folds(QWidget):
    """What is seldom needed, one click away; one of them is open at most."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._folds: dict[str, _Fold] = {}
        self._value: Any = None
        self._links = Flow(spacing=14)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(6)
        self._box.addLayout(self._links)

    def add(
        self, key: str, words: str, make: Callable[[], QWidget], fill: Callable[[Any], None]
    ) -> None:
        """Add a link.

        Args:
            key: What it opens; its object name, with `_link` behind it.
            words: On it; `say_of` may say others.
            make: Makes what it opens, the first time.
            fill: Called with what is shown when that is open.
        """
        link = Button(self._desk.theme, words, Icon.NEXT, "link")
        link.setCheckable(True)
        link.setObjectName(f"{key}_link")
        link.toggled.connect(partial(self._toggle, key))
        self._links.addWidget(link)
        self._folds[key] = _Fold(link, make, fill)

    def say_of(self, key: str, words: str) -> None:
        """Say something else on a link, such as how many there are."""
        link = self._folds[key].link
        if link.text() != words:
            link.setText(words)
            link.setAccessibleName(words)

    def link(self, key: str) -> Button:
        """Return a link."""
        return self._folds[key].link

    def content(self, key: str) -> QWidget | None:
        """Return what a link opens; None where it was never opened."""
        return self._folds[key].content

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show another thing in what is open."""
        self._value = value
        for fold in self._folds.values():
            if fold.link.isChecked():
                fold.fill(value)

    def keep(self, value: Any) -> None:  # noqa: ANN401
        """Show another thing in what is opened from now on."""
        self._value = value

    def _toggle(self, key: str, is_open: bool) -> None:
        fold = self._folds[key]
        if is_open:
            for other, its in self._folds.items():
                if other != key:
                    its.link.setChecked(False)
            if fold.content is None:
                fold.content = fold.make()
                self._box.addWidget(fold.content)
            fold.fill(self._value)
        if fold.content is not None:
            fold.content.setVisible(is_open)
        fold.link.show_icon(Icon.DOWN if is_open else Icon.NEXT)
