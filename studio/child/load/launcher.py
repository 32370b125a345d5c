"""RUNS IN A CHILD PROCESS. Becomes a Locust master or worker, as Locust's own command would.

Importing Locust patches sockets, threads and subprocesses for the whole interpreter, so nothing
imports this module; `main.py --engine locust-master` or `locust-worker` runs it.
"""
# pyright: basic

import os
import sys
from typing import TextIO

from studio.child.leash import Leash
from studio.child.load.foreign_modules import block_foreign_modules
from studio.child.load.lane.lane_switch import why_not
from studio.child.load.own_settings import ignore_foreign_settings
from studio.child.load.seal import Seal
from studio.child.load.taking_secrets import take_secrets
from studio.child.load.timing import JOIN_WITHIN_S, STOP_TIMEOUT_S
from studio.child.private_stdout import take_stdout
from studio.engine.load_commands import COMMANDS, JoinRun, LeadRun
from studio.engine.load_messages import MESSAGES, CannotJoin
from studio.engine.versions import own_versions


def main() -> None:
    """Do what the first line on stdin says, until it is done or stdin is closed."""
    wire = take_stdout()
    leash = Leash()
    line = leash.first_line()
    if line is None:
        return
    order = COMMANDS.decode(line)
    if not isinstance(order, LeadRun | JoinRun):
        raise SystemExit(f"not an order to begin with: {order}")
    if isinstance(order, JoinRun):
        _refuse_other_versions(order, wire)
    ignore_foreign_settings()
    # Locust waits for reports after each change of users; the follower makes four a second.
    os.environ["LOCUST_WAIT_FOR_WORKERS_REPORT_AFTER_RAMP_UP"] = "0"
    take_secrets(order.secrets)
    block_foreign_modules()

    # Only now: from here on the interpreter is patched.
    import locust.main  # noqa: PLC0415

    from studio.child.load.guard import SocketGuard  # noqa: PLC0415
    from studio.child.load.leading import Leader  # noqa: PLC0415
    from studio.child.load.mending import mend_locust, name_worker  # noqa: PLC0415
    from studio.child.load.reporting import Reporter  # noqa: PLC0415

    mend_locust()
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
            name_worker(Seal(order.token, order.run).name_of(order.worker))
            Reporter(order, leash, wire, guard, _choose_client(order)).attach()
    sys.argv = ["locust", "--locustfile", order.locustfile, *arguments]
    locust.main.main()


def _refuse_other_versions(order: JoinRun, wire: TextIO) -> None:
    difference = own_versions().difference(order.made_of)
    if difference:
        print(MESSAGES.encode(CannotJoin(order.worker, difference)), file=wire)
        raise SystemExit(f"This worker process is made of {difference}.")


def _choose_client(order: JoinRun) -> str:
    """Mend users and put the fast lane under them; return why the lane is off, if it is."""
    from studio.child.load import answer_head, expansion, letting_go, liveness  # noqa: PLC0415

    letting_go.install()
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
        *(["--tags", *order.labels.only] if order.labels.only else []),
        *(["--exclude-tags", *order.labels.without] if order.labels.without else []),
    ]


if __name__ == "__main__":
    main()
