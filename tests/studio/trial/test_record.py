from studio.journey.sample import PRACTICE
from tests.studio.trial.trials import line_of, make_exchange, record_of


def test_a_request_is_shown_as_it_failed_or_as_it_was_tried_last() -> None:
    line = line_of(PRACTICE, "r4")
    passed = [make_exchange(line, number=it, pass_number=it + 1) for it in range(2)]
    record = record_of(PRACTICE, *passed)
    tried = record.tried("r4")
    assert tried is not None
    assert tried.exchange.number == 1
    failed = make_exchange(line, number=0, failure="no")
    tried = record_of(PRACTICE, failed, *passed).tried("r4")
    assert tried is not None
    assert tried.exchange.failure == "no"
    assert record.tried("r1") is None


def test_a_request_that_never_came_so_far_has_no_answer() -> None:
    record = record_of(PRACTICE, make_exchange(line_of(PRACTICE, "r4"), hops=(), failure="no"))
    (request,) = record.requests
    assert (request.answer, request.status, request.address) == (None, 0, "")
