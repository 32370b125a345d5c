"""Every way to say who sends a request."""

from typing import get_args

from studio.journey.auth import Auth, KeyPlace
from ui.journey.pane.auth_kinds import AUTHS, OF_REQUEST, PLACES, AsJourney


def test_there_are_words_for_all_of_them() -> None:
    assert set(AUTHS) == set(get_args(Auth))
    assert set(OF_REQUEST) == {AsJourney, *AUTHS}
    assert set(PLACES) == set(KeyPlace)


def test_the_hint_shows_braces_as_they_are_typed() -> None:
    hints = {str(kind.hint) for kind in AUTHS.values() if kind.hint.text}
    assert hints == {"Write {{secret.name}} for what nobody may read in the project."}
