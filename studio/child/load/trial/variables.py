"""RUNS IN A CHILD PROCESS. What a user and its step know at a moment, as names and texts."""
# pyright: basic

import json
from collections.abc import Iterator
from types import FrameType
from typing import Any

from locust import TaskSet, User

_LONGEST_VALUE = 2000
_MOST_VARIABLES = 100
_NEVER = frozenset({"environment", "client", "tasks", "fullname", "host", "wait_time"})
_PLAIN = (str, int, float, bool, type(None), list, dict, tuple)


def variables_at(frame: FrameType | None, user: Any) -> list[tuple[str, str]]:
    """Return the variables of the step that a frame belongs to, and those of its user.

    Args:
        frame: Of a method of the user; None: only the user's own are known.
        user: The user.
    """
    found = dict(_known(vars(user)))
    if frame is not None:
        found |= dict(_known(frame.f_locals))
    return list(found.items())[:_MOST_VARIABLES]


def step_frame(frame: FrameType | None, file: str) -> FrameType | None:
    """Return the innermost frame of the file that is a method of a user or of its tasks."""
    while frame is not None:
        is_own = frame.f_code.co_filename.endswith(file)
        if is_own and isinstance(frame.f_locals.get("self"), User | TaskSet):
            return frame
        frame = frame.f_back
    return None


def _known(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in list(values.items()):
        if name.startswith("_") or name in _NEVER or not isinstance(value, _PLAIN):
            continue
        if isinstance(value, dict) and value and all(isinstance(it, str) for it in value):
            for key, within in value.items():  # a row of a data file
                if isinstance(within, str | int | float | bool):
                    yield f"{name}.{key}"[:200], _shown(within)
        else:
            yield name[:200], _shown(value)


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value[:_LONGEST_VALUE]
    try:
        return json.dumps(value, ensure_ascii=False, default=str)[:_LONGEST_VALUE]
    except (TypeError, ValueError, RecursionError):
        return str(type(value).__name__)
