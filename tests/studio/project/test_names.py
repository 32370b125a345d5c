"""What a project does not have is told with what it has."""

import pytest

from studio.project.names import UnknownNameError, named


def test_what_is_there_is_found() -> None:
    assert named("a", {"a": 1, "b": 2}) == 1


def test_what_is_not_there_is_told_with_what_is() -> None:
    with pytest.raises(UnknownNameError, match="has no “c”") as error:
        named("c", {"a": 1, "b": 2})
    assert str(error.value.remedy) == "It has: a, b"
    with pytest.raises(UnknownNameError) as error:
        named("x" * 1000, {})
    assert str(error.value.remedy) == "It has: nothing"
    assert len(str(error.value.happened)) < 200
