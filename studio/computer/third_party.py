"""Sites that belong to somebody else than the website under test: analytics, payment, sign-in."""

from functools import cache
from pathlib import Path

_LIST = Path(__file__).parents[2] / "resources" / "third_parties.txt"


def third_party(host: str) -> str | None:
    """Return what a host is there for if it is a known third party's, for example `payment`."""
    known = _known()
    labels = host.lower().rstrip(".").split(".")
    names = (".".join(labels[at:]) for at in range(len(labels)))
    return next((known[name] for name in names if name in known), None)


@cache
def _known() -> dict[str, str]:
    lines = (line.split(None, 1) for line in _LIST.read_text("utf-8").splitlines())
    return {line[0]: line[1].strip() for line in lines if line and not line[0].startswith("#")}
