"""A method holds its rows, requests, blocks or code, and what decorates it."""

from studio.journey.wait import ConstantWait
from studio.locustfile.block import Assign, Call, Sleep, Source
from studio.locustfile.emit_method import emit_method, emit_return, tag_lines
from studio.locustfile.layout import Leaf
from studio.locustfile.planned_step import PlannedRequest, PlannedStep, PlannedTake
from studio.locustfile.source_map import read_marks

ASK = PlannedRequest(Leaf('self.client.get("/")'), note="First of all.")


def text(step: PlannedStep) -> str:
    return read_marks("\n".join(emit_method(step))).text


def test_an_empty_method_does_nothing() -> None:
    assert text(PlannedStep("a", ())) == "    def a(self):\n        pass"


def test_a_task_takes_makes_and_asks() -> None:
    step = PlannedStep(
        "a",
        (ASK,),
        weight=2,
        tags=("x",),
        takes=(PlannedTake("self.row", "rows"),),
        begin=(Assign("self.n", Source(Leaf("1"))),),
        note="Why.",
    )
    assert text(step) == (
        '    @tag("x")\n'
        "    @task(2)\n"
        "    def a(self):\n"
        "        # Why.\n"
        "        self.row = rows.take()\n"
        "        self.n = 1\n"
        "        # First of all.\n"
        '        self.client.get("/")'
    )


def test_a_pause_is_not_counted_with_what_comes_before_it() -> None:
    step = PlannedStep("a", (ASK,), body=(Sleep(ConstantWait(1)),), counted_as="A")
    assert text(step).endswith(
        '        with counted(self, "A"):\n'
        "            # First of all.\n"
        '            self.client.get("/")\n'
        "        time.sleep(1)"
    )
    group = PlannedStep("g", (), body=(Call("a"),), counted_as="G")
    assert text(group).endswith('with counted(self, "G"):\n            self.a()')


def test_code_stands_between_its_marks() -> None:
    step = PlannedStep("a", (), code=("        x = 1",), code_name='Sign\n"it"')
    assert text(step) == (
        '    def a(self):\n        # Code "Sign "it""\n        x = 1\n        # End of code'
    )


def test_a_chain_may_be_left() -> None:
    step = PlannedStep("a", (), transitions=(("b", 2), (None, 1)))
    assert text(step).startswith('    @transitions({"b": 2, "leave": 1})')


def test_what_is_not_there_is_not_written() -> None:
    assert tag_lines(()) == []
    assert emit_return(Source(Leaf('"x"'))) == ['        return "x"']
