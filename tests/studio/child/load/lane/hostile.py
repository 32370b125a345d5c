"""RUNS IN A CHILD PROCESS. Every fault of the hostile server, met as an exported file meets it."""
# pyright: basic

from typing import Any
from urllib.parse import urlsplit

import doors
import gevent
from locust.event import EventHook

from studio.address import Reach
from studio.child.load.guard import SocketGuard
from studio.engine.load_limits import LoadLimits, LoadTarget
from tests.hostile_answers import Fault

LARGEST_BYTES = 1_000_000
WITHIN_S = "4"


UNTIL_GIVEN_UP = (Fault.SILENT, Fault.SLOW_BODY)


def ask_all(home: str, kind: type) -> dict[Fault, Any]:
    """Return what came of two requests for each fault, behind the guard."""
    doors.count_every_failure(as_exported=True)
    port = urlsplit(home).port or 0
    target = LoadTarget("127.0.0.1", port, (Reach.LOOPBACK,))
    SocketGuard(LoadLimits((target,), LARGEST_BYTES)).install()
    waiting = {fault: gevent.spawn(_ask, home, kind, fault) for fault in UNTIL_GIVEN_UP}
    others = (fault for fault in Fault if fault not in UNTIL_GIVEN_UP)
    return {fault: _ask(home, kind, fault) for fault in others} | {
        fault: it.get() for fault, it in waiting.items()
    }


def _ask(home: str, kind: type, fault: Fault) -> list[str]:
    seen: list[object] = []
    event = EventHook()
    event.add_listener(lambda **meta: seen.append(doors.told(meta)))
    client: Any = kind(home, event, None, insecure=False, concurrency=1, max_redirects=5)
    doors.exported_functions(WITHIN_S)["make_dependable"](client)
    for _ in range(2):
        try:
            response = client.get(f"/{fault}")
            size = len(response.content or "") if response.error is None else "cut"
            seen.append((response.status_code, size, response.ok))
        except Exception as error:  # what leaves the client must be the same, too
            seen.append(("raised", type(error).__name__, str(error)))
    return [str(each).replace(home, "HOME") for each in seen]
