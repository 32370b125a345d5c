"""What an operation is sent: parameters in path, query, header and cookie, and its body."""

from collections.abc import Callable
from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from studio.importer.hiding import Hiding
from studio.importer.json_body import read_json_body
from studio.importer.openapi.made_values import ValueMaker
from studio.importer.openapi.references import References
from studio.importer.tree import Mapping, as_json, is_list, is_mapping, items, mapping, text
from studio.journey.attachment import attachment_name
from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    PartsBody,
    RawBody,
)
from studio.journey.request import QueryField
from studio.journey.template import Text

_FORM = "application/x-www-form-urlencoded"
_PREFERRED = ("application/json", "+json", _FORM, "multipart/form-data", "xml", "text/")


@dataclass(frozen=True, slots=True)
class Making:
    """What values are made with."""

    references: References
    values: ValueMaker
    hiding: Hiding
    where: str


def sample_of(parameter: Mapping, making: Making) -> Any:  # noqa: ANN401  # JSON has no type
    """Return a value for a parameter: its example, or one made from its schema."""
    if "example" in parameter:
        return parameter["example"]
    for example in mapping(parameter.get("examples")).values():
        found = making.references.followed(example)
        if "value" in found:
            return found["value"]
    name = text(parameter.get("name"))
    content = mapping(parameter.get("content"))
    if content:
        return as_json(
            making.values.made(mapping(next(iter(content.values()))).get("schema"), name)
        )
    return making.values.made(parameter.get("schema") or parameter, name)


def query_of(parameter: Mapping, making: Making) -> list[QueryField]:
    """Return the fields of a query parameter; one that need not be sent is off."""
    name, value = text(parameter.get("name")), sample_of(parameter, making)
    is_on = parameter.get("required") is True
    pairs = _exploded(name, value, parameter)
    return [
        QueryField(quote(key, safe="[]-._~$"), _hidden_on_wire(key, shown, making), is_on)
        for key, shown in pairs
        if key
    ]


def plain(value: object) -> str:
    """Return a value as it stands in a path, a header or a field."""
    if is_list(value):
        return ",".join(map(plain, items(value)))
    if is_mapping(value):
        return ",".join(f"{key},{plain(it)}" for key, it in mapping(value).items())
    return text(value)


def body_of(tree: Mapping, parameters: list[Mapping], making: Making) -> tuple[Body, str]:
    """Return the body of an operation, and its Content-Type."""
    if "requestBody" in tree:
        content = mapping(making.references.followed(tree["requestBody"]).get("content"))
        media_type = _best(list(content))
        if not media_type:
            return NO_BODY, ""
        media = making.references.followed(content[media_type])
        return _body(media_type, media.get("schema"), _example(media, making), making)
    consumes = [text(it) for it in items(tree.get("consumes"))]
    consumes = consumes or [text(it) for it in items(making.references.root.get("consumes"))]
    if fields := [it for it in parameters if it.get("in") == "formData"]:
        return _form_data(fields, consumes, making)
    for it in parameters:
        if it.get("in") == "body":
            media_type = _best(consumes) or "application/json"
            example = mapping(it.get("x-examples")).get(media_type)
            return _body(media_type, it.get("schema"), example, making)
    return NO_BODY, ""


def files_in(body: Body) -> list[str]:
    """Return the files a body needs."""
    if isinstance(body, FileBody):
        return [body.file]
    if isinstance(body, PartsBody):
        return [part.file for part in body.parts if isinstance(part, FilePart)]
    return []


def _form_data(fields: list[Mapping], consumes: list[str], making: Making) -> tuple[Body, str]:
    has_file = any(it.get("type") == "file" for it in fields)
    if has_file or "multipart/form-data" in consumes:
        return PartsBody(tuple(_part(it, making) for it in fields)), "multipart/form-data"
    pairs = tuple(
        (text(it.get("name")), _field(it.get("name"), sample_of(it, making), making))
        for it in fields
    )
    return FormBody(pairs), _FORM


def _part(field: Mapping, making: Making) -> FieldPart | FilePart:
    name = text(field.get("name"))
    if field.get("type") == "file":
        return _file_part(name)
    return FieldPart(name, _field(name, sample_of(field, making), making))


def _body(media_type: str, schema: object, example: object, making: Making) -> tuple[Body, str]:
    kind = media_type.partition(";")[0].strip().lower()
    resolved = making.references.followed(schema)
    if kind not in ("application/json", _FORM, "multipart/form-data") and _is_binary(
        resolved, kind
    ):
        return FileBody("upload.bin", media_type), media_type
    value = making.values.made(schema) if example is None else example
    for mark, write in _WRITERS.items():
        if mark in kind:
            return write(value, media_type, resolved, making), media_type
    return RawBody(making.hiding.body(plain(value), kind, making.where), media_type), media_type


def _json(value: object, media_type: str, _: Mapping, making: Making) -> Body:
    written = value if isinstance(value, str) and value.lstrip()[:1] in ("{", "[") else None
    body = read_json_body(
        as_json(value, 2) if written is None else written, making.hiding, making.where
    )
    return RawBody(as_json(value), media_type) if body is None else body


def _form(value: object, _: str, __: Mapping, making: Making) -> Body:
    return FormBody(
        tuple(
            (key, _field(key, it, making))
            for name, inner in mapping(value).items()
            for key, it in _exploded(name, inner, {})
        )
    )


def _multipart(value: object, _: str, schema: Mapping, making: Making) -> Body:
    properties = mapping(making.values.whole(schema).get("properties"))
    given = mapping(value)
    parts: list[FieldPart | FilePart] = []
    for name in dict.fromkeys([*properties, *given]):
        inner = making.references.followed(properties.get(name))
        of = making.references.followed(inner.get("items"))
        if _is_binary(inner, "") or _is_binary(of, ""):
            parts.append(_file_part(name))
        elif name in given:
            is_tree = is_mapping(given[name]) or is_list(given[name])
            shown = as_json(given[name]) if is_tree else plain(given[name])
            kind = "application/json" if is_tree else ""
            parts.append(FieldPart(name, making.hiding.field(name, shown, making.where), kind))
    return PartsBody(tuple(parts))


def _xml(value: object, media_type: str, schema: Mapping, making: Making) -> Body:
    if isinstance(value, str) and value.lstrip().startswith("<"):
        written = value
    else:
        root = text(mapping(schema.get("xml")).get("name")) or "root"
        written = _element(root, value)
    return RawBody(making.hiding.body(written, "text/xml", making.where), media_type)


def _element(name: str, value: object) -> str:
    safe = "".join(sign for sign in name if sign.isalnum() or sign in "_-.") or "item"
    if is_list(value):
        return "".join(_element(name, it) for it in items(value))
    if is_mapping(value):
        inner = "".join(_element(key, it) for key, it in mapping(value).items())
    else:
        inner = text(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<{safe}>{inner}</{safe}>"


_WRITERS: AnyMapping[str, Callable[[object, str, Mapping, Making], Body]] = {
    "json": _json,
    _FORM: _form,
    "multipart/": _multipart,
    "xml": _xml,
}


def _best(media_types: list[str]) -> str:
    for wanted in _PREFERRED:
        for found in media_types:
            if wanted in found.lower():
                return found
    return media_types[0] if media_types else ""


def _example(media: Mapping, making: Making) -> object:
    if "example" in media:
        return media["example"]
    for example in mapping(media.get("examples")).values():
        found = making.references.followed(example)
        if "value" in found:
            return found["value"]
    return None


def _is_binary(schema: Mapping, media_type: str) -> bool:
    if text(schema.get("format")) == "binary" or "contentMediaType" in schema:
        return True
    kind = media_type.partition("/")[0]
    return kind in ("image", "audio", "video") or media_type in (
        "application/octet-stream",
        "application/zip",
        "application/pdf",
    )


def _file_part(name: str) -> FilePart:
    file = attachment_name(f"{name}.bin")
    return FilePart(name, file, file)


def _field(name: object, value: object, making: Making) -> Text:
    return making.hiding.field(text(name), plain(value), making.where)


def _exploded(name: str, value: object, parameter: Mapping) -> list[tuple[str, str]]:
    """Return the pairs a parameter becomes: one for each item, unless it says otherwise."""
    style = text(parameter.get("style")) or text(parameter.get("collectionFormat"))
    if is_list(value):
        if style in ("spaceDelimited", "ssv", "pipeDelimited", "pipes", "csv", "tsv"):
            sign = {"s": " ", "p": "|", "t": "\t"}.get(style[0], ",")
            return [(name, sign.join(map(plain, items(value))))]
        is_joined = parameter.get("explode") is False or ("type" in parameter and style != "multi")
        return [(name, plain(value))] if is_joined else [(name, plain(it)) for it in items(value)]
    if is_mapping(value):
        if style == "deepObject":
            return [(f"{name}[{key}]", plain(it)) for key, it in mapping(value).items()]
        if parameter and parameter.get("explode") is not False:
            return [(key, plain(it)) for key, it in mapping(value).items()]
        return [(name, as_json(value))]
    return [(name, plain(value))]


def _hidden_on_wire(name: str, value: str, making: Making) -> Text:
    hidden = making.hiding.field(name, value, making.where)
    return quote(value, safe="-._~:,", errors="replace") if hidden == value else hidden
