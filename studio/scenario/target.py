"""Target: an environment under test, with its hosts and its variables."""

from dataclasses import dataclass

MAIN_HOST = "main"


@dataclass(frozen=True, slots=True)
class Target:
    """An environment under test."""

    id: str
    """Within its project, for example `T1`."""

    name: str

    hosts: tuple[tuple[str, str], ...]
    """Names and base addresses without a slash at the end; the first is `main`."""

    variables: tuple[tuple[str, str], ...] = ()
    """Names as in `{{lang}}`, and their values here."""

    labels: tuple[str, ...] = ()
    """Such as `production`."""

    @property
    def main_host(self) -> str:
        """The address a journey goes to when it names no other."""
        return dict(self.hosts)[MAIN_HOST]


def target_of_address(address: str) -> Target:
    """Return a target that is one address and nothing else."""
    return Target("", address, ((MAIN_HOST, address),))
