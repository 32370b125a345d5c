"""A bracket is opened only when it must be."""

from studio.locustfile.layout import Group, Leaf, lay_out, prefixed


def call(*sizes: int) -> Group:
    return Group("client.get(", tuple(Leaf("x" * size) for size in sizes), ")")


def test_what_fits_stays_on_one_line() -> None:
    assert lay_out(call(3, 3), 1) == ["    client.get(xxx, xxx)"]


def test_the_arguments_of_a_call_share_a_line_while_they_fit() -> None:
    first, middle, last = lay_out(call(50, 44), 0)
    assert (first, last) == ("client.get(", ")")
    assert not middle.endswith(",")


def test_arguments_that_do_not_fit_get_a_line_and_a_comma_each() -> None:
    assert [line[-1] for line in lay_out(call(60, 60), 0)] == ["(", ",", ",", ")"]


def test_a_dict_that_is_opened_gets_a_line_for_each_of_its_items() -> None:
    display = Group("{", (Leaf("a" * 60), Leaf("b" * 40)), "}", is_display=True)
    assert len(lay_out(display, 0)) == 4


def test_what_follows_the_bracket_counts_for_its_length() -> None:
    exactly = call(88)
    assert len(lay_out(exactly, 0)) == 1
    assert lay_out(exactly, 0, ":")[-1] == "):"


def test_source_can_stand_before_a_bracket() -> None:
    assert lay_out(prefixed("with ", call(1)), 0, " as y:") == ["with client.get(x) as y:"]
    assert prefixed("a=", Leaf("1")) == Leaf("a=1")
