"""Only a run's own processes can seal what it believes."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.seal import Letter, Seal

TOKEN = "5f" * 32
OURS = Seal(TOKEN, "run-1")
letters = st.builds(
    OURS.sealed, st.sampled_from(["worker-1", "worker-2"]), st.integers(0, 99), st.binary()
)


@given(letters)
def test_a_letter_survives_the_wire_under_its_seal(letter: Letter) -> None:
    again = Letter.from_wire(letter.to_wire())
    assert again == letter
    assert OURS.is_on(letter)


@given(letters, letters)
def test_a_seal_fits_no_other_letter(one: Letter, other: Letter) -> None:
    mixed = replace(one, seal=other.seal)
    assert OURS.is_on(mixed) == (replace(other, seal=b"") == replace(one, seal=b""))


@given(letters)
def test_neither_another_run_nor_another_token_can_seal(letter: Letter) -> None:
    assert not Seal(TOKEN, "run-2").is_on(letter)
    assert not Seal("5e" * 32, "run-1").is_on(letter)


@given(
    st.none()
    | st.text()
    | st.dictionaries(
        st.sampled_from(["worker", "number", "payload", "seal"]),
        st.none() | st.text() | st.integers(max_value=-1) | st.lists(st.integers()),
    )
)
def test_what_is_no_letter_is_none(told: object) -> None:
    assert Letter.from_wire(told) is None


def test_the_name_a_worker_joins_under_cannot_be_guessed() -> None:
    name = OURS.name_of("worker-1")
    assert name.startswith("worker-1-")
    assert TOKEN not in name
    assert len({name, OURS.name_of("worker-2"), Seal(TOKEN, "run-2").name_of("worker-1")}) == 3
