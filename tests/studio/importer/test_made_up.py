"""Dynamic variables of other tools are made up by users of ours."""

from studio.importer.made_up import made_up
from studio.journey.made import Integer, Letters, Uuid


def test_what_is_just_so_what_is_alike_and_what_is_none() -> None:
    assert made_up("$guid") == (Uuid(), True)
    assert made_up("$randomInt") == (Integer(0, 1000), True)
    assert made_up("$randomFirstName") == (Letters(8), False)
    assert made_up("$other") is None
