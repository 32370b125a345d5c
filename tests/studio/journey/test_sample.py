"""The talk's journey is the talk's."""

from studio.journey.journey import BetweenWait
from studio.journey.sample import TALK


def test_the_talks_user_waits_between_five_and_fifteen_seconds() -> None:
    assert TALK.name == "WebsiteUser"
    assert TALK.wait == BetweenWait(5, 15)
    assert [step.name for step in TALK.again] == ["index", "about"]
    assert [request.path for request in TALK.again[0].requests] == ["/", "/static/assets.js"]
