"""Commands that look: `runs` and `show`."""

import json
from pathlib import Path

import click

from studio.cli.opened import opened
from studio.cli.run_json import run_object, summary_object
from studio.cli.run_text import run_text, runs_text
from studio.cli.trouble_text import examples_text

_as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@_as_json
def runs(file: Path, *, as_json: bool) -> None:
    """List the runs of the project FILE, newest first."""
    with opened(file) as project:
        found = project.runs()
    told = {"runs": [summary_object(run) for run in found]}
    click.echo(json.dumps(told, indent=2) if as_json else runs_text(found))


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("run")
@click.option("--examples", is_flag=True, help="Print the exchanges that were kept, too.")
@_as_json
def show(file: Path, run: str, *, examples: bool, as_json: bool) -> None:
    """Show RUN, such as R7, of the project FILE."""
    with opened(file) as project:
        record = project.run(run)
    if as_json:
        click.echo(json.dumps(run_object(record, with_examples=True), indent=2))
        return
    click.echo(run_text(record))
    if examples:
        click.echo("\n" + examples_text(record.snapshot.trouble))
