"""Names that were taken elsewhere change wherever a journey speaks of them."""

from studio.journey.body import FieldPart, FilePart, FormBody, PartsBody
from studio.journey.journey import Tls
from studio.journey.renaming import with_other_names
from studio.journey.request import Request
from studio.journey.template import Variable
from studio.journey.uses import attachments_of, sources_of
from tests.builders import make_journey


def test_data_files_and_files_to_upload_follow() -> None:
    form = Request("r1", "POST", "/", body=FormBody((("u", (Variable("people.name"), "!")),)))
    journey = make_journey(request=form, tls=Tls(authority="ca.pem"))
    renamed = with_other_names(journey, {"people": "people_2"}, {"ca.pem": "ca_2.pem"})
    assert sources_of(renamed) == {"people_2"}
    assert attachments_of(renamed) == ("ca_2.pem",)


def test_parts_follow_and_variables_of_the_same_name_do_not() -> None:
    parts = (FilePart("f", "a.png", "a.png"), FieldPart("t", (Variable("people"),)))
    journey = make_journey(request=Request("r1", "POST", "/", body=PartsBody(parts)))
    renamed = with_other_names(journey, {"people": "x"}, {"a.png": "a_2.png"})
    (changed,) = [it.body for step in renamed.again for it in getattr(step, "requests", ())]
    assert changed == PartsBody((FilePart("f", "a_2.png", "a.png"), parts[1]))
    assert with_other_names(journey, {}, {}) is journey
