"""The check's own copy is what the studio writes, and may do no more than it says."""

import ast

from studio.locustfile import emit_shape, feed, preamble
from studio.locustfile.known_parts import IMPORTS_OF_PARTS, KNOWN_PARTS, TEXT

WRITTEN = (
    preamble.FROM_ENVIRONMENT,
    feed.EACH_ROW,
    feed.AGAIN_AND_AGAIN,
    feed.AT_RANDOM,
    feed.FEED,
    emit_shape.PLANNED_LOAD,
)


def test_what_is_written_is_what_is_known() -> None:
    assert "\n\n".join(WRITTEN) == TEXT
    assert set(KNOWN_PARTS) == {
        *("Feed", "PlannedLoad", "again_and_again", "at_random", "each_row", "read_secret"),
    }


def test_parts_import_what_they_use() -> None:
    used = {node.id for node in ast.walk(ast.parse(TEXT)) if isinstance(node, ast.Name)}
    modules = {name for name, imported in IMPORTS_OF_PARTS.items() if not imported}
    names = {name for imported in IMPORTS_OF_PARTS.values() for name in imported}
    assert names | modules <= used
