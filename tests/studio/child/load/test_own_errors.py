"""Errors of our own listeners reach us, and never Locust."""

import pytest

from studio.child.load.own_errors import OwnErrors


def test_an_error_is_kept_and_counted(capsys: pytest.CaptureFixture[str]) -> None:
    errors = OwnErrors()
    heard: list[int] = []

    def listener(number: int, *, fails: bool) -> None:
        heard.append(number)
        if fails:
            raise KeyError("x" * 9000)

    careful = errors.kept_from(listener)
    careful(1, fails=False)
    careful(2, fails=True)
    careful(3, fails=True)
    assert heard == [1, 2, 3]
    ((text, count),) = errors.take().items()
    assert count == 2
    assert text.startswith("KeyError in listener, line ")
    assert len(text) <= 500
    assert errors.take() == {}
    assert capsys.readouterr().err.count("Traceback") == 1


def test_being_ended_is_no_error() -> None:
    def listener() -> None:
        raise SystemExit(0)

    with pytest.raises(SystemExit):
        OwnErrors().kept_from(listener)()
