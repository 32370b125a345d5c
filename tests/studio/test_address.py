"""A base address is read as a browser would, and nothing is taken for this computer that is not."""

from ipaddress import ip_address

import pytest

from studio.address import AddressError, Reach, reach_of, read_address


@pytest.mark.parametrize(
    ("text", "address", "loopback"),
    [
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000", True),
        (" http://localhost/x?y ", "http://localhost", True),
        ("http://[::1]:99", "http://[::1]:99", True),
        ("http://127.9.9.9", "http://127.9.9.9", True),
        ("https://Staging.Shop.test:443/", "https://staging.shop.test", False),
        ("http://10.0.0.1:80", "http://10.0.0.1", False),
        ("http://localhost.evil.test", "http://localhost.evil.test", False),
        ("http://127.0.0.1.evil.test", "http://127.0.0.1.evil.test", False),
        ("http://[::ffff:10.0.0.1]", "http://[::ffff:10.0.0.1]", False),
    ],
)
def test_an_address_is_read(text: str, address: str, *, loopback: bool) -> None:
    read = read_address(text)
    assert str(read) == address
    assert read.is_loopback is loopback


@pytest.mark.parametrize(
    "text",
    ["", "shop.test", "ftp://x", "http://", "http://u:p@x", "http://x:99999", "http://[::1", "//x"],
)
def test_what_is_no_address_is_refused(text: str) -> None:
    with pytest.raises(AddressError, match="not the address"):
        read_address(text)


@pytest.mark.parametrize(
    ("address", "reach"),
    [
        ("127.0.0.1", Reach.LOOPBACK),
        ("::1", Reach.LOOPBACK),
        ("::ffff:127.0.0.1", Reach.LOOPBACK),
        ("10.0.0.1", Reach.PRIVATE),
        ("172.31.0.1", Reach.PRIVATE),
        ("192.168.1.1", Reach.PRIVATE),
        ("100.64.0.1", Reach.PRIVATE),
        ("fd00::1", Reach.PRIVATE),
        ("2002:0a00:0001::1", Reach.PRIVATE),
        ("64:ff9b::10.0.0.1", Reach.PRIVATE),
        ("64:ff9b::8.8.8.8", Reach.PUBLIC),
        ("8.8.8.8", Reach.PUBLIC),
        ("2606:4700::1111", Reach.PUBLIC),
        ("169.254.169.254", Reach.NEVER),
        ("::ffff:169.254.169.254", Reach.NEVER),
        ("fe80::1", Reach.NEVER),
        ("::", Reach.NEVER),
        ("224.0.0.251", Reach.NEVER),
    ],
)
def test_every_address_lies_somewhere(address: str, reach: Reach) -> None:
    assert reach_of(ip_address(address)) is reach
