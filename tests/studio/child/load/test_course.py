"""Load time stands still while a run is held, and jumps when a stage is skipped."""

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.course import Course

MOMENTS = (0.0, 10.0, 30.0, 40.0)


def test_without_a_command_load_time_is_run_time() -> None:
    course = Course(MOMENTS)
    assert [course.load_s(at_s) for at_s in (0, 5, 40, 50)] == [0, 5, 40, 40]
    assert [course.next_corner_s(at_s) for at_s in (0, 10, 29)] == [10, 30, 30]
    assert not course.is_over(39.9)
    assert course.is_over(40)


def test_a_hold_makes_the_run_longer_and_no_stage_shorter() -> None:
    course = Course(MOMENTS)
    assert course.hold(5)
    assert course.is_held
    assert course.load_s(25) == 5
    assert course.next_corner_s(25) == float("inf")
    assert course.resume(25)
    assert [course.load_s(at_s) for at_s in (25, 30, 60)] == [5, 10, 40]
    assert course.next_corner_s(26) == 30


def test_what_is_already_so_is_not_done_again() -> None:
    course = Course(MOMENTS)
    assert not course.resume(3)
    assert course.hold(5)
    assert not course.hold(9)
    assert course.resume(10)
    assert not course.resume(12)
    assert course.load_s(10) == 5


def test_a_skip_goes_to_the_next_corner_and_at_last_to_the_end() -> None:
    course = Course(MOMENTS)
    assert course.skip(4) == 10
    assert [course.load_s(at_s) for at_s in (4, 6)] == [10, 12]
    assert course.skip(6) == 30
    assert course.skip(6) == 40
    assert course.is_over(6)
    assert course.skip(7) == 40


def test_a_skip_while_held_stays_held_at_the_corner() -> None:
    course = Course(MOMENTS)
    course.hold(4)
    assert course.skip(9) == 10
    assert course.load_s(50) == 10
    course.resume(60)
    assert course.load_s(61) == 11


commands = st.lists(st.tuples(st.sampled_from(("hold", "resume", "skip")), st.floats(0, 5)))


@given(commands)
def test_load_time_never_runs_backwards(told: list[tuple[str, float]]) -> None:
    course, at_s, before_s = Course(MOMENTS), 0.0, 0.0
    for command, after_s in told:
        at_s += after_s
        assert before_s <= course.load_s(at_s) + 1e-9
        getattr(course, command)(at_s)
        before_s = course.load_s(at_s)
        assert before_s <= MOMENTS[-1]
