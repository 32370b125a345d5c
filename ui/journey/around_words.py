"""What is known around the chosen node, as its pane needs it."""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from studio.journey.completions import origin_of
from studio.journey.journey import Journey
from studio.journey.order import Order
from studio.journey.problem import Known, Problem
from studio.journey.spot import nodes_at, spot_of
from studio.journey.template import SECRET_PREFIX
from studio.journey.uses import secrets_of
from studio.journey.walk import SECTIONS
from studio.journey.wires import Wire
from studio.locustfile.source_map import MappedSource
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.journey.line import Line
from ui.journey.pane import desk
from ui.journey.pane.desk import Around, Completion
from ui.journey.reading_words import drawn_wires, place_of, tones_of

_MOST_STEPS = 4
"""Of those a variable is used in, so many are named."""


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in a journey."""

    wires: tuple[Wire, ...] = ()
    problems: tuple[Problem, ...] = ()
    names: Mapping[str, str] | None = None
    source: MappedSource | None = None


def around_journey(
    journey: Journey, read: Read, known: Known, numbers: Mapping[str, int], say: Say
) -> Around:
    """Return what is known around every node of a journey.

    Args:
        journey: The journey.
        read: What was read in it.
        known: What there is around it.
        numbers: Of its steps, by the ids of nodes and requests.
        say: Puts it into the reader's language.
    """
    names = read.names or {}
    return Around(
        completions=tuple(_completions(journey, read.wires, names, known, say)),
        undefined=frozenset(it.variable for it in read.wires if not it.sources),
        used={it.variable: _used(it, numbers, say) for it in read.wires if it.uses},
        colours=tones_of(drawn_wires(read.wires)),
        problems=tuple(_problem(it, say) for it in read.problems),
        code=_code(read.source),
        may_run_code=known.allows_code,
    )


def around_node(around: Around, journey: Journey, line: Line) -> Around:
    """Return what is known around one node, with what holds for its place."""
    spot = spot_of(journey, line.node)
    neighbours = tuple((it.id, it.name) for it in nodes_at(journey, spot))
    order = journey.order if spot.owner == SECTIONS[1] else Order.IN_ORDER
    number = str(line.number) if line.number else ""
    return replace(around, number=number, order=order, neighbours=neighbours)


def _completions(
    journey: Journey, wires: Sequence[Wire], names: Mapping[str, str], known: Known, say: Say
) -> list[Completion]:
    found = [
        Completion(it.variable, say(origin_of(names, it.sources[0])))
        for it in wires
        if it.sources and "." not in it.variable
    ]
    for data_file in known.data_files or ():
        detail = say(Phrase("journey", "column of {file}").of(file=data_file.file_name))
        found += [Completion(f"{data_file.name}.{it}", detail) for it in data_file.columns]
    secret = say(Phrase("journey", "secret"))
    found += [Completion(f"{SECRET_PREFIX}.{it.secret}", secret) for it in secrets_of([journey])]
    return found


def _used(wire: Wire, numbers: Mapping[str, int], say: Say) -> str:
    steps = sorted({numbers[place] for it in wire.uses if (place := place_of(it.where)) in numbers})
    if not steps:
        return ""
    told = ", ".join(str(it) for it in steps[:_MOST_STEPS])
    told += "…" if len(steps) > _MOST_STEPS else ""
    return say(Phrase("journey", "used in step {steps}").of(steps=told))


def _problem(problem: Problem, say: Say) -> desk.Problem:
    repairs = tuple(desk.Repair(say(it.sentence), it) for it in problem.repairs)
    return desk.Problem(place_of(problem.where), say(problem.sentence), repairs)


def _code(source: MappedSource | None) -> dict[str, str]:
    if source is None:
        return {}
    lines = source.text.split("\n")
    return {
        it.id: textwrap.dedent("\n".join(lines[it.first - 1 : it.last]))
        for it in reversed(source.places)
    }
