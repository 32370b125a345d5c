from tests.ui.journey.sample_trial import found, trial
from ui.journey.trial_place import first_place, place_of, step_at


def test_what_is_worth_looking_at_comes_first() -> None:
    assert first_place(trial(status=500), {}) == 3
    assert first_place(trial(), found()) == 3
    assert first_place(trial(), {}) == 0
    assert first_place(trial(until=3), {}) == 2
    assert first_place(trial(until=0), {}) == 0


def test_a_place_belongs_to_a_step_and_a_step_has_a_first_request() -> None:
    record = trial()
    names = [step.name for place in range(6) if (step := step_at(record, place))]
    assert names == ["Sign in", "Open home", "Open home", "Pay", "Order status", "Sign out"]
    assert step_at(record, 6) is None
    assert place_of(record, ["n2"]) == 1
    assert place_of(record, ["r3", "r7"]) == 2
    assert place_of(record, ["x"]) is None
