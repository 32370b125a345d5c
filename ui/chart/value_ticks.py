"""Round values for a vertical axis."""

import math

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_TOPS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)


def round_top(highest: float) -> float:
    """Return a round end for an axis on which `highest` is to be seen, with a little air above."""
    if not math.isfinite(highest) or highest <= 0:
        return 1.0
    wanted = highest * 1.05
    power = 10.0 ** math.floor(math.log10(wanted))
    return next(top * power for top in _TOPS if top * power >= wanted * (1 - 1e-9))


def value_ticks(top: float, most: int) -> tuple[float, ...]:
    """Return round values from 0 up to `top`, evenly apart, at most `most` of them."""
    if not math.isfinite(top) or top <= 0 or most < 2:  # noqa: PLR2004  # 0 and one more
        return (0.0,)
    least = top / (most - 1)
    power = 10.0 ** math.floor(math.log10(least))
    step = next(step * power for step in _STEPS if step * power >= least * (1 - 1e-9))
    return tuple(step * number for number in range(math.floor(top / step + 1e-9) + 1))


def whole_ticks(top: float, most: int) -> tuple[float, ...]:
    """Return the same for what is counted: whole numbers only."""
    return tuple(tick for tick in value_ticks(top, most) if tick == int(tick))
