"""A project opened for a command, with a word about the runs that were found interrupted."""

from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path

import click

from studio.computer.paths import data_folder
from studio.project.opening import open_project
from studio.project.project import Project


@contextmanager
def opened(path: Path) -> Generator[Project]:
    """Open a project until the block ends; only the result of a command goes to stdout."""
    with closing(open_project(path, data_folder())) as project:
        tell_recovered(project)
        yield project


def tell_recovered(project: Project) -> None:
    """Say of each run that was found unclosed what has become of it."""
    for recovered in project.recovered:
        click.echo(str(recovered.told(recovered.until)), err=True)
