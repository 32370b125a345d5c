from studio.trial.variable_names import value_of

KNOWN = {"order_id": "7", "account.username": "ann", "product.username": "no"}


def test_a_variable_is_found_by_what_the_locustfile_calls_it() -> None:
    assert value_of("order_id", KNOWN) == "7"
    assert value_of("Order_ID", KNOWN) == "7"
    assert value_of("accounts.username", KNOWN) == "ann"
    assert value_of("accounts.password", KNOWN) is None
    assert value_of("token", KNOWN) is None
