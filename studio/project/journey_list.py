"""The journeys of a project as a list shows them: how large each is, and its last run."""

from dataclasses import dataclass

from studio.journey.journey import Journey
from studio.journey.node import CodeBlock, Step
from studio.journey.uses import sources_of
from studio.journey.walk import nodes_of
from studio.project.project import Project
from studio.run.record import RunSummary


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """One journey in the list."""

    id: str
    name: str
    steps: int
    data_files: int
    revision: int
    """Its newest."""

    last_run: RunSummary | None
    """None: it never ran."""


def journey_lines(project: Project) -> tuple[JourneyLine, ...]:
    """Return a line for each journey of a project, in the order they were made."""
    runs = {it.run: it for it in project.runs()}
    last_runs = project.last_runs()
    return tuple(
        JourneyLine(
            it.id,
            it.name,
            _steps(it),
            len(sources_of(it)),
            project.desk.revisions(it.id)[0].number,
            runs.get(last_runs.get(it.id, "")),
        )
        for it in project.journeys()
    )


def _steps(journey: Journey) -> int:
    return sum(isinstance(it, Step | CodeBlock) for it in nodes_of(journey))
