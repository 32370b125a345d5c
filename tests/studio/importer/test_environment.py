"""Environments of Postman."""

from studio.importer.environment import is_environment, is_globals, values_in


def test_environments_are_told_from_collections() -> None:
    assert is_environment({"name": "x", "values": []})
    assert is_environment({"_postman_variable_scope": "globals"})
    assert is_globals({"_postman_variable_scope": "globals"})
    assert not is_environment({"item": [], "values": [], "name": "x"})


def test_values_that_are_off_do_not_count() -> None:
    found = list(
        values_in(
            [
                {"key": "a", "value": 1},
                {"key": "b", "value": "2", "type": "secret"},
                {"key": "c", "value": "3", "enabled": False},
                {"id": "d", "value": "4"},
            ]
        )
    )
    assert found == [("a", "1", False), ("b", "2", True), ("d", "4", False)]
    assert list(values_in({"a": "1"})) == [("a", "1", False)]
