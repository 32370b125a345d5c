"""Every outcome has its words."""

from studio.measurement.outcome import Outcome
from ui.table.outcome_words import outcome_words


def test_no_two_outcomes_read_the_same() -> None:
    assert len({str(outcome_words(outcome)) for outcome in Outcome}) == len(Outcome)
