"""Taking a journey over by hand: the fork that keeps its locustfile, and edits of that text."""

from dataclasses import replace

from studio.journey.by_hand import ByHand
from studio.journey.edit import Edit
from studio.journey.journey import Journey
from studio.journey.uses import attachments_of, hosts_of, secrets_of, sources_of
from studio.phrase import Phrase


def taken_over(journey: Journey, text: str, name: str) -> Journey:
    """Return the journey that is a locustfile and nothing else; the one it came from stays.

    Args:
        journey: It keeps the host, the labels and the note; and what its file needs beside it.
        text: The locustfile, as written for it.
        name: Of the new journey.
    """
    by_hand = ByHand(
        text,
        tuple(sorted(sources_of(journey))),
        attachments_of(journey),
        tuple(it.secret for it in secrets_of([journey])),
        hosts_of(journey)[1:],
    )
    return Journey(journey.id, name, (), host=journey.host, note=journey.note, by_hand=by_hand)


def change_code(journey: Journey, text: str, *, typing: bool = False) -> Edit:
    """Change the locustfile of a journey that was taken over by hand.

    Args:
        journey: The journey; of one that was not taken over nothing is changed.
        text: The whole file.
        typing: Whether somebody is typing: such edits in a row are one.
    """
    sentence = Phrase("journey", "Change the code")
    if journey.by_hand is None or journey.by_hand.text == text:
        return Edit(journey, sentence)
    changed = replace(journey, by_hand=replace(journey.by_hand, text=text))
    return Edit(changed, sentence, (), "journey.by_hand" if typing else "")
