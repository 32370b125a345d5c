"""Sentences come back as they were, and what a stranger wrote is no more than text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.sentence_json import read_sentence, write_sentence
from studio.phrase import Phrase


@given(st.text())
def test_a_sentence_comes_back_with_its_values(name: str) -> None:
    sentence = Phrase("journey", "Move “{name}” up", "a note").of(name=name)
    assert read_sentence(write_sentence(sentence)) == sentence


def test_a_counted_sentence_stays_counted() -> None:
    sentence = Phrase("journey", "Add %n step(s)", "", 1).of(n=3)
    assert str(read_sentence(write_sentence(sentence))) == "Add 3 steps"


@pytest.mark.parametrize(
    "text",
    ["{name.__class__}", "{name!r}", "{gone}", "{", "}", "{name:>99999}", "{{name}}", "{}"],
)
def test_places_that_are_no_mere_names_are_text(text: str) -> None:
    sentence = Phrase("journey", text).of(name="x")
    assert str(read_sentence(write_sentence(sentence))) == text


@given(st.text())
def test_any_text_is_a_sentence(text: str) -> None:
    assert str(read_sentence(text)) is not None


def test_a_count_that_is_no_number_counts_nothing() -> None:
    sentence = Phrase("journey", "Add %n step(s)", "", 1).of(n="many")
    assert str(read_sentence(write_sentence(sentence))) == "Add %n step(s)"
