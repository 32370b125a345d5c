"""Inspection walks every way, tells what would not work, and its repairs mend it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.errors import StudioError
from studio.journey.body import FormBody, Hole, JsonBody
from studio.journey.check import ContainsCheck, MatchesCheck, Operator, Test
from studio.journey.data_file import DataFile
from studio.journey.document import read_document, write_document
from studio.journey.inspection import Inspector, inspect
from studio.journey.journey import Client, Journey
from studio.journey.made import Composed, Made, Uuid
from studio.journey.node import (
    LEAVE,
    Branch,
    Choice,
    CodeBlock,
    Condition,
    EachItem,
    Following,
    Group,
    Loop,
    Nodes,
    Step,
    Times,
    Until,
)
from studio.journey.order import Order
from studio.journey.places import Where
from studio.journey.problem import Known, Problem, Severity
from studio.journey.request import Request
from studio.journey.sample import PRACTICE, TALK
from studio.journey.suggestion import Suggestion
from studio.journey.take import (
    AddressPlace,
    ElementPlace,
    HeaderPlace,
    IfMissing,
    PatternPlace,
    Place,
    Take,
)
from studio.journey.template import Host, Secret, Text, Variable
from studio.journey.wait import NoWait
from tests.rich_journeys import any_journeys

X = Variable("x")


def taking(node: str, variable: str = "x") -> Step:
    """Return a step that takes a variable."""
    take = Take(variable, HeaderPlace("X"))
    return Step(node, node.upper(), (Request(f"{node}r", "GET", "/", takes=(take,)),))


def using(node: str, variable: str = "x") -> Step:
    """Return a step that uses a variable."""
    return Step(node, node.upper(), (Request(f"{node}r", "GET", ("/", Variable(variable))),))


def walked(*nodes: Step | Group | Loop | Choice | Condition | CodeBlock, **more: object) -> Journey:
    """Return a journey that walks nodes in order."""
    return replace(Journey("J1", "J", nodes), **more)  # type: ignore[arg-type]


def said(journey: Journey, known: Known | None = None) -> list[str]:
    """Return what inspection says."""
    return [str(it.sentence) for it in inspect(journey, known)]


def only(journey: Journey, known: Known | None = None) -> Problem:
    """Return the one problem of a journey."""
    (problem,) = inspect(journey, known)
    return problem


def repaired(journey: Journey, known: Known | None = None) -> list[list[str]]:
    """Return what is left after each of the repairs of the one problem."""
    problem = only(journey, known)
    return [said(it.edit(journey).journey, known) for it in problem.repairs]


@pytest.mark.parametrize("journey", [PRACTICE, TALK])
def test_the_samples_are_in_order(journey: Journey) -> None:
    assert inspect(journey) == ()


def test_a_variable_that_is_taken_before_it_is_used_is_in_order() -> None:
    assert said(walked(taking("a"), using("b"))) == []


def test_a_variable_nothing_sets_is_told_of_where_it_is_used() -> None:
    journey = walked(taking("a", "order_id"), using("b", "order_id"), using("c", "ordre_id"))
    problem = only(journey)
    assert str(problem.sentence) == "Nothing gives “ordre_id” a value."
    assert problem.where == Where("c", "cr", "path", -1)
    assert problem.severity is Severity.ERROR
    assert [str(it.sentence) for it in problem.repairs] == [
        "Use “order_id”",
        "Let each user make it up",
    ]
    assert repaired(journey) == [[], []]


def test_a_suggestion_says_where_a_value_may_be_taken() -> None:
    suggestion = Suggestion("c1", 4, Take("x", HeaderPlace("X")), (), 80, ())
    first = Step("a", "A", (Request("ar", "GET", "/", recorded=4),))
    journey = walked(first, using("b"), suggestions=(suggestion,))
    assert str(only(journey).repairs[0].sentence) == "Take the value in “A”"
    assert repaired(journey)[0] == []


def test_a_variable_is_used_too_early() -> None:
    journey = walked(using("b"), taking("a"))
    assert said(journey) == ["“x” is used before “A” sets it."]
    assert repaired(journey) == [[], []]


def test_a_request_uses_what_its_step_takes_only_later() -> None:
    step = Step("a", "A", (*using("b").requests, *taking("c").requests))
    assert said(walked(step)) == ["“x” is used before “A” sets it."]
    assert repaired(walked(step)) == [[]]


def test_steps_in_any_order_cannot_rely_on_each_other() -> None:
    journey = walked(taking("a"), using("b"), order=Order.WEIGHTED)
    problem = only(journey)
    assert str(problem.sentence) == "Steps come in any order: “A” may not have set “x” yet."
    assert [str(it.sentence) for it in problem.repairs] == [
        "Move “A” to the start",
        "Walk the steps in order",
    ]
    assert repaired(journey) == [[], []]
    assert said(walked(using("b"), once=(taking("a"),), order=Order.WEIGHTED)) == []


@pytest.mark.parametrize(
    ("block", "is_sure"),
    [
        (Choice("x", "X", (Branch("1", 60, (taking("a"),)),)), False),
        (Choice("x", "X", (Branch("1", 6, (taking("a"),)), Branch("2", 94, (taking("c"),)))), True),
        (Condition("x", "X", Test("a", Operator.EQUAL, "b"), (taking("a"),)), False),
        (
            Condition("x", "X", Test("a", Operator.EQUAL, "b"), (taking("a"),), (taking("c"),)),
            True,
        ),
        (Loop("x", "X", Times(1, 3), (taking("a"),)), True),
        (Loop("x", "X", Times(0, 3), (taking("a"),)), False),
        (Loop("x", "X", Until(Test((X,), Operator.EQUAL, "b")), (taking("a"),)), True),
        (Group("x", "X", (taking("a"), using("c"))), True),
        (Group("x", "X", (taking("a"), taking("c")), Order.WEIGHTED), True),
        (Group("x", "X", (taking("a"), using("c", "made")), Order.WEIGHTED), False),
    ],
)  # fmt: skip
def test_every_way_through_a_block_counts(block: Choice | Loop | Group, is_sure: bool) -> None:
    journey = walked(block, using("b"), made=(Made("made", Uuid()),))
    found = [it for it in said(journey) if "uses" not in it]
    assert found == ([] if is_sure else ["“x” has no value where “A” was left out."])


def chain(*nexts: Following) -> Nodes:
    """Return a chain that takes in its second step and uses in its third."""
    first = Step("a", "A", (Request("ar", "GET", "/"),))
    steps = (first, taking("b"), using("c"))
    return tuple(replace(it, next=after) for it, after in zip(steps, nexts, strict=True))


def test_a_chain_is_followed_from_its_first_step() -> None:
    through = chain((("b", 1),), (("c", 1),), (("a", 1),))
    assert said(walked(*through, order=Order.CHAIN)) == []
    past = chain((("b", 1), ("c", 1)), (("c", 1),), (("a", 1),))
    assert said(walked(*past, order=Order.CHAIN)) == [
        "Steps come in any order: “B” may not have set “x” yet."
    ]
    never = chain((("c", 0), ("b", 1)), (("c", 1),), (("b", 1),))
    assert said(walked(*never, order=Order.CHAIN)) == []


def test_a_group_along_a_chain_is_left_with_what_all_its_ends_have() -> None:
    leaving = chain((("b", 1),), (("c", 1),), ((LEAVE, 1),))
    group = Group("g", "G", leaving, Order.CHAIN)
    assert said(walked(group, using("d"))) == []
    early = chain((("b", 1), (LEAVE, 1)), (("c", 1),), ((LEAVE, 1),))
    assert said(walked(Group("g", "G", early, Order.CHAIN), using("d"))) == [
        "“x” has no value where “B” was left out."
    ]


def test_what_is_switched_off_sets_nothing() -> None:
    journey = walked(replace(taking("a"), is_on=False), using("b"))
    assert said(journey) == ["“x” is taken only where the journey is switched off."]
    assert repaired(journey) == [[]]


def test_headers_of_all_requests_need_their_values_at_the_first() -> None:
    journey = walked(using("b"), once=(taking("a"),), headers=(("X", (X,)),))
    problem = only(journey)
    assert str(problem.sentence) == "“x” is used before “A” sets it."
    assert problem.where == Where(field="headers", piece=0)
    assert said(replace(journey, made=(Made("x", Uuid()),), once=())) == []


def test_loops_and_tests_use_variables_as_well() -> None:
    items = Loop("l", "L", EachItem("x", "item"), (using("b", "item"),))
    assert said(walked(taking("a"), items)) == []
    assert said(walked(items)) == ["Nothing gives “x” a value."]
    condition = Condition("c", "C", Test((X,), Operator.EQUAL, ""), (using("b", "y"),))
    assert said(walked(condition)) == [
        "Nothing gives “x” a value.",
        "Nothing gives “y” a value.",
    ]


def test_code_sets_and_reads_variables() -> None:
    code = CodeBlock("c", "C", "self.x = self.client.base_url\nself.y = self.y2")
    assert said(walked(code, using("b"))) == []
    late = walked(CodeBlock("c", "C", "print(self.x)"), taking("a"))
    assert said(late) == ["“x” is used before “A” sets it."]


def test_checks_may_use_what_the_same_answer_gives() -> None:
    (request,) = taking("a").requests
    step = Step("a", "A", (replace(request, checks=(ContainsCheck((X,)),)),))
    assert said(walked(step)) == []


def test_what_nothing_uses_is_told_of() -> None:
    journey = walked(taking("a"), made=(Made("y", Uuid()),))
    assert said(journey) == ["Nothing uses “y”.", "Nothing uses “x”."]
    assert repaired(walked(taking("a"))) == [[]]
    assert said(walked(using("a"), made=(Made("x", Composed((Variable("x2"),))),))) == []


def test_a_value_that_is_replaced_unused_is_told_of() -> None:
    journey = walked(taking("a"), taking("b"), using("c"))
    assert said(journey) == ["“B” takes “x” again before anything uses it."]
    assert repaired(journey) == [[]]
    keeping = Take("x", HeaderPlace("X"), if_missing=IfMissing.KEEP)
    kept = Step("b", "B", (Request("br", "GET", "/", takes=(keeping,)),))
    assert said(walked(taking("a"), kept, using("c"))) == []
    assert said(walked(taking("a"), using("c"), taking("b"), using("d"))) == []


def test_a_variable_with_two_makers_is_told_of() -> None:
    journey = walked(taking("a"), using("b"), made=(Made("x", Uuid()),))
    assert said(journey) == ["“x” is made up by each user and taken here as well."]
    assert repaired(journey) == [[], []]
    (request,) = taking("a").requests
    twice = Step("a", "A", (replace(request, takes=request.takes * 2),))
    assert said(walked(twice, using("b"))) == ["“x” is taken twice from the same answer."]


def test_steps_and_blocks_without_anything_are_told_of() -> None:
    fine = Step("f", "F", (Request("fr", "GET", "/"),))
    assert said(walked(fine, Step("a", "A", ()))) == ["“A” has no request."]
    assert said(walked(fine, Group("a", "A", ()))) == ["There is nothing in “A”."]
    assert repaired(walked(fine, Group("a", "A", ()))) == [[]]
    assert said(Journey("J1", "J", ())) == ["There is nothing to do again and again."]
    test = Condition("c", "C", Test("", Operator.EQUAL, ""), (fine,))
    assert said(walked(test)) == ["The test of “C” is still to be written."]


def test_weights_chains_labels_and_shares_are_looked_at() -> None:
    a, b = (Step(it, it.upper(), (Request(f"{it}r", "GET", "/"),)) for it in "ab")
    drawn = walked(replace(a, weight=0), replace(b, weight=0), order=Order.WEIGHTED)
    assert said(drawn) == ["All weights are 0: no step is ever drawn."]
    assert repaired(drawn) == [[], []]
    ended = walked(replace(a, next=(("b", 1),)), b, order=Order.CHAIN)
    assert said(ended) == ["Nothing follows “B”: its chain ends here."]
    assert repaired(ended) == [[]]
    lost = walked(
        replace(a, next=(("b", 1), ("z", 1))), replace(b, next=(("a", 1),)), order=Order.CHAIN
    )
    assert said(lost) == ["What follows “A” is not there, or switched off."]
    assert repaired(lost) == [[]]
    alone = walked(replace(a, next=(("a", 1),)), replace(b, next=(("a", 1),)), order=Order.CHAIN)
    assert said(alone) == ["No step leads to “B”."]
    labels = walked(replace(a, next=(("a", 1),), labels=("read",)), order=Order.CHAIN)
    assert repaired(labels) == [[]]
    assert repaired(replace(labels, again=(replace(a, next=(("a", 1),)),), labels=("x",))) == [[]]
    choice = Choice("c", "C", (Branch("1", 80, (a,)), Branch("2", 80, (b,))))
    assert said(walked(choice)) == ["The ways of “C” are 160 of 100 passes."]
    assert repaired(walked(choice)) == [[]]


def test_a_start_that_is_tried_without_a_pause_is_told_of() -> None:
    journey = replace(PRACTICE, wait=NoWait())
    assert repaired(journey) == [[]]
    assert said(replace(journey, retries_start=False)) == []


@pytest.mark.parametrize(
    ("request_", "sentence"),
    [
        (Request("r", "GET", "path"), "does not begin with a slash"),
        (Request("r", "GET", "//path"), "for the beginning of a host"),
        (Request("r", "GET", "/", headers=(("X", "a\nb"),)), "a control character"),
        (Request("r", "GET", "/", headers=(("X", "日本"),)), "headers cannot carry"),
        (Request("r", "GET", "/", headers=(("X Y", "b"),)), "cannot be the name of a header"),
        (Request("r", "POST", "/", body=JsonBody("{")), "is no JSON"),
        (Request("r", "POST", "/", body=JsonBody("{}", (Hole("/a", "x"),))), "has no place “/a”"),
        (Request("r", "GET", "/", checks=(MatchesCheck("("),)), "is no regular expression"),
    ],
)
def test_what_a_request_cannot_send_or_match_is_told_of(request_: Request, sentence: str) -> None:
    journey = walked(Step("a", "A", (request_,)))
    assert sentence in str(only(journey).sentence)
    assert all(left == [] for left in repaired(journey))


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        (PatternPlace("a(b", 1), "is no regular expression"),
        (PatternPlace("ab", 1), "has no group 1"),
        (AddressPlace("ab"), "has no group 1"),
        (ElementPlace("{"), "which element of a page is meant"),
    ],
)
def test_places_no_take_could_find_are_told_of(place: Place, sentence: str) -> None:
    request = Request("r", "GET", "/", takes=(Take("x", place),))
    problems = said(walked(Step("a", "A", (request,)), using("b")))
    assert sentence in problems[0]
    assert len(problems) == 1


def test_addresses_of_other_kinds_are_in_order() -> None:
    for path in ((X,), (Host("api"), "/x"), "http://a.test/x", "https://a.test"):
        journey = walked(Step("a", "A", (Request("r", "GET", path),)), made=(Made("x", Uuid()),))
        assert [it for it in said(journey) if "Nothing uses" not in it] == []
    slashes = walked(Step("a", "A", (Request("r", "GET", "//x"),)), client=Client.HTTP)
    assert said(slashes) == []


ACCOUNTS = DataFile("D1", "accounts", ("username",), 3, "0")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ((Variable("accounts.username"),), None),
        ((Variable("accounts.usrname"),), "The data file “accounts” has no column “usrname”."),
        ((Variable("account.username"),), "There is no data file “account”."),
        ((Secret("token"),), None),
        ((Secret("pin"),), "The secret “pin” has no value on this computer."),
        ((Host("main"),), None),
        ((Host("api"),), "The target has no host “api”."),
        ((Variable("lang"),), None),
    ],
)
def test_what_is_not_there_is_told_of(text: Text, sentence: str | None) -> None:
    body = FormBody((("a", text),))
    journey = walked(Step("a", "A", (Request("r", "POST", "/", body=body),)))
    known = Known(
        (ACCOUNTS,),
        frozenset({"main"}),
        frozenset({"lang"}),
        frozenset({"TOKEN"}),
        frozenset[str](),
    )
    assert said(journey, known) == ([sentence] if sentence else [])
    if sentence and "accounts" in sentence:
        assert repaired(journey, known) == [[]]
    assert [it for it in said(journey) if "lang" not in it] == []


def test_code_is_looked_at() -> None:
    fine = CodeBlock("c", "C", "pass")
    assert said(walked(fine), Known(allows_code=False)) == [
        "“C” does not run: code is not allowed in this project."
    ]
    assert said(walked(fine)) == []
    assert "is no Python" in said(walked(CodeBlock("c", "C", "if")))[0]
    assert "which is Locust's own" in said(walked(CodeBlock("c", "C", "self.client = 1")))[0]


def test_a_journey_that_changes_is_looked_at_anew() -> None:
    inspector = Inspector()
    journey = walked(taking("a"), using("b"))
    assert inspector.inspect(journey, Known()) == ()
    assert len(inspector.inspect(replace(journey, again=journey.again[1:]), Known())) == 1
    assert inspector.inspect(journey, Known()) == ()


KNOWNS = st.sampled_from(
    (
        Known(),
        Known((ACCOUNTS,), frozenset({"main"}), frozenset(), frozenset(), frozenset(), False),
    )
)


@given(any_journeys, KNOWNS)
@settings(max_examples=100, deadline=None)
def test_any_journey_can_be_inspected_and_every_repair_made(journey: Journey, known: Known) -> None:
    for problem in inspect(journey, known):
        assert str(problem.sentence)
        for repair in problem.repairs:
            assert str(repair.sentence)
            try:
                edit = repair.edit(journey)
            except StudioError:
                continue  # of a journey in which ids come twice
            assert read_document(write_document([edit.journey])) == (edit.journey,)
