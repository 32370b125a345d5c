"""Every extractor becomes a take, or is said to stay behind."""

import pytest

from studio.importer.carried_over import Outcome
from studio.importer.jmx.extractors import is_extractor, names_taken, takes_in
from studio.journey.take import (
    AddressPlace,
    AnyItem,
    Decoding,
    ElementPlace,
    HeaderPlace,
    IfMissing,
    JsonPlace,
    PatternPlace,
    Take,
)
from tests.studio.importer.jmx.plans import element, part_of, props, reading


def regex(pattern: str, **more: str) -> str:
    """Return a regular expression extractor."""
    given = {"refname": "x", "regex": pattern, "template": "$1$", "match_number": "1", **more}
    return element(
        "RegexExtractor",
        "Take x",
        props(**{f"RegexExtractor__{name}": value for name, value in given.items()}),
    )


def json_path(path: str, number: str = "", default: str = "", name: str = "x") -> str:
    """Return a JSON extractor."""
    return element(
        "JSONPostProcessor",
        "Take x",
        props(
            JSONPostProcessor__referenceNames=name,
            JSONPostProcessor__jsonPathExprs=path,
            JSONPostProcessor__match_numbers=number,
            JSONPostProcessor__defaultValues=default,
        ),
    )


def _of(kind: str, prefix: str, **given: str) -> str:
    all_of_it = {"refname": "x", **given}
    return element(
        kind, "Take x", props(**{f"{prefix}__{name}": value for name, value in all_of_it.items()})
    )


EXTRACTORS = {
    regex('id="(.+?)"'): PatternPlace('id="(.+?)"'),
    regex("(a)(b)", template="$2$"): PatternPlace("(a)(b)", 2),
    regex("ab+"): PatternPlace("ab+", 0),
    regex("(a)", useHeaders="URL"): AddressPlace("(a)"),
    regex("Location: (.*)", useHeaders="true"): HeaderPlace("Location"),
    json_path("$.data.id"): JsonPlace(("data", "id")),
    json_path("$.items[0].id"): JsonPlace(("items", 0, "id")),
    json_path("$.items[*].id"): JsonPlace(("items", AnyItem(), "id")),
    json_path("$.items[*].id", "3"): JsonPlace(("items", 2, "id")),
    json_path("$.items[*]", "-1"): JsonPlace(("items",)),
    json_path("$..token"): PatternPlace(r'"token"\s*:\s*"?([^",}\]\s]+)'),
    _of("BoundaryExtractor", "BoundaryExtractor", lboundary="a(", rboundary=")"): PatternPlace(
        r"a\(([\s\S]*?)\)"
    ),
    _of("HtmlExtractor", "HtmlExtractor", expr="input#t", attribute="value"): ElementPlace(
        "input#t", "value"
    ),
    _of("HtmlExtractor", "HtmlExtractor", expr="h1"): ElementPlace("h1"),
    _of("XPathExtractor", "XPathExtractor", xpathQuery="//input[@name='t']/@value"): ElementPlace(
        'input[name="t"]', "value"
    ),
    _of("XPath2Extractor", "XPathExtractor2", xpathQuery="//h1/text()"): ElementPlace("h1"),
    element(
        "JMESPathExtractor",
        "x",
        props(JMESExtractor__referenceName="x", JMESExtractor__jmesPathExpr="a.b[0]"),
    ): JsonPlace(("a", "b", 0)),
}


def _take(text: str) -> Take:
    (take,) = takes_in(part_of(text), reading(), "place")
    return take


@pytest.mark.parametrize(("text", "place"), EXTRACTORS.items())
def test_an_extractor_takes_from_its_place(text: str, place: object) -> None:
    part = part_of(text)
    assert is_extractor(part)
    assert names_taken(part) == ["x"]
    take = _take(text)
    assert (take.variable, take.place) == ("x", place)


@pytest.mark.parametrize(
    "text",
    [
        regex("(unclosed"),
        regex("(" * 5_000),
        regex("a{99999999999999999999}"),
        regex("(a)", useHeaders="code"),
        regex("X-(.+): y", useHeaders="true"),
        json_path("$.items[?(@.price < 10)].id"),
        json_path("$.a", name=""),
        _of("BoundaryExtractor", "BoundaryExtractor", lboundary="a"),
        _of("HtmlExtractor", "HtmlExtractor", expr="ul > li a"),
        _of("XPathExtractor", "XPathExtractor", xpathQuery="count(//a)"),
    ],
)
def test_what_no_take_can_do_is_said(text: str) -> None:
    it = reading()
    assert takes_in(part_of(text), it, "place") == ()
    if "referenceNames" not in text or names_taken(part_of(text)):
        assert it.notes.noted.of(Outcome.LEFT_OUT)


def test_without_a_default_the_value_from_before_stays() -> None:
    assert _take(regex("(a)")).if_missing is IfMissing.KEEP
    assert _take(json_path("$.a")).if_missing is IfMissing.KEEP


def test_a_default_stands_in_the_place_of_what_is_missing() -> None:
    take = _take(regex("(a)", default="none"))
    assert (take.if_missing, take.default) == (IfMissing.DEFAULT, "none")
    empty = _take(regex("(a)", default_empty_value="true", default="none"))
    assert (empty.if_missing, empty.default) == (IfMissing.DEFAULT, "")


def test_the_number_of_the_match_comes_along_and_a_random_one_is_said() -> None:
    assert _take(regex("(a)", match_number="3")).nth == 3
    it = reading()
    (take,) = takes_in(part_of(regex("(a)", match_number="0")), it, "place")
    assert take.nth == 1
    assert "random" in str(it.notes.noted.of(Outcome.ADAPTED)[0].reason)


def test_what_is_read_unescaped_is_decoded() -> None:
    assert _take(regex("(a)", useHeaders="unescaped")).decode is Decoding.HTML


def test_one_extractor_takes_several_values() -> None:
    takes = takes_in(part_of(json_path("$.a;$.b", "1;1", ";none", "x; y")), reading(), "place")
    assert [(it.variable, it.default) for it in takes] == [("x", ""), ("y", "none")]
