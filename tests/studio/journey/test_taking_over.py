"""A journey taken over by hand is its text, with all that the text needs beside it."""

from dataclasses import replace

from studio.journey.body import FileBody
from studio.journey.by_hand import ByHand
from studio.journey.difference import difference
from studio.journey.document import read_document, write_document
from studio.journey.inspection import inspect
from studio.journey.journey import Journey, Tls
from studio.journey.node import Step
from studio.journey.problem import Known
from studio.journey.request import Request
from studio.journey.sample import PRACTICE
from studio.journey.searching import Wanted, find, replace_all
from studio.journey.taking_over import change_code, taken_over
from studio.journey.template import Host, Secret, Variable
from studio.journey.uses import attachments_of, hosts_of, secrets_of, sources_of

FULL = Journey(
    "J1",
    "Full",
    (
        Step(
            "n1",
            "All",
            (
                Request(
                    "r1",
                    "POST",
                    (Host("api"), "/", Variable("accounts.name"), Secret("pin")),
                    body=FileBody("cat.png"),
                ),
            ),
        ),
    ),
    host="shop",
    tls=Tls(authority="ca.pem", client_certificate="cert"),
)
OVER = taken_over(FULL, "x = 1\n", "By hand")


def test_what_its_file_needs_comes_with_it() -> None:
    for needed in (sources_of, attachments_of, hosts_of):
        assert needed(OVER) == needed(FULL)
    assert secrets_of([OVER]) == secrets_of([FULL])
    assert (OVER.name, OVER.host, OVER.again) == ("By hand", "shop", ())
    assert read_document(write_document([OVER])) == (OVER,)


def test_its_text_is_edited_and_searched() -> None:
    edit = change_code(OVER, "y = 1\n", typing=True)
    assert edit.journey.by_hand == replace(OVER.by_hand or ByHand(""), text="y = 1\n")
    assert edit.typing
    assert change_code(OVER, "x = 1\n").journey is OVER
    assert change_code(PRACTICE, "x").journey is PRACTICE
    assert [it.line for it in find(OVER, Wanted("x ="))] == ["x = 1 "]
    replaced = replace_all(OVER, Wanted("x"), "y").journey
    assert replaced == edit.journey
    assert [str(it.line) for it in difference(OVER, replaced)] == ["code changed"]


def test_it_is_inspected_as_code() -> None:
    assert inspect(OVER) == ()
    broken = change_code(OVER, "if").journey
    said = [str(it.sentence) for it in inspect(broken, Known(allows_code=False))]
    assert len(said) == 2
    assert "is no Python" in said[0]
