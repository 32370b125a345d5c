"""RUNS IN A CHILD PROCESS. Modules Locust imports wherever it finds them, kept out of a run.

Whatever is installed under their names would take part in every run of this computer.
"""

import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec

BLOCKED = frozenset({"locust_plugins", "pytest"})


class _Blocker(MetaPathFinder):
    def find_spec(
        self, fullname: str, path: object = None, target: object = None
    ) -> ModuleSpec | None:
        del path, target
        if fullname.partition(".")[0] in BLOCKED:
            # In these very words: Locust compares them to tell this from a plugin that is broken.
            raise ModuleNotFoundError(f"No module named {fullname!r}", name=fullname)
        return None


def block_foreign_modules() -> None:
    """Let nothing be imported under a blocked name, wherever it lies."""
    sys.meta_path.insert(0, _Blocker())
