"""A user class becomes a journey whose names the writer makes the same again."""

import pytest

from studio.importer.locustfile.user_class import readable
from studio.journey.node import Group
from studio.journey.order import Order
from studio.locustfile.identifiers import class_name, method_name
from tests.studio.importer.locustfile.reading import read


@pytest.mark.parametrize("name", ["open_home", "index", "look_at_the_list", "step_2"])
def test_a_method_keeps_its_name(name: str) -> None:
    assert method_name(readable(name), set()) == name


def test_a_class_keeps_its_name() -> None:
    assert readable("WebsiteUser") == "Website user"
    assert class_name(readable("WebsiteUser"), set()) == "WebsiteUser"


def test_sets_of_tasks_are_groups() -> None:
    (journey,) = read(
        """
        from locust import HttpUser, TaskSet, SequentialTaskSet, task

        class Shop(SequentialTaskSet):
            @task
            def first(self):
                self.client.get("/1")

            @task
            def second(self):
                self.client.get("/2")

        class Visitor(HttpUser):
            tasks = {Shop: 2}

            @task
            def home(self):
                self.client.get("/")
        """
    ).journeys
    shop = next(it for it in journey.again if it.name == "Shop")
    assert isinstance(shop, Group)
    assert (shop.order, shop.weight) == (Order.IN_ORDER, 2)
    assert [it.name for it in shop.nodes] == ["First", "Second"]


def test_the_order_of_the_only_set_is_the_journeys() -> None:
    (journey,) = read(
        """
        from locust import HttpUser, MarkovTaskSet, transition
        class Walk(MarkovTaskSet):
            @transition("b")
            def a(self):
                self.client.get("/a")

            @transition("a", 3)
            def b(self):
                self.client.get("/b")

        class Visitor(HttpUser):
            tasks = [Walk]
        """
    ).journeys
    assert journey.order is Order.CHAIN
    first, second = journey.again
    assert first.next == ((second.id, 1),)
    assert second.next == ((first.id, 3),)
