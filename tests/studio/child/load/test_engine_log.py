"""The engine's log: each line once with its count, no secret, no flood."""

import logging
from collections.abc import Iterator

import pytest

from studio.child.load.engine_log import MOST_LINES, EngineLog
from studio.recording.redaction import KnownSecrets


@pytest.fixture
def log() -> Iterator[EngineLog]:
    now_s = iter(range(1, 10**6))
    log = EngineLog(lambda: float(next(now_s)), KnownSecrets({"pw": "hunter2"}))
    names = ("locust.user.task", "locust.user.users")
    filters = {name: list(logging.getLogger(name).filters) for name in names}
    locust = logging.getLogger("locust")
    locust.propagate = False  # as Locust sets it
    log.listen()
    yield log
    locust.propagate = True
    for logger in (logging.getLogger(), locust):
        logger.removeHandler(log)
    for name in names:
        logging.getLogger(name).filters[:] = filters[name]


def test_lines_that_say_the_same_are_one_with_a_count(log: EngineLog) -> None:
    for number in range(3):
        logging.getLogger("mine").warning("%d users of hunter2 are late", number)
    logging.getLogger("locust.runners").error("gone")
    logging.getLogger("mine").info("nothing of this")
    (first, second) = log.take()
    assert first == [
        ("WARNING", "[number] users of {{secret.pw-1}} are late"),
        3,
        1.0,
        3.0,
        "0 users of {{secret.pw-1}} are late",
    ]
    assert second == [("ERROR", "gone"), 1, 4.0, 4.0, "gone"]
    logging.getLogger("mine").warning("%d users of hunter2 are late", 9)
    assert log.take() == [[first[0], 4, 1.0, 5.0, ""]]


def test_an_exception_that_is_logged_is_named(log: EngineLog) -> None:
    try:
        raise ValueError("no")
    except ValueError:
        logging.getLogger("mine").exception("it failed")
    ((_, _, _, _, text),) = log.take()
    assert text == "it failed (ValueError: no)"


def test_a_line_that_cannot_be_written_is_no_failure_of_ours(log: EngineLog) -> None:
    log.handle(logging.LogRecord("mine", logging.ERROR, "", 1, "%d files", ("many",), None))
    ((_, _, _, _, text),) = log.take()
    assert text.startswith("%d files (could not be written: ")


def test_exceptions_of_tasks_are_left_out_and_do_not_flood_the_file(log: EngineLog) -> None:
    written: list[str] = []

    class File(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            written.append(record.getMessage())

    file = File()
    logging.getLogger("locust").addHandler(file)
    for _ in range(1000):
        logging.getLogger("locust.user.task").error("Traceback …")
    logging.getLogger("locust").removeHandler(file)
    assert log.take() == []
    assert 5 <= len(written) <= 15  # five a second, and a slow machine may need two


def test_there_is_an_end_to_lines_that_differ(log: EngineLog) -> None:
    for number in range(2 * MOST_LINES):
        logging.getLogger("mine").warning("line %s", "ab" * number + "x")
    lines = log.take()
    assert len(lines) <= MOST_LINES + 3
    assert sum(count for _, count, *_ in lines) == 2 * MOST_LINES
