"""Hypothesis strategies for the studio's nouns, with hostile texts everywhere."""

import json
from dataclasses import replace

from hypothesis import strategies as st

from studio.journey.body import Body, FormBody, Hole, HoleType, JsonBody, NoBody, RawBody
from studio.journey.check import Operator, Test
from studio.journey.data_file import AtEnd, DataFile, RowUse
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
    How,
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
    EachItem,
    Group,
    Loop,
    Node,
    Repeat,
    Step,
    Times,
    Until,
)
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.take import Keep
from studio.journey.template import Piece, Secret, Variable, joined
from studio.journey.wait import BetweenWait, ConstantWait, NoWait, PacingWait, Pause, Wait
from studio.journey.walk import with_nodes
from studio.scenario.arrival_rate import ArrivalRate, RateStage
from studio.scenario.labels import Labels
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import LoadProfile, Stage
from studio.scenario.load_shape import LoadShape, UserShape
from studio.scenario.shapes import Constant, Drawing, Point, RiseAndHold, Soak, Spike, Steps
from tests.answer_strategies import (
    auths_of,
    checks_of,
    other_bodies_of,
    queries_of,
    takes_of,
)

HOSTILE = (
    '"',
    "'",
    '"""',
    "\\",
    "\n",
    "\r\n",
    "{self.client}",
    '"); __import__("os").system("x") #',
    "\u202e",
    "\u2028",
    "\ud800",
    "${jndi:x}",
    "{{x}}",
    "\x00",
    "é",
    "🙂",
)

texts = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(HOSTILE) | st.text(max_size=5), max_size=4).map("".join),
)

COLUMNS = ("username", "first name", "prénom", "#1", "a:b!r", "import os")
DATA_FILES = (
    DataFile("D1", "accounts", COLUMNS, 3, "0", RowUse.OWN),
    DataFile("D2", "words", COLUMNS, 3, "0", RowUse.NEXT),
    DataFile("D3", "tickets", COLUMNS, 3, "0", RowUse.NEXT, AtEnd.STOP_USER),
    DataFile("D4", "time", COLUMNS, 3, "0", RowUse.ANY),
)
"""What the variables of `templates` come from."""

MADE_NAMES = ("order", "class", "self", "_x", "time", "url", "whole", "coded")
"""What the users of `journeys` make up; the last two are composed of the others."""

_variables = st.tuples(st.sampled_from(DATA_FILES), st.sampled_from(COLUMNS)).map(
    lambda pair: Variable(f"{pair[0].name}.{pair[1]}")
)
_pieces: st.SearchStrategy[Piece] = st.one_of(
    texts,
    _variables,
    st.sampled_from(MADE_NAMES).map(Variable),
    st.sampled_from(("token", "Token", "tls_key")).map(Secret),
)

templates = st.one_of(texts, st.lists(_pieces, max_size=4).map(joined))
"""Texts with variables and secrets in them."""

pairs = st.lists(st.tuples(texts, templates), max_size=4).map(tuple)

_json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=8,
)

_holes = st.lists(
    st.builds(Hole, st.just("/a/1"), templates, st.sampled_from(HoleType)), max_size=1
).map(tuple)
_holed = st.builds(
    JsonBody, st.sampled_from(('{"a": [1, {"b~/": "x"}]}', '{"a": [1.10, 2], "c": 1e400}')), _holes
)

bodies: st.SearchStrategy[Body] = st.one_of(
    _holed,
    st.just(NoBody()),
    pairs.map(FormBody),
    _json_values.map(json.dumps).map(JsonBody),
    texts.map(JsonBody),
    st.builds(RawBody, templates, texts),
    other_bodies_of(texts, templates),
)

_auths = auths_of(texts, templates)

requests = st.builds(
    Request,
    id=texts,
    method=st.sampled_from(("GET", "POST", "PUT", "DELETE", "PURGE")) | texts,
    path=templates,
    endpoint=st.none() | texts,
    headers=pairs,
    body=bodies,
    auth=st.none() | _auths,
    query=queries_of(texts, templates),
    follow_redirects=st.none() | st.booleans(),
    answer_within_s=st.none() | st.floats(0.1, 1e4),
    takes=takes_of(texts, templates),
    checks=checks_of(texts, templates),
)

_seconds = st.floats(0, 1e6, allow_nan=False)
_between = st.tuples(_seconds, _seconds).map(sorted).map(lambda pair: BetweenWait(*pair))
pauses: st.SearchStrategy[Pause] = st.one_of(
    st.just(NoWait()), _seconds.map(ConstantWait), _between
)

steps = st.builds(
    Step,
    id=texts,
    name=texts,
    requests=st.lists(requests, max_size=3).map(tuple),
    weight=st.integers(1, 9),
    labels=st.lists(texts, max_size=2).map(tuple),
    wait=st.none() | pauses,
    is_counted=st.booleans(),
    is_on=st.sampled_from((True, True, True, False)),
    note=texts,
)

_made_texts = st.lists(
    texts | st.sampled_from(MADE_NAMES[:-2]).map(Variable) | _variables, max_size=3
).map(joined)
"""What variables are composed of; not of those that are composed themselves."""

_hows: st.SearchStrategy[How] = st.one_of(
    st.just(Uuid()),
    st.builds(Clock, st.sampled_from(ClockUnit)),
    st.tuples(st.integers(), st.integers()).map(sorted).map(lambda ends: Integer(*ends)),
    st.builds(Decimal, _seconds, _seconds, st.integers(0, 9)),
    st.lists(texts, min_size=1, max_size=9).map(tuple).map(OneOf),
    st.integers(0, 99).map(Letters),
    st.integers(0, 99).map(Digits),
    st.integers().map(Counter),
    st.builds(Date, st.integers(-999, 999), texts),
)
_composed: st.SearchStrategy[How] = _made_texts.map(Composed) | _made_texts.map(Base64)
made_variables = st.tuples(
    *(st.builds(Made, st.just(name), _hows, st.sampled_from(Keep)) for name in MADE_NAMES[:-2]),
    *(st.builds(Made, st.just(name), _composed) for name in MADE_NAMES[-2:]),
)
"""What `templates` may hold beside columns and secrets."""

tests = st.builds(Test, templates, st.sampled_from(Operator), templates).filter(
    lambda it: it.operator is not Operator.MATCHES
)
_repeats: st.SearchStrategy[Repeat] = st.one_of(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).map(sorted).map(lambda ends: Times(*ends)),
    st.builds(EachItem, st.sampled_from(MADE_NAMES), st.just("item"), st.integers(0, 9)),
    st.builds(Until, tests, st.integers(1, 9), pauses, st.booleans()),
)
CODE = 'import hashlib\n\nself.mark = hashlib.sha256(b"x").hexdigest()'


def _blocks_of(inner: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    nodes = st.lists(inner, max_size=3).map(tuple)
    named = {"id": texts, "name": texts, "note": texts}
    branches = st.lists(st.builds(Branch, texts, st.integers(0, 25), nodes), max_size=4).map(tuple)
    return st.one_of(
        st.builds(Group, **named, nodes=nodes, order=st.sampled_from(Order)).map(_left),
        st.builds(Loop, **named, repeat=_repeats, nodes=nodes),
        st.builds(Choice, **named, branches=branches),
        st.builds(Condition, **named, when=tests, nodes=nodes, otherwise=nodes),
    )


def _left(group: Group) -> Group:
    """Return the group with steps that lead out of it, and ids that differ."""
    nodes = tuple(
        replace(node, id=f"g{number}", labels=(), next=((LEAVE, 1), ("g0", 2)), is_on=True)
        for number, node in enumerate(group.nodes)
    )
    return replace(group, nodes=nodes)


nodes = st.recursive(
    steps | st.builds(CodeBlock, id=texts, name=texts, text=st.just(CODE), note=texts),
    _blocks_of,
    max_leaves=4,
)

waits: st.SearchStrategy[Wait] = st.one_of(
    st.just(NoWait()),
    _seconds.map(ConstantWait),
    _seconds.map(PacingWait),
    _between,
)

_journeys = st.builds(
    Journey,
    id=texts,
    name=texts,
    again=st.lists(nodes, min_size=1, max_size=3).map(tuple),
    once=st.lists(nodes, max_size=2).map(tuple),
    at_end=st.lists(nodes, max_size=1).map(tuple),
    made=made_variables,
    cookies=st.sampled_from(Cookies),
    retries_start=st.booleans(),
    note=texts,
    client=st.sampled_from(Client),
    order=st.sampled_from(Order),
    wait=waits,
    headers=pairs,
    auth=_auths,
    follow_redirects=st.booleans(),
    answer_within_s=st.none() | st.floats(0.1, 1e4, allow_nan=False),
    labels=st.lists(texts, max_size=2).map(tuple),
)


def _walkable(journey: Journey) -> Journey:
    """Return the journey with steps that follow each other, and labels where they may be."""
    is_chain = journey.order is Order.CHAIN
    names = [f"n{number}" for number in range(len(journey.again))]
    again = tuple(
        replace(
            node,
            id=name,
            next=tuple((it, number + 1) for number, it in enumerate(names)) if is_chain else (),
            is_on=True,
        )
        for name, node in zip(names, journey.again, strict=True)
    )
    is_weighted = journey.order is Order.WEIGHTED
    return replace(
        journey,
        again=tuple(_unlabelled(node, is_top=is_weighted) for node in again),
        once=tuple(_unlabelled(node) for node in journey.once),
        at_end=tuple(_unlabelled(node) for node in journey.at_end),
        labels=() if is_chain else journey.labels,
    )


def _unlabelled(node: Node, *, is_top: bool = False) -> Node:
    (changed,) = with_nodes((node,), lambda it: (replace(it, labels=()),))
    return replace(changed, labels=node.labels) if is_top else changed


journeys = _journeys.map(_walkable)

_lengths_s = st.floats(0.1, 1e4)
_jumps_s = st.just(0.0) | _lengths_s
_users = st.integers(0, 10_000)

user_shapes: st.SearchStrategy[UserShape] = st.one_of(
    st.builds(Constant, _users, _lengths_s),
    st.builds(RiseAndHold, _users, _jumps_s, _lengths_s, _jumps_s),
    st.builds(Soak, _users, st.floats(0, 10), st.floats(10, 1e5), _jumps_s),
    st.builds(Steps, _users, st.integers(0, 500), st.integers(1, 9), st.floats(1, 100), st.just(1)),
    st.builds(
        Spike, _users, st.integers(10_001, 20_000), _jumps_s, _jumps_s, _lengths_s, _jumps_s
    ),
    st.lists(st.builds(Point, _jumps_s, _users), min_size=1, max_size=6)
    .map(lambda points: Drawing((*sorted(points, key=lambda it: it.at_s), Point(2e4, 1)))),
    st.lists(st.builds(Stage, _lengths_s, _users), min_size=1, max_size=6)
    .map(lambda stages: LoadProfile(tuple(stages))),
)  # fmt: skip

arrival_rates = st.builds(
    ArrivalRate,
    st.lists(st.builds(RateStage, _lengths_s, st.floats(0.1, 1000)), min_size=1, max_size=6).map(
        tuple
    ),
    st.integers(1, 10_000),
)

limit_searches = st.builds(
    LimitSearch, st.integers(1, 1000), st.integers(1000, 100_000), st.floats(2, 1000)
)

_label_words = st.lists(st.sampled_from(("read", "v1.2", "lecture-rapide")), max_size=2).map(tuple)
labels = st.builds(Labels, _label_words, _label_words)

load_shapes: st.SearchStrategy[LoadShape] = st.one_of(user_shapes, arrival_rates, limit_searches)
