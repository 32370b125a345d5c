"""An exception says what it is, where it comes from, and how it got there."""

import sys
from pathlib import Path
from types import TracebackType

import pytest

from studio.child.load.broken_tasks import describe, place_of
from studio.recording.redaction import KnownSecrets

JOURNEY = """
def task(client):
    buy(client)

def buy(client):
    return client("token=abc pw=hunter2")

def chain(client):
    try:
        buy(client)
    except ValueError as error:
        raise KeyError("total") from error

def inside(client):
    try:
        buy(client)
    except ValueError:
        {}["x"]

def deep(client, depth=300):
    deep(client, depth - 1) if depth else buy(client)

class Odd(Exception):
    def __str__(self):
        raise OSError("no text")

def odd(client):
    raise Odd
"""
SECRETS = KnownSecrets({"pw": "hunter2"})


def raise_it(text: str) -> None:
    raise ValueError(text)


@pytest.fixture
def journey(tmp_path: Path) -> Path:
    path = tmp_path / "journey_a1.py"
    path.write_text(JOURNEY)
    return path


def broken(path: Path, task: str) -> tuple[BaseException, TracebackType | None]:
    """Return the exception that leaves a task, and its way."""
    names: dict[str, object] = {}
    exec(compile(path.read_text(), str(path), "exec"), names)  # noqa: S102
    function = names[task]
    assert callable(function)
    try:
        function(raise_it)
    except Exception as error:  # noqa: BLE001  # whatever it is
        return error, sys.exc_info()[2]
    raise AssertionError


def test_a_traceback_names_the_file_as_it_is_known_and_hides_secrets(journey: Path) -> None:
    error, trace = broken(journey, "task")
    told = describe(error, trace, str(journey), SECRETS)
    assert told.kind == "ValueError"
    assert told.text == "token={{secret.token-1}} pw={{secret.pw-1}}"
    assert told.place == "line 6 in buy"
    lines = told.traceback.splitlines()
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[1:5] == [
        '  File "locustfile.py", line 3, in task',
        "    buy(client)",
        '  File "locustfile.py", line 6, in buy',
        '    return client("token=abc pw={{secret.pw-1}}")',
    ]
    assert lines[-1] == "ValueError: token={{secret.token-1}} pw={{secret.pw-1}}"
    assert str(journey.parent) not in told.traceback


@pytest.mark.parametrize(
    ("task", "kind", "says"),
    [
        ("chain", "KeyError", "was the direct cause of"),
        ("inside", "KeyError", "During handling of"),
    ],
)
def test_what_led_to_it_is_told_first(journey: Path, task: str, kind: str, says: str) -> None:
    told = describe(*broken(journey, task), str(journey), SECRETS)
    assert told.kind == kind
    assert told.traceback.index("ValueError: token=") < told.traceback.index(says)
    assert told.traceback.rstrip().splitlines()[-1].startswith(kind)


def test_a_way_without_end_is_cut_in_the_middle(journey: Path) -> None:
    told = describe(*broken(journey, "deep"), str(journey), SECRETS)
    assert len(told.traceback) <= 6000
    assert told.traceback.startswith("Traceback")
    assert told.traceback.rstrip().endswith("pw={{secret.pw-1}}")


def test_an_exception_that_cannot_say_what_it_is_says_so(journey: Path) -> None:
    told = describe(*broken(journey, "odd"), str(journey), SECRETS)
    assert told.text == "(its text raised OSError)"


def test_a_way_outside_of_the_file_has_a_place_too(journey: Path) -> None:
    _, trace = broken(journey, "task")
    assert place_of(trace, "/elsewhere/other.py").endswith(" in raise_it")
    assert place_of(None, str(journey)) == ""
