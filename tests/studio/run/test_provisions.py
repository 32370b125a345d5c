"""A run in which users could not do what they are there for is not begun."""

from dataclasses import replace

import pytest

from studio.journey.data_file import AtEnd, DataFile, RowUse
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.template import take_apart
from studio.run.provisions import ProvisionError, check_provisions, users_of
from studio.scenario.labels import ALL_STEPS, Labels
from studio.scenario.scenario import JourneyShare

ASK = Step("n1", "Ask", (Request("r1", "GET", take_apart("/{{accounts.name}}")),))
ONE = Journey("J1", "One", (ASK,))
TWO = Journey("J2", "Two", (replace(ASK, requests=()),))
ACCOUNTS = DataFile("D1", "accounts", ("name",), 10, "0", RowUse.OWN, AtEnd.STOP_USER)


def share(share: int = 1, fixed_count: int | None = None) -> JourneyShare:
    return JourneyShare("x", share, fixed_count)


def test_fixed_numbers_must_fit_the_load() -> None:
    mix = [(ONE, share(fixed_count=3)), (TWO, share(fixed_count=4))]
    check_provisions(mix, (), ALL_STEPS, 7)
    with pytest.raises(ProvisionError, match="need 7 users, the load has 6"):
        check_provisions(mix, (), ALL_STEPS, 6)


def test_shares_are_of_what_fixed_numbers_leave() -> None:
    mix = [(ONE, share(2)), (TWO, share(1)), (TWO, share(9, fixed_count=4))]
    assert [users for _, users in users_of(mix, 14)] == [7, 4, 4]


def test_users_who_would_stop_for_want_of_a_row_are_counted() -> None:
    mix = [(ONE, share(3)), (TWO, share(1))]
    check_provisions(mix, [ACCOUNTS], ALL_STEPS, 13)
    with pytest.raises(ProvisionError, match="rows for 10 users, the load has 11"):
        check_provisions(mix, [ACCOUNTS], ALL_STEPS, 14)
    for other in (replace(ACCOUNTS, at_end=AtEnd.AGAIN), replace(ACCOUNTS, rows=RowUse.NEXT)):
        check_provisions(mix, [other], ALL_STEPS, 14)


def test_labels_must_leave_each_journey_a_step() -> None:
    labelled = replace(ONE, order=Order.WEIGHTED, again=(replace(ASK, labels=("read",)), ASK))
    check_provisions([(labelled, share())], (), Labels(only=("read",)), 5)
    check_provisions([(labelled, share())], (), Labels(without=("read",)), 5)
    for labels in (Labels(only=("write",)), Labels(only=("read",), without=("read",))):
        with pytest.raises(ProvisionError, match="no step of “One”"):
            check_provisions([(labelled, share())], (), labels, 5)


def test_a_journey_in_order_is_walked_whole_or_not_at_all() -> None:
    whole = replace(ONE, labels=("read",))
    check_provisions([(whole, share())], (), Labels(only=("read",)), 5)
    with pytest.raises(ProvisionError, match="no step"):
        check_provisions([(whole, share())], (), Labels(without=("read",)), 5)
    check_provisions([(replace(ONE, order=Order.CHAIN), share())], (), Labels(only=("read",)), 5)
