"""What became of a recording: what came, what came changed, and what was left out and why."""

from collections.abc import Iterator, Sequence

from studio.importer.carried_over import CarriedOver, CarryingOver
from studio.journey.building import Built
from studio.journey.finding import cookies_of
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.suggestion import SuggestionState
from studio.journey.walk import nodes_of
from studio.phrase import Phrase
from studio.recording.exchange import Exchange, Recording
from studio.recording.filtering import HiddenReason

_HIDDEN = {
    HiddenReason.STATIC: Phrase("importer", "%n picture(s), script(s), style(s) or font(s)", "", 1),
    HiddenReason.OTHER_SITE: Phrase("importer", "%n request(s) to another site", "", 1),
    HiddenReason.PRE_FLIGHT: Phrase("importer", "%n question(s) of the browser's own", "", 1),
    HiddenReason.SOCKET: Phrase("importer", "%n WebSocket(s)", "", 1),
    HiddenReason.NO_ANSWER: Phrase("importer", "%n request(s) without an answer", "", 1),
    HiddenReason.NOT_HTTP: Phrase("importer", "%n address(es) no server is asked for", "", 1),
}
_WHY = {
    HiddenReason.STATIC: Phrase("importer", "A browser keeps them; they say little of a server."),
    HiddenReason.OTHER_SITE: Phrase("importer", "It is not under test."),
    HiddenReason.PRE_FLIGHT: Phrase("importer", "No other client asks it (CORS)."),
    HiddenReason.SOCKET: Phrase("importer", "Messages of WebSockets cannot be sent yet."),
    HiddenReason.NO_ANSWER: Phrase("importer", "It was blocked, or the page was left."),
    HiddenReason.NOT_HTTP: Phrase("importer", "There is nothing to be sent."),
}
_MOST_COOKIES = 8


def report_on(
    recording: Recording, exchanges: Sequence[Exchange], built: Built, journey: Journey
) -> CarriedOver:
    """Return what became of everything in a recording.

    Args:
        recording: The recording.
        exchanges: Those that were kept.
        built: What they became.
        journey: That, with what is taken from answers.
    """
    notes = CarryingOver()
    for step in (it for it in nodes_of(journey) if isinstance(it, Step)):
        what = Phrase("importer", "%n request(s)", "", 1).of(n=len(step.requests))
        notes.imported(step.name, what)
    _note_changes(notes, recording, exchanges, built)
    _note_suggestions(notes, recording, journey)
    for hidden in recording.hidden:
        reason = HiddenReason(hidden.reason)
        notes.left_out(
            hidden.host or recording.name, _HIDDEN[reason].of(n=hidden.count), _WHY[reason]
        )
    return notes.noted


def _note_changes(
    notes: CarryingOver, recording: Recording, exchanges: Sequence[Exchange], built: Built
) -> None:
    if built.folded:
        notes.adapted(
            recording.name,
            Phrase("importer", "%n redirect(s)", "", 1).of(n=built.folded),
            Phrase("importer", "The user follows them by itself."),
        )
    for name in built.empty_files:
        notes.adapted(
            name,
            Phrase("importer", "File to upload"),
            Phrase("importer", "Its bytes are not in the recording: attach it again."),
        )
    if cookies := list(_cookies_from_before(exchanges)):
        notes.adapted(
            recording.name,
            Phrase("importer", "Cookies: {names}").of(names=", ".join(cookies[:_MOST_COOKIES])),
            Phrase("importer", "They are older than the recording; users begin without them."),
        )
    elif _signs_in_without_cookie(exchanges):
        notes.adapted(
            recording.name,
            Phrase("importer", "Sign-in without a cookie"),
            Phrase(
                "importer", "The browser may have left cookies out: save it with sensitive data."
            ),
        )


def _note_suggestions(notes: CarryingOver, recording: Recording, journey: Journey) -> None:
    states = [it.state for it in journey.suggestions]
    if applied := states.count(SuggestionState.APPLIED):
        notes.adapted(
            recording.name,
            Phrase("importer", "%n value(s), new each time", "", 1).of(n=applied),
            Phrase("importer", "They are taken from the answers that issue them."),
        )
    if offered := states.count(SuggestionState.OFFERED):
        notes.adapted(
            recording.name,
            Phrase("importer", "%n value(s), perhaps new each time", "", 1).of(n=offered),
            Phrase("importer", "They are sent as recorded; the editor offers to take them."),
        )


def _cookies_from_before(exchanges: Sequence[Exchange]) -> Iterator[str]:
    """Yield the names of cookies that were sent though no answer had set them."""
    known: set[str] = set()
    for exchange in exchanges:
        sent = (v for k, v in exchange.request.headers if k.lower() == "cookie")
        names = [it.partition("=")[0].strip() for line in sent for it in line.split(";")]
        for name in names:
            if name and name not in known:
                known.add(name)
                yield name
        if exchange.answer is not None:
            known.update(name for name, _ in cookies_of(exchange.answer))


def _signs_in_without_cookie(exchanges: Sequence[Exchange]) -> bool:
    signs_in = any(b"password" in it.request.body[:10_000].lower() for it in exchanges)
    return signs_in and not any(it.answer and list(cookies_of(it.answer)) for it in exchanges)
