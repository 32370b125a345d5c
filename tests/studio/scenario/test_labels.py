"""Labels choose steps, and can never become an option of Locust's."""

import pytest

from studio.scenario.labels import ALL_STEPS, LabelError, Labels


@pytest.mark.parametrize("label", ["", "--master", "-x", "a b", "a\n", "é" * 61, "/x"])
def test_what_could_be_taken_for_an_option_is_no_label(label: str) -> None:
    with pytest.raises(LabelError, match="cannot be a label"):
        Labels(only=(label,))
    with pytest.raises(LabelError, match="cannot be a label"):
        Labels(without=(label,))


def test_labels_choose_as_locusts_tags_do() -> None:
    assert ALL_STEPS.keep(())
    assert Labels(only=("read", "fast")).keep(("fast", "other"))
    assert not Labels(only=("read",)).keep(())
    assert not Labels(without=("slow",)).keep(("read", "slow"))
    assert Labels(only=("read",), without=("slow",)).keep(("read",))
    assert not Labels(only=("read",), without=("slow",)).keep(("read", "slow"))


def test_labels_may_be_words_of_any_language() -> None:
    assert Labels(only=("lecture-rapide", "v1.2", "قراءة")).keep(("قراءة",))
