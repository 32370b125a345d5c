"""Recording → Journey: the same requests, in steps, with the pauses that were made."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from studio.journey.attachment import attachment_name
from studio.journey.building_request import common_headers, origin_of, request_of
from studio.journey.building_steps import RecordedStep, steps_of
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.recording.exchange import Exchange, Recording
from studio.recording.filtering import is_page, seen_of
from studio.recording.redirects import fold_redirects

MAIN = "main"
_SLUG = re.compile(r"[^A-Za-z0-9_]+")


@dataclass(frozen=True, slots=True)
class Built:
    """What a recording became."""

    journey: Journey

    hosts: tuple[tuple[str, str], ...]
    """Names and addresses of the hosts it goes to; the first is `main`."""

    files: tuple[tuple[str, bytes], ...]
    """Names and contents of the files it uploads."""

    folded: int
    """How many exchanges were redirects' doing, which a client follows by itself."""

    empty_files: tuple[str, ...] = ()
    """Those whose bytes are not in the recording."""


class _Files:
    """Files of a journey, each content once."""

    def __init__(self) -> None:
        self.names: dict[str, bytes] = {}

    def keep(self, name: str, content: bytes) -> str:
        wanted = attachment_name(name)
        stem, dot, ending = wanted.rpartition(".")
        number = 1
        while self.names.get(wanted, content) != content:
            number += 1
            wanted = f"{stem or ending}-{number}{dot}{ending if stem else ''}"
        self.names[wanted] = content
        return wanted


def build_journey(recording: Recording, exchanges: Sequence[Exchange], name: str) -> Built:
    """Return a journey that sends what was recorded, with nothing taken from answers yet.

    Args:
        recording: Where the exchanges come from.
        exchanges: All of them; their answers' texts are not looked at.
        name: The journey's.
    """
    began = fold_redirects(exchanges)
    own = [it for it in exchanges if it.number not in began]
    last = {origin: exchanges[number] for number, origin in sorted(began.items())}
    ended_s = {origin: it.at_s + it.took_s for origin, it in last.items()}
    hosts = _hosts(own)
    files = _Files()
    requests = {
        it.number: request_of(it, hosts, _status(last.get(it.number, it)), files.keep) for it in own
    }
    common = common_headers(tuple(requests.values()))
    steps = tuple(
        _step(step, [_without(requests[it.number], common) for it in step.exchanges], number)
        for number, step in enumerate(
            steps_of(own, recording.pages, ended_s), start=len(exchanges) + 1
        )
    )
    journey = Journey("J1", name, steps, headers=common)
    return Built(
        journey,
        tuple((host, origin) for origin, host in hosts.items()),
        tuple(files.names.items()),
        len(began),
        tuple(file for file, content in files.names.items() if not content),
    )


def _status(exchange: Exchange) -> int:
    return exchange.answer.status if exchange.answer else 0


def _step(step: RecordedStep, requests: list[Request], number: int) -> Step:
    return Step(f"n{number}", step.name, tuple(requests), wait=step.pause)


def _without(request: Request, common: tuple[tuple[str, object], ...]) -> Request:
    kept = tuple(pair for pair in request.headers if pair not in common)
    return replace(request, headers=kept)


def _hosts(exchanges: Sequence[Exchange]) -> dict[str, str]:
    """Return the name of each origin; the first page's is `main`."""
    pages = (it for it in exchanges if is_page(seen_of(it)))
    first = next(pages, exchanges[0] if exchanges else None)
    if first is None:
        return {}
    hosts = {origin_of(first.request.address): MAIN}
    for exchange in exchanges:
        origin = origin_of(exchange.request.address)
        if origin not in hosts:
            hosts[origin] = _host_name(origin, set(hosts.values()))
    return hosts


def _host_name(origin: str, taken: set[str]) -> str:
    """Return a name such as `api` for `https://api.shop.test`."""
    label = _SLUG.sub("_", origin.partition("://")[2].partition(".")[0].partition(":")[0])
    name = label[:20].strip("_") if label[:1].isalpha() else "host"
    name, number = name or "host", 1
    wanted = name
    while wanted in taken:
        number += 1
        wanted = f"{name}_{number}"
    return wanted
