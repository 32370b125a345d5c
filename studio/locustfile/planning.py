"""Journeys and their shares → plan."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from studio.journey.attachment import Attachment
from studio.journey.data_file import DataFile
from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.made import Counter
from studio.journey.uses import files_of, secrets_of, sources_of
from studio.journey.walk import walked_part
from studio.locustfile.code_block import refuse_code
from studio.locustfile.identifiers import class_name, constant_name, method_name, variable_name
from studio.locustfile.plan import (
    Plan,
    PlannedCounter,
    PlannedFeed,
    PlannedFile,
    PlannedSecret,
    PlannedUser,
)
from studio.locustfile.planning_goals import plan_goals
from studio.locustfile.planning_load import note_of, plan_stages
from studio.locustfile.planning_made import made_for, pieces_used_in
from studio.locustfile.planning_target import plan_hosts, plan_variables
from studio.locustfile.planning_tls import plan_tls
from studio.locustfile.planning_user import Given, plan_user
from studio.phrase import Phrase
from studio.scenario.goal import Goal
from studio.scenario.load_shape import LoadShape
from studio.scenario.target import Target


def plan_journeys(  # noqa: PLR0913  # each is a part of the file
    journeys: Sequence[tuple[Journey, int]],
    data_files: Sequence[DataFile] = (),
    attachments: Sequence[Attachment] = (),
    *,
    fixed_counts: Mapping[str, int] | None = None,
    load: LoadShape | None = None,
    target: Target | None = None,
    goals: Sequence[Goal] = (),
    allows_code: bool = False,
) -> Plan:
    """Return the plan of a file with these journeys, each with its share of the load.

    Args:
        journeys: Each with its share, relative to the others.
        data_files: Those there are; only what the journeys use gets into the plan.
        attachments: Likewise.
        fixed_counts: By the id of a journey that always has so many users, whatever its share.
        load: What the file's own shape follows; None: it has none.
        goals: By which the file judges itself; none: Locust leaves as it always does.
        allows_code: Whether code that people wrote may run.
        target: Where its further hosts are, and what its variables hold; None: nothing is known.

    Raises:
        JourneyError: A journey has nothing to do again and again or uses what is not there, or
            there is no journey.
    """
    if not journeys:
        raise JourneyError(
            Phrase("locustfile", "There is no journey to run."),
            remedy=Phrase("locustfile", "Choose at least one journey."),
        )
    if not allows_code:
        refuse_code(journey for journey, _ in journeys)
    walked = [walked_part(journey) for journey, _ in journeys]
    taken: set[str] = set()
    secrets = _secrets(walked, taken)
    feeds = _feeds(walked, data_files, taken)
    variables = plan_variables(walked, target, taken)
    hosts = plan_hosts(walked, target, taken)
    files = _files(walked, attachments, taken)
    counters = _counters(walked, taken)
    given = Given(
        constants={name: secret.constant for name, secret in secrets.items()},
        feeds={name: feed.name for name, feed in feeds.items()},
        data_files={it.name: it for it in data_files if it.name in feeds},
        variables={name: it.constant for name, it in variables.items()},
        hosts={name: it.constant for name, it in hosts.items()},
        host="" if target is None else target.main_host,
        names=frozenset(taken),
        counters={key: it.name for key, it in counters.items()},
        files={it.file_name: it.constant for it in files},
        tls=plan_tls(
            walked,
            [it.name for it in attachments],
            {name: secret.constant for name, secret in secrets.items()},
            taken,
        ),
    )
    return Plan(
        users=_users(journeys, given, taken, fixed_counts or {}),
        secrets=tuple(dict.fromkeys(secrets.values())),
        files=files,
        feeds=tuple(feeds.values()),
        constants=(*hosts.values(), *variables.values()),
        counters=tuple(counters.values()),
        goals=plan_goals(goals),
        stages=() if load is None else plan_stages(load),
        load_note="" if load is None else note_of(load),
    )


def _users(
    journeys: Sequence[tuple[Journey, int]],
    given: Given,
    taken: set[str],
    fixed_counts: Mapping[str, int],
) -> tuple[PlannedUser, ...]:
    shares = [share for journey, share in journeys if journey.id not in fixed_counts]
    divisor = math.gcd(*shares) or 1
    users: list[PlannedUser] = []
    for journey, share in journeys:
        name = class_name(journey.name, taken)
        taken.add(name)
        chain = class_name(f"{journey.name} steps", taken)
        taken.add(chain)
        user = plan_user(journey, name, chain, share // divisor, given)
        users.append(replace(user, fixed_count=fixed_counts.get(journey.id)))
    return tuple(users)


def _secrets(journeys: Sequence[Journey], taken: set[str]) -> dict[str, PlannedSecret]:
    """Return the constant of each secret, by its name; two spellings of one name share it."""
    by_variable: dict[str, PlannedSecret] = {}
    found: dict[str, PlannedSecret] = {}
    for secret in secrets_of(journeys):
        variable = secret.environment_name
        if variable not in by_variable:
            by_variable[variable] = PlannedSecret(constant_name(variable, taken), variable)
            taken.add(by_variable[variable].constant)
        found[secret.secret] = by_variable[variable]
    return found


def _files(
    journeys: Sequence[Journey], attachments: Sequence[Attachment], taken: set[str]
) -> tuple[PlannedFile, ...]:
    """Return the files that are read as the locustfile starts, in order of first appearance."""
    known = {it.name for it in attachments}
    found: list[PlannedFile] = []
    for name in dict.fromkeys(name for journey in journeys for name in files_of(journey)):
        if name in known:
            found.append(PlannedFile(constant_name(name, taken), name))
            taken.add(found[-1].constant)
    return tuple(found)


def _counters(
    journeys: Sequence[Journey], taken: set[str]
) -> dict[tuple[str, int], PlannedCounter]:
    """Return the counter of each variable that counts; journeys share what they call the same."""
    found: dict[tuple[str, int], PlannedCounter] = {}
    for journey in journeys:
        for made in made_for(journey, pieces_used_in(journey)):
            if isinstance(made.how, Counter) and (made.name, made.how.first) not in found:
                name = variable_name(made.name, taken)
                taken.add(name)
                found[made.name, made.how.first] = PlannedCounter(name, made.how.first)
    return found


def _feeds(
    journeys: Sequence[Journey], data_files: Sequence[DataFile], taken: set[str]
) -> dict[str, PlannedFeed]:
    """Return the feed of each data file that is used, by its name."""
    used = {source for journey in journeys for source in sources_of(journey)}
    found: dict[str, PlannedFeed] = {}
    for it in data_files:
        if it.name in used:
            name = method_name(it.name, taken)
            taken.add(name)
            found[it.name] = PlannedFeed(name, it.file_name, it.rows, it.is_used_up)
    return found
