"""Environments of other tools: names and values."""

from collections.abc import Iterator

from studio.importer.tree import Mapping, is_list, is_mapping, mapping, mappings, text


def is_environment(tree: object) -> bool:
    """Return whether a tree is an environment, or globals."""
    found = mapping(tree)
    scope = text(found.get("_postman_variable_scope"))
    has_values = is_list(found.get("values")) and "item" not in found
    return scope in ("environment", "globals") or (has_values and "name" in found)


def is_globals(tree: object) -> bool:
    """Return whether an environment holds for all others."""
    found = mapping(tree)
    return text(found.get("_postman_variable_scope")) == "globals"


def values_in(value: object) -> Iterator[tuple[str, str, bool]]:
    """Yield names, values and whether each is a secret; those that are off are left out."""
    for it in _listed(value):
        key = text(it.get("key") or it.get("id"))
        is_off = it.get("disabled") is True or it.get("enabled") is False
        if key and not is_off:
            given = it.get("value", it.get("currentValue"))
            is_secret = text(it.get("type")) == "secret" or it.get("secret") is True
            yield key, text(given), is_secret


def _listed(value: object) -> list[Mapping]:
    if is_mapping(value):
        return [{"key": name, "value": inner} for name, inner in mapping(value).items()]
    return mappings(value)
