"""A step, blocks and a journey as the panes show them."""

from studio.journey.body import (
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    Hole,
    JsonBody,
    PartsBody,
    RawBody,
)
from studio.journey.check import (
    ContainsCheck,
    JsonCheck,
    OnFailure,
    Operator,
    StatusCheck,
    Test,
    WithinCheck,
)
from studio.journey.journey import Journey
from studio.journey.made import Composed, Decimal, Made, Uuid
from studio.journey.node import (
    Branch,
    Choice,
    CodeBlock,
    Condition,
    EachItem,
    Group,
    Loop,
    Step,
    Times,
    Until,
)
from studio.journey.order import Order
from studio.journey.request import QueryField, Request
from studio.journey.take import JsonPlace, Keep, LinkPlace, Take
from studio.journey.template import Secret, Variable
from studio.journey.wait import BetweenWait

ORDER = JsonBody(
    '{\n  "basket": "b-11",\n  "card": "4711",\n  "delivery": "standard"\n}',
    (Hole("/basket", (Variable("basket_id"),)), Hole("/card", (Secret("card"),))),
)
PAID = Request(
    "r6",
    "POST",
    "/orders",
    query=(QueryField("src", "web+shop"), QueryField("debug", "1", is_on=False)),
    headers=(("Accept", "application/json"), ("X-Csrf", (Variable("csrf"),))),
    body=ORDER,
    takes=(
        Take("order_id", JsonPlace(("id",))),
        Take("next_page", LinkPlace("Next"), keep=Keep.USER),
    ),
    checks=(
        StatusCheck((201,)),
        ContainsCheck("thank you"),
        WithinCheck(2000),
        JsonCheck(("status",), Operator.EQUAL, "paid", OnFailure.GO_ON),
    ),
)
PAY = Step("n6", "Pay", (PAID,), wait=BetweenWait(2, 6))
OPEN = Step(
    "n2",
    "Open home page",
    (Request("r1", "GET", "/"), Request("r2", "GET", "/a?b=1"), Request("r3", "PURGE", "/c")),
)
TEST = Test((Variable("status"),), Operator.EQUAL, "paid")
BLOCKS = (
    Loop("n10", "Look at some", Times(1, 4), (PAY,)),
    Loop("n11", "Each basket", EachItem("items", "item"), (), is_on=False),
    Loop("n12", "Wait for payment", Until(TEST), ()),
    Choice("n13", "How they pay", (Branch("by card", 60, (PAY,)), Branch("later", 25, ()))),
    Condition("n14", "Only members", TEST, (PAY,), (OPEN,)),
    Group("n15", "Browse", (PAY,), Order.CHAIN, next=(("n16", 3), ("", 1))),
    CodeBlock("n16", "Sign request", "import hmac\nif self.token:\n    pass\n"),
)
JOURNEY = Journey(
    "J3",
    "Checkout",
    (PAY, *BLOCKS),
    headers=(("Accept-Language", "fr"),),
    made=(
        Made("ref", Uuid()),
        Made("amount", Decimal(1, 100)),
        Made("who", Composed(("u-", Variable("ref"))), Keep.USER),
    ),
    labels=("read",),
)
BODIES = (
    ORDER,
    FormBody((("user", (Variable("user"),)), ("password", (Secret("card"),)))),
    PartsBody((FieldPart("a", (Variable("x"),)), FilePart("scan", "scan.png", "scan.png"))),
    GraphqlBody("query Q {\n  me { id }\n}", '{"a": ""}', (Hole("/a", (Variable("x"),)),)),
    RawBody(("<a>", Variable("x"), "</a>"), "text/xml"),
    RawBody("plain", "text/plain"),
    FileBody("scan.png"),
    RawBody('{"a": ', "application/json"),
)
