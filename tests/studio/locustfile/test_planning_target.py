"""A target's hosts and variables become constants where a journey uses them."""

from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.template import take_apart
from studio.locustfile.plan import PlannedConstant
from studio.locustfile.planning_target import plan_hosts, plan_variables
from studio.scenario.target import Target
from tests.builders import make_journey

TARGET = Target(
    "T1",
    "Staging",
    (("main", "https://shop.test"), ("api", "https://api.shop.test"), ("cdn", "https://c.test")),
    (("lang", "fr"), ("unused", "x"), ("_", "y")),
)
JOURNEY = make_journey(
    again=(
        Step(
            "n1",
            "n1",
            (
                Request("r1", "GET", take_apart("/{{lang}}/{{_}}"), host="api"),
                Request("r2", "GET", take_apart("{{host.elsewhere}}/x")),
            ),
        ),
    )
)


def test_hosts_that_are_used_become_constants() -> None:
    taken = {"API"}
    assert plan_hosts([JOURNEY], TARGET, taken) == {
        "api": PlannedConstant("API_2", "https://api.shop.test", "API_HOST")
    }
    assert taken == {"API", "API_2"}


def test_variables_that_are_used_become_constants() -> None:
    assert plan_variables([JOURNEY, JOURNEY], TARGET, set()) == {
        "lang": PlannedConstant("LANG", "fr"),
        "_": PlannedConstant("VALUE", "y"),
    }


def test_without_a_target_nothing_is_known() -> None:
    assert plan_hosts([JOURNEY], None, set()) == plan_variables([JOURNEY], None, set()) == {}
