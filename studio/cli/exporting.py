"""Commands that make something: `new`, `export` and `allow`."""

from datetime import UTC, datetime
from pathlib import Path

import click

from studio.address import read_address
from studio.cli.opened import opened
from studio.computer.allowed_target import AllowedTarget, AllowedTargets
from studio.computer.paths import data_folder
from studio.export.written_file import write_file
from studio.project.opening import add_practice, add_talk, create_project

_SAMPLES = {"talk": add_talk, "practice": add_practice}


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sample", type=click.Choice(sorted(_SAMPLES)), help="Begin with this sample.")
def new(file: Path, sample: str | None) -> None:
    """Make a new project FILE."""
    project = create_project(file, data_folder())
    try:
        if sample is not None:
            _SAMPLES[sample](project)
    finally:
        project.close()
    click.echo(str(project.path))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("journey")
@click.option("-o", "folder", type=click.Path(path_type=Path), required=True, help="Where to.")
def export(file: Path, journey: str, folder: Path) -> None:
    """Write JOURNEY of the project FILE as a locustfile that runs under plain Locust.

    The tables it reads are written beside it.
    """
    with opened(file) as project:
        bundle = project.bundle(journey)
    path = folder / "locustfile.py"
    for name, content in {**bundle.tables, path.name: bundle.locustfile}.items():
        write_file(folder / name, content)
    click.echo(str(path))


@click.command()
@click.argument("address")
@click.option("--by", "allowed_by", required=True, help="Who allowed it: a person's name.")
def allow(address: str, allowed_by: str) -> None:
    """Allow ADDRESS to be put under load from this computer."""
    target = str(read_address(address))
    now = datetime.now(UTC).isoformat(timespec="seconds")
    AllowedTargets(data_folder()).allow(AllowedTarget(target, allowed_by, now))
    click.echo(f"{target} may be put under load from this computer; allowed by {allowed_by}.")
