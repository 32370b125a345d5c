"""What a run is called above its charts: its scenario, and how large its load is to be."""

from studio.phrase import Phrase
from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.scenario import Scenario
from ui.widget.figures import rate


def title_words(scenario: Scenario) -> Phrase:
    """Return the title of a run of this scenario."""
    match scenario.load:
        case ArrivalRate() as load:
            words = Phrase("run", "{scenario} · {rate} starts/s")
            return words.of(scenario=scenario.name, rate=rate(load.most_per_s))
        case LimitSearch():
            return Phrase("run", "{scenario} · find the limit").of(scenario=scenario.name)
        case load:
            words = Phrase("run", "{scenario} · %n user(s)", "", 1)
            return words.of(n=load.most_users, scenario=scenario.name)
