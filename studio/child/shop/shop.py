"""RUNS IN A CHILD PROCESS. The practice shop: opens, answers, and closes with its studio."""

import asyncio
from typing import TextIO

from studio.child.leash import Leash
from studio.child.private_stdout import take_stdout
from studio.child.shop.pages import Pages
from studio.child.shop.pool import Pool
from studio.child.shop.serving import LARGEST_HEAD_BYTES, Serving
from studio.engine.shop_messages import (
    SHOP_COMMANDS,
    SHOP_MESSAGES,
    CountShop,
    OpenShop,
    ShopCounted,
    ShopMessage,
    ShopOpened,
)

_GRACE_S = 1.0


def main() -> None:
    """Open the shop that the first line on stdin describes; close it when stdin is closed."""
    wire = take_stdout()
    leash = Leash(grace_s=_GRACE_S)
    line = leash.first_line()
    if line is None:
        return
    match SHOP_COMMANDS.decode(line):
        case OpenShop() as order:
            asyncio.run(_keep_open(order, leash, wire))
        case order:
            raise SystemExit(f"not an order to begin with: {order}")


async def _keep_open(order: OpenShop, leash: Leash, wire: TextIO) -> None:
    pages = Pages(Pool(order.pool_connections), order.query_ms)
    serving = Serving(pages.answer)
    server = await asyncio.start_server(
        serving.connection, "127.0.0.1", 0, limit=LARGEST_HEAD_BYTES, backlog=1024
    )
    port = server.sockets[0].getsockname()[1]
    _say(wire, ShopOpened(f"http://127.0.0.1:{port}"))
    woken = asyncio.Event()
    loop = asyncio.get_running_loop()
    leash.wake_by(lambda: loop.call_soon_threadsafe(woken.set))
    while not leash.is_let_go:
        await woken.wait()
        woken.clear()
        for line in leash.lines():
            _obey(line, serving, wire)
    server.close()
    pages.close()


def _obey(line: str, serving: Serving, wire: TextIO) -> None:
    match SHOP_COMMANDS.decode(line):
        case CountShop():
            _say(wire, ShopCounted(serving.requests, serving.failures))
        case order:
            raise ValueError(f"not an order to go on with: {order}")


def _say(wire: TextIO, message: ShopMessage) -> None:
    print(SHOP_MESSAGES.encode(message), file=wire)


if __name__ == "__main__":
    main()
