"""One load as another kind of load, of about the same size and length."""

from studio.scenario.arrival_rate import MOST_PER_S, ArrivalRate, rising_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import MOST_USERS
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import (
    Constant,
    Drawing,
    Point,
    RiseAndHold,
    Soak,
    Spike,
    Steps,
)

_STEPS = 5
_SHORTEST_SOAK_S = 3600.0
_PASS_S = 5.0
"""How long a journey may take on average before users and starts per second are exchanged."""

_ROOM = 4
"""How far beyond the users at hand a limit is looked for."""


def reshape(load: LoadShape, kind: type[LoadShape]) -> LoadShape:
    """Return a load of another kind to begin with; the same load if it is of that kind already.

    Nothing of it is a rule: it is a place to start from, which keeps what was set before as far as
    the other kind has a word for it.
    """
    if isinstance(load, kind):
        return load
    if kind is ArrivalRate:
        return _rate(load)
    if kind is LimitSearch:
        users = load.most_users
        most = min(max(1, users * _ROOM), MOST_USERS)
        return LimitSearch(max(1, users // _ROOM), most)
    if kind is Drawing:
        corners = _users_line(load)
        return Drawing(tuple(Point(at_s, users) for at_s, users in corners))
    return _simple(max(1, load.most_users), load.duration_s, kind)


def _simple(users: int, length_s: float, kind: type[LoadShape]) -> LoadShape:
    third_s = _whole(length_s / 3)
    if kind is Constant:
        return Constant(users, length_s)
    if kind is Steps:
        part = max(1, users // _STEPS)
        return Steps(part, part, _STEPS, _whole(length_s / _STEPS))
    if kind is Spike:
        before_s, rise_s = third_s, _whole(length_s / 30)
        peak_s = _whole(length_s / 5)
        after_s = max(1.0, length_s - before_s - 2 * rise_s - peak_s)
        return Spike(max(1, users // 4), max(2, users), before_s, rise_s, peak_s, after_s)
    if kind is Soak:
        return Soak(users, third_s, max(length_s, _SHORTEST_SOAK_S))
    if kind is RiseAndHold:
        return RiseAndHold(users, third_s, max(1.0, length_s - third_s))
    raise TypeError(kind)


def _rate(load: LoadShape) -> ArrivalRate:
    users, length_s = load.most_users, load.duration_s
    per_s = min(max(1.0, round(users / _PASS_S, 1)), MOST_PER_S)
    rise_s = load.rise_s if isinstance(load, RiseAndHold) else _whole(length_s / 3)
    return rising_rate(per_s, min(rise_s, length_s), length_s, max(users, round(per_s * _PASS_S)))


def _users_line(load: LoadShape) -> tuple[tuple[float, int], ...]:
    if isinstance(load, ArrivalRate):
        share = load.most_users / load.most_per_s
        return tuple((at_s, round(per_s * share)) for at_s, per_s in load.corners()[1:])
    return load.corners()[1:]


def _whole(seconds: float) -> float:
    """Return a length in whole seconds, at least one."""
    return max(1.0, float(round(seconds)))
