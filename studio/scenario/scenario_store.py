"""Scenarios in the project file."""

import json
from dataclasses import dataclass

from studio.database.project_file import ProjectFile
from studio.scenario.scenario import Scenario
from studio.typed_json import read, write


@dataclass(frozen=True, slots=True)
class _Stored:
    document: str


class ScenarioStore:
    """The scenarios of one project; belongs to the thread that opened the project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def save(self, scenario: Scenario) -> None:
        """Keep the scenario under its name, in place of one that was there."""
        self._file.execute(
            "INSERT INTO scenario SELECT ?, count(*), ? FROM scenario WHERE true"
            " ON CONFLICT (name) DO UPDATE SET document = excluded.document",
            scenario.name,
            json.dumps(write(scenario)),
        )

    def all(self) -> tuple[Scenario, ...]:
        """Return every scenario, in the order they were made."""
        sql = "SELECT document FROM scenario ORDER BY position"
        stored = self._file.rows(_Stored, sql)
        return tuple(read(Scenario, json.loads(row.document)) for row in stored)
