"""Where the values of secrets come from: for now, from the environment of the command line or CI.

A variable must say that it is meant for us: with any name allowed, a stranger's project could name
the password of another program, and send it to its target.
"""

import os
from collections.abc import Callable, Mapping

PREFIX = "SWARMBOOK_SECRET_"

SecretSource = Callable[[str], str | None]
"""Given a secret's name in capitals, returns its value; None if this computer has none."""


def secret_from_environment(name: str) -> str | None:
    """Return the value of a secret from the variable that is called so, after `PREFIX`."""
    return os.environ.get(PREFIX + name) or None


def without_secrets(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what a child may inherit: anybody can read the environment it was started with."""
    return {name: value for name, value in environment.items() if not name.startswith(PREFIX)}
