"""What only runs under a condition is told from the rest of a script."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.importer.postman.script_blocks import Blocks


@pytest.mark.parametrize(
    ("source", "is_conditional"),
    [
        ("X", False),
        ("if (a) { X }", True),
        ("if (a) X;", True),
        ("if (a) b(); X", False),
        ("if (a) { b } else { X }", True),
        ("if (a) { b } X", False),
        ("pm.test('if (', function () { X })", False),
        ("list.forEach(it => { X })", True),
        ("if (a) { pm.test(() => { X }) }", True),
        ("} X", False),
    ],
)
def test_blocks(source: str, is_conditional: bool) -> None:
    assert Blocks(source).is_conditional(source.index("X")) is is_conditional


@given(st.text(alphabet="if(){};'\" \nelse"))
def test_any_text_has_blocks(source: str) -> None:
    assert Blocks(source).is_conditional(len(source)) in (True, False)
