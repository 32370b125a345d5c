"""LoadShape: every kind of load a scenario may have, and what each plans second by second."""

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TypeAlias

from studio.phrase import Phrase
from studio.scenario.arrival_rate import ArrivalRate, whole_starts
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import LoadProfile
from studio.scenario.shapes import (
    Constant,
    Drawing,
    Point,
    RiseAndHold,
    Soak,
    Spike,
    Steps,
)

UserShape: TypeAlias = Constant | RiseAndHold | Steps | Spike | Soak | Drawing | LoadProfile
"""Loads that say how many virtual users there are at each moment."""

LoadShape: TypeAlias = UserShape | ArrivalRate | LimitSearch
"""Every kind of load. `LoadProfile` is how projects kept all of them before there were kinds."""

_SHORT_PASS_S = 1.0
"""A pool that can only carry passes shorter than this is likely to run dry."""


class Unit(StrEnum):
    """What a load counts."""

    USERS = "users"
    STARTS_PER_S = "starts per second"


@dataclass(frozen=True, slots=True)
class Preview:
    """A load as a line, before it is run."""

    unit: Unit
    corners: tuple[tuple[float, float], ...]
    """Moments in s and how much of the unit; the first is (0, 0)."""

    duration_s: float
    """How long it takes; at most, where `is_search`."""

    is_search: bool
    """Whether the line is only how it goes on while no step fails."""

    doubts: tuple[Phrase, ...]
    """What may not work as planned; the load can be run all the same."""

    @property
    def most(self) -> float:
        """The highest corner."""
        return max(value for _, value in self.corners)


def preview(load: LoadShape) -> Preview:
    """Return a load as it would be drawn and talked about before it is run."""
    unit = Unit.STARTS_PER_S if isinstance(load, ArrivalRate) else Unit.USERS
    is_search = isinstance(load, LimitSearch)
    return Preview(unit, load.corners(), load.duration_s, is_search, doubts_of(load))


def doubts_of(load: LoadShape) -> tuple[Phrase, ...]:
    """Return what of a load may not work as planned."""
    if not isinstance(load, ArrivalRate):
        return ()
    # Little's law: users under way = starts per second × seconds a journey takes.
    longest_s = load.most_users / load.most_per_s
    if longest_s >= _SHORT_PASS_S:
        return ()
    return (
        Phrase(
            "load profile",
            "With at most {users} users, {rate} starts a second are only kept while a journey"
            " takes less than {seconds} s.",
        ).of(users=load.most_users, rate=f"{load.most_per_s:g}", seconds=f"{longest_s:.2g}"),
    )


def first_users(load: LoadShape) -> int:
    """Return how many virtual users there are at the very beginning."""
    match load:
        case ArrivalRate():
            return 0
        case LimitSearch():
            return load.first_users
        case _:
            return load.profile().users_at(0)


def planned_users(load: UserShape) -> tuple[int, ...]:
    """Return how many users there should be in the middle of each second."""
    profile = load.profile()
    last = math.ceil(profile.duration_s)
    return tuple(profile.users_at(min(s + 0.5, profile.duration_s)) for s in range(last))


def planned_starts(load: ArrivalRate) -> tuple[int, ...]:
    """Return how many journeys are to be started within each second."""
    seconds = range(math.ceil(load.duration_s) + 1)
    due = [whole_starts(load.starts_until(second)) for second in seconds]
    return tuple(after - before for before, after in pairwise(due))


def shape_of(load: LoadShape) -> LoadShape:
    """Return a load as a shape that can be edited.

    Only a profile from the time before there were kinds becomes another: the simplest shape that
    gives exactly its users.
    """
    if not isinstance(load, LoadProfile):
        return load
    match load.stages:
        case (first, second) if first.users == second.users and not first.duration_s:
            return Constant(first.users, second.duration_s)
        case (first, second) if first.users == second.users:
            return RiseAndHold(first.users, first.duration_s, second.duration_s)
        case (first, second, third) if (
            first.users == second.users and third.users == 0 and third.duration_s
        ):
            return RiseAndHold(first.users, first.duration_s, second.duration_s, third.duration_s)
        case _:
            corners = load.corners()[1:]
            return Drawing(tuple(Point(at_s, users) for at_s, users in corners))
