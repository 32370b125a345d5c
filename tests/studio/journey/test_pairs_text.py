"""Names and values from a copied text."""

import pytest

from studio.journey.pairs_text import MOST, read_pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Accept: text/html\nX-Time: 10:30\n\n", (("Accept", "text/html"), ("X-Time", "10:30"))),
        ("?a=1&b=x%20y+z&a=", (("a", "1"), ("b", "x y z"), ("a", ""))),
        ("name\tAda\ncity\tLondon: E1", (("name", "Ada"), ("city", "London: E1"))),
        ("a=1\nb=2=3", (("a", "1"), ("b", "2=3"))),
        ("Cookie: a=b", (("Cookie", "a=b"),)),
        (":authority: shop.test", ((":authority", "shop.test"),)),
        ("nothing of the kind", ()),
        ("", ()),
    ],
)
def test_pairs_are_found_in_what_people_copy(text: str, pairs: tuple[tuple[str, str], ...]) -> None:
    assert read_pairs(text) == pairs


def test_a_whole_book_is_not_taken() -> None:
    assert len(read_pairs("a=1\n" * 9999)) == MOST
    assert len(read_pairs("&".join(["a=1"] * 9999))) == MOST
