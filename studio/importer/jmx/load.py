"""Thread groups, those of common plugins too → what is told of their load."""

from dataclasses import dataclass

from studio.importer.jmx.parts import Part, text_in
from studio.importer.jmx.reading import Reading
from studio.journey.check import OnFailure
from studio.phrase import Phrase

_SETUP = ("SetupThreadGroup", "PostThreadGroup")
_GROUPS = (
    "ThreadGroup",
    *_SETUP,
    "SteppingThreadGroup",
    "UltimateThreadGroup",
    "ConcurrencyThreadGroup",
    "ArrivalsThreadGroup",
    "FreeFormArrivalsThreadGroup",
    "OpenModelThreadGroup",
)
_ROW = 5


@dataclass(frozen=True, slots=True)
class Load:
    """How many users a thread group has, and for how long."""

    users: int = 0
    """0: it is not known before a run."""

    said: str = ""
    """All of it in short, as its user gave it."""


def is_thread_group(part: Part) -> bool:
    """Return whether a part has users."""
    return part.kind in _GROUPS


def load_of(part: Part, reading: Reading) -> Load:
    """Return the load of a thread group."""
    match part.kind:
        case "UltimateThreadGroup":
            return _ultimate(part, reading)
        case "ConcurrencyThreadGroup" | "ArrivalsThreadGroup":
            return _arriving(part, reading)
        case "OpenModelThreadGroup":
            return Load(0, part.text("OpenModelThreadGroup.schedule").strip()[:200])
        case "SteppingThreadGroup":
            return _stepping(part, reading)
        case _:
            return _usual(part, reading)


def note_loads(groups: list[tuple[str, Part, Load]], reading: Reading) -> None:
    """Note the load of each journey: runs are planned apart from journeys."""
    total = sum(load.users for _, _, load in groups)
    for place, part, load in groups:
        shown = load.said or "?"
        if len(groups) > 1 and load.users and total:
            shown = f"{shown} ({round(100 * load.users / total)} %)"
        reason = Phrase("importer", "A journey has no load: plan it in a scenario.")
        if part.kind in _SETUP:
            reason = Phrase(
                "importer", "It ran once before or after all others: plan it in a run of its own."
            )
        reading.notes.adapted(place, Phrase("importer", "Load: {load}").of(load=shown), reason)


def on_failure_of(part: Part) -> OnFailure:
    """Return what a user does after a failed check."""
    match part.text("ThreadGroup.on_sample_error"):
        case "startnextloop":
            return OnFailure.GIVE_UP
        case "stopthread" | "stoptest" | "stoptestnow":
            return OnFailure.STOP_USER
        case _:
            return OnFailure.GO_ON


def _usual(part: Part, reading: Reading) -> Load:
    users = _value(part, "ThreadGroup.num_threads", reading)
    said = [f"{users or '?'} users"]
    rise = _value(part, "ThreadGroup.ramp_time", reading)
    said += [f"within {rise} s"] if rise not in ("", "0") else []
    control = next(
        (it for it in part.element if it.get("name") == "ThreadGroup.main_controller"), None
    )
    loops = "" if control is None else text_in(control, "LoopController.loops")
    loops = reading.expressions.value(loops, part.name)
    said += [f"{loops} times each"] if loops not in ("", "-1") else []
    duration = _value(part, "ThreadGroup.duration", reading)
    has_end = part.flag("ThreadGroup.scheduler") and duration
    said += [f"for {duration} s"] if has_end else []
    delay = _value(part, "ThreadGroup.delay", reading)
    said += [f"after {delay} s"] if part.flag("ThreadGroup.scheduler") and delay else []
    return Load(_whole(users), ", ".join(said)[:300])


def _stepping(part: Part, reading: Reading) -> Load:
    users = _value(part, "ThreadGroup.num_threads", reading)
    count = _value(part, "Start users count", reading)
    period = _value(part, "Start users period", reading)
    hold = _value(part, "flighttime", reading)
    said = f"{users or '?'} users, {count or '?'} more every {period or '?'} s, then {hold} s"
    return Load(_whole(users), said[:300])


def _ultimate(part: Part, reading: Reading) -> Load:
    said: list[str] = []
    users = 0
    for row in part.under("ultimatethreadgroupdata")[:50]:
        cells = [reading.expressions.value(it.text or "", part.name) for it in row][:_ROW]
        if len(cells) == _ROW:
            users += _whole(cells[0])
            said.append(
                f"{cells[0]} users after {cells[1]} s within {cells[2]} s,"
                f" for {cells[3]} s, gone within {cells[4]} s"
            )
    return Load(users, "; ".join(said)[:500])


def _arriving(part: Part, reading: Reading) -> Load:
    level = _value(part, "TargetLevel", reading)
    rise = _value(part, "RampUp", reading)
    steps = _value(part, "Steps", reading)
    hold = _value(part, "Hold", reading)
    unit = "min" if part.text("Unit").strip().upper() == "M" else "s"
    what = "users" if part.kind == "ConcurrencyThreadGroup" else f"arrivals per {unit}"
    said = f"{level or '?'} {what} within {rise or 0} {unit}, {steps or 1} steps, for {hold} {unit}"
    return Load(_whole(level) if what == "users" else 0, said[:300])


def _value(part: Part, name: str, reading: Reading) -> str:
    return reading.expressions.value(part.text(name), part.name)[:40]


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0  # noqa: PLR2004
