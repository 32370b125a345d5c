"""A job that hangs is ended."""

from studio.export.ci_facts import CiFacts


def test_a_job_may_take_ten_minutes_more_than_its_load() -> None:
    assert CiFacts("2.47.0", 61.0, (), (), has_goals=False).limit_min == 12
