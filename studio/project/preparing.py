"""What a run needs before its engine is started: its files, and the values of its secrets."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from studio.computer.secret_source import SecretSource
from studio.export.bundle import Bundle, make_bundle
from studio.journey.journey import Journey
from studio.journey.uses import secrets_of
from studio.project.data_shelf import DataShelf
from studio.run.provisions import check_provisions
from studio.run.secret_values import find_secrets, refuse_leaks
from studio.scenario.goal import Goal
from studio.scenario.scenario import PRACTICE_SHOP, Scenario
from studio.scenario.target import target_of_address


@dataclass(frozen=True, slots=True)
class Prepared:
    """The files of a run, and what must never be in them."""

    bundle: Bundle

    secrets: dict[str, str] = field(repr=False)
    """Values by name, for the memory of engines alone."""


def prepare_run(
    scenario: Scenario,
    journeys: Sequence[Journey],
    data: DataShelf,
    secrets: SecretSource,
    *,
    allows_code: bool = False,
) -> Prepared:
    """Return what a run of a scenario needs.

    Args:
        scenario: The scenario.
        journeys: Those of its mix, in the order of the mix.
        data: The project's data files.
        secrets: Where values of secrets come from.
        allows_code: Whether code that people wrote may run.

    Raises:
        StudioError: A journey has nothing to do, too few users or rows, or a secret has no value.
    """
    mix = list(zip(journeys, scenario.mix, strict=True))
    bundle = _bundle(scenario, journeys, data, allows_code=allows_code)
    check_provisions(mix, data.all(), scenario.labels, scenario.load.most_users)
    values = find_secrets(secrets_of(journeys), secrets)
    refuse_leaks(bundle, values)
    return Prepared(bundle, values)


def prepare_export(journey: Journey, data: DataShelf, secrets: SecretSource) -> Bundle:
    """Return a journey's files as they leave for CI; code that people wrote leaves, and runs not.

    Raises:
        StudioError: It has nothing to do, or the value of a secret stands in one of them.
    """
    files = (data.all(), data.content)
    bundle = make_bundle([(journey, 1)], *files, uploads=data.attachments, allows_code=True)
    return _without_leaks(bundle, [journey], secrets)


def prepare_export_of_scenario(
    scenario: Scenario, journeys: Sequence[Journey], data: DataShelf, secrets: SecretSource
) -> Bundle:
    """Return a scenario's files as they leave for CI: those that a run of it has, to the byte.

    Only the goals come to them: a run of the studio's is judged by the studio.

    Args:
        scenario: The scenario.
        journeys: Those of its mix, in the order of the mix.
        data: The project's data files.
        secrets: Where values of secrets come from.

    Raises:
        StudioError: A journey has nothing to do, or the value of a secret stands in one of them.
    """
    bundle = _bundle(scenario, journeys, data, goals=scenario.goals, allows_code=True)
    return _without_leaks(bundle, journeys, secrets)


def _bundle(
    scenario: Scenario,
    journeys: Sequence[Journey],
    data: DataShelf,
    *,
    goals: Sequence[Goal] = (),
    allows_code: bool,
) -> Bundle:
    is_practice = scenario.target == PRACTICE_SHOP
    mix = list(zip(journeys, scenario.mix, strict=True))
    return make_bundle(
        [(journey, share.share) for journey, share in mix],
        data.all(),
        data.content,
        {journey.id: it.fixed_count for journey, it in mix if it.fixed_count is not None},
        scenario.load,
        data.attachments,
        target=None if is_practice else target_of_address(scenario.target),
        goals=goals,
        allows_code=allows_code,
    )


def _without_leaks(bundle: Bundle, journeys: Sequence[Journey], secrets: SecretSource) -> Bundle:
    names = [secret.environment_name for secret in secrets_of(journeys)]
    known = {name: value for name in names if (value := secrets(name))}
    refuse_leaks(bundle, known)
    return bundle
