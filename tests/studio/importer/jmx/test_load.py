"""The load of thread groups is told."""

import pytest

from studio.importer.jmx.load import is_thread_group, load_of, note_loads, on_failure_of
from studio.journey.check import OnFailure
from tests.studio.importer.jmx.plans import element, part_of, props, reading

USUAL = element(
    "ThreadGroup",
    "Users",
    props(
        ThreadGroup__num_threads="${__P(users,50)}",
        ThreadGroup__ramp_time="10",
        ThreadGroup__scheduler="true",
        ThreadGroup__duration="300",
        ThreadGroup__on_sample_error="stopthread",
    )
    + f'<elementProp name="ThreadGroup.main_controller">{props(LoopController__loops="3")}'
    "</elementProp>",
)
_ROW = f'<collectionProp name="1">{props(a="10", b="0", c="30", d="60", e="5")}</collectionProp>'


@pytest.mark.parametrize(
    ("text", "users", "said"),
    [
        (USUAL, 50, "50 users, within 10 s, 3 times each, for 300 s"),
        (
            element(
                "kg.apc.jmeter.threads.UltimateThreadGroup",
                "U",
                f'<collectionProp name="ultimatethreadgroupdata">{_ROW * 2}</collectionProp>',
            ),
            20,
            "10 users after 0 s within 30 s",
        ),
        (
            element(
                "com.blazemeter.jmeter.threads.concurrency.ConcurrencyThreadGroup",
                "C",
                props(TargetLevel="40", RampUp="2", Steps="4", Hold="5", Unit="M"),
            ),
            40,
            "40 users within 2 min, 4 steps, for 5 min",
        ),
        (
            element(
                "kg.apc.jmeter.threads.SteppingThreadGroup",
                "S",
                props(ThreadGroup__num_threads="100")
                + '<stringProp name="flighttime">9</stringProp>',
            ),
            100,
            "then 9 s",
        ),
    ],
)
def test_a_load_is_said_in_short(text: str, users: int, said: str) -> None:
    part = part_of(text)
    assert is_thread_group(part)
    load = load_of(part, reading())
    assert load.users == users
    assert said in load.said


def test_shares_are_told_by_users() -> None:
    it = reading()
    part = part_of(USUAL)
    load = load_of(part, it)
    note_loads([("a", part, load), ("b", part, load)], it)
    assert all("(50 %)" in str(entry.what) for entry in it.notes.noted.entries)


def test_what_a_user_does_after_a_failure_comes_along() -> None:
    assert on_failure_of(part_of(USUAL)) is OnFailure.STOP_USER
    assert on_failure_of(part_of(element("ThreadGroup", "x"))) is OnFailure.GO_ON
