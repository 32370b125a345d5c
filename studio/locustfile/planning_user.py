"""One journey → the user class that walks it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from studio.journey.data_file import DataFile, RowUse
from studio.journey.journey import Journey, Tls
from studio.journey.journey_error import JourneyError
from studio.journey.node import Step
from studio.journey.order import Order
from studio.journey.uses import sources_in, sources_in_node, sources_of
from studio.journey.walk import only_steps, walked_part
from studio.locustfile.identifiers import method_name, row_name
from studio.locustfile.plan import PlannedStep, PlannedTake, PlannedTls, PlannedUser
from studio.locustfile.planning_chain import transitions_of
from studio.locustfile.planning_headers import headers_node, uses_basic
from studio.locustfile.planning_manner import fixed_headers, manner_of
from studio.locustfile.planning_request import Manner, plan_request
from studio.locustfile.planning_text import Names
from studio.locustfile.unwritten import refuse_unwritten
from studio.locustfile.variables import PlacedVariables, place_variables
from studio.phrase import Phrase
from studio.scenario.target import MAIN_HOST


@dataclass(frozen=True, slots=True)
class Given:
    """What the whole file gives to its user classes."""

    constants: Mapping[str, str]
    """Secret → constant."""

    feeds: Mapping[str, str]
    """Data file → feed."""

    data_files: Mapping[str, DataFile]
    """By name."""

    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    """Variable of the target → constant."""

    hosts: Mapping[str, str] = field(default_factory=dict[str, str])
    """Further host of the target → constant."""

    names: frozenset[str] = frozenset()
    """All that the file itself gives a name to: no local variable may hide it."""

    files: Mapping[str, str] = field(default_factory=dict[str, str])
    """Attachment → the constant that holds its bytes."""

    tls: Mapping[Tls, PlannedTls] = field(default_factory=dict[Tls, PlannedTls])
    """How each way to trust connections is written."""

    def is_own(self, source: str) -> bool:
        """Return whether a user keeps its row of a data file for as long as it lives."""
        known = self.data_files.get(source)
        return known is not None and known.rows is RowUse.OWN


@dataclass(frozen=True, slots=True)
class _Section:
    """What is the same for all steps of one section of a journey."""

    names: Names

    manner: Manner
    """With the headers that go with each request, for they hold variables."""

    given: Given

    def needs(self, steps: Iterable[Step]) -> set[str]:
        """Return the data files of which these steps need another row each time."""
        found: set[str] = set()
        for step in steps:
            found |= sources_in_node(step)
            found |= sources_in(self.manner.pieces()) if step.requests else set()
        return {it for it in found if not self.given.is_own(it)}

    def takes(self, sources: Iterable[str]) -> tuple[PlannedTake, ...]:
        """Return the lines that take a row of each data file."""
        known = (source for source in sorted(sources) if source in self.names.rows)
        return tuple(PlannedTake(self.names.rows[it], self.given.feeds[it]) for it in known)


def plan_user(journey: Journey, name: str, chain: str, weight: int, given: Given) -> PlannedUser:
    """Return the user class of a journey.

    Args:
        journey: The journey.
        name: Of the class.
        chain: Of the class that walks its steps, should they be a chain.
        weight: Its share of the load.
        given: What the file gives.

    Raises:
        JourneyError: It has nothing to do again and again, or does what cannot be done.
    """
    _refuse_impossible(journey)
    refuse_unwritten(journey)
    journey = walked_part(journey)
    once_steps, again_steps = only_steps(journey.once), only_steps(journey.again)
    taken: set[str] = set()
    sources = sorted(sources_of(journey) & given.feeds.keys())
    rows = {source: _add(row_name(source, taken), taken) for source in sources}
    placed = place_variables(journey, given.variables, taken, given.names)
    steps = once_steps + again_steps
    methods = [_add(method_name(step.name, taken), taken) for step in steps]
    once = _Section(_names(rows, "self.", given, placed), manner_of(journey), given)
    is_chain = journey.order is Order.CHAIN
    owner = "self.user." if is_chain else "self."
    again = replace(once, names=_names(rows, owner, given, placed))
    own = {it for it in sources if given.is_own(it)}
    at_start = once.needs(once_steps) | own
    each_pass = again.needs(again_steps)
    is_pass = journey.order is Order.IN_ORDER
    fixed = fixed_headers(journey)
    return PlannedUser(
        name=name,
        client=journey.client,
        answer_within_s=journey.answer_within_s,
        wait=journey.wait,
        weight=weight,
        headers=headers_node(fixed, once.names) if fixed else None,
        once=tuple(map(partial(_step, once), once_steps, methods)),
        again=tuple(_tasks(journey, again, methods[len(once_steps) :])),
        chain=chain if is_chain else None,
        tags=journey.labels if is_pass else (),
        expects=_expected(each_pass - at_start, given) if journey.once else (),
        takes_at_start=once.takes(at_start),
        takes_each_pass=again.takes(each_pass) if is_pass else (),
        own_rows=once.takes(own),
        blank=placed.blank,
        tls=given.tls.get(journey.tls, PlannedTls()),
        headers_use=frozenset({"basic"} if uses_basic(fixed) else ()),
    )


def _tasks(journey: Journey, section: _Section, methods: Sequence[str]) -> Iterator[PlannedStep]:
    """Yield the steps of the middle section, as its order has them walked."""
    followers = transitions_of(journey, methods)
    for step, method, following in zip(only_steps(journey.again), methods, followers, strict=True):
        planned = _step(section, step, method)
        match journey.order:
            case Order.IN_ORDER:
                yield planned
            case Order.WEIGHTED:
                tags = (*journey.labels, *(it for it in step.labels if it not in journey.labels))
                takes = section.takes(section.needs([step]))
                yield replace(planned, weight=step.weight, tags=tags, takes=takes)
            case Order.CHAIN:
                takes = section.takes(section.needs([step]))
                yield replace(planned, transitions=following, takes=takes)


def _step(section: _Section, step: Step, method: str) -> PlannedStep:
    requests = (plan_request(it, section.names, section.manner) for it in step.requests)
    return PlannedStep(method, tuple(requests), weight=None, id=step.id)


def _names(rows: Mapping[str, str], owner: str, given: Given, placed: PlacedVariables) -> Names:
    return Names(
        constants=given.constants,
        rows={source: owner + row for source, row in rows.items()},
        columns={name: it.columns for name, it in given.data_files.items()},
        variables=placed.written(owner),
        hosts={MAIN_HOST: f"{owner}host", **given.hosts},
        lists=placed.lists,
        files=given.files,
    )


def _expected(sources: Iterable[str], given: Given) -> tuple[str, ...]:
    """Return the feeds that may have run out before a new user has its first row."""
    ending = (it for it in sorted(sources) if it in given.feeds and given.data_files[it].is_used_up)
    return tuple(given.feeds[it] for it in ending)


def _add(name: str, taken: set[str]) -> str:
    taken.add(name)
    return name


def _refuse_impossible(journey: Journey) -> None:
    if not journey.again:
        raise JourneyError(
            Phrase("locustfile", "“{journey}” has no step to do again and again.").of(
                journey=journey.name
            ),
            remedy=Phrase("locustfile", "Add a step with a request."),
        )
    is_labelled = any(step.labels for step in journey.again)
    is_chain = journey.order is Order.CHAIN
    if (is_labelled and journey.order is not Order.WEIGHTED) or (journey.labels and is_chain):
        raise JourneyError(
            Phrase("locustfile", "Labels cannot leave out steps of “{journey}”.").of(
                journey=journey.name
            ),
            meaning=Phrase("locustfile", "Its steps follow each other."),
            remedy=Phrase("locustfile", "Have its steps drawn by weight, or take the labels away."),
        )
