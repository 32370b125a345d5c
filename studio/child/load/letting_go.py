"""RUNS IN A CHILD PROCESS. Lets users go between two tasks, never within one.

Locust ends a user that waits by killing it at the event loop's next turn. If its wait is over in
that very turn it begins another task first and is killed within its request, which reaches the
target and is counted nowhere: about 15 of 70,000 requests when 8,000 users were let go (measured,
Locust 2.47). Here a user whose wait is over is asked to stop, and one that still waits is woken.
"""
# pyright: basic

from typing import Any

import gevent
from gevent import GreenletExit
from locust.exception import StopUser
from locust.user.task import (
    LOCUST_STATE_RUNNING,
    LOCUST_STATE_STOPPING,
    LOCUST_STATE_WAITING,
    TaskSet,
)
from locust.user.users import User

_LOCUSTS_STOP = User.stop


def install() -> None:
    """Let every user of this process be let go so."""
    TaskSet.wait = _wait  # pyright: ignore[reportAttributeAccessIssue]
    User.stop = _stop  # pyright: ignore[reportAttributeAccessIssue]


def _wait(tasks: Any) -> None:
    user = tasks.user
    if user._state == LOCUST_STATE_STOPPING:
        raise StopUser
    user._state = LOCUST_STATE_WAITING
    tasks._sleep(tasks.wait_time())
    if user._state == LOCUST_STATE_STOPPING:
        user._state = LOCUST_STATE_RUNNING  # nobody need wake it
        raise StopUser
    user._state = LOCUST_STATE_RUNNING


def _stop(user: Any, force: bool = False) -> bool:
    """Stop a user, as Locust documents it."""
    if force or user._state != LOCUST_STATE_WAITING:
        return _LOCUSTS_STOP(user, force)
    user._state = LOCUST_STATE_STOPPING
    gevent.get_hub().loop.run_callback(_wake, user)
    return True


def _wake(user: Any) -> None:
    """End the wait of a user that is to go; one that went on by itself goes after its task."""
    if user._greenlet.dead:
        return
    if user._state == LOCUST_STATE_STOPPING:
        user._state = LOCUST_STATE_RUNNING
        user._greenlet.throw(GreenletExit)
    else:
        user.stop()
