"""What a load comes to, in one sentence."""

from studio.phrase import Phrase
from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape
from ui.widget.figures import count, duration, rate


def load_sentence(load: LoadShape) -> Phrase:
    """Return how long a load takes, and how large it gets."""
    length = duration(load.duration_s)
    match load:
        case ArrivalRate():
            words = Phrase(
                "run", "Takes {length}, and starts about {starts} journeys, up to {rate} a second."
            )
            starts = count(load.starts_until(load.duration_s))
            return words.of(length=length, starts=starts, rate=rate(load.most_per_s))
        case LimitSearch():
            words = Phrase(
                "run", "Takes {length} at most, and ends where a goal breaks or nothing is gained."
            )
            return words.of(length=length)
        case _:
            words = Phrase("run", "Takes {length}, with up to {users} virtual users.")
            return words.of(length=length, users=count(load.most_users))
