from studio.phrase import Phrase
from ui.bridge.language import say
from ui.journey.said import said


def test_values_are_harmless_and_the_sentence_keeps_its_own_signs() -> None:
    phrase = Phrase("trial", "taken as {variable}").of(variable="a\u202eb")
    assert said(phrase, str) == "taken as a\\u202eb"
    assert said(phrase, say) == "taken as \u2068a\\u202eb\u2069"
