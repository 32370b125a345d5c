import pytest

from studio.journey.take import (
    AddressPlace,
    CookiePlace,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    JsonPlace,
    LinkPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.trial.record import TakenValue
from studio.trial.taking import place_text, taken_values


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (JsonPlace(("items", 0, "id")), "JSON $.items[0].id"),
        (FieldPlace("csrf"), "field csrf"),
        (ElementPlace("a.buy", "href"), "a.buy @href"),
        (ElementPlace("h1"), "h1"),
        (LinkPlace("Next"), "link “Next”"),
        (PatternPlace("id=(.)"), "pattern id=(.)"),
        (HeaderPlace("X-Id"), "header X-Id"),
        (CookiePlace("sid"), "cookie sid"),
        (AddressPlace("/o/(.)"), "address /o/(.)"),
    ],
)
def test_a_place_is_said_in_short(place: Place, text: str) -> None:
    assert place_text(place) == text


def test_a_take_has_the_value_that_was_kept() -> None:
    takes = (Take("order_id", JsonPlace(("id",))), Take("gone", JsonPlace(("x",))))
    assert taken_values(takes, {"order_id": "7"}, has_answer=True) == (
        TakenValue("order_id", "JSON $.id", "7"),
        TakenValue("gone", "JSON $.x", None),
    )
    assert taken_values(takes[:1], {"order_id": "7"}, has_answer=False)[0].value is None
