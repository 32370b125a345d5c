"""A journey tells what it needs from elsewhere."""

from studio.journey.journey import Journey, Step
from studio.journey.request import FormBody, Hole, JsonBody, RawBody, Request
from studio.journey.template import Secret, take_apart
from studio.journey.uses import secrets_of, sources_in_step, sources_of

OPEN = Step("n1", "Open", (Request("r1", "GET", take_apart("/{{pages.path}}")),))
SEND = Step(
    "n2",
    "Send",
    (
        Request("r2", "POST", "/", body=FormBody((("a", take_apart("{{words.a}}{{secret.b}}")),))),
        Request("r3", "POST", "/", body=JsonBody("[1]", (Hole("/0", take_apart("{{cities.x}}")),))),
        Request("r4", "POST", "/", body=RawBody(take_apart("{{notes.text}}"), "text/plain")),
    ),
)
JOURNEY = Journey(
    "J1",
    "Visitor",
    (OPEN,),
    (SEND,),
    headers=(("X", take_apart("{{secret.a}} {{people.name}} {{secret.b}}")),),
)


def test_every_text_of_a_request_is_looked_at() -> None:
    assert sources_in_step(SEND) == {"words", "cities", "notes"}
    assert sources_of(JOURNEY) == {"pages", "words", "cities", "notes", "people"}


def test_each_secret_is_named_once() -> None:
    assert secrets_of([JOURNEY, JOURNEY]) == (Secret("a"), Secret("b"))
