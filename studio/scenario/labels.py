"""Labels: which labelled steps a run walks, and which it leaves out."""

import re
from dataclasses import dataclass

from studio.errors import StudioError
from studio.phrase import Phrase

_LABEL = re.compile(r"\w[\w.:-]{0,59}")


class LabelError(StudioError):
    """A label that cannot be asked for."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Which labelled steps a run walks; Locust calls labels tags."""

    only: tuple[str, ...] = ()
    """Only steps with one of these; none: all."""

    without: tuple[str, ...] = ()
    """No steps with one of these."""

    def __post_init__(self) -> None:
        for label in self.only + self.without:
            # They become arguments of Locust's, which would take `--master` for an option.
            if _LABEL.fullmatch(label) is None:
                raise LabelError(
                    Phrase("scenario", "“{label}” cannot be a label.").of(label=label[:100]),
                    remedy=Phrase("scenario", "Use letters, digits, and _ . : - after the first."),
                )

    def keep(self, labels: tuple[str, ...]) -> bool:
        """Return whether a step with these labels is walked."""
        is_asked_for = not self.only or not set(self.only).isdisjoint(labels)
        return is_asked_for and set(self.without).isdisjoint(labels)


ALL_STEPS = Labels()
