"""What was sent and answered is looked at by name."""

from studio.recording.exchange import SentRequest, header_of, media_type_of


def test_headers_are_found_whatever_their_case() -> None:
    headers = (("Content-Type", "Text/HTML; charset=utf-8"), ("content-type", "x"))
    assert header_of(headers, "content-type") == "Text/HTML; charset=utf-8"
    assert header_of(headers, "accept") == ""
    assert media_type_of("Text/HTML; charset=utf-8") == "text/html"


def test_a_request_knows_its_parts_and_its_text() -> None:
    request = SentRequest("POST", "https://a.test/b?c=1", (("content-type", "a/b"),), b"\xff1")
    assert (request.parts.path, request.parts.query) == ("/b", "c=1")
    assert (request.media_type, request.text) == ("a/b", "\ufffd1")
