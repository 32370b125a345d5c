"""Whatever a recording lacks is said where it matters."""

from dataclasses import replace

from studio.importer.har_report import report_on
from studio.journey.building import build_journey
from studio.recording.exchange import Exchange, Hidden
from tests.studio.recording.visits import exchange, visit


def _said(*exchanges: Exchange, hidden: tuple[Hidden, ...] = ()) -> list[str]:
    recording = replace(visit(*exchanges), hidden=hidden)
    built = build_journey(recording, recording.exchanges, "Visit")
    report = report_on(recording, recording.exchanges, built, built.journey)
    return [str(it.what) for it in report.entries]


def test_cookies_from_before_and_redirects_are_told() -> None:
    said = _said(
        exchange("GET", "/", sent={"Cookie": "old=1; own=2"}, got=[("Set-Cookie", "own=3")]),
        exchange("GET", "/a", sent={"Cookie": "own=3"}, status=302, got=[("Location", "/b")]),
        exchange("GET", "/b"),
    )
    assert "1 redirect" in said
    assert "Cookies: old, own" in said


def test_a_sign_in_without_cookies_is_told() -> None:
    assert "Sign-in without a cookie" in _said(exchange("POST", "/login", body="password=x"))


def test_files_without_bytes_and_hidden_requests_are_told() -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    body = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\n\r\n--x--\r\n'
    said = _said(
        exchange("POST", "/up", body=body, sent=kind),
        hidden=(Hidden("socket", "shop.test", 2),),
    )
    assert "File to upload" in said
    assert "2 WebSockets" in said
