"""Journals of a project that lie beside it, whatever the project was named when they were begun."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from studio.engine.journal_header import header_of
from studio.run.starting import JOURNAL_SUFFIX, RunPlace, place_of


def find_places(
    project: Path, project_uuid: str, folders: Iterable[Path] = ()
) -> dict[str, RunPlace]:
    """Return where the files of a project's unclosed runs lie, by the run's UUID.

    A journal belongs to a project by the UUID in its header, so it is found after the project was
    renamed. One that is named after another project file which is still there is left to that one:
    a copy of a project does not take what its original has measured.

    Args:
        project: Where the project lies now.
        project_uuid: The project's own number.
        folders: Where it may have lain before.
    """
    found: dict[str, RunPlace] = {}
    for journal in _journals([*folders, project.parent]):
        header = header_of(journal)
        if header is None or header.project != project_uuid or _is_anothers(journal, project):
            continue
        place = RunPlace.of_journal(journal)
        if header.run not in found or _is_named_after(journal, project):
            found[header.run] = place
    return found


def leftover_folders(project: Path, numbers: Iterable[int]) -> Iterator[Path]:
    """Yield the engine folders of these runs that are still there."""
    places = (place_of(project, number) for number in numbers)
    return (place.folder for place in places if place.folder.exists())


def _journals(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in dict.fromkeys(folders):
        if folder.is_dir():
            yield from sorted(folder.glob(f"?*-R?*{JOURNAL_SUFFIX}"))


def _is_anothers(journal: Path, project: Path) -> bool:
    owner = _owner(journal)
    return owner.exists() and not (project.exists() and owner.samefile(project))


def _is_named_after(journal: Path, project: Path) -> bool:
    return _owner(journal).name == project.name


def _owner(journal: Path) -> Path:
    """Return the project file a journal is named after: `shop.swarmbook-R7.journal` → its file."""
    return journal.with_name(journal.name.rpartition("-R")[0])
