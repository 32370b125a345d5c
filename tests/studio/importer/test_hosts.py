"""Origins become the hosts of a target; the most frequent one is the journey's own."""

from studio.importer.hosts import UNKNOWN_ADDRESS, hosts_in, hosts_of_journeys
from studio.journey.journey import Journey
from studio.journey.node import Group, Nodes, Step
from studio.journey.request import Request
from studio.journey.walk import requests_in


def _nodes(*origins: str) -> Nodes:
    requests = tuple(
        Request(f"r{number}", "GET", "/", host=origin) for number, origin in enumerate(origins)
    )
    return (Group("g1", "All", (Step("n1", "Open", requests),)),)


def test_the_most_frequent_origin_is_main() -> None:
    nodes = _nodes("https://api.a.test", "https://www.a.test", "https://www.a.test")
    hosts = hosts_in(nodes)
    assert hosts.names == {"https://www.a.test": "main", "https://api.a.test": "api"}
    assert [it.host for it in requests_in(hosts.settled(nodes))] == ["api", None, None]


def test_hosts_are_never_called_alike() -> None:
    hosts = hosts_in(_nodes("http://a.test", "http://b.x.test", "http://b.y.test", "http://1.test"))
    assert list(hosts.names.values()) == ["main", "b", "b_2", "other"]


def test_a_target_knows_the_addresses_that_are_known() -> None:
    hosts = hosts_in(_nodes("http://a.test", "{{base}}"))
    target = hosts.target("Shop")
    assert target.name == "Shop"
    assert target.hosts == (("main", "http://a.test"), ("base", UNKNOWN_ADDRESS))
    assert hosts.unknown == ("{{base}}",)
    assert hosts_in(_nodes("{{base}}")).target("Shop").main_host == UNKNOWN_ADDRESS


def test_all_sections_of_all_journeys_count() -> None:
    again, once = _nodes("http://a.test"), _nodes("http://b.test", "http://b.test")
    journey = Journey("J1", "x", again=again, once=once)
    hosts = hosts_of_journeys([journey])
    settled = hosts.settled_journey(journey)
    assert [it.host for it in requests_in(settled.again)] == ["a"]
    assert [it.host for it in requests_in(settled.once)] == [None, None]
