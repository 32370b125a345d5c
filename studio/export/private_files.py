"""The files of a bundle in a private folder of this computer, where an engine finds them."""

import os
from pathlib import Path

from studio.export.bundle import Bundle


def write_private(folder: Path, uuid: str, bundle: Bundle) -> Path:
    """Write a bundle's files into a folder that only its owner can read, and return its locustfile.

    Its module name is made from an id, never from a title: a file named `http.py` would stand
    before the library of that name.
    """
    path = folder / f"journey_{uuid}.py"
    for name, content in {path.name: bundle.locustfile.encode(), **bundle.beside}.items():
        beside = path.with_name(name)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
    return path
