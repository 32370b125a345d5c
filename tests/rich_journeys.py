"""Journeys with everything in them: by Hypothesis, and one of a thousand steps."""

from dataclasses import replace

from hypothesis import strategies as st

from studio.journey.auth import NO_AUTH, Auth, BasicAuth, BearerAuth, KeyAuth, KeyPlace
from studio.journey.body import (
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    Hole,
    JsonBody,
    PartsBody,
)
from studio.journey.by_hand import ByHand
from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    Operator,
    SizeCheck,
    StatusCheck,
    Test,
    WithinCheck,
)
from studio.journey.journey import Client, Cookies, Journey
from studio.journey.made import Base64, Clock, Composed, Counter, Integer, Made, OneOf, Uuid
from studio.journey.node import (
    LEAVE,
    Branch,
    Choice,
    CodeBlock,
    Condition,
    EachItem,
    Group,
    Loop,
    Nodes,
    Step,
    Times,
    Until,
)
from studio.journey.numbering import with_own_ids
from studio.journey.order import Order
from studio.journey.request import QueryField, Request
from studio.journey.take import (
    AddressPlace,
    AnyItem,
    CookiePlace,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    IfMissing,
    ItemWhere,
    JsonPlace,
    LinkPlace,
    PatternPlace,
    Take,
)
from studio.journey.template import Host, Piece, Secret, Variable, joined
from studio.journey.wait import ConstantWait
from tests.strategies import bodies, pairs, texts, waits

VARIABLES = ("token", "order_id", "basket", "who", "accounts.username")

_names = st.sampled_from(VARIABLES[:4])
_pieces: st.SearchStrategy[Piece] = st.one_of(
    texts,
    st.sampled_from(VARIABLES).map(Variable),
    st.just(Secret("token")),
    st.sampled_from(("main", "api")).map(Host),
)
templates = st.one_of(texts, st.lists(_pieces, max_size=3).map(joined))
_patterns = st.sampled_from((r"id=(\d+)", "(", "", "a(b)c", "\ud800"))
_json_paths = st.lists(
    st.sampled_from(("id", "a b", 0, -1, AnyItem(), ItemWhere("name", "x"))), max_size=3
).map(tuple)
_places = st.one_of(
    _json_paths.map(JsonPlace),
    texts.map(FieldPlace),
    st.sampled_from(("a.buy", "{", "")).map(ElementPlace),
    texts.map(LinkPlace),
    st.builds(PatternPlace, _patterns, st.integers(-1, 2)),
    texts.map(HeaderPlace),
    texts.map(CookiePlace),
    _patterns.map(AddressPlace),
)
takes = st.builds(Take, _names, _places, if_missing=st.sampled_from(IfMissing), default=templates)
checks: st.SearchStrategy[Check] = st.one_of(
    st.builds(StatusCheck, st.just((200,)), st.just((3,))),
    templates.map(ContainsCheck),
    templates.map(AbsentCheck),
    _patterns.map(MatchesCheck),
    st.builds(JsonCheck, _json_paths, st.sampled_from(Operator), templates),
    st.builds(HeaderCheck, texts, st.sampled_from(Operator), templates),
    st.just(WithinCheck(800.0)),
    st.just(SizeCheck(Operator.MORE, 10)),
)
_auths: st.SearchStrategy[Auth] = st.one_of(
    st.just(NO_AUTH),
    st.builds(BasicAuth, templates, templates),
    templates.map(BearerAuth),
    st.builds(KeyAuth, texts, templates, st.sampled_from(KeyPlace)),
)
_holes = st.builds(Hole, st.sampled_from(("/a", "/a/0", "", "x")), templates)
_bodies: st.SearchStrategy[Body] = st.one_of(
    bodies,
    pairs.map(FormBody),
    st.builds(JsonBody, st.just('{"a": [1]}') | texts, st.tuples(_holes)),
    st.builds(PartsBody, st.tuples(st.builds(FieldPart, texts, templates))),
    st.just(PartsBody((FilePart("f", "cat.png", "cat.png"),))),
    st.just(FileBody("cat.png")),
    st.builds(GraphqlBody, texts, st.just('{"a": 1}'), st.tuples(_holes)),
)
requests = st.builds(
    Request,
    id=texts,
    method=st.sampled_from(("GET", "POST")),
    path=templates,
    query=st.lists(st.builds(QueryField, texts, templates, st.booleans()), max_size=2).map(tuple),
    host=st.none() | st.sampled_from(("api", "main")),
    endpoint=st.none() | texts,
    headers=pairs,
    auth=st.none() | _auths,
    body=_bodies,
    takes=st.lists(takes, max_size=2).map(tuple),
    checks=st.lists(checks, max_size=2).map(tuple),
    is_on=st.booleans(),
    note=texts,
)
_tests = st.builds(Test, templates, st.sampled_from(Operator), templates)
_next = st.lists(
    st.tuples(st.sampled_from(("n1", "n2", "n3", LEAVE)), st.integers(0, 3)), max_size=2
).map(tuple)
_shared = {
    "weight": st.integers(0, 3),
    "next": _next,
    "labels": st.lists(texts, max_size=1).map(tuple),
    "is_on": st.booleans(),
    "note": texts,
}
steps = st.builds(
    Step, texts, texts, st.lists(requests, max_size=2).map(tuple), **_shared
) | st.builds(CodeBlock, texts, texts, texts, **_shared)


def _blocks(inner: st.SearchStrategy[Nodes]) -> st.SearchStrategy[Nodes]:
    repeats = st.one_of(
        st.just(Times(1, 3)), st.builds(EachItem, _names, _names), st.builds(Until, _tests)
    )
    branches = st.builds(Branch, texts, st.integers(1, 50), inner)
    block = st.one_of(
        st.builds(Group, texts, texts, inner, st.sampled_from(Order), **_shared),
        st.builds(Loop, texts, texts, repeats, inner, **_shared),
        st.builds(Choice, texts, texts, st.lists(branches, max_size=2).map(tuple), **_shared),
        st.builds(Condition, texts, texts, _tests, inner, inner, **_shared),
    )
    return st.lists(block | steps, max_size=2).map(tuple)


nodes: st.SearchStrategy[Nodes] = st.recursive(
    st.lists(steps, max_size=2).map(tuple), _blocks, max_leaves=3
)
_made = st.builds(
    Made,
    _names,
    st.one_of(
        st.sampled_from((Uuid(), Clock(), Integer(1, 2), OneOf(("a",)), Counter())),
        templates.map(Composed),
        templates.map(Base64),
    ),
)

any_journeys = st.builds(
    Journey,
    id=st.just("J1"),
    name=texts,
    once=nodes,
    again=nodes,
    at_end=nodes,
    client=st.sampled_from(Client),
    order=st.sampled_from(Order),
    wait=waits,
    headers=pairs,
    auth=_auths,
    made=st.lists(_made, max_size=2).map(tuple),
    cookies=st.sampled_from(Cookies),
    retries_start=st.booleans(),
    labels=st.lists(texts, max_size=1).map(tuple),
    by_hand=st.none() | st.none() | st.builds(ByHand, texts, st.just(("accounts",))),
)
"""Any journey a document could hold, ids that come twice among them."""

rich_journeys = any_journeys.map(with_own_ids)
"""Journeys as the editor has them."""


def long_journey(steps: int) -> Journey:
    """Return a journey of so many steps, in blocks of ten, each with two requests."""
    return replace(
        Journey("J1", "Long", tuple(_block(number) for number in range(steps // 10))),
        made=(Made("who", Uuid()),),
    )


def _block(number: int) -> Group:
    inside = tuple(_step(10 * number + it) for it in range(10))
    return Group(f"n{100_000 + number}", f"Block {number}", inside)


def _step(number: int) -> Step:
    page = Request(
        f"r{2 * number}",
        "GET",
        ("/page/", Variable("who")),
        query=(QueryField("q", "shoes"), QueryField("page", "1")),
        headers=(("Accept", "text/html"), ("X-Request", (Variable("who"),))),
        takes=(Take(f"item_{number}", JsonPlace(("items", 0, "id"))),),
        checks=(StatusCheck((200,)), ContainsCheck("Welcome")),
    )
    order = Request(
        f"r{2 * number + 1}",
        "POST",
        "/orders",
        headers=(("Accept", "application/json"),),
        body=JsonBody('{"item": 17, "amount": 2}', (Hole("/item", (Variable(f"item_{number}"),)),)),
        checks=(StatusCheck((201,)),),
    )
    return Step(f"n{number}", f"Step {number}", (page, order), wait=ConstantWait(1.0))
