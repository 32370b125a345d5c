"""Journeys with variables, in each order, for tests that look at what is written."""

from dataclasses import replace

from studio.journey.body import FormBody, Hole, HoleType, JsonBody, RawBody
from studio.journey.check import StatusCheck
from studio.journey.data_file import AtEnd, DataFile, RowUse
from studio.journey.journey import Client, Journey
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.template import take_apart
from studio.journey.wait import BetweenWait

TABLES = (
    DataFile("D1", "accounts", ("username", "clients no"), 40, "0"),
    DataFile("D2", "words", ("term",), 9, "0", RowUse.NEXT),
    DataFile("D3", "cities", ("name",), 9, "0", RowUse.ANY),
    DataFile("D4", "vouchers", ("code",), 100, "0", RowUse.NEXT, AtEnd.STOP_USER),
    DataFile("D5", "voters", ("id",), 100, "0", RowUse.OWN, AtEnd.STOP_USER),
)

SIGN_IN = Step(
    "n1",
    "Sign in",
    (
        Request(
            "r1",
            "POST",
            "/login",
            body=FormBody(
                (
                    ("username", take_apart("{{accounts.username}}")),
                    ("password", take_apart("{{secret.shop_password}}")),
                )
            ),
            checks=(StatusCheck((200,)),),
        ),
    ),
)
SEARCH = Step(
    "n2",
    "Search",
    (
        Request(
            "r2",
            "GET",
            take_apart("/search?q={{words.term}}&near={{cities.name}}"),
            headers=(("X-Search", take_apart("said by {{accounts.username}}")),),
        ),
    ),
    next=(("n2", 3), ("n3", 1)),
    labels=("read",),
)
ORDER = Step(
    "n3",
    "Order",
    (
        Request(
            "r3",
            "POST",
            take_apart("/clients/{{accounts.clients no}}/orders"),
            body=JsonBody(
                '{"items": [{"name": "tea", "amount": 1}], "note": ""}',
                (
                    Hole("/items/0/name", take_apart("{{words.term}}")),
                    Hole("/items/0/amount", take_apart("{{accounts.clients no}}"), HoleType.JSON),
                ),
            ),
            checks=(StatusCheck((201,)),),
        ),
    ),
    next=(("n2", 1),),
)
_UNLABELLED = replace(SEARCH, labels=())

BUYER = Journey(
    "J1",
    "Buyer",
    (_UNLABELLED, ORDER),
    (SIGN_IN,),
    wait=BetweenWait(1.0, 3.0),
    headers=(
        ("Accept-Language", "fr"),
        ("Authorization", take_apart("Bearer {{secret.api_token}}")),
    ),
    labels=("buy",),
)

VOTER = Journey(
    "J2",
    "Voter",
    (
        Step(
            "n1",
            "Vote",
            (
                Request("r1", "GET", take_apart("{{vouchers.code}}")),
                Request(
                    "r2",
                    "PUT",
                    take_apart("/votes/{{voters.id}}"),
                    body=RawBody(take_apart('<vote by="{{voters.id}}"/>'), "application/xml"),
                ),
            ),
        ),
    ),
    client=Client.HTTP,
    answer_within_s=None,
)

BROWSER = replace(BUYER, id="J3", name="Browser", order=Order.CHAIN, labels=())

TAGGED = Journey(
    "J4",
    "Reader",
    (SEARCH, replace(ORDER, labels=("write", "slow"), weight=2)),
    order=Order.WEIGHTED,
    labels=("all",),
)
