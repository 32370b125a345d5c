"""Samplers and controllers of a plan → the steps and blocks of a journey."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from studio.importer.jmx.conditions import ALWAYS, opposite, test_in
from studio.importer.jmx.parts import Part, walked
from studio.importer.jmx.reading import Around, Reading
from studio.importer.jmx.sampling import is_sampler, request_of
from studio.importer.jmx.scope import code_in, is_config, with_config
from studio.importer.jmx.timers import is_timer, pause_in, pause_of
from studio.importer.labels import endpoint_label, label, note
from studio.journey.node import (
    Branch,
    Choice,
    Condition,
    EachItem,
    Group,
    Loop,
    Node,
    Nodes,
    Step,
    Times,
    Until,
)
from studio.journey.wait import BetweenWait, ConstantWait
from studio.phrase import NOTHING, Phrase

_DEEPEST = 40
_MOST_TIMES = 100_000
_ALL_WAYS = 100
_IN_ORDER = Phrase("importer", "Its steps are walked in their order, once.")
_BY_CHANCE = Phrase("importer", "Which way is walked is drawn, each as likely.")
_LISTENERS = ("ResultCollector", "BackendListener", "Summariser", "DebugSampler", "KeystoreConfig")


@dataclass(slots=True)
class Controllers:
    """Reads what stands in a thread group; gathers what is done once."""

    reading: Reading
    once: list[Node] = field(default_factory=list[Node])

    def nodes(self, parts: Sequence[Part], around: Around) -> Nodes:
        """Return what stands in a controller, with what configuration there gives."""
        around = with_config(parts, around, self.reading)
        found: list[Node] = []
        for part in parts:
            if is_config(part):
                continue
            if part.kind == "TestAction":
                self._action(part, found, around)
            else:
                found += self._node(part, around)
        return tuple(found)

    def _node(self, part: Part, around: Around) -> Iterator[Node]:
        within = around.within(part.name)
        if is_sampler(part):
            yield self._step(part, within)
        elif part.kind == "OnceOnlyController":
            self._once(part, within)
        elif part.kind not in _ELSEWHERE and (_is_block(part) or _holds_requests(part)):
            yield from self._block(part, within)
        else:
            self._leave_out(part, within)

    def _step(self, part: Part, around: Around) -> Step:
        reading = self.reading
        reading.requests += 1
        number = reading.requests
        reading.progress.reach(0.2 + 0.8 * number / max(reading.total, number))
        given = with_config(part.inner, around, reading)
        request = request_of(part, given, reading)
        what = Phrase("importer", "{text}").of(text=endpoint_label(request))
        reading.notes.imported(around.place, what)
        for inner in part.inner:
            if not is_config(inner):
                self._leave_out(inner, around)
        said = "\n".join(filter(None, (part.text("TestPlan.comments"), *given.notes)))
        return Step(
            f"n{number}",
            part.name,
            (request,),
            wait=pause_of(given.pause_ms),
            is_on=part.is_on,
            note=note(said),
        )

    def _once(self, part: Part, around: Around) -> None:
        nodes = self._inside(part, around)
        if not part.is_on:
            nodes = tuple(replace(it, is_on=False) for it in nodes)
        self.once += nodes
        self.reading.notes.adapted(
            around.place,
            _text(part.name),
            Phrase("importer", "What is done once stands at the start of the journey."),
        )

    def _block(self, part: Part, around: Around) -> Iterator[Node]:
        number = self.reading.next_node()
        nodes = self._inside(part, around)
        if not nodes:
            return
        build = _BLOCKS.get(part.kind, _unknown)
        node, why = build(part, number, nodes, self.reading)
        said = note("\n".join(filter(None, (part.text("TestPlan.comments"), node.note))))
        if why is not NOTHING:
            self.reading.notes.adapted(around.place, _text(part.name), why)
        yield replace(node, is_on=part.is_on, note=said)

    def _inside(self, part: Part, around: Around) -> Nodes:
        if around.depth >= _DEEPEST:
            reason = Phrase("importer", "It lies too deep.")
            self.reading.notes.left_out(around.place, _text(part.name), reason)
            return ()
        return self.nodes(part.inner, around)

    def _action(self, part: Part, before: list[Node], around: Around) -> None:
        """Let the step before wait as long as a pause of its own says."""
        low_ms, high_ms = 0.0, 0.0
        if part.text("ActionProcessor.action", "1") == "1":
            shown = part.text("ActionProcessor.duration") or "0"
            low_ms = high_ms = self.reading.expressions.number(shown, around.place) or 0.0
        for timer in part.inner:
            if is_timer(timer) and timer.is_on:
                more = pause_in(timer, self.reading, around.place)
                low_ms, high_ms = low_ms + more[0], high_ms + more[1]
        last = before[-1] if before else None
        if not part.is_on or high_ms <= 0 or not isinstance(last, Step):
            reason = Phrase("importer", "There is no step before it that could wait.")
            self.reading.notes.left_out(around.place, _text(part.name), reason)
            return
        low_ms, high_ms = low_ms + _low_ms(last), high_ms + _high_ms(last)
        before[-1] = replace(last, wait=pause_of((low_ms, high_ms)))
        self.reading.notes.imported(around.place, _text(part.name))

    def _leave_out(self, part: Part, around: Around) -> None:
        reason = Phrase(
            "importer", "It is no HTTP request, and nothing in a journey stands for it."
        )
        if part.kind in _LISTENERS or part.kind.endswith(("Collector", "Visualizer", "Listener")):
            reason = Phrase("importer", "Results are shown and kept by each run.")
        elif part.kind in _ELSEWHERE:
            reason = Phrase("importer", "What it refers to stands elsewhere.")
        elif code_in(part) != part.name:
            reason = Phrase("importer", "Code of JMeter does not run here.")
        what = Phrase("importer", "{part}: {name}").of(part=label(part.kind), name=part.name)
        self.reading.notes.left_out(around.place, what, reason)


def _is_block(part: Part) -> bool:
    return part.kind.endswith(("Controller", "Control"))


def _holds_requests(part: Part) -> bool:
    return any(map(is_sampler, walked(part.inner, with_those_off=True)))


Built = tuple[Node, Phrase]


def _group(part: Part, number: str, nodes: Nodes, _reading: Reading) -> Built:
    return Group(number, part.name, nodes), NOTHING


def _counted(part: Part, number: str, nodes: Nodes, _reading: Reading) -> Built:
    return Group(number, part.name, nodes, is_counted=True), NOTHING


def _unknown(part: Part, number: str, nodes: Nodes, _reading: Reading) -> Built:
    return Group(number, part.name, nodes), _IN_ORDER


def _loop(part: Part, number: str, nodes: Nodes, reading: Reading) -> Built:
    times = reading.expressions.number(part.text("LoopController.loops"), part.name)
    if part.flag("LoopController.continue_forever") and (times is None or times < 0):
        times = None
    if times is None or not 1 <= times <= _MOST_TIMES:
        return Group(number, part.name, nodes), Phrase(
            "importer", "How often it is walked is not known here: it is walked once."
        )
    return Loop(number, part.name, Times(int(times), int(times)), nodes), NOTHING


def _if(part: Part, number: str, nodes: Nodes, reading: Reading) -> Built:
    condition = part.text("IfController.condition")
    test = test_in(condition, reading.expressions, part.name)
    if test is None:
        return Group(number, part.name, nodes, note=condition[:500]), ALWAYS
    return Condition(number, part.name, test, nodes), NOTHING


def _while(part: Part, number: str, nodes: Nodes, reading: Reading) -> Built:
    condition = part.text("WhileController.condition")
    test = test_in(condition, reading.expressions, part.name)
    end = None if test is None else opposite(test)
    if end is None:
        return Group(number, part.name, nodes, note=condition[:500]), _IN_ORDER
    repeat = Until(end, at_most=100, pause=ConstantWait(0.0), fails=False)
    return Loop(number, part.name, repeat, nodes), Phrase(
        "importer", "It is walked at least once, and at most 100 times."
    )


def _each(part: Part, number: str, nodes: Nodes, reading: Reading) -> Built:
    given, item = part.text("ForeachController.inputVal"), part.text("ForeachController.returnVal")
    if not given or not item:
        return Group(number, part.name, nodes), _IN_ORDER
    names = (reading.variables.take(given), reading.variables.take(item))
    return Loop(number, part.name, EachItem(*names), nodes), Phrase(
        "importer", "See that “{name}” takes a list: it is walked once for each item."
    ).of(name=given[:100])


def _chance(part: Part, number: str, nodes: Nodes, _reading: Reading) -> Built:
    if len(nodes) > _ALL_WAYS:
        return Group(number, part.name, nodes), _IN_ORDER
    share, more = divmod(_ALL_WAYS, len(nodes))
    branches = tuple(
        Branch(it.name, share + (1 if at < more else 0), (it,)) for at, it in enumerate(nodes)
    )
    return Choice(number, part.name, branches), _BY_CHANCE


def _share(part: Part, number: str, nodes: Nodes, reading: Reading) -> Built:
    shown = part.text("ThroughputController.percentThroughput")
    for it in part.element:
        inner = {child.tag: child.text or "" for child in it}
        if inner.get("name") == "ThroughputController.percentThroughput":
            shown = inner.get("value", shown)
    share = reading.expressions.number(shown, part.name)
    if part.text("ThroughputController.style", "0") != "1" or share is None:
        return Group(number, part.name, nodes), _IN_ORDER
    if not 0 < share <= _ALL_WAYS:
        return Group(number, part.name, nodes), _IN_ORDER
    branch = Branch(part.name, max(1, round(share)), nodes)
    return Choice(number, part.name, (branch,)), NOTHING


def _low_ms(step: Step) -> float:
    match step.wait:
        case ConstantWait(s):
            return s * 1000
        case BetweenWait(low_s, _):
            return low_s * 1000
        case _:
            return 0.0


def _high_ms(step: Step) -> float:
    match step.wait:
        case ConstantWait(s):
            return s * 1000
        case BetweenWait(_, high_s):
            return high_s * 1000
        case _:
            return 0.0


def _text(name: str) -> Phrase:
    return Phrase("importer", "{text}").of(text=name)


_ELSEWHERE = ("ModuleController", "IncludeController")
_BLOCKS: dict[str, Callable[[Part, str, Nodes, Reading], Built]] = {
    "GenericController": _group,
    "TestFragmentController": _group,
    "TransactionController": _counted,
    "RecordingController": _group,
    "LoopController": _loop,
    "IfController": _if,
    "WhileController": _while,
    "ForeachController": _each,
    "RandomController": _chance,
    "InterleaveControl": _chance,
    "SwitchController": _chance,
    "ThroughputController": _share,
}
