"""The practice shop, as the studio sees it."""

import threading
from collections.abc import Callable
from pathlib import Path
from queue import Empty, SimpleQueue

from studio.engine.child_process import ChildProcess, child_command
from studio.engine.shop_messages import (
    SHOP_COMMANDS,
    SHOP_MESSAGES,
    CountShop,
    OpenShop,
    ShopCounted,
    ShopMessage,
    ShopOpened,
)
from studio.errors import EngineError
from studio.phrase import Phrase

_OPENS_WITHIN_S = 15.0
_COUNTS_WITHIN_S = 5.0


class ShopEngine:
    """A practice shop, running as a child of the studio; used from one thread at a time."""

    def __init__(self, folder: Path, order: OpenShop) -> None:
        """Prepare a shop.

        Args:
            folder: Takes its log.
            order: How the shop is to be.
        """
        self._order = order
        self._heard: SimpleQueue[ShopMessage | None] = SimpleQueue()
        self._error: EngineError | None = None
        self._is_closing = self._has_ended = False
        self._when_lost: Callable[[], None] | None = None
        self._lock = threading.Lock()
        self._child = ChildProcess(
            child_command("shop"),
            SHOP_MESSAGES,
            log=folder / "shop" / "log.txt",
            on_message=self._heard.put,
            on_end=self._note_end,
        )

    def open(self) -> str:
        """Open the shop and return its base address.

        Raises:
            EngineError: It did not open in time; it is closed again.
        """
        self._child.start()
        self._child.send(SHOP_COMMANDS.encode(self._order))
        match self._answer(_OPENS_WITHIN_S):
            case ShopOpened(host=host):
                return host
            case _:
                self.close()
                raise self._error or EngineError(
                    Phrase("practice", "The practice shop did not open."),
                    remedy=Phrase("practice", "Try again; main.py doctor looks for the reason."),
                )

    def count(self) -> ShopCounted | None:
        """Return how many requests there were so far; None if the shop has ended."""
        self._child.send(SHOP_COMMANDS.encode(CountShop()))
        answer = self._answer(_COUNTS_WITHIN_S)
        return answer if isinstance(answer, ShopCounted) else None

    def when_lost(self, act: Callable[[], None]) -> None:
        """Have `act` called, from another thread, if the shop ends before it is closed."""
        with self._lock:
            self._when_lost = act
            is_lost = self._has_ended
        if is_lost:
            act()

    def close(self) -> None:
        """Close the shop."""
        self._is_closing = True
        self._child.stop()

    def _answer(self, within_s: float) -> ShopMessage | None:
        try:
            return self._heard.get(timeout=within_s)
        except Empty:
            return None

    def _note_end(self, error: EngineError | None) -> None:
        self._error = error
        self._heard.put(None)
        with self._lock:
            self._has_ended = True
            act = self._when_lost
        if act is not None and not self._is_closing:
            act()
