"""A journey tells what it needs from elsewhere."""

from studio.journey.auth import BasicAuth
from studio.journey.body import FieldPart, FilePart, FormBody, Hole, JsonBody, PartsBody, RawBody
from studio.journey.check import ContainsCheck, Operator, Test
from studio.journey.journey import Journey, Tls
from studio.journey.made import Composed, Made
from studio.journey.node import Loop, Step, Until
from studio.journey.request import QueryField, Request
from studio.journey.take import HeaderPlace, Take
from studio.journey.template import Host, Secret, take_apart
from studio.journey.uses import attachments_of, hosts_of, secrets_of, sources_in_node, sources_of

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
    assert sources_in_node(SEND) == {"words", "cities", "notes"}
    assert sources_of(JOURNEY) == {"pages", "words", "cities", "notes", "people"}


def test_each_secret_is_named_once() -> None:
    assert secrets_of([JOURNEY, JOURNEY]) == (Secret("a"), Secret("b"))


WIDE = Journey(
    "J1",
    "Wide",
    again=(
        Loop(
            "n1",
            "Wait for it",
            Until(Test(take_apart("{{status}}"), Operator.EQUAL, take_apart("{{words.paid}}"))),
            (
                Step(
                    "n2",
                    "Ask",
                    (
                        Request(
                            "r1",
                            "PUT",
                            "/",
                            query=(
                                QueryField("a", take_apart("{{pages.a}}")),
                                QueryField("b", take_apart("{{unsent.b}}"), is_on=False),
                            ),
                            host="api",
                            auth=BasicAuth(take_apart("{{people.name}}"), (Secret("password"),)),
                            body=PartsBody(
                                (
                                    FieldPart("a", take_apart("{{notes.a}}")),
                                    FilePart("b", "scan.png", "scan.png"),
                                )
                            ),
                            takes=(Take("status", HeaderPlace("X"), default=(Secret("other"),)),),
                            checks=(ContainsCheck((Host("cdn"),)),),
                        ),
                    ),
                ),
            ),
        ),
    ),
    made=(Made("m", Composed(take_apart("{{made.x}}"))),),
    tls=Tls(authority="ca.pem", client_certificate="certificate"),
)


def test_what_stands_in_blocks_parts_and_checks_is_looked_at() -> None:
    assert sources_of(WIDE) == {"words", "pages", "people", "notes", "made"}
    assert secrets_of([WIDE]) == (Secret("password"), Secret("other"), Secret("certificate"))


def test_hosts_and_files_are_named_once() -> None:
    assert hosts_of(WIDE) == ("main", "api", "cdn")
    assert attachments_of(WIDE) == ("ca.pem", "scan.png")
