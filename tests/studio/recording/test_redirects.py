"""Where an answer sent the client is no request of the visitor's."""

from studio.recording.redirects import fold_redirects, target_of
from tests.studio.recording.visits import exchange, visit


def test_a_chain_belongs_to_the_request_that_began_it() -> None:
    recording = visit(
        exchange("POST", "/login", status=302, got=[("Location", "/a#top")]),
        exchange("GET", "/aside"),
        exchange("GET", "/a", status=301, got=[("Location", "https://shop.test/b")]),
        exchange("GET", "/b"),
        exchange("GET", "/b"),
    )
    assert fold_redirects(recording.exchanges) == {2: 0, 3: 0}


def test_after_many_other_requests_nobody_is_sent_on() -> None:
    recording = visit(
        exchange("GET", "/", status=302, got=[("Location", "/a")]),
        *(exchange("GET", f"/{n}") for n in range(50)),
        exchange("GET", "/a"),
    )
    assert fold_redirects(recording.exchanges) == {}


def test_broken_targets_lead_nowhere() -> None:
    assert target_of(exchange("GET", "/", status=302, got=[("Location", "http://[")])) == ""
    assert target_of(exchange("GET", "/", status=304, got=[("Location", "/a")])) == ""
    assert target_of(exchange("GET", "/", status=302)) == ""
