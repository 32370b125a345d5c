"""RUNS IN A CHILD PROCESS. Lets no setting of this computer have a say in what Locust does."""

import os
from pathlib import Path


def ignore_foreign_settings() -> None:
    """Run the exported file alone: no locust.conf and no LOCUST_… of this computer counts."""
    for name in [name for name in os.environ if name.startswith("LOCUST_")]:
        del os.environ[name]
    os.environ["HOME"] = os.environ["USERPROFILE"] = os.environ["TMPDIR"] = str(Path.cwd())
