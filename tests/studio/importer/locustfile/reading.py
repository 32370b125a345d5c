"""Reads locustfiles that tests write."""

from textwrap import dedent

from studio.importer.imported import Imported
from studio.importer.locustfile.locustfile import read_locustfile
from studio.importer.source import Source
from studio.journey.journey import Journey
from studio.progress import Progress


def read(text: str) -> Imported:
    return read_locustfile(Source("locustfile.py", pasted=dedent(text).encode()), Progress())


def one_task(body: str) -> Journey:
    """Return the journey of a user with one task that does this."""
    head = "from locust import HttpUser, task\n\n\nclass Visitor(HttpUser):\n    @task\n"
    lines = "\n".join(f"        {line}" for line in dedent(body).strip().splitlines())
    (journey,) = read(f"{head}    def visit(self):\n{lines}\n").journeys
    return journey
