"""The command that reads results of CI back into a project."""

from pathlib import Path

import click

from studio.cli.opened import opened
from studio.cli.run_text import run_text
from studio.importer.ci_results import read_ci_results

_LOCUSTFILE = "locustfile.py"


@click.command("import-results")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--scenario", help="Which scenario was run; not needed where there is one only.")
def import_results(file: Path, folder: Path, scenario: str | None) -> None:
    """Read what Locust left in FOLDER (results/, or its *.json) into the project FILE as a run.

    The goals of the scenario judge it. Locust rounds response times and keeps them for the whole
    run, so curves over time are those of the whole run.
    """
    results = read_ci_results(folder)
    place = (folder if folder.is_dir() else folder.parent).absolute().parent / _LOCUSTFILE
    locustfile = place.read_text("utf-8") if place.is_file() else ""
    with opened(file) as project:
        record = project.add_ci_run(results, scenario, locustfile)
    click.echo(run_text(record))
