"""Samplers and controllers become steps and blocks."""

from studio.importer.carried_over import Outcome
from studio.importer.jmx.controllers import Controllers
from studio.importer.jmx.parts import parts_in
from studio.importer.jmx.reading import Around
from studio.importer.jmx.xml_reading import read_xml
from studio.journey.check import Operator, Test
from studio.journey.node import (
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
from studio.journey.template import Variable
from studio.journey.wait import ConstantWait
from tests.studio.importer.jmx.plans import Reading, element, props, reading, sampler

CALL = sampler("/a")


def _nodes(text: str, it: Reading | None = None) -> Nodes:
    parts = parts_in(read_xml(f"<hashTree>{text}</hashTree>", "x"))
    return Controllers(it or reading()).nodes(parts, Around("Users"))


def _node(kind: str, content: str = "", inner: str = CALL, it: Reading | None = None) -> Node:
    (node,) = _nodes(element(kind, "Block", content, inner), it)
    return node


def test_a_sampler_is_a_step_and_off_where_it_was() -> None:
    step, off = _nodes(CALL + sampler("/b", is_on=False))
    assert isinstance(step, Step)
    assert (step.name, step.is_on, off.is_on) == ("Call /a", True, False)


def test_groups_are_groups_and_transactions_are_counted() -> None:
    assert isinstance(_node("GenericController"), Group)
    counted = _node("TransactionController")
    assert isinstance(counted, Group)
    assert counted.is_counted


def test_loops_walk_so_many_times_and_forever_is_said() -> None:
    loop = _node("LoopController", props(LoopController__loops="3"))
    assert isinstance(loop, Loop)
    assert loop.repeat == Times(3, 3)
    it = reading()
    assert isinstance(_node("LoopController", props(LoopController__loops="-1"), it=it), Group)
    assert it.notes.noted.of(Outcome.ADAPTED)


def test_an_if_is_a_condition_where_it_is_simple() -> None:
    node = _node("IfController", props(IfController__condition='"${x}" == "a"'))
    assert isinstance(node, Condition)
    assert node.when == Test((Variable("x"),), Operator.EQUAL, "a")
    it = reading()
    group = _node("IfController", props(IfController__condition="${__groovy(code)}"), it=it)
    assert isinstance(group, Group)
    assert group.note == "${__groovy(code)}"
    assert it.notes.noted.of(Outcome.ADAPTED)


def test_a_while_walks_until_the_opposite_holds() -> None:
    node = _node("WhileController", props(WhileController__condition='"${x}" != "done"'))
    assert isinstance(node, Loop)
    assert isinstance(node.repeat, Until)
    assert node.repeat.test == Test((Variable("x"),), Operator.EQUAL, "done")


def test_for_each_walks_a_list() -> None:
    given = props(ForeachController__inputVal="ids", ForeachController__returnVal="id")
    node = _node("ForeachController", given)
    assert isinstance(node, Loop)
    assert node.repeat == EachItem("ids", "id")


def test_by_chance_all_ways_are_as_likely() -> None:
    node = _node("RandomController", inner=sampler("/a") + sampler("/b") + sampler("/c"))
    assert isinstance(node, Choice)
    assert [it.share for it in node.branches] == [34, 33, 33]


def test_a_share_is_a_choice_with_one_way() -> None:
    given = props(ThroughputController__style="1", ThroughputController__percentThroughput="25")
    node = _node("ThroughputController", given)
    assert isinstance(node, Choice)
    assert [it.share for it in node.branches] == [25]


def test_what_is_done_once_is_gathered() -> None:
    it = reading()
    controllers = Controllers(it)
    text = element("OnceOnlyController", "Login", inner=CALL)
    parts = parts_in(read_xml(f"<hashTree>{text}{CALL}</hashTree>", "x"))
    assert len(controllers.nodes(parts, Around("Users"))) == 1
    assert [node.name for node in controllers.once] == ["Call /a"]


def test_a_pause_of_its_own_lets_the_step_before_wait() -> None:
    action = element("TestAction", "Pause", props(ActionProcessor__duration="1500"))
    (step,) = _nodes(CALL + action)
    assert isinstance(step, Step)
    assert step.wait == ConstantWait(1.5)
    it = reading()
    _nodes(action, it)
    assert it.notes.noted.of(Outcome.LEFT_OUT)


def test_what_is_no_http_is_said_and_an_unknown_block_is_a_group() -> None:
    it = reading()
    others = ("JDBCSampler", "FTPSampler", "JSR223Sampler", "ModuleController", "ResultCollector")
    assert _nodes("".join(element(kind, kind) for kind in others), it) == ()
    assert len(it.notes.noted.of(Outcome.LEFT_OUT)) == len(others)
    assert isinstance(_node("com.x.ParallelSampler"), Group)


def test_what_lies_too_deep_is_said() -> None:
    text = CALL
    for _ in range(50):
        text = element("GenericController", "Deep", inner=text)
    it = reading()
    assert _nodes(text, it) == ()
    assert it.notes.noted.of(Outcome.LEFT_OUT)
