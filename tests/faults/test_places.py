"""No failpoint without a case, and no case without a failpoint."""

import ast
from pathlib import Path

from studio.failpoint import ACTS
from tests.faults.places import PLACES

ROOT = Path(__file__).parents[2]


def failpoints_of_the_source() -> list[str]:
    found: list[str] = []
    for module in sorted((ROOT / "studio").rglob("*.py")):
        for node in ast.walk(ast.parse(module.read_text())):
            match node:
                case ast.Call(func=ast.Name(id="failpoint"), args=[ast.Constant(value=str(name))]):
                    found.append(name)
                case ast.Call(func=ast.Name(id="failpoint"), lineno=line):
                    raise AssertionError(f"{module}:{line}: its name is not plain to see")
                case _:
                    pass
    return found


def test_every_failpoint_has_a_case() -> None:
    named = failpoints_of_the_source()
    assert sorted(named) == sorted(set(named)), "one name, one place"
    assert set(named) == set(PLACES)


def test_every_case_can_be_made_to_happen() -> None:
    assert {act for place in PLACES.values() for act in place.acts} == set(ACTS)
