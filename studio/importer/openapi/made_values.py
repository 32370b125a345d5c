"""A schema → one value that keeps to it: example, default, enum, or made from its bounds."""

import math
import re
from collections.abc import Callable
from typing import Any

from studio.importer.openapi.references import References
from studio.importer.tree import Mapping, is_mapping, items, mapping, mappings, text

_DEEPEST = 7
_MOST_VALUES = 1_500
_LARGEST = 1e18
_SMALLEST = 1e-9
_FORMATS = {
    "date": "2026-01-15",
    "date-time": "2026-01-15T10:30:00Z",
    "time": "10:30:00Z",
    "duration": "PT1H",
    "email": "user@example.com",
    "idn-email": "user@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/",
    "url": "https://example.com/",
    "uri-reference": "/example",
    "iri": "https://example.com/",
    "uuid": "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    "byte": "dGV4dA==",
    "base64": "dGV4dA==",
    "json-pointer": "/a",
    "regex": ".*",
}
_WORDS = """
    text a A 1 12 123 1234 12345 123456 abc ABC Abc a1 A1 2026-01-15 10:30 10:30:00
    2026-01-15T10:30:00Z 1.0 1.0.0 v1 #336699 +491701234567 555-1234 EUR EU en en-US
    user@example.com example.com https://example.com /a a-b a_b a/b 0x1 192.0.2.1 00:11:22:33:44:55
    3fa85f64-5717-4562-b3fc-2c963f66afa6 507f1f77bcf86cd799439011 true a:b
"""
_TRIED = (*_WORDS.split(), "")


class ValueMaker:
    """Makes values for requests; what only a server sends is left out."""

    def __init__(self, references: References) -> None:
        self._references = references
        self._left = _MOST_VALUES

    def made(self, schema: object, name: str = "") -> Any:  # noqa: ANN401  # JSON has no type
        """Return one value that keeps to a schema."""
        self._left = _MOST_VALUES
        return self._value(schema, name, 0)

    def whole(self, schema: object) -> Mapping:
        """Return a schema with all it is made of."""
        return self._merged(schema, 0)

    def _value(self, schema: object, name: str, depth: int) -> Any:  # noqa: ANN401
        self._left -= 1
        it = self._merged(schema, 0)
        for key in ("example", "default", "const"):
            if key in it:
                return it[key]
        if items(it.get("examples")):
            return items(it["examples"])[0]
        if items(it.get("enum")):
            return next((value for value in items(it["enum"]) if value is not None), None)
        kind = _kind(it)
        if kind == "object":
            return self._object(it, depth)
        if kind == "array":
            return self._array(it, name, depth)
        return _SCALARS.get(kind, _text)(it)

    def _object(self, it: Mapping, depth: int) -> dict[str, Any]:
        required = {text(name) for name in items(it.get("required"))}
        found: dict[str, Any] = {}
        for name, inner in mapping(it.get("properties")).items():
            schema = self._references.followed(inner)
            is_needed = name in required
            if schema.get("readOnly") is True or (
                schema.get("deprecated") is True and not is_needed
            ):
                continue
            if not is_needed and (depth >= _DEEPEST or self._left <= 0):
                continue
            if depth > _DEEPEST * 3:
                continue
            found[name] = self._value(inner, name, depth + 1)
        for name in required - set(found):
            if not _is_read_only(it, name, self._references):
                found[name] = "text"
        self._complete(it, found, depth)
        return found

    def _complete(self, it: Mapping, found: dict[str, Any], depth: int) -> None:
        """Add what says which alternative was chosen, and one key where any is allowed."""
        discriminator = mapping(it.get("discriminator"))
        if (key := text(discriminator.get("propertyName"))) and it.get("x-chosen"):
            found[key] = _discriminating(discriminator, text(it["x-chosen"]))
        extra = it.get("additionalProperties")
        if not found and is_mapping(extra) and depth < _DEEPEST and self._left > 0:
            found["key"] = self._value(extra, "key", depth + 1)

    def _is_sent(self, schema: object, depth: int, *, is_needed: bool) -> bool:
        it = self._references.followed(schema)
        if it.get("readOnly") is True or depth > _DEEPEST * 3:
            return False
        may_be = it.get("deprecated") is not True and depth < _DEEPEST and self._left > 0
        return is_needed or may_be

    def _array(self, it: Mapping, name: str, depth: int) -> list[Any]:
        least = it.get("minItems")
        count = least if isinstance(least, int) and least > 0 else 1
        if depth >= _DEEPEST or self._left <= 0:
            count = count if isinstance(least, int) else 0
        if it.get("maxItems") == 0:
            return []
        found = [self._value(it.get("items"), name, depth + 1) for _ in range(min(count, 20))]
        if it.get("uniqueItems") is True and len(found) > 1:
            found = [_varied(value, number) for number, value in enumerate(found)]
        return found

    def _merged(self, schema: object, depth: int) -> Mapping:
        """Return a schema with all it is made of, and the first of its alternatives."""
        it = self._references.followed(schema)
        if depth > _DEEPEST:
            return it
        for part in items(it.get("allOf")):
            it = _both(self._merged(part, depth + 1), {k: v for k, v in it.items() if k != "allOf"})
        for key in ("oneOf", "anyOf"):
            parts = mappings(it.get(key))
            part = next((p for p in parts if text(p.get("type")) != "null"), None)
            if part is not None:
                rest = {k: v for k, v in it.items() if k != key}
                it = _both(self._merged(part, depth + 1), rest)
                it["x-chosen"] = text(part.get("$ref")) or it.get("x-chosen", "")
        return it


def _both(one: Mapping, other: Mapping) -> dict[str, Any]:
    merged = {**one, **other}
    properties = {**mapping(one.get("properties")), **mapping(other.get("properties"))}
    if properties:
        merged["properties"] = properties
    required = [*items(one.get("required")), *items(other.get("required"))]
    if required:
        merged["required"] = required
    return merged


def _kind(it: Mapping) -> str:
    kind = it.get("type")
    if items(kind):
        kind = next((text(found) for found in items(kind) if found != "null"), "")
    if isinstance(kind, str) and kind:
        return kind
    if "properties" in it or "additionalProperties" in it or "required" in it:
        return "object"
    return "array" if "items" in it else "string"


def _is_read_only(it: Mapping, name: str, references: References) -> bool:
    return references.followed(mapping(it.get("properties")).get(name)).get("readOnly") is True


def _discriminating(discriminator: Mapping, chosen: str) -> str:
    for value, target in mapping(discriminator.get("mapping")).items():
        if text(target) == chosen or text(target) == chosen.rpartition("/")[2]:
            return value
    return chosen.rpartition("/")[2]


def _varied(value: object, number: int) -> object:
    if number == 0 or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return value + number
    return f"{value}{number}" if isinstance(value, str) else value


def _bound(it: Mapping, key: str, exclusive: str, step: float) -> float | None:
    bound, edge = it.get(key), it.get(exclusive)
    limit, beyond = _number_of(edge), _number_of(bound)
    if limit is not None:
        return limit + step
    return None if beyond is None else beyond + (step if edge is True else 0)


def _number_of(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > _LARGEST:
        return None
    return float(value) if math.isfinite(value) else None


def _number(it: Mapping, step: float) -> float:
    low = _bound(it, "minimum", "exclusiveMinimum", step)
    high = _bound(it, "maximum", "exclusiveMaximum", -step)
    value = 1.0 if low is None else low
    value = value if high is None or value <= high else high
    multiple = _number_of(it.get("multipleOf"))
    if multiple is not None and multiple > _SMALLEST:
        value = math.ceil(value / multiple) * multiple
    return value


def _integer(it: Mapping) -> int:
    return math.ceil(_number(it, 1))


def _decimal(it: Mapping) -> float:
    value = _number(it, 0.5)
    return int(value) if value == int(value) else value


def _text(it: Mapping) -> str:
    known = _FORMATS.get(text(it.get("format")))
    least, most = it.get("minLength"), it.get("maxLength")
    low = least if isinstance(least, int) else 0
    high = most if isinstance(most, int) else 1_000_000
    pattern = it.get("pattern")
    if isinstance(pattern, str):
        found = _matching(pattern, low, high)
        if found is not None:
            return found
    value = known or "text"
    if len(value) < low:
        value += "x" * (min(low, 10_000) - len(value))
    return value[: max(high, 0)]


def _matching(pattern: str, low: int, high: int) -> str | None:
    """Return one of a few usual texts that a pattern allows; None: none of them."""
    if len(pattern) > 200 or re.search(r"[+*}]\)?[+*{]", pattern):  # noqa: PLR2004  # may never end
        return None
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return None
    for tried in _TRIED:
        for value in (tried, tried * max(1, -(-low // max(1, len(tried)))), tried[:high]):
            if low <= len(value) <= high and compiled.search(value[:100]):
                return value
    return None


_SCALARS: dict[str, Callable[[Mapping], Any]] = {
    "integer": _integer,
    "number": _decimal,
    "boolean": lambda _: True,
    "null": lambda _: None,
    "string": _text,
    "file": lambda _: "",
}
