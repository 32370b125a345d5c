"""Tags of pages are read as they are written, broken ones included."""

from hypothesis import given

from studio.journey.page_tags import tag_round, tags_in
from studio.journey.selector import read_selector
from tests.strategies import texts

PAGE = "<p><INPUT type=hidden name='a>b' value=\"x &amp; y\" checked><a class='b c' href=/d>t</a>"


def test_a_tag_is_found_round_a_place() -> None:
    tag = tag_round(PAGE, PAGE.index("amp"))
    assert tag is not None
    assert (tag.name, tag.get("name"), tag.get("value")) == ("input", "a>b", "x & y")
    assert tag.get("checked") == ""
    assert tag.get("none") is None
    assert tag_round(PAGE, PAGE.index("t</a>")) is None


def test_tags_are_found_by_what_stands_in_them_and_by_selectors() -> None:
    assert [it.name for it in tags_in(PAGE)] == ["p", "input", "a"]
    (link,) = tags_in(PAGE, "href")
    assert link.fits(read_selector("a.b[href]"))
    assert not link.fits(read_selector("a.d"))
    assert not link.fits(read_selector("a[href=x]"))


@given(texts)
def test_any_text_is_looked_through(text: str) -> None:
    assert len(list(tags_in(text))) <= text.count("<")
