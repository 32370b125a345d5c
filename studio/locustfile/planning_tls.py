"""How the connections of journeys are trusted → the contexts of a file."""

from collections.abc import Mapping, Sequence

from studio.journey.journey import Client, Journey, Tls
from studio.journey.journey_error import JourneyError
from studio.locustfile.identifiers import constant_name
from studio.locustfile.plan import PlannedTls
from studio.phrase import Phrase

USUAL = "TLS"


def plan_tls(
    journeys: Sequence[Journey],
    attachments: Sequence[str],
    secrets: Mapping[str, str],
    taken: set[str],
) -> dict[Tls, PlannedTls]:
    """Return how each way to trust connections is written; equal ones share a context.

    Args:
        journeys: The journeys.
        attachments: Names of the files there are.
        secrets: Secret → the constant that holds it.
        taken: Names of the file; those of contexts are added.

    Raises:
        JourneyError: A file with certificates is not there, or a client cannot do it.
    """
    found: dict[Tls, PlannedTls] = {}
    for journey in journeys:
        tls = journey.tls
        _refuse_impossible(journey, attachments)
        if tls not in found:
            name = constant_name("USER_TLS", taken) if found else USUAL
            taken.add(name)
            certificate = secrets[tls.client_certificate] if tls.client_certificate else ""
            found[tls] = PlannedTls(name, tls.verify, _authority(tls), certificate)
    return found


def _authority(tls: Tls) -> str:
    return (tls.authority or "") if tls.verify else ""


def _refuse_impossible(journey: Journey, attachments: Sequence[str]) -> None:
    authority = _authority(journey.tls)
    if authority and authority not in attachments:
        raise JourneyError(
            Phrase("locustfile", "There is no file {name} with certificates.").of(
                name=authority[:100]
            ),
            remedy=Phrase("locustfile", "Choose the file again."),
        )
    if journey.tls.client_certificate and journey.client is Client.HTTP:
        raise JourneyError(
            Phrase("locustfile", "“{journey}” cannot show a certificate of its own.").of(
                journey=journey.name
            ),
            meaning=Phrase(
                "locustfile", "HttpUser shares certificates between users that must not have them."
            ),
            remedy=Phrase("locustfile", "Choose the fast client for this journey."),
        )
