"""Long series made as short as the screen is wide."""

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]

MOST_POINTS = 3000
"""So many are drawn as they are."""


def reduce(at_s: Values, values: Values, columns: int) -> tuple[Values, Values]:
    """Return a series whose picture in `columns` pixel columns is the same.

    Of the values that share a column the lowest and the highest stay, so no peak is lost. A column
    is a gap only where all its values are.
    """
    if len(values) <= MOST_POINTS:
        return at_s, values
    size = -(-len(values) // max(1, columns))
    starts = np.arange(0, len(values), size)
    low = np.fmin.reduceat(values, starts)
    high = np.fmax.reduceat(values, starts)
    return np.repeat(at_s[starts], 2), np.stack((low, high), axis=1).ravel()
