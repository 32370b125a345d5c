"""Templates of Insomnia → placeholders: names, and tags such as `{% response … %}`."""

import base64
import binascii
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from studio.importer.placeholders import replaced
from studio.journey.json_path import JsonPathError, read_json_path
from studio.journey.take import JsonPath

_TAG = re.compile(r"\{%\s*(\w+)([^%]{0,2000}?)%\}")
_ARGUMENT = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"|([^\s,'\"]+)")
_NAME = re.compile(r"(\{\{\s*)_\.")
_BASE64 = re.compile(r"b64::([A-Za-z0-9+/=_-]*)::46b")
_BRACKETS = re.compile(r"""_\[\s*['"]([^'"]+)['"]\s*\]""")


@dataclass(slots=True)
class Tags:
    """Reads templates; remembers which requests have to give a value."""

    takes: dict[str, dict[str, str]] = field(default_factory=dict[str, dict[str, str]])
    """By the id of a request: a name, and the line of a script that sets it."""

    left: dict[str, None] = field(default_factory=dict[str, None])
    """Tags that nothing stands for."""

    def read(self, text: str) -> str:
        """Return a text with placeholders in place of its tags, as far as there is one."""
        if "{" not in text:
            return text
        text = _TAG.sub(self._tag, text)
        return replaced(_NAME.sub(r"\1", text), _plain_name)

    def _tag(self, match: re.Match[str]) -> str:
        given = [it[0] or it[1] or it[2] for it in _ARGUMENT.findall(match[2])]
        known = self._response if match[1] == "response" else _KNOWN.get(match[1])
        name = known(given) if known else None
        if name is None:
            self.left[match[0][:200]] = None
            return match[0]
        return f"{{{{{name}}}}}"

    def _response(self, given: list[str]) -> str | None:
        if len(given) < 2:  # noqa: PLR2004  # what is taken, and from whom
            return None
        what, request = given[0], given[1]
        wanted = _decoded(given[2]) if len(given) > 2 else ""  # noqa: PLR2004  # and where
        value = _value_of(what, wanted)
        if value is None:
            return None
        name = _name_of(what, wanted, request)
        line = f"pm.environment.set({json.dumps(name)}, {value});"
        self.takes.setdefault(request, {})[name] = line
        return name


def _value_of(what: str, wanted: str) -> str | None:
    """Return how a script would say what is taken."""
    if what == "header" and wanted:
        return f"pm.response.headers.get({json.dumps(wanted)})"
    if what != "body" or not wanted.startswith("$"):
        return None
    try:
        path: JsonPath = read_json_path(wanted)
    except JsonPathError:
        return None
    if not path or not all(isinstance(step, str | int) for step in path):
        return None
    return "pm.response.json()" + "".join(f"[{json.dumps(step)}]" for step in path)


def _name_of(what: str, wanted: str, request: str) -> str:
    words = re.findall(r"[A-Za-z0-9]+", wanted)[-2:] or [what]
    return "_".join(("taken", *words, re.sub(r"[^A-Za-z0-9]+", "", request)[-6:]))


def _decoded(argument: str) -> str:
    found = _BASE64.fullmatch(argument)
    if found is None:
        return argument
    try:
        return base64.b64decode(found[1], validate=False).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _plain_name(name: str) -> str:
    found = _BRACKETS.fullmatch(name)
    if found is not None:
        return f"{{{{{found[1]}}}}}"
    plain = name.partition("|")[0].strip()  # a filter
    return f"{{{{{plain}}}}}"


def _now(given: list[str]) -> str:
    kind = given[0] if given else "iso-8601"
    return {"unix": "$timestamp", "millis": "$timestampMs"}.get(kind, "$isoTimestamp")


_KNOWN: dict[str, Callable[[list[str]], str | None]] = {
    "uuid": lambda _: "$guid",
    "now": _now,
    "timestamp": lambda _: "$timestampMs",
    "faker": lambda given: f"${given[0]}" if given else None,
    "prompt": lambda given: given[0] if given and re.fullmatch(r"[\w .-]+", given[0]) else None,
}
