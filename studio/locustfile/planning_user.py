"""One journey → the user class that walks it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from studio.journey.data_file import DataFile, RowUse
from studio.journey.journey import Client, Cookies, Journey, Tls
from studio.journey.made import Counter, Made
from studio.journey.node import Nodes, Step
from studio.journey.order import Order
from studio.journey.take import Keep
from studio.journey.template import Piece, Variable
from studio.journey.uses import pieces_in_node, sources_in, sources_of
from studio.journey.wait import NoWait
from studio.journey.walk import nodes_of, requests_in, walked_part
from studio.locustfile.block import Assign, Block, Blocks, ForgetCookies
from studio.locustfile.code_block import used_in_code
from studio.locustfile.identifiers import row_name
from studio.locustfile.impossible import refuse_impossible
from studio.locustfile.plan import PlannedTls, PlannedUser
from studio.locustfile.planned_step import PlannedProperty, PlannedStep, PlannedTake
from studio.locustfile.planning_blocks import Methods
from studio.locustfile.planning_chain import following_in
from studio.locustfile.planning_headers import headers_node, uses_basic
from studio.locustfile.planning_made import is_composed, made_for, pieces_behind, plan_made
from studio.locustfile.planning_manner import fixed_headers, manner_of
from studio.locustfile.planning_request import Manner, plan_request
from studio.locustfile.planning_text import Names
from studio.locustfile.variables import PlacedVariables, place_variables
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

    host: str = ""
    """The base address of the target; empty: it is not known."""

    names: frozenset[str] = frozenset()
    """All that the file itself gives a name to: no local variable may hide it."""

    files: Mapping[str, str] = field(default_factory=dict[str, str])
    """Attachment → the constant that holds its bytes."""

    tls: Mapping[Tls, PlannedTls] = field(default_factory=dict[Tls, PlannedTls])
    """How each way to trust connections is written."""

    counters: Mapping[tuple[str, int], str] = field(default_factory=dict[tuple[str, int], str])
    """Variable and first number → counter."""

    def is_own(self, source: str) -> bool:
        """Return whether a user keeps its row of a data file for as long as it lives."""
        known = self.data_files.get(source)
        return known is not None and known.rows is RowUse.OWN


@dataclass(frozen=True, slots=True)
class _Section:
    """What is the same for all nodes of one section of a journey."""

    journey: Journey
    names: Names

    manner: Manner
    """With the headers that go with each request, for they hold variables."""

    given: Given

    @property
    def user(self) -> str:
        """The user as methods of this section see it."""
        return self.names.hosts[MAIN_HOST].removesuffix(".host")

    def methods(self, taken: set[str], off: Collection[str]) -> Methods:
        """Return a collection of methods to be filled."""
        planned = partial(plan_request, names=self.names, manner=self.manner)
        return Methods(self.names, planned, taken, off, self.user)

    def needs(self, nodes: Nodes) -> set[str]:
        """Return the data files of which these nodes need another row each time."""
        found = sources_in(self._pieces(nodes))
        return {it for it in found if not self.given.is_own(it)}

    def takes(self, sources: Iterable[str]) -> tuple[PlannedTake, ...]:
        """Return the lines that take a row of each data file."""
        known = (source for source in sorted(sources) if source in self.names.rows)
        return tuple(PlannedTake(self.names.rows[it], self.given.feeds[it]) for it in known)

    def begin(self, nodes: Nodes) -> Blocks:
        """Return what comes before each pass over these nodes."""
        forget = self.journey.cookies is Cookies.EACH_PASS
        jar = "cookiejar" if self.journey.client is Client.FAST else "cookies"
        made = made_for(self.journey, self._pieces(nodes))
        return (*((ForgetCookies(jar),) if forget else ()), *self._made(made, Keep.PASS))

    def prepared(self, nodes: Nodes) -> Blocks:
        """Return what users make up once, and what these nodes need of the rest."""
        everything = (*self.journey.once, *self.journey.again, *self.journey.at_end)
        lasting = made_for(self.journey, self._pieces(everything))
        now = made_for(self.journey, self._pieces(nodes))
        return (*self._made(lasting, Keep.USER), *self._made(now, Keep.PASS))

    def begin_end(self) -> Blocks:
        """Return what users make up for their end, and for nothing before."""
        made = made_for(self.journey, self._pieces(self.journey.at_end))
        known = made_for(self.journey, self._pieces(self.journey.again))
        return tuple(self._made((it for it in made if it not in known), Keep.PASS))

    def properties(self) -> Iterator[PlannedProperty]:
        """Yield the variables that are composed whenever they are read."""
        everything = (*self.journey.once, *self.journey.again, *self.journey.at_end)
        for made in made_for(self.journey, self._pieces(everything)):
            if is_composed(made):
                name = self.names.variables[made.name].removeprefix("self.")
                yield PlannedProperty(name, plan_made(made, self.names))

    def _made(self, made: Iterable[Made], when: Keep) -> Iterator[Block]:
        for it in made:
            if it.when is when and not is_composed(it):
                first = it.how.first if isinstance(it.how, Counter) else 0
                counter = self.given.counters.get((it.name, first), "")
                yield Assign(self.names.variables[it.name], plan_made(it, self.names, counter))

    def _pieces(self, nodes: Nodes) -> tuple[Piece, ...]:
        found = [piece for node in nodes for piece in pieces_in_node(node)]
        found += self.manner.pieces() if any(requests_in(nodes)) else ()
        known = {made.name for made in self.journey.made}
        found += [Variable(it) for it in used_in_code(nodes) if it in known]
        return pieces_behind(self.journey, found)


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
    off = {node.id for node in nodes_of(journey) if not node.is_on}
    journey = walked_part(journey)
    refuse_impossible(journey)
    taken: set[str] = set()
    sources = sorted(sources_of(journey) & given.feeds.keys())
    rows = {source: _add(row_name(source, taken), taken) for source in sources}
    placed = place_variables(journey, given.variables, taken, given.names)
    once = _Section(journey, _names(rows, "self.", given, placed), manner_of(journey), given)
    is_chain = journey.order is Order.CHAIN
    owner = "self.user." if is_chain else "self."
    again = replace(once, names=_names(rows, owner, given, placed))
    own = {it for it in sources if given.is_own(it)}
    at_start = once.needs(journey.once) | own
    each_pass = again.needs(journey.again)
    is_pass = journey.order is Order.IN_ORDER
    fixed = fixed_headers(journey)
    first, middle, last = (it.methods(taken, off) for it in (once, again, once))
    start = first.blocks(journey.once, is_last=False)
    walked = middle.blocks(journey.again, is_last=True) if is_pass else ()
    tasks = () if is_pass else tuple(_tasks(again, middle))
    end = last.blocks(journey.at_end, is_last=True)
    planned = PlannedUser(
        name=name,
        client=journey.client,
        answer_within_s=journey.answer_within_s,
        wait=journey.wait,
        weight=weight,
        headers=headers_node(fixed, once.names) if fixed else None,
        once=tuple(first.found),
        again=tasks or tuple(middle.found),
        at_end=tuple(last.found),
        codes=tuple(middle.of_user),
        chain=chain if is_chain else None,
        start=start,
        each_pass=walked,
        end=end,
        prepared=once.prepared(journey.once),
        begin_pass=again.begin(journey.again) if is_pass else (),
        begin_end=once.begin_end(),
        properties=tuple(once.properties()),
        blank=placed.blank,
        retries_start=journey.retries_start,
        host=given.host,
        tags=journey.labels if is_pass else (),
        expects=_expected(each_pass - at_start, given) if journey.once else (),
        takes_at_start=once.takes(at_start),
        takes_each_pass=again.takes(each_pass) if is_pass else (),
        takes_at_end=once.takes(once.needs(journey.at_end) - each_pass - at_start),
        own_rows=once.takes(own),
        tls=given.tls.get(journey.tls, PlannedTls()),
        headers_use=frozenset({"basic"} if uses_basic(fixed) else ()),
    )
    return replace(planned, starts_in_place=_starts_in_place(journey, planned))


def _starts_in_place(journey: Journey, planned: PlannedUser) -> bool:
    """Return whether the requests of the start can stand in `on_start` itself."""
    match journey.once:
        case (Step(is_counted=False, wait=None | NoWait()),):
            return not planned.start_gives_up
        case _:
            return False


def _tasks(section: _Section, methods: Methods) -> Iterator[PlannedStep]:
    """Yield the methods of the middle section where one of its nodes is walked at a time."""
    journey = section.journey
    tasks = [methods.task(node, is_last=True) for node in journey.again]
    names = [task.method for task in tasks]
    is_chain = journey.order is Order.CHAIN
    followers = following_in(journey.again, names, journey.name, methods.off) if is_chain else []
    changed: dict[str, PlannedStep] = {}
    for number, (node, planned) in enumerate(zip(journey.again, tasks, strict=True)):
        takes, begin = section.takes(section.needs((node,))), section.begin((node,))
        task = replace(planned, takes=takes, begin=begin)
        if is_chain:
            task = replace(task, transitions=followers[number])
        else:
            tags = (*journey.labels, *(it for it in node.labels if it not in journey.labels))
            task = replace(task, weight=node.weight, tags=tags)
        changed[task.method] = task
    yield from (changed.get(it.method, it) for it in methods.found)


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
