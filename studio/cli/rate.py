"""Rates as people type them: `5/s`, `300/m`, `1200/h`, or `5`, which is a second's."""

import math
import re

import click

_UNITS_S = {"h": 3600.0, "m": 60.0, "s": 1.0, "": 1.0}
_RATE = re.compile(r"(\d+(?:\.\d+)?)(?:/([hms]))?")


class Rate(click.ParamType[float]):
    """A number per second."""

    name = "rate"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return how many per second a text means."""
        found = _RATE.fullmatch(str(value).strip().lower().replace(" ", ""))
        if found is None or not math.isfinite(float(found[1])):
            self.fail(f"{value!r} is no rate; write 5/s, 300/m or 1200/h.", param, ctx)
        return float(found[1]) / _UNITS_S[found[2] or ""]
