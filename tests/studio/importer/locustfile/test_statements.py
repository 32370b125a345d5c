"""Statements become steps, loops, choices and pauses."""

from studio.importer.locustfile.statements import is_code
from studio.journey.node import Choice, CodeBlock, Group, Loop, Step, Times
from studio.journey.wait import BetweenWait, ConstantWait
from tests.studio.importer.locustfile.reading import one_task


def test_requests_between_pauses_are_steps() -> None:
    journey = one_task(
        """
        self.client.get("/a")
        self.client.get("/b")
        time.sleep(2)
        self.client.get("/c")
        time.sleep(random.uniform(1, 3))
        """
    )
    (group,) = journey.again
    assert isinstance(group, Group)
    first, second = group.nodes
    assert isinstance(first, Step)
    assert isinstance(second, Step)
    assert (len(first.requests), first.wait) == (2, ConstantWait(2))
    assert second.wait == BetweenWait(1, 3)


def test_loops_and_choices_hold_steps() -> None:
    loop = one_task('for _ in range(3):\n    self.client.get("/a")').again[0]
    assert isinstance(loop, Loop)
    assert loop.repeat == Times(3, 3)
    choice = one_task('if random.random() < 0.25:\n    self.client.get("/a")').again[0]
    assert isinstance(choice, Choice)
    assert choice.branches[0].share == 25


def test_neighbouring_code_is_one_block() -> None:
    (group,) = one_task('self.client.get("/a")\nx()\ny()\nself.client.get("/b")').again
    assert isinstance(group, Group)
    assert [type(it) for it in group.nodes] == [Step, CodeBlock, Step]
    assert is_code(group.nodes)
    code = group.nodes[1]
    assert isinstance(code, CodeBlock)
    assert code.text == "x()\ny()"
