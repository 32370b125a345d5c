"""So many at a time; the others wait in order, and nobody's place is lost."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from studio.child.shop.pool import Pool


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(work)


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_no_more_than_its_size_get_in_and_the_others_come_in_order() -> None:
    async def work() -> None:
        pool, order, leave = Pool(2), list[int](), asyncio.Event()

        async def visit(number: int) -> None:
            async with pool.connection():
                order.append(number)
                assert pool.used <= 2
                await leave.wait()

        visits = [asyncio.create_task(visit(number)) for number in range(6)]
        await settle()
        assert (order, pool.used, pool.waiting) == ([0, 1], 2, 4)
        leave.set()
        await asyncio.gather(*visits)
        assert order == list(range(6))
        assert (pool.used, pool.waiting) == (0, 0)

    run(work())


def test_who_gives_up_while_waiting_takes_nobodys_place() -> None:
    async def work() -> None:
        pool, leave = Pool(1), asyncio.Event()

        async def visit() -> None:
            async with pool.connection():
                await leave.wait()

        first, second, third = (asyncio.create_task(visit()) for _ in range(3))
        await settle()
        second.cancel()
        await settle()
        assert (pool.used, pool.waiting) == (1, 1)
        leave.set()
        await asyncio.gather(first, third)
        assert second.cancelled()
        assert (pool.used, pool.waiting) == (0, 0)

    run(work())


def test_who_gives_up_just_as_the_turn_comes_passes_it_on() -> None:
    async def work() -> None:
        pool, leave = Pool(1), asyncio.Event()

        async def visit() -> None:
            async with pool.connection():
                await leave.wait()

        first, second, third = (asyncio.create_task(visit()) for _ in range(3))
        await settle()
        first.cancel()
        await asyncio.sleep(0)
        second.cancel()
        await settle()
        assert (pool.used, pool.waiting) == (1, 0)
        leave.set()
        await third
        assert pool.used == 0

    run(work())


def test_a_pool_of_nothing_is_without_limit() -> None:
    async def work() -> None:
        pool = Pool(0)
        async with pool.connection(), pool.connection(), pool.connection():
            assert pool.used == 3

    run(work())
