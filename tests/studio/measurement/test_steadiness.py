"""A run is judged by the seconds in which its users stood still."""

import pytest

from studio.measurement.steadiness import steady_seconds

NOTHING: set[int] = set()


@pytest.mark.parametrize(
    ("users", "steady"),
    [
        ([0, 10, 20, 20, 20, 20, 20, 20], {3, 4, 5, 6, 7}),
        ([100, 103, 99, 150, 150, 151, 150], {1, 2, 4, 5, 6}),
        ([1, 2, 1, 2], {1, 2, 3}),  # one user more or less is nothing
        ([0, 20, 40, 60, 80], {0, 1, 2, 3, 4}),  # it only rises
        (list[int](), NOTHING),
    ],
)
def test_seconds_without_a_change_of_users_are_steady(users: list[int], steady: set[int]) -> None:
    assert steady_seconds(users) == steady
