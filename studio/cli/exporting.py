"""Commands that make something: `new`, `export` and `allow`."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import click

from studio.address import read_address
from studio.cli.duration import Duration
from studio.cli.opened import opened
from studio.computer.allowed_target import (
    LONGEST_S,
    MOST_USERS,
    AllowedTarget,
    AllowedTargets,
    reach_to_allow,
)
from studio.computer.paths import data_folder
from studio.export.ci_bundle import Pipeline, ci_files, plain_files
from studio.export.written_file import write_file
from studio.project.leaving import leaving_journey, leaving_scenario
from studio.project.opening import add_practice, add_talk, create_project
from studio.scenario.load_profile import MOST_USERS as MOST

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
@click.argument("journey", required=False)
@click.option("--scenario", help="A whole scenario instead: all its journeys, and its load.")
@click.option("-o", "folder", type=click.Path(path_type=Path), required=True, help="Where to.")
@click.option(
    "--ci",
    "pipelines",
    type=click.Choice([it.value for it in Pipeline]),
    multiple=True,
    help="With a pipeline, or manifests, for this; may be given several times.",
)
@click.option("--workers", type=click.IntRange(1, 100), default=2, help="Worker processes there.")
def export(
    file: Path,
    journey: str | None,
    scenario: str | None,
    folder: Path,
    pipelines: tuple[str, ...],
    workers: int,
) -> None:
    """Write JOURNEY of the project FILE as a locustfile that runs under plain Locust.

    The tables it reads are written beside it. With --scenario, plain Locust follows the scenario's
    load by itself. With --ci it is a whole folder that runs in CI by `pip install -r
    requirements.txt` and `locust`, and goals of the scenario decide its exit code.
    """
    if (journey is None) == (scenario is None):
        raise click.UsageError("Name a journey, or a scenario by --scenario.")
    with opened(file) as project:
        if scenario is not None:
            leaving = leaving_scenario(project, scenario)
        else:
            leaving = leaving_journey(project, journey or "")
    wanted = replace(leaving, pipelines=tuple(map(Pipeline, pipelines)), workers=workers)
    files = ci_files(wanted) if pipelines else plain_files(leaving.bundle)
    for path, content in files.items():
        write_file(folder / path, content)
    click.echo(str(folder / "locustfile.py"))


@click.command()
@click.argument("address")
@click.option("--by", "allowed_by", required=True, help="Who allowed it: a person's name.")
@click.option("--users", type=click.IntRange(1, MOST), help="Virtual users at most.")
@click.option("--rate", type=click.FloatRange(0, min_open=True), help="Requests/s at most.")
@click.option("--longest", type=Duration(), default=LONGEST_S, help="One run at most, such as 2h.")
def allow(
    address: str, allowed_by: str, users: int | None, rate: float | None, longest: float
) -> None:
    """Allow ADDRESS to be put under load from this computer."""
    target = read_address(address)
    reach = reach_to_allow(target)
    most_users = users or MOST_USERS.get(reach, MOST)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    permission = AllowedTarget(str(target), allowed_by, now, reach, most_users, rate, longest)
    AllowedTargets(data_folder()).allow(permission)
    click.echo(
        f"{target} ({reach}) may be put under load from this computer by up to {most_users} users;"
        f" allowed by {allowed_by}."
    )
