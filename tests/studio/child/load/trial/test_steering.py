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
def step(following):
    (step,) = random.choices(list(following), weights=following.values())
    return step
def any_of(ways):
    return random.choice(ways)
def letters():
    return random.choices("abc", k=50)
"""


@pytest.fixture
def steering(tmp_path: Path) -> Iterator[Steering]:
    module: Any = random
    kept = module.random, module.choices, module.choice
    path = tmp_path / "journey_1.py"
    path.write_text(FILE)
    steering = Steering()
    steering.install(str(path))
    yield steering
    module.random, module.choices, module.choice = kept


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


def test_a_chain_is_left_in_the_end_whichever_way_it_goes(
    steering: Steering, file: dict[str, Any]
) -> None:
    chain = {"a": {"b": 1}, "b": {"a": 5, None: 1}}
    walked: list[str | None] = ["a"]
    while walked[-1] is not None:
        walked.append(file["step"](chain[walked[-1]]))
    assert walked == ["a", "b", "a", "b", None]
    assert not steering.has_more


def test_one_of_several_methods_is_a_way_and_one_of_several_values_is_none(
    steering: Steering, file: dict[str, Any]
) -> None:
    assert [file["any_of"]([abs, min])(-1, -2) if it else file["any_of"]([abs, min])(-1)
            for it in range(2)] == [1, -2]  # fmt: skip
    assert file["any_of"]([7, 7]) == 7
    assert not steering.has_more


def test_other_chance_is_left_alone(steering: Steering, file: dict[str, Any]) -> None:
    assert len(set(file["letters"]())) > 1
    assert len({random.random() for _ in range(9)}) == 9  # noqa: S311
    assert not steering.has_more
