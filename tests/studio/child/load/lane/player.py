"""RUNS IN A CHILD PROCESS. Plays the same to FastHttpUser with and without the lane.

    python player.py cases FOLDER       prints a JSON object: case → what was seen, both ways
    python player.py hostile HOME WAY   prints what came of every fault of the hostile server
    python player.py random EXAMPLES    ends with a traceback at the first difference

A raw server on loopback plays a list of answers and keeps what it was sent. Bytes on the wire,
connections, outcome, headers, body, cookies and the reported event must be the same.
"""
# pyright: basic

import gevent.monkey

gevent.monkey.patch_all()

import json
import logging
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gevent
from gevent.pool import Pool
from locust.contrib.fasthttp import FastHttpSession, FastResponse

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[5])]

import doors
from cases import CASES
from corners import CORNERS

from studio.child.load import liveness
from studio.child.load.lane.fast_lane import FastLaneSession

Act = Callable[[Any], Any]
BOUNDARY = re.compile("[0-9a-f]{32}")
AT_ONCE = 8
EVERYWHERE = {"plain": doors.plain, "exported": doors.exported, "ipv6": doors.ipv6}
"""Ways on which every case is played."""

BLURRED = re.compile(b"<half>|<reset>")
"""What cannot be told apart through TLS, whose own words come in between."""

BY_TLS = {"tls"}
SOMETIMES = {"crowded": doors.crowded, "proxy": doors.proxy, "old": doors.old}
"""Ways on which a few are, besides those with certificates."""

RACING = {"two at once", "five at once"}
FEW = (
    *("plain", "json", "form", "cookies", "chunked", "redirect 302", "gzip", "not found", "head"),
    *("close", "silence, then words", "reset amid a body", "never the rest", "large", "checked"),
    *("closed after an answer", "large request", "early hints", "in pieces", "two at once"),
)


class Watched(FastLaneSession):
    """The lane, which notes what it leaves to Locust."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.left: list[str] = []

    def _pass_by(self, *args: Any) -> FastResponse:
        self.left.append("passed by")
        return super()._pass_by(*args)

    def _hand_over(self, *args: Any) -> FastResponse:
        self.left.append("handed over")
        return super()._hand_over(*args)


def play(
    door: doors.Door, kind: type, answers: list[bytes], act: Act
) -> tuple[list[str], list[str]]:
    """Return all that can be seen of `act` against `answers`, and what the lane left to Locust."""
    scene = door(kind, answers)
    stage, client = scene.stage, scene.client
    try:
        result = act(client)
        stage.seen += map(_shown, result if isinstance(result, list) else [result])
    except (Exception, gevent.Timeout) as error:
        stage.see(("raised", type(error).__name__, str(error)))
    stage.see(sorted((c.name, c.value, c.path) for c in client.cookiejar))
    scene.close()
    ports = {str(stage.port), *(str(other.port) for other in scene.others)}
    return [_text(each, ports) for each in stage.seen], getattr(client, "left", [])


def _text(thing: object, ports: set[str]) -> str:
    text = BOUNDARY.sub("BOUNDARY", str(thing))
    for port in ports:
        text = text.replace(port, "PORT")
    return text


def _shown(response: Any) -> object:
    if not isinstance(response, FastResponse):
        return response
    headers = sorted(response.headers.items()) if response.headers else None
    text = response.text
    shown = (response.content, text) if not text or len(text) < 9999 else len(text)
    history = [each.status_code for each in getattr(response, "history", ())]
    return (response.status_code, headers, shown, response.ok, response.url, history)


def both_ways(door: doors.Door, answers: list[bytes], act: Act) -> list[list[str]]:
    """Return what was seen without the lane, with it, and what the lane left to Locust."""
    without, _ = play(door, FastHttpSession, answers, act)
    within, left = play(door, Watched, answers, act)
    return [without, within, left]


def in_any_order(played: list[list[str]]) -> list[list[str]]:
    """Return the same for a case whose requests race each other."""
    return [sorted(each) for each in played]


def all_plays(folder: Path) -> dict[str, Callable[[], list[list[str]]]]:
    """Return everything that is to be played, by its name."""
    certain = dict(doors.Certificates(folder).doors())
    ways = {**EVERYWHERE, **SOMETIMES, **certain}
    found = {}
    for way, door in ways.items():
        names = CASES if way in EVERYWHERE or way in BY_TLS else FEW
        for name in names:
            if way.startswith("tls") and any(BLURRED.search(each) for each in CASES[name][0]):
                continue
            ordered = in_any_order if name in RACING else list
            found[f"{name}, {way}"] = lambda door=door, name=name, ordered=ordered: ordered(
                both_ways(door, *CASES[name])
            )
    for name, corner in CORNERS.items():
        found[name] = lambda corner=corner: [*map(corner, (FastHttpSession, Watched)), []]
    return found


def main() -> None:
    logging.disable()
    hub: Any = gevent.get_hub()
    hub.exception_stream = None  # a greeting that fails is compared where it is seen
    liveness.install()
    match sys.argv[1:]:
        case ["cases", folder]:
            plays = all_plays(Path(folder))
            seen = {}
            for as_exported in (False, True):
                doors.count_every_failure(as_exported=as_exported)
                pool = Pool(AT_ONCE)
                now = [name for name in plays if name.endswith(", exported") == as_exported]
                seen |= {name: pool.spawn(plays[name]) for name in now}
                pool.join()
            print(json.dumps({name: it.get() for name, it in seen.items()}))
        case ["hostile", home, way]:
            from hostile import ask_all  # noqa: PLC0415

            print(json.dumps(ask_all(home, {"locust": FastHttpSession, "lane": Watched}[way])))
        case ["random", examples]:
            from random_answers import compare  # noqa: PLC0415

            compare(int(examples), both_ways)


if __name__ == "__main__":
    main()
