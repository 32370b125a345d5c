"""Secrets have their values before a run begins, or it does not begin."""

import pytest

from studio.export.bundle import Bundle
from studio.journey.template import Secret
from studio.run.secret_values import SecretError, find_secrets, refuse_leaks


def test_values_are_found_by_the_name_of_their_variable() -> None:
    secrets = [Secret("shop_key"), Secret("SHOP_KEY"), Secret("token")]
    assert find_secrets(secrets, {"SHOP_KEY": "a", "TOKEN": "b"}.get) == {
        "SHOP_KEY": "a",
        "TOKEN": "b",
    }
    assert find_secrets([], lambda _: None) == {}


def test_all_that_are_missing_are_named() -> None:
    values = {"A": "", "B": "b", "C": "c\0"}
    with pytest.raises(SecretError, match="no value here for A, C, D") as error:
        find_secrets([Secret(name) for name in "abcd"], values.get)
    assert "SWARMBOOK_SECRET_A SWARMBOOK_SECRET_C" in str(error.value.remedy)


def test_a_value_that_stands_in_a_file_is_refused_without_being_said() -> None:
    with pytest.raises(SecretError) as error:
        refuse_leaks(Bundle("x = 'swordfish'", {}), {"SHOP_KEY": "swordfish"})
    told = f"{error.value.happened} {error.value.meaning} {error.value.remedy}"
    assert "SHOP_KEY" in told
    assert "{{secret.shop_key}}" in told
    assert "swordfish" not in told
    refuse_leaks(Bundle("x = 'other'", {}), {"SHOP_KEY": "swordfish"})
