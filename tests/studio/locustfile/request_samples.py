"""Journeys with every kind of body, take, check and auth, which a test server answers as wanted."""

from studio.journey.attachment import Attachment
from studio.journey.auth import NO_AUTH, BasicAuth, BearerAuth, KeyAuth, KeyPlace
from studio.journey.body import (
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    Hole,
    HoleType,
    JsonBody,
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
    OnFailure,
    Operator,
    SizeCheck,
    StatusCheck,
    WithinCheck,
)
from studio.journey.journey import Client, Journey, Tls
from studio.journey.json_path import read_json_path
from studio.journey.node import Step
from studio.journey.request import QueryField, Request
from studio.journey.take import (
    AddressPlace,
    CookiePlace,
    Decoding,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    IfMissing,
    JsonPlace,
    Keep,
    LinkPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.journey.template import take_apart
from studio.journey.wait import ConstantWait
from tests.strategies import HOSTILE

ATTACHMENTS = (Attachment("scan.png", "0", 5), Attachment("ca.pem", "0", 5))
WAIT = ConstantWait(0.1)


def _post(number: int, body: Body, path: str = "/echo") -> Request:
    return Request(f"b{number}", "POST", path, body=body)


def _take(variable: str, place: Place, **more: object) -> Take:
    return Take(variable, place, **more)  # type: ignore[arg-type]


NAME = take_apart("{{name}}")
FIRST = Step(
    "n0",
    "Begin",
    (
        Request(
            "r0",
            "GET",
            "/page",
            (QueryField("q", "blue+shoes"), QueryField("off", "1", False)),
            takes=(_take("name", FieldPlace("name")),),
        ),
    ),
)
BODIES = (
    FormBody((("a", "1 2"), ("name", NAME))),
    FormBody((("a", "1"), ("a", NAME), ("b", ""))),
    JsonBody('{"a": [1, 2.5, null, true, "é"], "name": ""}', (Hole("/name", NAME),)),
    JsonBody('{"price": 1.10, "name": ""}', (Hole("/name", NAME),)),
    RawBody(take_apart("<order by='{{name}}'/>"), "application/xml"),
    RawBody("plain", "text/plain; charset=utf-8"),
    PartsBody(
        (
            FieldPart("title", NAME),
            FieldPart("meta", "{}", "application/json"),
            FilePart("scan", "scan.png", "my scan.png", "image/png"),
        )
    ),
    FileBody("scan.png", "image/png"),
)
EVERY_BODY = Journey(
    "J1",
    "Sender",
    (FIRST, Step("n1", "Send", tuple(_post(n, body) for n, body in enumerate(BODIES)))),
    wait=WAIT,
)

SEARCH = GraphqlBody(
    "query Search($text: String!, $first: Int) { search(text: $text, first: $first) { id } }",
    '{"text": "", "first": 10}',
    (Hole("/text", NAME), Hole("/first", take_apart("{{number}}"), HoleType.JSON)),
    "Search",
)
SOAP = Request(
    "s1",
    "POST",
    "/echo",
    headers=(("SOAPAction", '"http://shop.test/IOrders/GetPrice"'),),
    body=RawBody("<Envelope><GetPrice/></Envelope>", "text/xml; charset=utf-8"),
)
COUNT = Request("r9", "GET", "/json", takes=(_take("number", JsonPlace(read_json_path("count"))),))
GRAPHQL = Journey(
    "J2",
    "Searcher",
    (FIRST, Step("n1", "Search", (COUNT, _post(1, SEARCH), SOAP))),
    wait=WAIT,
)

UPLOADS = Journey(
    "J3",
    "Uploader",
    (
        Step(
            "n1",
            "Upload",
            (
                _post(1, PartsBody((FilePart("scan", "scan.png", "scan.png", "image/png"),))),
                Request("u2", "PUT", "/echo", body=FileBody("scan.png", "image/png")),
            ),
        ),
    ),
    wait=WAIT,
)

PLACES: tuple[tuple[str, Place], ...] = (
    ("order_id", JsonPlace(read_json_path("order.id"))),
    ("any_item", JsonPlace(read_json_path("items[*].id"))),
    ("blue_item", JsonPlace(read_json_path('items[?(@.name == "blue")].id'))),
    ("last_item", JsonPlace(read_json_path("items[-1].id"))),
)
IN_PAGE: tuple[tuple[str, Place], ...] = (
    ("csrf", FieldPlace("_csrf")),
    ("title", ElementPlace("h1")),
    ("next_page", ElementPlace('a.page[rel="next"]', "href")),
    ("buy", LinkPlace("Buy now")),
    ("session", CookiePlace("session")),
    ("tag", HeaderPlace("X-Tag")),
    ("version", PatternPlace(r'version: "([\d.]+)"')),
)
_VERSION = PatternPlace(r'(data)-(\w+)="(\d)"', 3)
SENT_BACK = (
    *("csrf", "title", "second", "third", "path", "back", "shown", "kept", "other", "last_item"),
)
EVERY_TAKE = Journey(
    "J4",
    "Taker",
    (
        Step(
            "n1",
            "Take",
            (
                Request("t1", "GET", "/json", takes=tuple(Take(*it) for it in PLACES)),
                Request("t2", "GET", "/page", takes=tuple(Take(*it) for it in IN_PAGE)),
                Request(
                    "t3",
                    "GET",
                    "/page",
                    takes=(
                        _take("second", ElementPlace("li"), nth=2),
                        _take("third", _VERSION, nth=3),
                        _take("path", PatternPlace(r"path: '([^']*)'"), decode=Decoding.JSON),
                        _take("back", PatternPlace(r"back=(\S+)"), decode=Decoding.URL),
                        _take("shown", PatternPlace("<b>(.*?)</b>"), decode=Decoding.HTML),
                        _take("kept", FieldPlace("gone"), if_missing=IfMissing.KEEP),
                        _take(
                            "other",
                            FieldPlace("gone"),
                            if_missing=IfMissing.DEFAULT,
                            default=take_apart("none of {{title}}"),
                        ),
                    ),
                ),
                Request(
                    "t4",
                    "GET",
                    "/redirect?code=x1",
                    takes=(_take("code", AddressPlace(r"code=(\w+)"), keep=Keep.USER),),
                ),
            ),
        ),
        Step(
            "n2",
            "Use",
            (
                Request("t5", "GET", take_apart("{{buy}}")),
                Request("t6", "GET", take_apart("{{next_page}}")),
                Request(
                    "t7",
                    "POST",
                    take_apart("/echo/{{order_id}}/{{any_item}}?code={{code}}"),
                    (QueryField("v", take_apart("{{version}}")),),
                    headers=(
                        ("X-Session", take_apart("{{session}}")),
                        ("X-Tag", take_apart("{{tag}} {{blue_item}}")),
                    ),
                    body=FormBody(tuple((it, take_apart(f"{{{{{it}}}}}")) for it in SENT_BACK)),
                ),
            ),
        ),
    ),
    wait=WAIT,
)

CHECKS: tuple[Check, ...] = (
    StatusCheck((200,)),
    StatusCheck((200, 201)),
    StatusCheck((), (2,)),
    StatusCheck((302,), (2, 4)),
    ContainsCheck("order"),
    ContainsCheck(take_apart("{{number}}")),
    ContainsCheck('"items": [{"id": "i1", "name": "red", "price": 1.5}, {"id": "i2"'),
    AbsentCheck("error"),
    MatchesCheck(r'"count": \d+'),
    JsonCheck(read_json_path("count"), Operator.EQUAL, "7.0"),
    JsonCheck(read_json_path("order.id"), Operator.MATCHES, r"^o\d$"),
    JsonCheck(read_json_path("gone"), Operator.NOT_EQUAL, "x", OnFailure.GO_ON),
    HeaderCheck("Content-Type", Operator.CONTAINS, "json"),
    HeaderCheck("X-Gone", Operator.LACKS, "x", OnFailure.GO_ON),
    WithinCheck(30_000),
    SizeCheck(Operator.MORE, 20),
    SizeCheck(Operator.MATCHES, 1, OnFailure.GO_ON),
)
EVERY_CHECK = Journey(
    "J5",
    "Checker",
    (
        Step(
            "n1",
            "Check",
            (
                COUNT,
                *(
                    Request(f"c{n}", "GET", "/json", checks=(check,))
                    for n, check in enumerate(CHECKS)
                ),
                Request(
                    "c98",
                    "GET",
                    "/missing",
                    checks=(StatusCheck((404,)), ContainsCheck("Not here"), WithinCheck(30_000)),
                ),
                Request("c99", "GET", "/missing", checks=(StatusCheck((404,)),)),
                Request("c97", "GET", "/json", checks=(StatusCheck((201,), (), OnFailure.GO_ON),)),
            ),
        ),
        Step(
            "n2",
            "Stop",
            (
                Request(
                    "c96",
                    "GET",
                    "/json",
                    checks=(ContainsCheck("sold out", OnFailure.STOP_USER),),
                ),
            ),
        ),
    ),
    wait=WAIT,
)

_TOKEN = _take("token", JsonPlace(read_json_path("token")))
AUTH = Journey(
    "J6",
    "Member",
    (
        Step(
            "n2",
            "Ask",
            (
                Request("a2", "GET", "/echo"),
                Request("a3", "GET", "/echo", auth=BasicAuth("me", "open sesame")),
                Request(
                    "a4",
                    "GET",
                    "/echo",
                    auth=BasicAuth(take_apart("{{who}}"), take_apart("{{secret.shop_password}}")),
                ),
                Request("a5", "GET", "/echo", auth=KeyAuth("X-Key", take_apart("{{secret.key}}"))),
                Request(
                    "a6",
                    "GET",
                    "/echo?a=1",
                    auth=KeyAuth("key", take_apart("{{secret.key}}"), KeyPlace.QUERY),
                ),
                Request("a7", "GET", "/redirect?to=1", follow_redirects=False, auth=NO_AUTH),
                Request("a8", "GET", "/echo", answer_within_s=2.5),
            ),
        ),
    ),
    (
        Step(
            "n1",
            "Sign in",
            (
                Request(
                    "a1",
                    "GET",
                    "/token",
                    auth=NO_AUTH,
                    takes=(_TOKEN, _take("who", JsonPlace(read_json_path("who")))),
                ),
            ),
        ),
    ),
    auth=BearerAuth(take_apart("{{token}}")),
    headers=(("Accept-Language", "fr"),),
    wait=WAIT,
)

CERTIFICATE = Journey(
    "J7",
    "Known",
    (Step("n1", "Ask", (Request("k1", "GET", "/echo"),)),),
    tls=Tls(authority="ca.pem", client_certificate="shop_certificate"),
    wait=WAIT,
)
BLIND = Journey(
    "J8",
    "Trusting",
    (Step("n1", "Ask", (Request("k1", "GET", "/echo"),)),),
    tls=Tls(verify=False),
    wait=WAIT,
)


def _texts(number: int) -> str:
    return HOSTILE[number % len(HOSTILE)] + "x"


HOSTILE_TEXTS = Journey(
    "J9",
    "".join(HOSTILE),
    tuple(
        Step(
            f"n{n}",
            _texts(n),
            (
                Request(
                    f"h{n}",
                    "POST",
                    "/echo",
                    (QueryField(f"q{n}", "1"),),
                    endpoint=_texts(n),
                    headers=(("X-Sent", "'\"{x}%s"),),
                    body=FormBody(((_texts(n).encode(errors="ignore").decode(), "{{x}}"),)),
                    takes=(
                        Take("value", JsonPlace((_texts(n),)), if_missing=IfMissing.KEEP),
                        Take("value", FieldPlace(_texts(n)), if_missing=IfMissing.KEEP),
                        Take("value", LinkPlace(_texts(n)), if_missing=IfMissing.KEEP),
                    ),
                    checks=(
                        AbsentCheck(_texts(n) * 9),
                        JsonCheck((_texts(n),), Operator.EQUAL, _texts(n), OnFailure.GO_ON),
                        HeaderCheck("X", Operator.CONTAINS, _texts(n), OnFailure.GO_ON),
                    ),
                ),
            ),
        )
        for n in range(len(HOSTILE))
    ),
    wait=WAIT,
)

JOURNEYS = {
    "every_body": EVERY_BODY,
    "graphql": GRAPHQL,
    "uploads": UPLOADS,
    "every_take": EVERY_TAKE,
    "every_check": EVERY_CHECK,
    "auth": AUTH,
    "client_certificate": CERTIFICATE,
    "hostile": HOSTILE_TEXTS,
}


def as_http(journey: Journey) -> Journey:
    """Return the same journey for `HttpUser`."""
    return Journey(
        journey.id,
        journey.name,
        journey.again,
        journey.once,
        client=Client.HTTP,
        headers=journey.headers,
        auth=journey.auth,
        wait=journey.wait,
        tls=journey.tls,
    )
