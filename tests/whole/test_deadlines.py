"""Each request has its whole deadline, however long a user has waited before."""

from pathlib import Path

import pytest

from studio.export.bundle import make_bundle
from studio.journey.journey import Client, Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.wait import NoWait
from studio.scenario.load_profile import constant
from tests.whole.counting_server import CountingServer
from tests.whole.trial import Trial

pytestmark = pytest.mark.whole

SLOW = Step("n1", "Wait", (Request("r1", "GET", "/slow"),))


@pytest.mark.parametrize("client", Client)
def test_short_waits_do_not_add_up_to_a_deadline(
    server: CountingServer, tmp_path: Path, client: Client
) -> None:
    journey = Journey("J1", "V", (SLOW,), client=client, wait=NoWait(), answer_within_s=1.5)
    source = make_bundle([(journey, 1)], [], lambda _: "").locustfile
    trial = Trial(tmp_path, server, constant(2, 5), source)
    trial.wait_for_end()
    assert trial.error is None, trial.log
    total = trial.snapshot.total
    assert total.requests == server.total >= 16
    assert total.failures == 0
