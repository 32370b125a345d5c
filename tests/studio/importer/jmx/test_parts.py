"""Elements come with what is in the `hashTree` behind them, and with their properties."""

from studio.importer.jmx.parts import parts_in, walked
from studio.importer.jmx.xml_reading import read_xml
from tests.studio.importer.jmx.plans import element, part_of, props


def test_an_element_has_what_is_in_the_tree_behind_it() -> None:
    inner = element("C", "c", is_on=False) + "<D/>" + element("E", "e")
    tree = read_xml(f"<hashTree>{element('A', 'a', inner=inner)}<B/></hashTree>", "x")
    parts = parts_in(tree)
    assert [it.kind for it in parts] == ["A", "B"]
    assert [it.name for it in parts[0].inner] == ["c", "D", "e"]
    assert [it.kind for it in walked(parts)] == ["A", "D", "E", "B"]
    assert [it.kind for it in walked(parts, with_those_off=True)] == ["A", "C", "D", "E", "B"]


def test_properties_are_found_by_name() -> None:
    part = part_of(element("x.y.Kind", "k", props(a__b="1", flag="true")))
    assert (part.kind, part.text("a.b"), part.text("c", "?")) == ("Kind", "1", "?")
    assert part.flag("flag")
    assert part.under("none", "there") == []
