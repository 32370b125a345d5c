"""A target has a main host."""

from studio.scenario.target import target_of_address


def test_an_address_alone_is_a_target() -> None:
    assert target_of_address("https://shop.test").main_host == "https://shop.test"
