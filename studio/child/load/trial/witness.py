"""RUNS IN A CHILD PROCESS. Sees each request of the one user from its call to its judgement."""
# pyright: basic

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import Any

from locust.clients import HttpSession
from locust.contrib.fasthttp import FastHttpSession
from locust.exception import StopUser

from studio.child.load.trial.struck import Struck
from studio.child.load.trial.variables import step_frame, variables_at
from studio.child.load.trial.wire_watch import RawHop
from studio.engine.trial_messages import CodePlace, Exchanged, GotAnswer, Hop, SentRequest

_MOST_CALLS = 30
_MOST_HOPS = 40
_STEP, _GIVEN_UP = "STEP", "given up"
"""What a locustfile of ours says of steps that are counted as a whole."""


@dataclass(slots=True, eq=False)
class _Seen:
    """A request that was called for and is not judged yet."""

    method: str
    address: str
    calls: tuple[CodePlace, ...]
    began_s: float
    hops: list[RawHop] = field(default_factory=list)
    response: Any = None
    is_told: bool = False


class Witness:
    """Follows requests and tells of each once its locustfile has judged it."""

    def __init__(
        self,
        locustfile: str,
        struck: Struck,
        tell: Callable[[Exchanged], None],
        pass_number: Callable[[], int],
    ) -> None:
        self._file = Path(locustfile).name
        self._struck = struck
        self._tell = tell
        self._pass_number = pass_number
        self._began_s = perf_counter()
        self._open: list[_Seen] = []
        self._waiting: list[_Seen] = []
        self._told = 0
        self.user: Any = None

    def install(self) -> None:
        """Stand before the requests of both clients, for the rest of this process's life."""
        for session in (FastHttpSession, HttpSession):
            kind: Any = session
            kind.request = self._watched(kind.request)

    def note_hop(self, hop: RawHop) -> None:
        """Note that something goes over the wire."""
        if self._open:
            self._open[-1].hops.append(hop)

    def judge(self, **told: Any) -> None:
        """Hear Locust's own event of a request, and tell of it."""
        if told["request_type"] == _STEP and str(told.get("exception") or _GIVEN_UP) == _GIVEN_UP:
            return  # a row for a whole step, whose requests have been told of
        response = told.get("response")
        seen = next((it for it in self._waiting if it.response is response), None)
        if seen is not None:
            self._waiting.remove(seen)
        elif self._open and not self._open[-1].is_told:
            seen = self._open[-1]
        else:  # of a client of the file's own
            address = str(told.get("url") or "")
            seen = _Seen(str(told["request_type"]), address, self._calls(), perf_counter())
        seen.is_told = True
        failure = _innermost(told.get("exception"), response)
        self._say(
            seen,
            str(told["name"]),
            float(told.get("response_time") or 0.0),
            "" if failure is None else str(failure) or type(failure).__name__,
            response,
        )

    def settle(self) -> None:
        """Tell of requests that nobody ever judged: their `with` was left by an exception."""
        for seen in self._waiting:
            said = "the step broke off before this answer was judged"
            self._say(seen, seen.address, _ms_since(seen.began_s), said, seen.response)
        self._waiting.clear()

    def _watched(self, ask: Callable[..., Any]) -> Callable[..., Any]:
        def request(session: Any, method: Any, url: Any, *args: Any, **options: Any) -> Any:
            seen = _Seen(str(method), str(url), self._calls(), perf_counter())
            self._open.append(seen)
            try:
                result = ask(session, method, url, *args, **options)
            except Exception as error:
                if not seen.is_told:
                    name = str(options.get("name") or url)
                    self._say(seen, name, _ms_since(seen.began_s), str(error), None)
                raise
            finally:
                self._open.remove(seen)
            if not seen.is_told:
                seen.response = result.request_meta["response"]
                self._waiting.append(seen)
            return result

        return request

    def _say(self, seen: _Seen, name: str, response_ms: float, failure: str, response: Any) -> None:
        frame = step_frame(sys._getframe(1), self._file)
        number, self._told = self._told, self._told + 1
        self._tell(
            Exchanged(
                number=number,
                pass_number=self._pass_number(),
                calls=seen.calls,
                method=self._struck.text(seen.method, 40),
                name=self._struck.text(name, 500),
                hops=self._hops(seen, response),
                started_s=round(seen.began_s - self._began_s, 4),
                response_ms=round(response_ms, 2),
                failure=self._struck.text(failure, 2000),
                variables=self._struck.pairs(variables_at(frame, self.user)),
                cookies=self._struck.pairs(_cookies(self.user)),
            )
        )

    def _hops(self, seen: _Seen, response: Any) -> tuple[Hop, ...]:
        raw = seen.hops[:_MOST_HOPS]
        last = raw[-1] if raw else None
        return tuple(self._hop(it, response if it is last else None) for it in raw)

    def _hop(self, raw: RawHop, response: Any) -> Hop:
        headers = self._struck.pairs(raw.headers)
        body = self._struck.body(raw.payload or None, _type_of(raw.headers))
        address = self._struck.text(raw.address)
        request = SentRequest(self._struck.text(raw.method, 40), address, headers, body)
        if not raw.status:
            return Hop(request, None, None)
        answer_type = _type_of(raw.answer_headers)
        answer = GotAnswer(
            raw.status,
            self._struck.pairs(raw.answer_headers),
            self._struck.body(_content(response), answer_type),
        )
        return Hop(request, answer, None if raw.head_ms is None else round(raw.head_ms, 2))

    def _calls(self) -> tuple[CodePlace, ...]:
        found: list[CodePlace] = []
        frame: Any = sys._getframe(2)
        while frame is not None and len(found) < _MOST_CALLS:
            if Path(frame.f_code.co_filename).name == self._file:
                found.append(CodePlace(frame.f_code.co_name, frame.f_lineno))
            frame = frame.f_back
        return tuple(reversed(found))


def _innermost(failure: Any, response: Any) -> Any:
    """Return what failed a request.

    The client of HttpUser looks for the cause of an error's cause, and so on. What a user does when
    it stops is done while a StopUser is handled, and so that would be the cause of everything.
    """
    if not isinstance(failure, StopUser):
        return failure
    error = getattr(response, "error", None) or failure
    while error.__context__ is not None and not isinstance(error.__context__, StopUser):
        error = error.__context__
    return error


class _Unread:
    """Stands for a body that nobody has read."""


def _content(response: Any) -> object:
    """Return the body of an answer, read by whoever wanted it; asking here would read it."""
    if response is None:
        return None
    for name in ("_cached_content", "_content"):
        try:
            content = getattr(response, name)
        except AttributeError:
            continue
        if isinstance(content, bytes):
            return content
    return _Unread()


def _cookies(user: Any) -> list[tuple[str, str]]:
    client = getattr(user, "client", None)
    jar = getattr(client, "cookiejar", None) or getattr(client, "cookies", None) or ()
    return [(str(it.name), str(it.value or "")) for it in jar]


def _type_of(headers: list[tuple[str, str]]) -> str:
    return next((value for name, value in headers if name.lower() == "content-type"), "")


def _ms_since(began_s: float) -> float:
    return (perf_counter() - began_s) * 1000
