"""Icons: named, bundled, and tinted as they are loaded."""

from enum import StrEnum
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).parents[2] / "resources" / "icons"

_ICON_PX = 24


class Icon(StrEnum):
    """An icon by what it stands for; the value is its file's name. Phosphor Icons, MIT."""

    HOME = "house"
    JOURNEYS = "path"
    RECORDER = "record"
    RUNS = "play-circle"
    COMPARE = "scales"
    NOTEBOOK = "notebook"
    TARGETS = "globe-hemisphere-west"
    SETTINGS = "gear"
    LOGO = "chart-line-up"
    MOON = "moon"
    SUN = "sun"
    SEARCH = "magnifying-glass"
    DOWN = "caret-down"
    SAVED = "floppy-disk"
    CPU = "cpu"
    CLOCK = "clock"
    USERS = "users-three"
    STOP = "stop"
    PLAY = "play"
    HOLD = "pause"
    SKIP = "skip-forward"
    ANEW = "arrow-counter-clockwise"
    MORE = "dots-three"
    BAD = "x-circle"
    GOOD = "check-circle"
    WARN = "warning"
    PROBLEM = "warning-circle"
    INFO = "info"
    IMPORT = "download-simple"
    OPEN = "folder-open"
    BACK = "arrow-left"
    AGAIN = "arrow-clockwise"
    SHOP = "storefront"
    PREVIOUS = "caret-left"
    NEXT = "caret-right"
    COPY = "copy"
    GRIP = "dots-six-vertical"
    LOOP = "repeat"
    CHOICE = "git-fork"
    CONDITION = "git-branch"
    GROUP = "stack"
    CODE = "code"
    ADD = "plus"
    EYE = "eye"
    EYE_OFF = "eye-slash"
    EDIT = "pencil-simple"
    DELETE = "trash"
    ONCE = "sign-in"
    AT_END = "sign-out"
    LINK = "link"
    UP = "arrow-up"
    CHECK = "check"
    CLOSE = "x"
    WAND = "magic-wand"
    TABLE = "table"
    LOCK = "lock-simple"
    IDEA = "lightbulb"
    EXPAND = "arrows-out"
    EQUAL = "equals"
    MINUS = "minus"
    LABEL = "tag"
    CUT = "scissors"
    PASTE = "clipboard-text"
    RANDOM = "shuffle"
    REPAIR = "wrench"
    DIFFERENCE = "git-diff"
    SWAP = "swap"


def pixmap(icon_: Icon, colour: str, size_px: int = 18) -> QPixmap:
    """Return an icon as a picture in one colour, sharp on every screen."""
    return _draw(icon_, colour, size_px, QGuiApplication.primaryScreen().devicePixelRatio())


def icon(icon_: Icon, colour: str) -> QIcon:
    """Return an icon for a button in one colour."""
    return QIcon(pixmap(icon_, colour, _ICON_PX))


@cache
def _draw(icon_: Icon, colour: str, size_px: int, ratio: float) -> QPixmap:
    svg = (FOLDER / f"{icon_}.svg").read_text("utf-8").replace("currentColor", colour)
    picture = QPixmap(round(size_px * ratio), round(size_px * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(picture.rect()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
