"""What the lines of a journey are called: its sections, blocks, ways and badges."""

from studio.journey.check import Operator, Test
from studio.journey.node import Branch, Choice, Condition, EachItem, Group, Loop, Times, Until
from studio.journey.order import Order
from studio.journey.template import put_together
from studio.phrase import Phrase
from ui.theme.icons import Icon

_SECTIONS = {
    "once": (Phrase("journey", "Once at the start"), Icon.ONCE),
    "again": (Phrase("journey", "Again and again"), Icon.LOOP),
    "at_end": (Phrase("journey", "Once at the end"), Icon.AT_END),
}
_ORDERS = {
    Order.IN_ORDER: Phrase("journey", "Again and again"),
    Order.WEIGHTED: Phrase("journey", "Again and again, one of these at random"),
    Order.CHAIN: Phrase("journey", "Again and again, each leads to the next"),
}
_COMPARED = {
    Operator.EQUAL: Phrase("journey", "If {left} is {right}"),
    Operator.NOT_EQUAL: Phrase("journey", "If {left} is not {right}"),
    Operator.LESS: Phrase("journey", "If {left} is less than {right}"),
    Operator.AT_MOST: Phrase("journey", "If {left} is {right} or less"),
    Operator.MORE: Phrase("journey", "If {left} is more than {right}"),
    Operator.AT_LEAST: Phrase("journey", "If {left} is {right} or more"),
    Operator.CONTAINS: Phrase("journey", "If {left} contains {right}"),
    Operator.LACKS: Phrase("journey", "If {left} does not contain {right}"),
    Operator.MATCHES: Phrase("journey", "If {left} matches {right}"),
}
_AWAITED = {
    Operator.EQUAL: Phrase("journey", "Until {left} is {right}, at most {n} times"),
    Operator.NOT_EQUAL: Phrase("journey", "Until {left} is not {right}, at most {n} times"),
    Operator.LESS: Phrase("journey", "Until {left} is less than {right}, at most {n} times"),
    Operator.AT_MOST: Phrase("journey", "Until {left} is {right} or less, at most {n} times"),
    Operator.MORE: Phrase("journey", "Until {left} is more than {right}, at most {n} times"),
    Operator.AT_LEAST: Phrase("journey", "Until {left} is {right} or more, at most {n} times"),
    Operator.CONTAINS: Phrase("journey", "Until {left} contains {right}, at most {n} times"),
    Operator.LACKS: Phrase("journey", "Until {left} does not contain {right}, at most {n} times"),
    Operator.MATCHES: Phrase("journey", "Until {left} matches {right}, at most {n} times"),
}
_LONGEST = 60


def section_words(section: str, order: Order) -> tuple[Phrase, Icon]:
    """Return what a section is called, and its icon."""
    words, icon = _SECTIONS[section]
    return (_ORDERS[order] if section == "again" else words), icon


def loop_words(loop: Loop) -> Phrase:
    """Return how often a loop is walked."""
    match loop.repeat:
        case Times(low, high) if low == high:
            return Phrase("journey", "Repeat %n time(s)", "", 1).of(n=low)
        case Times(low, high):
            return Phrase("journey", "Repeat {low} to {high} times").of(low=low, high=high)
        case EachItem(variable=variable):
            return Phrase("journey", "For each item of {list}").of(list=variable)
        case Until(test=test, at_most=at_most):
            left, right = _sides(test)
            return _AWAITED[test.operator].of(left=left, right=right, n=at_most)


def loop_badge(loop: Loop) -> Phrase | None:
    """Return a loop as a badge on the one step in it; None: it is too much for a badge."""
    match loop.repeat:
        case Times(low, high) if low == high:
            return Phrase("journey", "×{n}").of(n=low)
        case Times(low, high):
            return Phrase("journey", "×{low}-{high}").of(low=low, high=high)
        case EachItem() | Until():
            return None


def way_words(choice: Choice, branch: Branch) -> Phrase:
    """Return how many passes come along one way of a choice."""
    if len(choice.branches) == 1 or not branch.name:
        return Phrase("journey", "In {share} of 100 passes").of(share=branch.share)
    named = Phrase("journey", "In {share} of 100 passes: {way}")
    return named.of(share=branch.share, way=branch.name[:_LONGEST])


def condition_words(condition: Condition) -> Phrase:
    """Return what must hold for the first way of a condition."""
    left, right = _sides(condition.when)
    return _COMPARED[condition.when.operator].of(left=left, right=right)


def group_words(group: Group) -> Phrase:
    """Return how the steps of a group are walked."""
    match group.order:
        case Order.IN_ORDER:
            return Phrase("journey", "{name}: all in order").of(name=group.name[:_LONGEST])
        case Order.WEIGHTED:
            return Phrase("journey", "{name}: one at random").of(name=group.name[:_LONGEST])
        case Order.CHAIN:
            return Phrase("journey", "{name}: each leads to the next").of(
                name=group.name[:_LONGEST]
            )


def _sides(test: Test) -> tuple[str, str]:
    left, right = (put_together(it)[:_LONGEST] for it in (test.left, test.right))
    return left or "…", f"“{right}”"


OTHERWISE = Phrase("journey", "Otherwise")
NO_WAY = Phrase("journey", "A choice without a way")
CODE = Phrase("journey", "code")
OFF = Phrase("journey", "off")
