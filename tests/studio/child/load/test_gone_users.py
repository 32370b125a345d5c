"""A run knows when nobody is left to go on with it."""

from studio.child.load.gone_users import GoneUsers
from studio.scenario.arrival_rate import constant_rate
from studio.scenario.load_profile import constant


def test_users_are_gone_when_there_has_been_none_for_a_while() -> None:
    gone = GoneUsers(constant(5, 60))
    assert not gone.are_gone(is_empty=False, wanted=5, at_s=1.0)
    assert not gone.are_gone(is_empty=True, wanted=5, at_s=2.0)
    assert not gone.are_gone(is_empty=True, wanted=5, at_s=4.9)
    assert gone.are_gone(is_empty=True, wanted=5, at_s=5.1)


def test_one_user_is_enough_to_go_on() -> None:
    gone = GoneUsers(constant(5, 60))
    assert not gone.are_gone(is_empty=True, wanted=5, at_s=0.0)
    assert not gone.are_gone(is_empty=False, wanted=5, at_s=3.0)
    assert not gone.are_gone(is_empty=True, wanted=5, at_s=4.0)
    assert not gone.are_gone(is_empty=True, wanted=5, at_s=6.0)


def test_users_that_nobody_wants_are_not_missed() -> None:
    gone = GoneUsers(constant(5, 60))
    assert not gone.are_gone(is_empty=True, wanted=0, at_s=0.0)
    assert not gone.are_gone(is_empty=True, wanted=0, at_s=50.0)
    assert not gone.are_gone(is_empty=True, wanted=5, at_s=51.0)


def test_an_arrival_rate_may_have_nobody_for_a_while() -> None:
    gone = GoneUsers(constant_rate(0.1, 60, 5))
    assert not gone.are_gone(is_empty=True, wanted=5, at_s=0.0)
    assert not gone.are_gone(is_empty=True, wanted=5, at_s=9.0)
