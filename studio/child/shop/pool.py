"""RUNS IN A CHILD PROCESS. Pool: so many at a time, the others wait in order."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager


class Pool:
    """Database connections that can all be taken."""

    def __init__(self, size: int) -> None:
        """Make a pool of so many connections; 0 is without limit."""
        self._size = size
        self._used = 0
        self._queue: deque[asyncio.Future[None]] = deque()

    @property
    def used(self) -> int:
        """How many connections are taken."""
        return self._used

    @property
    def waiting(self) -> int:
        """How many wait for one."""
        return len(self._queue)

    @asynccontextmanager
    async def connection(self) -> AsyncGenerator[None]:
        """Wait for a connection and hold it; a place given up while waiting is nobody's loss."""
        await self._take()
        try:
            yield
        finally:
            self._give_back()

    async def _take(self) -> None:
        if not self._size or (self._used < self._size and not self._queue):
            self._used += 1
            return
        turn = asyncio.get_running_loop().create_future()
        self._queue.append(turn)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self._give_back()  # the turn had come just before
            else:
                self._queue.remove(turn)
            raise

    def _give_back(self) -> None:
        self._used -= 1
        while self._queue and self._used < self._size:
            turn = self._queue.popleft()
            if not turn.done():
                self._used += 1
                turn.set_result(None)
