"""What is asked about a journey."""

from dataclasses import fields

from studio.journey.journey import Client, Cookies, Journey, Tls
from tests.ui.journey.pane.sample import JOURNEY
from ui.journey.pane.journey_kinds import CLIENTS, COOKIES, SECTIONS

ELSEWHERE = {
    *("id", "name", "again", "once", "at_end", "tls", "recording", "suggestions"),
    *("by_hand", "last_id"),
}
"""The head, the tree, the code pane, and what the recorder knows."""


def test_everything_about_a_journey_can_be_changed() -> None:
    asked = {spec.attribute for section in SECTIONS for spec in section.specs}
    names = {it.name for it in fields(Journey)} - ELSEWHERE
    assert asked == names | {it.name for it in fields(Tls)}
    assert (set(CLIENTS), set(COOKIES)) == (set(Client), set(Cookies))


def test_trust_is_part_of_the_journey() -> None:
    spec = next(it for section in SECTIONS for it in section.specs if it.attribute == "verify")
    assert spec.value_of(JOURNEY) is True
    assert spec.with_value(JOURNEY, False).tls == Tls(verify=False)
