"""A journey of thirty steps with everything the editor has to show."""

from studio.journey.body import FormBody, JsonBody
from studio.journey.check import Operator, StatusCheck, Test
from studio.journey.journey import Journey
from studio.journey.node import (
    Branch,
    Choice,
    CodeBlock,
    Condition,
    Group,
    Loop,
    Node,
    Step,
    Times,
    Until,
)
from studio.journey.order import Order
from studio.journey.request import QueryField, Request
from studio.journey.take import AnyItem, FieldPlace, JsonPlace, Take
from studio.journey.template import Secret, Text, Variable
from studio.journey.wait import BetweenWait


def request(number: int, method: str, path: Text, *takes: Take) -> Request:
    return Request(f"r{number}", method, path, takes=takes, checks=(StatusCheck((), (2,)),))


def step(number: int, name: str, *requests: Request, is_on: bool = True) -> Step:
    return Step(f"n{number}", name, requests, wait=BetweenWait(2, 6), is_on=is_on)


_PRODUCT = Take("product_id", JsonPlace(("items", AnyItem(), "id")))
_BASKET = Take("basket_id", JsonPlace(("id",)))
_ORDER = Take("order_id", JsonPlace(("id",)))

_SIGN_IN = step(
    1,
    "Sign in",
    request(1, "GET", "/login", Take("csrf", FieldPlace("_csrf"))),
    Request(
        "r2",
        "POST",
        "/login",
        body=FormBody((("_csrf", (Variable("csrf"),)), ("password", (Secret("shop_password"),)))),
        takes=(Take("token", JsonPlace(("token",))),),
    ),
)
_PAY = Step(
    "n7",
    "Pay",
    (
        Request(
            "r9",
            "POST",
            "/orders",
            headers=(("Authorization", ("Bearer ", Variable("token"))),),
            body=JsonBody('{"basket": "b1", "delivery": "standard"}'),
            takes=(_ORDER,),
            checks=(StatusCheck((201,)),),
        ),
    ),
    wait=BetweenWait(2, 6),
)
_AGAIN: tuple[Node, ...] = (
    step(
        2,
        "Open home page",
        request(3, "GET", "/"),
        request(4, "GET", "/api/teasers"),
        request(5, "GET", "/api/me"),
    ),
    step(
        3,
        "Search products",
        Request(
            "r6", "GET", "/search", (QueryField("q", (Variable("words.term"),)),), takes=(_PRODUCT,)
        ),
    ),
    Loop(
        "n30",
        "Look around",
        Times(3, 3),
        (step(4, "Product page", request(7, "GET", ("/products/", Variable("product_id")))),),
    ),
    step(
        5,
        "Add to basket",
        Request(
            "r8",
            "POST",
            "/basket/items",
            headers=(("Authorization", ("Bearer ", Variable("token"))),),
            body=FormBody((("product", (Variable("product_id"),)),)),
            takes=(_BASKET,),
        ),
    ),
    Choice(
        "n31",
        "Pays or not",
        (
            Branch(
                "pays",
                60,
                (
                    step(6, "Check out", request(20, "GET", ("/basket/", Variable("basket_id")))),
                    _PAY,
                    Loop(
                        "n32",
                        "Wait for the parcel",
                        Until(Test((Variable("status"),), Operator.EQUAL, "paid")),
                        (
                            step(
                                8,
                                "Order status",
                                request(
                                    10,
                                    "GET",
                                    ("/orders/", Variable("order_id")),
                                    Take("status", JsonPlace(("status",))),
                                ),
                            ),
                            step(9, "Order history", request(11, "GET", "/orders")),
                        ),
                    ),
                ),
            ),
            Branch("leaves", 30, (step(10, "Empty the basket", request(12, "DELETE", "/basket")),)),
        ),
    ),
    Condition(
        "n33",
        "Coupon",
        Test((Variable("status"),), Operator.CONTAINS, "coupon"),
        (step(11, "Use the coupon", request(13, "PUT", "/coupons/9")),),
    ),
    step(12, "Subscribe to news", request(14, "POST", "/newsletter"), is_on=False),
    CodeBlock("n13", "Sign request", "self.signature = 'x'"),
    Group(
        "n34",
        "Help pages",
        tuple(
            step(it, f"Help page {it - 13}", request(it + 40, "GET", f"/help/{it - 13}"))
            for it in range(14, 20)
        ),
        Order.WEIGHTED,
    ),
    *(
        step(it, f"Read article {it - 19}", request(it + 60, "GET", f"/articles/{it - 19}"))
        for it in range(20, 30)
    ),
)

CHECKOUT = Journey(
    "J3",
    "Checkout",
    _AGAIN,
    once=(_SIGN_IN,),
    at_end=(step(40, "Sign out", request(99, "POST", "/logout")),),
)
