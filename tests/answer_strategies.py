"""Hypothesis strategies for what requests say of themselves, and what is done with answers."""

from hypothesis import strategies as st

from studio.journey.auth import NO_AUTH, Auth, BasicAuth, BearerAuth, KeyAuth, KeyPlace
from studio.journey.body import Body, FieldPart, GraphqlBody, PartsBody
from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    OnFailure,
    Operator,
    SizeCheck,
    StatusCheck,
    WithinCheck,
)
from studio.journey.request import QueryField
from studio.journey.take import (
    AddressPlace,
    AnyItem,
    CookiePlace,
    Decoding,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    IfMissing,
    ItemWhere,
    JsonPlace,
    Keep,
    LinkPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.journey.template import Text

TAKEN_NAMES = ("taken", "found", "response", "json")

_REGEXES = (r"(\d+)", "(a)|(b)", r'("\\")', "(')\"", "(é\u202e)", r"({x})\\", "(.*?)\n")


def takes_of(
    texts: st.SearchStrategy[str], templates: st.SearchStrategy[Text]
) -> st.SearchStrategy[tuple[Take, ...]]:
    """Return takes of every kind."""
    step = st.one_of(
        texts,
        st.integers(-3, 99),
        st.just(AnyItem()),
        st.builds(ItemWhere, texts, st.one_of(texts, st.integers(), st.booleans())),
    )
    selectors = st.sampled_from(("h1", 'a.b#c[rel="x\'y"]', "[data-x]", ".a.b"))
    places: st.SearchStrategy[Place] = st.one_of(
        st.lists(step, max_size=3).map(tuple).map(JsonPlace),
        st.builds(FieldPlace, texts),
        st.builds(ElementPlace, selectors, texts),
        st.builds(LinkPlace, texts),
        st.builds(PatternPlace, st.sampled_from(_REGEXES), st.just(1)),
        st.builds(HeaderPlace, texts),
        st.builds(CookiePlace, texts),
        st.builds(AddressPlace, st.sampled_from(_REGEXES)),
    )
    take = st.builds(
        Take,
        st.sampled_from(TAKEN_NAMES),
        places,
        st.sampled_from(Keep),
        st.integers(1, 3),
        st.sampled_from(Decoding),
        st.sampled_from(IfMissing),
        templates,
    )
    return st.deferred(lambda: st.lists(take, max_size=2).map(tuple))


def checks_of(
    texts: st.SearchStrategy[str], templates: st.SearchStrategy[Text]
) -> st.SearchStrategy[tuple[Check, ...]]:
    """Return checks of every kind."""
    failing = st.sampled_from(OnFailure)
    operators = st.sampled_from([it for it in Operator if it is not Operator.MATCHES])
    paths = st.lists(st.one_of(texts, st.integers(-2, 9)), max_size=2).map(tuple)
    statuses = st.lists(st.integers(100, 599), max_size=3, unique=True).map(tuple)
    check: st.SearchStrategy[Check] = st.one_of(
        st.builds(
            StatusCheck,
            statuses,
            st.lists(st.integers(1, 5), max_size=2, unique=True).map(tuple),
            failing,
        ),
        st.builds(ContainsCheck, templates, failing),
        st.builds(AbsentCheck, templates, failing),
        st.builds(MatchesCheck, st.sampled_from(_REGEXES), failing),
        st.builds(JsonCheck, paths, operators, templates, failing),
        st.builds(HeaderCheck, texts, operators, templates, failing),
        st.builds(WithinCheck, st.floats(0.5, 1e5), failing),
        st.builds(SizeCheck, st.sampled_from(Operator), st.integers(0, 10**6), failing),
    )
    return st.deferred(lambda: st.lists(check, max_size=2).map(tuple))


def auths_of(
    texts: st.SearchStrategy[str], templates: st.SearchStrategy[Text]
) -> st.SearchStrategy[Auth]:
    """Return every way to say who sends a request."""
    found: st.SearchStrategy[Auth] = st.one_of(
        st.just(NO_AUTH),
        st.builds(BasicAuth, templates, templates),
        st.builds(BearerAuth, templates),
        st.builds(KeyAuth, texts, templates, st.sampled_from(KeyPlace)),
    )
    return st.deferred(lambda: found)


def other_bodies_of(
    texts: st.SearchStrategy[str], templates: st.SearchStrategy[Text]
) -> st.SearchStrategy[Body]:
    """Return bodies in parts, and those of GraphQL."""
    part = st.builds(FieldPart, texts, templates, texts)
    found: st.SearchStrategy[Body] = st.one_of(
        st.lists(part, max_size=2).map(tuple).map(PartsBody),
        st.builds(GraphqlBody, texts, st.sampled_from(("", '{"a": [1, 2]}')), operation=texts),
    )
    return st.deferred(lambda: found)


def queries_of(
    texts: st.SearchStrategy[str], templates: st.SearchStrategy[Text]
) -> st.SearchStrategy[tuple[QueryField, ...]]:
    """Return fields of a query."""
    field = st.builds(QueryField, texts, templates, st.booleans())
    return st.deferred(lambda: st.lists(field, max_size=2).map(tuple))
