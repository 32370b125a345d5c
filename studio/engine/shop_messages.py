"""What the practice shop and the studio say to each other."""

from dataclasses import dataclass
from typing import get_args

from studio.engine.wire import Wire


@dataclass(frozen=True, slots=True)
class ShopOpened:
    """The shop answers."""

    host: str
    """Its base address on loopback, for example `http://127.0.0.1:40213`."""


@dataclass(frozen=True, slots=True)
class ShopCounted:
    """How many requests the shop has answered since it opened, by its own count."""

    requests: int
    failures: int
    """Answers with a status of 400 or above."""


@dataclass(frozen=True, slots=True)
class OpenShop:
    """The first line a shop hears: how it is to be."""

    pool_connections: int
    """How many requests may use the database at a time; 0 is without limit."""

    query_ms: float
    """How long the database takes for a query, on average."""


@dataclass(frozen=True, slots=True)
class CountShop:
    """Say how many requests there were so far."""


ShopMessage = ShopOpened | ShopCounted
ShopCommand = OpenShop | CountShop
"""From the studio to the shop. Closing its stdin closes the shop."""

SHOP_MESSAGES: Wire[ShopMessage] = Wire(get_args(ShopMessage))
SHOP_COMMANDS: Wire[ShopCommand] = Wire(get_args(ShopCommand))
