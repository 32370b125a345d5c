"""The talk's journey is the talk's."""

from studio.journey.sample import TALK
from studio.journey.wait import BetweenWait
from studio.journey.walk import only_steps


def test_the_talks_user_waits_between_five_and_fifteen_seconds() -> None:
    assert TALK.name == "WebsiteUser"
    assert TALK.wait == BetweenWait(5, 15)
    assert [step.name for step in only_steps(TALK.again)] == ["index", "about"]
    index, _ = only_steps(TALK.again)
    assert [request.path for request in index.requests] == ["/", "/static/assets.js"]
