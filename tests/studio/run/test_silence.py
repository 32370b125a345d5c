"""A silence is noted once, and ends with the next word."""

from studio.run.run import NOT_ANSWERING_S
from studio.run.silence import Silence


def test_a_silence_is_noted_once_and_ends_with_the_next_word() -> None:
    now_s = 7.0
    silence = Silence(lambda: now_s)
    now_s += NOT_ANSWERING_S - 0.1
    assert (silence.begins(), silence.length_s) == (False, 0.0)
    now_s += 0.1
    assert (silence.begins(), silence.length_s) == (True, NOT_ANSWERING_S)
    now_s += 2
    assert (silence.begins(), silence.length_s) == (False, NOT_ANSWERING_S + 2)
    silence.hear()
    assert (silence.begins(), silence.length_s) == (False, 0.0)
    now_s += NOT_ANSWERING_S
    assert silence.begins()
