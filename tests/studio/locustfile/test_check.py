"""What generated code never needs does not pass."""

import pytest

from studio.journey.sample import PRACTICE, TALK
from studio.locustfile.check import ForbiddenCodeError, check, find_forbidden
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys


@pytest.mark.parametrize("journey", [TALK, PRACTICE], ids=lambda journey: journey.name)
def test_what_the_studio_writes_passes(journey: object) -> None:
    source = emit(plan_journeys([(TALK if journey is TALK else PRACTICE, 1)]))
    assert check(source) == source


@pytest.mark.parametrize(
    "source",
    [
        "import os",
        "import ssl as os",
        "from os import system",
        "from locust import *",
        "from . import x",
        "__import__('os')",
        "eval('1')",
        "open('x')",
        "response.__class__",
        "self.client.__dict__",
        "TLS.load_cert_chain('x')",
        "(lambda: 0)()",
        "[x for x in y]",
        "exec",
        "def f(): yield",
        "del self",
        "global x",
        "async def f(): ...",
        "print('x')",
        "class A: __slots__ = ()",
        "os = 1",
        "x: int = 1",
        "@(lambda f: f)\ndef f(): pass",
        "not python",
        "\x00",
    ],
)
def test_what_it_never_needs_is_found(source: str) -> None:
    assert find_forbidden(source)
    with pytest.raises(ForbiddenCodeError):
        check(source)
