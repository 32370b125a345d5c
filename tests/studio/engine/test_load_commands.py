"""What the first line of a run says of itself."""

from studio.engine.load_commands import (
    LeadRun,
)
from studio.engine.load_limits import limits_of
from studio.scenario.arrival_rate import constant_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import Constant, RiseAndHold


def test_a_run_begins_with_the_users_of_its_profile() -> None:
    def order(load: LoadShape) -> LeadRun:
        return LeadRun("a1", "x.py", None, "x.journal", load, 1, limits_of(None), "t")

    assert order(Constant(40, 10)).first_users == 40
    assert order(RiseAndHold(40, 5, 5)).first_users == 0
    assert order(LimitSearch(8, 100)).first_users == 8
    assert order(constant_rate(8, 10, 100)).first_users == 0
