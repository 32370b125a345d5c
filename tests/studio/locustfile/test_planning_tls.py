"""Journeys that trust alike share a context; what a client cannot do is refused."""

from dataclasses import replace

import pytest

from studio.journey.journey import Client, Tls
from studio.journey.journey_error import JourneyError
from studio.locustfile.plan import PlannedTls
from studio.locustfile.planning_tls import plan_tls
from tests.builders import make_journey

PLAIN = make_journey()
OWN = replace(PLAIN, tls=Tls(authority="ca.pem", client_certificate="cert"))


def test_equal_ways_share_a_context() -> None:
    taken: set[str] = set()
    planned = plan_tls([PLAIN, OWN, PLAIN, OWN], ["ca.pem"], {"cert": "CERT"}, taken)
    assert list(planned.values()) == [
        PlannedTls("TLS"),
        PlannedTls("USER_TLS", authority="ca.pem", certificate="CERT"),
    ]
    assert taken == {"TLS", "USER_TLS"}


def test_who_trusts_all_needs_no_authorities() -> None:
    journey = replace(PLAIN, tls=Tls(verify=False, authority="gone.pem"))
    assert plan_tls([journey], [], {}, set())[journey.tls] == PlannedTls(verify=False)


def test_what_cannot_be_done_is_refused() -> None:
    with pytest.raises(JourneyError, match=r"ca\.pem"):
        plan_tls([OWN], [], {"cert": "CERT"}, set())
    with pytest.raises(JourneyError):
        plan_tls([replace(OWN, client=Client.HTTP)], ["ca.pem"], {"cert": "CERT"}, set())
