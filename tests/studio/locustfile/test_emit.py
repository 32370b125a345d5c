"""A plan becomes the file an engineer would have written, and never anything else."""

import ast
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from black import Mode, format_str
from hypothesis import HealthCheck, Phase, given, settings

from studio.journey.body import FormBody, JsonBody, RawBody
from studio.journey.document import write_document
from studio.journey.journey import Journey
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.sample import PRACTICE, TALK
from studio.journey.wait import NoWait
from studio.locustfile.check import find_forbidden
from studio.locustfile.emit import emit
from studio.locustfile.layout import WIDTH
from studio.locustfile.planning import plan_journeys
from studio.scenario.arrival_rate import rising_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import RiseAndHold, Steps
from tests.builders import make_journey
from tests.strategies import CODE, DATA_FILES, journeys, texts
from tests.studio.locustfile.block_samples import CODE as SIGNER
from tests.studio.locustfile.block_samples import (
    CODE_IN_CHAIN,
    GOALS,
    GROUPS,
    HOSTS,
    LOOPS,
    MADE,
    SIGNING,
    TARGET,
    WAITS,
    WEIGHTED,
)
from tests.studio.locustfile.request_samples import (
    ATTACHMENTS,
    EVERY_BODY,
    EVERY_CHECK,
    EVERY_TAKE,
    JOURNEYS,
    as_http,
)
from tests.studio.locustfile.samples import BROWSER, BUYER, TABLES, TAGGED, VOTER

GOLDEN = Path(__file__).parent / "golden"

READER = make_journey(
    PRACTICE,
    name="Reader",
    order=Order.IN_ORDER,
    wait=NoWait(),
    answer_within_s=None,
    headers=(("Accept-Language", "fr"),),
)
OLD = make_journey(TALK, headers=(("Accept-Language", "fr"),), answer_within_s=20.0)
EVERY_REQUEST = {name: [(journey, 1)] for name, journey in JOURNEYS.items()}
FILES = {
    **EVERY_REQUEST,
    "http_client": [(as_http(journey), 1) for journey in (EVERY_BODY, EVERY_TAKE, EVERY_CHECK)],
    "talk": [(TALK, 1)],
    "practice": [(PRACTICE, 1)],
    "mixed": [(PRACTICE, 4), (READER, 2), (OLD, 2)],
    "own_next_any_rows": [(BUYER, 1)],
    "rows_used_up": [(VOTER, 1)],
    "chain": [(BROWSER, 1)],
    "classes_and_tags": [(BUYER, 3), (BROWSER, 1), (TAGGED, 2)],
    "rise_and_hold": [(TALK, 1)],
    "many_stages": [(PRACTICE, 1)],
    "arrival_rate": [(TALK, 1)],
    "find_the_limit": [(TALK, 1)],
    "groups": [(GROUPS, 1)],
    "loops_and_choices": [(LOOPS, 1)],
    "code_block": [(SIGNER, 2), (CODE_IN_CHAIN, 1)],
    "made_variables": [(MADE, 1)],
    "two_hosts": [(HOSTS, 1)],
    "every_wait": [*WAITS],
    "weighted": [(WEIGHTED, 1)],
    "goals_and_junit": [(PRACTICE, 1)],
}
LOADS: dict[str, LoadShape] = {
    "rise_and_hold": RiseAndHold(60, 15, 30),
    "many_stages": Steps(10, 10, steps=6, step_s=20.5, rise_s=0.25),
    "arrival_rate": rising_rate(12.5, 30, 300, most_users=200),
    "find_the_limit": LimitSearch(10, 2000),
}

ONE_JOURNEY_IN_ANOTHER_PROCESS = """
import sys
from studio.journey.document import read_document
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys
(journey,) = read_document(sys.stdin.read())
sys.stdout.buffer.write(emit(plan_journeys([(journey, 1)])).encode())
"""


def emitted(*users: Journey) -> str:
    return emit(plan_journeys([(journey, 1) for journey in users], DATA_FILES, allows_code=True))


@pytest.mark.parametrize("name", FILES)
def test_a_known_plan_gives_a_known_file(name: str, pytestconfig: pytest.Config) -> None:
    golden = GOLDEN / f"{name}.py"
    fixed, load = {BROWSER.id: 5}, LOADS.get(name)
    target = TARGET if name == "two_hosts" else None
    more: dict[str, Any] = {"load": load, "target": target, "allows_code": True}
    more["goals"] = GOALS if name == "goals_and_junit" else ()
    text = emit(plan_journeys(FILES[name], TABLES, ATTACHMENTS, fixed_counts=fixed, **more))
    assert find_forbidden(text, [SIGNING]) == []
    if pytestconfig.getoption("update_golden"):
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


@given(journeys, journeys)
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=60)
def test_no_text_of_a_journey_becomes_code(one: Journey, other: Journey) -> None:
    text = emitted(one, other)
    assert find_forbidden(text, [CODE]) == []
    assert not any(line.endswith(" ") for line in text.splitlines())


@given(texts)
def test_every_text_comes_back_as_the_value_it_was(text: str) -> None:
    journey = make_journey(
        request=Request(
            "r1",
            "POST",
            path=text,
            endpoint=text,
            headers=(("X-Sent", text),),
            body=FormBody(((text, text),)),
        )
    )
    values = constants(emitted(journey))
    assert values.count(text) >= (3 if text else 2)


@given(texts)
def test_a_body_comes_back_as_it_was(text: str) -> None:
    for body in (RawBody(text, "text/plain"), JsonBody("{ " + text)):
        assert body.text in constants(emitted(make_journey(request=make_request(body))))


def make_request(body: RawBody | JsonBody) -> Request:
    return Request("r1", "POST", "/", body=body)


def constants(source: str) -> list[object]:
    nodes = ast.walk(ast.parse(source))
    return [node.value for node in nodes if isinstance(node, ast.Constant)]


@pytest.mark.parametrize("name", FILES)
def test_linters_find_nothing_in_a_known_file(name: str) -> None:
    ruff = [sys.executable, "-m", "ruff", "check", "--isolated", "--line-length", str(WIDTH)]
    rules = ["--select", "E,F,I,B,UP", "--ignore", "E501", "--target-version", "py311"]
    told = subprocess.run(
        [*ruff, *rules, str(GOLDEN / f"{name}.py")], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout
    text = (GOLDEN / f"{name}.py").read_text(encoding="utf-8")
    assert format_str(text, mode=Mode(line_length=WIDTH)) == text


@given(journeys)
@settings(
    max_examples=30,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_black_would_leave_it_as_it_is(journey: Journey) -> None:
    text = emitted(journey)
    if all(line.isascii() for line in text.splitlines() if len(line) > WIDTH // 2):
        assert format_str(text, mode=Mode(line_length=WIDTH)) == text


def test_black_agrees_about_wide_letters() -> None:
    pairs = tuple((f"漢字{n}", "かな" * n) for n in range(12))
    text = emitted(make_journey(request=Request("r", "POST", "/", body=FormBody(pairs))))
    assert format_str(text, mode=Mode(line_length=WIDTH)) == text


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("1", "Asia/Tokyo")])
def test_the_same_journey_gives_the_same_bytes_everywhere(seed: str, zone: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", ONE_JOURNEY_IN_ANOTHER_PROCESS],
        input=write_document([PRACTICE]).encode(),
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
        cwd=Path(__file__).parents[3],
    )
    assert told.stdout == (GOLDEN / "practice.py").read_bytes()
