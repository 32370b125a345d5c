"""What generated code never needs does not pass."""

import ast

import pytest

from studio.journey.sample import PRACTICE, TALK
from studio.locustfile.check import ForbiddenCodeError, check, find_forbidden
from studio.locustfile.emit import emit
from studio.locustfile.known_parts import TEXT
from studio.locustfile.planning import plan_journeys


@pytest.mark.parametrize("journey", [TALK, PRACTICE], ids=lambda journey: journey.name)
def test_what_the_studio_writes_passes(journey: object) -> None:
    source = emit(plan_journeys([(TALK if journey is TALK else PRACTICE, 1)]))
    assert check(source) == source


@pytest.mark.parametrize(
    "source",
    [
        "import os",
        "import ssl as os",
        "from os import system",
        "from locust import *",
        "from . import x",
        "__import__('os')",
        "eval('1')",
        "open('x')",
        "response.__class__",
        "self.client.__dict__",
        "TLS.load_cert_chain('x')",
        "(lambda: 0)()",
        "[x for x in y]",
        "exec",
        "def f(): yield",
        "del self",
        "global x",
        "async def f(): ...",
        "print('x')",
        "class A: __slots__ = ()",
        "os = 1",
        "x: int = 1",
        "@(lambda f: f)\ndef f(): pass",
        "not python",
        "TLS.load_cert_chain(other)",
        "Path('x')",
        "from pathlib import Path\nx = Path('x')",
        "x = Path(__file__).with_name('../x').read_bytes()",
        "x = Path(__file__).with_name('x').unlink()",
        "x = Path(__file__).with_name('x').read_bytes()\nx()",
        "x = Path(other).with_name('x').read_bytes()",
        "b64encode('x')",
        "\x00",
        "import csv",
        "eval('1')\neval = read_secret('X')",
        "eval('1')\neval = Feed('x.csv', each_row)",
        "words = Feed('x.csv', each_row)\nwords.__init__('x')",
        "words = Feed('x.csv', each_row)\nwords.path",
        "words = Feed('x.csv', print)",
        "words = Feed(open('x'), each_row)",
        "words = Feed('x', each_row)\nself.eval = words.take()\nself.eval",
        "words = Feed('x', each_row)\nself.word = words.take()\nword('x')",
        "words = Feed('x', each_row)\nTLS.word = words.take()",
        "words = Feed('x', each_row)\nself.word = words.take()\nTLS.word",
        "json.os",
        "class A:\n    def f(self):\n        self.x = getattr\n        self.x(self, 'y')",
        "class A:\n    def f(self):\n        x = getattr\n        x(self, 'y')",
        "class A:\n    def f(self):\n        self.eval = 1",
        "class A:\n    def f(self):\n        self.__x = 1",
        "class A:\n    def f(self):\n        json = 1",
        "class A:\n    def f(self):\n        self.client.x = 1",
        "API = os.environ.get('API_HOST')",
        "API = os.environ.get('PATH', 'x')",
        "import os\nAPI = os.environ.pop('API_HOST', 'x')",
        "LANG = 'x'\nLANG = 1",
        "LANG = 'x'\nLANG()",
        "import json\njson.codecs",
        "self.user.environment",
        "class Feed: pass",
        "def each_row(path): pass",
        "def f():\n    def read_secret(name): pass",
    ],
)
def test_what_it_never_needs_is_found(source: str) -> None:
    assert find_forbidden(source)
    with pytest.raises(ForbiddenCodeError):
        check(source)


@pytest.mark.parametrize("name", ["Feed", "each_row", "read_secret"])
def test_a_known_part_with_one_word_changed_is_found(name: str) -> None:
    (part,) = (node for node in ast.parse(TEXT).body if getattr(node, "name", "") == name)
    assert find_forbidden(ast.unparse(part)) == []
    changed = ast.unparse(part).replace("self.kept.clear", "self.path.unlink")
    changed = changed.replace("utf-8-sig", "ascii").replace(".get(name)", "[name]")
    assert find_forbidden(changed)


def test_variables_and_constants_are_let_through() -> None:
    source = "import os\n\nAPI = os.environ.get('API_HOST', 'http://x')\nLANG = 'fr'\n"
    method = "class A:\n    def f(self):\n        self.order = API\n        word = self.order\n"
    assert find_forbidden(source + method + "        self.user.order = [word, LANG]\n") == []


def test_a_file_beside_this_one_may_be_read() -> None:
    assert (
        find_forbidden("from pathlib import Path\nX = Path(__file__).with_name('x').read_bytes()")
        == []
    )


def test_what_parts_import_is_theirs_alone() -> None:
    with_part = f"import os\nimport sys\n{TEXT}\nTOKEN = read_secret('TOKEN')\n"
    assert find_forbidden(with_part) == []
    assert find_forbidden(with_part + "os.remove('x')\n")
    assert find_forbidden(with_part + "sys.exit()\n")
