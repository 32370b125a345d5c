import pytest

from studio.journey.journey import Journey
from studio.journey.sample import PRACTICE, TALK
from studio.journey.walk import nodes_of, requests_of
from studio.locustfile.emit import emit, emit_mapped
from studio.locustfile.planning import plan_journeys
from studio.locustfile.source_map import innermost, marked, read_marks


@pytest.mark.parametrize("journey", [TALK, PRACTICE], ids=["talk", "practice"])
def test_the_map_finds_each_request_where_it_is_called(journey: Journey) -> None:
    plan = plan_journeys([(journey, 1)])
    mapped = emit_mapped(plan)
    lines = mapped.text.split("\n")
    assert mapped.text == emit(plan)
    places = {it.id: it for it in mapped.places}
    assert places.keys() == {it.id for it in (*nodes_of(journey), *requests_of(journey))}
    for request in requests_of(journey):
        place = places[request.id]
        code = "\n".join(lines[place.first - 1 : place.last])
        assert f"self.client.{request.method.lower()}(" in code
        assert str(request.path) in code


def test_a_request_stands_within_its_step() -> None:
    mapped = emit_mapped(plan_journeys([(PRACTICE, 1)]))
    place = next(it for it in mapped.places if it.id == "r3")
    assert innermost(mapped.places, place.first) == ("n2", "r3")


def test_marks_leave_no_trace_and_what_is_empty_has_no_place() -> None:
    text = "\n".join(
        ["a", *marked("n1", ["    b", *marked("r1", ["        c"])]), *marked("r2", [])]
    )
    mapped = read_marks(text)
    assert mapped.text == "a\n    b\n        c"
    assert [(it.id, it.first, it.last) for it in mapped.places] == [("n1", 2, 3), ("r1", 3, 3)]
    assert list(marked("", ["x"])) == ["x"]
