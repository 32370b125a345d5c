"""Which versions a process of an engine is made of; those of one run must agree."""

import platform
from dataclasses import dataclass
from importlib.metadata import version


@dataclass(frozen=True, slots=True)
class Versions:
    """What a process is made of."""

    python: str
    locust: str

    client: str
    """Of geventhttpclient, which FastHttpUser stands on."""

    def difference(self, other: "Versions") -> str:
        """Return in what this process differs from another, if it matters; empty if it does not.

        Patch releases of Python may differ: they change nothing that is measured.
        """
        pairs = {
            "Python": (_minor(self.python), _minor(other.python)),
            "Locust": (self.locust, other.locust),
            "geventhttpclient": (self.client, other.client),
        }
        told = [
            f"{name} {ours}, not {theirs}"
            for name, (ours, theirs) in pairs.items()
            if ours != theirs
        ]
        return " and ".join(told)


def own_versions() -> Versions:
    """Return what this very process is made of."""
    return Versions(platform.python_version(), version("locust"), version("geventhttpclient"))


def _minor(python: str) -> str:
    return ".".join(python.split(".")[:2])
