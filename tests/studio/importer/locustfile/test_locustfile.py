"""A locustfile becomes journeys, and nothing of it is run or lost."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.importer.carried_over import Outcome
from studio.importer.locustfile.locustfile import LOCUSTFILE
from studio.journey.journey import Client
from studio.journey.node import CodeBlock
from studio.journey.order import Order
from studio.journey.wait import BetweenWait
from studio.journey.walk import nodes_of
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys
from tests.studio.importer.locustfile.reading import read

GOLDEN = Path(__file__).parents[2] / "locustfile" / "golden"

OLD = """
from locust import HttpLocust, TaskSet, task

def login(l):
    l.client.post("/login", {"username": "a"})

class Behaviour(TaskSet):
    def on_start(self):
        self.client.get("/")

    @task(2)
    def profile(self):
        self.client.get("/profile")

class Person(HttpLocust):
    task_set = Behaviour
    host = "http://shop.test"
    min_wait = 5000
    max_wait = 9000
    weight = 3
"""


@pytest.mark.parametrize("name", ["talk", "practice"])
def test_a_file_of_ours_comes_back_to_the_byte(name: str) -> None:
    text = (GOLDEN / f"{name}.py").read_text("utf-8")
    imported = read(text)
    assert emit(plan_journeys([(it, 1) for it in imported.journeys])) == text
    assert not imported.carried_over.of(Outcome.LEFT_OUT)
    assert not imported.carried_over.of(Outcome.ADAPTED)


def test_a_file_of_long_ago_is_read_as_it_was_meant() -> None:
    imported = read(OLD)
    (journey,) = imported.journeys
    assert journey.client is Client.HTTP
    assert journey.order is Order.WEIGHTED
    assert journey.wait == BetweenWait(5, 9)
    assert [(it.name, it.weight) for it in journey.again] == [("Profile", 2)]
    assert imported.targets[0].hosts == (("main", "http://shop.test"),)
    assert [it.name for it in journey.once] == ["On start", "Rest of the file"]


def test_what_no_step_says_is_kept_and_told() -> None:
    imported = read(
        """
        from locust import FastHttpUser, events, task

        @events.test_start.add_listener
        def begin(environment, **_):
            print("begins")

        class Visitor(FastHttpUser):
            @task
            def visit(self):
                self.client.get("/")
                print(self.environment)
        """
    )
    code = [it for it in nodes_of(imported.journeys[0]) if isinstance(it, CodeBlock)]
    assert [it.is_on for it in code] == [False, True]
    assert code[0].text.startswith("@events.test_start.add_listener\ndef begin(")
    assert code[1].text == "print(self.environment)"
    assert len(imported.carried_over.of(Outcome.ADAPTED)) == 2


def test_nothing_of_a_file_is_run(tmp_path: Path) -> None:
    trap = tmp_path / "run"
    (journey,) = read(
        f"""
        import pathlib
        pathlib.Path({str(trap)!r}).touch()
        from locust import HttpUser, task
        class V(HttpUser):
            host = pathlib.Path({str(trap)!r}).touch()
            @task
            def visit(self):
                self.client.get("/")
        """
    ).journeys
    assert journey.name == "V"
    assert not trap.exists()


@pytest.mark.parametrize(
    "text", ["", "x = (", "print 'hello'", "a\0b", "(" * 5000, "class A: pass"]
)
def test_what_is_no_locustfile_is_refused(text: str) -> None:
    with pytest.raises(StudioError):
        read(text)


@given(st.text(alphabet=st.sampled_from('self.client.get("/")\n:=[]{}()fwithas,@task 1')))
def test_no_body_of_a_task_breaks_the_reader(body: str) -> None:
    lines = "\n".join(f"        {line}" for line in body.splitlines())
    head = "from locust import HttpUser, task\nclass A(HttpUser):\n    @task\n    def a(self):\n"
    with suppress(StudioError):
        read(f"{head}        pass\n{lines}\n")


def test_it_is_told_by_its_name_or_its_imports() -> None:
    assert LOCUSTFILE.knows("x.py", "")
    assert LOCUSTFILE.knows("", "import os\nfrom locust import task\n")
    assert not LOCUSTFILE.knows("", '{"log": {}}')
