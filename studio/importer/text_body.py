"""A text that is sent, with the type it is sent as → the body it is."""

import re
from urllib.parse import unquote_plus

from studio.importer.hiding import Hiding
from studio.importer.json_body import read_json_body
from studio.journey.body import Body, FormBody, RawBody
from studio.journey.template import Text

FORM = "application/x-www-form-urlencoded"
_WRONG_ESCAPE = re.compile(r"%(?![0-9A-Fa-f]{2})")


def body_of(data: Text, media_type: str, hiding: Hiding, where: str) -> Body:
    """Return a text that is sent as the body it is by its type."""
    kind = media_type.partition(";")[0].strip().lower()
    if kind == "application/json" or kind.endswith("+json"):
        body = read_json_body(data, hiding, where)
        if body is not None:
            return body
    if kind == FORM and isinstance(data, str):
        fields = form_fields(data)
        if fields is not None:
            hidden = tuple((name, hiding.field(name, value, where)) for name, value in fields)
            return FormBody(hidden)
    return RawBody(hiding.body(data, media_type, where), media_type)


def form_fields(data: str) -> list[tuple[str, str]] | None:
    """Return the fields of a form as it is sent; None where they could not give it back."""
    parts = [part.partition("=") for part in data.split("&")]
    if not all(name and sign for name, sign, _ in parts) or _WRONG_ESCAPE.search(data):
        return None
    if data.lstrip()[:1] in ("{", "[", "<", '"'):
        return None  # it is JSON or XML under a wrong type
    try:
        return [
            (unquote_plus(name, errors="strict"), unquote_plus(value, errors="strict"))
            for name, _, value in parts
        ]
    except UnicodeDecodeError:
        return None
