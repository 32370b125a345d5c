"""Development files that are no part of this repository; tests that need them skip without them."""

import os
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[1]


def fixture_path(name: str) -> Path:
    """Return where a file or a folder of the fixtures is: `shared/fixtures` in a folder above."""
    given = os.environ.get("SWARMBOOK_FIXTURES")
    places = [Path(given)] if given else [it / "shared" / "fixtures" for it in _ROOT.parents]
    found = next((place / name for place in places if (place / name).exists()), None)
    if found is None:
        pytest.skip(f"fixture {name} is not on this computer")
    return found
