"""Round moments for the time axis of a run."""

import math

_STEPS_S = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200)
_DAY_S = 86400


def time_ticks(first_s: float, last_s: float, most: int) -> tuple[int, ...]:
    """Return round moments between two moments, evenly apart, at most `most` of them."""
    span_s = last_s - first_s
    if not math.isfinite(span_s) or span_s <= 0 or most < 1:
        return ()
    gaps = max(1, most - 1)
    step_s = next((step for step in _STEPS_S if span_s / step <= gaps), None)
    if step_s is None:
        step_s = _DAY_S * math.ceil(span_s / _DAY_S / gaps)
    begin = math.ceil(first_s / step_s)
    return tuple(step_s * number for number in range(begin, math.floor(last_s / step_s) + 1))
