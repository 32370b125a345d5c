"""The end of an import: hosts named, target made, and what is still unknown said."""

from collections.abc import Sequence
from dataclasses import dataclass

from studio.importer.carried_over import CarryingOver
from studio.importer.environment import values_in
from studio.importer.hiding import Hiding
from studio.importer.hosts import UNKNOWN_ADDRESS, Hosts, hosts_of_journeys, is_origin
from studio.importer.variables import Variables
from studio.importer.web_address import split_origin
from studio.journey.journey import Journey
from studio.phrase import Phrase
from studio.recording.secret_names import is_secret_name
from studio.scenario.target import MAIN_HOST, Target


@dataclass(frozen=True, slots=True)
class Finished:
    """Journeys that name hosts, and the target that knows them."""

    journeys: tuple[Journey, ...]
    targets: tuple[Target, ...]


def finish(
    journeys: Sequence[Journey], target_name: str, variables: Variables, notes: CarryingOver
) -> Finished:
    """Return journeys whose requests name hosts in place of origins, and their target."""
    hosts = hosts_of_journeys(journeys)
    if not hosts.names:
        hosts = Hosts({_first_origin(variables): MAIN_HOST})
    addresses: list[tuple[str, str]] = []
    for origin, name in hosts.names.items():
        address = origin
        if not is_origin(origin):
            address = UNKNOWN_ADDRESS
            notes.adapted(
                target_name,
                Phrase("importer", "Address {origin}").of(origin=origin[:100] or MAIN_HOST),
                Phrase("importer", "It is not in the file; {address} stands in its place.").of(
                    address=address
                ),
            )
        addresses.append((name, address))
    target = Target("T1", target_name, tuple(addresses), tuple(variables.constants.items()))
    return Finished(tuple(hosts.settled_journey(journey) for journey in journeys), (target,))


def environment_target(name: str, values: object, hiding: Hiding, notes: CarryingOver) -> Target:
    """Return an environment by itself as a target, its secrets hidden."""
    variables = Variables(hiding)
    for key, value, is_secret in values_in(values):
        variables.define(key, value, is_secret=is_secret)
        variables.piece(key)
    notes.imported(name, Phrase("importer", "Environment"))
    (target,) = finish((), name, variables, notes).targets
    return target


def note_unknown(variables: Variables, notes: CarryingOver, place: str) -> None:
    """Note variables without a value, and those made up in another way."""
    for name in variables.unknown:
        reason = Phrase("importer", "Nothing here gives it a value: fill it in at the target.")
        if is_secret_name(name):
            reason = Phrase("importer", "It is a secret without a value: a run asks for it.")
        notes.adapted(place, Phrase("importer", "Variable {name}").of(name=name[:100]), reason)
    for name in variables.alike:
        notes.adapted(
            place,
            Phrase("importer", "Variable {name}").of(name=name[:100]),
            Phrase("importer", "It is made up in a like way."),
        )


def _first_origin(variables: Variables) -> str:
    for value in variables.constants.values():
        if value.startswith(("http://", "https://")):
            origin = split_origin(value)[0]
            if is_origin(origin):
                return origin
    return ""
