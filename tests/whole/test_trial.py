"""A journey tried once by a real engine against the practice shop, with everything visible."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studio.cli.command_line import run_command_line
from studio.engine.load_limits import limits_of
from studio.export.bundle import Bundle, make_bundle
from studio.journey.body import FormBody
from studio.journey.check import StatusCheck
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.sample import PRACTICE
from studio.journey.take import FieldPlace, Take
from studio.journey.template import take_apart
from studio.locustfile.source_map import SourcePlace
from studio.project.opening import add_practice, create_project
from studio.project.project import Project
from studio.trial.comparing import against_trial
from studio.trial.difference import DifferenceKind
from studio.trial.record import CheckState, TrialRecord, TrialState
from studio.trial.starting import LiveTrial, TrialSetup, private_folder
from tests.builders import make_journey
from tests.leftovers import nothing_left_over
from tests.whole.counting_server import CountingServer

pytestmark = [pytest.mark.whole, pytest.mark.beside]

PATIENCE_S = 40
SECRET = "pa55wordOfTheShop"  # noqa: S105

BY_HAND = """
import os
import random
import time
from locust import HttpUser, between, task
from locust.exception import RescheduleTask

KEY = os.environ["SHOP_KEY"]

class Visitor(HttpUser):
    wait_time = between(20, 50)

    def on_start(self):
        self.client.post("/login", data={"key": KEY})

    def by_card(self):
        self.client.get("/card")

    def later(self):
        with self.client.get("/later", catch_response=True) as response:
            order_id = response.status_code + 1
            self.seen = [order_id]

    @task
    def one_pass(self):
        if random.random() < 0.1:
            self.client.get("/rare")
        time.sleep(30)
        random.choices([self.by_card, self.later], weights=[7, 3])[0]()

    def on_stop(self):
        self.client.get("http://127.0.0.1:9/elsewhere")
"""
STUCK = """
import gevent
from locust import HttpUser, task

class Visitor(HttpUser):
    @task
    def one_pass(self):
        self.client.get("/")
        gevent.sleep(600)
"""
PLACES = (SourcePlace("r9", 16, 17), SourcePlace("n9", 19, 22))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    yield project
    project.close()


def try_file(source: str, server: CountingServer, **secrets: str) -> LiveTrial:
    steps = (Step("n9", "Later", (Request("r9", "GET", "/card"),)),)
    journey, bundle = Journey("J9", "By hand", steps), Bundle(source, {}, PLACES)
    setup = TrialSetup(journey, bundle, server.host, limits_of(server.host), secrets)
    live = LiveTrial(setup, private_folder())
    live.start()
    return live


def _ended(live: LiveTrial) -> LiveTrial:
    assert live.wait(PATIENCE_S)
    return live


def ended(live: LiveTrial) -> TrialRecord:
    return _ended(live).finish()


def test_a_journey_of_the_practice_shop_passes_and_is_kept(project: Project) -> None:
    with nothing_left_over():
        live = project.try_journey(PRACTICE)
        assert live.wait(PATIENCE_S)
        record = project.trials.finish(live)
    assert record.state is TrialState.PASSED, record
    leaving = make_bundle([(PRACTICE, 1)], (), lambda _: "")
    assert live.setup.bundle.locustfile == leaving.locustfile
    assert [it.name for it in record.steps] == [
        *("Sign in", "Open home", "Look at the list", "Open one", "Add one", "Read about"),
    ]
    assert record.passed_steps == record.step_count == 6
    (login,) = record.steps[0].requests
    (hop,) = login.exchange.hops
    assert hop.request.address == f"{record.host}/login"
    assert hop.request.body.text == "username=test_user&password="
    assert ("content-length", "28") in {(name.lower(), it) for name, it in hop.request.headers}
    assert hop.answer is not None
    assert "Welcome, test_user" in hop.answer.body.text
    assert 0 < (hop.head_ms or 0) <= login.exchange.response_ms
    assert [(it.state, it.found) for it in login.checks] == [(CheckState.PASSED, "200")]
    assert dict(login.exchange.cookies).keys() == {"session"}
    assert record.waited_s > 2  # though nobody waited so long
    kept = project.trials.last_good(PRACTICE)
    assert kept is not None
    assert [it.name for it in kept.steps] == [it.name for it in record.steps]
    assert dict(login.exchange.cookies)["session"] not in str(kept)


def test_a_failing_check_is_shown_and_gives_up_its_step(project: Project) -> None:
    request = Request("r1", "GET", "/todos/17", checks=(StatusCheck((404,)),))
    record = ended(project.try_journey(make_journey(request=request)))
    assert record.state is TrialState.FAILED
    (tried,) = record.requests
    assert tried.exchange.failure == "status 200 instead of 404"
    assert [(it.state, it.found) for it in tried.checks] == [(CheckState.FAILED, "200")]


def test_values_that_are_taken_are_shown_and_one_that_is_not_is_offered(project: Project) -> None:
    form = Request("r1", "GET", "/login", takes=(Take("csrf", FieldPlace("csrf_token")),))
    token = "csrf_token", take_apart("{{csrf}}")
    send = Request("r2", "POST", "/login", body=FormBody((token, ("username", "ann"))))
    journey = Journey("J1", "Sign in", (Step("n1", "Form", (form,)), Step("n2", "Send", (send,))))
    good = project.trials.finish(_ended(project.try_journey(journey)))
    assert good.state is TrialState.PASSED
    (taken,) = good.requests[0].takes
    assert (taken.variable, taken.place) == ("csrf", "field csrf_token")
    assert taken.value is not None
    assert (
        good.requests[1].exchange.hops[0].request.body.text.startswith(f"csrf_token={taken.value}")
    )

    stale = replace(send, body=FormBody((("csrf_token", taken.value), ("username", "ann"))))
    steps = (Step("n1", "Form", (replace(form, takes=()),)), Step("n2", "Send", (stale,)))
    again = ended(project.try_journey(replace(journey, again=steps)))
    assert again.requests[1].exchange.failure.endswith("code=403")
    lines = {it.name: it for it in against_trial(again, good)[0]}
    offered = lines["csrf_token"]
    assert (offered.kind, offered.uses) == (DifferenceKind.SENT_LATER, ("r2",))
    assert offered.take == FieldPlace("csrf_token")


def test_choices_are_walked_all_ways_and_nothing_secret_is_told(server: CountingServer) -> None:
    live = try_file(BY_HAND, server, SHOP_KEY=SECRET)
    record = ended(live)
    names = [it.exchange.name for it in record.requests]
    assert names == ["/login", "/rare", "/card", "/later", "/elsewhere"]
    assert [it.pass_number for it in record.steps] == [0, 1, 1, 2, -1]
    assert [it.id for it in record.requests] == ["", "", "r9", "", ""]
    assert record.steps[2].name == "Later"
    later = record.requests[3]
    assert dict(later.exchange.variables) == {"order_id": "201", "seen": "[201]"}
    assert record.waited_s == 30
    assert SECRET not in str(live.messages)
    assert "{{secret.shop-key-1}}" in record.requests[0].exchange.hops[0].request.body.text

    assert record.refused == ("127.0.0.1:9",)
    assert "127.0.0.1:9 is not an allowed target" in record.requests[-1].exchange.failure
    assert record.state is TrialState.FAILED


def test_a_start_that_fails_is_tried_once(project: Project) -> None:
    journey = make_journey(
        once=(Step("n2", "Sign in", (Request("r2", "GET", "/", checks=(StatusCheck((201,)),)),)),)
    )
    record = ended(project.try_journey(journey))
    assert [it.exchange.failure for it in record.requests] == ["status 200 instead of 201"]
    assert (record.state, record.passes, record.said) == (TrialState.FAILED, 0, ())


def test_a_trial_that_hangs_can_be_stopped(server: CountingServer) -> None:
    with nothing_left_over():
        live = try_file(STUCK, server)
        until_s = time.monotonic() + PATIENCE_S
        while not live.snapshot().requests:
            assert time.monotonic() < until_s
            time.sleep(0.02)
        live.cancel()
        record = ended(live)
    assert record.state is TrialState.CANCELLED
    assert len(record.requests) == 1


def test_a_trial_can_be_stopped_before_it_has_begun(server: CountingServer) -> None:
    live = try_file("import time\ntime.sleep(600)\n", server)
    live.cancel()
    assert ended(live).state is TrialState.CANCELLED


def test_the_command_line_tries_a_journey(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SWARMBOOK_HOME", str(tmp_path / "home"))
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    project.close()
    command = "try", str(project.path), PRACTICE.name
    with nothing_left_over():
        assert run_command_line([*command, "--from", "Add one"]) == 0
        told = capsys.readouterr().out
        assert told.startswith("✓ Add one\n    ✓ POST /todos ")
        assert "6 of 6 steps passed" in told
        assert run_command_line([*command, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["passed"]
    differences = [it for step in found["walked"] for it in step["requests"][0]["differences"]]
    assert {it["kind"] for it in differences} == {"same"}
    assert run_command_line([*command[:2], "Nobody"]) == 2
    assert run_command_line([*command, "--target", "http://a.test"]) == 5


def test_control_c_stops_a_trial_on_the_command_line(tmp_path: Path) -> None:
    with nothing_left_over():
        project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
        requests = (Request(f"r{it}", "GET", "/todos") for it in range(300))
        steps = tuple(Step(f"n{i}", f"Step {i}", (it,)) for i, it in enumerate(requests))
        project.save(journeys=[Journey("J1", "Long", steps)])
        project.close()
        program = str(Path(__file__).parents[2] / "main.py")
        process = subprocess.Popen(
            [sys.executable, "-u", program, "try", str(project.path), "Long"],
            env={"SWARMBOOK_HOME": str(tmp_path / "home")},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "✓ Step 0\n"
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=PATIENCE_S)[0]
    assert process.returncode == 1
    assert rest.endswith("The trial was stopped.\n")
