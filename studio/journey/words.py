"""Parts of a journey in words, short enough for one line: waits, takes, checks, tests, bodies."""

from studio.journey.auth import Auth, BasicAuth, BearerAuth, KeyAuth, NoAuth
from studio.journey.body import (
    Body,
    FileBody,
    FormBody,
    GraphqlBody,
    JsonBody,
    NoBody,
    PartsBody,
    RawBody,
)
from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    SizeCheck,
    StatusCheck,
    Test,
    WithinCheck,
)
from studio.journey.json_path import json_path_text
from studio.journey.node import EachItem, Repeat, Times, Until
from studio.journey.take import (
    AddressPlace,
    CookiePlace,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    JsonPlace,
    LinkPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.journey.template import Text, put_together
from studio.journey.wait import (
    BetweenWait,
    ConstantWait,
    NoWait,
    PacingWait,
    PoissonWait,
    ThroughputWait,
    Wait,
)
from studio.phrase import NOTHING, Phrase, Value

_LONGEST = 120


def in_words(value: Value | Text | bool | None) -> Phrase:
    """Return a plain value as one line; None and an empty text are nothing."""
    match value:
        case None | "" | ():
            return NOTHING
        case True:
            return Phrase("journey", "yes")
        case False:
            return Phrase("journey", "no")
        case int() | float():
            return _said(f"{value:g}" if isinstance(value, float) else str(value))
        case _:
            return _said(put_together(value))


def wait_in_words(wait: Wait | None) -> Phrase:
    """Return a pause as one line."""
    match wait:
        case None | NoWait():
            return Phrase("journey", "no pause")
        case ConstantWait(s):
            return Phrase("journey", "{s} s").of(s=f"{s:g}")
        case BetweenWait(low, high):
            return Phrase("journey", "{low} to {high} s").of(low=f"{low:g}", high=f"{high:g}")
        case PacingWait(s):
            return Phrase("journey", "one pass every {s} s").of(s=f"{s:g}")
        case ThroughputWait(per_s):
            return Phrase("journey", "{rate} passes a second").of(rate=f"{per_s:g}")
        case PoissonWait(per_s):
            return Phrase("journey", "{rate} passes a second on average").of(rate=f"{per_s:g}")


def auth_in_words(auth: Auth | None) -> Phrase:
    """Return who sends a request as one line; without any password."""
    match auth:
        case None:
            return Phrase("journey", "as the journey does")
        case NoAuth():
            return Phrase("journey", "nobody")
        case BasicAuth(user=user):
            return Phrase("journey", "{user} with a password").of(user=_cut(put_together(user)))
        case BearerAuth():
            return Phrase("journey", "whoever has the token")
        case KeyAuth(name=name):
            return Phrase("journey", "whoever has the key {name}").of(name=_cut(name))


def take_in_words(take: Take) -> Phrase:
    """Return a take as one line."""
    return Phrase("journey", "“{variable}” from {place}").of(
        variable=take.variable, place=str(place_in_words(take.place))
    )


def place_in_words(place: Place) -> Phrase:  # noqa: C901, PLR0911  # one case a kind
    """Return where in an answer a value stands, as one line."""
    match place:
        case JsonPlace(path):
            return Phrase("journey", "JSON {path}").of(path=_cut(json_path_text(path)))
        case FieldPlace(name):
            return Phrase("journey", "the form field {name}").of(name=_cut(name))
        case ElementPlace(selector, ""):
            return Phrase("journey", "the text of {element}").of(element=_cut(selector))
        case ElementPlace(selector, attribute):
            return Phrase("journey", "{attribute} of {element}").of(
                attribute=_cut(attribute), element=_cut(selector)
            )
        case LinkPlace(text):
            return Phrase("journey", "the link “{text}”").of(text=_cut(text))
        case PatternPlace(regex):
            return Phrase("journey", "the pattern {regex}").of(regex=_cut(regex))
        case HeaderPlace(name):
            return Phrase("journey", "the header {name}").of(name=_cut(name))
        case CookiePlace(name):
            return Phrase("journey", "the cookie {name}").of(name=_cut(name))
        case AddressPlace(regex):
            return Phrase("journey", "the address, by {regex}").of(regex=_cut(regex))


def check_in_words(check: Check) -> Phrase:  # noqa: C901, PLR0911  # one case a kind
    """Return a check as one line."""
    match check:
        case StatusCheck(statuses, families):
            wanted = [*map(str, statuses), *(f"{it}xx" for it in families)]
            return Phrase("journey", "Status is {statuses}").of(statuses=", ".join(wanted))
        case ContainsCheck(text):
            return Phrase("journey", "Text contains “{text}”").of(text=_cut(put_together(text)))
        case AbsentCheck(text):
            return Phrase("journey", "Text lacks “{text}”").of(text=_cut(put_together(text)))
        case MatchesCheck(regex):
            return Phrase("journey", "Text matches {regex}").of(regex=_cut(regex))
        case JsonCheck(path, operator, value):
            return Phrase("journey", "JSON {path} {operator} {value}").of(
                path=_cut(json_path_text(path)), operator=operator, value=_cut(put_together(value))
            )
        case HeaderCheck(name, operator, value):
            return Phrase("journey", "Header {name} {operator} {value}").of(
                name=_cut(name), operator=operator, value=_cut(put_together(value))
            )
        case WithinCheck(ms):
            return Phrase("journey", "Answered within {ms} ms").of(ms=f"{ms:g}")
        case SizeCheck(operator, size):
            return Phrase("journey", "Size {operator} {size} bytes").of(
                operator=operator, size=size
            )


def test_in_words(test: Test) -> Phrase:
    """Return a test as one line."""
    return Phrase("journey", "{left} {operator} {right}").of(
        left=_cut(put_together(test.left)),
        operator=test.operator,
        right=_cut(put_together(test.right)),
    )


test_in_words.__test__ = False  # type: ignore[attr-defined]  # pytest would run it


def repeat_in_words(repeat: Repeat) -> Phrase:
    """Return how often a loop is walked, as one line."""
    match repeat:
        case Times(low, high) if low == high:
            return Phrase("journey", "{count} times").of(count=low)
        case Times(low, high):
            return Phrase("journey", "{low} to {high} times").of(low=low, high=high)
        case EachItem(variable, item):
            return Phrase("journey", "for each “{item}” of “{list}”").of(item=item, list=variable)
        case Until(test):
            return Phrase("journey", "until {test}").of(test=str(test_in_words(test)))


def body_in_words(body: Body) -> Phrase:  # noqa: PLR0911  # one case a kind
    """Return of what kind a body is, as one line."""
    match body:
        case NoBody():
            return Phrase("journey", "nothing")
        case FormBody():
            return Phrase("journey", "a form")
        case JsonBody(text):
            return Phrase("journey", "JSON {text}").of(text=_cut(text))
        case RawBody(text):
            return Phrase("journey", "text {text}").of(text=_cut(put_together(text)))
        case PartsBody():
            return Phrase("journey", "a form with files")
        case FileBody(file):
            return Phrase("journey", "the file {file}").of(file=_cut(file))
        case GraphqlBody(query):
            return Phrase("journey", "GraphQL {query}").of(query=_cut(query))


def _said(text: str) -> Phrase:
    return Phrase("journey", "{value}").of(value=_cut(text))


def _cut(text: str) -> str:
    """Return a text on one line, shortened."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
