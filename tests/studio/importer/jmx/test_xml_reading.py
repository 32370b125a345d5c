"""XML is read within bounds; bombs are refused before they go off."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import FileFormatError
from studio.importer.jmx.xml_reading import MOST_ELEMENTS, read_xml

LAUGHS = (
    '<!DOCTYPE a [<!ENTITY a "haha">'
    + "".join(f'<!ENTITY a{at} "{f"&a{at - 1 or str()};" * 9}">' for at in range(1, 12))
    + "]><a>&a11;</a>"
)
BOMBS = {
    "laughs": LAUGHS,
    "outside": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
    "entity": '<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/">]><a>&x;</a>',
    "deep": "<a>" * 1_000_000,
    "wide": "<a>" + "<b/>" * (MOST_ELEMENTS + 1) + "</a>",
    "attributes": "<a " + "".join(f'b{at}="" ' for at in range(200_000)),
}


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS.keys())
def test_a_bomb_is_refused_at_once(bomb: str) -> None:
    begun = time.process_time()
    with pytest.raises(FileFormatError):
        read_xml(bomb, "x")
    assert time.process_time() - begun < 2


def test_a_mark_and_version_1_1_do_no_harm() -> None:
    found = read_xml('\ufeff\n<?xml version="1.1" encoding="UTF-16"?><a b="1">ö</a>', "x")
    assert (found.tag, found.get("b"), found.text) == ("a", "1", "ö")


@given(st.text() | st.text(alphabet="<>/&;a!?-[]\"'= \x00\ud800"))
def test_whatever_it_is_it_is_read_or_refused(text: str) -> None:
    try:
        read_xml(text, "")
    except FileFormatError as error:
        assert "pasted" in str(error)  # noqa: PT017  # it may be XML as well
