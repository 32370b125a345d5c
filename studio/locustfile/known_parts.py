"""The check's own copy of the parts that do what no other generated code may.

Written down a second time on purpose: a change of what the studio writes must be made here as well,
by somebody who looks at what it may do.
"""

import ast

from studio.locustfile.known_blocks import TEXT as OF_BLOCKS
from studio.locustfile.known_goals import TEXT as OF_GOALS
from studio.locustfile.known_requests import TEXTS as OF_REQUESTS

TEXT = '''\
def read_secret(name):
    """Return a value that stands in the environment, and in no file."""
    return os.environ.get(name) or sys.exit(f"Set {name} first.")


def each_row(path):
    """Yield the rows of a CSV file, one at a time."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file, restval="")


def again_and_again(path):
    """Yield the rows of a CSV file, and then again from the top."""
    while True:
        yield from each_row(path)


def at_random(path):
    """Yield any row of a CSV file, and then any other."""
    rows = list(each_row(path))
    while True:
        yield random.choice(rows)


class Feed:
    """Rows of a CSV file beside this one, dealt by the master to the users of all workers."""

    def __init__(self, name, order, at_once=20):
        self.path = Path(__file__).with_name(name)
        self.order = order
        self.at_once = at_once
        self.kept = deque()
        self.returned = deque()
        self.waiting = 0
        self.turn = Semaphore()
        self.dealt = Event()
        events.init.add_listener(self.connect)
        events.test_stop.add_listener(self.begin)

    def connect(self, runner, **_):
        """Let the master deal and its workers ask; a single process does both."""
        self.runner = runner
        if isinstance(runner, WorkerRunner):
            runner.register_message(f"{self.path.name} dealt", self.receive)
            return
        if next(each_row(self.path), None) is None:
            sys.exit(f"{self.path.name} has no rows.")
        if isinstance(runner, MasterRunner):
            runner.register_message(f"{self.path.name} wanted", self.deal)
            runner.register_message(f"{self.path.name} returned", self.take_back)
        self.begin()

    def begin(self, **_):
        """Begin at the top, as each test does."""
        self.rows = self.order(self.path)
        self.kept.clear()
        self.returned.clear()

    def next_rows(self, count):
        """Return so many rows, first those that came back; fewer if no more are left."""
        rows = [self.returned.popleft() for _ in range(min(count, len(self.returned)))]
        return rows + list(islice(self.rows, count - len(rows)))

    def deal(self, msg, **_):
        """Send a worker its next rows."""
        rows = self.next_rows(msg.data)
        self.runner.send_message(f"{self.path.name} dealt", rows, msg.node_id)

    def receive(self, msg, **_):
        """Keep the rows the master has sent."""
        self.kept.extend(msg.data)
        self.dealt.set()

    def take_back(self, msg, **_):
        """Keep the row of a user that has stopped, for another."""
        self.returned.append(msg.data)

    def ask(self, count):
        """Wait for so many rows, or as many as are left."""
        if isinstance(self.runner, WorkerRunner):
            self.dealt.clear()
            self.runner.send_message(f"{self.path.name} wanted", count)
            self.dealt.wait()
        else:
            self.kept.extend(self.next_rows(count))

    def expect(self):
        """End this user if no row is left for it."""
        self.waiting += 1
        try:
            with self.turn:
                if not self.kept:
                    self.ask(max(self.waiting, self.at_once))
                if not self.kept:
                    raise GreenletExit()  # Locust would log a StopUser in on_start as an error
        finally:
            self.waiting -= 1

    def take(self):
        """Return a row for this user, or end it if none is left."""
        self.expect()
        return self.kept.popleft()

    def give_back(self, row):
        """Let another user have a row that was this one's own, if it had one already."""
        if row is None:
            return
        if isinstance(self.runner, WorkerRunner):
            self.runner.send_message(f"{self.path.name} returned", row)
        else:
            self.returned.append(row)


class PlannedLoad(LoadTestShape):
    """Users over time: each stage leads evenly from its first number of users to its last."""

    def tick(self):
        now, begin = self.get_run_time(), 0
        for end, first, last in STAGES:
            if now < end:
                users = round(first + (last - first) * (now - begin) / (end - begin))
                return users, max(1, abs(users - self.get_current_user_count()))
            begin = end
        return None
'''


def _known(*texts: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for node in (node for text in texts for node in ast.parse(text).body):
        match node:
            case ast.FunctionDef(name) | ast.ClassDef(name) | ast.Assign([ast.Name(name)]):
                found.setdefault(name, set()).add(ast.dump(node))
            case _:
                raise AssertionError(ast.dump(node))
    return found


KNOWN_PARTS = _known(TEXT, *OF_REQUESTS, OF_BLOCKS, OF_GOALS)
"""By name, as trees; of some there are several."""

IMPORTS_OF_PARTS = {
    "base64": {"b64encode"},
    "contextlib": {"contextmanager", "suppress"},
    "csv": set[str](),
    "html": set[str](),
    "html.parser": {"HTMLParser"},
    "json": set[str](),
    "logging": set[str](),
    "os": set[str](),
    "random": set[str](),
    "re": set[str](),
    "sys": set[str](),
    "collections": {"deque"},
    "itertools": {"count", "islice"},
    "pathlib": {"Path"},
    "urllib.parse": {"urljoin"},
    "gevent": {"GreenletExit"},
    "gevent.event": {"Event"},
    "xml.etree.ElementTree": {"Element", "ElementTree", "SubElement"},
    "gevent.lock": {"Semaphore"},
    "locust": {"LoadTestShape", "events"},
    "locust.exception": {"CatchResponseError", "RescheduleTask"},
    "locust.runners": {"MasterRunner", "WorkerRunner"},
}
"""What they import, and nothing else of a file may use."""
