"""What may be put under load from this computer, and who said so."""

import getpass
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from studio.address import Address, Reach, look_up_reaches
from studio.computer.third_party import third_party
from studio.errors import FileFormatError, StudioError
from studio.phrase import Phrase
from studio.typed_json import MisfitError, read, write

_FILE = "allowed_targets.json"


class TargetError(StudioError):
    """A target may not be put under load, or does not answer."""


MOST_USERS = {Reach.PRIVATE: 5000, Reach.PUBLIC: 500}
"""Virtual users a target is allowed for where nobody says otherwise."""

LONGEST_S = 2 * 3600.0


class NotYetAllowedError(TargetError):
    """A target may be put under load once somebody has allowed it.

    Attributes:
        address: Which.
        reach: How far away it is, and so what has to be asked.
    """

    def __init__(
        self, address: Address, reach: Reach, happened: Phrase, *, meaning: Phrase, remedy: Phrase
    ) -> None:
        super().__init__(happened, meaning=meaning, remedy=remedy)
        self.address = address
        self.reach = reach


@dataclass(frozen=True, slots=True)
class AllowedTarget:
    """A target somebody allowed on this computer; no project can say so."""

    address: str
    """Scheme, host and port, as `Address` writes them."""

    allowed_by: str
    """A person's name, printed in reports."""

    allowed_at: str
    """On the wall clock, UTC, ISO 8601."""

    reach: Reach = Reach.PUBLIC
    """How far away it was then; one that has moved has to be allowed anew."""

    most_users: int = MOST_USERS[Reach.PUBLIC]
    """How many virtual users there may be at once."""

    most_requests_per_s: float | None = None
    """How much it may be asked; None: as much as so many users ask."""

    longest_s: float = LONGEST_S
    """How long one run may last."""


@dataclass(frozen=True, slots=True)
class Permission:
    """What somebody has just allowed."""

    address: Address
    reach: Reach
    allowed_by: str
    """A person's name; empty: whoever sits at this computer."""

    most_users: int
    longest_s: float

    def target(self) -> AllowedTarget:
        """Return it as it is kept, given now."""
        by = self.allowed_by or getpass.getuser()
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return AllowedTarget(
            str(self.address), by, now, self.reach, self.most_users, longest_s=self.longest_s
        )


class AllowedTargets:
    """The targets allowed on this computer; a computer's own addresses always are."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE

    def all(self) -> tuple[AllowedTarget, ...]:
        """Return them in the order they were allowed.

        Raises:
            FileFormatError: The list was damaged.
        """
        if not self._path.exists():
            return ()
        try:
            return read(tuple[AllowedTarget, ...], json.loads(self._path.read_text("utf-8")))
        except (OSError, json.JSONDecodeError, MisfitError) as error:
            raise FileFormatError(
                Phrase("target", "The list of allowed targets cannot be read: {file}").of(
                    file=str(self._path)
                ),
                meaning=Phrase("target", "Only this computer itself may be put under load."),
                remedy=Phrase("target", "Mend or delete the file, then allow the targets again."),
            ) from error

    def allow(self, target: AllowedTarget) -> None:
        """Add a target, in place of an older permission for the same address."""
        others = [it for it in self.all() if it.address != target.address]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        beside = self._path.with_suffix(".new")
        beside.write_text(json.dumps(write((*others, target)), indent=2) + "\n", "utf-8")
        beside.replace(self._path)

    def require(self, address: Address, reaches: Sequence[Reach]) -> AllowedTarget | None:
        """Return the permission for an address; None for this computer, which needs none.

        Args:
            address: What is to be put under load.
            reaches: Where the addresses of its host lie.

        Raises:
            NotYetAllowedError: Nobody has allowed it yet, or not where it lies now.
            TargetError: It can never be allowed.
        """
        if set(reaches) == {Reach.LOOPBACK}:
            return None
        _refuse_impossible(address, reaches)
        reach = _farthest(reaches)
        known = next((it for it in self.all() if it.address == str(address)), None)
        if known is None:
            raise _not_yet(address, reach)
        if known.reach is not reach:
            raise _moved(address, known.reach, reach)
        return known


def reach_to_allow(address: Address) -> Reach:
    """Look an address up, and return how far away what is to be allowed lies.

    Raises:
        TargetError: It can never be allowed.
    """
    reaches = look_up_reaches(address)
    _refuse_impossible(address, reaches)
    return _farthest(reaches)


def _farthest(reaches: Sequence[Reach]) -> Reach:
    """Return how far away the farthest of a host's addresses is."""
    return next(it for it in (Reach.PUBLIC, Reach.PRIVATE, Reach.LOOPBACK) if it in reaches)


def _refuse_impossible(address: Address, reaches: Sequence[Reach]) -> None:
    kind = third_party(address.host)
    if kind is not None:
        raise TargetError(
            Phrase("target", "{target} belongs to a third party ({kind}).").of(
                target=str(address), kind=kind
            ),
            meaning=Phrase("target", "Nothing was sent to it: its owner has not asked for a test."),
            remedy=Phrase("target", "Test your own site, and leave such requests out."),
        )
    if not reaches:
        raise TargetError(
            Phrase("target", "{target} leads nowhere that may be put under load.").of(
                target=str(address)
            ),
            meaning=Phrase("target", "Its name is not known here, or its address is link-local."),
            remedy=Phrase("target", "Check the address."),
        )


def _not_yet(address: Address, reach: Reach) -> NotYetAllowedError:
    return NotYetAllowedError(
        address,
        reach,
        Phrase("target", "{target} is not allowed on this computer yet.").of(target=str(address)),
        meaning=Phrase("target", "Nothing was sent to it."),
        remedy=_ask_first(address),
    )


def _moved(address: Address, before: Reach, now: Reach) -> NotYetAllowedError:
    happened = Phrase("target", "{target} was allowed in {before}, and is now in {now}.")
    return NotYetAllowedError(
        address,
        now,
        happened.of(target=str(address), before=before, now=now),
        meaning=Phrase("target", "Nothing was sent to it: this may be another computer."),
        remedy=_ask_first(address),
    )


def _ask_first(address: Address) -> Phrase:
    return Phrase(
        "target", "Ask its owner first, then allow it: main.py allow {target} --by YOUR-NAME"
    ).of(target=str(address))
