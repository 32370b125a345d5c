"""Why a run failed is kept in full."""

from hypothesis import given
from hypothesis import strategies as st

from studio.errors import EngineError, StudioError
from studio.phrase import NOTHING, Phrase
from studio.run.problem import read_problem, written_problem


def sentences(error: StudioError | None) -> tuple[str, ...]:
    assert error is not None
    return str(error.happened), str(error.meaning), str(error.remedy)


@given(st.text(min_size=1), st.text(), st.text())
def test_all_three_sentences_are_kept(happened: str, meaning: str, remedy: str) -> None:
    said = [Phrase("engine", "{it}").of(it=it) if it else NOTHING for it in (meaning, remedy)]
    error = EngineError(Phrase("engine", "{it}").of(it=happened), meaning=said[0], remedy=said[1])
    assert sentences(read_problem(written_problem(error))) == (happened, meaning, remedy)


def test_a_sentence_that_is_missing_is_not_made_up() -> None:
    error = read_problem(written_problem(EngineError(Phrase("engine", "Gone."))))
    assert error is not None
    assert (error.meaning.text, error.remedy.text) == ("", "")


def test_what_an_earlier_version_wrote_is_one_sentence() -> None:
    for text in ("The engine is gone.", "[1]", '["a", "b"]'):
        assert sentences(read_problem(text)) == (text, "", "")


def test_no_problem_is_none() -> None:
    assert written_problem(None) is None
    assert read_problem(None) is None
