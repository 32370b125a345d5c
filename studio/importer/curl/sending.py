"""What a command of curl sends: its data, its form, its file → a body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from studio.importer.curl.options import Given, Operation
from studio.importer.hiding import Hiding
from studio.importer.text_body import FORM, body_of
from studio.journey.attachment import attachment_name
from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    PartsBody,
)

_DATA = ("data", "data-ascii", "data-binary", "data-raw", "data-urlencode", "json")
_PART = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|([^;,]*))')
_SETTING = re.compile(r';\s*(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^;]*))')
_TYPE = re.compile(r";\s*type=([\w.+*-]+/[\w.+*-]+(?:;\s*charset=[\w-]+)?)")


@dataclass(frozen=True, slots=True)
class Sent:
    """What a command sends."""

    body: Body = NO_BODY

    query: str = ""
    """What `--get` and `--url-query` add to the address, as on the wire."""

    files: tuple[str, ...] = ()
    """Files it reads, as the command calls them."""

    method: str = "GET"
    """Where none is asked for."""


def sent_by(operation: Operation, media_type: str, hiding: Hiding, where: str) -> Sent:
    """Return what a command sends.

    Args:
        operation: The command.
        media_type: Its Content-Type header; empty: it has none.
        hiding: Takes the secrets out.
        where: For the report.
    """
    query = "&".join(_url_query(it.value.text) for it in operation.all("url-query"))
    uploads = tuple(it.value.text for it in operation.all("upload-file"))
    if uploads:
        return Sent(
            _file(uploads[0], media_type or "application/octet-stream"), query, uploads, "PUT"
        )
    if operation.has("form", "form-string"):
        parts, files = _parts(operation, hiding, where)
        return Sent(PartsBody(parts), query, files, "POST")
    if not operation.has(*_DATA):
        return Sent(query=query)
    pieces, files = _data(operation)
    if operation.has("get"):
        return Sent(query="&".join(filter(None, (*pieces, query))), files=files)
    if operation.has("json"):
        media_type = media_type or "application/json"
    join = "" if operation.has("json") else "&"
    if files and not pieces:
        return Sent(_file(files[0], media_type or FORM), query, files, "POST")
    body = body_of(join.join(pieces), media_type or FORM, hiding, where)
    return Sent(body, query, files, "POST")


def _file(path: str, media_type: str) -> FileBody:
    return FileBody(attachment_name("stdin" if path == "-" else path), media_type)


def _url_query(value: str) -> str:
    return value[1:] if value.startswith("+") else _encoded(value)


def _data(operation: Operation) -> tuple[list[str], tuple[str, ...]]:
    pieces: list[str] = []
    files: list[str] = []
    for given in operation.all(*_DATA):
        text = given.value.text
        if given.name == "data-urlencode":
            name, sign, _ = text.partition("@")
            if sign and "=" not in name:
                files.append(text.partition("@")[2])
            else:
                pieces.append(_encoded(text))
        elif text.startswith("@") and given.name != "data-raw":
            files.append(text[1:])
        else:
            pieces.append(text if given.name != "data" else text.replace("\r", ""))
    return pieces, tuple(files)


def _encoded(text: str) -> str:
    """Return `name=content` with its content percent-encoded, as `--data-urlencode` does."""
    name, sign, content = text.partition("=")
    if not sign:
        return quote(text, safe="-._~", errors="replace")
    return f"{name}{'=' if name else ''}{quote(content, safe='-._~', errors='replace')}"


def _parts(
    operation: Operation, hiding: Hiding, where: str
) -> tuple[tuple[FieldPart | FilePart, ...], tuple[str, ...]]:
    parts = [
        part
        for given in operation.all("form", "form-string")
        for part in _parts_of(given, hiding, where)
    ]
    files = [_path_of(given) for given in operation.all("form")]
    return tuple(parts), tuple(path for paths in files for path in paths)


def _path_of(given: Given) -> list[str]:
    value = given.value.text.partition("=")[2]
    if value[:1] not in ("@", "<"):
        return []
    return [path for path, _ in _file_items(value[1:])]


def _parts_of(given: Given, hiding: Hiding, where: str) -> Iterator[FieldPart | FilePart]:
    name, _, value = given.value.text.partition("=")
    if given.name == "form" and value[:1] in ("@", "<"):
        for path, settings in _file_items(value[1:]):
            filename = settings.get("filename") or path.replace("\\", "/").rpartition("/")[2]
            kind = settings.get("type") or "application/octet-stream"
            yield FilePart(name, attachment_name(path), filename, kind)
        return
    media_type = ""
    if given.name == "form":
        found = _TYPE.search(value)
        media_type = found[1] if found else ""
        value = _unquoted(value[: found.start()] if found else value)
    yield FieldPart(name, hiding.field(name, value, where), media_type)


def _file_items(value: str) -> list[tuple[str, dict[str, str]]]:
    """Return the paths in `a.png,b.png;type=image/png;filename=x`, each with its settings."""
    found: list[tuple[str, dict[str, str]]] = []
    at = 0
    while True:
        path = _PART.match(value, at)
        if path is None:
            return found
        at = path.end()
        settings: dict[str, str] = {}
        while (setting := _SETTING.match(value, at)) is not None:
            settings[setting[1].lower()] = (setting[2] or setting[3] or "").strip()
            at = setting.end()
        found.append(((path[1] or path[2] or "").strip(), settings))
        comma = value.find(",", at)
        if comma < 0:
            return found
        at = comma + 1


def _unquoted(value: str) -> str:
    found = re.fullmatch(r'"((?:[^"\\]|\\.)*)"', value, re.DOTALL)
    if found is None:
        return value
    return re.sub(r"\\([\"\\])", r"\1", found[1])
