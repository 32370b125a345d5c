"""RUNS IN A CHILD PROCESS. Whose turn it is, where some are to come more often than others."""

from collections.abc import Iterator, Mapping


def turns(weights: Mapping[str, float]) -> Iterator[str]:
    """Yield names for ever, each as often as its weight says, as evenly mixed as can be.

    The smooth weighted round-robin of nginx (ngx_http_upstream_round_robin.c).
    """
    credit = dict.fromkeys(weights, 0.0)
    total = sum(weights.values())
    while True:
        for name, weight in weights.items():
            credit[name] += weight
        name = max(credit, key=lambda it: credit[it])
        credit[name] -= total
        yield name
