"""Opening a project: made, upgraded, or only looked at."""

from pathlib import Path

from studio.computer.allowed_target import AllowedTargets
from studio.computer.paths import SUFFIX, practice_project
from studio.computer.recent import RecentProjects
from studio.computer.secret_source import SecretSource, secret_from_environment
from studio.database.project_file import ProjectFile, version_of
from studio.errors import FileFormatError, StudioError
from studio.journey.sample import PRACTICE, TALK
from studio.phrase import Phrase
from studio.practice.practising import GOALS, practice_scenario
from studio.project.lock import ProjectLock
from studio.project.project import Project
from studio.scenario.scenario import PRACTICE_SHOP, JourneyShare, Scenario
from studio.scenario.shapes import rise_within

TALK_SCENARIO = Scenario(
    name=TALK.name,
    mix=(JourneyShare(TALK.name, 100),),
    load=rise_within(users=20, duration_s=60.0),
    goals=GOALS,
    target=PRACTICE_SHOP,
)
"""The talk's journey, on the practice shop until another target is named."""


def create_project(
    path: Path, home: Path, secrets: SecretSource = secret_from_environment
) -> Project:
    """Make a new project and return it open.

    Args:
        path: Where; a name without `.swarmbook` gets it.
        home: The folder of what this computer knows.
        secrets: Where values of secrets come from.

    Raises:
        FileFormatError: There is a file of that name already; it is not touched.
    """
    path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
    if path.exists():
        raise FileFormatError(
            Phrase("project", "{file} is there already.").of(file=path.name),
            meaning=Phrase("project", "It was not touched."),
            remedy=Phrase("project", "Choose another name, or open it."),
        )
    path.parent.mkdir(parents=True, exist_ok=True)
    return _open(path, home, secrets)


def open_project(
    path: Path, home: Path, secrets: SecretSource = secret_from_environment
) -> Project:
    """Return an existing project, open; only to look at when it is newer or open elsewhere.

    Raises:
        FileFormatError: There is no such file, or it is no project; it is not touched.
    """
    version_of(path)
    return _open(path, home, secrets)


def open_or_create(path: Path, home: Path) -> Project:
    """Return the project at a path, made if there is none."""
    return open_project(path, home) if path.exists() else create_project(path, home)


def open_practice(home: Path) -> Project:
    """Return the project of practice runs, made at the first time."""
    project = open_or_create(practice_project(home), home)
    if not project.look_only:
        add_practice(project)
    return project


def add_practice(project: Project) -> None:
    """Put the practice journey and its scenario into a project that lacks them."""
    if all(journey.name != PRACTICE.name for journey in project.journeys()):
        project.add_journey(PRACTICE)
        project.save(scenarios=[practice_scenario()])


def add_talk(project: Project) -> None:
    """Put the talk's journey and a scenario of the same name into a project."""
    project.add_journey(TALK)
    project.save(scenarios=[TALK_SCENARIO])


def _open(path: Path, home: Path, secrets: SecretSource) -> Project:
    path = path.absolute()  # engines are told of files beside it, and work in folders of their own
    lock = ProjectLock(path)
    try:
        file = ProjectFile(path, look_only=not lock.take())
    except StudioError:
        lock.release()
        raise
    allowed, former = AllowedTargets(home), RecentProjects(home).folders()
    return Project(path, file, lock, allowed, former, secrets)
