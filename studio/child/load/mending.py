"""RUNS IN A CHILD PROCESS. What of Locust is set right before it begins."""
# pyright: basic

import functools
from types import SimpleNamespace
from typing import Any

import locust.argument_parser
import locust.main
import locust.runners

from studio.child.load.steady_clock import SteadyClock
from studio.child.load.timing import MASTER_SILENT_S, REPORT_EVERY_S

_NEVER = 1_000_000_000
_MAIN: Any = locust.main
_RUNNERS: Any = locust.runners


def mend_locust() -> None:
    """Set right what would spoil a run."""
    # A worker builds Locust's whole command-line parser anew for each of its options whenever users
    # are ordered: 75 ms in which no user moves, four times a second while they rise.
    parser = locust.argument_parser
    parser.default_args_dict = functools.cache(parser.default_args_dict)
    runners = _RUNNERS
    runners.WORKER_REPORT_INTERVAL = REPORT_EVERY_S
    # Reports say who is there, not heartbeats; see Presence.
    runners.HEARTBEAT_LIVENESS = _NEVER
    runners.HEARTBEAT_DEAD_INTERNAL = -_NEVER
    runners.MASTER_HEARTBEAT_TIMEOUT = MASTER_SILENT_S
    runners.time = SteadyClock()
    # A file without users would be searched for tests, by whatever pytest is installed.
    _MAIN.load_locustfile_pytest = lambda _path: {}


def name_worker(name: str) -> None:
    """Let this worker process join under a name; Locust's own is the computer's, and chance."""
    _RUNNERS.uuid4 = lambda: SimpleNamespace(hex=name)
