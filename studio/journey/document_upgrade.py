"""Documents of older versions → the present one, one function a version."""

from collections.abc import Iterator
from typing import Any, cast


def upgraded(document: Any) -> Any:  # noqa: ANN401  # JSON is untyped until it is read
    """Return a document as the present version writes it; whatever else it is stays as it was."""
    if isinstance(document, dict):
        given = cast("dict[str, Any]", document)
        if given.get("version") == 1:
            _from_1_to_2(given)
    return cast("Any", document)


def _from_1_to_2(document: dict[str, Any]) -> None:
    """Let a request have several checks, and steps stand in blocks."""
    document["version"] = 2
    for journey in _dicts(document.get("journeys")):
        for section in ("once", "again"):
            for step in _dicts(journey.get(section)):
                step["kind"] = "step"
                for request in _dicts(step.get("requests")):
                    if check := request.pop("check", None):
                        request["checks"] = [check]


def _dicts(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in cast("list[object]", value):
            if isinstance(item, dict):
                yield cast("dict[str, Any]", item)
