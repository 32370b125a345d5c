"""JSON of others keeps its bytes; secrets leave it, variables stay."""

import json

from hypothesis import given
from hypothesis import strategies as st

from studio.importer.hiding import Hiding
from studio.importer.json_body import holes_in, read_json_body
from studio.journey.body import Hole, HoleType
from studio.journey.template import Secret, Variable
from tests.strategies import templates


def test_a_text_without_secrets_comes_to_the_byte() -> None:
    text = '{ "a":1e400,\n "b" : "\\u00e9"}'
    body = read_json_body(text, Hiding(), "")
    assert body is not None
    assert (body.text, body.holes) == (text, ())


def test_secrets_leave_their_place() -> None:
    hiding = Hiding()
    body = read_json_body('{"user": {"password": "x1", "pin": 1234}, "n": 1}', hiding, "POST /")
    assert body is not None
    assert body.text == '{"user": {"password": "", "pin": 0}, "n": 1}'
    assert body.holes == (
        Hole("/user/password", (Secret("password"),)),
        Hole("/user/pin", (Secret("pin"),), HoleType.JSON),
    )
    assert {it.value for it in hiding.secrets} == {"x1", "1234"}


def test_variables_stand_at_holes() -> None:
    text = ('{"a": "x', Variable("a"), '", "b": ', Variable("b"), "}")
    assert holes_in(text, Hiding(), "") == (
        '{"a": "", "b": null}',
        (Hole("/a", ("x", Variable("a"))), Hole("/b", (Variable("b"),), HoleType.JSON)),
    )


def test_what_is_no_json_is_none() -> None:
    assert read_json_body("{a: 1}", Hiding(), "") is None
    assert holes_in(("{", Variable("a"), "}"), Hiding(), "") is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["a", "key", "/~", ""]), inner)
        ),
    )
)
def test_any_json_keeps_its_shape(value: object) -> None:
    body = read_json_body(json.dumps(value), Hiding(), "")
    assert body is not None
    json.loads(body.text)


@given(templates)
def test_any_text_is_json_or_not(text: str) -> None:
    body = read_json_body(text, Hiding(), "")
    assert body is None or json.loads(body.text) is not ...
