"""RUNS IN A CHILD PROCESS. What our listener and reports add to a request, in CPU time.

Prints one JSON object a round: µs of CPU for a request event with Locust's own statistics alone,
and with the studio's worker agent besides, its report of each second included.
"""
# pyright: basic
# ruff: noqa: E402, ANN001, ANN002, ANN003, ANN201, S311, SLF001

import io
import json
import random
import sys
import time

import gevent.monkey

gevent.monkey.patch_all()

from locust import events
from locust.env import Environment

from studio.child.leash import Leash
from studio.child.load.guard import SocketGuard
from studio.child.load.reporting import Reporter
from studio.engine.load_commands import JoinRun
from studio.engine.load_limits import LoadLimits
from studio.engine.versions import own_versions

ROUNDS = 15
A_SECOND = 10_000
"""How many requests one worker process makes in a second, between two reports."""


class Runner:
    """As much of a worker's runner as a report asks for."""

    user_count = 20

    def register_message(self, *_args, **_options):
        """Hear nothing."""


class Answer:
    """As much of a response as a listener asks for."""

    status_code = 200


def main(endpoints):
    """Take turns and print what each cost."""
    environment = Environment(events=events)
    limits = LoadLimits(())
    order = JoinRun("r", "worker-1", "journey.py", 0, limits, True, "token", own_versions())
    reporter = Reporter(order, Leash(), io.StringIO(), SocketGuard(limits), "")
    reporter._runner = Runner()  # pyright: ignore[reportAttributeAccessIssue]
    plain = list(events.request._handlers)
    reporter.attach()
    both = list(events.request._handlers)
    draw = random.Random(1)
    told = [
        {
            "request_type": "GET",
            "name": f"/page/{draw.randrange(endpoints)}",
            "response_time": draw.lognormvariate(3, 0.8),
            "response_length": 36,
            "response": Answer(),
            "context": {},
            "exception": None,
            "start_time": time.time(),
            "url": "/page",
        }
        for _ in range(A_SECOND)
    ]
    for _ in range(ROUNDS):
        costs = []
        for handlers, reports in ((plain, False), (both, True)):
            events.request._handlers = handlers
            began_s = time.process_time()
            for it in told:
                environment.events.request.fire(**it)
            if reports:
                reporter._report({})
            costs.append((time.process_time() - began_s) / A_SECOND * 1e6)
        print(json.dumps({"plain_us": costs[0], "with_ours_us": costs[1]}), flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]))
