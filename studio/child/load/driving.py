"""RUNS IN A CHILD PROCESS. Load → what drives a run along it."""
# pyright: basic

from collections.abc import Callable
from typing import TypeAlias

from locust.runners import MasterRunner

from studio.child.load.arriving import Arriving
from studio.child.load.following import Follower
from studio.child.load.searching import Searching
from studio.engine.load_commands import LeadRun
from studio.engine.load_messages import LoadMessage
from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.limit_search import LimitSearch

Driver: TypeAlias = Follower | Arriving | Searching


def driver_for(
    order: LeadRun, runner: MasterRunner, began_s: float, tell: Callable[[LoadMessage], None]
) -> Driver:
    """Return what drives a run that begins now; its worker processes must be there."""
    match order.load:
        case ArrivalRate():
            return Arriving(runner, order.load, began_s, tell)
        case LimitSearch():
            return Searching(runner, order.load, order.goals, began_s, tell)
        case load:
            return Follower(runner, load.profile(), began_s, tell)
