"""A trial of a buyer's journey, as it is shown: some passed, some not, held against before."""

import base64
from dataclasses import replace

from studio.engine.trial_messages import (
    Exchanged,
    GotAnswer,
    PassBegan,
    PassEnded,
    TrialBody,
    TrialBodyKind,
)
from studio.journey.check import ContainsCheck, StatusCheck
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.take import JsonPlace, Take
from studio.journey.template import take_apart
from studio.trial.comparing import Differences, against_trial
from studio.trial.record import TrialRecord
from studio.trial.session import TrialSession
from tests.studio.trial.trials import (
    BEGAN,
    FINISHED,
    line_of,
    make_exchange,
    places_of,
)

TAKES = (Take("order_id", JsonPlace(("id",))),)
CHECKS = (StatusCheck((201,)), ContainsCheck("paid"))
JOURNEY = Journey(
    "J3",
    "Checkout",
    (
        Step("n2", "Open home", (Request("r2", "GET", "/"), Request("r3", "GET", "/logo.png"))),
        Step("n6", "Pay", (Request("r6", "POST", "/orders", takes=TAKES, checks=CHECKS),)),
        Step("n7", "Order status", (Request("r7", "GET", take_apart("/orders/{{order_id}}")),)),
        Step("n8", "Sign out", (Request("r8", "POST", "/out"),)),
    ),
    once=(Step("n1", "Sign in", (Request("r1", "POST", "/login"),)),),
)
TRIED_AT = "2026-05-02T14:01:00+00:00"
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
CARD = '{"basket":7,"card":"{{secret.card-1}}"}'
PAGE = "<html><head><title>Shop</title></head><body><h1>Shop</h1><p>All boots</p></body></html>"


def paid(order: int, csrf: str, at: str) -> dict[str, object]:
    return {
        "id": order,
        "status": "paid",
        "receipt": f"/r/{order}",
        "paid_at": at,
        "csrf": csrf,
    }


def exchanges(order: int, csrf: str, at: str, *, status: int = 201) -> list[Exchanged]:
    answer = paid(order, csrf, at)
    image = make_exchange(line_of(JOURNEY, "r3"), number=2, name="/logo.png")
    packed = base64.b64encode(PIXEL).decode()
    body = TrialBody(TrialBodyKind.BINARY, base64=packed, type="image/png", size_bytes=len(PIXEL))
    hop = replace(image.hops[0], answer=GotAnswer(200, (("Content-Type", "image/png"),), body))
    failure = "" if status == 201 else f"status {status} instead of 201"
    shop = "http://shop.test"
    return [
        make_exchange(line_of(JOURNEY, "r1"), {}, number=0, pass_number=0, name="/login",
                      method="POST", sent="user=ann&password={{secret.password-1}}",
                      response_ms=148.0),
        make_exchange(line_of(JOURNEY, "r2"), PAGE, number=1, name="/", media_type="text/html"),
        replace(image, hops=(hop,)),
        make_exchange(line_of(JOURNEY, "r6"), answer, number=3, method="POST", name="/orders",
                      status=status, failure=failure, sent=CARD,
                      variables=(("order_id", str(order)), ("account.username", "ann")),
                      cookies=(("session", "9f8e7d"),), response_ms=384.0,
                      address=f"{shop}/orders"),
        make_exchange(line_of(JOURNEY, "r7"), {"id": order, "state": "sent"}, number=4,
                      name="/orders/[id]", address=f"{shop}/orders/{order}", response_ms=166.0),
        make_exchange(line_of(JOURNEY, "r8"), {}, number=5, method="POST", name="/out",
                      sent="_csrf=a1f93c", response_ms=31.0),
    ]  # fmt: skip


def session() -> TrialSession:
    return TrialSession(JOURNEY, places_of(JOURNEY), host="http://shop.test", tried_at=TRIED_AT)


def trial(*, status: int = 201, until: int | None = None) -> TrialRecord:
    """Return a trial of the journey.

    Args:
        status: Of the answer to the payment; 201 passes.
        until: It still goes on, after so many requests.
    """
    found = exchanges(9054, "77c0e2", "14:01:44", status=status)
    heard = session()
    heard.receive(BEGAN)
    heard.receive(PassBegan(1))
    for exchange in found[:until]:
        heard.receive(exchange)
    if until is None:
        heard.receive(PassEnded(1, 29.0, was_given_up=status != 201))
        heard.receive(FINISHED)
        heard.end(None)
    return heard.snapshot()


def before() -> TrialRecord:
    heard = session()
    for message in (BEGAN, PassBegan(1), *exchanges(8812, "a1f93c", "09:31:07"), FINISHED):
        heard.receive(message)
    heard.end(None)
    return heard.snapshot()


def found() -> Differences:
    return against_trial(trial(), before())
