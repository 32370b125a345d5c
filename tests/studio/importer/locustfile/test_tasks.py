"""Tasks are found wherever Locust lets them stand."""

import ast

from studio.importer.locustfile.classes import Classes
from studio.importer.locustfile.tasks import tasks_of

SOURCE = """
def shout(l):
    l.client.get("/shout")

class Visitor(HttpUser):
    tasks = {shout: 5}

    @tag("read", "slow")
    @task(3)
    def look(self):
        pass

    @transitions({"look": 2, "shout": 1})
    def walk(self):
        pass

    @task
    class Forum(TaskSet):
        pass
"""


def test_weights_tags_and_transitions_are_read() -> None:
    tree = ast.parse(SOURCE)
    classes = Classes.of(tree)
    functions = {it.name: it for it in tree.body if isinstance(it, ast.FunctionDef)}
    tasks = {it.node.name: it for it in tasks_of(classes.by_name["Visitor"], classes, functions)}
    assert {name: it.weight for name, it in tasks.items()} == {
        "look": 3,
        "walk": 1,
        "Forum": 1,
        "shout": 5,
    }
    assert tasks["look"].tags == ("read", "slow")
    assert tasks["walk"].following == (("look", 2), ("shout", 1))
