"""The check's own copy is what the studio writes, and may do no more than it says."""

import ast

from studio.locustfile import emit_goals, emit_shape, feed, known_requests, preamble
from studio.locustfile import preamble_blocks as blocks
from studio.locustfile import preamble_requests as requests
from studio.locustfile.known_parts import (
    IMPORTS_OF_PARTS,
    KNOWN_PARTS,
    OF_BLOCKS,
    OF_GOALS,
    OF_REQUESTS,
    TEXT,
)
from studio.locustfile.parts import READERS

WRITTEN = (
    preamble.FROM_ENVIRONMENT,
    feed.EACH_ROW,
    feed.AGAIN_AND_AGAIN,
    feed.AT_RANDOM,
    feed.FEED,
    emit_shape.PLANNED_LOAD,
)
USUAL = (
    requests.BASIC,
    requests.TEXT_OF,
    requests.NOTHING,
    requests.HOLDS,
    requests.JSON_AT,
    requests.ATTRIBUTE,
    *(text for _, text in READERS),
)
MAY_BE_MISSING = tuple(
    requests.may_be_missing(text) for _, text in READERS if "\n    fail(response" in text
)

WRITTEN_FOR_BLOCKS = (
    blocks.COUNT_STEP,
    blocks.COUNTED,
    blocks.GIVE_UP,
    blocks.WALK_CHAIN,
    blocks.ITEMS_OF,
    blocks.BASE64_OF,
    blocks.COUNTER,
)
WRITTEN_FOR_GOALS = (emit_goals.WRITE_JUNIT, emit_goals.MEASURED, emit_goals.JUDGE)


def test_what_is_written_is_what_is_known() -> None:
    assert "\n\n".join(WRITTEN) == TEXT
    assert "\n\n".join(WRITTEN_FOR_BLOCKS) == OF_BLOCKS
    assert "\n\n".join(WRITTEN_FOR_GOALS) == OF_GOALS
    assert "\n\n".join(USUAL) == known_requests.USUAL
    assert f"{requests.JSON_AT_ANY}\n\n{requests.JSON_AT_WHERE}" == known_requests.OTHER_PATHS
    assert "\n\n".join(MAY_BE_MISSING) == known_requests.MAY_BE_MISSING
    assert sum(map(len, KNOWN_PARTS.values())) == len(
        (
            *WRITTEN,
            *WRITTEN_FOR_BLOCKS,
            *WRITTEN_FOR_GOALS,
            *USUAL,
            "FIELD",
            *MAY_BE_MISSING,
            "json_at",
            "json_at",
        )
    )


def test_parts_import_what_they_use() -> None:
    nodes = ast.walk(ast.parse("\n".join((TEXT, *OF_REQUESTS, OF_BLOCKS, OF_GOALS))))
    used = {node.id for node in nodes if isinstance(node, ast.Name)}
    modules = {name for name, imported in IMPORTS_OF_PARTS.items() if not imported}
    names = {name for imported in IMPORTS_OF_PARTS.values() for name in imported}
    assert names | modules <= used
