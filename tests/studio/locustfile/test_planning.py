"""Journeys and their shares become user classes."""

import pytest

from studio.journey.journey_error import JourneyError
from studio.journey.sample import PRACTICE, TALK
from studio.locustfile.planning import plan_journeys
from tests.builders import make_journey


def test_shares_are_divided_by_what_they_have_in_common() -> None:
    plan = plan_journeys([(TALK, 60), (PRACTICE, 40)])
    assert [user.weight for user in plan.users] == [3, 2]
    assert plan_journeys([(TALK, 100)]).users[0].weight == 1


def test_journeys_of_one_name_get_classes_of_their_own() -> None:
    plan = plan_journeys([(TALK, 1), (TALK, 1)])
    assert [user.name for user in plan.users] == ["WebsiteUser", "WebsiteUser2"]


def test_a_journey_without_a_step_is_refused() -> None:
    with pytest.raises(JourneyError, match="no step"):
        plan_journeys([(make_journey(again=()), 1)])


def test_a_file_without_a_journey_is_refused() -> None:
    with pytest.raises(JourneyError, match="no journey"):
        plan_journeys([])
