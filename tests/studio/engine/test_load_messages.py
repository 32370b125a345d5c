"""What the first line of a run says of itself."""

from studio.engine.load_messages import LeadRun
from studio.scenario.load_profile import constant, rise_and_hold


def test_a_run_begins_with_the_users_of_its_profile() -> None:
    def order(stages: object) -> LeadRun:
        return LeadRun("a1", "x.py", None, "x.journal", stages, 1)  # pyright: ignore[reportArgumentType]

    assert order(constant(40, 10).stages).first_users == 40
    assert order(rise_and_hold(40, 5, 5).stages).first_users == 0
