"""A drawn load as text: `0:30 60, 1:30 60, 2:00 0`, there and back."""

import re

from studio.phrase import Phrase
from studio.scenario.load_profile import LoadProfileError
from studio.scenario.shapes import Drawing, Point

_POINT = re.compile(r"(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)\s+(\d+)")


def write_drawing(drawing: Drawing) -> str:
    """Return the corners as moments and users."""
    return ", ".join(f"{_moment(point.at_s)} {point.users}" for point in drawing.points)


def read_drawing(text: str) -> Drawing:
    """Return the load a text stands for.

    Args:
        text: Moments (`90`, `1:30`, `1:00:00`) with users behind them, separated by commas.

    Raises:
        LoadProfileError: It cannot be read, or cannot be run.
    """
    return Drawing(tuple(_point(part) for part in text.split(",") if part.strip()))


def _point(part: str) -> Point:
    found = _POINT.fullmatch(part.strip())
    if found is None:
        raise LoadProfileError(
            Phrase("load profile", "“{part}” is no moment with its users.").of(
                part=part.strip()[:40]
            ),
            remedy=Phrase("load profile", "Write them like this: 0:30 60, 1:30 60, 2:00 0"),
        )
    hours, minutes, seconds, users = found.groups()
    at_s = int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds)
    at_s = round(at_s, 3)  # what `write_drawing` writes
    return Point(at_s, int(users))


def _moment(at_s: float) -> str:
    minutes, seconds = divmod(at_s, 60)
    hours, minutes = divmod(int(minutes), 60)
    written = f"{seconds:06.3f}".rstrip("0").rstrip(".")
    return f"{hours}:{minutes:02d}:{written}" if hours else f"{minutes}:{written}"
