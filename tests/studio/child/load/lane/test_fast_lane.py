"""The lane is FastHttpUser, only faster: the same bytes, outcomes and numbers."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import trustme


PLAYER = Path(__file__).parent / "player.py"


def play(*arguments: str, within_s: float = 100) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(PLAYER), *arguments],
        capture_output=True,
        text=True,
        timeout=within_s,
        check=False,
    )


@cache
def everything_seen() -> dict[str, tuple[list[str], list[str]]]:
    with trustme.CA().issue_cert("127.0.0.1").private_key_and_cert_chain_pem.tempfile() as path:
        done = play("cases", path)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_every_case_is_the_same_with_and_without_the_lane() -> None:
    seen = everything_seen()
    differing = {name: both for name, both in seen.items() if both[0] != both[1]}
    assert not differing, json.dumps(differing, indent=1, ensure_ascii=False)
    assert len(seen) > 250


def test_random_conversations_are_the_same() -> None:
    done = play("random", "120")
    assert done.returncode == 0, done.stderr[-4000:]


@pytest.mark.sweep
@pytest.mark.timeout(1800)
def test_thousands_of_random_conversations_are_the_same() -> None:
    done = play("random", "5000", within_s=1700)
    assert done.returncode == 0, done.stderr[-4000:]
