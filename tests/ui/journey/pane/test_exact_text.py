"""A text behind an edit of Qt, to the byte."""

from hypothesis import given
from hypothesis import strategies as st

from ui.journey.pane.exact_text import LINE_END, ExactText

SIGNS = st.text("ab\r\n\u2028\u2029\xa0é", max_size=12)


def test_line_ends_nobody_touched_stay_what_they_were() -> None:
    exact = ExactText("a\r\nb\nc\rd")
    assert exact.raw == "a\u2029b\u2029c\u2029d"
    exact.edit("a\u2029bx\u2029c\u2029d")
    assert exact.text == "a\r\nbx\nc\rd"


def test_a_new_line_ends_as_the_others_do() -> None:
    exact = ExactText("a\r\nb")
    exact.edit("a\u2029\u2029b")
    assert exact.text == "a\r\n\r\nb"


@given(SIGNS, SIGNS)
def test_what_is_held_is_what_was_typed(before: str, after: str) -> None:
    exact = ExactText(before)
    assert exact.text == before
    raw = ExactText(after).raw
    exact.edit(raw)
    assert exact.raw == raw
    assert len(ExactText(exact.text).raw) <= len(raw)


@given(SIGNS, st.integers(0, 12))
def test_a_sign_more_changes_no_other(before: str, at: int) -> None:
    exact = ExactText(before)
    raw = exact.raw[:at] + "#" + exact.raw[at:]
    exact.edit(raw)
    assert exact.text.replace("#", "", 1) == before
    assert LINE_END not in before or LINE_END in exact.text
