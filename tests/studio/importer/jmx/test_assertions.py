"""Assertions become checks, or are said to stay behind."""

import pytest

from studio.importer.carried_over import Outcome
from studio.importer.jmx.assertions import checks_in, is_assertion
from studio.importer.jmx.reading import Around
from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    OnFailure,
    Operator,
    SizeCheck,
    StatusCheck,
    WithinCheck,
)
from studio.journey.template import Variable
from tests.studio.importer.jmx.plans import element, part_of, props, reading

ON = OnFailure.GO_ON


def response(field: str, kind: int, *texts: str) -> str:
    """Return a response assertion."""
    listed = "".join(props(text=text) for text in texts)
    return element(
        "ResponseAssertion",
        "Check",
        f'<collectionProp name="Asserion.test_strings">{listed}</collectionProp>'
        + props(Assertion__test_field=f"Assertion.{field}", Assertion__test_type=str(kind)),
    )


def json(path: str, **given: str) -> str:
    """Return a JSON assertion."""
    return element("JSONPathAssertion", "Check", props(JSON_PATH=path, **given))


def size(bytes_: str, operator: str) -> str:
    """Return a size assertion."""
    return element(
        "SizeAssertion",
        "Check",
        props(SizeAssertion__size=bytes_, SizeAssertion__operator=operator),
    )


def duration(ms: str) -> str:
    """Return a duration assertion."""
    return element("DurationAssertion", "Check", props(DurationAssertion__duration=ms))


@pytest.mark.parametrize(
    ("text", "check"),
    [
        (response("response_code", 8, "201"), StatusCheck((201,), on_failure=ON)),
        (response("response_code", 33, "200|204"), StatusCheck((200, 204), on_failure=ON)),
        (response("response_code", 1, r"2\d\d"), StatusCheck((), (2,), on_failure=ON)),
        (response("response_data", 16, "a.b"), ContainsCheck("a.b", ON)),
        (response("response_data", 2, "plain"), ContainsCheck("plain", ON)),
        (response("response_data", 2, "a.+b"), MatchesCheck("a.+b", ON)),
        (response("response_data", 1, "a.+b"), MatchesCheck(r"\A(?:a.+b)\Z", ON)),
        (response("response_data", 8, "a.b"), MatchesCheck(r"\Aa\.b\Z", ON)),
        (response("response_data", 20, "bad"), AbsentCheck("bad", ON)),
        (response("response_data", 48, "a.", "b"), MatchesCheck(r"(?:a\.)|(?:b)", ON)),
        (response("response_data", 16, "${x}"), ContainsCheck((Variable("x"),), ON)),
        (
            response("response_headers", 16, "Server: x"),
            HeaderCheck("Server", Operator.CONTAINS, "x", ON),
        ),
        (duration("1500"), WithinCheck(1500, ON)),
        (size("10", "3"), SizeCheck(Operator.MORE, 10, ON)),
        (
            json("$.a", JSONVALIDATION="true", EXPECTED_VALUE="b", ISREGEX="false"),
            JsonCheck(("a",), Operator.EQUAL, "b", ON),
        ),
        (json("$.a"), JsonCheck(("a",), Operator.MATCHES, "", ON)),
    ],
)
def test_an_assertion_becomes_a_check(text: str, check: Check) -> None:
    part = part_of(text)
    assert is_assertion(part)
    assert checks_in(part, reading(), Around("place")) == (check,)


@pytest.mark.parametrize(
    "text",
    [
        response("response_code", 12, "500"),
        response("response_code", 8, "abc"),
        response("response_message", 8, "OK"),
        response("response_data", 2, "(unclosed"),
        response("response_data", 6, "a.+b"),
        response("response_headers", 16, "no header"),
        json("$.a[?(@.b > 1)]"),
        json("$.a", JSONVALIDATION="true", EXPECT_NULL="true"),
        duration("soon"),
        size("10", "9"),
    ],
)
def test_what_no_check_can_do_is_said(text: str) -> None:
    it = reading()
    assert checks_in(part_of(text), it, Around("place")) == ()
    assert it.notes.noted.of(Outcome.LEFT_OUT)
