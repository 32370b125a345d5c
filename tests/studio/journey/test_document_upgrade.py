"""A document of an older version is read as the present one."""

from studio.journey.document_upgrade import upgraded


def test_the_check_of_a_request_is_the_first_of_its_checks() -> None:
    check = {"kind": "status", "statuses": [200]}
    old = {"version": 1, "journeys": [{"again": [{"requests": [{"check": check}, {}]}]}]}
    steps = [{"kind": "step", "requests": [{"checks": [check]}, {}]}]
    assert upgraded(old) == {"version": 2, "journeys": [{"again": steps}]}


def test_what_is_no_document_stays_what_it_was() -> None:
    for it in ([1], {"version": 9}, None):
        assert upgraded(it) == it
