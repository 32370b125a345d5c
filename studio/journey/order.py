"""Order: how the steps of a journey, or of a group, are walked."""

from enum import StrEnum


class Order(StrEnum):
    """How the steps after the start are walked."""

    IN_ORDER = "in_order"
    """One pass is all steps, top to bottom."""

    WEIGHTED = "weighted"
    """One step at random, by weight: the classic Locust user."""

    CHAIN = "chain"
    """From the first step on, each says which may follow it and how often: a Markov chain."""
