"""Secrets are taken into a process's memory, where nobody else can read them."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[4]
TAKER = """
import os, resource, sys
from pathlib import Path
from studio.child.load.taking_secrets import take_secrets
take_secrets({"SHOP_KEY": "swordfish"})
print(os.environ["SHOP_KEY"] == "swordfish", "swordfish")
print(resource.getrlimit(resource.RLIMIT_CORE))
print(b"swordfish" in Path("/proc/self/environ").read_bytes())
print("no end: swordfish", end="", file=sys.stderr)
"""


def test_a_secret_is_in_the_environment_and_in_nothing_printed() -> None:
    command = [sys.executable, "-c", TAKER]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == ["True {{secret.shop-key-1}}", "(0, 0)", "False"]
    assert told.stderr == "no end: {{secret.shop-key-1}}"


def test_without_secrets_nothing_is_touched() -> None:
    source = TAKER.replace('{"SHOP_KEY": "swordfish"}', "{}").split("print", maxsplit=1)[0]
    command = [sys.executable, "-c", source + "print(type(sys.stdout).__name__)"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout == "TextIOWrapper\n"
