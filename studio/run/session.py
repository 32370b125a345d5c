"""RunSession: a run while it goes on; messages in, snapshots out."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import ceil

from studio.engine.health_reading import read_health
from studio.engine.load_course import LimitFound, StepJudged
from studio.engine.load_messages import (
    CannotJoin,
    EndpointSeen,
    Finished,
    Hello,
    Listening,
    LoadBegan,
    LoadMessage,
    Row,
    SecondAmended,
    SecondMeasured,
    StatisticsReset,
    StopBegan,
    StudioGone,
    UsersChanged,
    WorkerJoined,
)
from studio.errors import StudioError
from studio.measurement.measurement import Endpoint, Measurement
from studio.run.ending import Signs, found_ending, seen_ending
from studio.run.event import EventKind, RunEvent
from studio.run.event_log import EventLog
from studio.run.fold import RunFold, SecondPlan
from studio.run.happening import Happening, doubt_of, event_of
from studio.run.lane_use import LaneTally
from studio.run.load_clock import LoadClock
from studio.run.reading import read_rows, read_starts
from studio.run.run import RunEnding, RunSnapshot, RunState
from studio.run.search_result import NO_SEARCH
from studio.run.silence import Silence
from studio.run.trouble import TroubleFold, TroubleMessage
from studio.run.verdict import Doubt, Verdict, judge
from studio.scenario.goal import Goal

RowReader = Callable[[int, Sequence[Row], Mapping[int, Endpoint]], tuple[Measurement, ...]]
"""Rows of one second → measurements, by the endpoints' numbers."""


class RunSession:
    """Folds an engine's messages into the state of a run.

    The session does no I/O: whoever owns the engine passes its messages to `receive`, and whoever
    wants to look calls `snapshot`. The two may be different threads.
    """

    def __init__(
        self,
        goals: Sequence[Goal],
        clock_s: Callable[[], float] = time.monotonic,
        rows: RowReader = read_rows,
    ) -> None:
        """Begin with a run of which nothing has been told yet.

        Args:
            goals: What the run is judged by.
            clock_s: The clock that never steps.
            rows: Reads the rows of a second; a live engine's are refused where they cannot be, a
                damaged journal's are kept as far as they can.
        """
        self._goals = goals
        self._clock_s = clock_s
        self._read_rows = rows
        self._silence = Silence(clock_s)
        self._lock = threading.Lock()
        self._fold = RunFold()
        self._trouble = TroubleFold()
        self._clock = LoadClock()
        self._search = NO_SEARCH
        self._state = RunState.STARTING
        self._ending: RunEnding | None = None
        self._error: StudioError | None = None
        self._verdict: Verdict | None = None
        self._endpoints: dict[int, Endpoint] = {}
        self._events = EventLog()
        self._note = self._events.note
        self._doubts: dict[Doubt, None] = {}
        self._lane = LaneTally()
        self._users = self._wanted = 0
        self._by_class: tuple[tuple[str, int], ...] = ()
        self._began_s: float | None = None
        self._at_s = 0.0
        self._signs = Signs()
        self._stops_by_s: float | None = None

    def receive(self, message: LoadMessage) -> None:
        """Take in the engine's next message."""
        with self._lock:
            self._watch_silence()
            self._silence.hear()
            self._take(message)

    def end(self, error: StudioError | None) -> None:
        """Note that the engine has ended; with an error, the run has failed."""
        with self._lock:
            self._watch_silence()
            if error is None and self._signs.has_begun and self._signs.finished is None:
                self._doubts[Doubt.NUMBERS_DIFFER] = None  # the end of its journal is missing
            if error is not None:
                self._doubts[Doubt.ENGINE_FAILED] = None
            self._finish(seen_ending(self._signs) if error is None else RunEnding.FAILED, error)

    def recover(self, *, may_have_begun: bool) -> None:
        """Note how a run ended whose end no studio lived to see, by what its journal says.

        Args:
            may_have_begun: Whether there may have been load of which the journal knows nothing.
        """
        with self._lock:
            measured = bool(self._fold.points)
            found = found_ending(self._signs, has_measured=measured, may_have_begun=may_have_begun)
            self._finish(*found)

    def end_as(self, ending: RunEnding, error: StudioError | None) -> None:
        """Note how a run ended that was being closed already."""
        with self._lock:
            self._finish(ending, error)

    def lose(self) -> None:
        """Note that part of what was measured is lost."""
        with self._lock:
            self._doubts[Doubt.MEASUREMENTS_LOST] = None

    def notice(self, kind: EventKind) -> None:
        """Note what the studio itself has seen happen."""
        with self._lock:
            if self._ending is None:
                self._note(self._run_time_s(), kind, "")

    def take_events(self, events: Iterable[RunEvent]) -> None:
        """Add what another session noticed of the same run and the journal does not tell."""
        with self._lock:
            self._events.merge(events)

    def snapshot(self) -> RunSnapshot:
        """Return the run as it stands now."""
        with self._lock:
            self._watch_silence()
            fold = self._fold
            return RunSnapshot(
                state=self._state,
                ending=self._ending,
                at_s=self._run_time_s(),
                users=self._users,
                wanted_users=self._wanted,
                total=fold.total,
                recent=fold.recent,
                endpoints=tuple(fold.rows.values()),
                timeline=tuple(fold.points),
                workers=tuple(worker for _, worker in sorted(fold.workers.items())),
                bad_seconds=frozenset(fold.bad_seconds | fold.missed_seconds),
                events=self._events.all(),
                verdict=self._verdict,
                error=self._error,
                lane=self._lane.use(),
                starts=fold.starts,
                search=self._search,
                load_s=self._clock.load_s(self._run_time_s()),
                is_held=self._clock.is_held,
                counted_from_s=fold.counted_from_s,
                stops_by_s=self._stops_by_s,
                trouble=self._trouble.trouble(),
                silent_s=self._silence.length_s if self._goes_on else 0.0,
                users_by_class=self._by_class,
            )

    def _run_time_s(self) -> float:
        if self._ending is not None or self._began_s is None:
            return self._at_s
        return self._clock_s() - self._began_s

    @property
    def _goes_on(self) -> bool:
        return self._state in (RunState.RUNNING, RunState.STOPPING)

    def _watch_silence(self) -> None:
        """Note that the engine, which tells of each second, has told of none for a while."""
        if self._goes_on and self._silence.begins():
            since_s = self._run_time_s() - self._silence.length_s
            self._note(max(0.0, since_s), EventKind.NOT_ANSWERING, "")

    def _take(self, message: LoadMessage) -> None:  # noqa: C901  # one line a message
        if isinstance(message, TroubleMessage | Happening):
            self._notice(message)
            return
        match message:
            case Hello() | Listening() | CannotJoin():
                pass
            case WorkerJoined(lane_off=why):
                self._lane.join(why)
            case LoadBegan():
                self._state = RunState.RUNNING
                self._began_s = self._clock_s()
                self._signs.has_begun = True
            case UsersChanged(users=users, wanted=wanted, by_class=by_class):
                self._users, self._wanted, self._by_class = users, wanted, by_class
            case EndpointSeen(endpoint=number, method=method, name=name):
                self._endpoints[number] = Endpoint(method, name)
            case SecondMeasured():
                self._add_second(message)
            case SecondAmended(at_s=at_s, rows=rows, starts=starts):
                measured = self._read_rows(at_s, rows, self._endpoints)
                self._fold.amend_second(at_s, measured, starts and read_starts(starts))
            case StopBegan():
                self._begin_stop(message)
            case StatisticsReset(at_s=at_s):
                self._fold.reset(ceil(at_s))
                self._trouble.reset(at_s)
                self._note(at_s, EventKind.STATISTICS_RESET, "")
            case StudioGone():
                self._signs.is_let_go = True
            case Finished():
                self._compare(message)

    def _notice(self, message: TroubleMessage | Happening) -> None:
        if isinstance(message, TroubleMessage):
            self._trouble.take(message)
        if isinstance(message, StepJudged | LimitFound):
            self._search = self._search.adding(message)
        if isinstance(message, Happening):
            self._happen(message)

    def _happen(self, happening: Happening) -> None:
        event = event_of(happening)
        self._clock.take(event)
        if event.kind is not EventKind.NOT_ALLOWED or not self._events.holds(
            event.kind, event.text
        ):
            self._note(event.at_s, event.kind, event.text)
        if event.kind.stops_run and not self._signs.stopped_by_hand:
            self._signs.stopped_by_rule = True
        doubt = doubt_of(happening)
        if doubt is not None:
            self._doubts[doubt] = None

    def _add_second(self, second: SecondMeasured) -> None:
        measurements = self._read_rows(second.at_s, second.rows, self._endpoints)
        lost = second.at_s - len(self._fold.points)
        if lost > 0:
            self._doubts[Doubt.MEASUREMENTS_LOST] = None
            self._note(second.at_s - lost, EventKind.SECONDS_LOST, str(lost))
        had_failure = self._fold.failures
        plan = SecondPlan(second.wanted, second.starts and read_starts(second.starts))
        self._fold.add_second(second.at_s, second.users, measurements, read_health(second), plan)
        for it in second.workers:
            self._lane.count(it.worker, it.plain, it.handed_over, it.passed_by)
        failed = next((it for it in measurements if it.outcome.is_failure), None)
        if failed and not had_failure:
            self._note(second.at_s, EventKind.FIRST_FAILURE, str(failed.endpoint))
        self._at_s = max(self._at_s, second.at_s + 1.0)

    def _begin_stop(self, stop: StopBegan) -> None:
        self._state = RunState.STOPPING
        self._stops_by_s = stop.at_s + stop.grace_s
        if stop.by_hand and not self._signs.stopped_by_hand:
            self._signs.stopped_by_hand = True
            self._note(stop.at_s, EventKind.STOPPED, "")

    def _compare(self, finished: Finished) -> None:
        self._signs.finished = finished
        self._at_s = max(self._at_s, finished.at_s)
        counted = self._fold.requests, self._fold.failures
        if counted != (finished.requests, finished.failures):
            self._doubts[Doubt.NUMBERS_DIFFER] = None

    def _finish(self, ending: RunEnding, error: StudioError | None) -> None:
        fold = self._fold
        if fold.starts is not None and fold.starts.is_short:
            self._doubts[Doubt.STARTS_MISSED] = None
        if not fold.is_trustworthy:
            self._doubts[Doubt.GENERATOR_BUSY] = None
        self._at_s = self._run_time_s() if ending is RunEnding.FAILED else self._at_s
        self._state, self._ending, self._error = RunState.CLOSING, ending, error
        self._users = self._wanted = 0
        self._by_class = ()
        self._stops_by_s = None
        rows = tuple(fold.rows.values())
        self._verdict = judge(self._goals, fold.total, rows, tuple(self._doubts))
