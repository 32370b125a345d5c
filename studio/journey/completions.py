"""Completions: what may stand in `{{…}}` at a place of a journey, and where each comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from studio.journey.journey import Journey
from studio.journey.places import Where
from studio.journey.problem import Known
from studio.journey.scope import ScopeWalk
from studio.journey.template import HOST_PREFIX, SECRET_PREFIX
from studio.journey.uses import hosts_of, secrets_of
from studio.journey.wires import Source, SourceKind, Wiring
from studio.phrase import Phrase


class CompletionKind(StrEnum):
    """What a completion stands for."""

    VARIABLE = "variable"
    COLUMN = "column"
    SECRET = "secret"  # noqa: S105  # it is the word for one
    HOST = "host"


@dataclass(frozen=True, slots=True)
class Completion:
    """Something that may stand in `{{…}}`."""

    name: str
    """As it stands between the braces, such as `accounts.username`."""

    kind: CompletionKind

    origin: Phrase
    """Where it comes from, such as: taken in “Sign in”."""

    where: Where | None = None
    """The place it is made at, if that is in the journey."""

    is_certain: bool = True
    """Whether it has a value here on all ways."""


def completions_for(
    journey: Journey, place: str, known: Known, wiring: Wiring | None = None
) -> tuple[Completion, ...]:
    """Return what may be used at a place, what surely has a value there first.

    Args:
        journey: The journey.
        place: The id of a request or a node; empty: the journey's own headers.
        known: What there is around it.
        wiring: One that is kept, for speed.
    """
    wiring = wiring or Wiring()
    found = [*_variables(journey, place, known, wiring), *_columns(known)]
    found += [*_secrets(journey, known), *_hosts(journey, known)]
    return tuple(sorted(found, key=lambda it: not it.is_certain))


def _variables(journey: Journey, place: str, known: Known, wiring: Wiring) -> Iterator[Completion]:
    given = {*known.variables, *(it.name for it in journey.made)}
    walk = ScopeWalk(journey, given, (), wiring.of_request, wiring.of_node)
    certain = walk.walk().certain_at(place) if place else given
    for name in sorted(known.variables):
        yield Completion(name, CompletionKind.VARIABLE, Phrase("journey", "of the target"))
    names = wiring.names(journey)
    for wire in wiring.wires(journey):
        source = next((it for it in wire.sources if it.kind is not SourceKind.DATA), None)
        if source is not None and wire.variable not in known.variables:
            origin = origin_of(names, source)
            yield Completion(
                wire.variable,
                CompletionKind.VARIABLE,
                origin,
                source.where,
                wire.variable in certain,
            )


def origin_of(names: Mapping[str, str], source: Source) -> Phrase:
    """Return in words where a variable gets its value.

    Args:
        names: Of all nodes and requests, by id.
        source: Where it does.
    """
    node = names.get(source.where.node, "")
    match source.kind:
        case SourceKind.TAKEN:
            request = names.get(source.where.request, "")
            return Phrase("journey", "taken in “{step}”, from {request}").of(
                step=node, request=request
            )
        case SourceKind.MADE:
            return Phrase("journey", "made up by each user")
        case SourceKind.ITEM:
            return Phrase("journey", "an item in the loop “{step}”").of(step=node)
        case SourceKind.CODE:
            return Phrase("journey", "set by the code of “{step}”").of(step=node)
        case SourceKind.DATA:
            return Phrase("journey", "from a data file")


def _columns(known: Known) -> Iterator[Completion]:
    for data_file in known.data_files or ():
        origin = Phrase("journey", "column of {file}").of(file=data_file.file_name)
        for column in data_file.columns:
            yield Completion(f"{data_file.name}.{column}", CompletionKind.COLUMN, origin)


def _secrets(journey: Journey, known: Known) -> Iterator[Completion]:
    used = {it.environment_name: it.secret for it in secrets_of([journey])}
    stored = {it: it.lower() for it in sorted(known.secrets or ())}
    for environment_name, name in (stored | used).items():
        is_there = known.secrets is None or environment_name in known.secrets
        origin = Phrase("journey", "secret, without a value on this computer")
        if is_there:
            origin = Phrase("journey", "secret")
        yield Completion(f"{SECRET_PREFIX}.{name}", CompletionKind.SECRET, origin)


def _hosts(journey: Journey, known: Known) -> Iterator[Completion]:
    for name in known.hosts if known.hosts is not None else hosts_of(journey):
        origin = Phrase("journey", "host of the target")
        yield Completion(f"{HOST_PREFIX}.{name}", CompletionKind.HOST, origin)
