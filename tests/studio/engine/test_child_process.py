"""A child is started, listened to, spoken to and stopped; and each end is told once."""

import sys
import threading
import time
from pathlib import Path

import pytest

from studio.engine.child_process import ChildProcess, child_command
from studio.engine.shop_messages import SHOP_MESSAGES, ShopMessage, ShopOpened
from studio.errors import EngineError, ProtocolError

ECHO = """
import sys
for line in sys.stdin:
    print('{"is": "ShopOpened", "host": "%s"}' % line.strip(), flush=True)
"""


class Child:
    """A child that runs some Python, and what was heard of it."""

    def __init__(self, folder: Path, code: str) -> None:
        self.heard: list[ShopMessage] = []
        self.ends: list[EngineError | None] = []
        self.has_ended = threading.Event()
        self.process = ChildProcess(
            [sys.executable, "-c", code],
            SHOP_MESSAGES,
            log=folder / "private" / "log.txt",
            on_message=self.heard.append,
            on_end=self._note_end,
        )

    def _note_end(self, error: EngineError | None) -> None:
        self.ends.append(error)
        self.has_ended.set()


def test_what_is_said_is_heard_and_a_closed_stdin_is_an_end(tmp_path: Path) -> None:
    child = Child(tmp_path, ECHO)
    child.process.start()
    child.process.send("one")
    child.process.send("two")
    child.process.stop()
    assert child.heard == [ShopOpened("one"), ShopOpened("two")]
    assert child.ends == [None]
    child.process.send("nobody hears this")
    child.process.stop()
    assert child.ends == [None]
    assert (tmp_path / "private").stat().st_mode & 0o777 == 0o700


def test_a_child_that_fails_is_quoted(tmp_path: Path) -> None:
    child = Child(tmp_path, "import sys; sys.stderr.write('the reason'); sys.exit(7)")
    child.process.start()
    assert child.has_ended.wait(20)
    child.process.stop()
    (error,) = child.ends
    assert error is not None
    assert "exit code 7" in str(error.happened)
    assert "the reason" in str(error.meaning)


STANDS_STILL = """
import faulthandler, sys
faulthandler.dump_traceback_later(1, exit=True, file=sys.stderr)
while True: pass
"""


def test_a_child_that_stood_still_says_where(tmp_path: Path) -> None:
    child = Child(tmp_path, STANDS_STILL)
    child.process.start()
    assert child.has_ended.wait(20)
    child.process.stop()
    (error,) = child.ends
    assert error is not None
    assert str(error.happened) == "The engine stood still for 1 s and was ended."
    assert "<module>" in str(error.meaning)


def test_a_beat_is_an_empty_line_and_a_kill_is_told(tmp_path: Path) -> None:
    child = Child(tmp_path, ECHO)
    child.process.start()
    child.process.beat()
    child.process.send("one")
    deadline_s = time.monotonic() + 20
    while len(child.heard) < 2 and time.monotonic() < deadline_s:
        time.sleep(0.01)
    assert child.heard == [ShopOpened(""), ShopOpened("one")]
    child.process.kill()
    assert child.has_ended.wait(20)
    child.process.stop()
    assert child.ends[0] is not None
    child.process.beat()


def test_a_child_that_speaks_nonsense_is_ended(tmp_path: Path) -> None:
    child = Child(tmp_path, "print('ready', flush=True); import time; time.sleep(60)")
    child.process.start()
    assert child.has_ended.wait(20)
    child.process.stop()
    assert isinstance(child.ends[0], ProtocolError)


def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    process = ChildProcess(
        [str(tmp_path / "nothing")],
        SHOP_MESSAGES,
        log=tmp_path / "log.txt",
        on_message=lambda _: None,
        on_end=lambda _: None,
    )
    with pytest.raises(EngineError, match="did not start"):
        process.start()


def test_an_engine_is_named_in_its_command_and_nothing_else() -> None:
    assert child_command("shop")[-2:] == ["--engine", "shop"]
