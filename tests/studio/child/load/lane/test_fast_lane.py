"""The lane is FastHttpUser, only faster: the same bytes, outcomes and numbers."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import trustme

from tests.hostile_answers import Fault
from tests.hostile_server import HostileServer

PLAYER = Path(__file__).parent / "player.py"
KNOWN: dict[str, str] = {}
"""Plays that may differ, and why."""

Play = tuple[list[str], list[str], list[str]]
"""What was seen without the lane and with it, and what the lane left to Locust."""


def play(*arguments: str, within_s: float = 100) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PLAYER), *arguments],
        capture_output=True,
        text=True,
        timeout=within_s,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("certificates")
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    for name, certificate in (
        ("server.pem", authority.issue_cert("127.0.0.1", "localhost")),
        ("client.pem", authority.issue_cert("visitor@shop.test", common_name="visitor")),
    ):
        certificate.private_key_and_cert_chain_pem.write_to_path(folder / name)
    return folder


@pytest.fixture(scope="module")
def plays(folder: Path) -> dict[str, Play]:
    return play_cases(folder)


def play_cases(folder: Path) -> dict[str, Play]:
    done = play("cases", str(folder))
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)


@pytest.mark.timeout(300)
def test_every_play_is_the_same_with_and_without_the_lane(
    plays: dict[str, Play], folder: Path
) -> None:
    differing = differing_in(plays)
    for _ in range(2 if differing else 0):
        # On a crowded machine a server may close before it has read; the lane differs every time.
        again = differing_in(play_cases(folder))
        differing = {name: both for name, both in differing.items() if name in again}
    assert differing.keys() == KNOWN.keys(), json.dumps(differing, indent=1, ensure_ascii=False)
    assert len(plays) > 800


def differing_in(plays: dict[str, Play]) -> dict[str, Play]:
    return {name: both for name, both in plays.items() if both[0] != both[1]}


def test_what_is_usual_takes_the_lane(plays: dict[str, Play]) -> None:
    usual = ("plain", "json", "form", "text", "chunked", "cookies", "cookies by path", "gzip")
    doors = ("plain", "exported", "ipv6", "tls")
    left = {f"{name}, {door}": plays[f"{name}, {door}"][2] for name in usual for door in doors}
    left |= {name: plays[name][2] for name in ("not found, exported", "error, exported")}
    left |= {name: plays[name][2] for name in ("json, tls through a tunnel", "form, tls, known")}
    assert not {name: what for name, what in left.items() if what}


def test_what_is_unusual_is_left_to_locust(plays: dict[str, Play]) -> None:
    left = {name: plays[f"{name}, plain"][2] for name in ("head", "stream", "expect", "multipart")}
    left["proxy"] = plays["plain, proxy"][2][:1]
    assert set(map(tuple, left.values())) == {("passed by",)}
    handed_over = ("early hints", "no content", "reset", "too long")
    assert {plays[f"{name}, plain"][2][0] for name in handed_over} == {"handed over"}


def test_every_fault_of_a_hostile_server_is_the_same() -> None:
    told: list[dict[str, list[str]]] = []
    asked: list[dict[str, int]] = []
    for way in ("locust", "lane"):
        with HostileServer(pace_s=0.01, flood_bytes=3 << 20) as server:
            done = play("hostile", server.home, way)
            assert done.returncode == 0, done.stderr[-4000:]
            asked.append({fault: server.asked(fault) for fault in Fault})
            assert server.strays == 0
            elsewhere = server.elsewhere.removeprefix("http://")
            told.append(json.loads(done.stdout.replace(elsewhere, "ELSEWHERE")))
    without, within = told
    differing = {name: (without[name], within[name]) for name in without}
    assert not {name: both for name, both in differing.items() if both[0] != both[1]}
    assert asked[0] == asked[1]  # silent resends, too


def test_random_conversations_are_the_same() -> None:
    done = play("random", "120")
    assert done.returncode == 0, done.stderr[-4000:]


@pytest.mark.sweep
@pytest.mark.timeout(1800)
def test_thousands_of_random_conversations_are_the_same() -> None:
    done = play("random", "5000", within_s=1700)
    assert done.returncode == 0, done.stderr[-4000:]
