"""Runs in the project file."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from types import MappingProxyType

from studio.database.project_file import Cell, ProjectFile
from studio.failpoint import failpoint
from studio.journey.revision import JourneyRevision
from studio.measurement.generator_health import GeneratorHealth
from studio.measurement.measurement import Measurement
from studio.measurement.measurement_store import MeasurementStore
from studio.measurement.starts import StartTally
from studio.measurement.timeline import Point
from studio.run.event import EventKind, RunEvent
from studio.run.problem import written_problem
from studio.run.record import RunSummary
from studio.run.run import RunEnding, RunSnapshot, RunState
from studio.run.second_store import SecondStore
from studio.run.setup import RunSetup
from studio.run.trouble_store import TroubleStore
from studio.run.verdict import Verdict
from studio.typed_json import read, write

TREND_STEPS = 30
"""How many steps the small picture of a run has at most."""


@dataclass(frozen=True, slots=True)
class StoredRun:
    """A run's own row."""

    number: int
    uuid: str
    state: RunState
    ending: RunEnding | None
    host: str
    started_at: str
    setup: str
    locustfile: str
    at_s: float
    requests: int
    failures: int
    p95_ms: float
    verdict: str | None
    trend: str
    problem: str | None

    search: str | None = None
    """None where no limit was looked for."""

    lane: str | None = None
    """None where nothing was noted of it."""


@dataclass(frozen=True, slots=True)
class _Event:
    at_s: float
    kind: EventKind
    text: str


@dataclass(frozen=True, slots=True)
class _Number:
    number: int


@dataclass(frozen=True, slots=True)
class _Uuid:
    uuid: str


@dataclass(frozen=True, slots=True)
class _Last:
    journey_id: str
    number: int


class RunStore:
    """The runs of one project; belongs to the thread that opened the project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self.measurements = MeasurementStore(file)
        self.trouble = TroubleStore(file)
        self.seconds = SecondStore(file)

    def begin(
        self,
        uuid: str,
        setup: RunSetup,
        host: str,
        started_at: str,
        locustfile: str,
        journeys: Sequence[JourneyRevision],
    ) -> int:
        """Note a run before its engine starts, so that none is ever without a name."""
        with self._file.atomic():
            failpoint("run.begin.before_commit")
            (last,) = self._file.rows(_Number, "SELECT ifnull(max(number), 0) AS number FROM run")
            number = last.number + 1
            row: dict[str, Cell] = {
                "number": number,
                "uuid": uuid,
                "state": RunState.PLANNED,
                "host": host,
                "started_at": started_at,
                "setup": json.dumps(write(setup)),
                "locustfile": locustfile,
            }
            self._file.add("run", [row])
            self._file.add(
                "run_journey",
                [
                    {"run_number": number, "journey_id": it.journey.id, "revision": it.number}
                    for it in journeys
                ],
            )
        failpoint("run.begin.after_commit")
        return number

    def enter(self, number: int, state: RunState) -> None:
        """Note the state a run is about to enter, before the first step of it is taken."""
        with self._file.atomic():
            failpoint("run.enter.before_commit")
            sql = "UPDATE run SET state = ? WHERE number = ? AND state <> ?"
            self._file.execute(sql, state, number, RunState.CLOSED)
        failpoint("run.enter.after_commit")

    def begin_closing(self, number: int, snapshot: RunSnapshot) -> None:
        """Note that a run is about to be closed, and how it ended, which no journal tells again."""
        with self._file.atomic():
            failpoint("run.closing.before_commit")
            sql = "UPDATE run SET state = ?, ending = ?, problem = ? WHERE number = ?"
            problem = written_problem(snapshot.error)
            self._file.execute(sql, RunState.CLOSING, snapshot.ending, problem, number)
        failpoint("run.closing.after_commit")

    def set_host(self, number: int, host: str) -> None:
        """Note the base address a run is sent to, known only once the practice shop is open."""
        self._file.execute("UPDATE run SET host = ? WHERE number = ?", host, number)

    def close(
        self,
        number: int,
        snapshot: RunSnapshot,
        measurements: Iterable[Measurement],
        health: Iterable[GeneratorHealth],
        starts: Mapping[int, StartTally] = MappingProxyType({}),
    ) -> None:
        """Write all that a run measured and how it ended; call it inside `atomic`, once."""
        self.measurements.add(number, measurements)
        measured = [point for point in snapshot.timeline if not point.is_gap]
        self.seconds.add(number, measured, starts)
        self._add_rows("run_health", number, (asdict(it) for it in health))
        events = (
            {"position": i, "at_s": it.at_s, "kind": it.kind, "text": it.text}
            for i, it in enumerate(snapshot.events)
        )
        self._add_rows("run_event", number, events)
        self.trouble.add(number, snapshot.trouble)
        problem = written_problem(snapshot.error)
        self._file.execute(
            "UPDATE run SET state = ?, ending = ?, at_s = ?, requests = ?, failures = ?,"
            " p95_ms = ?, verdict = ?, trend = ?, problem = ?, lane = ?, search = ?"
            " WHERE number = ?",
            RunState.CLOSED,
            snapshot.ending,
            snapshot.at_s,
            snapshot.total.requests,
            snapshot.total.failures,
            snapshot.total.p95_ms,
            json.dumps(write(snapshot.verdict)),
            json.dumps(trend_of(snapshot.timeline)),
            problem,
            json.dumps(write(snapshot.lane)),
            json.dumps(write(snapshot.search)) if snapshot.search.steps else None,
            number,
        )

    def atomic(self) -> AbstractContextManager[object]:
        """Return a context in which either every change is kept or none."""
        return self._file.atomic()

    def unclosed(self) -> tuple[StoredRun, ...]:
        """Return the runs the studio did not live to close, oldest first."""
        sql = "SELECT * FROM run WHERE state <> ? ORDER BY number"
        return tuple(self._file.rows(StoredRun, sql, RunState.CLOSED))

    def closed(self) -> tuple[StoredRun, ...]:
        """Return the runs that are closed, oldest first."""
        sql = "SELECT * FROM run WHERE state = ? ORDER BY number"
        return tuple(self._file.rows(StoredRun, sql, RunState.CLOSED))

    def project_uuid(self) -> str:
        """Return the number of the project itself, which outlives the name of its file."""
        (project,) = self._file.rows(_Uuid, "SELECT uuid FROM project")
        return project.uuid

    def all(self) -> tuple[RunSummary, ...]:
        """Return every run, newest first."""
        rows = self._file.rows(StoredRun, "SELECT * FROM run ORDER BY number DESC")
        return tuple(summary_of(row) for row in rows)

    def last_by_journey(self) -> dict[str, str]:
        """Return the name of the newest run of each journey that ran, by the journey's id."""
        sql = "SELECT journey_id, max(run_number) AS number FROM run_journey GROUP BY journey_id"
        return {it.journey_id: name_of(it.number) for it in self._file.rows(_Last, sql)}

    def find(self, number: int) -> StoredRun | None:
        """Return one run's row, or None."""
        return next(self._file.rows(StoredRun, "SELECT * FROM run WHERE number = ?", number), None)

    def health(self, number: int) -> Iterator[GeneratorHealth]:
        """Yield how the worker processes were, in order of time."""
        sql = (
            "SELECT worker, at_s, users, cpu_share, lag_p95_ms, lag_max_ms, run_delay_share,"
            " steal_share, gc_pause_ms, files_share, ports_share FROM run_health"
            " WHERE run_number = ? ORDER BY at_s, worker"
        )
        return self._file.rows(GeneratorHealth, sql, number)

    def events(self, number: int) -> tuple[RunEvent, ...]:
        """Return what happened, in order of time."""
        sql = "SELECT at_s, kind, text FROM run_event WHERE run_number = ? ORDER BY position"
        rows = self._file.rows(_Event, sql, number)
        return tuple(RunEvent(row.at_s, row.kind, row.text) for row in rows)

    def _add_rows(self, table: str, number: int, rows: Iterable[Mapping[str, Cell]]) -> None:
        self._file.add(table, ({"run_number": number, **row} for row in rows))


def summary_of(row: StoredRun) -> RunSummary:
    """Return a run's row as a line in the list of runs."""
    setup: RunSetup = read(RunSetup, json.loads(row.setup))
    verdict = verdict_of(row)
    return RunSummary(
        run=name_of(row.number),
        state=row.state,
        ending=row.ending,
        scenario=setup.scenario.name,
        question=setup.question,
        host=row.host,
        started_at=row.started_at,
        users=setup.scenario.load.most_users,
        duration_s=setup.scenario.load.duration_s,
        requests=row.requests,
        failures=row.failures,
        p95_ms=row.p95_ms,
        verdict=verdict.kind if verdict else None,
        trend=read(tuple[float, ...], json.loads(row.trend)),
    )


def verdict_of(row: StoredRun) -> Verdict | None:
    """Return a run's verdict; None while it goes on."""
    return None if row.verdict is None else read(Verdict | None, json.loads(row.verdict))


def name_of(number: int) -> str:
    """Return a run's name within its project, such as `R7`."""
    return f"R{number}"


def trend_of(timeline: Sequence[Point]) -> list[float]:
    """Return the course of p95 in ms in at most `TREND_STEPS` steps, each the highest of its part.

    Seconds without a request have no part in it.
    """
    values = [point.p95_ms for point in timeline if point.p95_ms is not None]
    step = -(-len(values) // TREND_STEPS) or 1
    return [round(max(values[i : i + step]), 3) for i in range(0, len(values), step)]
