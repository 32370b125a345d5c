"""A text for a POSIX shell is taken apart as the shell would, and nothing is run."""

import shlex
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.importer.curl.shell_words import ansi_text, shell_commands


def _words(text: str) -> list[list[str]]:
    return [[word.text for word in command.words] for command in shell_commands(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a 'b c'\"d e\"f", [["a", "b cd ef"]]),
        ("a \\\n  b", [["a", "b"]]),
        ('a "b\\"c\\$d\\e" \\ f', [["a", 'b"c$d\\e', " f"]]),
        ("a;b&&c||d\ne", [["a"], ["b"], ["c"], ["d"], ["e"]]),
        ("# note\na # b\nc#d", [["a"], ["c#d"]]),
        ("a > out 2>&1 b", [["a", "b"]]),
        ("a '' \"\"", [["a", "", ""]]),
        ("a $'it\\'s \\u0021\\x41\\101'", [["a", "it's !AA"]]),
        ("a http://x/?b=1&c=2 &", [["a", "http://x/?b=1&c=2"]]),
        ("a 'never ends", [["a", "never ends"]]),
    ],
)
def test_words(text: str, words: list[list[str]]) -> None:
    assert _words(text) == words


def test_what_a_shell_would_replace_stays_and_is_named() -> None:
    (command,) = shell_commands("curl \"$A\" '$B' ${C}x $(date +%s) `d`")
    assert [word.text for word in command.words[1:]] == ["$A", "$B", "${C}x", "$(date +%s)", "`d`"]
    assert [word.expansions for word in command.words[1:]] == [
        ("$A",),
        (),
        ("${C}",),
        ("$(date +%s)",),
        ("`d`",),
    ]


def test_lines_and_pipes_are_known() -> None:
    first, second, third = shell_commands("\n\na | b\nc")
    assert (first.line, second.source, third.line) == (3, "| b", 4)


def test_here_documents_are_given() -> None:
    first, second = shell_commands("a -d @- <<'EOF'\n{x}\nEOF\nb <<< word")
    assert (first.stdin, second.stdin) == ("{x}\n", "word\n")
    assert [word.text for word in second.words] == ["b"]


def test_escapes_of_ansi_quotes_are_undone() -> None:
    assert ansi_text("\\n\\t\\e\\ud83d\\ude42\\U0001F642\\q\\ca") == "\n\t\x1b🙂🙂\\q\x01"


@given(st.lists(st.text(alphabet="ab $`'\"\\\n;&|<>#(){}é", max_size=12), min_size=1))
def test_quoted_words_come_back(words: list[str]) -> None:
    text = "x " + " ".join(map(shlex.quote, words))
    assert _words(text) == [["x", *words]]


@given(st.text(alphabet="ab $`'\"\\\n;&|<>#(){}-@=") | st.text())
def test_any_text_is_taken_apart(text: str) -> None:
    assert all(command.words for command in shell_commands(text))


@pytest.mark.parametrize("part", ["$(", "`", '"`', "'", "<<a\n", "\\", "${", '"$('])
def test_no_text_takes_long(part: str) -> None:
    begun = time.process_time()
    assert list(shell_commands("a " + part * 20_000)) is not None
    assert time.process_time() - begun < 3
