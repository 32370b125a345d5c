"""Secrets are used everywhere by a real engine, and found nowhere but in its memory."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import psutil
import pytest

from studio.computer.secret_source import PREFIX
from studio.engine.load_messages import TaskFailed
from studio.errors import StudioError
from studio.journey.body import FormBody, Hole, JsonBody, RawBody
from studio.journey.check import StatusCheck
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.template import take_apart
from studio.journey.wait import ConstantWait
from studio.project.opening import create_project
from studio.run.setup import RunSetup
from studio.scenario.load_profile import constant
from studio.scenario.scenario import JourneyShare, Scenario
from tests.canary import find_canary, forms_of, make_canary
from tests.whole.counting_server import CountingServer, counting_server
from tests.whole.trial import Trial

pytestmark = pytest.mark.whole

PAIRS = (("a", take_apart("{{secret.shop_key}}")),)
USER = Journey(
    "J1",
    "User",
    (
        Step(
            "n1",
            "Use it",
            (
                Request("r1", "GET", take_apart("/a/{{secret.shop_key}}?b={{secret.shop_key}}")),
                Request("r2", "GET", "/b", headers=(("X-Q", "q"),), checks=(StatusCheck((418,)),)),
                Request("r3", "POST", "/c", body=FormBody(PAIRS)),
                Request("r4", "POST", "/d", body=RawBody(PAIRS[0][1], "text/plain")),
                Request("r5", "POST", "/e", body=JsonBody("[0]", (Hole("/0", PAIRS[0][1]),))),
            ),
        ),
    ),
    wait=ConstantWait(0.05),
)

CARELESS = """
import logging, os, sys, gevent
from locust import FastHttpUser, constant, task

KEY = os.environ["SHOP_KEY"]
print("it is", KEY)
print("in parts", end=" ")
print(KEY, file=sys.stderr)
logging.warning("the key is %s", KEY)
gevent.spawn(lambda: {}[KEY])

class User(FastHttpUser):
    wait_time = constant(0.1)

    @task
    def careless(self):
        self.client.get("/" + KEY, name="/" + KEY)
        raise ValueError(f"it was {KEY!r}")
"""


@pytest.fixture
def server() -> Iterator[CountingServer]:
    with counting_server() as counter:
        yield counter


def seen_from_outside() -> bytes:
    """Return what any program of this user can read of our children: how they were started."""
    children = psutil.Process().children(recursive=True)
    assert len(children) >= 3
    return b"\n".join(
        Path(f"/proc/{child.pid}/{name}").read_bytes()
        for child in children
        for name in ("cmdline", "environ")
    )


def test_a_run_uses_its_secrets_and_leaves_none_behind(
    server: CountingServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = make_canary()
    monkeypatch.setenv(f"{PREFIX}SHOP_KEY", canary)
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    project.save(journeys=[USER])
    mix = (JourneyShare(USER.name, 1),)
    scenario = Scenario("Secret", mix, constant(3, 4), (), server.host)
    live = project.start(RunSetup(scenario, question="", worker_processes=2))
    try:
        while not live.snapshot().total.requests:
            assert not live.wait(0.05)
        outside = seen_from_outside()
        assert [how for how, form in forms_of(canary).items() if form in outside] == []
        assert find_canary(canary, tmp_path) == []  # journal and logs, while they are written
    finally:
        record = project.finish(live)
    bundle = project.bundle(USER.name)
    project.close()
    assert record.summary.requests == server.total > 0
    assert any(canary in unquote(path) for path in server.asked), "it was used"
    assert find_canary(canary, tmp_path) == []
    assert canary not in bundle.locustfile
    assert canary not in repr(live) + repr(record)


def test_what_code_prints_and_raises_is_struck_out(server: CountingServer, tmp_path: Path) -> None:
    canary = make_canary()
    trial = Trial(tmp_path, server, constant(2, 2), CARELESS, secrets={"SHOP_KEY": canary})
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert find_canary(canary, tmp_path) == []
    assert trial.log.count("it is {{secret.shop-key-") == 3, trial.log
    assert "the key is {{secret.shop-key-" in trial.log
    failed = [it for it in trial.messages if isinstance(it, TaskFailed)]
    assert failed[0].kind == "ValueError"
    assert failed[0].text.startswith("it was '{{secret.shop-key-")
    assert canary not in repr(trial.messages) + repr(trial.snapshot)


def test_last_words_hold_no_secret(server: CountingServer, tmp_path: Path) -> None:
    canary = make_canary()
    source = "import os, sys\nsys.exit('no: ' + os.environ['SHOP_KEY'])"
    trial = Trial(tmp_path, server, constant(1, 1), source, secrets={"SHOP_KEY": canary})
    trial.wait_for_end()
    assert trial.error is not None
    assert "no: {{secret.shop-key-1}}" in str(trial.error.meaning)
    assert find_canary(canary, tmp_path) == []


def test_a_missing_secret_is_named_before_the_first_request(
    server: CountingServer, tmp_path: Path
) -> None:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home", secrets=lambda _: None)
    project.save(journeys=[USER])
    scenario = Scenario("Secret", (JourneyShare(USER.name, 1),), constant(1, 1), (), server.host)
    with pytest.raises(StudioError, match="no value here for SHOP_KEY") as error:
        project.start(RunSetup(scenario, question="", worker_processes=1))
    assert f"{PREFIX}SHOP_KEY" in str(error.value.remedy)
    assert project.runs() == ()
    assert server.total == 0
    project.close()
