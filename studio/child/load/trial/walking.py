"""RUNS IN A CHILD PROCESS. Walks one user once through the unchanged locustfile, and tells it all.

Importing Locust patches sockets, threads and subprocesses for the whole interpreter, so nothing
imports this module; `main.py --engine trial` runs it.
"""
# pyright: basic

import sys
from typing import Any, TextIO

from studio.child.leash import Leash
from studio.child.load.foreign_modules import block_foreign_modules
from studio.child.load.own_settings import ignore_foreign_settings
from studio.child.load.taking_secrets import take_secrets
from studio.child.private_stdout import take_stdout
from studio.engine.trial_messages import TRIAL_COMMANDS, WalkOnce

_STOP_TIMEOUT_S = 2


def main() -> None:
    """Do what the first line on stdin says, until it is done or stdin is closed."""
    wire = take_stdout()
    leash = Leash()
    line = leash.first_line()
    if line is None:
        return
    order = TRIAL_COMMANDS.decode(line)
    if not isinstance(order, WalkOnce):
        raise SystemExit(f"not an order to begin with: {order}")
    ignore_foreign_settings()
    take_secrets(order.secrets)
    block_foreign_modules()
    _walk(order, leash, wire)


def _walk(order: WalkOnce, leash: Leash, wire: TextIO) -> None:
    # Only now: from here on the interpreter is patched.
    import locust.main  # noqa: PLC0415

    from studio.child.load import answer_head, expansion, liveness  # noqa: PLC0415
    from studio.child.load.guard import SocketGuard  # noqa: PLC0415
    from studio.child.load.mending import mend_locust  # noqa: PLC0415
    from studio.child.load.trial.trial_agent import TrialAgent  # noqa: PLC0415

    mend_locust()
    guard = SocketGuard(order.limits)
    guard.install()
    leash.when_let_go(guard.close_gate)
    expansion.install(order.limits.largest_answer_bytes)
    answer_head.install()
    liveness.install()
    TrialAgent(order, leash, wire, guard).attach()
    sys.argv = ["locust", "--locustfile", order.locustfile, *_arguments(order)]
    entry: Any = locust.main
    entry.main()


def _arguments(order: WalkOnce) -> list[str]:
    return [
        *("--headless", "--only-summary", "--users", "1", "--spawn-rate", "1"),
        *("--stop-timeout", str(_STOP_TIMEOUT_S), "--loglevel", "WARNING"),
        *("--exit-code-on-error", "0"),  # failed requests are a result, not a failing engine
        *(["--host", order.host] if order.host else []),
    ]


if __name__ == "__main__":
    main()
