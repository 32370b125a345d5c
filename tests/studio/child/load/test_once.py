"""What was called often is done once."""

from studio.child.load.once import once


def test_it_is_done_once() -> None:
    done: list[int] = []
    end = once(lambda: done.append(1))
    end()
    end()
    assert done == [1]
