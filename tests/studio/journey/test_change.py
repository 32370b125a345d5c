"""A change is one line."""

from studio.journey.change import Change, ChangeKind, changed
from studio.journey.places import Where
from studio.journey.words import in_words
from studio.phrase import NOTHING, Phrase

HOST = Phrase("journey", "host")


def test_what_came_or_went_is_said_so() -> None:
    came = changed(Where("n"), "Pay", HOST, NOTHING, in_words("api"))
    went = changed(Where("n"), "Pay", HOST, in_words("api"), NOTHING)
    other = changed(Where("n"), "Pay", HOST, in_words("api"), in_words("main"))
    assert [it.kind for it in (came, went, other)] == [
        ChangeKind.ADDED,
        ChangeKind.REMOVED,
        ChangeKind.CHANGED,
    ]
    assert str(other.line) == "“Pay”, host: api → main"
    assert str(came.line) == "“Pay”, host api added"


def test_a_whole_step_is_said_by_its_name() -> None:
    assert str(Change(ChangeKind.MOVED, Where("n"), "Pay").line) == "“Pay” moved"
