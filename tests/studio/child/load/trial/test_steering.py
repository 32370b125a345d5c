"""A choice's ways are taken one after another; what else is random stays random."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from studio.child.load.trial.steering import Steering

FILE = """
import random
def share():
    return random.random() < 0.6
def way(ways, weights):
    return random.choices(ways, weights=weights)[0]
def letters():
    return random.choices("abc", k=50)
"""


@pytest.fixture
def steering() -> Iterator[Steering]:
    module: Any = random
    kept = module.random, module.choices
    steering = Steering()
    steering.install("/somewhere/journey_1.py")
    yield steering
    module.random, module.choices = kept


@pytest.fixture
def file() -> dict[str, Any]:
    found: dict[str, Any] = {}
    exec(compile(FILE, str(Path("/elsewhere/journey_1.py")), "exec"), found)  # noqa: S102
    return found


def test_each_further_pass_takes_a_way_that_was_never_taken(
    steering: Steering, file: dict[str, Any]
) -> None:
    assert not steering.has_more
    assert file["share"]()
    assert steering.has_more
    assert not file["share"]()
    assert not steering.has_more
    taken = [file["way"](["a", "b", "c"], [7, 0, 3]) for _ in range(3)]
    assert taken == ["a", "c", "a"]
    assert not steering.has_more


def test_other_chance_is_left_alone(steering: Steering, file: dict[str, Any]) -> None:
    assert len(set(file["letters"]())) > 1
    assert len({random.random() for _ in range(9)}) == 9  # noqa: S311
    assert not steering.has_more
