"""Images of a target are shown, made smaller, or refused."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.journey.body_view import BodyView, read_image


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # pyright: ignore[reportArgumentType, reportCallIssue]  # its stubs want bytes
    return bytes(buffer.data().data())


def bomb() -> bytes:
    """Return a PNG that says it has 40,000 times 40,000 pixels."""
    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return (
        b"\x89PNG\r\n\x1a\n"
        + struct.pack(">I", len(head))
        + chunk
        + struct.pack(">I", zlib.crc32(chunk))
    )


@pytest.mark.usefixtures("qapp")
def test_a_large_image_is_read_smaller_and_a_bomb_not_at_all() -> None:
    large = read_image(png(3200, 100))
    assert large is not None
    assert (large.width(), large.height()) == (1600, 50)
    assert read_image(bomb()) is None
    assert read_image(b"no image") is None


def test_an_image_has_the_room_there_is(qapp: QApplication, qtbot: QtBot) -> None:
    del qapp
    view = BodyView("Answer")
    qtbot.addWidget(view)
    view.resize(200, 120)
    view.show()
    assert view.show_image(png(800, 400))
    assert view.image_label.pixmap().width() <= 200
    assert not view.show_image(b"nothing")
    view.show_text("words")
    assert view.currentIndex() == 0
