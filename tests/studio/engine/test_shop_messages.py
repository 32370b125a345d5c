"""The shop's language is closed: nothing else passes."""

import pytest

from studio.engine.shop_messages import SHOP_COMMANDS, SHOP_MESSAGES, CountShop, ShopOpened
from studio.errors import ProtocolError


def test_a_command_is_no_message() -> None:
    with pytest.raises(ProtocolError):
        SHOP_MESSAGES.decode(SHOP_COMMANDS.encode(CountShop()))
    with pytest.raises(ProtocolError):
        SHOP_COMMANDS.decode(SHOP_MESSAGES.encode(ShopOpened("http://x")))
