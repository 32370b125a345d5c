"""One object, with the keys a script relies on."""

import json

from studio.cli.run_json import run_object, summary_object
from studio.engine.shop_messages import ShopCounted
from studio.run.lane_use import LaneUse
from tests.studio.cli.records import make_record, replace_lane


def test_a_run_has_its_keys() -> None:
    told = json.loads(json.dumps(run_object(make_record(), ShopCounted(4, 1))))
    assert (told["run"], told["verdict"], told["state"]) == ("R7", "goals missed", "done")
    assert (told["shop_requests"], told["shop_failures"]) == (4, 1)
    assert set(told["totals"]) == {
        *("requests", "failures", "median_ms", "p95_ms", "p99_ms", "requests_per_s"),
    }
    (endpoint,) = told["endpoints"]
    assert set(endpoint) == {
        *told["totals"],
        *("method", "name", "min_ms", "max_ms", "mean_bytes"),
    }
    assert [goal["met"] for goal in told["goals"]] == [False, False, True]


def test_only_a_practice_run_has_a_count_of_the_shop() -> None:
    assert "shop_requests" not in run_object(make_record())


def test_a_line_of_the_list_says_how_a_run_ended() -> None:
    assert summary_object(make_record().summary)["requests"] == 4


def test_a_run_tells_which_client_it_used() -> None:
    told = run_object(replace_lane(LaneUse(plain=90, handed_over=9, passed_by=1)))["fast_lane"]
    assert told == {
        "on": True,
        "why_off": "",
        "plain": 90,
        "handed_over": 9,
        "passed_by": 1,
        "plain_share": 0.9,
    }
    told = run_object(replace_lane(LaneUse("switched off")))["fast_lane"]
    assert (told["on"], told["why_off"], told["plain_share"]) == (False, "switched off", None)
