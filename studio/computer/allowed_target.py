"""What may be put under load from this computer, and who said so."""

import json
from dataclasses import dataclass
from pathlib import Path

from studio.address import Address
from studio.errors import FileFormatError, StudioError
from studio.phrase import Phrase
from studio.typed_json import MisfitError, read, write

_FILE = "allowed_targets.json"


class TargetError(StudioError):
    """A target may not be put under load, or does not answer."""


@dataclass(frozen=True, slots=True)
class AllowedTarget:
    """A target somebody allowed on this computer; no project can say so."""

    address: str
    """Scheme, host and port, as `Address` writes them."""

    allowed_by: str
    """A person's name, printed in reports."""

    allowed_at: str
    """On the wall clock, UTC, ISO 8601."""


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

    def require(self, address: Address) -> None:
        """Do nothing if the address may be put under load.

        Raises:
            TargetError: It may not.
        """
        if address.is_loopback or any(it.address == str(address) for it in self.all()):
            return
        raise TargetError(
            Phrase("target", "{target} is not allowed on this computer yet.").of(
                target=str(address)
            ),
            meaning=Phrase("target", "Nothing was sent to it."),
            remedy=Phrase(
                "target",
                "Ask its owner first, then allow it: main.py allow {target} --by YOUR-NAME",
            ).of(target=str(address)),
        )
