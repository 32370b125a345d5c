"""RUNS IN A CHILD PROCESS. How often things happened, by kind, with the first and the last time."""

from collections.abc import Callable, Hashable, Iterator
from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Occurrence(Generic[Key]):
    """One kind of thing: how often it has happened, and when."""

    __slots__ = ("count", "first_s", "key", "last_s")

    def __init__(self, key: Key, at_s: float) -> None:
        self.key = key
        self.count = 0
        self.first_s = self.last_s = at_s

    def to_wire(self) -> list[Any]:
        """Return it as plain values, for Locust's own report."""
        return [self.key, self.count, self.first_s, self.last_s]


class Occurrences(Generic[Key]):
    """Counts by kind; a kind too many counts as another, so that all stay countable."""

    def __init__(self, most: int, fold: Callable[[Key], Key]) -> None:
        """Count nothing yet.

        Args:
            most: How many kinds are told apart.
            fold: Which kind stands for one too many. It is asked again about its own answer where
                that is one too many as well; what it returns unchanged is always counted.
        """
        self._most = most
        self._fold = fold
        self._kinds: dict[Key, Occurrence[Key]] = {}
        self._changed: dict[Key, Occurrence[Key]] = {}

    def add(self, key: Key, at_s: float) -> Occurrence[Key]:
        """Count one, and return what it counts as."""
        return self.add_many(key, 1, at_s, at_s)

    def add_many(self, key: Key, count: int, first_s: float, last_s: float) -> Occurrence[Key]:
        """Count several at once, and return what they count as."""
        kind = self._kinds.get(key) or self._new(key, first_s)
        kind.count += count
        kind.first_s = min(kind.first_s, first_s)
        kind.last_s = max(kind.last_s, last_s)
        self._changed[kind.key] = kind
        return kind

    def take_changed(self) -> list[Occurrence[Key]]:
        """Return what has changed since the last call, with all that was ever counted of it."""
        changed, self._changed = self._changed, {}
        return list(changed.values())

    def _new(self, key: Key, at_s: float) -> Occurrence[Key]:
        while key not in self._kinds and len(self._kinds) >= self._most:
            folded = self._fold(key)
            if folded == key:
                break
            key = folded
        return self._kinds.setdefault(key, Occurrence(key, at_s))


class Gathered(Generic[Key]):
    """What several worker processes counted, as one; told twice or out of order, it counts once."""

    def __init__(self, most: int, fold: Callable[[Key], Key]) -> None:
        """Take the same as `Occurrences`."""
        self._all = Occurrences(most, fold)
        self._told: dict[tuple[str, Key], int] = {}
        self._numbers: dict[Key, int] = {}

    def take(self, worker: str, key: Key, count: int, first_s: float, last_s: float) -> Key:
        """Take in how often a worker process has counted something so far.

        Returns:
            The kind it counts as here.
        """
        before = self._told.get((worker, key), 0)
        self._told[worker, key] = max(count, before)
        return self._all.add_many(key, max(0, count - before), first_s, last_s).key

    def changes(self) -> Iterator[tuple[int, bool, Occurrence[Key]]]:
        """Yield what has changed since the last call: its number, whether it is new, and what."""
        for kind in self._all.take_changed():
            is_new = kind.key not in self._numbers
            number = self._numbers.setdefault(kind.key, len(self._numbers))
            yield number, is_new, kind
