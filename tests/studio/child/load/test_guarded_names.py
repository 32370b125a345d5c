"""Only a target's name is asked of the name server, and only good answers come back."""

import json

from tests.in_child import in_child

ASKING = """
import json
from studio.address import Reach
from studio.child.load.allowance import Allowance
from studio.child.load.guard_errors import NotAllowedError
from studio.child.load.guarded_names import GuardedNames
from studio.engine.load_limits import LoadTarget

asked = []

class Resolver:
    def getaddrinfo(self, host, port, *rest, family=0):
        asked.append(host)
        found = {"shop.test": ["8.8.8.8", "169.254.1.1"], "moved.test": ["8.8.8.8", "10.0.0.1"]}
        name = host.decode() if isinstance(host, bytes) else host
        return [(2, 1, 6, "", (address, port)) for address in found.get(name, ["0.0.0.0"])]

    def gethostbyname(self, host):
        raise AssertionError("gives one address, which may not be the one that may be met")

    def gethostbyname_ex(self, host):
        asked.append(host)
        return "true.test", ["alias.test"], ["169.254.1.1", "8.8.8.8"]

    def gethostbyaddr(self, host):
        asked.append(host)
        return "true.test", [], [host]

    def getnameinfo(self, address, flags):
        asked.append(address[0])
        return "true.test", "http"

public = (Reach.PUBLIC,)
names = ("shop.test", "moved.test")
targets = [LoadTarget(name, 80, public) for name in names]
guarded = GuardedNames(Allowance(targets), Resolver)
guarded.install()
resolver = Resolver()

def told(act):
    try:
        return act()
    except NotAllowedError as error:
        return str(error)

answers = [
    told(lambda: resolver.getaddrinfo("shop.test", 80)),
    told(lambda: resolver.getaddrinfo(b"shop.test", 80, family=2)),
    told(lambda: resolver.gethostbyname("shop.test")),
    told(lambda: resolver.gethostbyname_ex("shop.test")),
    told(lambda: resolver.gethostbyaddr("shop.test")),
    told(lambda: resolver.getnameinfo(("shop.test", 80), 0)),
    told(lambda: resolver.getaddrinfo(None, 80)),
    told(lambda: resolver.getaddrinfo("moved.test", 80)),
]
allowed, asked[:] = list(asked), []
strange = [
    told(lambda: resolver.getaddrinfo("evil.test", 80)),
    told(lambda: resolver.gethostbyname("evil.test")),
    told(lambda: resolver.gethostbyname_ex("evil.test")),
    told(lambda: resolver.gethostbyaddr("8.8.8.8")),
    told(lambda: resolver.getnameinfo(("8.8.8.8", 80), 0)),
]
refused, asked[:] = list(asked), []
guarded.close(lambda *_: "over")
over = [resolver.getaddrinfo("shop.test", 80), resolver.getnameinfo(("8.8.8.8", 80), 0), asked]
print(json.dumps([answers, strange, refused, over]))
"""


def test_only_targets_are_looked_up_and_only_what_may_be_met_comes_back() -> None:
    answers, strange, refused, over = json.loads(in_child(ASKING))
    found = [[2, 1, 6, "", ["8.8.8.8", 80]]]
    assert answers[:2] == [found, found]
    assert answers[2] == "8.8.8.8"
    assert answers[3] == ["true.test", ["alias.test"], ["8.8.8.8"]]
    assert answers[4:6] == [["true.test", [], ["shop.test"]], ["true.test", "http"]]
    assert answers[6] == [[2, 1, 6, "", ["0.0.0.0", 80]]]  # noqa: S104  # to listen at
    assert answers[7] == "moved.test has moved to 10.0.0.1 (a private network)"
    assert all("is not an allowed target" in it for it in strange)
    assert refused == []
    assert over == ["over", "over", []]
