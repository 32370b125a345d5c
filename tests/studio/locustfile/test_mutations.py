"""A writer that is broken in one place is found out by the check, wherever the place is."""

import importlib
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from studio.journey.body import FormBody, JsonBody, RawBody
from studio.journey.made import Composed, Made, OneOf
from studio.journey.node import Group
from studio.journey.request import Request
from studio.journey.template import Secret
from studio.locustfile.check import find_forbidden
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys
from tests.builders import make_journey
from tests.studio.locustfile.block_samples import LOOPS, step

EVIL = "' + __import__('os').system('x') + '\" + __import__('os').system('y') + \"\nexec('z')"
BRACED = "{__import__('os')}"
REQUEST = Request(
    "r1",
    "POST",
    ("/", EVIL, Secret("token")),
    endpoint=EVIL,
    headers=((EVIL, EVIL), ("X-Braced", (BRACED, Secret("token")))),
    body=FormBody(((EVIL, EVIL),)),
    note=EVIL,
)
STEP = replace(step("evil"), requests=(REQUEST,), name=EVIL, note=EVIL, is_counted=True)
JOURNEY = make_journey(
    LOOPS,
    name=EVIL,
    once=(STEP,),
    again=(
        Group("g", EVIL, (STEP,), is_counted=True, note=EVIL),
        replace(STEP, requests=(replace(REQUEST, body=RawBody(EVIL, EVIL)),)),
        replace(STEP, requests=(replace(REQUEST, body=JsonBody('{"a": "' + BRACED + '"}')),)),
        replace(LOOPS.again[0], note=EVIL),
        *LOOPS.again[1:],
    ),
    made=(
        *LOOPS.made[:1],
        Made("colour", OneOf((EVIL,))),
        Made("whole", Composed((BRACED, Secret("token")))),
    ),
)


def emitted() -> str:
    return emit(plan_journeys([(JOURNEY, 1)]))


def raw(text: str, *_: object) -> str:
    return f'"{text}"'


def raw_single(text: str, *_: object) -> str:
    return f"'{text}'"


def bare(text: str, *_: object) -> str:
    return text


def raw_comment(text: str, depth: int) -> list[str]:
    return [f"{'    ' * depth}# {text}"]


def raw_format(parts: list[tuple[str, str]]) -> str:
    return (
        'f"' + "".join(text + (f"{{{source}}}" if source else "") for text, source in parts) + '"'
    )


def called(text: str, *_: object) -> str:
    return f"eval({text!r})"


MUTANTS: list[tuple[str, str, Callable[..., Any]]] = [
    ("planning_headers", "text_literal", raw),
    ("planning_headers", "text_literal", called),
    ("planning_text", "text_literal", raw),
    ("planning_text", "text_literal", raw_single),
    ("planning_text", "text_literal", bare),
    ("planning_text", "text_literal", called),
    ("planning_text", "formatted_literal", raw_format),
    ("planning_request", "text_literal", raw),
    ("planning_request", "text_literal", called),
    ("planning_made", "text_literal", raw),
    ("planning_made", "text_literal", called),
    ("emit_block", "text_literal", raw),
    ("emit_block", "text_literal", called),
    ("emit_block", "comment_line", raw_comment),
    ("emit_method", "comment_line", raw_comment),
    ("planning_blocks", "method_name", bare),
    ("planning", "class_name", bare),
    ("planning", "constant_name", lambda *_: "os"),  # pyright: ignore[reportUnknownLambdaType]
    ("variables", "variable_name", lambda *_: "eval"),  # pyright: ignore[reportUnknownLambdaType]
    ("literal", "_doubled", bare),
]


def test_a_writer_that_is_whole_passes() -> None:
    assert find_forbidden(emitted()) == []


@pytest.mark.parametrize(("module", "name", "broken"), MUTANTS)
def test_a_broken_writer_is_found_out(
    module: str, name: str, broken: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = importlib.import_module(f"studio.locustfile.{module}")
    if not hasattr(place, name):
        pytest.fail(f"{module} has no {name} to break")
    monkeypatch.setattr(place, name, broken)
    assert find_forbidden(emitted())
