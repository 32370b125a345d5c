"""RUNS IN A CHILD PROCESS. How many of this computer's local ports a run has taken."""
# pyright: basic

import gevent

from studio.child.load.kernel_counts import local_ports, ports_in_use

_EVERY_S = 10.0
"""The list of connections is long where there are many users; reading it takes a while."""


class PortWatch:
    """Looks now and then, on a thread; the master does it, for its workers have no time to lose."""

    def __init__(self) -> None:
        self.share = 0.0
        """Of the ports towards one remote address, those that are taken."""

    def start(self) -> None:
        """Begin to look."""
        gevent.spawn(self._watch)

    def _watch(self) -> None:
        ports = local_ports()
        while ports:
            taken = gevent.get_hub().threadpool.apply(ports_in_use)
            self.share = round(taken / ports, 4)
            gevent.sleep(_EVERY_S)
