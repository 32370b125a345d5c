"""Any name becomes one that Python and Locust allow."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from studio.locustfile.identifiers import RESERVED, class_name, method_name
from tests.strategies import texts

NAMES_OF_LOCUSTS_USERS = (
    "from locust import FastHttpUser, HttpUser, MarkovTaskSet;"
    "names = {*dir(FastHttpUser), *dir(HttpUser), *dir(MarkovTaskSet)};"
    "print(*(name for name in names if not name.startswith('_')))"
)


@given(texts)
def test_any_name_becomes_an_identifier(name: str) -> None:
    assert class_name(name, set()).isidentifier()
    assert method_name(name, set()).isidentifier()
    assert not {class_name(name, set()), method_name(name, set())} & RESERVED


@given(st.lists(texts, max_size=8))
def test_equal_names_are_told_apart(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        taken.add(method_name(name, taken))
    assert len(taken) == len(names)


def test_names_read_as_people_wrote_them() -> None:
    assert class_name("Shop visitor", set()) == "ShopVisitor"
    assert class_name("WebsiteUser", set()) == "WebsiteUser"
    assert method_name("Déjà vu: open /todos", set()) == "deja_vu_open_todos"
    assert method_name("client", set()) == "client_2"
    assert class_name("100", set()) == "User100"
    assert class_name("عربي", set()) == "User"


def test_nothing_of_locusts_own_can_be_overwritten() -> None:
    told = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", NAMES_OF_LOCUSTS_USERS],
        capture_output=True,
        check=True,
        text=True,
    )
    assert set(told.stdout.split()) <= RESERVED
