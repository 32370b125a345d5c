"""JSON bodies keep what was recorded, but for their holes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.body import Hole, HoleType, JsonBody
from studio.journey.journey_error import JourneyError
from studio.journey.template import Text, Variable, pieces_of
from studio.locustfile.layout import flat
from studio.locustfile.planning_json import json_argument, needs_json
from studio.locustfile.planning_text import Names
from tests.strategies import templates, texts

NAMES = Names({}, {"words": "row"}, {"words": ("a",)})
WORD = (Variable("words.a"),)
LOSSY = '{ "a" : [1.10, {"b": "x"}], "a": 2}'


def argument(text: str, *holes: Hole) -> str:
    return flat(json_argument(JsonBody(text, holes), NAMES))


def sent(text: str, *holes: Hole, word: str) -> object:
    """Return the value of the JSON that is sent."""
    name, _, source = argument(text, *holes).partition("=")
    value = eval(source, {"row": {"a": word}, "json": json})  # noqa: S307
    return value if name == "json" else json.loads(value)


def test_a_hole_is_filled_where_it_is() -> None:
    text = '{"a": [1, {"b": "x"}]}'
    assert argument(text, Hole("/a/1/b", WORD)) == 'json={"a": [1, {"b": row["a"]}]}'
    assert argument(text, Hole("/a/0", WORD, HoleType.JSON)) == (
        'json={"a": [json.loads(row["a"]), {"b": "x"}]}'
    )
    assert argument(text, Hole("", WORD)) == 'json=row["a"]'


def test_a_text_that_parsing_would_change_is_cut_at_its_holes() -> None:
    assert argument('{"a": [1.10, "x"]}', Hole("/a/1", WORD)) == (
        r"""data=f"{{\"a\": [1.10, \"{json.dumps(row['a'])[1:-1]}\"]}}\""""[:-2] + '"'
    )
    assert argument('{"a": 1.10}', Hole("/a", WORD, HoleType.JSON)) == (
        r"""data=f"{{\"a\": {row['a']}}}\""""[:-2] + '"'
    )


@given(texts, st.sampled_from(['{"a": [1, {"b": "x"}]}', LOSSY]))
def test_any_value_stays_within_its_hole(word: str, text: str) -> None:
    assert sent(text, Hole("/a/1/b", ("<", *WORD, '">')), word=word) == (
        json.loads(text) | {"a": [1, {"b": f'<{word}">'}]} if text != LOSSY else {"a": 2}
    )


@given(st.integers() | st.booleans() | st.none())
def test_a_number_is_written_as_json_writes_it(number: object) -> None:
    hole = Hole("/a", WORD, HoleType.JSON)
    for text in ('{"a": 1}', '{"a": 1.10}'):
        assert sent(text, hole, word=json.dumps(number)) == {"a": number}


@pytest.mark.parametrize("at", ["/b", "/a/2", "/a/1/c", "/a/x", "/a/0/0"])
@pytest.mark.parametrize("text", ['{"a": [1, {"b": "x"}]}', LOSSY])
def test_a_place_that_is_not_there_is_named(at: str, text: str) -> None:
    with pytest.raises(JourneyError, match=f"no place {at}"):
        argument(text, Hole(at, WORD))


def test_a_hole_within_a_hole_is_refused() -> None:
    with pytest.raises(JourneyError, match="no place"):
        argument(LOSSY, Hole("/a", WORD), Hole("/a/0", WORD))


@pytest.mark.parametrize("kind", HoleType)
@pytest.mark.parametrize("text", ['{"a": 1}', '{"a": 1.10}'])
def test_the_module_is_asked_for_where_it_is_used(kind: HoleType, text: str) -> None:
    body = JsonBody(text, (Hole("/a", WORD, kind),))
    assert needs_json(body) == ("json." in flat(json_argument(body, NAMES)))


@given(templates)
def test_a_text_of_literals_alone_needs_no_module(text: Text) -> None:
    body = JsonBody('{"a": 1.10}', (Hole("/a", text),))
    assert needs_json(body) == any(not isinstance(piece, str) for piece in pieces_of(text))
