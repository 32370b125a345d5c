"""What users make up is what was asked for."""

import base64
import json
import random
import re
import string
import time
import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from studio.journey.journey_error import JourneyError
from studio.journey.made import (
    Base64,
    Clock,
    ClockUnit,
    Composed,
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
from studio.journey.made import Counter as Counting
from studio.journey.template import take_apart
from studio.locustfile.layout import flat
from studio.locustfile.planning_made import (
    is_composed,
    made_for,
    pieces_behind,
    pieces_used_in,
    plan_made,
)
from studio.locustfile.planning_text import Names
from tests.studio.locustfile.block_samples import MADE

NAMES = Names({}, {}, {}, {"name": "name"})


def encoded(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


GIVEN: dict[str, Any] = {
    "base64_of": encoded,
    "random": random,
    "string": string,
    "time": time,
    "uuid": uuid,
    "UTC": UTC,
    "datetime": datetime,
    "timedelta": timedelta,
    "name": "Zoé",
}


def value_of(how: How) -> str:
    value = eval(flat(plan_made(Made("x", how), NAMES).node), GIVEN)  # noqa: S307  # ours
    assert isinstance(value, str)
    return value


@pytest.mark.parametrize(
    ("how", "pattern"),
    [
        (Uuid(), r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        (Clock(ClockUnit.S), r"\d{10}"),
        (Clock(), r"\d{13}"),
        (Integer(-3, -2), "-[23]"),
        (Decimal(1, 2, 3), r"[12]\.\d{3}"),
        (Decimal(1, 1, 0), "1"),
        (OneOf(('"', '"')), '"'),
        (Letters(5), "[a-z]{5}"),
        (Letters(0), ""),
        (Digits(3), r"\d{3}"),
        (Date(0, "%Y"), datetime.now(UTC).strftime("%Y")),
        (Date(-1), r"\d{4}-\d\d-\d\d"),
        (Composed(take_apart("a-{{name}}")), "a-Zoé"),
        (Base64(take_apart("{{name}}:x")), base64.b64encode("Zoé:x".encode()).decode()),
    ],
)
def test_a_value_has_its_form(how: How, pattern: str) -> None:
    assert re.fullmatch(pattern, value_of(how))


def test_a_counter_is_that_of_the_file() -> None:
    made = plan_made(Made("x", Counting()), NAMES, "numbers")
    assert flat(made.node) == "numbers.next()"


@pytest.mark.parametrize(
    "how",
    [
        Integer(2, 1),
        OneOf(()),
        Letters(-1),
        Digits(-1),
        Decimal(0, float("inf")),
        Decimal(0, 1, -1),
    ],
)
def test_what_cannot_be_drawn_is_refused(how: How) -> None:
    with pytest.raises(JourneyError, match="x"):
        plan_made(Made("x", how), NAMES)


def test_only_what_is_used_is_made() -> None:
    names = [it.name for it in made_for(MADE, pieces_used_in(MADE))]
    assert "unused" not in names
    assert len(names) == len(MADE.made) - 1
    composed = [it.name for it in MADE.made if is_composed(it)]
    assert composed == ["reference", "credentials"]


def test_what_others_are_composed_of_is_used_too() -> None:
    pieces = take_apart("{{reference}}")
    assert not isinstance(pieces, str)
    assert [it.name for it in made_for(MADE, pieces)] == ["word", "number", "reference"]
    assert json.dumps([str(it) for it in pieces_behind(MADE, pieces)]).count("Variable") == 3


def test_what_is_composed_of_itself_is_refused() -> None:
    one, other = Made("a", Composed(take_apart("{{b}}"))), Made("b", Base64(take_apart("{{a}}")))
    journey = replace(MADE, made=(one, other))
    pieces = take_apart("{{a}}")
    assert not isinstance(pieces, str)
    with pytest.raises(JourneyError, match="itself"):
        made_for(journey, pieces)
