"""Long work tells how far it is, and ends when it is cancelled."""

import pytest

from studio.progress import CancelledError, Progress


def test_progress_never_goes_back() -> None:
    progress = Progress()
    progress.reach(0.5)
    progress.reach(0.2)
    assert progress.share == 0.5


def test_a_part_fills_its_share_of_the_whole() -> None:
    whole = Progress()
    whole.part(0.2, 0.6).reach(0.5)
    assert whole.share == pytest.approx(0.4)


@pytest.mark.parametrize("cancelled", ["whole", "part"])
def test_cancelled_work_ends_where_it_looks_next(cancelled: str) -> None:
    whole = Progress()
    part = whole.part(0.0, 1.0)
    {"whole": whole, "part": part}[cancelled].cancel()
    with pytest.raises(CancelledError):
        part.reach(0.1)
