"""RUNS IN A CHILD PROCESS. Deals users out to worker processes, and leaves them where they are."""
# pyright: basic

import itertools

from locust.dispatch import UsersDispatcher
from locust.runners import WorkerNode


class KeepingDispatcher(UsersDispatcher):
    """Never moves a user from one worker process to another.

    Locust deals all users out anew when a worker comes or goes: those that are left take over what
    was lost, all at once, and a minute later everything falls to zero and rises again.
    """

    def add_worker(self, worker_node: WorkerNode) -> None:
        """Have no part for a worker that comes when users have been dealt out."""

    def remove_worker(self, worker_node: WorkerNode) -> None:
        """Forget a worker's users; the others keep theirs, and nobody gets more."""
        gone = worker_node.id
        if gone not in self._users_on_workers:
            return
        lost = sum(self._users_on_workers[gone].values())
        for users in (self._users_on_workers, self._initial_users_on_workers):
            users.pop(gone, None)
        self._worker_nodes = [node for node in self._worker_nodes if node.id != gone]
        self._active_users = [(node, user) for node, user in self._active_users if node.id != gone]
        self._worker_node_generator = itertools.cycle(self._worker_nodes)
        self._current_user_count -= lost
        self._target_user_count = max(0, self._target_user_count - lost)
        self._try_dispatch_fixed = True
