"""Create, read, change, delete: which answer issues the id a later operation is asked with."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from studio.importer.openapi.made_values import ValueMaker
from studio.importer.openapi.operations import Operation, answers_of
from studio.importer.openapi.references import References
from studio.importer.tree import Mapping, mapping, text
from studio.journey.take import JsonPath, JsonPlace, Take

_PARAMETER = re.compile(r"\{([^{}]+)\}")
_WRAPPERS = ("data", "result", "item", "response")
_ORDER = ("GET", "HEAD", "OPTIONS", "QUERY", "POST", "PUT", "PATCH", "TRACE", "DELETE")


@dataclass(slots=True)
class Links:
    """What operations take from answers, and where they use it."""

    takes: dict[str, list[Take]] = field(default_factory=dict[str, list[Take]])
    """By the key of the operation whose answer issues it."""

    uses: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    """Operation's key and parameter's name → the variable."""

    def link(self, creator: Operation, path: JsonPath, user: Operation, name: str) -> None:
        """Let an operation be asked with what another one has issued."""
        variable = variable_of(user.path, name)
        takes = self.takes.setdefault(creator.key, [])
        known = next((it for it in takes if it.place == JsonPlace(path)), None)
        if known is None:
            if any(it.variable == variable for it in takes):
                return
            takes.append(Take(variable, JsonPlace(path)))
        self.uses[user.key, name] = known.variable if known else variable


def links_between(operations: Iterable[Operation], references: References) -> Links:
    """Return the links of operations of one journey: those that are told, then those by name."""
    found, chosen = Links(), list(operations)
    for creator in chosen:
        for user, name, path in _told(creator, chosen, references):
            if (user.key, name) not in found.uses and user is not creator:
                found.link(creator, path, user, name)
    creators = {it.path.rstrip("/"): it for it in chosen if it.method == "POST"}
    for user in chosen:
        for name, before in _path_parameters(user.path):
            creator = creators.get(before)
            if creator is None or creator is user or (user.key, name) in found.uses:
                continue
            place = _issued(creator, name, references)
            if place is not None:
                found.link(creator, place, user, name)
    return found


def in_order(operations: Iterable[Operation], links: Links) -> list[Operation]:
    """Return operations as they are walked: what creates, reads, changes, deletes."""

    def rank(operation: Operation) -> tuple[int, int]:
        if operation.key in links.takes:
            return 0, operation.path.count("{")
        return 1 + _ORDER.index(operation.method) if operation.method in _ORDER else 5, 0

    return sorted(operations, key=rank)


def variable_of(path: str, name: str) -> str:
    """Return the variable a path's parameter becomes: `{id}` of `/pets/{id}` is `pet_id`."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name)
    words = re.sub(r"[^A-Za-z0-9]+", "_", words).strip("_").lower() or "value"
    if words in ("id", "uuid", "key", "name", "slug"):
        before = path.partition(f"/{{{name}}}")[0].rpartition("/")[2]
        noun = re.sub(r"[^A-Za-z0-9]+", "_", before).strip("_").lower()
        noun = noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
        words = f"{noun}_{words}" if noun else words
    words = words[:50]
    return words if words[0].isalpha() else f"v_{words}"


def _path_parameters(path: str) -> Iterator[tuple[str, str]]:
    """Yield the parameters of a path, and the path before each."""
    for match in _PARAMETER.finditer(path):
        yield match[1], path[: match.start()].rstrip("/")


def _told(
    creator: Operation, operations: list[Operation], references: References
) -> Iterator[tuple[Operation, str, JsonPath]]:
    by_id = {text(it.tree.get("operationId")): it for it in operations}
    for answer in answers_of(creator, references).values():
        for given in mapping(answer.get("links")).values():
            link = references.followed(given)
            user = by_id.get(text(link.get("operationId"))) or _by_reference(link, operations)
            if user is None:
                continue
            for name, expression in mapping(link.get("parameters")).items():
                told = text(expression)
                if told.startswith("$response.body#/"):
                    steps = told.partition("#/")[2].split("/")
                    path = tuple(int(it) if it.isdecimal() else it for it in steps)
                    yield user, name.removeprefix("path."), path


def _by_reference(link: Mapping, operations: list[Operation]) -> Operation | None:
    reference = text(link.get("operationRef"))
    parts = reference.partition("#/paths/")[2].rsplit("/", 1)
    if len(parts) != 2:  # noqa: PLR2004  # a path and a method
        return None
    key = f"{parts[1].upper()} {parts[0].replace('~1', '/').replace('~0', '~')}"
    return next((it for it in operations if it.key == key), None)


def _issued(creator: Operation, name: str, references: References) -> JsonPath | None:
    """Return where an answer holds what a parameter is called; None: nowhere."""
    maker = ValueMaker(references)
    answers = answers_of(creator, references)
    for status in sorted(answers, key=lambda it: (it != "201", it)):
        if not status.startswith(("2", "default")):
            continue
        for media_type, media in _contents(answers[status]):
            if "json" in media_type or media_type == "*/*":
                whole = maker.whole(references.followed(media).get("schema"))
                found = _property(whole, name)
                if found is not None:
                    return (found,)
                for wrapper in _WRAPPERS:
                    inner = maker.whole(mapping(whole.get("properties")).get(wrapper))
                    found = _property(inner, name)
                    if found is not None:
                        return (wrapper, found)
    return None


def _contents(answer: Mapping) -> Iterable[tuple[str, object]]:
    if "schema" in answer:  # version 2
        return [("application/json", answer)]
    return mapping(answer.get("content")).items()


def _property(schema: Mapping, name: str) -> str | None:
    known = {_plain(it): it for it in mapping(schema.get("properties"))}
    wanted = _plain(name)
    ends = [end for end in ("uuid", "id", "key", "name", "slug", "code") if wanted.endswith(end)]
    for it in (wanted, *ends, *(["id"] if ends[:1] == ["uuid"] else [])):
        if it in known:
            return known[it]
    return None


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
