"""What speaks for a value is counted, and each addend is told."""

import pytest

from studio.journey.scoring import Evidence, reasons_for, singular, words_of
from studio.journey.sent_value import SentValue
from studio.journey.suggestion import Slot
from studio.journey.take import JsonPlace, Take
from studio.journey.take_making import JSON, Way


def _score(  # noqa: PLR0913  # each is what a test looks at
    value: str,
    taken_name: str,
    use_name: str,
    where: str = "form",
    *,
    uses: int = 1,
    share: float = 0.0,
    source: str = "/",
    is_from_redirect: bool = False,
) -> dict[str, int]:
    way = Way(Take("v", JsonPlace((taken_name,))), JSON, taken_name, "JSON")
    sent = [SentValue(value, Slot(n, where, use_name), "", use_name) for n in range(uses)]
    evidence = Evidence(value, way, sent, share, 10, source, is_from_redirect, None)
    return {it.text: it.points for it in reasons_for(evidence)}


def test_each_addend_is_told() -> None:
    assert _score("0123456789abcdef", "csrfToken", "csrf_token", uses=9, is_from_redirect=True) == {
        "JSON": 30,
        "same name": 25,
        "random": 30,
        "looks like hex": 15,
        "secret-like name": 15,
        "from a redirect": 12,
        "sent often": 8,
    }


@pytest.mark.parametrize(
    ("taken_name", "use_name", "points"),
    [("order_id", "orderId", 25), ("id", "order_id", 18), ("order_no", "order_id", 12)],
)
def test_names_are_alike_by_their_words(taken_name: str, use_name: str, points: int) -> None:
    assert _score("x9", taken_name, use_name)["same name"] == points


@pytest.mark.parametrize(
    ("taken_name", "source", "points"),
    [
        ("id", "/api/orders", 25),
        ("id", "/api/else", 18),
        ("orderId", "/", 25),
        ("z", "/orders", 12),
    ],
)
def test_a_segment_is_called_by_the_one_before_it(
    taken_name: str, source: str, points: int
) -> None:
    assert _score("x9", taken_name, "orders", "path", source=source)["same name"] == points


@pytest.mark.parametrize(("value", "points"), [("12", -35), ("1234", -25), ("123456", -15)])
def test_short_numbers_count_against_unless_they_name_a_thing(value: str, points: int) -> None:
    assert _score(value, "page", "page")["a short number"] == points
    assert "a short number" not in _score(value, "id", "page")
    assert "a short number" not in _score(value, "page", "orders", "path")


def test_what_is_in_many_answers_or_a_word_counts_against() -> None:
    found = _score("shoes", "token", "token", share=0.5)
    assert (found["in many answers"], found["a word"]) == (-25, -35)


def test_nouns_are_brought_to_the_singular() -> None:
    nouns = ["orders", "categories", "boxes", "status", "addresses", "address", "s"]
    assert [singular(it) for it in nouns] == [
        *("order", "category", "box", "status", "address", "address", "s")
    ]
    assert words_of("X-CSRF-Token") == {"csrf", "token"}
