"""Names of a script point to parts of an answer."""

from studio.importer.postman.script_places import Places


def test_names_are_followed() -> None:
    places = Places()
    places.name("a", "pm.response.json().items[0]")
    places.take_apart(" id, name: other = 1 ", "a")
    assert places.path("a['x y'].b") == ("items", 0, "x y", "b")
    assert places.path("id") == ("items", 0, "id")
    assert places.path("other") == ("items", 0, "name")


def test_what_points_nowhere_is_none() -> None:
    places = Places()
    assert places.path("pm.response.json()") is None
    assert places.path("x.y") is None
    assert places.path("jsonData.list.length") is None
    places.name("jsonData", "other()")
    assert places.path("jsonData.a") is None
