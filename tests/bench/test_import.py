"""What it takes to import a large recording, with its values found."""

import json
import random
import resource
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from studio.importer.har import read_har_source
from studio.importer.source import source_of_file
from studio.progress import Progress
from tests.bench.conftest import Say

pytestmark = pytest.mark.timeout(300)

REQUESTS, ANSWER_BYTES = 1_000, 48_000
MOST_CPU_S, MOST_MB = 3.0, 60.0
_KB_A_MB = 1_000 if sys.platform == "linux" else 1_000_000


def answer(draw: random.Random, token: str) -> str:
    """Return a JSON answer that issues a token among many items."""
    items: list[dict[str, object]] = []
    size = 0
    while size < ANSWER_BYTES:
        words = " ".join(draw.choices(["amber", "birch", "cedar", "delta", "ember", "flint"], k=12))
        item: dict[str, object] = {
            "id": draw.randint(1, 10**7),
            "price": draw.random(),
            "note": words,
        }
        items.append(item)
        size += len(json.dumps(item))
    return json.dumps({"token": token, "items": items})


def write_recording(path: Path) -> None:
    """Write a recording in which every request sends what the answer before has issued."""
    draw, token = random.Random(1), ""  # noqa: S311  # the same recording each time
    with path.open("w", encoding="utf-8") as file:
        file.write('{"log": {"version": "1.2", "entries": [')
        for number in range(REQUESTS):
            sent, token = token, f"{draw.getrandbits(128):032x}"
            text = answer(draw, token)
            entry: dict[str, Any] = {
                "startedDateTime": "2026-03-14T10:00:00Z",
                "request": {
                    "method": "GET",
                    "url": f"https://shop.test/api/list?token={sent}",
                    "headers": [],
                },
                "response": {
                    "status": 200,
                    "headers": [],
                    "content": {"mimeType": "application/json", "text": text},
                },
            }
            file.write((", " if number else "") + json.dumps(entry))
        file.write("]}}")


def test_a_large_recording(tmp_path: Path, say: Say) -> None:
    path = tmp_path / "large.har"
    write_recording(path)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began_s = time.process_time()
    imported = read_har_source(source_of_file(path), Progress())
    took_s = time.process_time() - began_s
    grown_mb = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / _KB_A_MB
    (journey,) = imported.journeys
    size_mb = path.stat().st_size / 1e6
    say(
        f"\n{REQUESTS} requests, {size_mb:.0f} MB: {took_s:.2f} s of CPU, {grown_mb:.0f} MB more,"
        f" {len(journey.suggestions)} values"
    )
    assert len(journey.suggestions) == REQUESTS - 1
    assert took_s <= MOST_CPU_S
    assert grown_mb <= MOST_MB
