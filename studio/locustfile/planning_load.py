"""A scenario's load → what a locustfile says of it."""

from itertools import pairwise

from studio.locustfile.plan import PlannedStage
from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape, UserShape


def plan_stages(load: LoadShape) -> tuple[PlannedStage, ...]:
    """Return the stages of a load; none where Locust has no honest shape for it.

    Locust's shapes say how many users there are. An arrival rate says how many journeys start,
    however many users that takes, and a search goes where its results lead.
    """
    if isinstance(load, ArrivalRate | LimitSearch):
        return ()
    return _stages(load)


def note_of(load: LoadShape) -> str:
    """Return why a load is not in the file, as a sentence for its reader; empty where it is."""
    match load:
        case ArrivalRate():
            return (
                f"Planned as an arrival rate of up to {load.most_per_s:g} journeys a second, for"
                f" {load.duration_s:g} s."
            )
        case LimitSearch():
            return (
                f"Planned as a search for the limit, from {load.first_users} users to"
                f" {load.most_users}."
            )
        case _:
            return ""


def _stages(load: UserShape) -> tuple[PlannedStage, ...]:
    return tuple(
        PlannedStage(end_s, first, last)
        for (begin_s, first), (end_s, last) in pairwise(load.profile().corners())
        if end_s > begin_s
    )
