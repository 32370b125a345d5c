"""What the brakes say is told to the studio, and done."""

from studio.child.load.braking import Braking
from studio.engine.braking_messages import Brake, Braked
from studio.engine.load_limits import LoadLimits
from studio.engine.load_messages import LoadMessage
from studio.measurement.outcome import Outcome
from tests.builders import make_row, make_second


class Run:
    """A run that is braked, and what came of it."""

    def __init__(self, limits: LoadLimits) -> None:
        self.said: list[LoadMessage] = []
        self.limits: list[int] = []
        self.stops: list[bool] = []
        self.braking = Braking(limits, self.said.append)

    def limit(self, users: int) -> None:
        self.limits.append(users)

    def stop(self, *, by_hand: bool) -> None:
        self.stops.append(by_hand)


def test_the_users_a_target_allows_are_kept_from_the_start() -> None:
    run = Run(LoadLimits((), most_users=5))
    run.braking.begin(run, 8, run.stop)
    assert run.limits == [5]
    assert run.said == [Braked(0.0, Brake.USERS_CAPPED, 5, 5)]


def test_a_plan_within_what_is_allowed_needs_no_word() -> None:
    run = Run(LoadLimits((), most_users=5))
    run.braking.begin(run, 5, run.stop)
    assert run.limits == [5]  # a hand may still ask for more
    assert run.said == []


def test_a_target_that_is_gone_halves_the_users_and_then_ends_the_run() -> None:
    run = Run(LoadLimits(()))
    run.braking.begin(run, 8, run.stop)
    gone = make_row(0, *[1.0] * 4, outcome=Outcome.REFUSED)
    for at_s in range(30):
        run.braking.say(make_second(at_s, gone, users=8))
    assert run.limits == [4]
    assert run.stops == [False]
    assert [it.brake for it in run.said if isinstance(it, Braked)] == [
        Brake.USERS_HALVED,
        Brake.OUT_OF_REACH,
    ]


def test_before_it_begins_nothing_is_braked() -> None:
    run = Run(LoadLimits((), longest_s=1))
    second = make_second(9)
    run.braking.say(second)
    assert run.said == [second]


def test_what_workers_tell_of_themselves_is_said_once_a_kind() -> None:
    run = Run(LoadLimits(()))
    for number in (30.0, 40.0):
        run.braking.say(Braked(7.0, Brake.RETRY_AFTER, number))
        run.braking.say(Braked(7.0, Brake.BACKING_OFF, 1.0))
    assert run.said == [
        Braked(7.0, Brake.RETRY_AFTER, 30.0),
        Braked(7.0, Brake.BACKING_OFF, 1.0),
    ]
