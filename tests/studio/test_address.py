"""A base address is read as a browser would, and nothing is taken for this computer that is not."""

import pytest

from studio.address import AddressError, read_address


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
