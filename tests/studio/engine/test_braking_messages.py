"""What a brake says of itself fits what it does."""

from studio.engine.braking_messages import Brake


def test_only_what_cannot_get_better_ends_a_run() -> None:
    assert {it for it in Brake if it.stops} == {Brake.OUT_OF_REACH, Brake.FAILING, Brake.TOO_LONG}


def test_shares_are_told_from_counts() -> None:
    shares = {Brake.USERS_HALVED, Brake.OUT_OF_REACH, Brake.FAILING}
    assert {it for it in Brake if it.is_share} == shares
