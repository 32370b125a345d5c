"""What was read in a journey, as the tree and the inspector show it."""

from collections.abc import Iterable, Iterator, Mapping

from studio.journey.completions import origin_of
from studio.journey.places import Where
from studio.journey.problem import Problem, Severity
from studio.journey.wires import SourceKind
from studio.journey.wires import Wire as Found
from ui.bridge.language import Say
from ui.journey.problem_card import ProblemLine, RepairChoice
from ui.journey.step_delegate import TONES
from ui.journey.step_model import Mark
from ui.journey.variables_card import VariableLine
from ui.journey.wire_lanes import Wire
from ui.theme.icons import Icon

_ICONS = {
    SourceKind.TAKEN: Icon.LINK,
    SourceKind.MADE: Icon.RANDOM,
    SourceKind.ITEM: Icon.LOOP,
    SourceKind.CODE: Icon.CODE,
    SourceKind.DATA: Icon.TABLE,
}
_IN_THE_TREE = (SourceKind.TAKEN, SourceKind.ITEM, SourceKind.CODE)


def drawn_wires(found: Iterable[Found]) -> tuple[Wire, ...]:
    """Return the wires of those variables that get their value within the tree."""
    return tuple(_drawn(found))


def tones_of(wires: Iterable[Wire]) -> dict[str, str]:
    """Return the colour of each wire's variable."""
    return {it.variable: TONES[tone % len(TONES)] for tone, it in enumerate(wires)}


def marks_of(problems: Iterable[Problem], say: Say) -> dict[str, Mark]:
    """Return what is underlined, by the id of a node or a request: the worst of each.

    A step is marked for its requests, too: they may be folded away.
    """
    marks: dict[str, Mark] = {}
    for problem in problems:
        is_bad = problem.severity is Severity.ERROR
        for place in filter(None, (problem.where.request, problem.where.node)):
            if place not in marks or (is_bad and not marks[place].is_bad):
                marks[place] = Mark(say(problem.sentence), is_bad)
    return marks


def problem_lines(problems: Iterable[Problem]) -> list[ProblemLine]:
    """Return the problems for the inspector."""
    return [
        ProblemLine(
            it.sentence,
            it.severity is Severity.ERROR,
            place_of(it.where),
            tuple(RepairChoice(one.sentence, one) for one in it.repairs),
        )
        for it in problems
    ]


def variable_lines(
    found: Iterable[Found], names: Mapping[str, str], tones: Mapping[str, str]
) -> list[VariableLine]:
    """Return the variables for the inspector."""
    return [
        VariableLine(
            wire.variable,
            origin_of(names, wire.sources[0]),
            len(wire.uses),
            _ICONS[wire.sources[0].kind],
            tones.get(wire.variable, "text3"),
            place_of(wire.sources[0].where),
        )
        for wire in found
        if wire.sources
    ]


def place_of(where: Where) -> str:
    """Return the id of the node or request to go to; empty: it is the journey itself."""
    return where.request or where.node


def _drawn(found: Iterable[Found]) -> Iterator[Wire]:
    for wire in found:
        taken = tuple(place_of(it.where) for it in wire.sources if it.kind in _IN_THE_TREE)
        used = tuple(place_of(it.where) for it in wire.uses if place_of(it.where))
        if taken:
            yield Wire(wire.variable, taken, used)
