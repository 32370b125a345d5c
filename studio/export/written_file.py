"""A file written beside its place and renamed: whole or not at all."""

from pathlib import Path

from studio.errors import StudioError
from studio.phrase import Phrase


class NotWrittenError(StudioError):
    """A file could not be written."""


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file, a text in UTF-8; what was there before stays until the new one is whole.

    Raises:
        NotWrittenError: The system would not let it.
    """
    is_begun = False
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        is_begun = True
        beside.write_bytes(content.encode() if isinstance(content, str) else content)
        beside.replace(path)
    except OSError as error:
        if is_begun:
            beside.unlink(missing_ok=True)
        raise NotWrittenError(
            Phrase("export", "{file} was not written: {reason}").of(
                file=path.name, reason=error.strerror or str(error)
            ),
            meaning=Phrase("export", "What was there before is unchanged."),
            remedy=Phrase("export", "Choose another folder, or free some space."),
        ) from error
