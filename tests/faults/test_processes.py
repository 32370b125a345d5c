"""Processes die: whichever it is, the load ends, little is lost, and the run says so."""

from contextlib import closing
from pathlib import Path

import pytest

from studio.run.run import RunEnding
from tests.faults.promises import promised
from tests.faults.studio import (
    Studio,
    assert_little_is_lost,
    assert_load_is_over,
    found_again,
    is_marked,
)
from tests.leftovers import beyond_this_computer, listeners
from tests.whole.counting_server import CountingServer

pytestmark = [pytest.mark.whole, pytest.mark.usefixtures("mark")]


def test_a_studio_killed_while_running_leaves_no_load_and_loses_two_seconds_at_most(
    server: CountingServer, project: Path, mark: str
) -> None:
    with closing(Studio(project, server)) as studio:
        studio.wait_until(lambda: server.total > 300)
        assert beyond_this_computer(listeners(mark)) == []
        died_s = studio.kill()
        assert studio.problem == ""
    with promised("P3"):
        assert_load_is_over(server, died_s, mark)
    found = found_again(project)
    (recovered,) = found.recovered
    assert (recovered.ending, recovered.is_whole) == (RunEnding.INTERRUPTED, True)
    with promised("P2"):
        assert_little_is_lost(found.runs[0], server, died_s)
    with promised("P4"):
        assert is_marked(found.runs[0])
