"""User classes, tags and the order of steps reach a real engine, as they do plain Locust."""

import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from studio.engine.load_commands import Stop
from studio.engine.load_messages import UsersChanged
from studio.export.bundle import make_bundle
from studio.journey.journey import Client, Journey
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.request import Request
from studio.journey.wait import ConstantWait, NoWait
from studio.scenario.labels import Labels
from studio.scenario.load_profile import constant
from tests.whole.counting_server import CountingServer, counting_server
from tests.whole.trial import Trial

pytestmark = [pytest.mark.whole, pytest.mark.beside]


@pytest.fixture
def server() -> Iterator[CountingServer]:
    with counting_server() as counter:
        yield counter


def step(name: str, **changes: object) -> Step:
    made = Step(name, name, (Request(f"r {name}", "GET", f"/{name}"),))
    return replace(made, **changes)  # pyright: ignore[reportArgumentType]


def walker(name: str, *steps: Step, order: Order = Order.IN_ORDER) -> Journey:
    return Journey(f"J {name}", name, steps, order=order, wait=ConstantWait(0.02))


def source_of(*journeys: tuple[Journey, int], fixed_counts: dict[str, int] | None = None) -> str:
    return make_bundle(journeys, (), lambda _: "", fixed_counts).locustfile


def run_plainly(folder: Path, server: CountingServer, source: str, *options: str) -> None:
    (folder / "locustfile.py").write_text(source, encoding="utf-8")
    command = [sys.executable, "-m", "locust", "--headless", "--run-time", "2s", "--only-summary"]
    command += ["--host", server.host, *options]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr


def test_shares_and_fixed_numbers_become_users(server: CountingServer, tmp_path: Path) -> None:
    one, two, three = (walker(name, step(name.lower())) for name in ("One", "Two", "Three"))
    source = source_of((one, 3), (two, 1), (three, 9), fixed_counts={three.id: 2})
    trial = Trial(tmp_path, server, constant(11, 3600), source)
    trial.wait_for_users(11)
    trial.wait_until(lambda: sum(dict(trial.snapshot.users_by_class).values()) == 11)
    by_class = dict(trial.snapshot.users_by_class)
    assert by_class["Three"] == 2
    assert (by_class["One"], by_class["Two"]) in {(7, 2), (6, 3)}  # 6.75 and 2.25, rounded
    told = [it for it in trial.messages if isinstance(it, UsersChanged)]
    assert dict(told[-1].by_class) == by_class
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert trial.snapshot.users_by_class == ()


DRAWN = walker(
    "Drawn",
    step("read", labels=("read",)),
    step("slowly", labels=("read", "slow")),
    step("write", labels=("write",)),
    step("plain"),
    order=Order.WEIGHTED,
)


def test_labels_choose_steps_on_every_worker(server: CountingServer, tmp_path: Path) -> None:
    labels = Labels(only=("read", "write"), without=("slow",))
    trial = Trial(tmp_path, server, constant(4, 2), source_of((DRAWN, 1)), labels=labels)
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert set(server.asked) == {"/read", "/write"}
    assert {it.endpoint.name for it in trial.snapshot.endpoints} == {"/read", "/write"}


def test_plain_locust_chooses_the_same_steps(server: CountingServer, tmp_path: Path) -> None:
    options = ("--users", "4", "--spawn-rate", "4", "--tags", "read", "write")
    run_plainly(tmp_path, server, source_of((DRAWN, 1)), *options, "--exclude-tags", "slow")
    assert set(server.asked) == {"/read", "/write"}


CHAIN = walker(
    "Chained",
    step("a", next=(("b", 1),)),
    step("b", next=(("c", 3), ("a", 1))),
    step("c", next=(("a", 1),)),
    order=Order.CHAIN,
)


def test_a_chain_is_walked_by_its_weights(server: CountingServer, tmp_path: Path) -> None:
    trial = Trial(
        tmp_path, server, constant(1, 3600), source_of((replace(CHAIN, wait=NoWait()), 1))
    )
    trial.wait_until(lambda: server.asked["/b"] > 300)
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    a, b, c = (server.asked[f"/{name}"] for name in "abc")
    assert 0 <= a - b <= 1, "after a there is only b"
    assert 0.6 < c / b < 0.9, "after b, c comes three times in four"


def test_plain_locust_walks_the_same_chain(server: CountingServer, tmp_path: Path) -> None:
    chain = replace(CHAIN, client=Client.HTTP, wait=NoWait())
    run_plainly(tmp_path, server, source_of((chain, 1)), "--users", "1")
    a, b, c = (server.asked[f"/{name}"] for name in "abc")
    assert 0 <= a - b <= 1, "after a there is only b"
    assert 0 < c <= b


def test_steps_in_order_are_walked_in_order_by_each_user(
    server: CountingServer, tmp_path: Path
) -> None:
    source = source_of((walker("Orderly", step("a"), step("b"), step("c")), 1))
    trial = Trial(tmp_path, server, constant(3, 3600), source)
    trial.wait_until(lambda: server.total > 300)
    trial.engine.send(Stop())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert Counter(server.asked.values()).total() == 3
    assert len(set(server.asked.values())) == 1, "a pass that was begun is finished"
