"""What a sampler sends: arguments as a query or a form, a text, files."""

from collections.abc import Iterable, Sequence
from urllib.parse import quote, unquote_plus
from xml.etree.ElementTree import Element

from studio.importer.jmx.parts import Part, text_in
from studio.importer.jmx.reading import Around, Reading
from studio.importer.text_body import body_of
from studio.importer.web_address import on_wire
from studio.journey.attachment import attachment_name
from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    PartsBody,
)
from studio.journey.request import QueryField
from studio.journey.template import Text, joined, pieces_of
from studio.phrase import Phrase

_IN_QUERY = ("GET", "HEAD", "OPTIONS", "DELETE", "TRACE")


def sends_in_query(method: str) -> bool:
    """Return whether a method sends its arguments in the address."""
    return method in _IN_QUERY


def query_of(
    defaults: Sequence[tuple[str, str]],
    arguments: Sequence[Element],
    method: str,
    reading: Reading,
    place: str,
    *,
    is_raw: bool,
) -> tuple[QueryField, ...]:
    """Return the fields of the query that arguments are."""
    if not sends_in_query(method) or is_raw:
        return ()
    names = {_name(it) for it in arguments}
    given = [(name, value, True) for name, value in defaults if name not in names]
    given += [(_name(it), text_in(it, "Argument.value"), _is_encoded(it)) for it in arguments]
    return tuple(
        _field(name, value, reading, place, is_encoded=is_encoded)
        for name, value, is_encoded in given
        if name
    )


def body_in(
    part: Part,
    arguments: Sequence[Element],
    files: Sequence[Element],
    around: Around,
    reading: Reading,
) -> Body:
    """Return the body of a sampler."""
    paths = [_path(it, reading, around.place) for it in files]
    given = [(it, path) for it, path in zip(files, paths, strict=True) if path]
    _note_files([path for _, path in given], reading, around.place)
    is_raw = part.flag("HTTPSampler.postBodyRaw") or (
        bool(arguments) and not any(map(_name, arguments))
    )
    if given and not arguments and not text_in(given[0][0], "File.paramname"):
        kind = text_in(given[0][0], "File.mimetype") or "application/octet-stream"
        return FileBody(attachment_name(given[0][1]), kind)
    if given or (part.flag("HTTPSampler.DO_MULTIPART_POST") and arguments and not is_raw):
        return PartsBody((*_parts(arguments, reading, around.place), *_files(given)))
    if is_raw:
        return _raw(arguments, around, reading)
    pairs = [(_name(it), _value(it, reading, around.place)) for it in arguments if _name(it)]
    return FormBody(tuple(pairs)) if pairs else NO_BODY


def _raw(arguments: Sequence[Element], around: Around, reading: Reading) -> Body:
    raw = "".join(text_in(it, "Argument.value") for it in arguments)
    if not raw:
        return NO_BODY
    kind = next((value for name, value in around.headers if name.lower() == "content-type"), "")
    media_type = kind if isinstance(kind, str) and kind else "text/plain"
    text = reading.expressions.text(raw, around.place)
    return body_of(text, media_type, reading.hiding, around.place)


def _parts(arguments: Iterable[Element], reading: Reading, place: str) -> list[FieldPart]:
    return [
        FieldPart(_name(it), _value(it, reading, place), text_in(it, "HTTPArgument.content_type"))
        for it in arguments
        if _name(it)
    ]


def _files(given: Iterable[tuple[Element, str]]) -> list[FilePart]:
    return [
        FilePart(
            text_in(it, "File.paramname") or "file",
            attachment_name(path),
            path.replace("\\", "/").rpartition("/")[2],
            text_in(it, "File.mimetype") or "application/octet-stream",
        )
        for it, path in given
    ]


def _note_files(paths: Iterable[str], reading: Reading, place: str) -> None:
    for path in paths:
        reading.notes.adapted(
            place,
            Phrase("importer", "File {file}").of(file=path[:200]),
            Phrase("importer", "It is not part of the plan: choose the file to send."),
        )


def _path(file: Element, reading: Reading, place: str) -> str:
    return reading.expressions.value(text_in(file, "File.path"), place).replace("\\", "/")


def _name(argument: Element) -> str:
    return text_in(argument, "Argument.name")


def _is_encoded(argument: Element) -> bool:
    """Return whether JMeter encodes an argument; otherwise it stands there as on the wire."""
    return text_in(argument, "HTTPArgument.always_encode", "false").strip() == "true"


def _value(argument: Element, reading: Reading, place: str) -> Text:
    value = reading.expressions.text(text_in(argument, "Argument.value"), place)
    if not _is_encoded(argument) and isinstance(value, str) and "%" in value:
        value = unquote_plus(value)
    return reading.hiding.field(_name(argument), value, place)


def _field(name: str, raw: str, reading: Reading, place: str, *, is_encoded: bool) -> QueryField:
    value = reading.hiding.field(name, reading.expressions.text(raw, place), place)
    shown_name = reading.expressions.value(name, place)
    if not is_encoded:
        return QueryField(_text(on_wire(shown_name)), on_wire(value))
    encoded = joined(
        quote(it, safe="-._~", errors="replace") if isinstance(it, str) else it
        for it in pieces_of(value)
    )
    return QueryField(quote(shown_name, safe="-._~[]", errors="replace"), encoded)


def _text(text: Text) -> str:
    return text if isinstance(text, str) else ""
