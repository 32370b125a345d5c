"""Each variable is kept where all can reach it that use it, and no further."""

from dataclasses import replace

from studio.journey.check import ContainsCheck
from studio.journey.journey import Journey
from studio.journey.made import Composed, Made, Uuid
from studio.journey.node import CodeBlock, EachItem, Loop, Step
from studio.journey.request import Request
from studio.journey.take import IfMissing, JsonPlace, Keep, Take
from studio.journey.template import take_apart
from studio.locustfile.variables import PlacedVariables, place_variables

ID = Take("id", JsonPlace(("id",)))
TAKEN = Request("r1", "GET", "/new", takes=(ID,))
USED = Request("r2", "GET", take_apart("/{{id}}"))


def step(*requests: Request, name: str = "n1") -> Step:
    return Step(name, name, requests)


def placed(*again: Step | Loop | CodeBlock, **changes: object) -> PlacedVariables:
    journey = replace(Journey("J1", "J", again), **changes)  # pyright: ignore[reportArgumentType]
    return place_variables(journey, {"lang": "LANG"}, {"rows"}, {"words"})


def test_what_one_method_takes_and_uses_stays_in_it() -> None:
    assert placed(step(TAKEN, USED)).local == {"id": "id_2"}, "id is a function of Python"


def test_what_another_method_uses_is_kept_by_the_user() -> None:
    found = placed(step(TAKEN), step(USED, name="n2"))
    assert found.kept == {"id": "id_2"}
    assert found.written("self.user.") == {"lang": "LANG", "id": "self.user.id_2"}


def test_what_is_used_before_it_is_taken_is_kept_by_the_user() -> None:
    assert placed(step(USED, TAKEN)).kept == {"id": "id_2"}


def test_what_lasts_for_the_user_is_kept_by_it() -> None:
    take = replace(ID, keep=Keep.USER)
    assert placed(step(replace(TAKEN, takes=(take,)), USED)).kept == {"id": "id_2"}


def test_what_may_stay_as_it_was_is_something_from_the_first() -> None:
    take = replace(ID, if_missing=IfMissing.KEEP)
    found = placed(step(replace(TAKEN, takes=(take,)), USED))
    assert found.kept == {"id": "id_2"}
    assert found.blank == ("id_2",)


def test_what_a_loop_or_a_user_makes_is_kept_by_the_user() -> None:
    loop = Loop("l", "l", EachItem("list_of", "item"), (step(USED),))
    made = (Made("order", Uuid()), Made("whole", Composed(take_apart("{{order}}-{{id}}"))))
    found = placed(step(TAKEN, USED), loop, made=made)
    assert found.kept == {"order": "order", "whole": "whole", "id": "id_2", "item": "item"}


def test_headers_of_all_requests_reach_what_they_hold() -> None:
    headers = (("X-Id", take_apart("{{id}}")),)
    assert placed(step(TAKEN), headers=headers).kept == {"id": "id_2"}


def test_code_shares_what_it_sets_and_reads() -> None:
    code = CodeBlock("c", "c", "self.mark = self.token\nself.client = None")
    take = Take("token", JsonPlace(("id",)))
    found = placed(step(replace(TAKEN, takes=(take,))), code)
    assert found.kept == {"token": "token", "mark": "mark"}


def test_what_is_never_read_is_kept_all_the_same() -> None:
    assert placed(step(TAKEN)).kept == {"id": "id_2"}


def test_what_an_answer_is_held_against_is_never_unknown() -> None:
    later = replace(USED, checks=(ContainsCheck(take_apart("{{id}}")),))
    assert placed(step(TAKEN), step(later, name="x")).blank == ("id_2",)


def test_names_of_the_file_are_not_hidden() -> None:
    take = Take("words", JsonPlace(("id",)))
    used = Request("r2", "GET", take_apart("/{{words}}"))
    assert placed(step(replace(TAKEN, takes=(take,)), used)).local == {"words": "words_2"}
    assert placed(step(replace(TAKEN, takes=(take,)))).kept == {"words": "words"}


def test_a_name_is_taken_once() -> None:
    take = Take("rows", JsonPlace(("id",)))
    found = placed(step(replace(TAKEN, takes=(take,))), step(Request("r", "GET", ("/",)), name="x"))
    assert found.kept == {"rows": "rows_2"}
