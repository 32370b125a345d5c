"""The load of a run, as options of the command line say it."""

import json
import math
from dataclasses import dataclass, replace
from pathlib import Path

import click

from studio.cli.duration import Duration
from studio.cli.rate import Rate
from studio.scenario.arrival_rate import ArrivalRate, rising_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import LoadProfileError
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import Constant, rise_and_hold_within, rise_within
from studio.typed_json import MisfitError, read

_LEAST_POOL, _POOL_S = 50, 10
"""How many users an arrival rate may have if nobody says: so many seconds' worth of its starts."""

users_option = click.option(
    "--users", type=click.IntRange(1, 1_000_000), help="Virtual users at most."
)
for_option = click.option(
    "--for", "--duration", "duration", type=Duration(), help="How long, such as 30s or 4m."
)
rise_option = click.option(
    "--rise",
    type=Duration(),
    help="How much of it the load takes to rise; 0s: all at once. A third if not given.",
)
rate_option = click.option(
    "--rate",
    type=Rate(),
    help="Journeys started per second whatever the answers, such as 5/s or 300/m.",
)
load_option = click.option(
    "--load",
    "load_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A JSON file with a whole load, as --json prints it under “load”.",
)


@dataclass(frozen=True, slots=True)
class LoadOptions:
    """What was typed of a load; None where nothing was."""

    users: int | None = None
    duration_s: float | None = None
    rise_s: float | None = None
    per_s: float | None = None
    file: Path | None = None


def load_from(options: LoadOptions, current: LoadShape) -> LoadShape:
    """Return the load the options ask for; what they leave open is as in `current`.

    Raises:
        UsageError: The options contradict each other, or the file holds no load.
        LoadProfileError: The load cannot be run; it says why.
    """
    if options == LoadOptions():
        return current
    if options.file is not None:
        if replace(options, file=None) != LoadOptions():
            raise click.UsageError("--load says everything of a load; leave the others out.")
        return _read_file(options.file)
    if options.per_s is not None or isinstance(current, ArrivalRate):
        return _arrivals(options, current)
    if isinstance(current, LimitSearch) and options == LoadOptions(users=options.users):
        return replace(current, most_users=options.users)
    return _users(options, current)


def _arrivals(options: LoadOptions, current: LoadShape) -> ArrivalRate:
    before = current if isinstance(current, ArrivalRate) else None
    if before is not None and options == LoadOptions(users=options.users):
        return replace(before, most_users=options.users)
    per_s = options.per_s or (before.most_per_s if before else 0.0)
    pool = before.most_users if before else max(_LEAST_POOL, math.ceil(_POOL_S * per_s))
    duration_s = options.duration_s or current.duration_s
    return rising_rate(per_s, options.rise_s or 0.0, duration_s, options.users or pool)


def _users(options: LoadOptions, current: LoadShape) -> LoadShape:
    users = options.users or current.most_users
    duration_s = options.duration_s or current.duration_s
    if options.rise_s is None:
        return rise_within(users, duration_s)
    if options.rise_s == 0:
        return Constant(users, duration_s)
    return rise_and_hold_within(users, options.rise_s, duration_s)


def _read_file(path: Path) -> LoadShape:
    try:
        return read(LoadShape, json.loads(path.read_text(encoding="utf-8")))
    except LoadProfileError:
        raise
    except (OSError, ValueError, MisfitError, RecursionError) as error:
        raise click.UsageError(f"{path} holds no load: {str(error)[:200]}") from error
