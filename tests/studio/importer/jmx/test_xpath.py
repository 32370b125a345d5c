"""Simple paths of XPath are places in a page."""

import pytest

from studio.importer.jmx.xpath import element_at
from studio.journey.selector import read_selector


@pytest.mark.parametrize(
    ("query", "selector", "attribute"),
    [
        ("//title", "title", ""),
        ("//title/text()", "title", ""),
        ("//a[@class='buy'][@rel=\"next\"]/@href", 'a[class="buy"][rel="next"]', "href"),
        ("//*[@id='t']/@value", '[id="t"]', "value"),
    ],
)
def test_a_simple_path_is_a_selector(query: str, selector: str, attribute: str) -> None:
    found = element_at(query)
    assert found is not None
    assert (found.selector, found.attribute) == (selector, attribute)
    assert read_selector(found.selector)


@pytest.mark.parametrize("query", ["", "//a/b", "//a[1]", "/html", "count(//a)", "//*[@a='\"']"])
def test_any_other_is_none(query: str) -> None:
    assert element_at(query) is None
