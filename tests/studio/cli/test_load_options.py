"""The load of a run, as options say it."""

import json
from pathlib import Path

import click
import pytest
from hypothesis import given, settings

from studio.cli.load_options import LoadOptions, load_from
from studio.scenario.arrival_rate import constant_rate, rising_rate
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_profile import LoadProfileError
from studio.scenario.load_shape import LoadShape
from studio.scenario.shapes import Constant, RiseAndHold, Steps
from studio.typed_json import write
from tests.strategies import load_shapes

BEFORE = RiseAndHold(60, 15, 30)


@pytest.mark.parametrize(
    ("options", "current", "load"),
    [
        (LoadOptions(), Steps(1, 1, 3, 5), Steps(1, 1, 3, 5)),
        (LoadOptions(users=20), BEFORE, RiseAndHold(20, 15, 30)),
        (LoadOptions(duration_s=30), BEFORE, RiseAndHold(60, 10, 20)),
        (LoadOptions(users=20, duration_s=30, rise_s=0), BEFORE, Constant(20, 30)),
        (LoadOptions(users=20, duration_s=30, rise_s=5), BEFORE, RiseAndHold(20, 5, 25)),
        (LoadOptions(per_s=8, duration_s=30), BEFORE, rising_rate(8, 0, 30, 80)),
        (LoadOptions(per_s=1), BEFORE, rising_rate(1, 0, 45, 50)),
        (LoadOptions(users=9, per_s=8, rise_s=5), BEFORE, rising_rate(8, 5, 45, 9)),
        (LoadOptions(users=9), constant_rate(5, 60, 40), constant_rate(5, 60, 9)),
        (LoadOptions(duration_s=20), constant_rate(5, 60, 40), rising_rate(5, 0, 20, 40)),
        (LoadOptions(users=900), LimitSearch(5, 100, 30), LimitSearch(5, 900, 30)),
    ],
)
def test_options_make_a_load(options: LoadOptions, current: LoadShape, load: LoadShape) -> None:
    assert load_from(options, current) == load


@pytest.mark.parametrize("options", [LoadOptions(rise_s=99), LoadOptions(per_s=5, rise_s=99)])
def test_a_rise_longer_than_its_load_is_refused(options: LoadOptions) -> None:
    with pytest.raises(LoadProfileError, match="its rise alone takes 99 s"):
        load_from(options, BEFORE)


@settings(max_examples=20)
@given(load=load_shapes)
def test_any_load_can_be_given_by_a_file(
    tmp_path_factory: pytest.TempPathFactory, load: LoadShape
) -> None:
    path = tmp_path_factory.getbasetemp() / "load.json"
    path.write_text(json.dumps(write(load)))
    assert load_from(LoadOptions(file=path), BEFORE) == load


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"kind": "no such"}', "[" * 100_000])
def test_a_file_that_holds_no_load_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "load.json"
    path.write_text(text)
    with pytest.raises(click.UsageError, match="holds no load"):
        load_from(LoadOptions(file=path), BEFORE)


def test_a_file_with_an_impossible_load_says_why(tmp_path: Path) -> None:
    path = tmp_path / "load.json"
    path.write_text('{"kind": "constant", "users": 5, "length_s": 0}')
    with pytest.raises(LoadProfileError):
        load_from(LoadOptions(file=path), BEFORE)


def test_a_file_stands_alone(tmp_path: Path) -> None:
    options = LoadOptions(users=5, file=tmp_path / "load.json")
    with pytest.raises(click.UsageError, match="leave the others out"):
        load_from(options, BEFORE)
