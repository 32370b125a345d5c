"""The words for what is known of a journey."""

import pytest

from studio.journey.journey import Journey
from tests.ui.journey.sample_journey import CHECKOUT
from ui.journey.facts import Facts, facts_words, standing, steps_of


@pytest.mark.parametrize(
    ("facts", "tone", "words"),
    [
        (Facts(), "accent", "Not tried yet"),
        (Facts(has_passed=True), "good", "Ready to run"),
        (Facts(has_passed=False), "bad", "Trial failed"),
        (Facts(has_passed=True, doubts=2), "warn", "2 doubts"),
        (Facts(has_passed=True, problems=1, doubts=2), "bad", "1 problem"),
        (Facts(problems=1, is_fixed=True), "plain", "Look only"),
    ],
    ids=str,
)
def test_the_pill_says_what_matters_most(facts: Facts, tone: str, words: str) -> None:
    pill, found = standing(CHECKOUT, facts)
    assert (pill, str(found)) == (tone, words)


def test_a_journey_without_steps_is_empty() -> None:
    assert str(standing(Journey("J1", "New", ()), Facts())[1]) == "Empty"


def test_the_facts_are_one_line() -> None:
    assert steps_of(CHECKOUT) == 30
    said = facts_words(CHECKOUT, Facts(revision=12, trial_s=1.2), str)
    assert said == "J3 · revision 12 · 30 steps · one pass takes about 80 s"
    assert facts_words(Journey("J1", "New", ()), Facts(), str) == "J1 · 0 steps"
