"""What was found is put where it belongs: takes at answers, variables at slots."""

from studio.journey.applying import apply_found
from studio.journey.body import Hole, JsonBody
from studio.journey.building import build_journey
from studio.journey.correlation import correlate
from studio.journey.suggestion import SuggestionState
from studio.journey.template import Variable
from studio.journey.walk import requests_of
from studio.progress import Progress
from tests.studio.recording.visits import exchange, visit

ID = "0f8fad5bd9cb469f"


def test_takes_and_variables_stand_where_the_values_were() -> None:
    kind = {"Content-Type": "application/json"}
    recording = visit(
        exchange("POST", "/orders", answer=f'{{"id": "{ID}"}}', media_type="application/json"),
        exchange("GET", f"/orders/{ID}/pay?x={ID}"),
        exchange("PUT", "/pay", body=f'{{"order": "{ID}", "note": "{ID} is mine"}}', sent=kind),
    )
    built = build_journey(recording, recording.exchanges, "Visit").journey
    found = correlate(tuple(requests_of(built)), recording.exchanges, {}, Progress())
    journey = apply_found(built, found)
    made, paid, put = requests_of(journey)
    (take,) = made.takes
    variable = Variable(take.variable)
    assert paid.path == ("/orders/", variable, "/pay")
    assert paid.query[0].value == (variable,)
    assert paid.endpoint == "/orders/[id]/pay"
    assert isinstance(put.body, JsonBody)
    assert put.body.holes == (Hole("/order", (variable,)),)
    assert [it.state for it in journey.suggestions] == [SuggestionState.APPLIED]


def test_without_anything_found_a_journey_stays_as_it_is() -> None:
    recording = visit(exchange("GET", "/"))
    built = build_journey(recording, recording.exchanges, "Visit").journey
    assert apply_found(built, ()) == built
