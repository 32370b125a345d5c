"""Whatever a target answers, each request ends as exactly one row, named for what it is.

Every fault meets FastHttpUser, with the fast lane and without it, and HttpUser, each as an exported
file has it, behind the guard of a worker process.
"""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from studio.measurement.outcome import Outcome
from tests.faults.visits import WAYS, Visits, Way, redirected, visit
from tests.hostile_answers import Fault
from tests.hostile_server import HostileServer

MOST_HOPS = 10
MOST_MIB = 200
NEVER_ENDS_S = 15

FLOODS = (
    Fault.HUGE_BODY,
    Fault.ENDLESS_BODY,
    Fault.ENDLESS_HEADERS,
    Fault.CONTINUE_FLOOD,
    Fault.GZIP_BOMB,
    Fault.BROTLI_BOMB,
)

OK, GARBLED, TOO_LARGE = Outcome.OK, Outcome.GARBLED, Outcome.TOO_LARGE
EXPECTED: dict[Fault, Outcome] = {
    **dict.fromkeys(FLOODS, TOO_LARGE),
    Fault.OK: OK,
    Fault.RESET: Outcome.RESET,
    Fault.RESET_IN_BODY: Outcome.RESET,
    Fault.CLOSE: Outcome.RESET,
    Fault.SILENT: Outcome.TIMED_OUT,
    Fault.HALF_HEADERS: GARBLED,
    Fault.HALF_BODY: GARBLED,
    Fault.STALE: OK,
    Fault.SLOW_HEADERS: Outcome.TIMED_OUT,
    Fault.SLOW_BODY: Outcome.TIMED_OUT,
    Fault.LONG_HEADER: TOO_LARGE,
    Fault.MANY_COOKIES: TOO_LARGE,
    Fault.GZIP_MEMBERS: OK,  # the client reads the first member alone
    Fault.DEEP_JSON: OK,
    Fault.GARBAGE: GARBLED,
    Fault.NO_STATUS_LINE: GARBLED,
    Fault.BAD_STATUS: GARBLED,
    Fault.STATUS_999: Outcome.STATUS_5XX,
    Fault.BAD_CHUNK: GARBLED,
    Fault.UNFINISHED_CHUNKS: GARBLED,
    Fault.LONGER_THAN_SAID: GARBLED,
    Fault.NEGATIVE_LENGTH: GARBLED,
    Fault.TWO_LENGTHS: GARBLED,
    Fault.LENGTH_AND_CHUNKED: GARBLED,
    Fault.BAD_GZIP: GARBLED,
    Fault.BAD_BROTLI: GARBLED,
    Fault.BAD_ZSTD: GARBLED,
    Fault.BAD_UTF8: OK,
    Fault.NOT_JSON: OK,
    Fault.MARKUP: Outcome.STATUS_5XX,
    Fault.CONTROL_CHARACTERS: OK,
    Fault.REDIRECT_LOOP: Outcome.ENDLESS_REDIRECT,
    Fault.REDIRECT_GROWING: Outcome.ENDLESS_REDIRECT,
    Fault.REDIRECT_AWAY: Outcome.NOT_ALLOWED,
    Fault.REDIRECT_TO_FILE: Outcome.NOT_ALLOWED,
    Fault.REDIRECT_NOWHERE: OK,
    Fault.REDIRECT_TO: OK,  # nowhere, too
    Fault.BUSY: Outcome.STATUS_5XX,
    Fault.LIMITED: Outcome.STATUS_4XX,
}
HTTP_DIFFERS: dict[Fault, Outcome] = {
    # it takes what it got for an answer
    Fault.HALF_HEADERS: OK,
    Fault.LONGER_THAN_SAID: OK,
    Fault.NEGATIVE_LENGTH: OK,
    Fault.LENGTH_AND_CHUNKED: OK,
    Fault.STATUS_999: OK,
    Fault.BAD_ZSTD: OK,
    # it has caps of its own for heads, and reads every member
    Fault.ENDLESS_HEADERS: GARBLED,
    Fault.LONG_HEADER: GARBLED,
    Fault.MANY_COOKIES: GARBLED,
    Fault.GZIP_MEMBERS: TOO_LARGE,
}


def expected(fault: Fault, way: Way) -> Outcome:
    return (HTTP_DIFFERS if way == "http" else {}).get(fault, EXPECTED[fault])


def forbidden(hostile: HostileServer) -> dict[str, str]:
    """Return addresses that are not allowed, by how each tries to get round the guard."""
    port = hostile.home.rpartition(":")[2]
    elsewhere = hostile.elsewhere.rpartition(":")[2]
    return {
        "other port": f"http://127.0.0.1:{elsewhere}/ok",
        "other name": f"http://localhost:{port}/ok",
        "short": f"http://127.1:{elsewhere}/ok",
        "number": f"http://2130706433:{elsewhere}/ok",
        "six": f"http://[::1]:{port}/ok",
        "mapped": f"http://[::ffff:127.0.0.1]:{port}/ok",
        "user": f"http://127.0.0.1:{port}@127.0.0.1:{elsewhere}/ok",
        "secure": f"https://localhost:{port}/ok",
        "punycode": f"http://xn--lcalhost-54a:{port}/ok",
        "clouds' keys": "http://169.254.169.254/latest/meta-data",
    }


class Seen:
    """All that one client met, each fault and each forbidden address once."""

    def __init__(self, way: Way) -> None:
        faults = {str(fault): f"/{fault}" for fault in Fault}
        with (
            HostileServer(pace_s=0.1, flood_bytes=64 << 20) as hostile,
            TemporaryDirectory() as folder,
        ):
            direct = forbidden(hostile)
            sent_on = {f"sent on, {name}": redirected(it) for name, it in direct.items()}
            broken = {"no address": redirected("http://[::1/")}
            visits = faults | direct | sent_on | broken
            self.visits: Visits = visit(hostile, way, visits, Path(folder))
            self.forbidden = (*direct, *sent_on)
            self.strays = hostile.strays
            self.hops = hostile.asked(Fault.REDIRECT_LOOP)
            self.asked_ok = hostile.asked(Fault.OK)


@cache
def seen(way: Way) -> Seen:
    return Seen(way)


def test_every_fault_is_expected_to_end_somehow() -> None:
    assert EXPECTED.keys() == set(Fault)


@pytest.mark.parametrize("way", WAYS)
def test_every_request_is_one_row_and_nothing_escapes(way: Way) -> None:
    visits = seen(way).visits
    assert visits.escaped == {}
    assert visits.unfinished == 0
    assert {name: len(rows) for name, rows in visits.rows.items() if len(rows) != 1} == {}
    assert visits.took_s < NEVER_ENDS_S


@pytest.mark.parametrize("way", WAYS)
def test_every_row_is_named_for_what_happened(way: Way) -> None:
    visits = seen(way).visits
    told = {fault: visits.rows[fault] for fault in Fault}
    wrong = {it: rows for it, rows in told.items() if rows[0][0] != expected(it, way)}
    assert not wrong
    assert visits.outcomes("no address") == [GARBLED]


@pytest.mark.parametrize("way", WAYS)
def test_no_spelling_leads_to_a_place_that_is_not_allowed(way: Way) -> None:
    it = seen(way)
    assert it.strays == 0
    assert {name: it.visits.rows[name] for name in it.forbidden} == {
        name: [(Outcome.NOT_ALLOWED, it.visits.rows[name][0][1])] for name in it.forbidden
    }
    ordinary = len(it.visits.ordinary)
    assert it.asked_ok <= ordinary + 3  # the fault `ok`, the warm-up, and one under way at the end


@pytest.mark.parametrize("way", WAYS)
def test_a_redirect_is_followed_ten_times_at_most(way: Way) -> None:
    assert seen(way).hops == MOST_HOPS + 1


@pytest.mark.parametrize("way", WAYS)
def test_others_go_on_beside_them(way: Way) -> None:
    visits = seen(way).visits
    assert {outcome for outcome, _ in visits.ordinary} == {OK}
    assert visits.longest_ping_s < NEVER_ENDS_S / 3


@pytest.mark.parametrize("way", WAYS)
def test_a_hundred_users_in_a_flood_need_little_memory(
    way: Way, hostile: HostileServer, tmp_path: Path
) -> None:
    users = 100 // len(FLOODS) + 1
    visits = visit(hostile, way, {str(it): f"/{it}" for it in FLOODS}, tmp_path, users=users)
    assert visits.grown_mib < MOST_MIB
    assert {name: len(rows) for name, rows in visits.rows.items()} == dict.fromkeys(FLOODS, users)
    assert {outcome for outcome, _ in visits.ordinary} == {OK}


@pytest.mark.sweep
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("way", WAYS)
def test_a_hundred_users_meet_each_fault(way: Way, tmp_path: Path) -> None:
    for fault in Fault:
        with HostileServer(pace_s=0.1, flood_bytes=64 << 20) as hostile:
            visits = visit(hostile, way, {str(fault): f"/{fault}"}, tmp_path, users=100)
        outcomes = set(visits.outcomes(fault))
        assert len(visits.rows[fault]) == 100, fault
        assert outcomes <= {expected(fault, way), Outcome.TIMED_OUT}, fault
        assert visits.grown_mib < MOST_MIB, fault
        assert not visits.escaped, fault
        assert {outcome for outcome, _ in visits.ordinary} == {OK}, fault
