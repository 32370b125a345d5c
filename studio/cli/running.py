"""Commands that run: `practice` and `run`."""

import json
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import click

from studio.cli.live_lines import follow
from studio.cli.load_options import (
    LoadOptions,
    for_option,
    load_from,
    load_option,
    rate_option,
    rise_option,
    users_option,
)
from studio.cli.opened import opened, tell_recovered
from studio.cli.run_json import run_object
from studio.cli.run_text import run_text
from studio.computer.paths import data_folder
from studio.practice.practising import DURATION_S, USERS, practice_scenario
from studio.project.opening import add_practice, open_or_create, open_practice
from studio.project.project import Project, default_worker_processes
from studio.run.record import RunRecord
from studio.run.run import RunEnding
from studio.run.setup import RunSetup
from studio.run.verdict import VerdictKind
from studio.scenario.load_shape import doubts_of
from studio.scenario.run_rules import LARGEST_ANSWER_BYTES, RunRules

_CODES = {
    VerdictKind.GOALS_MET: 0,
    VerdictKind.NO_GOALS: 0,
    VerdictKind.GOALS_MISSED: 3,
    VerdictKind.UNTRUSTED: 4,
}

_STOPPED_BY_RULE = 3
"""Whatever the goals say of what was measured until then."""

_workers = click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=default_worker_processes,
    help="Worker processes; one less than the cores if not given.",
)
_fast_lane = click.option(
    "--fast-lane/--no-fast-lane",
    default=True,
    help="Read plain answers of FastHttpUsers the short way, as is done if not given.",
)
_keep_going = click.option(
    "--keep-going", is_flag=True, help="Do not stop when most requests fail or are refused."
)
_ignore_retry_after = click.option(
    "--ignore-retry-after", is_flag=True, help="Do not wait when the target asks for a pause."
)
_largest_answer = click.option(
    "--largest-answer-mb",
    type=click.FloatRange(0, 10_000, min_open=True),
    default=LARGEST_ANSWER_BYTES / 1e6,
    help="A longer answer is a failure; each user needs as much memory.",
)
_as_json = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.command()
@users_option
@for_option
@_workers
@click.option("--project", type=click.Path(path_type=Path), help="Keep the run in this project.")
@_as_json
def practice(
    users: int | None, duration: float | None, workers: int, project: Path | None, *, as_json: bool
) -> int:
    """Run against the practice shop, which is started for it on this computer."""
    home = data_folder()
    scenario = practice_scenario(users or USERS, duration or DURATION_S)
    found = open_practice(home) if project is None else open_or_create(project, home)
    with closing(found) as practised:
        tell_recovered(practised)
        add_practice(practised)
        return _run(practised, RunSetup(scenario, "", workers), as_json=as_json)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("scenario")
@click.option("--host", help="Base address of the target, such as http://localhost:8000.")
@users_option
@for_option
@rise_option
@rate_option
@load_option
@_workers
@_fast_lane
@_keep_going
@_ignore_retry_after
@_largest_answer
@_as_json
def run(  # noqa: PLR0913  # one a command-line option
    file: Path,
    scenario: str,
    host: str | None,
    *,
    users: int | None,
    duration: float | None,
    rise: float | None,
    rate: float | None,
    load_file: Path | None,
    workers: int,
    fast_lane: bool,
    keep_going: bool,
    ignore_retry_after: bool,
    largest_answer_mb: float,
    as_json: bool,
) -> int:
    """Run SCENARIO of the project FILE, with its own load or the one the options say.

    \b
    --users 20 --for 5m --rise 30s   20 virtual users, there after 30 s
    --rate 5/s --for 5m              5 journeys started each second, whatever the answers
    --load load.json                 any other kind of load
    """
    rules = RunRules(not keep_going, not ignore_retry_after, round(largest_answer_mb * 1e6))
    asked = LoadOptions(users, duration, rise, rate, load_file)
    with opened(file) as project:
        chosen = project.scenario(scenario)
        load = load_from(asked, chosen.load)
        chosen = replace(chosen, load=load, target=host or chosen.target)
        for doubt in doubts_of(load):
            click.echo(str(doubt), err=True)
        return _run(project, RunSetup(chosen, "", workers, fast_lane, rules), as_json=as_json)


def _run(project: Project, setup: RunSetup, *, as_json: bool) -> int:
    live = project.start(setup)
    try:
        follow(live, sys.stderr, lambda: project.tend(live))
    except KeyboardInterrupt:
        live.close()
    record = project.finish(live)
    told = run_object(record, live.shop_counted)
    click.echo(json.dumps(told, indent=2) if as_json else run_text(record))
    return _code_of(record)


def _code_of(record: RunRecord) -> int:
    if record.summary.ending is RunEnding.FAILED or record.summary.verdict is None:
        return 1
    if record.summary.ending is RunEnding.STOPPED_BY_RULE:
        return max(_STOPPED_BY_RULE, _CODES[record.summary.verdict])
    return _CODES[record.summary.verdict]
