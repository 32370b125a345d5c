"""The practice run: a shop that is full at fifty visitors, and a scenario that fills it."""

from pathlib import Path

from studio.engine.shop_engine import ShopEngine
from studio.engine.shop_messages import OpenShop
from studio.journey.sample import PRACTICE
from studio.scenario.goal import Bound, Goal, Measure
from studio.scenario.scenario import PRACTICE_SHOP, JourneyShare, Scenario
from studio.scenario.shapes import rise_within

USERS = 60
DURATION_S = 45.0

SHOP = OpenShop(pool_connections=5, query_ms=150.0)
"""Five connections that take 150 ms a query: 33 queries a second, and not one more."""

GOALS = (
    Goal(Measure.MEDIAN, Bound.AT_MOST, 300.0),
    Goal(Measure.P95, Bound.AT_MOST, 500.0),
    Goal(Measure.FAILURE_RATE, Bound.AT_MOST, 0.01),
)


def practice_scenario(users: int = USERS, duration_s: float = DURATION_S) -> Scenario:
    """Return the scenario of the practice run."""
    return Scenario(
        name="Practice shop",
        mix=(JourneyShare(PRACTICE.name, 100),),
        load=rise_within(users, duration_s),
        goals=GOALS,
        target=PRACTICE_SHOP,
    )


def open_shop(folder: Path) -> tuple[ShopEngine, str]:
    """Open the practice shop and return it with its address.

    Args:
        folder: Takes its log.

    Raises:
        EngineError: It did not open.
    """
    shop = ShopEngine(folder, SHOP)
    return shop, shop.open()
