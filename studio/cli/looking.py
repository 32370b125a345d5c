"""Commands that look: `runs` and `show`."""

import json
from pathlib import Path

import click

from studio.cli.run_json import run_object, summary_object
from studio.cli.run_text import run_text, runs_text
from studio.cli.trouble_text import examples_text
from studio.computer.paths import data_folder
from studio.project.opening import open_project

_as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@_as_json
def runs(file: Path, *, as_json: bool) -> None:
    """List the runs of the project FILE, newest first."""
    project = open_project(file, data_folder())
    try:
        found = project.runs()
    finally:
        project.close()
    told = {"runs": [summary_object(run) for run in found]}
    click.echo(json.dumps(told, indent=2) if as_json else runs_text(found))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("run")
@click.option("--examples", is_flag=True, help="Print the exchanges that were kept, too.")
@_as_json
def show(file: Path, run: str, *, examples: bool, as_json: bool) -> None:
    """Show RUN, such as R7, of the project FILE."""
    project = open_project(file, data_folder())
    try:
        record = project.run(run)
    finally:
        project.close()
    if as_json:
        click.echo(json.dumps(run_object(record, with_examples=True), indent=2))
        return
    click.echo(run_text(record))
    if examples:
        click.echo("\n" + examples_text(record.snapshot.trouble))
