"""ExportSheet: a journey as it leaves for CI, looked at before it is written."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from studio.errors import StudioError
from studio.export.ci_bundle import Files, Leaving, Pipeline, ci_files
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.sheet.export_checks import ExportChecks
from ui.theme.icons import Icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.code_text import CodeText
from ui.widget.layout import column, row
from ui.widget.number_field import NumberField
from ui.widget.text import label

WIDTH_PX = 760
_PREVIEW_PX = 220
_COLUMNS = 4
_MOST_WORKERS = 100

PIPELINES = {
    Pipeline.GITHUB: "GitHub Actions",
    Pipeline.GITLAB: "GitLab",
    Pipeline.JENKINS: "Jenkins",
    Pipeline.AZURE: "Azure Pipelines",
    Pipeline.DOCKER: "Dockerfile",
    Pipeline.COMPOSE: "Docker Compose",
    Pipeline.KUBERNETES: "Kubernetes",
    Pipeline.OPERATOR: "Locust operator",
}
"""Names of products, which no language changes."""


class ExportSheet(QWidget):
    """What leaves, its secrets, what was checked, a preview, and *Save as…*.

    Signals:
        save_asked: The `Files` are to be written to a folder that is yet to be chosen.
        over_asked: The `Files` are to be written to this folder, over what is there.
        cancelled: Cancel was pressed.
    """

    save_asked = Signal(object)
    over_asked = Signal(object, object)
    cancelled = Signal()

    def __init__(self, theme: Theme, say: Say, copy: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._say, self._copy_text = say, copy or _to_clipboard
        self._leaving: Leaving | None = None
        self._files: Files = {}
        self._over: Path | None = None
        self.title = label("", "title")
        self.what_group = [self._box(it) for it in Pipeline]
        self.workers_spin = NumberField(1, _MOST_WORKERS, 2, "")
        self.workers_spin.setAccessibleName(say(_WORKERS))
        self.secret_map = label("", wrap=True)
        self.secret_map.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_secrets_button = Button(theme, say(Phrase("export", "Copy list")), kind="link")
        self.check_list = ExportChecks(theme, say)
        self.preview_file = QComboBox()
        self.preview_file.setAccessibleName(say(Phrase("export", "File shown")))
        self.preview = CodeText(say(Phrase("export", "Preview")))
        self.preview.setFixedHeight(_PREVIEW_PX)
        self.problem = label("", "bad", wrap=True)
        self.copy_button = Button(theme, say(Phrase("export", "Copy")))
        self.cancel_button = Button(theme, say(Phrase("export", "Cancel")))
        self.save_button = Button(theme, say(_SAVE), Icon.GOOD, "primary")
        self._lay_out()
        self._connect()

    def show_leaving(self, leaving: Leaving, *, is_tried: bool) -> None:
        """Show what is to leave.

        Args:
            leaving: It, made and searched for secrets.
            is_tried: Whether a trial of just this has passed.
        """
        self._leaving = leaving
        self.title.setText(
            self._say(Phrase("export", "Export “{name}” for CI").of(name=leaving.name))
        )
        self.secret_map.setText(self._secrets(leaving.secrets))
        self.copy_secrets_button.setVisible(bool(leaving.secrets))
        self.check_list.show_checks(leaving, is_tried=is_tried)
        self._make()

    def show_lost(self, folder: Path, names: Sequence[str]) -> None:
        """Say which files of a folder would be lost; the next press writes over them."""
        told = Phrase("export", "There already, and not the same: {names}. They would be lost.")
        self.problem.setText(self._say(told.of(names=", ".join(names))))
        self._over = folder
        self.save_button.setText(self._say(Phrase("export", "Write over them")))

    def _box(self, pipeline: Pipeline) -> QCheckBox:
        box = QCheckBox(PIPELINES[pipeline])
        box.setObjectName(f"export_{pipeline}")
        box.setChecked(pipeline is Pipeline.GITHUB)
        box.toggled.connect(self._make)
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        for place, box in enumerate(self.what_group):
            grid.addWidget(box, place // _COLUMNS, place % _COLUMNS)
        what = Phrase("export", "The locustfile, its data, pinned requirements, and")
        workers = row(label(self._say(_WORKERS)), self.workers_spin, None)
        secrets = row()
        secrets.addWidget(self.secret_map, 1)
        secrets.addWidget(self.copy_secrets_button)
        buttons = row(self.problem, None, self.copy_button, self.cancel_button, self.save_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(18, 16, 18, 16)
        box.setSpacing(12)
        box.addWidget(self.title)
        box.addLayout(self._section(_WHAT, column(label(self._say(what), "muted"), grid, workers)))
        box.addLayout(self._section(_SECRETS, secrets))
        box.addLayout(self._section(_CHECKED, column(self.check_list)))
        box.addLayout(self._section(_PREVIEW, column(self.preview_file, self.preview)))
        box.addLayout(buttons)

    def _section(self, name: Phrase, content: QLayout) -> QGridLayout:
        section = QGridLayout()
        section.setColumnMinimumWidth(0, 84)
        section.setColumnStretch(1, 1)
        heading: QLabel = label(self._say(name), "muted")
        section.addWidget(heading, 0, 0, Qt.AlignmentFlag.AlignTop)
        section.addLayout(content, 0, 1)
        return section

    def _connect(self) -> None:
        self.workers_spin.valueChanged.connect(self._make)
        self.preview_file.currentTextChanged.connect(self._show_file)
        self.copy_button.clicked.connect(self._copy)
        self.copy_secrets_button.clicked.connect(self._copy_secrets)
        self.cancel_button.clicked.connect(self.cancelled)
        self.save_button.clicked.connect(self._save)

    def _make(self) -> None:
        if self._leaving is None:
            return
        boxes = zip(Pipeline, self.what_group, strict=True)
        chosen = tuple(pipeline for pipeline, box in boxes if box.isChecked())
        wanted = replace(self._leaving, pipelines=chosen, workers=self.workers_spin.value())
        try:
            self._files = ci_files(wanted)
        except StudioError as error:
            self._files = {}
            self.problem.setText(self._say(error.happened))
        else:
            self.problem.setText("")
        self._over = None
        self.save_button.setText(self._say(_SAVE))
        self.save_button.setEnabled(bool(self._files))
        self._list_files([str(path) for path in self._files])

    def _list_files(self, names: Sequence[str]) -> None:
        before = self.preview_file.currentText()
        self.preview_file.blockSignals(True)
        self.preview_file.clear()
        self.preview_file.addItems(list(names))
        self.preview_file.setCurrentText(before)
        self.preview_file.blockSignals(False)
        self._show_file(self.preview_file.currentText())

    def _show_file(self, name: str) -> None:
        content = self._files.get(PurePosixPath(name), b"")
        self.preview.show_text(content.decode(errors="replace"))

    def _secrets(self, names: Sequence[str]) -> str:
        if not names:
            return self._say(Phrase("export", "None is used."))
        told = Phrase("export", "Read from environment variables of the job: {names}")
        return self._say(told.of(names=", ".join(names)))

    def _copy(self) -> None:
        self._copy_text(self.preview.toPlainText())

    def _copy_secrets(self) -> None:
        if self._leaving is not None:
            self._copy_text("\n".join(self._leaving.secrets))

    def _save(self) -> None:
        if self._over is None:
            self.save_asked.emit(self._files)
        else:
            self.over_asked.emit(self._over, self._files)


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


_SAVE = Phrase("export", "Save as…")
_WORKERS = Phrase("export", "Worker processes or containers")
_WHAT = Phrase("export", "What")
_SECRETS = Phrase("export", "Secrets")
_CHECKED = Phrase("export", "Checked")
_PREVIEW = Phrase("export", "Preview")
