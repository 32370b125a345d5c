"""An object is looked at once."""

from studio.journey.facts import Facts, Mention, PerObject, facts_of_node, facts_of_request
from studio.journey.node import CodeBlock
from studio.journey.request import Request
from studio.journey.take import HeaderPlace, Take
from studio.journey.template import Host, Secret, Variable


def test_a_request_mentions_what_is_no_literal() -> None:
    request = Request(
        "r",
        "GET",
        (Host("api"), "/", Variable("x")),
        headers=(("A", "plain"), ("B", (Secret("key"),))),
        takes=(Take("t", HeaderPlace("X"), default=(Variable("y"),)),),
    )
    assert facts_of_request(request) == Facts(
        (
            Mention(Host("api"), "path", -1),
            Mention(Variable("x"), "path", -1),
            Mention(Secret("key"), "headers", 1),
        ),
        (Mention(Variable("y"), "takes", 0),),
        ("t",),
    )


def test_code_mentions_what_it_reads() -> None:
    long = "a" * 61
    facts = facts_of_node(CodeBlock("c", "C", f"self.x = self.y + self.{long} + self.é"))
    assert facts == Facts((Mention(Variable("y"), "text", -1),), sets=("x",))


def test_an_object_is_looked_at_once() -> None:
    seen: list[str] = []

    def look(text: str) -> int:
        seen.append(text)
        return len(text)

    per_object = PerObject(look)
    text = "abc"
    assert (per_object(text), per_object(text), seen) == (3, 3, ["abc"])
    for number in range(20_001):
        per_object(f"{number:05}")
    assert per_object(text) == 3
    assert seen.count("abc") == 2
