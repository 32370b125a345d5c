"""With versions it does not know, the lane is left out, and says so."""

from importlib.metadata import version

import pytest

from studio.child.load.lane.lane_switch import VERIFIED_WITH, why_not


@pytest.mark.parametrize("library", VERIFIED_WITH)
def test_the_lane_was_verified_with_what_is_installed(library: str) -> None:
    assert version(library) == VERIFIED_WITH[library]


def test_the_versions_it_was_verified_with_are_welcome() -> None:
    assert why_not(VERIFIED_WITH.__getitem__) == ""
    assert why_not() == ""


@pytest.mark.parametrize("library", VERIFIED_WITH)
def test_any_other_version_turns_it_off_by_name(library: str) -> None:
    other = VERIFIED_WITH | {library: "9.9"}
    assert why_not(other.__getitem__) == f"not verified with {library} 9.9"
