"""Seconds are told with what they were to be, and no start is lost on the way."""

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.course_record import CourseRecord, CourseReport
from studio.engine.load_messages import EndpointSeen, SecondAmended, SecondMeasured
from studio.measurement.histogram import histogram_of


def measured(at_s: int) -> SecondMeasured:
    return SecondMeasured(at_s, 99, (), ())


def test_a_second_has_what_was_wanted_and_the_users_of_all_workers() -> None:
    record = CourseRecord()
    record.note(7)
    record.take("worker-1", CourseReport([(0, 3), (1, 4)], ()))
    record.take("worker-2", CourseReport([(0, 2)], ()))
    seen = EndpointSeen(0, "GET", "/")
    first, other, second, third = record.complete([measured(0), seen, measured(1), measured(2)])
    assert isinstance(first, SecondMeasured)
    assert (first.users, first.wanted, first.starts) == (5, 7, None)
    assert other is seen
    assert isinstance(second, SecondMeasured)
    assert (second.users, second.wanted) == (4, 0)
    assert third == measured(2)


heard = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9), st.integers(0, 9)), max_size=20)


@given(heard, st.integers(0, 6))
def test_starts_are_told_once_however_late_they_come(
    told: list[tuple[int, int, int]], closed: int
) -> None:
    record = CourseRecord()
    for second, started, _ in told:
        record.take_starts(second, started, 0, histogram_of([1000] * started))
    messages = list(record.complete(measured(second) for second in range(closed)))
    for second, _, missed in told:
        record.take_starts(second, 0, missed, histogram_of([]))
        record.plan_starts(second, missed)
    messages += record.complete(measured(second) for second in range(closed, 7))
    starts = [it.starts for it in messages if isinstance(it, SecondMeasured | SecondAmended)]
    found = [it for it in starts if it is not None]
    assert sum(it.started for it in found) == sum(started for _, started, _ in told)
    assert sum(it.missed for it in found) == sum(missed for _, _, missed in told)
    assert sum(it.planned for it in found) == sum(missed for _, _, missed in told)
