"""What code reads and sets is found without running it."""

import pytest

from studio.journey.code_names import CodeNames, names_in_code


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("self.a = self.b", CodeNames(("b",), ("a",))),
        ("self.a = 1\nprint(self.a)", CodeNames((), ("a",))),
        ("print(self.a)\nself.a = 1", CodeNames(("a",), ("a",))),
        ("other.a = self", CodeNames()),
        ("", CodeNames()),
        ("'\\d'", CodeNames()),
    ],
)
def test_attributes_of_the_user_are_found(text: str, names: CodeNames) -> None:
    assert names_in_code(text) == names


@pytest.mark.parametrize("text", ["if", "\x00", "(" * 10_000])
def test_what_is_no_python_says_why(text: str) -> None:
    assert names_in_code(text).fault
