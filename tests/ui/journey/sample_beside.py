"""What stands beside the steps of the sample journey."""

from studio.journey.journey import Journey
from studio.journey.wires import wires_of as found_in
from ui.journey.reading_words import drawn_wires
from ui.journey.wire_lanes import Wire


def wires_of(journey: Journey) -> tuple[Wire, ...]:
    return drawn_wires(found_in(journey))
