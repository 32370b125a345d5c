"""What stands in files for requests and answers does what it says, whatever an answer holds."""

from typing import Any

from studio.locustfile.known_parts import IMPORTS_OF_PARTS
from studio.locustfile.preamble_requests import BASIC


def run(*parts: str) -> dict[str, Any]:
    """Return what parts of a file define, with what they import of the standard library."""
    own = ("csv", "os", "sys", "base64")
    given: dict[str, Any] = {}
    for module in own:
        names = ", ".join(sorted(IMPORTS_OF_PARTS[module]))
        exec(f"from {module} import {names}" if names else f"import {module}", given)  # noqa: S102
    for part in parts:
        exec(part, given)  # noqa: S102
    return given


def test_a_name_and_a_password_are_sent_as_the_rfc_says() -> None:
    basic = run(BASIC)["basic"]
    assert basic("Aladdin", "open sesame") == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    assert basic("é", "b") == "Basic w6k6Yg=="
