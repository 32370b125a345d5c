"""A search doubles the users, and halves what is between passing and failing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.scenario.limit_search import LimitSearch, halfway
from studio.scenario.load_profile import LoadProfileError


def test_users_double_up_to_the_cap() -> None:
    search = LimitSearch(first_users=10, most_users=100, step_s=60)
    assert search.doubled() == (10, 20, 40, 80, 100)
    assert search.corners()[:4] == ((0, 0), (0, 10), (60, 10), (60, 20))
    assert search.corners()[-1] == (300, 100)


@given(st.integers(1, 50_000), st.integers(1, 50_000))
def test_halving_ends_close_to_the_limit(limit: int, above: int) -> None:
    passed, failed = 0, limit + above
    tries = 0
    while (users := halfway(passed, failed)) is not None:
        passed, failed = (users, failed) if users <= limit else (passed, users)
        tries += 1
    assert passed <= limit < failed
    assert failed - passed <= max(1, 0.1 * failed)
    assert tries <= 17


def test_a_search_ends_within_its_longest_time() -> None:
    search = LimitSearch(first_users=5, most_users=5, step_s=10)
    assert search.doubled() == (5,)
    assert search.duration_s >= 10


@pytest.mark.parametrize(
    ("first", "most", "step_s"), [(0, 10, 60), (20, 10, 60), (1, 2_000_000, 60), (1, 10, 0.5)]
)
def test_an_impossible_search_is_refused(first: int, most: int, step_s: float) -> None:
    with pytest.raises(LoadProfileError) as refused:
        LimitSearch(first, most, step_s)
    assert str(refused.value.remedy)
