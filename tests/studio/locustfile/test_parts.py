"""What is used comes with all it needs, and nothing else."""

from studio.locustfile.parts import MAYBE, readers, with_needs
from studio.locustfile.preamble_requests import JSON_AT, JSON_AT_ANY, JSON_AT_WHERE, TEXT_OF


def test_needs_are_followed_to_the_end() -> None:
    assert with_needs({"link_value"}) >= {"text_of", "elements", "HTMLParser", "fail", "urljoin"}
    assert with_needs({"cookie_value" + MAYBE}) == {
        "cookie_value",
        "cookie_value?",
        "nothing",
        "fail",
    }
    assert with_needs(()) == frozenset()


def test_the_shortest_function_that_fits_is_written() -> None:
    assert JSON_AT in list(readers(with_needs({"json_value"})))
    assert JSON_AT_ANY in list(readers(with_needs({"json_value", "json_any"})))
    assert JSON_AT_WHERE in list(readers(with_needs({"json_value", "json_any", "json_where"})))
    (plain,) = readers(with_needs({"header_value"}))
    assert "missing" not in plain
    assert "missing=fail" in "".join(readers(with_needs({"header_value" + MAYBE})))
    assert list(readers(frozenset({"text_of"}))) == [TEXT_OF]
