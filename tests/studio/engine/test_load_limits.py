"""An engine is told where it may go, and where that lay when it was allowed."""

import pytest

from studio.address import Reach, look_up_reaches, read_address
from studio.engine.load_limits import LoadLimits, LoadTarget, limits_of, ruled, target_at
from studio.scenario.run_rules import RunRules


@pytest.mark.parametrize(
    ("host", "reach"),
    [
        ("http://127.0.0.1:8000", Reach.LOOPBACK),
        ("http://[::1]", Reach.LOOPBACK),
        ("http://localhost", Reach.LOOPBACK),
        ("https://10.1.2.3", Reach.PRIVATE),
        ("https://[fd00::1]:8443", Reach.PRIVATE),
        ("https://8.8.8.8", Reach.PUBLIC),
    ],
)
def test_an_address_knows_how_far_away_it_is(host: str, reach: Reach) -> None:
    assert look_up_reaches(read_address(host)) == (reach,)


@pytest.mark.parametrize("host", ["http://169.254.169.254", "http://nobody.invalid", "http://[::]"])
def test_what_leads_nowhere_reaches_nothing(host: str) -> None:
    assert look_up_reaches(read_address(host)) == ()


def test_a_base_address_alone_is_a_target() -> None:
    told = LoadTarget("127.0.0.1", 8000, (Reach.LOOPBACK,))
    assert target_at(read_address("http://127.0.0.1:8000")) == told
    assert limits_of("http://127.0.0.1:8000/path").targets == (told,)
    assert limits_of(None).targets == ()


def test_what_a_tester_says_does_not_change_where_a_run_may_go() -> None:
    limits = LoadLimits((LoadTarget("x", 1, (Reach.PUBLIC,)),), most_users=7, longest_s=9.0)
    rules = RunRules(stops_by_itself=False, obeys_retry_after=False, largest_answer_bytes=8)
    told = ruled(limits, rules)
    assert (told.targets, told.most_users, told.longest_s) == (limits.targets, 7, 9.0)
    assert (told.stops_by_itself, told.obeys_retry_after) == (False, False)
    assert told.largest_answer_bytes == 8
    assert ruled(limits, RunRules()) == limits
