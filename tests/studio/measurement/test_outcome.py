"""Everything but a good answer is a failure."""

from studio.measurement.outcome import Outcome


def test_only_ok_is_no_failure() -> None:
    assert [outcome for outcome in Outcome if not outcome.is_failure] == [Outcome.OK]
