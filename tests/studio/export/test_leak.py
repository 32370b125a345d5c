"""A secret that stands in a file of a run is found before it is written."""

from studio.export.bundle import Bundle
from studio.export.leak import leaked


def test_a_value_is_found_in_code_and_in_tables_however_it_is_written() -> None:
    bundle = Bundle(
        "x = 'a \\'quoted\\' key'\ny = f'<longer key>{x}'", {"a.csv": "n\nin the table"}
    )
    secrets = {"A": "'quoted'", "B": "longer key", "C": "in the table", "D": "not in it"}
    assert leaked(bundle, secrets) == ("A", "B", "C")


def test_a_short_value_is_a_word_like_others() -> None:
    assert leaked(Bundle("x = 'test'", {}), {"A": "test", "B": ""}) == ()


def test_a_secret_in_a_file_to_upload_is_found() -> None:
    bundle = Bundle("x = 1", {}, (), {"scan.png": b"\xff-swordfish-"})
    assert leaked(bundle, {"SHOP_KEY": "swordfish"}) == ("SHOP_KEY",)
