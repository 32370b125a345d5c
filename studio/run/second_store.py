"""The seconds of runs in the project file: what there was to be, and how many users there were."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from studio.database.project_file import ProjectFile
from studio.engine.load_course import Starts, starts_of
from studio.measurement.starts import StartTally
from studio.measurement.timeline import Point
from studio.run.fold import SecondPlan
from studio.run.reading import read_starts
from studio.typed_json import read, write


@dataclass(frozen=True, slots=True)
class _Stored:
    run_number: int
    at_s: int
    users: int

    wanted: int = 0
    starts: str | None = None
    """None but for an arrival rate, and where nothing was noted of it."""


@dataclass(frozen=True, slots=True)
class KeptSecond:
    """One second of a run, beside what was measured in it."""

    at_s: int
    users: int
    plan: SecondPlan


class SecondStore:
    """The seconds of one project's runs; belongs to the thread that opened the project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def add(
        self, run_number: int, timeline: Sequence[Point], starts: Mapping[int, StartTally]
    ) -> None:
        """Keep the seconds of a run; call it once a run, inside `atomic`."""
        told = {second: json.dumps(write(starts_of(tally))) for second, tally in starts.items()}
        self._file.add(
            "run_second",
            (
                {
                    "run_number": run_number,
                    "at_s": point.at_s,
                    "users": point.users,
                    "wanted": point.wanted_users,
                    "starts": told.get(point.at_s),
                }
                for point in timeline
            ),
        )

    def of_run(self, run_number: int) -> Iterator[KeptSecond]:
        """Yield the seconds of a run, in order of time."""
        sql = "SELECT * FROM run_second WHERE run_number = ? ORDER BY at_s"
        for row in self._file.rows(_Stored, sql, run_number):
            starts = row.starts and read_starts(read(Starts, json.loads(row.starts)))
            yield KeptSecond(row.at_s, row.users, SecondPlan(row.wanted, starts or None))
