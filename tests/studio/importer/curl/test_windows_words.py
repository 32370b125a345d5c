"""A text for the command line of Windows is taken apart as Windows would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.importer.curl.windows_words import is_for_windows, windows_commands


def _words(text: str) -> list[list[str]]:
    return [[word.text for word in command.words] for command in windows_commands(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            'curl ^"http://x/?a=1^&b=2^" ^\n  -H ^"a: b^"',
            [["curl", "http://x/?a=1&b=2", "-H", "a: b"]],
        ),
        ('curl x --data-raw ^"^{^\\^"q^\\^":2^}^"', [["curl", "x", "--data-raw", '{"q":2}']]),
        ('curl ^\r\n "a^b" ^^', [["curl", "a^b", "^"]]),
        ('curl "{""a"":1}" "b\\\\" c', [["curl", '{"a":1}', "b\\", "c"]]),
        ('curl "a" && curl "b"', [["curl", "a"], ["curl", "b"]]),
        ('curl ^"a^\n\nb^"', [["curl", "a\nb"]]),
    ],
)
def test_words(text: str, words: list[list[str]]) -> None:
    assert _words(text) == words


def test_carets_tell_windows() -> None:
    assert is_for_windows('curl ^"x^"')
    assert is_for_windows("curl x ^\n -H y")
    assert not is_for_windows("curl 'x^y' -d \"a^b\"")


@given(st.text(alphabet='ab ^"\\\n&%curl') | st.text())
def test_any_text_is_taken_apart(text: str) -> None:
    assert all(isinstance(word, str) for words in _words(text) for word in words)
