"""Shares in a locustfile are read as syntax, so that a trial knows the numbers of all ways."""

from studio.child.load.trial.drawn_ways import ways_in

FILE = """
import random

def visit(self):
    if random.random() < 0.6:
        self.pay()
    for _ in range(2):
        drawn = random.random()
        if drawn < 0.1:
            self.by_card()
        elif drawn < 0.5:
            self.later()
        else:
            self.cash()
    other = random.random()
    self.note(other)
"""


def test_each_way_has_the_least_number_that_leads_there() -> None:
    assert ways_in(FILE) == {5: (0.0, 0.6), 8: (0.0, 0.1, 0.5), 15: (0.0,)}


def test_what_is_no_python_draws_nothing() -> None:
    assert ways_in("def (") == {}
