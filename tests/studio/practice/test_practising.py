"""The practice run fills a shop that is full at fifty visitors."""

from studio.practice.practising import SHOP, practice_scenario
from studio.scenario.scenario import PRACTICE_SHOP


def test_the_practice_scenario_is_the_one_of_the_first_run() -> None:
    scenario = practice_scenario()
    assert (scenario.load.most_users, scenario.load.duration_s) == (60, 45)
    assert scenario.target == PRACTICE_SHOP
    assert scenario.goals


def test_the_shop_has_a_ceiling_its_visitors_reach() -> None:
    ceiling_per_s = SHOP.pool_connections / (SHOP.query_ms / 1000)
    asked_per_s = 60 * (8 / 11)  # eight of eleven steps use the database, about one step a second
    assert ceiling_per_s < asked_per_s
