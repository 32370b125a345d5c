"""What a plan needs of the preamble → text: trust, deadlines, failures that are counted."""

from collections.abc import Iterator

from studio.journey.journey import Client
from studio.locustfile import preamble, preamble_requests
from studio.locustfile.literal import number_literal, text_literal
from studio.locustfile.parts import readers
from studio.locustfile.plan import Plan, PlannedFile, PlannedTls

_OF_ANSWERS = {"text_of", "json_at", "header_value", "cookie_value", "address_value"}
"""What is used where an answer is looked at, and not only its status."""


def emit_trust(plan: Plan) -> Iterator[str]:
    """Yield the contexts by which fast users trust connections, each once."""
    contexts = tuple(dict.fromkeys(user.tls for user in plan.users if user.client is Client.FAST))
    if contexts:
        yield preamble.ABOVE_TLS + "".join(line for tls in contexts for line in _context(tls))


def emit_files(plan: Plan) -> Iterator[str]:
    """Yield the lines that read the files to upload."""
    if plan.files:
        yield "".join(map(_file, plan.files))


def emit_functions(plan: Plan) -> Iterator[str]:
    """Yield the functions that clients and requests need, in a fixed order."""
    yield from _dependable(plan)
    yield from _punctual(plan)
    uses = plan.uses
    if "basic" in uses:
        yield preamble_requests.BASIC
    yield from _failing(plan)
    yield from readers(uses)


def beside(file_name: str) -> str:
    """Return source of the path of a file beside the locustfile."""
    return f"Path(__file__).with_name({text_literal(file_name)})"


def deadline_source(deadline_s: float | None) -> str:
    """Return a deadline as source, to the millisecond."""
    return "None" if deadline_s is None else number_literal(round(deadline_s, 3))


def _dependable(plan: Plan) -> Iterator[str]:
    if not plan.has(Client.FAST):
        return
    if plan.has_several_deadlines(Client.FAST):
        yield from (
            preamble.NO_ANSWER_IN_ITS_TIME,
            preamble.COUNTED_RESPONSE,
            preamble.MAKE_EACH_DEPENDABLE,
        )
        return
    (deadline_s,) = plan.deadlines_s(Client.FAST)
    if deadline_s is None:
        yield from (preamble.COUNTED_RESPONSE, preamble.MAKE_COUNTABLE)
        return
    seconds = deadline_source(deadline_s)
    yield preamble.no_answer_error(seconds)
    yield preamble.COUNTED_RESPONSE
    yield preamble.make_dependable(seconds)


def _punctual(plan: Plan) -> Iterator[str]:
    if plan.has_several_deadlines(Client.HTTP):
        yield preamble.MAKE_EACH_PUNCTUAL
    elif deadlines_s := plan.deadlines_s(Client.HTTP):
        yield preamble.make_punctual(deadline_source(deadlines_s[0]))


def _failing(plan: Plan) -> Iterator[str]:
    """Yield the functions that count a request as failed."""
    blamed = {it.client for it in plan.users if it.uses & {"fail", "count_failed"}}
    is_fast, is_http = blamed == {Client.FAST}, blamed == {Client.HTTP}
    if "count_failed" in plan.uses:
        counted = preamble.COUNT_FAILED_FAST if is_fast else preamble.COUNT_FAILED_ANY
        yield preamble.COUNT_FAILED_HTTP if is_http else counted
        if "fail" in plan.uses:
            yield preamble.FAIL_COUNTED
    elif is_fast:
        yield preamble.FAIL_FAST
    elif is_http:
        reads = plan.uses & _OF_ANSWERS
        yield preamble.FAIL_HTTP_ANSWER if reads else preamble.FAIL_HTTP
    elif blamed:
        yield preamble.FAIL_ANY


def _context(tls: PlannedTls) -> Iterator[str]:
    if not tls.verify:
        yield f"{tls.constant} = ssl._create_unverified_context()\n"
    elif tls.authority:
        made = f"ssl.create_default_context(cafile={beside(tls.authority)})"
        yield f"{tls.constant} = {made}\n"
    else:
        yield f"{tls.constant} = ssl.create_default_context()\n"
    if tls.certificate:
        yield f"{tls.constant}.load_cert_chain({tls.certificate})\n"


def _file(file: PlannedFile) -> str:
    return f"{file.constant} = {beside(file.file_name)}.read_bytes()\n"
