"""A run in a terminal: a bar that moves, or a line now and then where there is no terminal."""

from collections.abc import Callable
from itertools import count
from typing import TextIO

from studio.run.run import RunSnapshot, RunState
from studio.run.starting import LiveRun

_BAR = 24
_EVERY_S = 0.25
_TURNS_A_LINE = 20
"""Without a terminal, a line every 5 s is enough."""

_STATES = {
    RunState.PLANNED: "starting",
    RunState.STARTING: "starting",
    RunState.RUNNING: "running",
    RunState.STOPPING: "letting users finish",
    RunState.CLOSING: "done",
    RunState.CLOSED: "done",
}


def follow(live: LiveRun, out: TextIO, tend: Callable[[], None]) -> None:
    """Show a run until its engine has ended. Ctrl-C stops it gently; a second one at once.

    Args:
        live: The run.
        out: Where to.
        tend: Called four times a second while the run goes on.
    """
    is_terminal = out.isatty()
    asked = False
    for turn in count():
        if is_terminal or turn % _TURNS_A_LINE == 0:
            line = _line(live.snapshot(), live.setup.scenario.load.duration_s)
            out.write(f"\r\x1b[K{line}" if is_terminal else f"{line}\n")
            out.flush()
        tend()
        try:
            if live.wait(_EVERY_S):
                break
        except KeyboardInterrupt:
            if asked:
                raise
            asked = True
            live.stop()
            out.write("\nUsers finish what they are doing. Ctrl-C again ends at once.\n")
    out.write("\r\x1b[K" if is_terminal else "")


def _line(snapshot: RunSnapshot, planned_s: float) -> str:
    done = min(1.0, snapshot.load_s / planned_s)
    bar = "#" * round(_BAR * done) + "." * (_BAR - round(_BAR * done))
    recent = snapshot.recent
    if snapshot.silent_s:
        return (
            f"[{bar}] not answering: the load engine has said nothing for {snapshot.silent_s:.0f} s"
        )
    return (
        f"[{bar}] {snapshot.at_s:3.0f} of {planned_s:.0f} s  {_STATES[snapshot.state]}"
        f"  {snapshot.users} users  {recent.requests_per_s:.0f} requests/s"
        f"  p95 {recent.p95_ms:.0f} ms  {snapshot.total.failures} failed"
    )
