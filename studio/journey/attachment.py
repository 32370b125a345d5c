"""Attachment: a file a journey uploads."""

import re
from dataclasses import dataclass

from studio.errors import StudioError
from studio.phrase import Phrase

MOST_BYTES = 100_000_000
"""Each worker process holds it in memory."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_TAKEN = re.compile(
    r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?|locustfile\.py|locust\.conf|requirements\.txt|.*\.csv",
    re.IGNORECASE,
)


class AttachmentError(StudioError):
    """A file that cannot be uploaded by a journey."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file a journey uploads; what is in it is kept apart, by its sum."""

    name: str
    """Once only in its project; also its name beside the locustfile."""

    sha256: str
    """Of its bytes, in hexadecimal."""

    size_bytes: int

    def __post_init__(self) -> None:
        if not is_attachment_name(self.name):
            raise AttachmentError(
                Phrase("journey", "“{name}” cannot be the name of a file to upload.").of(
                    name=self.name[:100]
                ),
                remedy=Phrase("journey", "Use letters, digits, dots, - and _."),
            )


def is_attachment_name(name: str) -> bool:
    """Return whether an attachment may be called so: it stands beside a locustfile."""
    return _NAME.fullmatch(name) is not None and _TAKEN.fullmatch(name) is None


def attachment_name(wanted: str) -> str:
    """Return a name for a file that somebody else called so; a usable name stays as it is."""
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", wanted.rpartition("/")[2])[:70].strip("-._")
    return plain if is_attachment_name(plain) else f"file-{plain.replace('.', '-')}"
