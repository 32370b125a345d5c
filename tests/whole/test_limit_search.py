"""A search finds the limit of a target that can serve only so many at once."""

import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from studio.engine.load_course import LimitFound, StepReason
from studio.run.event import EventKind
from studio.scenario.goal import Bound, Goal, Measure
from studio.scenario.limit_search import LimitSearch
from tests.whole.trial import Trial

pytestmark = pytest.mark.whole

PLACES, SERVICE_S = 8, 0.05
"""The target serves so many at once, each in this time: more users only wait longer."""

VISITOR = """
from locust import FastHttpUser, constant, task

class Visitor(FastHttpUser):
    wait_time = constant(0)

    @task
    def one_pass(self):
        self.client.get("/")
"""


class Narrow:
    host = ""
    total = 0


@contextmanager
def narrow_server() -> Generator[Narrow]:
    places, served = threading.Semaphore(PLACES), Narrow()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            with places:
                time.sleep(SERVICE_S)
            self.send_response(200)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of clients that hang up: ending a run does that."""

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        served.host = f"http://127.0.0.1:{server.server_port}"
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


QUICK = Goal(Measure.MEDIAN, Bound.AT_MOST, 1000 * SERVICE_S * 1.5)


@pytest.mark.parametrize(
    ("goals", "reason"),
    [
        ((QUICK,), StepReason.GOAL_BROKEN),
        pytest.param((), StepReason.THROUGHPUT_FLAT, marks=pytest.mark.sweep),
    ],
    ids=["by a goal", "by throughput"],
)
def test_the_limit_of_a_narrow_target_is_found(
    tmp_path: Path, goals: tuple[Goal, ...], reason: StepReason
) -> None:
    with narrow_server() as server:
        trial = Trial(tmp_path, server, LimitSearch(PLACES, 200, step_s=2), VISITOR, goals)
        trial.wait_for_end()
        assert trial.error is None, trial.log
    snapshot = trial.snapshot
    limit = snapshot.search.limit
    assert limit is not None
    first, second, *_ = snapshot.search.steps
    assert (first.users, first.reason) == (PLACES, None)
    assert (second.users, second.reason) == (2 * PLACES, reason)
    # With half as many users again, half as long again is waited.
    assert PLACES <= limit.users <= 14
    assert limit.requests_per_s == pytest.approx(PLACES / SERVICE_S, rel=0.35)
    assert limit.reason in {StepReason.GOAL_BROKEN, StepReason.THROUGHPUT_FLAT}
    assert snapshot.events[-1].kind is EventKind.LIMIT_FOUND
    assert snapshot.events[-1].text == str(limit.users)
    assert sum(isinstance(it, LimitFound) for it in trial.messages) == 1
