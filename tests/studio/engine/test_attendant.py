"""An engine hears that its studio lives, and one that says nothing for too long is given up."""

import threading

import pytest

from studio.engine.attendant import ANSWERS_WITHIN_S, OVERSLEPT_S, STARTS_WITHIN_S, Attendant


class Attended:
    """An attendant with a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now_s = 1000.0
        self.beats = 0
        self.attendant = Attendant(self._beat, self._never, clock_s=lambda: self.now_s)

    def _beat(self) -> None:
        self.beats += 1

    def _never(self) -> None:
        raise AssertionError("given up")

    def after(self, seconds: float) -> bool:
        """Let time pass, a second a look; return whether the engine was to be given up."""
        end_s = self.now_s + seconds
        while self.now_s < end_s:
            self.now_s += 1
            if self.attendant.look():
                return True
        return False


@pytest.mark.parametrize(
    ("has_begun", "patience_s"), [(False, STARTS_WITHIN_S), (True, ANSWERS_WITHIN_S)]
)
def test_an_engine_is_given_up_when_it_was_silent_for_too_long(
    *, has_begun: bool, patience_s: float
) -> None:
    attended = Attended()
    attended.attendant.hear(has_begun=has_begun)
    assert not attended.after(patience_s)
    attended.attendant.hear(has_begun=has_begun)
    assert not attended.after(patience_s)
    assert attended.after(1)
    assert attended.attendant.silence_s > patience_s
    assert attended.beats == 2 * patience_s + 1


def test_a_studio_that_stood_still_itself_blames_nobody() -> None:
    attended = Attended()
    attended.attendant.hear(has_begun=True)
    attended.after(3)
    assert not attended.attendant.has_overslept
    attended.now_s += OVERSLEPT_S + ANSWERS_WITHIN_S
    assert not attended.after(1)
    assert attended.attendant.has_overslept
    assert not attended.after(ANSWERS_WITHIN_S - 1)
    assert attended.after(2)


def test_it_beats_until_it_is_stopped() -> None:
    beaten = threading.Event()
    attendant = Attendant(beaten.set, lambda: None, every_s=0.01)
    attendant.start()
    assert beaten.wait(10)
    attendant.stop()
    attendant.stop()
    beaten.clear()
    assert not beaten.wait(0.1)


def test_it_gives_up_once_and_may_be_stopped_from_there() -> None:
    given_up: list[bool] = []
    over = threading.Event()

    def give_up() -> None:
        given_up.append(True)
        attendant.stop()
        over.set()

    now_s = iter(range(0, 10_000, 9))
    attendant = Attendant(lambda: None, give_up, every_s=0.001, clock_s=lambda: next(now_s))
    attendant.start()
    assert over.wait(10)
    attendant.stop()
    assert given_up == [True]


def test_one_that_was_never_started_can_be_stopped() -> None:
    Attendant(lambda: None, lambda: None).stop()
