"""Trouble in the project file: causes, exceptions, lines of the log, and kept exchanges."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from studio.database.project_file import Cell, ProjectFile
from studio.measurement.cause import FailureCause
from studio.measurement.example import Example
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.run.trouble import LogLine, TaskException, Trouble
from studio.typed_json import read, write

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class _Cause:
    method: str
    name: str
    outcome: Outcome
    text: str
    count: int
    first_s: float
    last_s: float


@dataclass(frozen=True, slots=True)
class _Document:
    document: str


class TroubleStore:
    """What went wrong in the runs of one project; belongs to the thread that opened the file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def add(self, run_number: int, trouble: Trouble) -> None:
        """Keep all of it; call it once a run, inside `atomic`."""
        self._add("run_cause", run_number, map(_cause_row, trouble.causes))
        self._add("run_exception", run_number, map(_exception_row, trouble.exceptions))
        self._add("run_log", run_number, map(_line_row, trouble.lines))
        self._add("run_example", run_number, map(_example_row, trouble.examples))

    def of_run(self, run_number: int) -> Trouble:
        """Return all that is kept of a run's trouble."""
        causes = self._rows(_Cause, "method, name, outcome, text", "run_cause", run_number)
        exceptions = self._rows(
            TaskException, "kind, text, place, traceback", "run_exception", run_number
        )
        lines = self._rows(LogLine, "process, level, text", "run_log", run_number)
        sql = "SELECT document FROM run_example WHERE run_number = ? ORDER BY position"
        documents = self._file.rows(_Document, sql, run_number)
        return Trouble(
            tuple(_cause(row) for row in causes),
            exceptions,
            lines,
            tuple(read(Example, json.loads(row.document)) for row in documents),
        )

    def _rows(self, kind: type[Row], columns: str, table: str, run_number: int) -> tuple[Row, ...]:
        sql = (
            f"SELECT {columns}, count, first_s, last_s FROM {table}"  # noqa: S608  # names of ours
            " WHERE run_number = ? ORDER BY position"
        )
        return tuple(self._file.rows(kind, sql, run_number))

    def _add(self, table: str, run_number: int, rows: Iterable[dict[str, Cell]]) -> None:
        self._file.add(
            table,
            (
                {"run_number": run_number, "position": position, **row}
                for position, row in enumerate(rows)
            ),
        )


def _cause(row: _Cause) -> FailureCause:
    endpoint = Endpoint(row.method, row.name)
    return FailureCause(endpoint, row.outcome, row.text, row.count, row.first_s, row.last_s)


def _cause_row(cause: FailureCause) -> dict[str, Cell]:
    return {
        "method": cause.endpoint.method,
        "name": cause.endpoint.name,
        "outcome": str(cause.outcome),
        "text": cause.text,
        **_counted(cause),
    }


def _exception_row(exception: TaskException) -> dict[str, Cell]:
    return {
        "kind": exception.kind,
        "text": exception.text,
        "place": exception.place,
        "traceback": exception.traceback,
        **_counted(exception),
    }


def _line_row(line: LogLine) -> dict[str, Cell]:
    return {
        "process": line.process,
        "level": line.level,
        "text": line.text,
        **_counted(line),
    }


def _example_row(example: Example) -> dict[str, Cell]:
    return {
        "kind": str(example.kind),
        "method": example.endpoint.method,
        "name": example.endpoint.name,
        "at_s": example.at_s,
        "response_time_ms": example.response_time_ms,
        "document": json.dumps(write(example)),
    }


def _counted(it: FailureCause | TaskException | LogLine) -> dict[str, Cell]:
    return {"count": it.count, "first_s": it.first_s, "last_s": it.last_s}
