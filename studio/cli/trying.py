"""The command that tries: `try`."""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from studio.cli.opened import opened
from studio.cli.trial_json import trial_object
from studio.cli.trial_text import difference_lines, ending_lines, step_lines
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.walk import nodes_of
from studio.project.names import named
from studio.project.project import Project
from studio.project.trial_shelf import usual_target
from studio.scenario.target import Target
from studio.trial.record import TrialRecord, TrialState, TriedStep
from studio.trial.starting import LiveTrial

_EVERY_S = 0.1
_CODES = {
    TrialState.PASSED: 0,
    TrialState.FAILED: 1,
    TrialState.CANCELLED: 1,
    TrialState.BROKEN: 1,
}


@click.command(name="try")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("journey")
@click.option(
    "--target",
    help="A target's name, an address, or practice; that of the journey's scenario if not given.",
)
@click.option("--from", "from_step", default="", help="Show it from this step on, by its name.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def try_once(file: Path, journey: str, *, target: str | None, from_step: str, as_json: bool) -> int:
    """Walk JOURNEY of the project FILE once, with one user, and show all that happens.

    Each answer is held against the recording the journey was made from, or else against the last
    trial that passed. Exit code 0: it passed, 1: it did not.
    """
    with opened(file) as project:
        chosen = named(journey, {it.name: it for it in project.journeys()})
        live = project.try_journey(
            chosen, _target(project, chosen, target), from_step=_step_id(chosen, from_step)
        )
        record = _follow(live, project, as_json=as_json)
        found = project.trials.compare(chosen, record).found
    if as_json:
        click.echo(json.dumps(trial_object(record, found), indent=2))
    else:
        for line in (*difference_lines(record, found), *ending_lines(record)):
            click.echo(line)
    return _CODES.get(record.state, 1)


def _follow(live: LiveTrial, project: Project, *, as_json: bool) -> TrialRecord:
    """Wait for a trial's end and say each step as soon as it is over; Ctrl-C stops it."""
    said = 0
    try:
        while not live.wait(_EVERY_S):
            said = said if as_json else _say(live.snapshot().steps, said, is_over=False)
    except KeyboardInterrupt:
        live.cancel()
    record = project.trials.finish(live)
    if not as_json:
        _say(record.steps, said, is_over=True)
    return record


def _say(steps: Sequence[TriedStep], said: int, *, is_over: bool) -> int:
    """Print the steps that were not said yet, and return how many there are now."""
    until = len(steps) if is_over else max(said, len(steps) - 1)
    for step in steps[said:until]:
        for line in step_lines(step):
            click.echo(line)
    return until


def _target(project: Project, journey: Journey, asked: str | None) -> str | Target:
    """Return where a trial goes: a target of that name, or an address."""
    known = {it.name: it for it in project.targets.all()}
    return known.get(asked, asked) if asked else usual_target(project, journey)


def _step_id(journey: Journey, name: str) -> str:
    if not name:
        return ""
    steps = {node.name: node.id for node in nodes_of(journey) if isinstance(node, Step)}
    return named(name, steps)
