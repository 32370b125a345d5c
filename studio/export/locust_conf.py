"""locust.conf: what Locust is told beside its file, so that plain `locust` runs the load test."""

from studio.scenario.arrival_rate import ArrivalRate
from studio.scenario.labels import ALL_STEPS, Labels
from studio.scenario.limit_search import LimitSearch
from studio.scenario.load_shape import LoadShape, preview

FEW_USERS, FEW_S = 10, 60.0
"""Where nobody planned a load."""

_STOP_WITHIN_S = 30


def duration_of(load: LoadShape | None) -> float:
    """Return for how long a load test takes, in seconds."""
    return FEW_S if load is None else preview(load).duration_s


def locust_conf(load: LoadShape | None, labels: Labels = ALL_STEPS) -> str:
    """Return the settings: where results go, what is left out, and how many users there are.

    The users are left to the file where it has a shape of its own. An arrival rate and a search for
    the limit have none; they are given as many users as they may have.
    """
    lines = [
        "locustfile = locustfile.py",
        "headless = true",
        "only-summary = true",
        f"stop-timeout = {_STOP_WITHIN_S}",
        "csv = results/load",
        "csv-full-history = true",
        "html = results/load.html",
        "json-file = results/load",
    ]
    if load is None or isinstance(load, ArrivalRate | LimitSearch):
        users = FEW_USERS if load is None else load.most_users
        lines += [f"users = {users}", f"spawn-rate = {max(1, users // 10)}"]
        lines += [f"run-time = {max(1, round(duration_of(load)))}s"]
    lines += [f"tags = {_listed(labels.only)}"] if labels.only else []
    lines += [f"exclude-tags = {_listed(labels.without)}"] if labels.without else []
    return "\n".join(lines) + "\n"


def _listed(labels: tuple[str, ...]) -> str:
    return f"[{', '.join(labels)}]"
