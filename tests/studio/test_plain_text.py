"""A text from outside does nothing to whoever looks at it."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from studio.plain_text import plain


def test_what_does_something_is_spelled_out() -> None:
    assert plain("\x1b[2J\u202e\x07\u2028 é 🙂") == "\\x1b[2J\\u202e\\x07\\u2028 é 🙂"
    assert plain("a\n\tb\r", keep="\n\t") == "a\n\tb\\r"


@given(st.text(st.characters()))
def test_nothing_that_cannot_be_seen_is_left(text: str) -> None:
    for sign in plain(text):
        assert unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
