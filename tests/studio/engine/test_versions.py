"""Processes of one run are made of the same."""

from dataclasses import replace

from studio.engine.versions import Versions, own_versions

THIS = Versions("3.11.9", "2.47.0", "2.6.1")


def test_this_process_knows_what_it_is_made_of() -> None:
    own = own_versions()
    assert own.difference(own) == ""
    assert all((own.python, own.locust, own.client))


def test_what_matters_is_named_and_a_patch_of_python_does_not() -> None:
    assert THIS.difference(replace(THIS, python="3.11.2")) == ""
    assert THIS.difference(replace(THIS, locust="2.46.1")) == "Locust 2.47.0, not 2.46.1"
    both = replace(THIS, python="3.12.1", client="2.5.0")
    assert THIS.difference(both) == "Python 3.11, not 3.12 and geventhttpclient 2.6.1, not 2.5.0"
