"""WireLegend: the variables of the chosen step, each with the dot or the ring of its wire."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say
from ui.journey.step_delegate import TONES
from ui.journey.wire_lanes import Strand
from ui.theme.fonts import ui_font
from ui.theme.theme import Theme
from ui.theme.tokens import TYPE

_MARK_PX, _GAP_PX = 14, 10


class WireLegend(QWidget):
    """Names in one line; those that find no room are left out."""

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self._strands: tuple[Strand, ...] = ()
        self.setFont(ui_font(TYPE["small"]))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    @property
    def names(self) -> tuple[str, ...]:
        """The variables there are to be shown."""
        return tuple(it.variable for it in self._strands)

    def show_strands(self, strands: Sequence[Strand]) -> None:
        """Show these variables."""
        mine = tuple(it for it in strands if it.mark)
        if mine == self._strands:
            return
        self._strands = mine
        words = Phrase("journey", "Variables of this step: {names}")
        names = ", ".join(it.variable for it in mine)
        self.setAccessibleName(self._say(words.of(names=names)) if mine else "")
        self.setToolTip(plain(names))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(60, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them from the end of the line on."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        is_mirrored = self.isRightToLeft()
        used, height = 0, self.height()
        tokens = self._theme.tokens
        for it in reversed(self._fitting()):
            width = self.fontMetrics().horizontalAdvance(it.variable)
            whole = width + _MARK_PX
            left = used if is_mirrored else self.width() - used - whole
            shade = QColor(str(getattr(tokens, TONES[it.tone % len(TONES)])))
            painter.setPen(QPen(shade, 2.0))
            painter.setBrush(shade if it.mark == "dot" else QColor(tokens.surface))
            painter.drawEllipse(QPointF(left + 5, height / 2), 3.6, 3.6)
            painter.setPen(QColor(tokens.text2))
            room = QRectF(left + _MARK_PX, 0, width + 2, height)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), it.variable)
            used += whole + _GAP_PX

    def _fitting(self) -> list[Strand]:
        fitting: list[Strand] = []
        room = self.width()
        for it in self._strands:
            room -= self.fontMetrics().horizontalAdvance(it.variable) + _MARK_PX + _GAP_PX
            if room < 0:
                break
            fitting.append(it)
        return fitting
