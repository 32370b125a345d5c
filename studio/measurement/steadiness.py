"""Users second by second → the seconds in which their number stood still."""

from collections.abc import Sequence

_STEADY_SHARE = 0.05


def steady_seconds(users: Sequence[int]) -> frozenset[int]:
    """Return the seconds in which there were about as many users as in the one before.

    A run that is never steady, for it only rises or its users come and go by themselves, is judged
    by all of its seconds.

    Args:
        users: How many there were in each second, from second 0 on.
    """
    steady = frozenset(
        second
        for second in range(1, len(users))
        if abs(users[second] - users[second - 1]) <= max(1, users[second - 1] * _STEADY_SHARE)
    )
    return steady if 2 * len(steady) >= len(users) else frozenset(range(len(users)))
