"""The names that are Locust's own are those of the Locust that is installed."""

import subprocess
import sys

from studio.journey.own_names import LOCUSTS_OWN

NAMES = """
from locust import FastHttpUser, HttpUser
from locust.env import Environment
for kind in (FastHttpUser, HttpUser):
    user = type("User", (kind,), {"host": "http://a.test"})(Environment())
    print(*(name for name in dir(user) if not name.startswith("_")))
"""


def test_they_are_those_of_locusts_users() -> None:
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", NAMES], capture_output=True, check=True, text=True
    )
    assert set(told.stdout.split()) <= LOCUSTS_OWN
