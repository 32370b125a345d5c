"""Failures, exceptions, the engine's log and examples, from real workers to the run."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.child.load.gathering import MOST_CAUSES, MOST_EXCEPTIONS
from studio.engine.journal import read_file
from studio.engine.load_commands import KeepNextExample
from studio.engine.trouble_messages import ExampleKept
from studio.measurement.example import LONGEST_EXAMPLE_BYTES, BodyKind, ExampleKind
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.run.trouble import Trouble
from studio.scenario.load_profile import constant
from studio.typed_json import write
from tests.whole.trial import Trial
from tests.whole.troubled_server import ISSUED, TroubledServer, troubled_server

pytestmark = pytest.mark.whole

TYPED = "hunter2-of-the-visitor"
BEARER = "bearer-7Yw1-of-the-visitor"

VISITOR = """
import itertools, logging
from locust import CLIENT, constant, task

NUMBERS = itertools.count()

class Visitor(CLIENT):
    wait_time = constant(0.02)

    @task
    def home(self):
        self.client.get("/")

    @task
    def growing(self):
        self.client.get("/growing")

    @task
    def order(self):
        number = next(NUMBERS)
        headers = {"Authorization": "Bearer BEARER", "X-Number": str(number)}
        address = f"/orders/{number}?token=TYPED"
        self.client.get(address, name="/orders/[id]", headers=headers)

    @task
    def sign_in(self):
        form = {"username": "ann", "password": "TYPED"}
        with self.client.post("/login", data=form, catch_response=True) as response:
            response.failure(f"user {next(NUMBERS)} may not sign in, password=TYPED")

    @task
    def odd(self):
        self.client.get("/big")
        self.client.get("/binary")
        self.client.get("/hang")
        self.client.get("/moved", name="/moved", headers={"Cookie": "sid=TYPED"})

    @task
    def streamed(self):
        response = self.client.get("/streamed", stream=True)
        assert response.content == b"ok"

    @task
    def broken(self):
        logging.getLogger("mine").warning("look at %d, token=TYPED", next(NUMBERS))
        raise ValueError(f"nothing {next(NUMBERS)} of {self.client.base_url} password=TYPED")
"""


@pytest.fixture(scope="module", params=["FastHttpUser", "HttpUser"])
def ended(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Trial, TroubledServer]]:
    """Return a run that is over, and the server it was sent to."""
    with troubled_server() as server:
        source = VISITOR
        for word, value in (("CLIENT", request.param), ("TYPED", TYPED), ("BEARER", BEARER)):
            source = source.replace(word, value)
        folder = tmp_path_factory.mktemp("run")
        trial = Trial(folder, server, constant(6, 11), source)
        trial.wait_for_requests()
        server.slow_from_s = time.monotonic() + 7
        trial.engine.send(KeepNextExample("GET", "/"))
        trial.engine.send(KeepNextExample("GET", "/streamed"))
        trial.wait_for_end()
        assert trial.error is None, trial.log
        yield trial, server


@pytest.fixture
def trouble(ended: tuple[Trial, TroubledServer]) -> Trouble:
    return ended[0].snapshot.trouble


def test_causes_add_up_to_the_failures_of_each_endpoint(
    ended: tuple[Trial, TroubledServer], trouble: Trouble
) -> None:
    trial, server = ended
    by_endpoint: Counter[Endpoint] = Counter()
    for cause in trouble.causes:
        by_endpoint[cause.endpoint] += cause.count
        assert 0 <= cause.first_s <= cause.last_s <= trial.snapshot.at_s
    rows = {row.endpoint: row.failures for row in trial.snapshot.endpoints if row.failures}
    assert by_endpoint == rows
    assert by_endpoint[Endpoint("POST", "/login")] == server.asked["/login"]


def test_ids_and_secrets_make_no_new_cause(trouble: Trouble) -> None:
    found = {(str(it.endpoint), it.outcome, it.text) for it in trouble.causes}
    assert ("GET /orders/[id]", Outcome.STATUS_5XX, "status 500") in found
    assert (
        "POST /login",
        Outcome.STATUS_4XX,
        "user [number] may not sign in, password={{secret.password-1}}",
    ) in found
    hung_up = [it for it in found if it[0] == "GET /hang"]
    assert [it[1] for it in hung_up] == [Outcome.RESET]


def test_an_example_holds_request_and_answer(trouble: Trouble) -> None:
    (cause,) = [it for it in trouble.causes if it.endpoint.name == "/orders/[id]"]
    examples = trouble.examples_of(cause)
    assert 3 <= len(examples) <= 5
    for example in examples:
        assert example.kind is ExampleKind.FAILED
        assert example.worker in {"worker-1", "worker-2"}
        assert example.response_time_ms > 0
        request, answer = example.request, example.answer
        assert request.method == "GET"
        assert "/orders/" in request.address
        assert request.address.endswith("?token={{secret.token-1}}")
        headers = {name.lower(): value for name, value in request.headers}
        assert headers["authorization"] == "Bearer {{secret.authorization-1}}"
        assert headers["x-number"].isdecimal()
        assert answer is not None
        assert answer.status == 500
        assert answer.body.kind is BodyKind.WHOLE
        told = json.loads(answer.body.text)
        assert told["error"].startswith("order ")
        assert told["token"].startswith("{{secret.")
    (sign_in,) = [it for it in trouble.causes if it.endpoint.name == "/login"]
    body = trouble.examples_of(sign_in)[0].request.body
    assert body.text == "username=ann&password={{secret.password-1}}"


def test_odd_bodies_are_told_of_and_not_kept(trouble: Trouble) -> None:
    bodies = {
        it.endpoint.name: it.answer and it.answer.body
        for it in trouble.examples
        if it.kind is ExampleKind.FAILED
    }
    big, binary = bodies["/big"], bodies["/binary"]
    assert big is not None
    assert (big.kind, big.size_bytes) == (BodyKind.CUT, 500_000)
    assert binary is not None
    assert (binary.kind, binary.size_bytes) == (BodyKind.BINARY, 4)
    assert bodies["/hang"] is None


def test_a_redirect_says_who_answered(trouble: Trouble) -> None:
    moved = next(it for it in trouble.examples if it.endpoint.name == "/moved")
    assert moved.answer is not None
    assert moved.request.address.endswith("/moved")
    assert "/orders/1?token={{secret." in moved.answer.came_from


def test_the_slowest_are_kept_and_those_that_were_asked_for(trouble: Trouble) -> None:
    slow = [it for it in trouble.examples if it.kind is ExampleKind.SLOW]
    assert "/growing" in {it.endpoint.name for it in slow}
    assert all(it.outcome is Outcome.OK and it.response_time_ms > 50 for it in slow)
    asked = {it.endpoint.name: it for it in trouble.examples if it.kind is ExampleKind.ASKED}
    assert asked.keys() == {"/", "/streamed"}
    home, streamed = asked["/"].answer, asked["/streamed"].answer
    assert home is not None
    assert home.body.text == "ok"
    assert streamed is not None
    assert streamed.body.kind is BodyKind.UNREAD  # the locustfile has yet to read it


def test_exceptions_have_their_place_and_their_way(
    ended: tuple[Trial, TroubledServer], trouble: Trouble
) -> None:
    (exception,) = [it for it in trouble.exceptions if it.kind == "ValueError"]
    assert exception.count > 3
    assert exception.place.endswith(" in broken")
    assert 'File "locustfile.py", line ' in exception.traceback
    assert "raise ValueError(" in exception.traceback
    assert str(ended[0].folder) not in exception.traceback
    last = exception.traceback.rstrip().splitlines()[-1]
    assert last.startswith("ValueError: nothing ")


def test_the_log_is_told_line_by_line(trouble: Trouble) -> None:
    mine = [it for it in trouble.lines if it.text.startswith("look at ")]
    assert {it.process for it in mine} <= {"worker-1", "worker-2"}
    assert all(it.level == "WARNING" for it in mine)
    (exception,) = [it for it in trouble.exceptions if it.kind == "ValueError"]
    assert sum(it.count for it in mine) == exception.count
    assert not [it for it in trouble.lines if "Traceback" in it.text]


def test_no_secret_and_no_long_example_is_in_the_journal(
    ended: tuple[Trial, TroubledServer],
) -> None:
    trial, _ = ended
    examples = [it.example for it in trial.messages if isinstance(it, ExampleKept)]
    assert 5 < len(examples) <= 200
    assert all(len(json.dumps(write(it))) <= LONGEST_EXAMPLE_BYTES for it in examples)
    told = "".join(str(message) for message in trial.messages)
    assert [it for it in (TYPED, BEARER, ISSUED) if it in told] == []


def test_journal_frames_hold_what_was_told(ended: tuple[Trial, TroubledServer]) -> None:
    trial, _ = ended
    assert trial.ended.is_set()
    journal = trial.folder / "run.journal"
    payloads = [frame.payload.decode() for frame in read_file(Path(journal))]
    assert sum('"is": "ExampleKept"' in line for line in payloads) == sum(
        isinstance(it, ExampleKept) for it in trial.messages
    )


ALWAYS_FAILS = """
import random
from locust import FastHttpUser, constant, task

class Visitor(FastHttpUser):
    wait_time = constant(0)

    @task
    def order(self):
        with self.client.get("/orders/1", catch_response=True) as response:
            response.failure("because of " + "".join(random.choices("abc", k=9)))

    @task
    def broken(self):
        self.client.get("/")
        raise ValueError("".join(random.choices("abc", k=9)))
"""


def test_a_run_that_always_fails_keeps_its_journal_short_and_its_counts_right(
    tmp_path: Path,
) -> None:
    with troubled_server() as server:
        trial = Trial(tmp_path, server, constant(4, 6), ALWAYS_FAILS)
        trial.wait_for_end()
        assert trial.error is None, trial.log
        snapshot = trial.snapshot
        assert snapshot.total.failures == server.asked["/orders"]
    causes, exceptions = snapshot.trouble.causes, snapshot.trouble.exceptions
    assert sum(it.count for it in causes) == snapshot.total.failures
    assert 100 < len(causes) <= MOST_CAUSES + len(Outcome)
    assert 50 < len(exceptions) <= MOST_EXCEPTIONS + 1
    assert sum(it.count for it in exceptions) == server.asked["/"]
    assert (tmp_path / "run.journal").stat().st_size < 4_000_000
