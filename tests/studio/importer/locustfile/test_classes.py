"""Users are found, through whatever they are built on."""

import ast

from studio.importer.locustfile.classes import Base, Classes

SOURCE = """
class Shared(FastHttpUser):
    abstract = True

    @task
    def look(self):
        pass

class Visitor(Shared):
    pass

class Idle(Shared2):
    pass

class Loop(Loop):
    pass
"""


def test_a_user_may_have_its_tasks_from_elsewhere() -> None:
    classes = Classes.of(ast.parse(SOURCE))
    assert [it.name for it in classes.users()] == ["Visitor"]
    assert classes.base_of(classes.by_name["Visitor"]) is Base.FAST_USER
    assert classes.base_of(classes.by_name["Idle"]) is Base.OTHER


def test_a_class_built_on_itself_ends_nowhere() -> None:
    classes = Classes.of(ast.parse(SOURCE))
    assert classes.base_of(classes.by_name["Loop"]) is Base.OTHER
