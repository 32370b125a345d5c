"""What goes on from what was typed."""

from ui.journey.pane.completion_list import matching
from ui.journey.pane.desk import Completion

NAMES = [Completion("basket_id"), Completion("id"), Completion("accounts.Identity")]


def test_what_begins_with_it_comes_first_in_any_case() -> None:
    assert [it.name for it in matching(NAMES, "ID")] == ["id", "basket_id", "accounts.Identity"]
    assert matching(NAMES, "zzz") == []
