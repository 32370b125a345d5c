"""Plan → text: the locustfile an engineer would have written by hand."""

from collections.abc import Iterable, Iterator

from studio.journey.journey import Client
from studio.locustfile import preamble
from studio.locustfile.emit_user import BASE_CLASS, emit_base, emit_user, wait_function
from studio.locustfile.literal import number_literal
from studio.locustfile.plan import Plan

WRITER = 2
"""Rises when the text for an unchanged journey changes."""


def emit(plan: Plan) -> str:
    """Return the source of a locustfile that carries out the plan.

    The same plan always gives the same text. Every value from a journey passes through `literal`,
    so nothing that was recorded or typed can become code.
    """
    functions = list(_functions(plan))
    head = [f'"""Written by Swarmbook (writer {WRITER})."""\n'] if functions else []
    parts = [*head, _imports(plan)]
    parts += [preamble.TLS] if _has(plan, Client.FAST) else []
    text = "\n".join(parts)
    return "\n\n".join([text, *functions, *_classes(plan)])


def _functions(plan: Plan) -> Iterator[str]:
    fast = {user.answer_within_s for user in plan.users if user.client is Client.FAST}
    punctual = {user.answer_within_s for user in plan.users if user.client is Client.HTTP}
    if fast:
        longest = _longest(fast)
        if longest:
            yield preamble.no_answer_error(longest)
        yield preamble.COUNTED_RESPONSE
        yield preamble.make_dependable(longest) if longest else preamble.MAKE_COUNTABLE
    if longest := _longest(punctual):
        yield preamble.make_punctual(longest)
    checked = {user.client for user in plan.users if user.has_checks}
    if checked == {Client.FAST}:
        yield preamble.FAIL_FAST
    elif checked == {Client.HTTP}:
        yield preamble.FAIL_HTTP
    elif checked:
        yield preamble.FAIL_ANY


def _longest(deadlines_s: Iterable[float | None]) -> str | None:
    """Return the longest deadline as source, to the millisecond; None if there is none."""
    longest_s = max((s for s in deadlines_s if s is not None), default=None)
    return None if longest_s is None else number_literal(round(longest_s, 3))


def _classes(plan: Plan) -> Iterator[str]:
    shares_base = sum(user.client is Client.FAST for user in plan.users) > 1
    if shares_base:
        yield emit_base()
    for user in plan.users:
        base = BASE_CLASS if shares_base and user.client is Client.FAST else None
        yield emit_user(user, base)


def _imports(plan: Plan) -> str:
    fast, http = _has(plan, Client.FAST), _has(plan, Client.HTTP)
    punctual = any(user.client is Client.HTTP and user.is_dependable for user in plan.users)
    sleeps = any(user.starts_until_it_succeeds and user.never_waits for user in plan.users)
    names = {"task", *(function for user in plan.users if (function := wait_function(user.wait)))}
    names |= ({"FastHttpUser"} if fast else set()) | ({"HttpUser"} if http else set())
    own = {
        "import ssl": fast,
        "import time": sleeps,
        "from urllib.parse import urlencode": plan.uses_urlencode,
    }
    others = {
        "import gevent": any(user.answer_within_s is not None for user in plan.users),
        f"from locust import {', '.join(sorted(names))}": True,
        "from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode": fast,
        "from locust.exception import RescheduleTask": any(u.has_checks for u in plan.users),
        "from requests import Timeout": punctual,
    }
    blocks = [[line for line, used in block.items() if used] for block in (own, others)]
    return "\n".join("\n".join([*block, ""]) for block in blocks if block)


def _has(plan: Plan, client: Client) -> bool:
    return any(user.client is client for user in plan.users)
