"""Saves edits as fast as it can and says which are saved: a studio to be killed at any instant."""

import os
import sys
from contextlib import closing
from dataclasses import replace
from itertools import count
from pathlib import Path

from studio.project.opening import open_project
from tests.faults.studio import VISITOR


def main() -> None:
    """Rename a journey to the next number, over and over, and print each once it is saved."""
    path = Path(sys.argv[1])
    with closing(open_project(path, path.parent / "home")) as project:
        for number in count(int(sys.argv[2])):
            project.save(journeys=[replace(VISITOR, name=f"{number}")])
            os.write(1, b"%d\n" % number)


if __name__ == "__main__":
    main()
