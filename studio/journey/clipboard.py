"""Copy, cut, paste and duplicate; what is copied is a journey document, for any project to read."""

from collections.abc import Collection
from dataclasses import replace

from studio.errors import FileFormatError
from studio.journey.document import read_document, write_document
from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.made import Made
from studio.journey.node import Nodes, Step
from studio.journey.numbering import Numbers, with_new_ids
from studio.journey.spot import Spot, after, find_node, topmost, with_inserted
from studio.journey.template import Variable
from studio.journey.tree_changes import (
    Requests,
    names_of,
    with_node,
    with_requests,
    without,
)
from studio.journey.uses import pieces_in_made, pieces_in_node
from studio.journey.walk import nodes_of, requests_in, walk
from studio.phrase import Phrase


def copy(journey: Journey, ids: Collection[str]) -> str:
    """Return nodes, or requests, as a journey document; empty if none of them is there.

    Requests come within a step of the name of theirs. What users make up for them comes too.
    """
    nodes = topmost(journey, ids)
    steps = tuple(it for it in nodes_of(journey) if isinstance(it, Step))
    whole = {it.id for it in walk(nodes)}
    parts = tuple(
        replace(step, requests=tuple(it for it in step.requests if it.id in ids))
        for step in steps
        if step.id not in whole and any(it.id in ids for it in step.requests)
    )
    copied: Nodes = (*nodes, *parts)
    if not copied:
        return ""
    return write_document([replace(_blank(journey), again=copied, made=_made_for(journey, copied))])


def cut(journey: Journey, ids: Collection[str]) -> tuple[str, Edit]:
    """Return nodes and requests as `copy` does, and the edit that takes them away."""
    sentence = Phrase("journey", "Cut “{name}”").of(name=_named(journey, ids))
    text = copy(journey, ids)
    return text, Edit(without(journey, ids) if text else journey, sentence)


def can_paste(text: str) -> bool:
    """Return whether a text looks like what `copy` gives, without reading all of it."""
    return text.lstrip().startswith("{") and '"swarmbook-journey"' in text[:200]


def paste(journey: Journey, text: str, spot: Spot) -> Edit:
    """Put the nodes of a journey document at a spot, under new ids.

    Raises:
        FileFormatError: It is no such document.
    """
    source = _read(text)
    numbers = Numbers(journey)
    new = with_new_ids((*source.once, *source.again, *source.at_end), numbers)
    pasted = with_inserted(_with_made(journey, source), spot, new)
    chosen = tuple(it.id for it in new)
    sentence = Phrase("journey", "Paste “{name}”").of(name=_named(pasted, chosen))
    return Edit(replace(pasted, last_id=numbers.last), sentence, chosen)


def paste_requests(journey: Journey, text: str, step_id: str, index: int) -> Edit:
    """Put all requests of a journey document into a step, under new ids.

    Args:
        journey: The journey.
        text: The document.
        step_id: Which step.
        index: Before the request that stands there.

    Raises:
        FileFormatError: It is no such document.
        JourneyError: There is no such step.
    """
    source = _read(text)
    numbers = Numbers(journey)
    found = requests_in((*source.once, *source.again, *source.at_end))
    new = tuple(replace(it, id=numbers.request()) for it in found)
    step = find_node(journey, step_id)
    sentence = Phrase("journey", "Paste into “{name}”").of(name=step.name)
    if not isinstance(step, Step) or not new:
        return Edit(journey, sentence)
    filled = replace(step, requests=(*step.requests[:index], *new, *step.requests[index:]))
    changed = with_node(_with_made(journey, source), filled)
    return Edit(replace(changed, last_id=numbers.last), sentence, tuple(it.id for it in new))


def duplicate(journey: Journey, ids: Collection[str]) -> Edit:
    """Put a copy of nodes, or of requests, right after the last of them."""
    sentence = Phrase("journey", "Duplicate “{name}”").of(name=_named(journey, ids))
    nodes = topmost(journey, ids)
    numbers = Numbers(journey)
    if nodes:
        new = with_new_ids(nodes, numbers)
        changed = with_inserted(journey, after(journey, nodes[-1].id), new)
        chosen = tuple(it.id for it in new)
    else:
        chosen, changed = _with_copies(journey, ids, numbers)
    if not chosen:
        return Edit(journey, sentence)
    return Edit(replace(changed, last_id=numbers.last), sentence, chosen)


def _with_copies(
    journey: Journey, ids: Collection[str], numbers: Numbers
) -> tuple[tuple[str, ...], Journey]:
    new: list[str] = []

    def changed(requests: Requests) -> Requests:
        copies = tuple(replace(it, id=numbers.request()) for it in requests if it.id in ids)
        if not copies:
            return requests
        new.extend(it.id for it in copies)
        last = max(index for index, it in enumerate(requests) if it.id in ids)
        return (*requests[: last + 1], *copies, *requests[last + 1 :])

    with_copies = with_requests(journey, changed)
    return tuple(new), with_copies


def _named(journey: Journey, ids: Collection[str]) -> str:
    return ", ".join(names_of(journey, ids)[:3])


def _read(text: str) -> Journey:
    found = read_document(text)
    if not found:
        raise FileFormatError(
            Phrase("journey", "There is nothing in it to paste."),
            remedy=Phrase("journey", "Copy steps or requests first."),
        )
    return found[0]


def _blank(journey: Journey) -> Journey:
    """Return a journey that holds nothing, for what is copied to travel in."""
    return Journey(journey.id, journey.name, ())


def _made_for(journey: Journey, nodes: Nodes) -> tuple[Made, ...]:
    """Return what users make up for these nodes, and for what is made of it."""
    used = {it.var for node in nodes for it in pieces_in_node(node) if isinstance(it, Variable)}
    for _ in journey.made:
        made = [it for it in journey.made if it.name in used]
        used |= {it.var for one in made for it in pieces_in_made(one) if isinstance(it, Variable)}
    return tuple(it for it in journey.made if it.name in used)


def _with_made(journey: Journey, source: Journey) -> Journey:
    known = {it.name for it in journey.made}
    new = tuple(it for it in source.made if it.name not in known)
    return replace(journey, made=(*journey.made, *new)) if new else journey
