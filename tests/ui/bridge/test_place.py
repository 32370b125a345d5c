"""Places are named as UX names them."""

from ui.bridge.place import Place


def test_a_place_is_an_object_name() -> None:
    assert [place.value for place in Place][:4] == ["home", "journeys", "recorder", "runs"]
