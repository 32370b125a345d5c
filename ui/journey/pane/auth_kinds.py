"""Auth: how a request may say who sends it, and what is asked about it."""

from collections.abc import Mapping

from studio.journey.auth import BasicAuth, BearerAuth, KeyAuth, KeyPlace, NoAuth
from studio.phrase import Phrase
from ui.journey.pane.making import FILLED, one_of, text
from ui.journey.pane.record_form import Spec
from ui.journey.pane.union_form import Kind

PLACES: Mapping[KeyPlace, Phrase] = {
    KeyPlace.HEADER: Phrase("journey", "In a header"),
    KeyPlace.QUERY: Phrase("journey", "In the query"),
}

_HINT = Phrase("journey", "Write {{{{secret.name}}}} for what nobody may read in the project.")

AUTHS: Mapping[type, Kind] = {
    NoAuth: Kind(Phrase("journey", "Nothing is said"), NoAuth),
    BasicAuth: Kind(
        Phrase("journey", "Name and password (Basic)"),
        lambda: BasicAuth("", ""),
        (
            Spec("user", Phrase("journey", "Name"), text()),
            Spec("password", Phrase("journey", "Password"), text()),
        ),
        _HINT,
    ),
    BearerAuth: Kind(
        Phrase("journey", "Token (Bearer)"),
        lambda: BearerAuth(""),
        (Spec("token", Phrase("journey", "Token"), text()),),
        _HINT,
    ),
    KeyAuth: Kind(
        Phrase("journey", "API key"),
        lambda: KeyAuth("X-Api-Key", ""),
        (
            Spec("name", Phrase("journey", "Name"), FILLED),
            Spec("value", Phrase("journey", "Key"), text()),
            Spec("place", Phrase("journey", "Where"), one_of(PLACES)),
        ),
        _HINT,
    ),
}
"""Every way, in the order they are offered."""


class AsJourney:
    """Stands for None in a choice: as the journey says."""


OF_REQUEST: Mapping[type, Kind] = {
    AsJourney: Kind(Phrase("journey", "As the journey says"), AsJourney),
    **AUTHS,
}
