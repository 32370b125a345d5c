"""A file's own listeners may do what they like: what is measured stays whole."""

import os
from pathlib import Path

import pytest

from studio.engine.load_messages import AgentFailed, SecondMeasured
from studio.run.verdict import Doubt
from studio.scenario.load_profile import constant
from tests.whole.counting_server import CountingServer
from tests.whole.trial import Trial, visitor

pytestmark = pytest.mark.whole

RAISES = """
from locust import events

@events.request.add_listener
def listen(**rest):
    raise {error}
"""


@pytest.mark.parametrize("error", ["KeyError('mine')", "StopUser()", "RescheduleTask()"])
def test_a_listener_that_raises_hides_no_request(
    server: CountingServer, tmp_path: Path, error: str
) -> None:
    source = "from locust.exception import *\n" + RAISES.format(error=error) + visitor()
    trial = Trial(tmp_path, server, constant(3, 3), source)
    trial.wait_for_end()
    assert trial.error is None, trial.log[-3000:]
    assert trial.snapshot.total.requests == server.total > 0
    assert not trial.heard(AgentFailed)


UNCOUNTABLE = """
from locust import events

@events.test_start.add_listener
def begin(environment, **rest):
    events.request.fire(request_type="GET", name="/", response_time="long", response_length=0,
                        exception=None, context={})
"""


def test_an_error_in_our_own_measuring_is_told_and_makes_a_run_untrusted(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(3, 3), UNCOUNTABLE + visitor())
    trial.wait_for_end()
    assert trial.error is None, trial.log[-3000:]
    failed = trial.heard(AgentFailed)
    assert {it.process for it in failed} == {"worker-1", "worker-2"}
    assert all(it.error.startswith("TypeError in _count") for it in failed)
    verdict = trial.snapshot.verdict
    assert verdict is not None
    assert Doubt.MEASURING_FAILED in verdict.doubts
    assert trial.snapshot.total.requests == server.total


def test_modules_that_locust_would_find_by_name_take_no_part(
    server: CountingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planted = tmp_path / "planted"
    planted.mkdir()
    for name in ("locust_plugins", "pytest"):
        (planted / f"{name}.py").write_text(f"print('{name} was here')\nraise SystemExit(7)\n")
    before = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(planted), before])))
    trial = Trial(tmp_path, server, constant(2, 2), visitor())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert "was here" not in trial.log
    assert trial.heard(SecondMeasured)
