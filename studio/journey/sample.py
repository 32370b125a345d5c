"""Journeys that come with the studio: the talk's, and the practice shop's."""

from studio.journey.body import FormBody, JsonBody
from studio.journey.check import StatusCheck
from studio.journey.journey import Client, Journey
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.wait import BetweenWait

TALK = Journey(
    id="J1",
    name="WebsiteUser",
    client=Client.HTTP,
    order=Order.WEIGHTED,
    wait=BetweenWait(5.0, 15.0),
    answer_within_s=None,
    once=(
        Step(
            "n1",
            "Sign in",
            (
                Request(
                    "r1",
                    "POST",
                    "/login",
                    body=FormBody((("username", "test_user"), ("password", ""))),
                ),
            ),
        ),
    ),
    again=(
        Step("n2", "index", (Request("r2", "GET", "/"), Request("r3", "GET", "/static/assets.js"))),
        Step("n3", "about", (Request("r4", "GET", "/about/"),)),
    ),
)
"""The locustfile on the talk's first slide."""

PRACTICE = Journey(
    id="J1",
    name="Shop visitor",
    order=Order.WEIGHTED,
    wait=BetweenWait(0.5, 1.5),
    once=(
        Step(
            "n1",
            "Sign in",
            (
                Request(
                    "r1",
                    "POST",
                    "/login",
                    body=FormBody((("username", "test_user"), ("password", ""))),
                    checks=(StatusCheck((200,)),),
                ),
            ),
        ),
    ),
    again=(
        Step(
            "n2",
            "Open home",
            (Request("r2", "GET", "/"), Request("r3", "GET", "/static/assets.js")),
            weight=2,
        ),
        Step("n3", "Look at the list", (Request("r4", "GET", "/todos"),), weight=4),
        Step(
            "n4",
            "Open one",
            (Request("r5", "GET", "/todos/17", endpoint="/todos/[id]"),),
            weight=3,
        ),
        Step(
            "n5",
            "Add one",
            (
                Request(
                    "r6",
                    "POST",
                    "/todos",
                    body=JsonBody('{"title": "Buy milk"}'),
                    checks=(StatusCheck((201,)),),
                ),
            ),
        ),
        Step("n6", "Read about", (Request("r7", "GET", "/about/"),)),
    ),
)
"""A visitor of the practice shop."""
