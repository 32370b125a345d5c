"""The check's own copy is what the studio writes, and may do no more than it says."""

import ast

from studio.locustfile import emit_shape, feed, preamble, preamble_requests
from studio.locustfile.known_parts import IMPORTS_OF_PARTS, KNOWN_PARTS, OF_REQUESTS, TEXT

WRITTEN = (
    preamble.FROM_ENVIRONMENT,
    feed.EACH_ROW,
    feed.AGAIN_AND_AGAIN,
    feed.AT_RANDOM,
    feed.FEED,
    emit_shape.PLANNED_LOAD,
)
WRITTEN_FOR_REQUESTS = (preamble_requests.BASIC,)


def test_what_is_written_is_what_is_known() -> None:
    assert "\n\n".join(WRITTEN) == TEXT
    assert "\n\n".join(WRITTEN_FOR_REQUESTS) == OF_REQUESTS
    assert set(KNOWN_PARTS) == {
        *("Feed", "PlannedLoad", "again_and_again", "at_random", "each_row", "read_secret"),
        "basic",
    }


def test_parts_import_what_they_use() -> None:
    nodes = ast.walk(ast.parse(f"{TEXT}\n{OF_REQUESTS}"))
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    modules = {name for name, imported in IMPORTS_OF_PARTS.items() if not imported}
    names = {name for imported in IMPORTS_OF_PARTS.values() for name in imported}
    assert names | modules <= used
