"""What is kept of a recording holds no secret."""

from studio.recording.redacting import LONGEST_TEXT, redacted
from tests.studio.recording.visits import exchange, visit

SECRET = "Zq8w3aB9xQ7w2eR5tY8u1iO4"  # noqa: S105  # it opens nothing


def test_a_secret_has_one_stand_in_wherever_it_comes() -> None:
    one, two = redacted(
        visit(
            exchange(
                "POST",
                f"/login?token={SECRET}",
                body="password=hunter2-hunter2&user=tester",
                sent={"Content-Type": "application/x-www-form-urlencoded"},
                answer=f'{{"token": "{SECRET}"}}',
                media_type="application/json",
            ),
            exchange(
                "GET", "/", sent={"Authorization": f"Bearer {SECRET}", "Cookie": "a=b1b2b3b4"}
            ),
        )
    )
    written = repr((one, two))
    assert SECRET not in written
    assert "hunter2" not in written
    assert "b1b2b3b4" not in written
    assert one.answer is not None
    stand_in = one.answer.text.split('"')[3]
    assert stand_in in one.request.address
    assert stand_in in dict(two.request.headers)["Authorization"]


def test_long_answers_are_cut_and_say_so() -> None:
    (kept,) = redacted(visit(exchange("GET", "/", answer="ab " * LONGEST_TEXT)))
    assert kept.answer is not None
    assert len(kept.answer.text) <= LONGEST_TEXT
    assert not kept.answer.is_whole
