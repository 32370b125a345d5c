"""Correlation: values a server issues and later requests send back, found in one recording."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from studio.journey.finding import Trace, anchor_of, find
from studio.journey.request import Request
from studio.journey.scoring import APPLIED_FROM, OFFERED_FROM, Evidence, reasons_for
from studio.journey.sent_value import SentValue, sent_values
from studio.journey.suggestion import Reason, Suggestion, SuggestionState
from studio.journey.take_making import Way, ways_to_take
from studio.journey.value_rules import Rules, bundled_rules
from studio.journey.variable_naming import variable_name
from studio.journey.worth import may_be_issued, shape_of
from studio.progress import Progress
from studio.recording.exchange import Exchange

_DYNAMIC_SIGNS = 6
"""A shorter value that is new each time may stand in the context of a pattern."""

_FINDING = 0.8
"""How much of the time it takes to look through all answers."""


@dataclass(frozen=True, slots=True)
class Found:
    """A suggestion with what only memory may hold: the value."""

    suggestion: Suggestion
    value: str
    uses: tuple[SentValue, ...]


def correlate(
    requests: Sequence[Request],
    exchanges: Sequence[Exchange],
    began: Mapping[int, int],
    progress: Progress,
    rules: Rules | None = None,
) -> tuple[Found, ...]:
    """Return what answers issue and requests send back, in the order it is issued.

    Args:
        requests: As built from the recording, with nothing taken from answers yet.
        exchanges: All of the recording, with the texts of their answers.
        began: Exchanges that were redirects' doing, each with the one that began them.
        progress: How far it is.
        rules: What values are called; None: the rules that come with the studio.

    Raises:
        CancelledError: It was cancelled.
    """
    uses = _uses(requests)
    first_uses = {value: min(it.slot.exchange for it in its) for value, its in uses.items()}
    traces = find(first_uses, exchanges, began, progress.part(0.0, _FINDING))
    work = _Work(exchanges, traces, uses, rules or bundled_rules())
    found: list[Found] = []
    part = progress.part(_FINDING, 1.0)
    for number, trace in enumerate(traces.values()):
        part.reach(number / len(traces))
        found += work.found(trace)
    found.sort(key=lambda it: (it.suggestion.exchange, it.suggestion.uses[0].exchange))
    taken: set[str] = set()
    return tuple(_named(it, number, taken, work.rules) for number, it in enumerate(found, start=1))


def _uses(requests: Sequence[Request]) -> dict[str, list[SentValue]]:
    found: dict[str, list[SentValue]] = {}
    for request in requests:
        for sent in sent_values(request):
            if may_be_issued(sent.value, sent.name):
                found.setdefault(sent.value, []).append(sent)
    return found


class _Work:
    """Looks for the best way to take each value."""

    def __init__(
        self,
        exchanges: Sequence[Exchange],
        traces: Mapping[str, Trace],
        uses: Mapping[str, Sequence[SentValue]],
        rules: Rules,
    ) -> None:
        self._exchanges = exchanges
        self._uses = uses
        self.rules = rules
        self._dynamic = [it for value in traces for it in _parts(value)]
        self._loaded: tuple[int, Exchange] | None = None

    def found(self, trace: Trace) -> Iterator[Found]:
        """Yield the best suggestion for a value, if any is good enough."""
        value = trace.value
        uses = tuple(self._uses[value])
        best: tuple[int, Way, tuple[Reason, ...], int] | None = None
        for sighting in trace.sightings:
            answered = self._exchange(sighting.answered)
            for way in ways_to_take(value, sighting, answered, self._dynamic):
                evidence = Evidence(
                    value=value,
                    way=way,
                    uses=uses,
                    share_of_answers=trace.answers / max(len(self._exchanges), 1),
                    answer_count=len(self._exchanges),
                    source_path=answered.request.parts.path,
                    is_from_redirect=sighting.part == "address",
                    known=self.rules.known(way.name, *(it.name for it in uses)),
                )
                reasons = reasons_for(evidence)
                score = sum(it.points for it in reasons)
                if best is None or score > best[0]:
                    best = (score, way, reasons, sighting.exchange)
        if best is not None and best[0] >= OFFERED_FROM:
            yield self._suggest(value, uses, *best)

    def _suggest(
        self,
        value: str,
        uses: tuple[SentValue, ...],
        score: int,
        way: Way,
        reasons: tuple[Reason, ...],
        exchange: int,
    ) -> Found:
        is_sure = score >= APPLIED_FROM
        suggestion = Suggestion(
            id="",
            exchange=exchange,
            take=replace(way.take, variable=way.name or "value"),
            uses=tuple(dict.fromkeys(it.slot for it in uses)),
            score=score,
            why=reasons,
            state=SuggestionState.APPLIED if is_sure else SuggestionState.OFFERED,
            value_shape=shape_of(value),
        )
        return Found(suggestion, value, uses)

    def _exchange(self, number: int) -> Exchange:
        if self._loaded is None or self._loaded[0] != number:
            self._loaded = number, self._exchanges[number]
        return self._loaded[1]


def _parts(value: str) -> list[str]:
    """Return what a value is known by in a text, however it is escaped there."""
    anchor = anchor_of(value)
    return [anchor] if len(anchor) >= _DYNAMIC_SIGNS else []


def _named(found: Found, number: int, taken: set[str], rules: Rules) -> Found:
    suggestion, uses = found.suggestion, found.uses
    called = suggestion.take.variable
    in_path = next((it for it in uses if it.slot.where == "path"), None)
    own = [it.name for it in uses if it.slot.where != "path"]
    known = rules.known(called, *own)
    names = [known.variable] if known else [called, *own]
    variable = variable_name(names, in_path.name if in_path else "", taken)
    named = replace(suggestion, id=f"c{number}", take=replace(suggestion.take, variable=variable))
    return replace(found, suggestion=named)
