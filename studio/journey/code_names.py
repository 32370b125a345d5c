"""What a code block reads and keeps on its user, found without running it."""

import ast
import warnings
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class CodeNames:
    """The attributes of the user a code block mentions, each once, in their order."""

    reads: tuple[str, ...] = ()
    """Those it reads before it sets them itself, as far as the text tells."""

    sets: tuple[str, ...] = ()
    fault: str = ""
    """Why it is no Python; empty: it is."""


@lru_cache(maxsize=512)
def names_in_code(text: str) -> CodeNames:
    """Return what a code block reads and sets."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a questionable escape is the writer's own affair
            tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return CodeNames(fault=str(error)[:100])
    found = [it for it in ast.walk(tree) if isinstance(it, ast.Attribute) and _is_self(it.value)]
    found.sort(key=lambda it: (it.lineno, it.col_offset))
    sets = tuple(dict.fromkeys(it.attr for it in found if isinstance(it.ctx, ast.Store)))
    first = {it.attr: it for it in reversed(found)}
    reads = tuple(
        dict.fromkeys(
            it.attr
            for it in found
            if isinstance(it.ctx, ast.Load) and isinstance(first[it.attr].ctx, ast.Load)
        )
    )
    return CodeNames(reads, sets)


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "self"
