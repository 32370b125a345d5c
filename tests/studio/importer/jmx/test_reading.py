"""What is around a part has its place; blocks are numbered."""

from studio.importer.jmx.reading import Around
from tests.studio.importer.jmx.plans import reading


def test_what_is_within_a_part_has_its_place() -> None:
    inner = Around("", notes=("code",)).within("Users").within("Login")
    assert (inner.place, inner.depth, inner.notes) == ("Users / Login", 2, ())


def test_blocks_are_numbered() -> None:
    it = reading()
    assert [it.next_node(), it.next_node()] == ["g1", "g2"]
