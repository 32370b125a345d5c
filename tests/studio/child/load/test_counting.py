"""Requests are counted once, and travel as plain values."""

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.counting import Counter, Key, Part, PartSum
from studio.measurement.histogram import histogram_of
from studio.measurement.outcome import Outcome
from studio.measurement.packing import unpack

keys: st.SearchStrategy[Key] = st.tuples(
    st.integers(0, 3),
    st.sampled_from(("GET", "POST")),
    st.sampled_from(("/", "/é", '"')),
    st.sampled_from(Outcome),
)


@given(st.lists(st.tuples(keys, st.integers(0, 10**7), st.integers(0, 10**6))))
def test_what_is_taken_adds_up_to_what_was_counted(requests: list[tuple[Key, int, int]]) -> None:
    counter = Counter()
    for key, us, size in requests:
        counter.count(key, us, size)
    parts = [Part.from_wire(part.to_wire()) for part in counter.take()]
    assert counter.take() == []
    assert sum(sum(unpack(part.packed).values()) for part in parts) == len(requests)
    assert counter.requests == len(requests)
    assert counter.failures == sum(key[3] is not Outcome.OK for key, _, _ in requests)
    assert sum(part.received_bytes for part in parts) == sum(size for _, _, size in requests)
    for part in parts:
        key = (part.at_s, part.method, part.name, part.outcome)
        times = histogram_of(us for it, us, _ in requests if it == key)
        assert unpack(part.packed) == times.counts
        assert (part.sum_us, part.min_us, part.max_us) == (
            times.sum_us,
            times.min_us,
            times.max_us,
        )


def test_parts_of_two_workers_add_up() -> None:
    one, other = Counter(), Counter()
    key: Key = (0, "GET", "/", Outcome.OK)
    one.count(key, 10, 1)
    other.count(key, 500, 2)
    total = PartSum(one.take()[0])
    total.add(other.take()[0])
    assert (total.sum_us, total.min_us, total.max_us, total.received_bytes) == (510, 10, 500, 3)
    assert sum(total.counts.values()) == 2
