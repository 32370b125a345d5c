"""What stands at the top of a file is known, or kept."""

import ast

from studio.importer.locustfile.module_level import (
    deadline_of,
    is_ours,
    read_constants,
    rest_of,
)
from studio.importer.locustfile.scope import Numbers, Scope
from studio.journey.template import Secret

SOURCE = '''"""Written by Swarmbook (writer 3)."""
import os
TOKEN = read_secret("SHOP_TOKEN")
KEY = os.environ["API_KEY"]
BAD = os.environ["PATH"]
PAGES = 7
accounts = Feed("accounts.csv", each_row)

def make_dependable(client):
    usual = gevent.Timeout(20, NoAnswerError)

def other():
    pass
'''


def test_constants_secrets_and_feeds_are_known_and_the_rest_is_not_lost() -> None:
    tree, scope = ast.parse(SOURCE), Scope({}, {}, Numbers())
    seen = read_constants(tree, scope)
    assert scope.constants == {
        "TOKEN": (Secret("shop_token"),),
        "KEY": (Secret("api_key"),),
        "PAGES": "7",
    }
    assert scope.feeds == {"accounts"}
    assert [it.lineno for it in rest_of(tree, seen)] == [5, 12]


def test_the_deadline_of_a_file_of_ours_is_read() -> None:
    tree = ast.parse(SOURCE)
    assert is_ours(tree)
    assert deadline_of(tree, "make_dependable") == 20
    assert deadline_of(tree, "make_punctual") is None
