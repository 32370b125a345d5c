"""Whatever happens is counted once, whoever tells of it and however often."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.occurrences import Gathered, Occurrences

WORKERS = ("worker-1", "worker-2", "worker-3")
words = st.sampled_from("abcdefgh")


def fold(_word: str) -> str:
    return "others"


@given(st.lists(words), st.integers(0, 10))
def test_all_are_counted_however_few_kinds_are_told_apart(happened: list[str], most: int) -> None:
    occurrences = Occurrences(most, fold)
    kinds = {occurrences.add(word, 1.0).key for word in happened}
    counted = {kind.key: kind.count for kind in occurrences.take_changed()}
    assert sum(counted.values()) == len(happened)
    assert kinds == counted.keys()
    assert len(counted) <= most + 1
    if most > 8:
        assert counted == Counter(happened)


def test_only_what_changed_is_told_again_with_all_there_was() -> None:
    occurrences = Occurrences(9, fold)
    for word, at_s in (("a", 1.0), ("b", 2.0), ("a", 3.0)):
        occurrences.add(word, at_s)
    told = {it.key: it.to_wire() for it in occurrences.take_changed()}
    assert told == {"a": ["a", 2, 1.0, 3.0], "b": ["b", 1, 2.0, 2.0]}
    occurrences.add("a", 5.0)
    assert [it.to_wire() for it in occurrences.take_changed()] == [["a", 3, 1.0, 5.0]]
    assert occurrences.take_changed() == []


def test_kinds_may_be_folded_step_by_step() -> None:
    def widen(key: tuple[str, str]) -> tuple[str, str]:
        return (key[0], "*") if key[1] != "*" else ("*", "*")

    occurrences = Occurrences(2, widen)
    kinds = [occurrences.add((place, why), 0.0).key for place in "xyz" for why in "abc"]
    assert kinds[:3] == [("x", "a"), ("x", "b"), ("*", "*")]


reports = st.lists(st.tuples(st.sampled_from(WORKERS), st.lists(words, max_size=5)), max_size=12)


@given(reports, st.integers(1, 10), st.data())
def test_reports_that_come_twice_late_or_never_count_once(
    told: list[tuple[str, list[str]]], most: int, dice: st.DataObject
) -> None:
    """Each report tells all there has been, so one that is lost is made good by the next."""
    workers = {name: Occurrences(99, fold) for name in WORKERS}
    last: dict[tuple[str, str], int] = {}
    sent: list[tuple[str, str, int]] = []
    for name, happened in told:
        for word in happened:
            workers[name].add(word, 1.0)
        for kind in workers[name].take_changed():
            last[name, kind.key] = kind.count
            sent.append((name, kind.key, kind.count))
    some = [it for it in sent if last[it[:2]] == it[2] or dice.draw(st.booleans())]
    gathered = Gathered(most, fold)
    counted: Counter[int] = Counter()
    for name, key, count in dice.draw(st.permutations(some + some[:3])):
        gathered.take(name, key, count, 1.0, 1.0)
        if dice.draw(st.booleans()):
            counted |= Counter({number: kind.count for number, _, kind in gathered.changes()})
    counted |= Counter({number: kind.count for number, _, kind in gathered.changes()})
    assert sum(counted.values()) == sum(len(happened) for _, happened in told)


def test_a_kind_is_new_once_and_keeps_its_number() -> None:
    gathered = Gathered(9, fold)
    gathered.take("worker-1", "a", 2, 1.0, 3.0)
    gathered.take("worker-2", "b", 1, 2.0, 2.0)
    gathered.take("worker-2", "a", 5, 0.5, 2.0)
    told = [(number, is_new, it.to_wire()) for number, is_new, it in gathered.changes()]
    assert told == [(0, True, ["a", 7, 0.5, 3.0]), (1, True, ["b", 1, 2.0, 2.0])]
    gathered.take("worker-1", "b", 1, 9.0, 9.0)
    told = [(number, is_new, it.to_wire()) for number, is_new, it in gathered.changes()]
    assert told == [(1, False, ["b", 2, 2.0, 9.0])]
