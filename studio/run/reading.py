"""An engine's rows → measurements and health."""

from collections.abc import Mapping, Sequence

from studio.engine.load_course import Starts
from studio.engine.load_messages import Row
from studio.errors import ProtocolError
from studio.measurement.histogram import Histogram
from studio.measurement.measurement import Endpoint, Measurement
from studio.measurement.packing import PackingError, unpack_text
from studio.measurement.starts import StartTally
from studio.phrase import Phrase


def read_rows(
    at_s: int, rows: Sequence[Row], endpoints: Mapping[int, Endpoint]
) -> tuple[Measurement, ...]:
    """Return the rows of one second as measurements.

    Raises:
        ProtocolError: A row names an endpoint that was never told of, or is damaged.
    """
    try:
        return tuple(_measurement(at_s, row, endpoints[row.endpoint]) for row in rows)
    except (KeyError, PackingError) as error:
        raise ProtocolError(
            Phrase("engine", "The engine told of second {second} what cannot be.").of(second=at_s)
        ) from error


def read_starts(starts: Starts) -> StartTally:
    """Return the starts of one second.

    Raises:
        ProtocolError: They are damaged.
    """
    try:
        late = Histogram(
            unpack_text(starts.late), starts.late_sum_us, starts.late_min_us, starts.late_max_us
        )
    except PackingError as error:
        raise ProtocolError(
            Phrase("engine", "The engine told of journeys started what cannot be.")
        ) from error
    tally = StartTally()
    tally.add(starts.planned, starts.started, starts.missed, late)
    return tally


def _measurement(at_s: int, row: Row, endpoint: Endpoint) -> Measurement:
    times = Histogram(unpack_text(row.counts), row.sum_us, row.min_us, row.max_us)
    return Measurement(at_s, endpoint, row.outcome, times, row.received_bytes)
