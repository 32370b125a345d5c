"""What a trial tells holds no secret and is not long, and bytes stay bytes."""

import base64

from studio.child.load.trial.struck import Struck
from studio.engine.trial_messages import LONGEST_BODY_BYTES, TrialBodyKind

SECRET = "pa55/w ord"  # noqa: S105
STRUCK = Struck({"SHOP": SECRET})


def test_no_spelling_of_a_secret_is_told() -> None:
    for text in (SECRET, "pa55%2Fw+ord", '{"a": "pa55/w ord"}'):
        body = STRUCK.body(text, "text/plain")
        assert body.kind is TrialBodyKind.TEXT
        assert "pa55" not in body.text
    assert "pa55" not in STRUCK.pairs([("a", SECRET)])[0][1]
    binary = STRUCK.body(b"\x00\x01" + SECRET.encode(), "application/octet-stream")
    assert (binary.kind, binary.base64, binary.size_bytes) == (TrialBodyKind.BINARY, "", 12)


def test_text_and_bytes_are_told_apart_by_what_they_are() -> None:
    assert STRUCK.body(b"plain", "").kind is TrialBodyKind.TEXT
    assert STRUCK.body("é".encode("latin-1"), "text/html; charset=latin-1").text == "é"
    image = b"\x89PNG\r\n\x1a\n"
    told = STRUCK.body(image, "image/png")
    assert base64.b64decode(told.base64) == image
    assert STRUCK.body(b"\x01\x02\x03", "").kind is TrialBodyKind.BINARY
    assert STRUCK.body({"a": ["1", "2"]}, "").text == "a=1&a=2"
    assert STRUCK.body(None, "x/y").kind is TrialBodyKind.NONE
    assert STRUCK.body(b"", "x/y").kind is TrialBodyKind.NONE
    assert STRUCK.body(iter([b"a"]), "x/y").kind is TrialBodyKind.UNREAD


def test_of_a_long_body_only_the_beginning_is_told() -> None:
    told = STRUCK.body(b"a" * (LONGEST_BODY_BYTES + 5), "text/plain")
    assert told.is_cut
    assert len(told.text) == LONGEST_BODY_BYTES
    assert told.size_bytes == LONGEST_BODY_BYTES + 5
