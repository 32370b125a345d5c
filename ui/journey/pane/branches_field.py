"""BranchesField: the ways of a choice, each with its share of 100 passes."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from studio.journey.node import Branch
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.dot import Dot
from ui.journey.pane.field import CountField, Field
from ui.journey.pane.share_bar import TONES, ShareBar
from ui.theme.icons import Icon
from ui.widget.button import Button
from ui.widget.layout import row
from ui.widget.text import label

_WHOLE, _NEW_SHARE = 100, 10
_SHARE_PX = 96


class BranchesField(Field):
    """Rows of a name and a share; together they are 100 at most."""

    def __init__(self, desk: Desk, name: str) -> None:
        whole = QWidget()
        super().__init__(desk, whole)
        say = desk.say
        whole.setAccessibleName(name)
        self._branches: tuple[Branch, ...] = ()
        self.bar = ShareBar(desk.theme, say)
        self.rest_label = label("", "muted", wrap=True)
        self.names: list[QLineEdit] = []
        self.shares: list[CountField] = []
        self.removes: list[Button] = []
        self._lines: list[QWidget] = []
        self.add_link = Button(desk.theme, say(Phrase("journey", "Add a way")), Icon.ADD, "link")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        box = QVBoxLayout(whole)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.bar)
        box.addLayout(self._rows)
        box.addLayout(row(self.add_link, None))
        box.addWidget(self.rest_label)
        self.add_link.clicked.connect(self._add)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show the ways of a choice."""
        self._branches = value
        if len(value) != len(self._lines):
            self._rebuild()
        self._fill()

    def _rebuild(self) -> None:
        for old in self._lines:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.names, self.shares, self.removes, self._lines = [], [], [], []
        for place in range(len(self._branches)):
            self._make_line(place)

    def _make_line(self, place: int) -> None:
        say, line = self.desk.say, QWidget()
        name = QLineEdit()
        name.setAccessibleName(say(Phrase("journey", "Name of the way")))
        share_name = say(Phrase("journey", "Of 100 passes"))
        share = CountField(self.desk, share_name, 1, _WHOLE)
        share.setFixedWidth(_SHARE_PX)
        tip = say(Phrase("journey", "Remove this way and its steps"))
        remove = Button(self.desk.theme, "", Icon.CLOSE, "quiet", tip)
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Dot(self.desk.theme, TONES[place % len(TONES)]))
        box.addWidget(name, 1)
        box.addWidget(share)
        box.addWidget(remove)
        name.textEdited.connect(partial(self._rename, place))
        share.edited.connect(partial(self._share, place))
        remove.clicked.connect(partial(self._remove, place))
        self.names.append(name)
        self.shares.append(share)
        self.removes.append(remove)
        self._lines.append(line)
        self._rows.addWidget(line)

    def _fill(self) -> None:
        shares = [it.share for it in self._branches]
        rest = _WHOLE - sum(shares)
        for place, branch in enumerate(self._branches):
            if self.names[place].text() != branch.name:
                self.names[place].setText(branch.name)
            self.shares[place].number.setMaximum(max(branch.share, branch.share + rest))
            self.shares[place].show_value(branch.share)
            self.removes[place].setEnabled(len(self._branches) > 1)
        self.bar.show_shares(shares, [it.name for it in self._branches])
        words = Phrase("journey", "{rest} of 100 passes take none of them").of(rest=rest)
        every = Phrase("journey", "every pass takes one of them")
        self.rest_label.setText(self.desk.say(words if rest > 0 else every))
        self.add_link.setEnabled(rest > 0)

    def _rename(self, place: int, name: str) -> None:
        self._put(place, replace(self._branches[place], name=name))

    def _share(self, place: int, share: int) -> None:
        self._put(place, replace(self._branches[place], share=share))

    def _put(self, place: int, branch: Branch) -> None:
        self._tell((*self._branches[:place], branch, *self._branches[place + 1 :]))

    def _add(self) -> None:
        rest = _WHOLE - sum(it.share for it in self._branches)
        name = self.desk.say(Phrase("journey", "another way"))
        self._tell((*self._branches, Branch(name, min(rest, _NEW_SHARE), ())))
        self.names[-1].setFocus()
        self.names[-1].selectAll()

    def _remove(self, place: int) -> None:
        self._tell((*self._branches[:place], *self._branches[place + 1 :]))

    def _tell(self, branches: tuple[Branch, ...]) -> None:
        self.show_value(branches)
        self.edited.emit(branches)
