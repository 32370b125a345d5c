"""A collection of Postman → the steps and groups of a journey."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from studio.errors import FileFormatError
from studio.importer.carried_over import CarryingOver
from studio.importer.hiding import Hiding
from studio.importer.labels import endpoint_label, label, note
from studio.importer.postman.addresses import address_in
from studio.importer.postman.auths import auth_in
from studio.importer.postman.parts import Reading, body_in, headers_in
from studio.importer.postman.scripts import NO_SCRIPT, Constant, MadeUp, Script, Taken, read_script
from studio.importer.tree import Mapping, is_list, is_mapping, items, mapping, mappings, text
from studio.importer.variables import Variables
from studio.journey.auth import Auth, BasicAuth
from studio.journey.node import Group, Node, Step
from studio.journey.request import Request
from studio.journey.take import IfMissing, Take
from studio.journey.template import Text
from studio.phrase import Phrase
from studio.progress import Progress

MOST_REQUESTS = 20_000
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class _Around:
    """What folders give to the requests in them."""

    place: str = ""
    auth: Auth | None = None
    script: Script = NO_SCRIPT
    depth: int = 0


@dataclass(slots=True)
class Collecting:
    """Reads the items of a collection; numbers what it makes."""

    variables: Variables
    hiding: Hiding
    notes: CarryingOver
    progress: Progress
    total: int = 1
    _number: int = field(default=0)
    _nodes: int = field(default=0)

    def nodes(self, items_of: object, around: _Around) -> tuple[Node, ...]:
        """Return what stands in a list of items."""
        return tuple(node for item in items(items_of) for node in self._node(item, around))

    def scripts_around(self, item: Mapping, place: str) -> tuple[Script, str]:
        """Return what the scripts of an item find, with what was not understood noted."""
        found = NO_SCRIPT
        left: list[str] = []
        for when, source in scripts_of(item):
            script = read_script(source)
            self._define(script)
            if when == "prerequest":
                script = replace(script, checks=(), sets=_not_taken(script))
            found += script
            if script.left or script.jumps:
                left.append(source)
            self._note_script(script, when, place)
        return found, "\n".join(left)

    def within(self, script: Script) -> "_Around":
        """Return what the collection itself gives to all of its requests."""
        return _Around(script=replace(script, left=(), jumps=()))

    def _node(self, item: Any, around: _Around) -> Iterator[Node]:  # noqa: ANN401  # untyped
        if not is_mapping(item):
            return
        it = mapping(item)
        name = label(text(it.get("name")), "Request")
        place = f"{around.place} / {name}" if around.place else name
        if "item" in it:
            yield from self._folder(it, name, replace(around, place=place))
        elif "request" in it:
            yield self._step(it, name, replace(around, place=place))
        else:
            self.notes.left_out(
                place, Phrase("importer", "Item"), Phrase("importer", "It holds no request.")
            )

    def _folder(self, it: Mapping, name: str, around: _Around) -> Iterator[Node]:
        if around.depth >= _DEEPEST:
            self.notes.left_out(
                around.place, Phrase("importer", "Folder"), Phrase("importer", "It lies too deep.")
            )
            return
        script, left = self.scripts_around(it, around.place)
        reading = self._reading(around.place)
        within = _Around(
            around.place,
            auth_in(it.get("auth"), reading) or around.auth,
            around.script + replace(script, left=(), jumps=()),
            around.depth + 1,
        )
        self._nodes += 1
        number = self._nodes
        nodes = self.nodes(it.get("item"), within)
        if nodes:
            said = note("\n".join(filter(None, (_description(it), left))))
            yield Group(f"g{number}", name, nodes, note=said)

    def _step(self, it: Mapping, name: str, around: _Around) -> Step:
        self._number += 1
        self.progress.reach(0.2 + 0.8 * self._number / max(self.total, self._number))
        self.variables.next_request()
        script, left = self.scripts_around(it, around.place)
        request = self._request(it, around, around.script + script)
        said = note("\n".join(filter(None, (_description(mapping(it.get("request"))), left))))
        self.notes.imported(
            around.place, Phrase("importer", "{text}").of(text=endpoint_label(request))
        )
        is_on = it.get("disabled") is not True
        return Step(f"n{self._number}", name, (request,), note=said, is_on=is_on)

    def _request(self, it: Mapping, around: _Around, script: Script) -> Request:
        reading = self._reading(around.place)
        given = it.get("request")
        request = {"url": given} if isinstance(given, str) else mapping(given)
        address = address_in(request.get("url"), reading)
        headers = headers_in(request.get("header"), reading)
        media_type = next((v for n, v in headers if n.lower() == "content-type"), "")
        body = body_in(request.get("body"), _literal(media_type), reading)
        follows = mapping(it.get("protocolProfileBehavior")).get("followRedirects")
        takes = tuple(
            Take(
                self.variables.take(found.name),
                found.place,
                if_missing=IfMissing.FAIL if found.is_certain else IfMissing.KEEP,
            )
            for found in script.sets
            if isinstance(found, Taken)
        )
        return Request(
            f"r{self._number}",
            text(request.get("method")).strip().upper()[:30] or "GET",
            address.path,
            address.query,
            host=address.origin,
            headers=headers,
            auth=auth_in(request.get("auth"), reading)
            or self._user_info(address.user_info)
            or around.auth,
            body=body,
            follow_redirects=follows if isinstance(follows, bool) else None,
            takes=tuple({take.variable: take for take in takes}.values()),
            checks=tuple(dict.fromkeys(script.checks)),
        )

    def _user_info(self, user_info: str) -> Auth | None:
        if not user_info:
            return None
        user, _, password = user_info.partition(":")
        hidden = self.hiding.field("password", self.variables.text(password), "address")
        return BasicAuth(self.variables.text(user), hidden)

    def _reading(self, place: str) -> Reading:
        return Reading(self.variables, self.hiding, self.notes, place)

    def _define(self, script: Script) -> None:
        for found in script.sets:
            match found:
                case Constant(name, value):
                    self.variables.define_new(name, value)
                case MadeUp(name, how):
                    self.variables.make(name, how)
                case Taken(name):
                    self.variables.take(name)

    def _note_script(self, script: Script, when: str, place: str) -> None:
        what = Phrase("importer", "Script before the request")
        if when != "prerequest":
            what = Phrase("importer", "Script after the answer")
        if script.left:
            self.notes.left_out(
                place,
                what,
                Phrase("importer", "Kept as a note, for scripts are not run: {lines}").of(
                    lines=" · ".join(script.left)[:500]
                ),
            )
        for jump in script.jumps:
            self.notes.left_out(
                place,
                Phrase("importer", "{text}").of(text=jump[:200]),
                Phrase("importer", "Steps are walked from the top down: use a choice or a loop."),
            )


def scripts_of(item: Mapping) -> Iterator[tuple[str, str]]:
    """Yield the scripts of an item: when each runs, and its text."""
    for event in mappings(item.get("event")):
        script = event.get("script")
        lines = mapping(script).get("exec") if is_mapping(script) else script
        source = "\n".join(map(text, items(lines))) if is_list(lines) else text(lines)
        if source.strip() and event.get("disabled") is not True:
            yield text(event.get("listen")), source


def count_requests(items_of: object, depth: int = 0) -> int:
    """Return how many requests there are in a list of items.

    Raises:
        FileFormatError: They are too many.
    """
    if depth > _DEEPEST:
        return 0
    found = sum(
        count_requests(it.get("item"), depth + 1) if "item" in it else 1
        for it in mappings(items_of)
    )
    if found > MOST_REQUESTS:
        raise FileFormatError(
            Phrase("importer", "There are more than {count} requests in this file.").of(
                count=MOST_REQUESTS
            ),
            remedy=Phrase("importer", "Split it, or leave out what no journey needs."),
        )
    return found


def taken_names(items_of: object, depth: int = 0) -> Iterator[str]:
    """Yield the names that scripts set from answers, anywhere in a list of items."""
    if depth > _DEEPEST:
        return
    for it in mappings(items_of):
        for _, source in scripts_of(it):
            yield from (found.name for found in read_script(source).sets if _is_taken(found))
        yield from taken_names(it.get("item"), depth + 1)


def _is_taken(found: object) -> bool:
    return isinstance(found, Taken | MadeUp)


def _not_taken(script: Script) -> tuple[Constant | MadeUp | Taken, ...]:
    return tuple(it for it in script.sets if not isinstance(it, Taken))


def _description(it: Mapping) -> str:
    description = it.get("description")
    if is_mapping(description):
        return text(mapping(description).get("content"))
    return text(description)


def _literal(value: Text) -> str:
    return value if isinstance(value, str) else ""
