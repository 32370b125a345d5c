"""Of a damaged journal, what is sound is believed, and what is missing is known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.engine.journal import Frame, encode, read
from studio.engine.journal_header import header_for
from studio.engine.load_messages import (
    MESSAGES,
    EndpointSeen,
    LoadMessage,
    Row,
    SecondAmended,
    SecondMeasured,
)
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.run.journal_contents import JournalContents, contents_of, sound_rows
from studio.run.session import RunSession
from tests.builders import make_row, make_run, make_second

HEADER = header_for("a1", "p1")
MESSAGES_OF_A_RUN = make_run(*(make_second(s, make_row(0, 10, 20)) for s in range(6)))
PAYLOADS = [HEADER.line(), *(MESSAGES.encode(it).encode() for it in MESSAGES_OF_A_RUN)]
WHOLE = b"".join(encode(number, payload) for number, payload in enumerate(PAYLOADS))


def frames_of(payloads: dict[int, bytes]) -> list[Frame]:
    return [Frame(number, payload, 0) for number, payload in payloads.items()]


def contents_without(*missing: int) -> JournalContents:
    return contents_of(iter(frames_of({n: p for n, p in enumerate(PAYLOADS) if n not in missing})))


def seconds_of(contents: JournalContents) -> list[int]:
    return [it.at_s for it in contents.messages if isinstance(it, SecondMeasured)]


def requests_of(contents: JournalContents) -> int:
    session = RunSession((), rows=sound_rows)
    for message in contents.messages:
        session.receive(message)
    session.recover(may_have_begun=True)
    return session.snapshot().total.requests


def test_a_sound_journal_is_whole() -> None:
    contents = contents_of(read(WHOLE))
    assert contents.header == HEADER
    assert contents.messages == tuple(MESSAGES_OF_A_RUN)
    assert contents.is_whole


def test_a_journal_of_an_engine_that_wrote_no_header_is_whole_too() -> None:
    payloads = PAYLOADS[1:]
    contents = contents_of(iter(frames_of(dict(enumerate(payloads)))))
    assert contents.header is None
    assert contents.is_whole
    assert len(contents.messages) == len(payloads)


@pytest.mark.parametrize("missing", [0, 1, 7, 9, len(PAYLOADS) - 2])
def test_a_missing_frame_is_noticed(missing: int) -> None:
    contents = contents_without(missing)
    assert not contents.is_whole
    assert (contents.header is None) == (missing == 0)


def test_only_a_missing_frame_may_take_a_second_with_it() -> None:
    first = next(n for n, p in enumerate(PAYLOADS) if b"SecondMeasured" in p)
    assert seconds_of(contents_without(first + 1, first + 2)) == [0, 3, 4, 5]
    far = MESSAGES.encode(make_second(10**9, make_row(0, 10))).encode()
    lying = contents_of(iter(frames_of(dict(enumerate(PAYLOADS)) | {first + 3: far})))
    assert seconds_of(lying) == [0, 1, 2, 4, 5]
    assert not lying.is_whole
    again = contents_of(iter(frames_of(dict(enumerate(PAYLOADS)) | {first + 3: PAYLOADS[first]})))
    assert seconds_of(again) == [0, 1, 2, 4, 5]


def test_what_amends_a_lost_second_is_lost_with_it() -> None:
    late = [SecondAmended(at_s, (make_row(0, 10),)) for at_s in (0, 1, 7, -1)]
    told: list[LoadMessage] = [*MESSAGES_OF_A_RUN[:7], MESSAGES_OF_A_RUN[8], *late]
    payloads = [MESSAGES.encode(it).encode() for it in told]
    numbers = [*range(7), *range(8, 8 + len(payloads) - 7)]
    contents = contents_of(iter(frames_of(dict(zip(numbers, payloads, strict=True)))))
    assert seconds_of(contents) == [0, 2]
    assert [it.at_s for it in contents.messages if isinstance(it, SecondAmended)] == [0]


def test_rubbish_in_a_sound_frame_is_a_lost_message() -> None:
    for rubbish in (b"\xff", b"{}", b"[" * 200_000, b'{"is": "Hello"}'):
        contents = contents_of(iter(frames_of(dict(enumerate(PAYLOADS)) | {8: rubbish})))
        assert not contents.is_whole
        assert len(contents.messages) == len(MESSAGES_OF_A_RUN) - 1


def test_a_frame_told_twice_counts_once() -> None:
    frames = [it for frame in read(WHOLE) for it in (frame, frame)]
    contents = contents_of(iter(frames))
    assert contents.messages == tuple(MESSAGES_OF_A_RUN)
    assert not contents.is_whole


def test_numbers_whose_name_was_lost_are_kept_and_damaged_ones_are_not() -> None:
    sound = make_row(7, 10)
    damaged = Row(0, Outcome.OK, 1, 1, 1, 1, "no base64")
    (kept,) = sound_rows(3, (damaged, sound), {})
    assert kept.endpoint == Endpoint("?", "(name lost, 7)")
    assert kept.response_time.total == 1
    seen = next(n for n, it in enumerate(PAYLOADS) if EndpointSeen.__name__.encode() in it)
    assert requests_of(contents_without(seen)) == requests_of(contents_of(read(WHOLE)))


@given(st.integers(0, len(WHOLE)), st.lists(st.integers(0, len(WHOLE) * 8 - 1), max_size=6))
def test_whatever_befalls_a_journal_nothing_is_made_up(cut: int, bits: list[int]) -> None:
    """Cut it anywhere and flip any bits: a run is made of it, of nothing that was not measured."""
    journal = bytearray(WHOLE)
    for bit in bits:
        journal[bit // 8] ^= 1 << bit % 8
    contents = contents_of(read(bytes(journal[:cut])))
    assert set(contents.messages) <= set(MESSAGES_OF_A_RUN)
    assert requests_of(contents) == 2 * len(seconds_of(contents))
