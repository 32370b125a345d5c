"""The difference of two revisions of a journey, step by step and field by field, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from studio.journey.change import Change, ChangeKind, changed
from studio.journey.difference_request import request_changes
from studio.journey.journey import Journey
from studio.journey.node import Choice, CodeBlock, Condition, Group, Loop, Node, Step
from studio.journey.places import Where
from studio.journey.request import Request
from studio.journey.spot import lists_of
from studio.journey.tree_changes import name_of_request
from studio.journey.walk import nodes_of
from studio.journey.words import (
    auth_in_words,
    in_words,
    repeat_in_words,
    test_in_words,
    wait_in_words,
)
from studio.phrase import NOTHING, Phrase


def difference(older: Journey, newer: Journey) -> tuple[Change, ...]:
    """Return what changed from one revision of a journey to another, from the top down."""
    before, after = _places(older), _places(newer)
    found = [*_settings(older, newer), *_gone(before, after)]
    moved = _moved(older, newer)
    for place in after.values():
        found += _of_node(before, place, is_moved=place.node.id in moved)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Placed:
    node: Node
    owner: tuple[str, int]


def _places(journey: Journey) -> dict[str, _Placed]:
    owners = {
        node.id: (begin.owner, begin.way) for begin, nodes in lists_of(journey) for node in nodes
    }
    return {it.id: _Placed(it, owners[it.id]) for it in nodes_of(journey)}


def _gone(before: Mapping[str, _Placed], after: Mapping[str, _Placed]) -> Iterator[Change]:
    for node_id, place in before.items():
        if node_id not in after and place.owner[0] not in before.keys() - after.keys():
            yield Change(ChangeKind.REMOVED, Where(node_id), place.node.name)


def _moved(older: Journey, newer: Journey) -> set[str]:
    """Return the nodes that stand elsewhere; where some changed places, as few as possible."""
    before = {(it.owner, it.way): [node.id for node in nodes] for it, nodes in lists_of(older)}
    there = {node_id for ids in before.values() for node_id in ids}
    found: set[str] = set()
    for begin, nodes in lists_of(newer):
        now = [it.id for it in nodes if it.id in there]
        former = [it for it in before.get((begin.owner, begin.way), []) if it in set(now)]
        kept: set[str] = set()
        for block in SequenceMatcher(None, former, now, autojunk=False).get_matching_blocks():
            kept |= set(now[block.b : block.b + block.size])
        found |= set(now) - kept
    return found


def _of_node(before: Mapping[str, _Placed], place: _Placed, *, is_moved: bool) -> Iterator[Change]:
    node, where = place.node, Where(place.node.id)
    former = before.get(node.id)
    if former is None:
        yield Change(ChangeKind.ADDED, where, node.name)
        return
    if is_moved:
        yield Change(ChangeKind.MOVED, where, node.name)
    if former.node is node:
        return
    for what, old, new in _fields(former.node, node):
        if old != new:
            yield changed(where, node.name, what, old, new)
    if isinstance(node, Step) and isinstance(former.node, Step):
        yield from _of_requests(former.node, node)


def _fields(old: Node, new: Node) -> Iterator[tuple[Phrase, Phrase, Phrase]]:
    """Yield what a node has beside what stands within it: what it is, before, and after."""
    yield Phrase("journey", "name"), in_words(old.name), in_words(new.name)
    yield Phrase("journey", "switched on"), in_words(old.is_on), in_words(new.is_on)
    yield Phrase("journey", "weight"), in_words(old.weight), in_words(new.weight)
    yield Phrase("journey", "what follows"), _followers(old), _followers(new)
    yield Phrase("journey", "labels"), _listed(old.labels), _listed(new.labels)
    yield Phrase("journey", "note"), in_words(old.note), in_words(new.note)
    yield from _own_fields(old, new)


def _own_fields(old: Node, new: Node) -> Iterator[tuple[Phrase, Phrase, Phrase]]:
    match old, new:
        case Step(), Step():
            yield Phrase("journey", "pause"), wait_in_words(old.wait), wait_in_words(new.wait)
            counted = in_words(old.is_counted), in_words(new.is_counted)
            yield (Phrase("journey", "counted as a whole"), *counted)
        case Group(), Group():
            yield Phrase("journey", "order"), in_words(old.order), in_words(new.order)
        case Loop(), Loop():
            repeated = repeat_in_words(old.repeat), repeat_in_words(new.repeat)
            yield (Phrase("journey", "how often"), *repeated)
        case Choice(), Choice():
            yield Phrase("journey", "ways"), _ways(old), _ways(new)
        case Condition(), Condition():
            yield Phrase("journey", "test"), test_in_words(old.when), test_in_words(new.when)
        case CodeBlock(), CodeBlock():
            yield Phrase("journey", "code"), in_words(old.text), in_words(new.text)
        case _:
            yield Phrase("journey", "kind"), in_words(old.KIND), in_words(new.KIND)


def _of_requests(old: Step, new: Step) -> Iterator[Change]:
    before = {it.id: it for it in old.requests}
    after = {it.id: it for it in new.requests}
    for request_id, request in before.items():
        if request_id not in after:
            yield _of_request(ChangeKind.REMOVED, old, request)
    order = [it for it in before if it in after]
    for request_id, request in after.items():
        if request_id not in before:
            yield _of_request(ChangeKind.ADDED, new, request)
            continue
        if order and order[0] == request_id:
            order.pop(0)
        else:
            order.remove(request_id)
            yield _of_request(ChangeKind.MOVED, new, request)
        if request is not before[request_id]:
            yield from request_changes(new, before[request_id], request)


def _of_request(kind: ChangeKind, step: Step, request: Request) -> Change:
    what = Phrase("journey", "request {request}").of(request=name_of_request(request))
    return Change(kind, Where(step.id, request.id), step.name, what)


def _settings(old: Journey, new: Journey) -> Iterator[Change]:
    rows = (
        ("name", Phrase("journey", "name"), in_words(old.name), in_words(new.name)),
        ("client", Phrase("journey", "client"), in_words(old.client), in_words(new.client)),
        ("order", Phrase("journey", "order"), in_words(old.order), in_words(new.order)),
        ("wait", Phrase("journey", "pause"), wait_in_words(old.wait), wait_in_words(new.wait)),
        ("host", Phrase("journey", "host"), in_words(old.host), in_words(new.host)),
        ("headers", Phrase("journey", "headers"), _headers(old), _headers(new)),
        (
            "auth",
            Phrase("journey", "who signs in"),
            auth_in_words(old.auth),
            auth_in_words(new.auth),
        ),
        ("made", Phrase("journey", "what users make up"), _made(old), _made(new)),
        (
            "answer_within_s",
            Phrase("journey", "a whole answer within, s"),
            in_words(old.answer_within_s),
            in_words(new.answer_within_s),
        ),
        (
            "follow_redirects",
            Phrase("journey", "redirects followed"),
            in_words(old.follow_redirects),
            in_words(new.follow_redirects),
        ),
        ("cookies", Phrase("journey", "cookies"), in_words(old.cookies), in_words(new.cookies)),
        (
            "retries_start",
            Phrase("journey", "start tried again"),
            in_words(old.retries_start),
            in_words(new.retries_start),
        ),
        ("tls", Phrase("journey", "trust"), _trust(old), _trust(new)),
        ("labels", Phrase("journey", "labels"), _listed(old.labels), _listed(new.labels)),
        ("by_hand", Phrase("journey", "code"), _code(old), _code(new)),
        ("note", Phrase("journey", "note"), in_words(old.note), in_words(new.note)),
    )
    for field, what, before, after in rows:
        if getattr(old, field) != getattr(new, field):
            yield changed(Where(field=field), "", what, before, after)


def _code(journey: Journey) -> Phrase:
    text = journey.by_hand.text if journey.by_hand else ""
    lines = text.splitlines()
    return Phrase("journey", "%n line(s)", "", 1).of(n=len(lines)) if text else NOTHING


def _trust(journey: Journey) -> Phrase:
    tls = journey.tls
    parts = ("verified" if tls.verify else "not verified", tls.authority, tls.client_certificate)
    return in_words(", ".join(it for it in parts if it))


def _headers(journey: Journey) -> Phrase:
    return _listed(tuple(f"{name}: {in_words(text)}" for name, text in journey.headers))


def _made(journey: Journey) -> Phrase:
    return _listed(tuple(f"{it.name}: {it.how.KIND}" for it in journey.made))


def _followers(node: Node) -> Phrase:
    return _listed(tuple(f"{target or '(leave)'} {weight}" for target, weight in node.next))


def _ways(choice: Choice) -> Phrase:
    return _listed(tuple(f"{it.name} {it.share}" for it in choice.branches))


def _listed(texts: tuple[str, ...]) -> Phrase:
    return in_words(", ".join(texts)) if texts else NOTHING
