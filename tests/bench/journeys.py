"""The journeys of benchmarks: as a hand would write them for Locust, and as Swarmbook does."""

from dataclasses import dataclass, replace

from studio.journey.check import StatusCheck
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.wait import NoWait, Wait
from studio.locustfile.check import check
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys

_BY_HAND = """\
from locust import {client}, constant, task


class Visitor({client}):
    wait_time = constant(0)
{start}
    @task{weight}
    def visit(self):
{call}
"""
_CHECKED = """\
        with self.client.get({path}{name}, catch_response=True) as response:
            if response.status_code != {status}:
                response.failure(f"status {{response.status_code}}")
"""
_PLAIN = "        self.client.get({path}{name})\n"
_ANOTHER = """
    @task
    def miss(self):
{call}
"""
_START = """
    def on_start(self):
        self.client.get("/login")
"""
_SERIAL = '"/item/17"'
_COUNTED = 'f"/item/{next(COUNT)}"'


@dataclass(frozen=True, slots=True)
class Work:
    """What each tool is to do: one address again and again, without a pause."""

    path: str = "/item"
    is_checked: bool = True
    """Whether the status is looked at; else the client's own judgement counts."""

    signs_in: bool = False
    """Whether each user gets a cookie first."""

    misses: bool = False
    """Whether every tenth request asks for what is not there."""

    counts: bool = False
    """Whether each request has an address of its own, under one name."""

    @property
    def endpoint(self) -> str | None:
        """The name in all statistics, if it is not the path."""
        return "/item/[id]" if self.counts else None

    def by_hand(self, client: str) -> str:
        """Return it as a tester would write it for Locust.

        Args:
            client: `HttpUser` or `FastHttpUser`.
        """
        template = _CHECKED if self.is_checked else _PLAIN
        path, name = f'"{self.path}"', ""
        if self.counts:
            path, name = _COUNTED, f', name="{self.endpoint}"'
        call = template.format(path=path, name=name, status=200)
        text = _BY_HAND.format(
            client=client,
            start=_START if self.signs_in else "",
            weight="(9)" if self.misses else "",
            call=call,
        )
        if self.misses:
            text += _ANOTHER.format(call=template.format(path='"/missing"', name="", status=200))
        return _with_count(text) if self.counts else text

    def exported(self) -> str:
        """Return the file Swarmbook writes for it."""
        text = export(self.journey(NoWait()))
        return _with_count(text.replace(_SERIAL, _COUNTED)) if self.counts else text

    def journey(self, wait: Wait) -> Journey:
        """Return it as Swarmbook's journey."""
        passes = (StatusCheck((200,)),) if self.is_checked else ()
        path = "/item/17" if self.counts else self.path
        request = Request("r1", "GET", path, endpoint=self.endpoint, checks=passes)
        again = [Step("n1", "Visit", (request,), weight=9 if self.misses else 1)]
        if self.misses:
            missing = Request("r2", "GET", "/missing", checks=passes)
            again.append(Step("n2", "Miss", (missing,)))
        once = Step("n3", "Sign in", (Request("r3", "GET", "/login"),))
        return Journey(
            id="J1",
            name="Visitor",
            order=Order.WEIGHTED,
            wait=wait,
            again=tuple(again),
            once=(once,) if self.signs_in else (),
        )


def export(*journeys: Journey) -> str:
    """Return the locustfile of journeys with even shares."""
    return check(emit(plan_journeys([(journey, 1) for journey in journeys])))


def many_endpoints(count: int) -> str:
    """Return an exported file whose visitor walks through so many endpoints, without a pause."""
    requests = [
        Request(f"r{number}", "GET", f"/page/{number}", checks=(StatusCheck((200,)),))
        for number in range(count)
    ]
    step = Step("n1", "Walk", tuple(requests))
    whole = replace(Work().journey(NoWait()), again=(step,), order=Order.IN_ORDER)
    return export(whole)


def _with_count(text: str) -> str:
    lines = text.split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith(("import", "from")))
    lines.insert(at, "from itertools import count")
    at = next(number for number, line in enumerate(lines) if line.startswith("class"))
    lines[at:at] = ["COUNT = count()", "", ""]
    return "\n".join(lines)
