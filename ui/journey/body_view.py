"""BodyView: what was sent or answered: text laid out, or an image."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget

from ui.widget.code_text import CodeText

_LARGEST_PX = 8000
"""An image that says it is wider or higher is not unpacked."""

_SHOWN_PX = 1600


class BodyView(QStackedWidget):
    """Text that can be selected and copied, with an image instead where it is one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.text = CodeText(name)
        self.image_label = QLabel()
        self.image_label.setAccessibleName(name)
        self.image_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture: QPixmap | None = None
        holder = QScrollArea()
        holder.setWidgetResizable(True)
        holder.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        holder.setWidget(self.image_label)
        self.addWidget(self.text)
        self.addWidget(holder)

    def show_text(self, text: str) -> None:
        """Show a text that is harmless to look at."""
        self.text.show_text(text)
        self.setCurrentIndex(0)

    def show_image(self, data: bytes) -> bool:
        """Show an image, made smaller where it is large; return whether it is one."""
        picture = read_image(data)
        if picture is None:
            return False
        self._picture = picture
        self._fit()
        self.setCurrentIndex(1)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the image have the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._picture is None:
            return
        room = QSize(max(1, self.width() - 24), max(1, self.height() - 12))
        if self._picture.width() > room.width() or self._picture.height() > room.height():
            kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode
            picture = self._picture.scaled(room, kept, smooth.SmoothTransformation)
        else:
            picture = self._picture
        self.image_label.setPixmap(picture)


def read_image(data: bytes) -> QPixmap | None:
    """Return an image from a target; None if it is none, or one that would fill the memory."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _LARGEST_PX:
        return None
    if max(size.width(), size.height()) > _SHOWN_PX:
        most = QSize(_SHOWN_PX, _SHOWN_PX)
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)
