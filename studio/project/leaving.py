"""What of a project leaves for CI: a journey or a scenario, with all that it needs."""

from studio.export.ci_bundle import Leaving
from studio.journey.uses import secrets_of
from studio.project.names import named
from studio.project.project import Project


def leaving_journey(project: Project, journey: str) -> Leaving:
    """Return a journey as it leaves for CI, with a small load.

    Raises:
        UnknownNameError: There is no journey of that name.
        SecretError: A value of a secret stands in one of its files.
    """
    chosen = named(journey, {it.name: it for it in project.journeys()})
    secrets = tuple(it.environment_name for it in secrets_of([chosen]))
    return Leaving(chosen.name, project.bundle(journey), secrets)


def leaving_scenario(project: Project, scenario: str) -> Leaving:
    """Return a scenario as it leaves for CI, with its load, its goals and its labels.

    Raises:
        UnknownNameError: There is no scenario of that name, or a journey of it is missing.
        SecretError: A value of a secret stands in one of its files.
    """
    chosen = project.scenario(scenario)
    by_name = {it.name: it for it in project.journeys()}
    journeys = [named(share.journey, by_name) for share in chosen.mix]
    secrets = tuple(it.environment_name for it in secrets_of(journeys))
    bundle = project.bundle_of_scenario(scenario)
    return Leaving(chosen.name, bundle, secrets, chosen.load, chosen.labels)
