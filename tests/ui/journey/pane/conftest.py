"""What tests of journeys on the screen may rely on."""

import pytest

from ui.journey.pane.desk import Around, Completion, Desk, Repair
from ui.theme.theme import Theme


@pytest.fixture
def desk(theme: Theme) -> Desk:
    desk = Desk(theme, str)
    desk.show_around(
        Around(
            number="6",
            completions=(
                Completion("order_id", "step 6, JSON $.id"),
                Completion("basket_id", "step 5, JSON $.id"),
                Completion("accounts.user name", "accounts.csv, own row"),
                Completion("secret.card", "in the keyring"),
            ),
            undefined=frozenset({"oder_id", "lost"}),
            repairs={"lost": (Repair("Take lost in step 2", "take-lost"),)},
            hosts=("main", "api"),
            attachments=("scan.png",),
            secrets=("card", "password"),
        )
    )
    return desk
