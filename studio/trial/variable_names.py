"""What a journey's variable is called in its locustfile, where a trial reports its value."""

from collections.abc import Mapping

from studio.locustfile.identifiers import method_name


def value_of(variable: str, known: Mapping[str, str]) -> str | None:
    """Return the value of a variable as a trial reported it; None if it is not known.

    Args:
        variable: As in `order_id`, or `accounts.username` for a column of a data file.
        known: Names in the locustfile and their values.
    """
    source, dot, column = variable.partition(".")
    if dot:
        named = (it for it in known if it.endswith(f".{column}"))
        rows = [it for it in named if _is_row_of(it.partition(".")[0], source)]
        return known[rows[0]] if rows else None
    for name in (variable, method_name(variable, frozenset())):
        if name in known:
            return known[name]
    return None


def _is_row_of(row: str, source: str) -> bool:
    """Return whether a user's attribute holds a row of a data file: `account` of `accounts`."""
    return row[: max(3, len(row) - 4)] == source[: max(3, len(row) - 4)]
