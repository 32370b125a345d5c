"""Each cause of a revision has words of its own."""

from studio.journey.revision import RevisionCause, cause_sentence


def test_each_cause_is_said_in_its_own_words() -> None:
    said = {str(cause_sentence(it)) for it in RevisionCause}
    assert len(said) == len(RevisionCause)
    assert "Taken over by hand" in said
