"""What is done to the chosen lines of a journey: each a function from journey to edit."""

from collections.abc import Callable, Sequence

from studio.journey.clipboard import duplicate
from studio.journey.edit import Edit
from studio.journey.editing import (
    add_choice,
    add_code,
    add_condition,
    add_group,
    add_loop,
    delete,
    insert,
    switch,
)
from studio.journey.journey import Journey
from studio.journey.moving import (
    choice_around,
    group_around,
    loop_around,
    move,
    move_down,
    move_up,
    nest,
    unnest,
    unwrap,
    wrap,
)
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.request_edits import (
    add_request,
    move_request_down,
    move_request_up,
    move_requests,
)
from studio.journey.spot import Spot, after, at_end_of
from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.journey.drop_place import DropPlace
from ui.journey.line import Line, LineKind

Lines = Sequence[Line]
Command = Callable[[Journey, Lines], Edit | None]
"""None: with these lines there is nothing to be done."""

_HEADS = (LineKind.BLOCK, LineKind.WAY)


def dropped(journey: Journey, ids: Sequence[str], place: DropPlace, *, are_requests: bool) -> Edit:
    """Move what was dragged to where it was dropped.

    Raises:
        JourneyError: It cannot stand there.
    """
    if are_requests:
        return move_requests(journey, ids, place.owner, place.index)
    spot = Spot(place.owner, place.index, place.way)
    if place.inside:
        spot = at_end_of(journey, place.owner, place.way)
    return move(journey, ids, spot)


def spot_at(journey: Journey, lines: Lines) -> Spot:
    """Return where something new comes to stand: behind the last chosen line, or in its block."""
    last = next((it for it in reversed(lines) if it.kind is not LineKind.REQUEST), None)
    if last is None:
        return at_end_of(journey, "again") if not lines else after(journey, lines[-1].owner)
    if last.kind is LineKind.SECTION:
        return Spot(last.node, 0)
    if last.kind in _HEADS and last.can_hold:
        way = int(last.key.rpartition("/")[2]) if last.kind is LineKind.WAY else 0
        return at_end_of(journey, last.node, way)
    return after(journey, last.whole)


class Commands:
    """The commands, with the names of what they add in the reader's language."""

    def __init__(self, say: Say) -> None:
        self._say = say

    def add_step(self, journey: Journey, lines: Lines) -> Edit:
        """Add a step with one request."""
        name = self._say(Phrase("journey", "New step"))
        step = Step("", name, (Request("", "GET", "/"),))
        return insert(journey, spot_at(journey, lines), [step])

    def add_request(self, journey: Journey, lines: Lines) -> Edit | None:
        """Add a request to the step, behind the chosen one."""
        match lines:
            case [*_, Line(kind=LineKind.REQUEST) as line]:
                return add_request(journey, line.owner, None, line.index + 1)
            case [*_, Line(kind=LineKind.STEP) as line] if line.method or not line.icon:
                return add_request(journey, line.node)
            case _:
                return None

    def add_loop(self, journey: Journey, lines: Lines) -> Edit:
        """Put a loop around what is chosen, or add an empty one."""
        name = self._say(Phrase("journey", "Loop"))
        ids = wholes(lines)
        if ids:
            return wrap(journey, ids, loop_around(name))
        return add_loop(journey, spot_at(journey, lines), name)

    def add_choice(self, journey: Journey, lines: Lines) -> Edit:
        """Let a share of the passes go through what is chosen, or add an empty choice."""
        name = self._say(Phrase("journey", "Choice"))
        ways = [self._say(Phrase("journey", "one way")), self._say(Phrase("journey", "other way"))]
        ids = wholes(lines)
        if ids:
            return wrap(journey, ids, choice_around(name, ways[0]))
        return add_choice(journey, spot_at(journey, lines), name, ways)

    def add_condition(self, journey: Journey, lines: Lines) -> Edit:
        """Add a condition."""
        name = self._say(Phrase("journey", "Condition"))
        return add_condition(journey, spot_at(journey, lines), name)

    def add_group(self, journey: Journey, lines: Lines) -> Edit:
        """Put a group around what is chosen, or add an empty one."""
        name = self._say(Phrase("journey", "Group"))
        ids = wholes(lines)
        if ids:
            return wrap(journey, ids, group_around(name))
        return add_group(journey, spot_at(journey, lines), name)

    def add_code(self, journey: Journey, lines: Lines) -> Edit:
        """Add a block of code."""
        name = self._say(Phrase("journey", "Code"))
        return add_code(journey, spot_at(journey, lines), name)


def go_up(journey: Journey, lines: Lines) -> Edit | None:
    """Move what is chosen one place up."""
    request = _one_request(lines)
    if request is not None:
        return move_request_up(journey, request)
    return move_up(journey, wholes(lines)) if wholes(lines) else None


def go_down(journey: Journey, lines: Lines) -> Edit | None:
    """Move what is chosen one place down."""
    request = _one_request(lines)
    if request is not None:
        return move_request_down(journey, request)
    return move_down(journey, wholes(lines)) if wholes(lines) else None


def go_in(journey: Journey, lines: Lines) -> Edit | None:
    """Move what is chosen into the block above it."""
    return nest(journey, wholes(lines)) if wholes(lines) else None


def go_out(journey: Journey, lines: Lines) -> Edit | None:
    """Move what is chosen out of its block; a loop around one step is taken away."""
    match lines:
        case [Line(around=around)] if around:
            return unwrap(journey, around)
        case _:
            return unnest(journey, wholes(lines)) if wholes(lines) else None


def take_apart(journey: Journey, lines: Lines) -> Edit | None:
    """Put what stands in a block in its place."""
    match lines:
        case [Line(kind=LineKind.BLOCK | LineKind.WAY) as line]:
            return unwrap(journey, line.node)
        case [Line(around=around)] if around:
            return unwrap(journey, around)
        case _:
            return None


def turn_on_or_off(journey: Journey, lines: Lines) -> Edit | None:
    """Switch what is chosen off, or on if all of it is off."""
    ids = [it.node for it in _things(lines)]
    is_on = not any(it.is_on for it in _things(lines))
    return switch(journey, ids, is_on) if ids else None


def take_away(journey: Journey, lines: Lines) -> Edit | None:
    """Delete what is chosen."""
    ids = [it.whole for it in _things(lines)]
    return delete(journey, ids) if ids else None


def double(journey: Journey, lines: Lines) -> Edit | None:
    """Put a copy of what is chosen behind it."""
    ids = [it.whole for it in _things(lines)]
    return duplicate(journey, ids) if ids else None


def wholes(lines: Lines) -> list[str]:
    """Return the ids of the nodes that are chosen, each once; requests are none."""
    found = (it.whole for it in _things(lines) if it.kind is not LineKind.REQUEST)
    return list(dict.fromkeys(found))


def _things(lines: Lines) -> list[Line]:
    return [it for it in lines if it.kind is not LineKind.SECTION]


def _one_request(lines: Lines) -> str | None:
    match lines:
        case [Line(kind=LineKind.REQUEST) as line]:
            return line.node
        case _:
            return None
