"""The command that brings in what others have recorded or written: `import`."""

import json
import signal
import sys
import threading
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from types import FrameType

import click

from studio.cli.import_text import import_object, import_text
from studio.cli.opened import tell_recovered
from studio.computer.paths import data_folder
from studio.importer.detection import read_sources
from studio.importer.imported import Imported
from studio.importer.source import Source, source_of_file
from studio.progress import Progress
from studio.project.bringing_in import Brought
from studio.project.opening import open_or_create


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--project", type=click.Path(path_type=Path), help="The project; made if need be.")
@click.option("--look", is_flag=True, help="Only say what would come.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_files(
    files: tuple[Path, ...], project: Path | None, *, look: bool, as_json: bool
) -> None:
    """Bring FILES into a project as journeys: of any kind that can be imported.

    HAR, cURL commands, Postman, Insomnia, OpenAPI, JMeter, locustfiles and journeys are told by
    what is in them; `-` is what is pasted. Nothing in them is executed, and nothing is fetched.
    """
    if (project is None) != look:
        raise click.UsageError("Name a project by --project, or only look with --look.")
    progress = Progress()
    with _cancelled_by_ctrl_c(progress):
        imported = read_sources(_sources(files), progress.part(0.0, 0.8))
        brought = None if project is None else _bring(project, imported, progress.part(0.8, 1.0))
    told = import_object(imported, brought)
    click.echo(json.dumps(told, indent=2) if as_json else import_text(imported, brought))


def _sources(files: tuple[Path, ...]) -> list[Source]:
    every = [
        Source("", pasted=sys.stdin.buffer.read()) if str(path) == "-" else source_of_file(path)
        for path in files
    ]
    return [
        Source(it.name, it.path, it.pasted, tuple(other for other in every if other is not it))
        for it in every
    ]


def _bring(path: Path, imported: Imported, progress: Progress) -> Brought:
    with closing(open_or_create(path, data_folder())) as project:
        tell_recovered(project)
        return project.bring_in(imported, progress)


@contextmanager
def _cancelled_by_ctrl_c(progress: Progress) -> Generator[None]:
    """Let the first Ctrl-C end the work at its next step, with nothing half done."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def cancel(_number: int, _frame: FrameType | None) -> None:
        progress.cancel()
        signal.signal(signal.SIGINT, former)

    former = signal.signal(signal.SIGINT, cancel)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, former)
