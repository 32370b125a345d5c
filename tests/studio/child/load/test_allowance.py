"""A run goes where it was allowed to go, and nowhere else, whatever a name leads to."""

import pytest

from studio.address import Reach
from studio.child.load.allowance import OTHERS, Allowance
from studio.child.load.guard_errors import NotAllowedError
from studio.engine.load_limits import LoadTarget

SHOP = LoadTarget("Shop.test", 443, (Reach.PUBLIC,))
SERVER = LoadTarget("10.0.0.5", 80, (Reach.PRIVATE,))
HOME = LoadTarget("localhost", 8000, (Reach.LOOPBACK,))

PUBLIC, OTHER_PUBLIC, PRIVATE = "8.8.8.8", "9.9.9.9", "192.168.0.1"


def allowance() -> Allowance:
    return Allowance([SHOP, SERVER, HOME])


@pytest.mark.parametrize(
    ("name", "addresses"),
    [
        ("shop.test", [PUBLIC]),
        ("SHOP.test.", [PUBLIC, OTHER_PUBLIC]),
        ("10.0.0.5", ["10.0.0.5"]),
        ("localhost", ["::1", "127.0.0.1"]),
    ],
)
def test_a_targets_name_may_be_looked_up_and_followed(name: str, addresses: list[str]) -> None:
    rules = allowance()
    rules.look_up(name)
    assert rules.looked_up(name, addresses) == set(addresses)


@pytest.mark.parametrize(
    "name",
    [
        "shop.test.evil.test",
        "evil.test",
        "169.254.169.254",
        "127.1",
        "2130706433",
        "::1",
        "localhost.evil.test",
        "xn--shop-ppa.test",
        "",
    ],
)
def test_no_other_name_is_looked_up(name: str) -> None:
    rules = allowance()
    with pytest.raises(NotAllowedError, match="not an allowed target"):
        rules.look_up(name)
    assert rules.take_refused() == {name: 1}


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("shop.test", PRIVATE),
        ("shop.test", "127.0.0.1"),
        ("shop.test", "::ffff:127.0.0.1"),
        ("shop.test", "fd00::1"),
        ("localhost", PUBLIC),
        ("localhost", PRIVATE),
    ],
)
def test_a_name_may_not_move_between_networks(name: str, address: str) -> None:
    rules = allowance()
    with pytest.raises(NotAllowedError, match="has moved to"):
        rules.looked_up(name, [address])
    with pytest.raises(NotAllowedError):
        rules.meet(address, 443)


@pytest.mark.parametrize(
    "address",
    [
        "169.254.169.254",
        "fe80::1%eth0",
        "::ffff:169.254.169.254",
        "::",
        "64:ff9b::a9fe:1",
    ],
)
def test_link_local_addresses_are_never_met(address: str) -> None:
    rules = Allowance([LoadTarget("shop.test", 443, tuple(Reach))])
    with pytest.raises(NotAllowedError, match="no address that may be met"):
        rules.looked_up("shop.test", [address])
    assert rules.looked_up("shop.test", [address, PUBLIC]) == {PUBLIC}
    with pytest.raises(NotAllowedError):
        rules.meet(address, 443)


def test_a_target_that_is_link_local_itself_is_never_met() -> None:
    rules = Allowance([LoadTarget("169.254.169.254", 80, tuple(Reach))])
    with pytest.raises(NotAllowedError):
        rules.meet("169.254.169.254", 80)


def test_only_what_a_look_up_gave_is_met_and_only_at_the_targets_port() -> None:
    rules = allowance()
    with pytest.raises(NotAllowedError, match=r"8\.8\.8\.8:443 is not an allowed target"):
        rules.meet(PUBLIC, 443)
    rules.looked_up("shop.test", [PUBLIC])
    rules.meet(PUBLIC, 443)
    with pytest.raises(NotAllowedError):
        rules.meet(PUBLIC, 80)
    with pytest.raises(NotAllowedError):
        rules.meet("shop.test", 443)  # who connects by a name would look it up elsewhere


def test_an_address_is_the_same_however_it_is_written() -> None:
    rules = Allowance([LoadTarget("::1", 80, (Reach.LOOPBACK,))])
    rules.meet("0:0:0:0:0:0:0:1", 80)
    rules.meet("::1", 80)


def test_targets_of_the_same_name_are_allowed_together() -> None:
    rules = Allowance([SHOP, LoadTarget("shop.test", 8443, (Reach.PUBLIC,))])
    rules.looked_up("shop.test", [PUBLIC])
    rules.meet(PUBLIC, 443)
    rules.meet(PUBLIC, 8443)


def test_a_hostile_answer_cannot_fill_the_list_of_refused_places() -> None:
    rules = allowance()
    for number in range(1000):
        with pytest.raises(NotAllowedError):
            rules.look_up(f"{number}.{'x' * 1000}.test")
    refused = rules.take_refused()
    assert len(refused) < 100
    assert sum(refused.values()) == 1000
    assert refused[OTHERS] > 900
    assert max(map(len, refused)) <= 200
    assert rules.take_refused() == {}
