"""RUNS IN A CHILD PROCESS. Becomes a Locust master or worker, as Locust's own command would.

Importing Locust patches sockets, threads and subprocesses for the whole interpreter, so nothing
imports this module; `main.py --engine locust-master` or `locust-worker` runs it.
"""
# pyright: basic

import functools
import os
import sys
from pathlib import Path

from studio.child.leash import Leash
from studio.child.load.lane.lane_switch import why_not
from studio.child.load.timing import JOIN_WITHIN_S, REPORT_EVERY_S, STOP_TIMEOUT_S
from studio.child.private_stdout import take_stdout
from studio.engine.load_commands import (
    COMMANDS,
    JoinRun,
    LeadRun,
)

_SILENT_BEATS = 10
"""Heartbeats a busy worker may miss; Locust's own 3 is too few for a crowded computer."""


def main() -> None:
    """Do what the first line on stdin says, until it is done or stdin is closed."""
    wire = take_stdout()
    leash = Leash()
    line = leash.first_line()
    if line is None:
        return
    order = COMMANDS.decode(line)
    _ignore_foreign_settings()

    # Only now: from here on the interpreter is patched.
    import locust.argument_parser  # noqa: PLC0415
    import locust.main  # noqa: PLC0415
    import locust.runners  # noqa: PLC0415

    from studio.child.load.guard import SocketGuard  # noqa: PLC0415
    from studio.child.load.leading import Leader  # noqa: PLC0415
    from studio.child.load.reporting import Reporter  # noqa: PLC0415

    # A worker builds Locust's whole command-line parser anew for each of its options whenever users
    # are ordered: 75 ms in which no user moves, four times a second while they rise.
    parser = locust.argument_parser
    parser.default_args_dict = functools.cache(parser.default_args_dict)
    locust.runners.WORKER_REPORT_INTERVAL = REPORT_EVERY_S
    locust.runners.HEARTBEAT_LIVENESS = _SILENT_BEATS
    locust.runners.MASTER_HEARTBEAT_TIMEOUT = _SILENT_BEATS
    if not isinstance(order, LeadRun | JoinRun):
        raise SystemExit(f"not an order to begin with: {order}")
    guard = SocketGuard(order.limits)
    guard.install()
    leash.when_let_go(guard.close_gate)
    match order:
        case LeadRun():
            arguments = _master_arguments(order)
            Leader(order, leash, wire, guard).attach()
        case JoinRun():
            arguments = ["--worker", "--master-host", "127.0.0.1"]
            arguments += ["--master-port", str(order.port)]
            Reporter(order, leash, wire, guard, _choose_client(order)).attach()
    sys.argv = ["locust", "--locustfile", order.locustfile, *arguments]
    locust.main.main()


def _choose_client(order: JoinRun) -> str:
    """Mend FastHttpUser and put the fast lane under it; return why the lane is off, if it is."""
    from studio.child.load import answer_head, expansion, liveness  # noqa: PLC0415

    expansion.install(order.limits.largest_answer_bytes)
    answer_head.install()
    liveness.install()
    why_off = why_not() if order.fast_lane else "switched off"
    if not why_off:
        from studio.child.load.lane import fast_lane  # noqa: PLC0415

        fast_lane.install()
    return why_off


def _master_arguments(order: LeadRun) -> list[str]:
    first = order.first_users
    host = ["--host", order.host] if order.host else []
    return [
        *("--master", "--headless", "--only-summary"),
        *("--master-bind-host", "127.0.0.1", "--master-bind-port", "0"),
        *("--expect-workers", str(order.worker_processes)),
        *("--expect-workers-max-wait", str(JOIN_WITHIN_S)),
        *("--users", str(first), "--spawn-rate", str(max(1, first))),
        *("--stop-timeout", str(STOP_TIMEOUT_S)),
        *("--exit-code-on-error", "0"),  # failed requests are a result, not a failing engine
        *host,
    ]


def _ignore_foreign_settings() -> None:
    """Run the exported file alone: no locust.conf and no LOCUST_… of this computer counts."""
    for name in [name for name in os.environ if name.startswith("LOCUST_")]:
        del os.environ[name]
    os.environ["HOME"] = os.environ["USERPROFILE"] = os.environ["TMPDIR"] = str(Path.cwd())
    # Locust waits for reports after each change of users; the follower makes four a second.
    os.environ["LOCUST_WAIT_FOR_WORKERS_REPORT_AFTER_RAMP_UP"] = "0"


if __name__ == "__main__":
    main()
