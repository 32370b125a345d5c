"""A project keeps no credential of a trial, and no long body."""

from studio.engine.trial_messages import Exchanged, TaskBroke, TrialMessage, TrialSaid
from studio.trial.keeping import LONGEST_KEPT, MOST_KEPT, kept_messages
from tests.studio.trial.trials import BEGAN, make_exchange


def kept(message: TrialMessage) -> str:
    return str(kept_messages([message]))


def test_credentials_are_replaced_wherever_they_stand() -> None:
    cookie = (("Set-Cookie", "sid=c00kievalue1; Path=/"),)
    text = kept(
        make_exchange(
            0,
            {"token": "t0kenvalue99", "id": 7},
            address="http://shop.test/a?api_key=k3yvalue77",
            sent="password=pa55value11",
            headers=cookie,
            variables=(("token", "t0kenvalue99"), ("said", "it is t0kenvalue99"), ("id", "7")),
            cookies=(("sid", "c00kievalue1"),),
            failure="password: pa55value11",
        )
    )
    for value in ("t0kenvalue99", "k3yvalue77", "pa55value11", "c00kievalue1"):
        assert value not in text
    assert "{{secret.token-1}}" in text
    assert "('id', '7')" in text


def test_what_the_engine_says_is_redacted_too() -> None:
    assert "s3cretvalue" not in kept(TrialSaid("WARNING", "password=s3cretvalue"))
    assert "s3cretvalue" not in kept(
        TaskBroke("E", "token=s3cretvalue", "", "pin: s3cretvalue", ())
    )
    assert kept_messages([BEGAN]) == [BEGAN]


def test_long_bodies_are_cut_and_all_of_them_together_have_a_limit() -> None:
    long = "x " * LONGEST_KEPT
    count = 2 * MOST_KEPT // LONGEST_KEPT
    found = kept_messages([make_exchange(0, long, number=it) for it in range(count)])
    bodies = [
        it.hops[0].answer.body for it in found if isinstance(it, Exchanged) and it.hops[0].answer
    ]
    assert bodies[0].is_cut
    assert len(bodies[0].text) == LONGEST_KEPT
    assert sum(len(it.text) for it in bodies) <= MOST_KEPT
    assert bodies[-1].text == ""
    assert bodies[-1].size_bytes == len(long)
