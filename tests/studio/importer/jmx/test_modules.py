"""Controllers that refer to others are filled with them, within bounds."""

from studio.importer.jmx.modules import MOST, modules_in
from studio.journey.walk import requests_of
from tests.studio.importer.jmx.plans import element, part_of, plan, props, read, sampler, users


def module(name: str) -> str:
    """Return a controller that refers to another."""
    path = f'<collectionProp name="ModuleController.node_path">{props(a="Plan", b=name)}'
    return element("ModuleController", f"To {name}", f"{path}</collectionProp>")


FRAGMENT = element("TestFragmentController", "Sign in", inner=sampler("/login"))


def test_a_module_is_walked_where_it_is_referred_to() -> None:
    (journey,) = read(plan(users(module("Sign in"), module("Sign in")), FRAGMENT)).journeys
    assert [it.path for it in requests_of(journey)] == ["/login", "/login"]


def test_one_that_holds_itself_ends() -> None:
    fragment = element("TestFragmentController", "a", inner=sampler("/x") + module("a"))
    (journey,) = read(plan(users(module("a")), fragment)).journeys
    assert len(list(requests_of(journey))) == 1


def test_modules_within_modules_end_as_well() -> None:
    names = [f"m{at}" for at in range(40)]
    fragments = [
        element("TestFragmentController", name, inner=module(after) * 2)
        for name, after in zip(names, [*names[1:], "end"], strict=True)
    ]
    end = element("TestFragmentController", "end", inner=sampler("/x"))
    assert len(read(plan(users(module("m0"), sampler("/")), *fragments, end)).journeys) == 1


def test_no_more_than_so_many_are_entered() -> None:
    found = modules_in([part_of(FRAGMENT)])
    reference = part_of(module("Sign in"))
    for _ in range(MOST):
        assert found.enter(reference) is not None
        found.leave()
    assert found.enter(reference) is None
