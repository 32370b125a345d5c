"""Functions that make a value up become ways a user of ours does."""

import pytest

from studio.importer.jmx.functions import how_of, strftime_of
from studio.journey.made import Clock, ClockUnit, Counter, Date, Digits, Integer, Letters, OneOf


@pytest.mark.parametrize(
    ("function", "given", "how"),
    [
        ("__Random", ["9", "1"], Integer(1, 9)),
        ("__time", [""], Clock()),
        ("__time", ["/1000"], Clock(ClockUnit.S)),
        ("__time", ["yyyy-MM-dd'T'HH"], Date(0, "%Y-%m-%dT%H")),
        ("__timeShift", ["dd.MM", "", "-P2D"], Date(-2, "%d.%m")),
        ("__RandomString", ["5", "abc"], Letters(5)),
        ("__RandomString", ["5", "0123"], Digits(5)),
        ("__counter", ["TRUE"], Counter()),
        ("__threadNum", [""], Counter()),
        ("__chooseRandom", ["a", "b", "name"], OneOf(("a", "b"))),
    ],
)
def test_a_value_is_made_up_likewise(function: str, given: list[str], how: object) -> None:
    found = how_of(function, given)
    assert found is not None
    assert found.how == how


@pytest.mark.parametrize(
    ("function", "given"),
    [
        ("__Random", ["a", "1"]),
        ("__time", ["yyyy SSS"]),
        ("__timeShift", ["dd", "", "PT5M"]),
        ("__RandomString", ["0"]),
        ("__chooseRandom", ["a"]),
        ("__groovy", ["1 + 1"]),
    ],
)
def test_what_nothing_stands_for_is_told_apart(function: str, given: list[str]) -> None:
    assert how_of(function, given) is None


def test_a_percent_sign_stays_one() -> None:
    assert strftime_of("yyyy '100%' %") == "%Y 100%% %%"
