"""A file imports what it uses, sorted, and nothing else."""

from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.sample import TALK
from studio.journey.wait import NoWait, PacingWait
from studio.locustfile.emit_imports import emit_imports
from studio.locustfile.planning import plan_journeys
from tests.builders import make_journey
from tests.studio.locustfile.samples import BUYER, TABLES


def imports(*journeys: Journey) -> str:
    return emit_imports(plan_journeys([(journey, 1) for journey in journeys], TABLES))


def test_a_plain_file_needs_locust_alone() -> None:
    assert imports(TALK) == "from locust import HttpUser, between, task\n"


def test_variables_and_secrets_bring_what_they_need() -> None:
    text = imports(BUYER)
    for line in ("import csv", "import json", "import os", "import random", "import sys"):
        assert f"{line}\n" in text
    assert "from urllib.parse import quote\n" in text


def test_many_names_are_one_a_line() -> None:
    chain = make_journey(order=Order.CHAIN, again=(Step("n1", "Look", (), next=(("n1", 1),)),))
    tagged = make_journey(
        TALK, wait=PacingWait(1), again=(Step("n1", "Look", (), labels=("read",)),)
    )
    request = Request("r1", "GET", "/")
    text = imports(chain, tagged, BUYER, make_journey(request=request, wait=NoWait()))
    assert "from locust import (\n    FastHttpUser,\n    HttpUser,\n    MarkovTaskSet,\n" in text
    assert "    transitions,\n)\n" in text
