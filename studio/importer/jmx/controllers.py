"""Samplers and controllers of a plan → the steps and blocks of a journey."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from studio.importer.jmx.ahead import NOTHING_AHEAD
from studio.importer.jmx.conditions import ALWAYS, opposite, test_in
from studio.importer.jmx.modules import Modules
from studio.importer.jmx.parts import Part
from studio.importer.jmx.reading import OFF, Around, Reading
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
from studio.journey.wait import ConstantWait
from studio.phrase import NOTHING, Phrase

_DEEPEST = 40
_MOST_TIMES = 100_000
_ALL_WAYS = 100
_IN_ORDER = Phrase("importer", "Its steps are walked in their order, once.")
_BY_CHANCE = Phrase("importer", "Which way is walked is drawn, each as likely.")
_RESULTS = ("Summariser", "DebugSampler", "DebugPostProcessor", "ResultSaver")


@dataclass(slots=True)
class Controllers:
    """Reads what stands in a thread group; gathers what is done once."""

    reading: Reading
    modules: Modules = field(default_factory=Modules)
    once: list[Node] = field(default_factory=list[Node])

    def nodes(self, parts: Sequence[Part], around: Around) -> Nodes:
        """Return what stands in a controller, with what configuration there gives."""
        around = with_config(parts, around, self.reading)
        found: list[Node] = []
        ahead = NOTHING_AHEAD
        for part in parts:
            if part.kind == "TestAction":
                ahead = ahead.with_pause(self._pause(part, around))
            elif not is_config(part):
                nodes = self._node(part, around)
                found += nodes
                ahead = ahead if nodes else ahead.with_code(part)
            ahead = ahead.settled(found)
        if ahead.pause_ms[1] > 0:
            reason = Phrase("importer", "There is no step beside it that could wait.")
            self.reading.notes.left_out(around.place, Phrase("importer", "Pause"), reason)
        return tuple(found)

    def _node(self, part: Part, around: Around) -> Nodes:
        within = around.within(part.name)
        if is_sampler(part):
            return (self._step(part, within),)
        if part.kind == "OnceOnlyController":
            self._once(part, within)
        elif part.kind == "ModuleController":
            return self._module(part, within)
        elif part.kind != "IncludeController" and (_is_block(part) or _holds_requests(part)):
            return self._block(part, within)
        else:
            self._leave_out(part, within)
        return ()

    def _module(self, part: Part, around: Around) -> Nodes:
        found = self.modules.enter(part)
        if found is None:
            self._leave_out(part, around)
            return ()
        nodes = self._block(found, around)
        self.modules.leave()
        return tuple(replace(it, is_on=part.is_on) for it in nodes)

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

    def _block(self, part: Part, around: Around) -> Nodes:
        number = self.reading.next_node()
        nodes = self._inside(part, around)
        if not nodes:
            return ()
        build = _BLOCKS.get(part.kind, _unknown)
        node, why = build(part, number, nodes, self.reading)
        said = note("\n".join(filter(None, (part.text("TestPlan.comments"), node.note))))
        if why is not NOTHING:
            self.reading.notes.adapted(around.place, _text(part.name), why)
        return (replace(node, is_on=part.is_on, note=said),)

    def _inside(self, part: Part, around: Around) -> Nodes:
        if around.depth >= _DEEPEST:
            reason = Phrase("importer", "It lies too deep.")
            self.reading.notes.left_out(around.place, _text(part.name), reason)
            return ()
        return self.nodes(part.inner, around)

    def _pause(self, part: Part, around: Around) -> tuple[float, float]:
        """Return the shortest and the longest pause of a part that only waits, in ms."""
        what, notes = _text(part.name), self.reading.notes
        if not part.is_on:
            notes.left_out(around.place, what, OFF)
            return 0.0, 0.0
        low_ms, high_ms = 0.0, 0.0
        if part.text("ActionProcessor.action", "1") == "1":
            shown = part.text("ActionProcessor.duration") or "0"
            low_ms = high_ms = max(0.0, self.reading.expressions.number(shown, around.place) or 0.0)
        else:
            reason = Phrase("importer", "A journey goes on: nothing in it stops a user.")
            notes.left_out(around.place, what, reason)
        for timer in part.inner:
            if is_timer(timer) and timer.is_on:
                more = pause_in(timer, self.reading, around.place)
                low_ms, high_ms = low_ms + more[0], high_ms + more[1]
        return low_ms, high_ms

    def _leave_out(self, part: Part, around: Around) -> None:
        reason = Phrase("importer", "Nothing in a journey stands for it.")
        if part.kind in _RESULTS or part.kind.endswith(("Collector", "Visualizer", "Listener")):
            reason = Phrase("importer", "Results are shown and kept by each run.")
        elif part.kind in ("ModuleController", "IncludeController"):
            reason = Phrase("importer", "What it refers to stands elsewhere.")
        elif code_in(part) != part.name:
            reason = Phrase("importer", "Code of JMeter does not run here; it is kept in a note.")
        elif part.kind.endswith("Sampler"):
            reason = Phrase("importer", "It is no HTTP request.")
        what = Phrase("importer", "{part}: {name}").of(part=label(part.kind), name=part.name)
        self.reading.notes.left_out(around.place, what, reason)


def _is_block(part: Part) -> bool:
    return part.kind.endswith(("Controller", "Control"))


def _holds_requests(part: Part) -> bool:
    return any(is_sampler(it) or _is_block(it) for it in part.inner)


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


def _text(name: str) -> Phrase:
    return Phrase("importer", "{text}").of(text=name)


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
