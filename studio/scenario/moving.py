"""A corner of a load taken elsewhere: the same kind of load with other numbers."""

from dataclasses import replace

from studio.scenario.arrival_rate import ArrivalRate, RateStage
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import LoadProfile
from studio.scenario.load_shape import LoadShape, shape_of
from studio.scenario.shapes import (
    Constant,
    Drawing,
    Point,
    RiseAndHold,
    Soak,
    Spike,
    Steps,
)

_LEAST_S = 1.0
_LEAST_PER_S = 0.1


def can_move(load: LoadShape) -> bool:
    """Return whether the corners of a load are its own; those of a search are only expected."""
    return not isinstance(load, LimitSearch)


def move_corner(load: LoadShape, corner: int, at_s: float, value: float) -> LoadShape:
    """Return the load with one of its `corners()` taken to another moment and height.

    What belongs together moves together: both ends of a hold have the same users, all steps are of
    one height. A corner stays between its neighbours, so the result can always be run.

    Args:
        load: Any kind but a search.
        corner: From 1, for the first corner is where every load begins.
        at_s: Where to, in s.
        value: Where to, in users or starts per second.
    """
    shape = shape_of(load)
    at_s, users = max(0.0, at_s), max(0, round(value))
    match shape:
        case Constant():
            length_s = max(_LEAST_S, at_s) if corner > 1 else shape.length_s
            moved = Constant(max(1, users), length_s)
        case RiseAndHold() | Soak():
            moved = _move_rise(shape, corner, at_s, max(1, users))
        case Steps():
            moved = _move_step(shape, corner, at_s, users)
        case Spike():
            moved = _move_spike(shape, corner, at_s, max(1, users))
        case Drawing():
            moved = _move_point(shape, corner, at_s, users)
        case ArrivalRate():
            moved = _move_rate(shape, corner, at_s, max(_LEAST_PER_S, value))
        case LimitSearch() | LoadProfile():
            moved = load
    return moved


def add_point(drawing: Drawing, at_s: float, users: int) -> Drawing:
    """Return a drawn load with one corner more, in its place in time."""
    before = [point for point in drawing.points if point.at_s <= at_s]
    after = drawing.points[len(before) :]
    return Drawing((*before, Point(max(0.0, at_s), max(0, users)), *after))


def remove_point(drawing: Drawing, corner: int) -> Drawing:
    """Return a drawn load without one of its corners; its last one stays.

    Args:
        drawing: The load.
        corner: As `corners()` counts them, from 1.
    """
    points = drawing.points[: corner - 1] + drawing.points[corner:]
    if not points or points[-1].at_s <= 0:
        return drawing
    return Drawing(points)


def _move_rise(
    shape: RiseAndHold | Soak, corner: int, at_s: float, users: int
) -> RiseAndHold | Soak:
    top_s = shape.rise_s + shape.hold_s
    match corner:
        case 1:
            latest_s = top_s / 2 if isinstance(shape, Soak) else top_s - _LEAST_S
            rise_s = min(at_s, max(0.0, latest_s))
            return replace(shape, users=users, rise_s=rise_s, hold_s=top_s - rise_s)
        case 2:
            least_s = shape.rise_s if isinstance(shape, Soak) else 0.0
            hold_s = max(at_s - shape.rise_s, least_s, _LEAST_S)
            return replace(shape, users=users, hold_s=hold_s)
        case _:
            return replace(shape, fall_s=max(0.0, at_s - top_s))


def _move_step(shape: Steps, corner: int, at_s: float, users: int) -> Steps:
    step, is_end = divmod(corner - 1, 2)
    if step == 0:
        raised = replace(shape, first_users=_fitting_first(shape, users))
    else:
        by = round((users - shape.first_users) / step)
        lowest = -(shape.first_users // max(1, shape.steps - 1))
        raised = replace(shape, step_users=max(by, lowest))
    if is_end:
        return replace(raised, step_s=max(at_s / (step + 1), shape.rise_s, _LEAST_S))
    return replace(raised, rise_s=min(max(0.0, at_s - step * shape.step_s), shape.step_s))


def _fitting_first(shape: Steps, users: int) -> int:
    """Return the first step's users, high enough for steps that lead down."""
    return max(users, -shape.step_users * (shape.steps - 1), 0)


def _move_spike(shape: Spike, corner: int, at_s: float, users: int) -> Spike:
    up_s = shape.before_s + shape.rise_s
    down_s = up_s + shape.peak_s
    low, high = min(users, shape.peak_users - 1), max(users, shape.users + 1)
    match corner:
        case 1:
            return replace(shape, users=low)
        case 2:
            return replace(shape, users=low, before_s=at_s)
        case 3:
            return replace(shape, peak_users=high, rise_s=max(0.0, at_s - shape.before_s))
        case 4:
            return replace(shape, peak_users=high, peak_s=max(0.0, at_s - up_s))
        case 5:
            return replace(shape, users=low, rise_s=max(0.0, at_s - down_s))
        case _:
            after_s = max(_LEAST_S, at_s - down_s - shape.rise_s)
            return replace(shape, users=low, after_s=after_s)


def _move_point(shape: Drawing, corner: int, at_s: float, users: int) -> Drawing:
    points = list(shape.points)
    place = corner - 1
    earliest_s = points[place - 1].at_s if place else 0.0
    latest_s = points[place + 1].at_s if place + 1 < len(points) else at_s
    if place + 1 == len(points):
        earliest_s = max(earliest_s, _LEAST_S)
    points[place] = Point(min(max(at_s, earliest_s), max(latest_s, earliest_s)), users)
    return Drawing(tuple(points))


def _move_rate(shape: ArrivalRate, corner: int, at_s: float, per_s: float) -> ArrivalRate:
    stages = list(shape.stages)
    place = corner - 1
    begin_s = shape.corners()[place][0]
    length_s = max(at_s - begin_s, _LEAST_S if len(stages) == 1 else 0.0)
    if place + 1 == len(stages):
        stages[place] = RateStage(max(length_s, _LEAST_S), per_s)
    else:
        both_s = stages[place].duration_s + stages[place + 1].duration_s
        length_s = min(length_s, both_s)
        stages[place] = RateStage(length_s, per_s)
        stages[place + 1] = replace(stages[place + 1], duration_s=both_s - length_s)
    if len({stage.per_s for stage in shape.stages}) == 1:
        stages = [replace(stage, per_s=per_s) for stage in stages]
    return ArrivalRate(tuple(stages), shape.most_users)
