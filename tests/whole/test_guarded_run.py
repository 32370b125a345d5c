"""A run goes to its target and nowhere else, and says what it was asked for besides."""

from pathlib import Path

import pytest

from studio.engine.load_messages import Refused
from studio.engine.trouble_messages import TaskFailed
from studio.run.event import EventKind
from studio.scenario.load_profile import constant
from tests.hostile_answers import Fault
from tests.hostile_server import HostileServer
from tests.whole.trial import Trial

pytestmark = pytest.mark.whole

STRAYING = """
import os
import socket
import requests
from locust import FastHttpUser, constant, task
from locust import HttpUser

ELSEWHERE = "{elsewhere}"
os.environ["HTTP_PROXY"] = ELSEWHERE

class Sent(FastHttpUser):
    wait_time = constant(0.2)

    @task
    def sent_away(self):
        self.client.get("/redirect_away")
        self.client.get("/ok")

class ByProxy(HttpUser):
    wait_time = constant(0.2)

    def on_start(self):
        self.client.trust_env = True

    @task
    def by_proxy(self):
        self.client.get("/ok", name="by proxy")

class ByHand(FastHttpUser):
    wait_time = constant(0.2)

    @task
    def by_hand(self):
        host, port = ELSEWHERE.removeprefix("http://").split(":")
        for ask in (
            lambda: socket.socket(type=socket.SOCK_DGRAM).sendto(b"x", (host, int(port))),
            lambda: socket.create_connection(("evil.test", 80), timeout=1),
        ):
            try:
                ask()
            except OSError:
                pass
        requests.get(ELSEWHERE, timeout=1)
"""


def test_whatever_a_locustfile_does_nothing_leaves_for_another_place(
    hostile: HostileServer, tmp_path: Path
) -> None:
    served = HostileHost(hostile.home)
    source = STRAYING.format(elsewhere=hostile.elsewhere)
    trial = Trial(tmp_path, served, constant(6, 4), source)
    trial.wait_for_end()
    assert trial.error is None, trial.log

    assert hostile.strays == 0
    assert hostile.asked(Fault.REDIRECT_AWAY) > 0
    rows = {str(it.endpoint): it for it in trial.snapshot.endpoints}
    assert rows["GET /redirect_away"].failures == rows["GET /redirect_away"].requests
    assert rows["GET by proxy"].failures == rows["GET by proxy"].requests
    assert rows["GET /ok"].failures == 0
    assert rows["GET /ok"].requests == hostile.asked(Fault.OK)
    elsewhere = hostile.elsewhere.removeprefix("http://")
    refused = [it for it in trial.messages if isinstance(it, Refused)]
    assert {it.place for it in refused} == {elsewhere, "evil.test"}
    assert sum(it.count for it in refused) >= rows["GET /redirect_away"].failures
    failed = [it for it in trial.messages if isinstance(it, TaskFailed)]
    assert failed
    assert all("is not an allowed target" in it.text for it in failed)
    places = [it.text for it in trial.snapshot.events if it.kind is EventKind.NOT_ALLOWED]
    assert sorted(places) == sorted({elsewhere, "evil.test"})


class HostileHost:
    """The hostile server as a server under load."""

    def __init__(self, host: str) -> None:
        self.host = host


def test_a_run_whose_target_lies_on_another_computer_begins(tmp_path: Path) -> None:
    """Its master and workers still meet on this computer, where no target is."""
    source = """
from locust import FastHttpUser, constant, task

class Idle(FastHttpUser):
    wait_time = constant(1)

    @task
    def wait_only(self):
        pass
"""
    elsewhere = HostileHost("http://10.255.255.1:8000")  # nothing is sent there
    trial = Trial(tmp_path, elsewhere, constant(2, 2), source)
    trial.wait_for_users(2)
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert not [it for it in trial.messages if isinstance(it, Refused)]
