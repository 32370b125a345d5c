"""JSON paths as text, such as `$.items[*].id`, and as the steps a take follows.

The text is a part of RFC 9535: names, indexes, one wildcard for any item, and one kind of filter,
`[?(@.name == "x")]`, for the first item with a value.
"""

import json
import re

from studio.errors import StudioError
from studio.journey.take import AnyItem, ItemWhere, JsonPath, JsonStep
from studio.phrase import Phrase

_NAME = r"[A-Za-z_\u0080-\U0010ffff][A-Za-z0-9_\u0080-\U0010ffff-]*"
_TEXT = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
_STEP = re.compile(
    rf"\.(?P<name>{_NAME}|\d+)"
    rf"|\[(?P<index>-?\d{{1,9}})\]"
    rf"|(?P<any>\[\*\]|\.\*)"
    rf"|\[(?P<key>{_TEXT})\]"
    rf"|\[\?\(?@\.(?P<where>{_NAME})\s*==\s*(?P<value>{_TEXT}|-?\d{{1,18}}|true|false)\)?\]"
)


class JsonPathError(StudioError):
    """A text that is no JSON path a take could follow."""


def read_json_path(shown: str) -> JsonPath:
    """Return the steps of a JSON path.

    Raises:
        JsonPathError: It is no path, or one with more than this part of JSONPath.
    """
    text = shown.strip(" \t\r\n")  # a key may end in any other space
    rest = text.removeprefix("$")
    if rest == text and rest[:1] not in ("[", "."):
        rest = f".{rest}"
    found: list[JsonStep] = []
    while rest:
        match = _STEP.match(rest)
        if match is None:
            raise _refusal(shown)
        found.append(_step(match))
        rest = rest[match.end() :]
    return tuple(found)


def json_path_text(path: JsonPath) -> str:
    """Return a JSON path as text; `read_json_path` gives it back."""
    return "$" + "".join(map(_shown, path))


def _step(match: re.Match[str]) -> JsonStep:
    if match["name"] is not None:
        return match["name"]
    if match["index"] is not None:
        return int(match["index"])
    if match["any"] is not None:
        return AnyItem()
    if match["key"] is not None:
        return _text(match["key"])
    value = match["value"]
    if value in ("true", "false"):
        return ItemWhere(match["where"], value == "true")
    return ItemWhere(match["where"], _text(value) if value[0] in "\"'" else int(value))


def _shown(step: JsonStep) -> str:
    match step:
        case str():
            return f".{step}" if re.fullmatch(_NAME, step) else f"[{json.dumps(step)}]"
        case int():
            return f"[{step}]"
        case AnyItem():
            return "[*]"
        case ItemWhere(key, value):
            return f"[?(@.{key} == {json.dumps(value)})]"


def _text(quoted: str) -> str:
    """Return what stands between quotes."""
    if quoted[0] == "'":
        inner = quoted[1:-1].replace("\\'", "'").replace('"', '\\"')
        quoted = f'"{inner}"'
    try:
        text: str = json.loads(quoted, strict=False)
    except ValueError as error:
        raise _refusal(quoted) from error
    return text


def _refusal(shown: str) -> JsonPathError:
    return JsonPathError(
        Phrase("journey", "“{path}” is no place in a JSON answer.").of(path=shown[:100]),
        remedy=Phrase("journey", "Write it like $.items[0].id or $.items[*].id."),
    )
