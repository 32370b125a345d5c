"""A selector is one element's tag, id, classes and attributes."""

import pytest

from studio.journey.selector import Selector, SelectorError, read_selector


@pytest.mark.parametrize(
    ("shown", "selector"),
    [
        ("input", Selector("input")),
        ("A.buy.now", Selector("a", ("buy", "now"))),
        ("#total", Selector("", (), (("id", "total"),))),
        ('a[rel="next"][href]', Selector("a", (), (("rel", "next"), ("href", None)))),
        ("*[data-id=7]", Selector("", (), (("data-id", "7"),))),
    ],
)
def test_the_usual_spellings_are_read(shown: str, selector: Selector) -> None:
    assert read_selector(shown) == selector


@pytest.mark.parametrize("shown", ["", "ul li", "a > b", "a:first-child", "a[href^=x]", "a, b"])
def test_more_than_one_element_says_is_refused(shown: str) -> None:
    with pytest.raises(SelectorError):
        read_selector(shown)
