"""Locust is told what its file does not say."""

from studio.export.locust_conf import locust_conf
from studio.scenario.arrival_rate import ArrivalRate, RateStage
from studio.scenario.labels import Labels
from studio.scenario.shapes import Constant


def settings(text: str) -> dict[str, str]:
    return dict(line.split(" = ", 1) for line in text.splitlines())


def test_a_load_the_file_follows_is_left_to_it() -> None:
    told = settings(locust_conf(Constant(20, 60.0)))
    assert not {"users", "run-time", "spawn-rate"} & told.keys()
    assert told["headless"] == "true"


def test_a_load_the_file_has_no_shape_for_is_given_its_users() -> None:
    told = settings(locust_conf(ArrivalRate((RateStage(30.0, 5.0),), 50)))
    assert (told["users"], told["run-time"]) == ("50", "30s")


def test_labels_are_tags() -> None:
    told = settings(locust_conf(None, Labels(("read", "a:b"), ("slow",))))
    assert (told["tags"], told["exclude-tags"]) == ("[read, a:b]", "[slow]")
