"""Rates as people type them."""

import click
import pytest

from studio.cli.rate import Rate


@pytest.mark.parametrize(
    ("text", "per_s"),
    [("5/s", 5), ("5", 5), ("0.5/s", 0.5), ("300/m", 5), ("1800/h", 0.5), (" 12 / S ", 12)],
)
def test_a_rate_is_read(text: str, per_s: float) -> None:
    assert Rate().convert(text, None, None) == per_s


@pytest.mark.parametrize("text", ["", "s", "5/", "5/d", "-5/s", "5 per second", "1e9", "inf"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(click.BadParameter):
        Rate().convert(text, None, None)
