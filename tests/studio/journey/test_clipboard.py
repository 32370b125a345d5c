"""What is copied is a journey document, and is pasted under new ids into any journey."""

from dataclasses import replace

import pytest

from studio.errors import FileFormatError
from studio.journey.clipboard import can_paste, copy, cut, duplicate, paste, paste_requests
from studio.journey.document import read_document, write_document
from studio.journey.journey import Journey
from studio.journey.made import Base64, Made, Uuid
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.sample import PRACTICE
from studio.journey.spot import Spot, find_node
from studio.journey.template import Variable

USING = Step("n1", "Use", (Request("r1", "GET", ("/", Variable("key"))),))
MAKING = Journey(
    "J2",
    "Other",
    (USING,),
    made=(
        Made("who", Uuid()),
        Made("key", Base64((Variable("who"), ":"))),
        Made("unused", Uuid()),
    ),
)


def test_steps_travel_between_journeys_with_what_users_make_up_for_them() -> None:
    text = copy(MAKING, {"n1"})
    assert can_paste(text)
    edit = paste(PRACTICE, text, Spot("again", 0))
    assert edit.journey.made == MAKING.made[:2]
    (new,) = edit.chosen
    pasted = find_node(edit.journey, new)
    assert isinstance(pasted, Step)
    assert (pasted.name, pasted.requests[0].path) == ("Use", USING.requests[0].path)
    assert edit.journey.again[1:] == PRACTICE.again
    assert paste(edit.journey, text, Spot("again", 0)).journey.made == MAKING.made[:2]


def test_requests_are_copied_without_their_step() -> None:
    text = copy(PRACTICE, {"r3"})
    edit = paste_requests(PRACTICE, text, "n3", 0)
    step = find_node(edit.journey, "n3")
    assert isinstance(step, Step)
    assert [it.path for it in step.requests] == ["/static/assets.js", "/todos"]
    assert edit.chosen == (step.requests[0].id,)
    (alone,) = read_document(text)[0].again
    assert alone.name == "Open home"


def test_cutting_takes_them_away() -> None:
    text, edit = cut(PRACTICE, {"n2"})
    assert edit.journey.again == PRACTICE.again[1:]
    back = paste(edit.journey, text, Spot("again", 0)).journey
    assert [it.name for it in back.again] == [it.name for it in PRACTICE.again]
    assert not {"n2"} & {it.id for it in back.again}
    assert cut(PRACTICE, {"gone"}) == (
        "",
        replace(edit, journey=PRACTICE, sentence=cut(PRACTICE, {"gone"})[1].sentence),
    )


def test_copies_stand_right_after_what_they_are_copies_of() -> None:
    nodes = duplicate(PRACTICE, {"n2", "n3"}).journey.again
    assert [it.name for it in nodes[:4]] == ["Open home", "Look at the list"] * 2
    edit = duplicate(PRACTICE, {"r2"})
    step = find_node(edit.journey, "n2")
    assert isinstance(step, Step)
    assert [it.path for it in step.requests] == ["/", "/", "/static/assets.js"]
    assert edit.chosen == (step.requests[1].id,)
    assert duplicate(PRACTICE, {"gone"}).journey is PRACTICE


@pytest.mark.parametrize("text", ["", "{}", "curl http://a.test", write_document([])])
def test_what_is_no_journey_is_not_pasted(text: str) -> None:
    with pytest.raises(FileFormatError):
        paste(PRACTICE, text, Spot("again", 0))
    assert not can_paste("curl http://a.test")
