"""What a journey does not need is told by its kind, and counted."""

import pytest

from studio.recording.filtering import (
    HiddenReason,
    Seen,
    count_hidden,
    own_sites,
    reason_to_hide,
    site_of,
)


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://www.shop.example/a", "shop.example"),
        ("https://api.shop.co.uk/", "shop.co.uk"),
        ("http://127.0.0.1:8000/", "127.0.0.1"),
        ("http://[::1]:8000/", "::1"),
        ("http://localhost/", "localhost"),
        ("http://a.b.c.shop.de/", "shop.de"),
        ("http://[broken/", ""),
        ("data:text/plain,x", ""),
    ],
)
def test_a_site_is_what_one_owner_has(address: str, site: str) -> None:
    assert site_of(address) == site


def _seen(address: str, media_type: str = "text/html", method: str = "GET") -> Seen:
    return Seen(method, address, media_type, 200)


def test_a_visit_is_about_the_site_of_its_first_page_and_those_asked_often() -> None:
    visit = [
        _seen("https://cdn.test/x.js", "text/javascript"),
        _seen("https://www.shop.test/"),
        *[_seen("https://api.other.test/", "application/json")] * 3,
        *[_seen(f"https://ad{n}.test/", "application/json") for n in range(5)],
    ]
    assert own_sites(visit) == ("shop.test", "other.test")


@pytest.mark.parametrize(
    ("address", "media_type", "method", "reason"),
    [
        ("https://shop.test/", "text/html", "GET", None),
        ("https://shop.test/data.js", "application/json", "GET", None),
        ("https://shop.test/a.js", "text/javascript", "POST", None),
        ("https://shop.test/logo?v=1", "image/png", "GET", HiddenReason.STATIC),
        ("https://shop.test/a.css?v=1", "", "GET", HiddenReason.STATIC),
        ("https://else.test/", "text/html", "GET", HiddenReason.OTHER_SITE),
        ("https://shop.test/api", "", "OPTIONS", HiddenReason.PRE_FLIGHT),
        ("wss://shop.test/", "", "GET", HiddenReason.SOCKET),
        ("blob:https://shop.test/1", "", "GET", HiddenReason.NOT_HTTP),
    ],
)
def test_each_reason_is_told(
    address: str, media_type: str, method: str, reason: HiddenReason | None
) -> None:
    assert reason_to_hide(_seen(address, media_type, method), ["shop.test"]) is reason


def test_a_request_without_an_answer_is_not_kept() -> None:
    unanswered = Seen("GET", "https://shop.test/", "", 0)
    assert reason_to_hide(unanswered, ["shop.test"]) is HiddenReason.NO_ANSWER


def test_hidden_exchanges_are_counted_by_reason_and_host() -> None:
    found = count_hidden([(HiddenReason.STATIC, "https://a.test/1")] * 2)
    assert [(it.reason, it.host, it.count) for it in found] == [("static", "a.test", 2)]
