"""A visit is cut into what the visitor would name."""

from dataclasses import replace

from studio.journey.building_steps import steps_of
from studio.journey.wait import ConstantWait
from studio.recording.exchange import Exchange, Page
from tests.studio.recording.visits import exchange


def _xhr(path: str, at_s: float, page: str = "", method: str = "GET") -> Exchange:
    return exchange(method, path, at_s=at_s, media_type="application/json", page=page)


def _numbered(*exchanges: Exchange) -> tuple[Exchange, ...]:
    return tuple(replace(it, number=n) for n, it in enumerate(exchanges))


def test_the_recordings_own_pages_are_steps_with_their_titles() -> None:
    visit = _numbered(
        _xhr("/a", 0, "p1"), _xhr("/b", 9, "p1"), _xhr("/c", 10, "p2"), _xhr("/d", 11, "p2")
    )
    pages = [Page("p1", "Sign in", 0), Page("p2", "https://shop.test/", 10)]
    steps = steps_of(visit, pages, {})
    assert [(it.name, len(it.exchanges)) for it in steps] == [("Sign in", 2), ("Get /c", 2)]


def test_a_page_or_a_pause_begins_a_step_where_nothing_else_is_known() -> None:
    visit = _numbered(
        exchange("GET", "/", at_s=0),
        _xhr("/api/a", 0.2),
        _xhr("/api/b", 5, method="POST"),
        exchange("GET", "/next", at_s=5.5),
    )
    steps = steps_of(visit, (), {})
    assert [it.name for it in steps] == ["Open /", "Post /api/b", "Open /next"]
    assert [it.pause for it in steps] == [ConstantWait(4.7), ConstantWait(0.4), None]


def test_long_pauses_are_cut_and_redirects_count_as_waiting() -> None:
    visit = _numbered(exchange("GET", "/", at_s=0), exchange("GET", "/", at_s=500))
    steps = steps_of(visit, (), {})
    assert steps[0].pause == ConstantWait(30.0)
    assert [it.name for it in steps] == ["Open /", "Open / (2)"]
    assert steps_of(visit, (), {0: 499.99})[0].pause is None


def test_nothing_has_no_steps() -> None:
    assert steps_of((), (), {}) == ()
