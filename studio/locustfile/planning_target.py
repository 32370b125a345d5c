"""What a target gives to a file: its further hosts, and its variables, as constants."""

from collections.abc import Iterable, Sequence

from studio.journey.journey import Journey
from studio.journey.template import Variable
from studio.journey.uses import hosts_of, pieces_of_journey
from studio.locustfile.identifiers import constant_name
from studio.locustfile.plan import PlannedConstant
from studio.scenario.target import MAIN_HOST, Target


def plan_hosts(
    journeys: Sequence[Journey], target: Target | None, taken: set[str]
) -> dict[str, PlannedConstant]:
    """Return the constant of each further host that journeys go to, by its name.

    Args:
        journeys: The journeys.
        target: Where the hosts are; one that it does not know is left out.
        taken: Names of the file; those of constants are added.
    """
    known = {} if target is None else dict(target.hosts)
    used = (host for journey in journeys for host in hosts_of(journey))
    found: dict[str, PlannedConstant] = {}
    for host in _each_once(used):
        if host != MAIN_HOST and host in known:
            name = constant_name(host, taken)
            taken.add(name)
            found[host] = PlannedConstant(name, known[host], f"{host.upper()}_HOST")
    return found


def plan_variables(
    journeys: Sequence[Journey], target: Target | None, taken: set[str]
) -> dict[str, PlannedConstant]:
    """Return the constant of each variable of the target that journeys use, by its name."""
    known = {} if target is None else dict(target.variables)
    pieces = (piece for journey in journeys for piece in pieces_of_journey(journey))
    used = (piece.var for piece in pieces if isinstance(piece, Variable))
    found: dict[str, PlannedConstant] = {}
    for variable in _each_once(used):
        if variable in known:
            name = constant_name(variable.strip("_") or "value", taken)
            taken.add(name)
            found[variable] = PlannedConstant(name, known[variable])
    return found


def _each_once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))
