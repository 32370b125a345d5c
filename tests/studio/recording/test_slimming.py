"""Recordings without the texts of their answers keep all the rest."""

from dataclasses import replace

from studio.progress import Progress
from studio.recording.slimming import without_texts
from tests.studio.recording.visits import exchange, visit


def test_only_the_texts_are_gone() -> None:
    whole = visit(exchange("POST", "/a", body="x", answer="long", sent={"A": "b"}))
    (slim,) = without_texts(whole, Progress())
    (full,) = whole.exchanges
    assert full.answer is not None
    assert slim == replace(full, answer=replace(full.answer, text=""))
