"""The program and its package say the same."""

import tomllib
from pathlib import Path

from studio.version import SWARMBOOK


def test_the_program_names_the_version_of_its_package() -> None:
    package = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text())
    assert package["project"]["version"] == SWARMBOOK
