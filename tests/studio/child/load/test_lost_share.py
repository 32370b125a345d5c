"""Those that are left keep their users, and then carry their own share."""

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.lost_share import LostShare


@given(st.integers(0, 100_000))
def test_without_a_loss_everything_is_wanted(users: int) -> None:
    assert LostShare().of(users) == users


@given(st.integers(0, 10_000), st.integers(1, 50), st.data())
def test_the_others_keep_exactly_their_users(wanted: int, living: int, data: st.DataObject) -> None:
    kept = data.draw(st.integers(0, wanted))
    left = LostShare()
    left.lose(wanted, kept, living)
    assert left.of(wanted) == kept


def test_another_number_is_shared_among_all_that_began() -> None:
    left = LostShare()
    left.lose(9, 6, 2)  # of three
    assert [left.of(users) for users in (9, 12, 30, 0)] == [6, 8, 20, 0]
    left.lose(30, 10, 1)
    assert [left.of(users) for users in (30, 9, 60)] == [10, 3, 20]
