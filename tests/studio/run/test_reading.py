"""An engine's rows are believed only when they can be."""

from dataclasses import replace

import pytest

from studio.errors import ProtocolError
from studio.measurement.measurement import Endpoint
from studio.run.reading import read_rows
from tests.builders import make_measurement, make_row

HOME = Endpoint("GET", "/")


def test_a_row_is_a_measurement() -> None:
    (measurement,) = read_rows(3, [make_row(0, 10, 20)], {0: HOME})
    assert measurement == make_measurement(3, "GET /", 10, 20)


def test_a_row_of_nowhere_is_refused() -> None:
    with pytest.raises(ProtocolError, match="second 3"):
        read_rows(3, [make_row(7, 10)], {0: HOME})


def test_a_damaged_row_is_refused() -> None:
    with pytest.raises(ProtocolError):
        read_rows(3, [replace(make_row(0, 10), counts="?")], {0: HOME})
