"""What a plan needs imported → lines, in the order import sorters agree on."""

from studio.journey.data_file import RowUse
from studio.journey.journey import Client
from studio.locustfile.emit_user import wait_function
from studio.locustfile.layout import Group, Leaf, lay_out
from studio.locustfile.plan import Plan, PlannedUser


def emit_imports(plan: Plan) -> str:
    """Return the import lines of a file: the standard library, a blank line, the others."""
    blocks = [_used(_standard(plan)), _used(_others(plan))]
    return "\n".join("\n".join([*block, ""]) for block in blocks if block)


def _standard(plan: Plan) -> dict[str, bool]:
    has_feeds = bool(plan.feeds)
    sleeps = any(user.starts_until_it_succeeds and user.never_waits for user in plan.users)
    uses = plan.uses
    parse = sorted({"quote", "unquote", "urlencode", "urljoin"} & uses)
    managed = ["contextmanager"] * ("counted" in uses) + ["suppress"] * ("suppress" in uses)
    has_files = bool(plan.files) or any(user.tls.authority for user in plan.users)
    days = ["UTC", "datetime"] * ("datetime" in uses) + ["timedelta"] * ("timedelta" in uses)
    more = ["count"] * bool(plan.counters) + ["islice"] * (has_feeds or "islice" in uses)
    return {
        "import csv": has_feeds,
        "import html": "html" in uses,
        "import json": "json" in uses,
        "import logging": bool(plan.goals),
        "import os": bool(plan.secrets or plan.goals or _reads_hosts(plan)),
        "import random": "random" in uses or any(it.rows is RowUse.ANY for it in plan.feeds),
        "import re": "re" in uses,
        "import ssl": plan.has(Client.FAST),
        "import string": "string" in uses,
        "import sys": has_feeds or bool(plan.secrets),
        "import time": sleeps or bool(uses & {"time", "counted"}),
        "import uuid": "uuid" in uses,
        "from base64 import b64encode": bool(uses & {"basic", "base64_of"}),
        "from collections import deque": has_feeds,
        f"from contextlib import {', '.join(managed)}": bool(managed),
        f"from datetime import {', '.join(days)}": bool(days),
        "from html.parser import HTMLParser": "HTMLParser" in uses,
        f"from itertools import {', '.join(more)}": bool(more),
        "from pathlib import Path": has_feeds or has_files or bool(plan.goals),
        f"from urllib.parse import {', '.join(parse)}": bool(parse),
        "from xml.etree.ElementTree import Element, ElementTree, SubElement": bool(plan.goals),
    }


def _others(plan: Plan) -> dict[str, bool]:
    has_feeds = bool(plan.feeds)
    punctual = any(user.client is Client.HTTP and user.is_dependable for user in plan.users)
    uses = plan.uses
    ends = "counted" in uses or any(map(_ends_without_start, plan.users))
    errors = ["CatchResponseError"] * bool(uses & {"counted", "give_up"})
    errors += ["RescheduleTask"] * bool(uses & {"fail", "give_up"})
    errors += ["StopUser"] * ("StopUser" in uses)
    runners = ["MasterRunner"] * has_feeds + ["WorkerRunner"] * bool(
        has_feeds or plan.counters or plan.goals
    )
    return {
        "import gevent": any(map(_needs_timers, plan.users)),
        "from gevent import GreenletExit": has_feeds or ends,
        "from gevent.event import Event": has_feeds,
        "from gevent.lock import Semaphore": has_feeds,
        _from_locust(plan): True,
        _FROM_FAST: plan.has(Client.FAST),
        f"from locust.exception import {', '.join(errors)}": bool(errors),
        f"from locust.runners import {', '.join(runners)}": bool(runners),
        "from requests import RequestException, Timeout": punctual,
    }


def _reads_hosts(plan: Plan) -> bool:
    return any(it.environment_name for it in plan.constants)


def _ends_without_start(user: PlannedUser) -> bool:
    return user.start_gives_up and not user.retries_start


def _needs_timers(user: PlannedUser) -> bool:
    return user.answer_within_s is not None or "within_s" in user.uses


def _from_locust(plan: Plan) -> str:
    used = {
        "FastHttpUser": plan.has(Client.FAST),
        "HttpUser": plan.has(Client.HTTP),
        "LoadTestShape": bool(plan.stages),
        "MarkovTaskSet": any(user.chain for user in plan.users),
        "events": bool(plan.feeds or plan.counters or plan.goals),
        "tag": any(user.tags or any(it.tags for it in user.again) for user in plan.users),
        "task": any(not user.chain for user in plan.users),
        "transitions": any(user.chain for user in plan.users),
    }
    waits = {function for user in plan.users if (function := wait_function(user.wait))}
    names = sorted({*_used(used), *waits})
    line = f"from locust import {', '.join(names)}"
    if len(line) <= _WIDTH:
        return line
    return "\n".join(lay_out(Group("from locust import (", tuple(map(Leaf, names)), ")", True), 0))


def _used(lines: dict[str, bool]) -> list[str]:
    return [line for line, is_used in lines.items() if is_used]


_WIDTH = 100
_FROM_FAST = (
    "from locust.contrib import fasthttp\n"
    "from locust.contrib.fasthttp import FastResponse, LocustBadStatusCode"
)
