"""One kind of load taken for another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape
from studio.scenario.reshaping import reshape
from studio.scenario.shapes import Constant, Drawing, RiseAndHold, Soak, Spike, Steps
from tests.strategies import load_shapes

KINDS = (Constant, RiseAndHold, Steps, Spike, Soak, Drawing, ArrivalRate, LimitSearch)


@given(load_shapes, st.sampled_from(KINDS))
def test_every_load_becomes_every_kind(load: LoadShape, kind: type[LoadShape]) -> None:
    assert isinstance(reshape(load, kind), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_load_without_users_becomes_every_kind(kind: type[LoadShape]) -> None:
    assert isinstance(reshape(Constant(0, 30), kind), kind)


@pytest.mark.parametrize("kind", KINDS[:5])
def test_users_and_length_are_kept(kind: type[LoadShape]) -> None:
    reshaped = reshape(RiseAndHold(60, 3000, 3000), kind)
    assert reshaped.most_users == 60
    assert 5000 < reshaped.duration_s < 9000


def test_a_drawing_begins_with_the_same_line() -> None:
    spike = Spike(10, 50, 60, 10, 60, 60)
    assert reshape(spike, Drawing).corners()[1:] == spike.corners()[1:]


def test_a_load_of_the_kind_stays_as_it_is() -> None:
    load = Steps(7, 3, 4, 11.5, 2)
    assert reshape(load, Steps) is load
