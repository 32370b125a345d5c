"""What steps are called that come from elsewhere: short, on one line, harmless."""

from studio.importer.labels import LONGEST, endpoint_label, label, note
from studio.journey.request import Request
from studio.journey.template import Variable


def test_a_request_is_named_by_method_and_path() -> None:
    request = Request("r1", "GET", ("/orders/", Variable("id"), "?a=1"))
    assert endpoint_label(request) == "GET /orders/{{id}}"


def test_a_name_is_one_line_and_not_long() -> None:
    assert label("a\n\tb  c") == "a b c"
    assert len(label("x" * 1_000)) == LONGEST
    assert label(" ", "Request") == "Request"
    assert label("\u202e") == "\\u202e"


def test_a_note_keeps_its_lines() -> None:
    assert note("a\r\nb\x1b") == "a\nb\\x1b"
