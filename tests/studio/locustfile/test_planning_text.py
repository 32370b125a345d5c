"""Texts with variables become expressions that give back just these texts."""

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.journey_error import JourneyError
from studio.journey.template import Host, Secret, Text, Variable, pieces_of
from studio.locustfile.planning_text import (
    Names,
    address_source,
    encodes,
    text_source,
)
from tests.strategies import COLUMNS, DATA_FILES, MADE_NAMES, templates, texts

NAMES = Names(
    constants=dict.fromkeys(("token", "Token", "tls_key"), "TOKEN"),
    rows={it.name: "row" for it in DATA_FILES},
    columns={it.name: it.columns for it in DATA_FILES},
    variables=dict.fromkeys(MADE_NAMES, "made"),
)
MADE = "17 & {x}"
rows = st.fixed_dictionaries(dict.fromkeys(COLUMNS, texts))


def value_of(source: str, row: dict[str, str], token: str) -> object:
    return eval(source, {"row": row, "TOKEN": token, "made": MADE, "quote": quoted})  # noqa: S307  # ours


def quoted(text: str, safe: str) -> str:
    return quote(text, safe, errors="replace")


def filled(text: Text, row: dict[str, str], token: str) -> list[str]:
    found: list[str] = []
    for piece in pieces_of(text):
        match piece:
            case str():
                found.append(piece)
            case Variable(column=column):
                found.append(row[column] if column else MADE)
            case Secret():
                found.append(token)
            case Host():
                raise AssertionError
    return found


@given(templates, rows, texts)
def test_an_expression_gives_back_its_text(text: Text, row: dict[str, str], token: str) -> None:
    assert value_of(text_source(text, NAMES), row, token) == "".join(filled(text, row, token))


@given(templates, rows, texts)
def test_a_value_cannot_leave_its_part_of_an_address(
    path: Text, row: dict[str, str], token: str
) -> None:
    address = value_of(address_source(path, NAMES), row, token)
    pieces, values = pieces_of(path), filled(path, row, token)
    wanted = [
        value if isinstance(piece, str) or number == 0 else quoted(value, "")
        for number, (piece, value) in enumerate(zip(pieces, values, strict=True))
    ]
    assert address == "".join(wanted)


def test_a_value_alone_is_no_f_string() -> None:
    assert text_source((Variable("words.username"),), NAMES) == 'row["username"]'
    assert text_source((Secret("token"),), NAMES) == "TOKEN"
    assert text_source("plain", NAMES) == '"plain"'


def test_variables_and_hosts_are_written_as_they_are_placed() -> None:
    names = Names({}, {}, {}, {"id": "self.id_2"}, {"api": "API", "main": "self.host"})
    assert text_source((Variable("id"),), names) == "self.id_2"
    assert address_source((Host("api"), "/x/", Variable("id")), names) == (
        """f"{API}/x/{quote(self.id_2, safe='')}\""""
    )
    with pytest.raises(JourneyError, match="elsewhere"):
        text_source((Host("elsewhere"),), names)


def test_an_address_that_is_a_value_goes_in_as_it_is() -> None:
    assert address_source((Variable("words.username"),), NAMES) == 'row["username"]'
    assert not encodes((Variable("words.username"), "/x"))
    assert encodes(("/", Variable("words.username")))


@pytest.mark.parametrize("name", ["nothing.username", "words.nothing", "words"])
def test_a_variable_that_nothing_fills_is_named(name: str) -> None:
    with pytest.raises(JourneyError, match=name):
        text_source((Variable(name),), NAMES)


def test_a_host_stands_before_an_address_that_is_a_value() -> None:
    assert not encodes((Host("api"), Variable("words.username")))
    assert encodes((Host("api"), "/", Variable("words.username")))
