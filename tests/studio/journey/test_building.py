"""A recording becomes a journey that sends the same."""

from studio.journey.body import FilePart, PartsBody
from studio.journey.building import build_journey
from studio.journey.check import StatusCheck
from studio.journey.walk import requests_of
from tests.studio.recording.visits import exchange, visit

UPLOAD = '--x\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\n{}\r\n--x--\r\n'


def test_redirects_are_left_to_the_client_and_the_last_status_counts() -> None:
    recording = visit(
        exchange("POST", "/login", status=302, got=[("Location", "/home")]),
        exchange("GET", "/home"),
        exchange("GET", "/orders", status=404),
    )
    built = build_journey(recording, recording.exchanges, "Visit")
    requests = list(requests_of(built.journey))
    assert [(it.method, it.recorded, it.checks) for it in requests] == [
        ("POST", 0, (StatusCheck((200,)),)),
        ("GET", 2, (StatusCheck((404,)),)),
    ]
    assert built.folded == 1


def test_hosts_get_names_and_common_headers_belong_to_the_journey() -> None:
    sent = {"User-Agent": "B", "X-Own": "1"}
    recording = visit(
        exchange("GET", "https://api.shop.test/x", media_type="application/json", sent=sent),
        exchange("GET", "/", sent=sent),
        exchange("GET", "https://api.other.test/", media_type="text/plain", sent=sent),
    )
    built = build_journey(recording, recording.exchanges, "Visit")
    assert built.hosts == (
        ("main", "https://shop.test"),
        ("api", "https://api.shop.test"),
        ("api_2", "https://api.other.test"),
    )
    assert built.journey.headers == tuple(sent.items())
    assert all(it.headers == () for it in requests_of(built.journey))


def test_files_of_one_name_and_other_contents_are_told_apart() -> None:
    kind = {"Content-Type": "multipart/form-data; boundary=x"}
    bodies = [UPLOAD.format(it) for it in ("one", "two", "one", "")]
    recording = visit(*(exchange("POST", "/up", body=it, sent=kind) for it in bodies))
    built = build_journey(recording, recording.exchanges, "Visit")
    assert dict(built.files) == {"a.txt": b"one", "a-2.txt": b"two", "a-3.txt": b""}
    names = [
        part.file
        for it in requests_of(built.journey)
        if isinstance(it.body, PartsBody)
        for part in it.body.parts
        if isinstance(part, FilePart)
    ]
    assert names == ["a.txt", "a-2.txt", "a.txt", "a-3.txt"]
    assert built.empty_files == ("a-3.txt",)


def test_ids_come_once() -> None:
    recording = visit(*(exchange("GET", f"/{n}") for n in range(3)))
    journey = build_journey(recording, recording.exchanges, "Visit").journey
    ids = [it.id for it in journey.again] + [it.id for it in requests_of(journey)]
    assert len(set(ids)) == 6


def test_an_empty_recording_is_an_empty_journey() -> None:
    assert build_journey(visit(), (), "Visit").journey.again == ()
