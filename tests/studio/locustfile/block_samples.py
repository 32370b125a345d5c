"""Journeys with blocks of every kind, for tests that look at what is written and run it."""

from dataclasses import replace

from studio.journey.body import FormBody, JsonBody
from studio.journey.check import Operator, StatusCheck, Test
from studio.journey.journey import Client, Cookies, Journey
from studio.journey.made import (
    Base64,
    Clock,
    ClockUnit,
    Composed,
    Counter,
    Date,
    Decimal,
    Digits,
    Integer,
    Letters,
    Made,
    OneOf,
    Uuid,
)
from studio.journey.node import (
    LEAVE,
    Branch,
    Choice,
    CodeBlock,
    Condition,
    Group,
    Loop,
    Step,
    Times,
    Until,
)
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.take import Keep
from studio.journey.template import take_apart
from studio.journey.wait import BetweenWait, ConstantWait, NoWait, PoissonWait, ThroughputWait
from studio.scenario.goal import Bound, Goal, Measure
from studio.scenario.target import Target

QUICK = ConstantWait(0.01)


def step(name: str, path: str = "", *, fails: bool = False, **changes: object) -> Step:
    """Return a step that asks for one address; one that fails gives up its pass."""
    checks = (StatusCheck((418 if fails else 200,)),) if fails or changes.pop("ok", False) else ()
    request = Request(f"r {name}", "GET", take_apart(path or f"/{name}"), checks=checks)
    made = Step(f"n {name}", name, (request,))
    return replace(made, **changes)  # pyright: ignore[reportArgumentType]


GROUPS = Journey(
    "J1",
    "Grouped",
    (
        Group(
            "g1",
            "Look around",
            (
                step("search", weight=3, wait=ConstantWait(0.02)),
                step("look", is_counted=True, note="As most do."),
            ),
            order=Order.WEIGHTED,
            is_counted=True,
        ),
        Group(
            "g2",
            "Compare",
            (
                step("first", next=(("n second", 3), (LEAVE, 1))),
                step("second", next=(("n first", 1), (LEAVE, 2))),
            ),
            order=Order.CHAIN,
            note="Until they have made up their minds.",
        ),
        Group("g3", "Order", (step("basket", wait=QUICK), step("pay", is_counted=True, ok=True))),
        step("never", is_on=False),
    ),
    once=(step("sign in", "/signed-in", ok=True, wait=QUICK),),
    at_end=(step("sign out", "/signed-out"),),
    wait=QUICK,
)

LOOPS = Journey(
    "J2",
    "Looper",
    (
        Loop("l1", "Pages", Times(2, 2), (step("page"),), note="Two at most."),
        Loop("l2", "More", Times(1, 3), (step("more", wait=QUICK),)),
        Loop(
            "l3",
            "Until it is high",
            Until(Test(take_apart("{{dice}}"), Operator.AT_LEAST, "1"), 3, QUICK),
            (step("throw"),),
        ),
        Choice("c1", "Pay or not", (Branch("pays", 60, (step("pays", is_counted=True),)),)),
        Choice(
            "c2",
            "How",
            (
                Branch("card", 70, (step("card"),)),
                Branch("cash", 20, (step("cash"),)),
                Branch("later", 10, (step("later"),)),
            ),
        ),
        Choice(
            "c3",
            "Whether",
            (
                Branch("a", 25, (step("a", wait=QUICK), step("b"))),
                Branch("c", 25, (Loop("l4", "Again", Times(1, 1), (step("c"),)),)),
            ),
        ),
        Condition(
            "k1",
            "Lucky",
            Test(take_apart("{{dice}}"), Operator.MORE, "3"),
            (step("lucky"),),
            (
                Condition(
                    "k2",
                    "Which",
                    Test(take_apart("{{colour}}"), Operator.EQUAL, "red"),
                    (step("red"),),
                    (step("blue"),),
                ),
            ),
        ),
        Condition(
            "k3",
            "Long",
            Test(take_apart("{{colour}}"), Operator.MATCHES, "^(r|b)"),
            (step("matched"),),
        ),
    ),
    made=(Made("dice", Integer(1, 6)), Made("colour", OneOf(("red", "blue")))),
    wait=QUICK,
    cookies=Cookies.EACH_PASS,
)

SIGNING = """\
import hashlib

text = f\"\"\"{self.order}
signed\"\"\"
self.signature = hashlib.sha256(text.encode()).hexdigest()[:8]
"""
CODE = Journey(
    "J3",
    "Signer",
    (
        CodeBlock("p1", "Sign request", SIGNING, note="As the interface wants it."),
        step("signed", "/signed/{{signature}}"),
    ),
    made=(Made("order", Counter(100)),),
    wait=QUICK,
)
CODE_IN_CHAIN = replace(
    CODE,
    id="J4",
    name="Chained signer",
    order=Order.CHAIN,
    again=(
        replace(CODE.again[0], next=(("n signed", 1),)),
        replace(CODE.again[1], next=(("p1", 2), (LEAVE, 1))),
    ),
)

MADE = Journey(
    "J5",
    "Maker",
    (
        Step(
            "n1",
            "Send",
            (
                Request(
                    "r1",
                    "POST",
                    "/made",
                    headers=(("Authorization", take_apart("Basic {{credentials}}")),),
                    body=FormBody(
                        tuple(
                            (name, take_apart(f"{{{{{name}}}}}"))
                            for name in (
                                *("id", "seconds", "millis", "dice", "price", "colour", "word"),
                                *("pin", "number", "today", "next_week", "reference"),
                            )
                        )
                    ),
                ),
            ),
        ),
    ),
    made=(
        Made("id", Uuid()),
        Made("seconds", Clock(ClockUnit.S)),
        Made("millis", Clock()),
        Made("dice", Integer(1, 6)),
        Made("price", Decimal(1, 9.5)),
        Made("colour", OneOf(("red", 'dark "blue"'))),
        Made("word", Letters(8), Keep.USER),
        Made("pin", Digits(4)),
        Made("number", Counter()),
        Made("today", Date()),
        Made("next_week", Date(7, "%d.%m.%Y")),
        Made("reference", Composed(take_apart("ops-{{number}}-{{word}}"))),
        Made("credentials", Base64(take_apart("{{word}}:{{pin}}"))),
        Made("unused", Digits(4)),
    ),
    wait=QUICK,
)

TARGET = Target(
    "T1",
    "Staging",
    (("main", "https://staging.shop.example"), ("api", "https://api.shop.example")),
    (("lang", "fr"),),
)
HOSTS = Journey(
    "J6",
    "Two hosts",
    (
        step("page", "/{{lang}}/page"),
        Step(
            "n2",
            "Ask",
            (
                Request(
                    "r2",
                    "POST",
                    take_apart("{{host.api}}/orders/{{lang}}"),
                    headers=(("Origin", take_apart("{{host.main}}")),),
                    body=JsonBody('{"n": 1}'),
                ),
            ),
        ),
    ),
    wait=QUICK,
)

WAITS = (
    (Journey("J7", "None", (step("a"),), wait=NoWait()), 1),
    (Journey("J8", "Often", (step("b"),), wait=PoissonWait(20)), 1),
    (Journey("J9", "Steady", (step("c"),), wait=ThroughputWait(20), client=Client.HTTP), 1),
    (
        Journey(
            "J10",
            "Pauses",
            (step("d", wait=BetweenWait(0.01, 0.02)), step("e", wait=QUICK), step("f", wait=QUICK)),
            once=(step("g", fails=False, ok=True),),
            wait=BetweenWait(0, 0.02),
            retries_start=False,
        ),
        1,
    ),
)

WEIGHTED = Journey(
    "J11",
    "Drawn",
    (
        replace(GROUPS.again[0], weight=2, labels=("look",)),
        replace(LOOPS.again[0], weight=3, labels=("read", "slow")),
        replace(LOOPS.again[3], id="c9"),
        step("plain", labels=("read",)),
    ),
    order=Order.WEIGHTED,
    wait=QUICK,
)

GOALS = (
    Goal(Measure.FAILURE_RATE, Bound.AT_MOST, 0.01),
    Goal(Measure.P95, Bound.AT_MOST, 800, "POST /todos"),
    Goal(Measure.MEDIAN, Bound.AT_MOST, 500.5, "GET /"),
    Goal(Measure.THROUGHPUT, Bound.AT_LEAST, 1),
)
