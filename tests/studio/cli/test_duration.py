"""Durations are read as people type them."""

import click
import pytest

from studio.cli.duration import Duration


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("45s", 45), ("45", 45), ("4m", 240), ("1h30m", 5400), ("1.5m", 90), (" 2 M ", 120)],
)
def test_a_duration_is_read(text: str, seconds: float) -> None:
    assert Duration().convert(text, None, None) == seconds


@pytest.mark.parametrize("text", ["", "soon", "5x", "-5s", "1m x"])
def test_what_is_none_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter, match="no duration"):
        Duration().convert(text, None, None)
