"""RUNS IN A CHILD PROCESS. The errors by which the guard ends what may not go on."""


class NotAllowedError(ConnectionRefusedError):
    """Somebody wanted to go where this run may not go."""


class TooLargeError(ConnectionAbortedError):
    """An answer was longer than any answer may be."""
