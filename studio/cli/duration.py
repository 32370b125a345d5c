"""Durations as people type them: `45s`, `4m`, `1h30m`."""

import re

import click

_UNITS_S = {"h": 3600.0, "m": 60.0, "s": 1.0, "": 1.0}
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([hms]?)")


class Duration(click.ParamType[float]):
    """A duration in seconds."""

    name = "duration"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the seconds a text means."""
        text = str(value).strip().lower().replace(" ", "")
        parts = _PART.findall(text)
        if not parts or "".join(number + unit for number, unit in parts) != text:
            self.fail(f"{value!r} is no duration; write 45s, 4m or 1h30m.", param, ctx)
        return sum(float(number) * _UNITS_S[unit] for number, unit in parts)
