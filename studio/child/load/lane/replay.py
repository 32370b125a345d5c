"""RUNS IN A CHILD PROCESS. A connection that was read from, as if it had not been."""
# pyright: basic

from typing import Any

from gevent.ssl import SSLSocket


class Replay:
    """A connection on which what has come comes again, in its pieces.

    Pieces matter: an error in the piece that ends a head is one of the whole answer, in a later
    piece it is one of the body. It goes back into the pool in the place of the connection, and may
    do so before all has come again: geventhttpclient gives a connection back with an early hint.
    """

    __slots__ = ("_error", "_is_begun", "_pieces", "sock")

    def __init__(self, sock: Any, pieces: list[bytes], error: BaseException | None = None) -> None:
        """Begin again.

        Args:
            sock: The connection.
            pieces: What each read gave.
            error: How one more read failed.
        """
        self.sock = sock
        self._pieces = [piece for piece in reversed(pieces) if piece]
        self._error = error
        self._is_begun = False
        """Whether a part of the next piece has come again."""

    def recv(self, size: int) -> bytes:
        """Read, as the connection does."""
        if self._pieces:
            piece = self._pieces.pop()
            self._is_begun = len(piece) > size
            if self._is_begun:
                self._pieces.append(piece[size:])
            return piece[:size]
        error, self._error = self._error, None
        if error is not None:
            raise error
        return self.sock.recv(size)

    def fileno(self) -> int:
        """Return its number; none while more is to come, for then it is not clean.

        The rest of a piece that came by TLS would lie in the library, where nobody looks for it.
        """
        hidden = self._is_begun and isinstance(self.sock, SSLSocket)
        return -1 if len(self._pieces) > hidden else self.sock.fileno()

    def itself(self) -> Any:
        """Return the connection, or this if there is more to come."""
        return self if self._pieces else self.sock

    def __getattr__(self, name: str) -> Any:
        return getattr(self.sock, name)
