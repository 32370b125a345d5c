"""Addresses of Postman: a text or an object, with path variables and fields that are off."""

import re
from dataclasses import dataclass, replace
from urllib.parse import quote

from studio.importer.postman.parts import OFF, Reading
from studio.importer.tree import Mapping, is_list, is_mapping, items, mapping, mappings, text
from studio.importer.web_address import path_and_query, split_origin
from studio.journey.request import QueryField
from studio.journey.template import Text
from studio.phrase import Phrase

_PATH_VARIABLE = re.compile(r"(?<=/):([A-Za-z_][\w.-]*)")
_UNSAFE = re.compile(r"[ \"<>`^|]")


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """Where a request goes."""

    origin: str
    """As far as it is known; a placeholder stays where it is not."""

    path: Text
    query: tuple[QueryField, ...]

    user_info: str = ""


def address_in(value: object, reading: Reading) -> FoundAddress:
    """Return where a request goes."""
    url = mapping(value)
    raw = value if isinstance(value, str) else text(url.get("raw")) or _built(url)
    raw = _without_path_variables(raw.strip(), url, reading)
    origin, user_info, rest = _origin_and_rest(raw, reading)
    path, query = path_and_query(
        reading.variables.text(_encoded(rest)), reading.hiding, reading.place
    )
    listed = mappings(url.get("query"))
    if any(it.get("disabled") is True for it in listed):
        query = _with_those_off(query, listed, reading)
    return FoundAddress(origin, path, query, user_info)


def _origin_and_rest(raw: str, reading: Reading) -> tuple[str, str, str]:
    """Return origin, user and the rest; what variables say of an origin is put in its place."""
    head, slash, tail = _head(raw)
    expanded = reading.variables.expanded(head)
    if "{{" in expanded and not re.match(r"https?://[^{]", expanded):
        name, _, behind = expanded.partition("}}")
        if name.startswith("{{") and "/" not in name:  # {{base}}/v1
            return f"{name}}}}}", "", behind + slash + tail
    return split_origin(expanded + slash + tail)


def _head(raw: str) -> tuple[str, str, str]:
    """Return what stands before the path, the sign that begins it, and what follows."""
    match = re.match(r"(?:[A-Za-z][A-Za-z0-9+.-]*|\{\{[^{}]*\}\})?:?//", raw)
    start = match.end() if match else 0
    end = re.compile(r"[/?#]").search(
        re.sub(r"\{\{[^{}]*\}\}", lambda it: "x" * len(it[0]), raw), start
    )
    if end is None:
        return raw, "", ""
    return raw[: end.start()], end[0], raw[end.end() :]


def _built(url: Mapping) -> str:
    """Return the address of an object that has no text for it."""
    host = url.get("host")
    shown = ".".join(map(_segment, items(host))) if is_list(host) else text(host)
    protocol = text(url.get("protocol"))
    port = text(url.get("port"))
    path = url.get("path")
    way = "/".join(map(_segment, items(path))) if is_list(path) else text(path)
    query = "&".join(
        f"{text(it.get('key'))}={text(it.get('value'))}"
        for it in mappings(url.get("query"))
        if it.get("disabled") is not True
    )
    address = f"{protocol}://{shown}" if protocol and "://" not in shown else shown
    address += f":{port}" if port else ""
    address += "/" + way.lstrip("/") if way else ""
    return address + (f"?{query}" if query else "")


def _segment(value: object) -> str:
    return text(mapping(value).get("value")) if is_mapping(value) else text(value)


def _without_path_variables(raw: str, url: Mapping, reading: Reading) -> str:
    """Return an address with values in the place of `:names`."""
    known = {
        text(it.get("key") or it.get("id")): text(it.get("value"))
        for it in mappings(url.get("variable"))
    }
    path, mark, query = raw.partition("?")

    def value(match: re.Match[str]) -> str:
        if known.get(match[1]):
            return quote(known[match[1]], safe="{}$-._~:@!,;")
        if reading.variables.is_defined(match[1]) or match[1] in known:
            return f"{{{{{match[1]}}}}}"
        return match[0]

    return _PATH_VARIABLE.sub(value, path) + mark + query


def _encoded(rest: str) -> str:
    """Return what follows the host with signs encoded that Postman encodes."""
    marked = re.split(r"(\{\{[^{}]*\}\})", rest)
    return "".join(
        part if number % 2 else _UNSAFE.sub(lambda it: quote(it[0]), part)
        for number, part in enumerate(marked)
    )


def _with_those_off(
    query: tuple[QueryField, ...], listed: list[Mapping], reading: Reading
) -> tuple[QueryField, ...]:
    """Return the fields of a query with those that are off, each in its place."""
    sent = list(query)
    names_off = [_wire(it.get("key")) for it in listed if it.get("disabled") is True]
    if len(sent) == len(listed):  # the text has them all
        return tuple(
            replace(field, is_on=it.get("disabled") is not True)
            for field, it in zip(sent, listed, strict=True)
        )
    if len(sent) + len(names_off) != len(listed):
        for name in names_off:
            reading.notes.left_out(
                reading.place, Phrase("importer", "Query field {name}").of(name=name[:80]), OFF
            )
        return query
    found: list[QueryField] = []
    for it in listed:
        if it.get("disabled") is True:
            found.append(_off(it, reading))
        else:
            found.append(sent.pop(0))
    return tuple(found)


def _off(pair: Mapping, reading: Reading) -> QueryField:
    value = reading.variables.text(_wire(pair.get("value")))
    hidden = reading.hiding.field(text(pair.get("key")), value, reading.place)
    return QueryField(_wire(pair.get("key")) or "field", hidden, is_on=False)


def _wire(value: object) -> str:
    return quote(text(value), safe="{}$-._~:@!,;/[]%+", errors="replace")
