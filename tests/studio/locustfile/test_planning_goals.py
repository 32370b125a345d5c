"""Goals become figures Locust has, each under one line that says it."""

from hypothesis import given

from studio.locustfile.plan import PlannedGoal
from studio.locustfile.planning_goals import plan_goals
from studio.scenario.goal import Bound, Goal, Measure
from tests.strategies import texts


def test_each_measure_is_one_of_locust() -> None:
    goals = (
        Goal(Measure.FAILURE_RATE, Bound.AT_MOST, 0.01),
        Goal(Measure.P99, Bound.AT_MOST, 1500, "GET /orders/[id] all"),
        Goal(Measure.THROUGHPUT, Bound.AT_LEAST, 20),
    )
    assert plan_goals(goals) == (
        PlannedGoal(
            "all requests: failure rate at most 0.01", "", "", "failure rate", "at most", 0.01
        ),
        PlannedGoal(
            "GET /orders/[id] all: p99 at most 1500 ms",
            *("GET", "/orders/[id] all", 0.99, "at most", 1500),
        ),
        PlannedGoal("all requests: throughput at least 20/s", "", "", "throughput", "at least", 20),
    )


@given(texts)
def test_a_title_is_one_line_that_xml_can_hold(text: str) -> None:
    (goal,) = plan_goals([Goal(Measure.P95, Bound.AT_MOST, 1, text)])
    assert goal.title.isprintable()
