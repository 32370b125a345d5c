from studio.journey.take import FieldPlace, HeaderPlace, JsonPlace
from studio.trial.answer_leaves import DEEPEST, is_skipped, leaves_of, title_of


def test_values_of_json_have_their_place_and_stop_at_a_depth() -> None:
    text = '{"a": {"b": [1, "x", null, 4]}, "deep": [[[[[[1]]]]]], "trace_id": "z"}'
    found = leaves_of(text, "application/json", ())
    assert [(it.name, it.shown, it.kind) for it in found][:3] == [
        ("a.b[0]", "1", "number"),
        ("a.b[1]", '"x"', "text"),
        ("a.b[2]", "null", "null"),
    ]
    assert found[0].place == JsonPlace(("a", "b", 0))
    assert found[3].kind == "list"
    assert len(found) == DEEPEST - 1


def test_a_page_has_fields_and_a_title() -> None:
    page = "<TITLE> A &amp;\n B</TITLE><input name='t' value=\"x&quot;\"><meta name=v content=2>"
    found = leaves_of(page, "text/html", (("X-A", "1"), ("Date", "now")))
    assert [(it.name, it.value) for it in found] == [("t", 'x"'), ("v", "2"), ("X-A:", "1")]
    assert [it.place for it in found] == [FieldPlace("t"), FieldPlace("v"), HeaderPlace("X-A")]
    assert title_of(page, "text/html") == "A & B"
    assert title_of(page, "text/plain") == ""


def test_what_is_no_json_has_no_values() -> None:
    assert leaves_of("{", "application/json", ()) == []
    assert leaves_of("words", "text/plain", ()) == []


def test_times_traces_and_limits_are_skipped() -> None:
    assert is_skipped("Date")
    assert is_skipped("X-RateLimit-Left")
    assert not is_skipped("X-Order")
