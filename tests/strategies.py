"""Hypothesis strategies for the studio's nouns, with hostile texts everywhere."""

import json
from dataclasses import replace

from hypothesis import strategies as st

from studio.journey.body import Body, FormBody, Hole, HoleType, JsonBody, NoBody, RawBody
from studio.journey.check import StatusCheck
from studio.journey.data_file import AtEnd, DataFile, RowUse
from studio.journey.journey import Client, Journey
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.template import Piece, Secret, Variable, joined
from studio.journey.wait import BetweenWait, ConstantWait, NoWait, PacingWait, Wait
from studio.journey.walk import only_steps
from studio.scenario.arrival_rate import ArrivalRate, RateStage
from studio.scenario.labels import Labels
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import LoadProfile, Stage
from studio.scenario.load_shape import LoadShape, UserShape
from studio.scenario.shapes import Constant, Drawing, Point, RiseAndHold, Soak, Spike, Steps

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

_variables = st.tuples(st.sampled_from(DATA_FILES), st.sampled_from(COLUMNS)).map(
    lambda pair: Variable(f"{pair[0].name}.{pair[1]}")
)
_pieces: st.SearchStrategy[Piece] = st.one_of(
    texts, _variables, st.sampled_from(("token", "Token", "tls_key")).map(Secret)
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
)

_checks = st.lists(
    st.builds(
        StatusCheck, st.lists(st.integers(100, 599), min_size=1, max_size=3, unique=True).map(tuple)
    ),
    max_size=1,
).map(tuple)

requests = st.builds(
    Request,
    id=texts,
    method=st.sampled_from(("GET", "POST", "PUT", "DELETE", "PURGE")) | texts,
    path=templates,
    endpoint=st.none() | texts,
    headers=pairs,
    body=bodies,
    checks=_checks,
)

steps = st.builds(
    Step,
    id=texts,
    name=texts,
    requests=st.lists(requests, max_size=3).map(tuple),
    weight=st.integers(1, 9),
    labels=st.lists(texts, max_size=2).map(tuple),
)

_seconds = st.floats(0, 1e6, allow_nan=False)

waits: st.SearchStrategy[Wait] = st.one_of(
    st.just(NoWait()),
    _seconds.map(ConstantWait),
    _seconds.map(PacingWait),
    st.tuples(_seconds, _seconds).map(sorted).map(lambda pair: BetweenWait(*pair)),
)

_journeys = st.builds(
    Journey,
    id=texts,
    name=texts,
    again=st.lists(steps, min_size=1, max_size=3).map(tuple),
    once=st.lists(steps, max_size=2).map(tuple),
    client=st.sampled_from(Client),
    order=st.sampled_from(Order),
    wait=waits,
    headers=pairs,
    answer_within_s=st.none() | st.floats(0.1, 1e4, allow_nan=False),
    labels=st.lists(texts, max_size=2).map(tuple),
)


def _walkable(journey: Journey) -> Journey:
    """Return the journey with steps that follow each other, and labels where they may be."""
    is_chain = journey.order is Order.CHAIN
    names = [f"n{number}" for number in range(len(journey.again))]
    again = tuple(
        replace(
            step,
            id=name,
            next=tuple((it, number + 1) for number, it in enumerate(names)) if is_chain else (),
            labels=step.labels if journey.order is Order.WEIGHTED else (),
        )
        for name, step in zip(names, only_steps(journey.again), strict=True)
    )
    return replace(journey, again=again, labels=() if is_chain else journey.labels)


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
