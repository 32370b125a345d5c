"""The load generators that are compared, each doing the same work from one core."""

import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import psutil

from tests.bench.accounts import pin
from tests.bench.journeys import Work
from tests.bench.rounds import Tool

ROOT = Path(__file__).parents[2]
GENERATOR_CORE, SERVER_CORE = 1, 0
USERS = 20
LONGEST_S = 120
"""Every generator ends by itself after this."""

_K6_SCRIPT = """\
import http from "k6/http";
import {{ check }} from "k6";
export const options = {{ vus: {users}, duration: "{seconds}s" }};
export default function () {{
  const answer = http.get("{url}");
  check(answer, {{ "status is 200": (it) => it.status === 200 }});
}}
"""

_JMETER = (
    "/usr/share/jmeter/bin/ApacheJMeter.jar",
    "/usr/share/jmeter/lib/*",
    "/usr/share/jmeter/lib/ext/*",
    "/usr/share/java/bsh.jar",
    "/usr/share/java/xstream.jar",
)
"""Where Debian puts it."""


@dataclass(frozen=True, slots=True)
class Command:
    """A generator that is one command."""

    process_ids: Sequence[int]


@contextmanager
def command(*arguments: str, folder: Path) -> Generator[Command]:
    """Run a command on the generator's core until the block ends."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LOCUST_")}
    pinned = ["taskset", "-c", str(GENERATOR_CORE), *arguments]
    with (
        (folder / "log.txt").open("wb") as log,
        subprocess.Popen(
            pinned,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd=folder,
            env=environment,
        ) as process,
    ):
        try:
            yield Command([process.pid])
        finally:
            _end(process.pid)


def _end(root: int) -> None:
    process = psutil.Process(root)
    for it in (*process.children(recursive=True), process):
        it.kill()


def by_hand(client: str, work: Work, url: str, folder: Path) -> Tool:
    """Return plain Locust with a file as a tester would write it."""
    return plain_locust(f"{client}, by hand", work.by_hand(client), url, folder)


def plain_locust(name: str, source: str, url: str, folder: Path, users: int = USERS) -> Tool:
    """Return plain Locust, one process, with any file."""
    place = folder / name.replace(" ", "_").replace(",", "")
    place.mkdir()
    path = place / "journey_file.py"
    path.write_text(source)
    options = ["--headless", "--only-summary", "--skip-log-setup", "--host", url]
    amount = ["--users", str(users), "--spawn-rate", str(users), "--run-time", f"{LONGEST_S}s"]
    locust = [sys.executable, "-m", "locust", "--locustfile", str(path), *options, *amount]
    return Tool(name, partial(command, *locust, folder=place))


def wrk(url: str, folder: Path) -> Tool | None:
    """Return wrk, which neither checks nor counts by endpoint."""
    arguments = ["wrk", "-t1", f"-c{USERS}", f"-d{LONGEST_S}s", url]
    return _if_there("wrk", "wrk", arguments, folder)


def ab(url: str, folder: Path) -> Tool | None:
    """Return Apache's ab, likewise."""
    arguments = ["ab", "-k", "-q", f"-c{USERS}", f"-t{LONGEST_S}", "-n5000000", url]
    return _if_there("ab", "ab", arguments, folder)


def hey(url: str, folder: Path) -> Tool | None:
    """Return hey, which counts by status."""
    arguments = ["hey", "-c", str(USERS), "-z", f"{LONGEST_S}s", url]
    return _if_there("hey", "hey", arguments, folder)


def k6(url: str, folder: Path) -> Tool | None:
    """Return k6 with a check of the status."""
    script = folder / "k6.js"
    script.write_text(_K6_SCRIPT.format(users=USERS, seconds=LONGEST_S, url=url))
    options = ["--quiet", "--no-usage-report", "--address", ""]
    return _if_there("k6", k6_path(), [k6_path(), "run", *options, str(script)], folder, 3.0)


def jmeter(url: str, folder: Path, *, keeps_results: bool) -> Tool | None:
    """Return JMeter without a window, with an assertion on the status.

    Args:
        url: What it asks for.
        folder: Takes its files.
        keeps_results: Whether it writes a line a request, as `jmeter -n -l FILE` does; percentiles
            come from nowhere else. Without it there is the average of a half minute.
    """
    plan = folder / "plan.jmx"
    host, _, port_and_path = url.removeprefix("http://").partition(":")
    port, _, path = port_and_path.partition("/")
    template = (Path(__file__).parent / "plan.jmx").read_text()
    values = {"users": USERS, "seconds": LONGEST_S, "host": host, "port": port, "path": f"/{path}"}
    for name, value in values.items():
        template = template.replace(f"@{name}@", str(value))
    plan.write_text(template)
    if not Path(_JMETER[0]).exists():
        return None
    script = str(Path(__file__).parent / "jmeter.bsh")
    java = ["java", "-Xms512m", "-Xmx512m", f"-Dplan={plan}"]
    name = "JMeter" if keeps_results else "JMeter, summary only"
    java += [f"-Dresults={folder}/results.jtl"] if keeps_results else []
    classes = ["-cp", ":".join(_JMETER)]
    arguments = [*java, *classes, "bsh.Interpreter", script]
    return _if_there(name, "java", arguments, folder, 14.0)  # its code is compiled as it runs


def k6_path() -> str:
    """Return where `make bench` puts k6."""
    return str(ROOT / "build" / "tools-bench" / "bin" / "k6")


def _if_there(
    name: str, program: str, arguments: Sequence[str], folder: Path, warm_up_s: float = 2.0
) -> Tool | None:
    if shutil.which(program) is None:
        return None
    return Tool(name, partial(command, *arguments, folder=folder), warm_up_s)


def pin_all(process_ids: Sequence[int], cores: Sequence[int]) -> None:
    """Keep several trees of processes on these cores."""
    for root in process_ids:
        pin(root, cores)
