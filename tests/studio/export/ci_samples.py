"""Load tests that leave for CI, of each sort."""

import subprocess
import sys
import tempfile
from pathlib import Path

from studio.export.ci_facts import CiFacts

PLAIN = CiFacts("2.47.0", 60.0, (), (), has_goals=False)
FULL = CiFacts(
    "2.47.0",
    3600.0,
    ("SHOP_PASSWORD", "API_KEY"),
    ("accounts.csv", "scan.png"),
    has_goals=True,
    workers=4,
)
FILES = {
    "locustfile.py": b'"""Text with: colons, # signs and {{ braces }}."""\n\nx = "\\u202e"\n',
    "locust.conf": b"headless = true\n",
    "accounts.csv": "name\r\n\u00e9\u202e\r\n".encode(),
    "scan.png": bytes(range(256)),
}


def conforms(schema: str, text: str) -> None:
    """Hold a file against the schema its server publishes, as check-jsonschema carries it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.yml"
        path.write_text(text, "utf-8")
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema]
        done = subprocess.run(
            [*command, str(path)], capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 0, done.stdout + done.stderr
