"""Parts of a Postman request: its body and its headers."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from studio.importer.carried_over import CarryingOver
from studio.importer.curl.sending import body_of
from studio.importer.hiding import Hiding
from studio.importer.json_body import holes_in
from studio.importer.tree import (
    Mapping,
    as_json,
    is_list,
    is_mapping,
    items,
    mapping,
    mappings,
    text,
)
from studio.importer.variables import Variables
from studio.journey.attachment import attachment_name
from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    Pairs,
    PartsBody,
)
from studio.journey.template import Text
from studio.phrase import Phrase

_LANGUAGES = {
    "json": "application/json",
    "xml": "application/xml",
    "html": "text/html",
    "javascript": "application/javascript",
    "text": "text/plain",
    "graphql": "application/json",
}
OFF = Phrase("importer", "It is turned off.")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a request is read with."""

    variables: Variables
    hiding: Hiding
    notes: CarryingOver
    place: str
    """Where in the collection, for the report."""


def headers_in(value: object, reading: Reading) -> Pairs:
    """Return the headers of a request; those that are off are noted."""
    found: list[tuple[str, Text]] = []
    for pair in _on(_pairs(value), reading, "Header {name}"):
        name = text(pair.get("key")).strip()
        if name:
            found.append(
                (
                    name,
                    reading.hiding.header(
                        name, reading.variables.text(text(pair.get("value"))), reading.place
                    ),
                )
            )
    return tuple(found)


def body_in(value: object, media_type: str, reading: Reading) -> Body:
    """Return the body of a request.

    Args:
        value: As it stands in the collection.
        media_type: The request's Content-Type header; empty: it has none.
        reading: What the request is read with.
    """
    body = mapping(value)
    if not body or body.get("disabled") is True:
        return NO_BODY
    mode = text(body.get("mode"))
    if mode == "raw":
        return _raw(body, media_type, reading)
    if mode in ("file", "binary"):
        return _file(body.get("file"), media_type)
    if mode in _KINDS:
        return _KINDS[mode](body.get(mode), reading)
    if mode:
        reading.notes.left_out(
            reading.place,
            Phrase("importer", "Body of the kind {kind}").of(kind=mode[:40]),
            Phrase("importer", "Nobody knows this kind."),
        )
    return NO_BODY


def _form(value: object, reading: Reading) -> Body:
    pairs = _on(_pairs(value), reading, "Field {name}")
    return FormBody(tuple((text(it.get("key")), _field(it, reading)) for it in pairs))


def _multipart(value: object, reading: Reading) -> Body:
    pairs = _on(_pairs(value), reading, "Field {name}")
    return PartsBody(tuple(part for it in pairs for part in _parts(it, reading)))


def _file(value: object, media_type: str) -> Body:
    path = text(mapping(value).get("src")) or (value if isinstance(value, str) else "")
    if not path:
        return NO_BODY
    return FileBody(attachment_name(path), media_type or "application/octet-stream")


def _raw(body: Mapping, media_type: str, reading: Reading) -> Body:
    raw = text(body.get("raw"))
    if not raw:
        return NO_BODY
    language = text(mapping(mapping(body.get("options")).get("raw")).get("language"))
    kind = media_type or _LANGUAGES.get(language, "text/plain")
    return body_of(reading.variables.text(raw), kind, reading.hiding, reading.place)


def _graphql(value: object, reading: Reading) -> Body:
    graphql = mapping(value)
    variables = graphql.get("variables")
    written = variables if isinstance(variables, str) else as_json(variables) if variables else ""
    found = holes_in(reading.variables.text(written), reading.hiding, reading.place)
    if written.strip() and found is None:
        reading.notes.left_out(
            reading.place,
            Phrase("importer", "Variables of the GraphQL operation"),
            Phrase("importer", "They are no JSON."),
        )
    kept, holes = found or ("", ())
    query = text(graphql.get("query"))
    return GraphqlBody(query, kept, holes, text(graphql.get("operationName")))


def _field(pair: Mapping, reading: Reading) -> Text:
    value = reading.variables.text(text(pair.get("value")))
    return reading.hiding.field(text(pair.get("key")), value, reading.place)


def _parts(pair: Mapping, reading: Reading) -> list[FieldPart | FilePart]:
    name, kind = text(pair.get("key")), text(pair.get("contentType"))
    if pair.get("type") != "file":
        return [FieldPart(name, _field(pair, reading), kind)]
    source = pair.get("src")
    paths = [text(it) for it in (items(source) if is_list(source) else [source]) if it]
    for path in paths:
        reading.notes.adapted(
            reading.place,
            Phrase("importer", "File {file}").of(file=path[:200]),
            Phrase("importer", "It is not part of the collection: choose the file to send."),
        )
    if not paths:
        reading.notes.left_out(
            reading.place,
            Phrase("importer", "File of the field {name}").of(name=name[:80]),
            Phrase("importer", "No file is chosen there."),
        )
    return [
        FilePart(
            name,
            attachment_name(path.replace("\\", "/")),
            path.replace("\\", "/").rpartition("/")[2],
            kind or "application/octet-stream",
        )
        for path in paths
    ]


def _pairs(value: object) -> list[Mapping]:
    """Return names and values: a list, a mapping, or lines `Name: value`."""
    if isinstance(value, str):
        lines = (line.partition(":") for line in value.splitlines() if ":" in line)
        return [{"key": name.strip(), "value": rest.strip()} for name, _, rest in lines]
    if is_mapping(value):
        return [{"key": name, "value": inner} for name, inner in mapping(value).items()]
    return mappings(value)


def _on(pairs: Iterable[Mapping], reading: Reading, what: str) -> list[Mapping]:
    found: list[Mapping] = []
    for pair in pairs:
        if pair.get("disabled") is True:
            reading.notes.left_out(
                reading.place, _named(what).of(name=text(pair.get("key"))[:80]), OFF
            )
        else:
            found.append(pair)
    return found


def _named(what: str) -> Phrase:
    if what.startswith("Header"):
        return Phrase("importer", "Header {name}")
    return Phrase("importer", "Field {name}")


_KINDS: dict[str, Callable[[object, Reading], Body]] = {
    "urlencoded": _form,
    "formdata": _multipart,
    "graphql": _graphql,
}
