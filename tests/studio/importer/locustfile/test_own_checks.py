"""Each condition of our own files is a check."""

import ast

import pytest

from studio.importer.locustfile.own_checks import Condition, on_failure_of
from studio.importer.locustfile.scope import NotVisualError, Numbers, Scope
from studio.journey.check import (
    Check,
    ContainsCheck,
    HeaderCheck,
    OnFailure,
    Operator,
    SizeCheck,
    StatusCheck,
    WithinCheck,
)

GO_ON = OnFailure.GO_ON


def check(source: str) -> Check:
    scope = Scope({}, {}, Numbers())
    return Condition("r", GO_ON, {}, scope).check(ast.parse(source, mode="eval").body)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        (
            "r.status_code not in (302, *range(200, 300))",
            StatusCheck((302,), (2,), GO_ON),
        ),
        ("not holds(text_of(r), 'contains', 'a')", ContainsCheck("a", GO_ON)),
        (
            "not holds(header_value(r, 'X'), '<=', '3')",
            HeaderCheck("X", Operator.AT_MOST, "3", GO_ON),
        ),
        ("r.request_meta['response_time'] > 250", WithinCheck(250, GO_ON)),
        ("r.request_meta['response_length'] <= 20", SizeCheck(Operator.MORE, 20, GO_ON)),
    ],
)
def test_conditions_are_read(source: str, wanted: Check) -> None:
    assert check(source) == wanted


@pytest.mark.parametrize("source", ["r.status_code > 3", "x", "not f(r)", "r.other != 1"])
def test_anything_else_is_none(source: str) -> None:
    with pytest.raises(NotVisualError):
        check(source)


def test_what_follows_a_failure_is_read() -> None:
    def body(text: str) -> list[ast.stmt]:
        return ast.parse(text).body

    assert on_failure_of(body("fail(r, 'x')"), "r") is OnFailure.GIVE_UP
    assert on_failure_of(body("count_failed(r, 'x')"), "r") is GO_ON
    stops = body("count_failed(r, 'x')\nraise StopUser()")
    assert on_failure_of(stops, "r") is OnFailure.STOP_USER
    with pytest.raises(NotVisualError):
        on_failure_of(body("fail(other, 'x')"), "r")
