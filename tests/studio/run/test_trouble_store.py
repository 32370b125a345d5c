"""Trouble is read back as it was kept, whatever a target has said."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studio.database.project_file import ProjectFile
from studio.measurement.cause import FailureCause
from studio.measurement.example import (
    Body,
    BodyKind,
    Example,
    ExampleKind,
    KeptAnswer,
    KeptRequest,
)
from studio.measurement.measurement import Endpoint
from studio.measurement.outcome import Outcome
from studio.run.run_store import RunStore
from studio.run.trouble import NO_TROUBLE, LogLine, TaskException, Trouble
from tests.builders import make_setup

texts = st.text()
times = st.floats(0, 1e6)
counts = st.integers(1, 10**12)
endpoints = st.builds(Endpoint, texts, texts)
headers = st.lists(st.tuples(texts, texts), max_size=3).map(tuple)
bodies = st.builds(Body, st.sampled_from(BodyKind), texts, st.integers(0, 10**12))
outcomes = st.sampled_from(Outcome)
examples = st.builds(
    Example,
    kind=st.sampled_from(ExampleKind),
    endpoint=endpoints,
    outcome=outcomes,
    cause=texts,
    said=texts,
    at_s=times,
    response_time_ms=times,
    worker=texts,
    request=st.builds(KeptRequest, texts, texts, headers, bodies),
    answer=st.none() | st.builds(KeptAnswer, st.integers(100, 599), headers, bodies, texts),
)
troubles = st.builds(
    Trouble,
    st.lists(st.builds(FailureCause, endpoints, outcomes, texts, counts, times, times)).map(tuple),
    st.lists(st.builds(TaskException, texts, texts, texts, texts, counts, times, times)).map(tuple),
    st.lists(st.builds(LogLine, texts, texts, texts, counts, times, times)).map(tuple),
    st.lists(examples, max_size=3).map(tuple),
)


@pytest.fixture
def store(project_file: ProjectFile) -> RunStore:
    return RunStore(project_file)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(troubles)
def test_what_is_kept_is_read_back(store: RunStore, trouble: Trouble) -> None:
    number = store.begin(str(len(store.all())), make_setup(), "http://x", "2026-01-01", "", ())
    store.trouble.add(number, trouble)
    assert store.trouble.of_run(number) == trouble


def test_a_run_without_trouble_has_none(store: RunStore) -> None:
    assert store.trouble.of_run(1) == NO_TROUBLE
