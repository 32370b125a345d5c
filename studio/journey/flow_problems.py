"""What is wrong with the variables of a journey: never set, set too late, set in vain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from studio.journey.facts import Facts, Mention
from studio.journey.journey import Journey
from studio.journey.node import Group, Node, Nodes, Step
from studio.journey.order import Order
from studio.journey.places import Where
from studio.journey.problem import Known, Problem, Repair, Severity
from studio.journey.repairs import (
    did_you_mean,
    in_order,
    making_up,
    moving_before,
    moving_request_before,
    moving_to_start,
    removing_made,
    removing_take,
    switching_on,
)
from studio.journey.request import Request
from studio.journey.scope import Scope
from studio.journey.suggestion import Suggestion
from studio.journey.take import IfMissing
from studio.journey.template import Variable
from studio.journey.variable_edits import apply_take
from studio.journey.walk import nodes_of
from studio.journey.wires import Source, SourceKind, Wire, Wiring
from studio.phrase import Phrase


@dataclass(frozen=True, slots=True)
class Flow:
    """What is known of the variables of a journey when its problems are looked for."""

    journey: Journey
    known: Known
    wires: Mapping[str, Wire]
    scope: Scope
    wiring: Wiring

    order_of: Mapping[str, int]
    """The place of each node and request, from the top down."""

    names: Mapping[str, str]
    """What each node and request is called."""

    tops: Mapping[str, str]
    """Node → the one at the top of its section that it is or stands in."""


def flow_problems(flow: Flow) -> Iterator[Problem]:
    """Yield what is wrong with the variables of a journey."""
    yield from _missing(flow)
    for wire in flow.wires.values():
        yield from _in_vain(flow, wire)
        yield from _both_ways(wire)
    for node in nodes_of(flow.journey):
        if isinstance(node, Step) and len(node.requests) and node.id in flow.scope.before:
            yield from _twice_in_one(node)
    yield from _overwritten(flow)


def _missing(flow: Flow) -> Iterator[Problem]:
    for name, request in flow.scope.missing_everywhere.items():
        use = next((it for it in flow.wires[name].uses if not it.where.node), None)
        if use is not None:
            yield _without_value(flow, name, use.where, request)
    for node in nodes_of(flow.journey):
        if node.id in flow.scope.missing:
            facts = flow.wiring.of_node(node)
            yield from _missing_at(flow, facts, Where(node.id), node.id)
        for request in node.requests if isinstance(node, Step) else ():
            if request.id in flow.scope.missing:
                facts = flow.wiring.of_request(request)
                yield from _missing_at(flow, facts, Where(node.id, request.id), request.id)


def _missing_at(flow: Flow, facts: Facts, here: Where, place: str) -> Iterator[Problem]:
    missing = set(flow.scope.names(flow.scope.missing[place]))
    for mention in (*facts.before, *facts.after):
        name = _variable(mention)
        is_known = mention.field != "text" or name in flow.wires  # code has attributes of its own
        if name in missing and is_known:
            missing.discard(name)
            where = replace(here, field=mention.field, piece=mention.index)
            yield _without_value(flow, name, where, place)


def _variable(mention: Mention) -> str:
    return mention.piece.var if isinstance(mention.piece, Variable) else ""


def _without_value(flow: Flow, name: str, where: Where, place: str) -> Problem:
    """Return the problem of a variable that is used where it may have no value."""
    sources = flow.wires[name].sources
    on = [it for it in sources if it.is_on]
    if on:
        return _too_late(flow, name, where, place, on[0])
    if sources:
        source = sources[0].where
        sentence = Phrase("journey", "“{name}” is taken only where the journey is switched off.")
        repair = switching_on({source.node, source.request} - {""})
        return Problem(where, Severity.ERROR, sentence.of(name=name), (repair,))
    repairs = (*_suggested(flow, name), *did_you_mean(name, _usable(flow)), making_up(name))
    sentence = Phrase("journey", "Nothing gives “{name}” a value.").of(name=name)
    return Problem(where, Severity.ERROR, sentence, repairs)


def _usable(flow: Flow) -> set[str]:
    set_ones = {name for name, it in flow.wires.items() if any(s.is_on for s in it.sources)}
    columns = {f"{it.name}.{column}" for it in flow.known.data_files or () for column in it.columns}
    return set_ones | columns | flow.known.variables


def _suggested(flow: Flow, name: str) -> Iterator[Repair]:
    """Yield the repair that takes a value where the recording shows that it comes from."""
    for suggestion in flow.journey.suggestions:
        if suggestion.take.variable != name:
            continue
        for node in nodes_of(flow.journey):
            for request in node.requests if isinstance(node, Step) else ():
                if request.recorded == suggestion.exchange:
                    yield _taking(suggestion, request, node.name)
                    return


def _taking(suggestion: Suggestion, request: Request, step: str) -> Repair:
    return Repair(
        Phrase("journey", "Take the value in “{step}”").of(step=step),
        lambda journey: apply_take(journey, request.id, suggestion.take),
    )


def _too_late(flow: Flow, name: str, where: Where, place: str, source: Source) -> Problem:
    """Return the problem of a variable that gets its value later, or not on all ways."""
    step, step_name = source.where.node, flow.names.get(source.where.node, "")
    is_drawn = flow.journey.order is not Order.IN_ORDER and _in_again(flow, step, where.node)
    if not source.where.node:
        sentence = Phrase("journey", "“{name}” is made up only after this.")
    elif is_drawn:
        sentence = Phrase(
            "journey", "Steps come in any order: “{step}” may not have set “{name}” yet."
        )
    elif flow.order_of[source.where.request or step] >= flow.order_of.get(place, 0):
        sentence = Phrase("journey", "“{name}” is used before “{step}” sets it.")
    else:
        sentence = Phrase("journey", "“{name}” has no value where “{step}” was left out.")
    repairs = tuple(_in_time(flow, where, source, is_drawn=is_drawn))
    return Problem(where, Severity.ERROR, sentence.of(name=name, step=step_name), repairs)


def _in_again(flow: Flow, *nodes: str) -> bool:
    top = {it.id for it in flow.journey.again}
    return all(flow.tops.get(it) in top for it in nodes)


def _in_time(flow: Flow, where: Where, source: Source, *, is_drawn: bool) -> Iterator[Repair]:
    step, name = source.where.node, flow.names.get(source.where.node, "")
    top = flow.tops.get(step, "")
    if not step:
        return
    if step == where.node and source.where.request not in ("", where.request):
        yield moving_request_before(source.where.request, where.request)
        return
    in_once = top in {it.id for it in flow.journey.once}
    if is_drawn or not in_once:
        yield moving_to_start(step, name)
    if is_drawn:
        yield in_order()
    elif where.node and step != where.node:
        yield moving_before(step, flow.tops.get(where.node, where.node), name)


def _in_vain(flow: Flow, wire: Wire) -> Iterator[Problem]:
    """Yield the problems of a variable nothing uses."""
    if wire.uses or wire.variable in flow.known.variables:
        return
    sentence = Phrase("journey", "Nothing uses “{name}”.").of(name=wire.variable)
    for source in wire.sources:
        match source.kind:
            case SourceKind.TAKEN:
                repair = removing_take(source.where.request, wire.variable)
                yield Problem(source.where, Severity.WARNING, sentence, (repair,))
            case SourceKind.MADE:
                repair = removing_made(wire.variable)
                yield Problem(source.where, Severity.WARNING, sentence, (repair,))
            case SourceKind.ITEM | SourceKind.CODE | SourceKind.DATA:
                pass


def _both_ways(wire: Wire) -> Iterator[Problem]:
    """Yield the problem of a variable that is made up and taken as well."""
    taken = [it for it in wire.sources if it.kind is SourceKind.TAKEN and it.is_on]
    if taken and wire.sources[0].kind is SourceKind.MADE:
        repairs = (
            removing_take(taken[0].where.request, wire.variable),
            removing_made(wire.variable),
        )
        sentence = Phrase("journey", "“{name}” is made up by each user and taken here as well.")
        yield Problem(taken[0].where, Severity.WARNING, sentence.of(name=wire.variable), repairs)


def _twice_in_one(step: Step) -> Iterator[Problem]:
    for request in step.requests:
        names = [it.variable for it in request.takes]
        if len(set(names)) == len(names):
            continue
        for index, name in enumerate(names):
            if name in names[:index]:
                sentence = Phrase("journey", "“{name}” is taken twice from the same answer.")
                where = Where(step.id, request.id, "takes", index)
                yield Problem(where, Severity.WARNING, sentence.of(name=name))


def _overwritten(flow: Flow) -> Iterator[Problem]:
    """Yield the takes whose value is replaced before anything uses it."""
    journey = flow.journey
    again = (journey.again,) if journey.order is Order.IN_ORDER else ()
    groups = [it for it in nodes_of(journey) if isinstance(it, Group)]
    within = (it.nodes for it in groups if it.order is Order.IN_ORDER)
    for nodes in (journey.once, *again, journey.at_end, *within):
        yield from _overwritten_in(flow, nodes)


def _overwritten_in(flow: Flow, nodes: Nodes) -> Iterator[Problem]:
    waiting: dict[str, Where] = {}
    for node in nodes:
        if not node.is_on:
            continue
        if not isinstance(node, Step):
            waiting.clear()
            continue
        for request in node.requests:
            if request.is_on:
                yield from _replaced(flow, node, request, waiting)


def _replaced(
    flow: Flow, node: Node, request: Request, waiting: dict[str, Where]
) -> Iterator[Problem]:
    facts = flow.wiring.of_request(request)
    for mention in facts.before:
        waiting.pop(_variable(mention), None)
    for index, take in enumerate(request.takes):
        former = waiting.pop(take.variable, None)
        if former and former.request != request.id and take.if_missing is not IfMissing.KEEP:
            sentence = Phrase("journey", "“{step}” takes “{name}” again before anything uses it.")
            repair = removing_take(former.request, take.variable)
            said = sentence.of(step=node.name, name=take.variable)
            yield Problem(former, Severity.WARNING, said, (repair,))
        waiting[take.variable] = Where(node.id, request.id, "takes", index)
    for mention in facts.after:
        waiting.pop(_variable(mention), None)
