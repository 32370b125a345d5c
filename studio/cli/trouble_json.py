"""What went wrong in a run as JSON, with the keys a script relies on."""

from typing import Any

from studio.measurement.cause import FailureCause
from studio.measurement.example import Body, Example
from studio.run.trouble import LogLine, TaskException, Trouble

Json = dict[str, Any]


def trouble_object(trouble: Trouble, *, with_examples: bool) -> Json:
    """Return failures by cause, exceptions and the log, and if wanted the kept exchanges."""
    told: Json = {
        "causes": [
            {
                "method": it.endpoint.method,
                "name": it.endpoint.name,
                "outcome": it.outcome,
                "cause": it.text,
                **_counted(it),
            }
            for it in trouble.causes
        ],
        "exceptions": [
            {
                "kind": it.kind,
                "text": it.text,
                "place": it.place,
                "traceback": it.traceback,
                **_counted(it),
            }
            for it in trouble.exceptions
        ],
        "log": [
            {"process": it.process, "level": it.level, "text": it.text, **_counted(it)}
            for it in trouble.lines
        ],
    }
    if with_examples:
        told["examples"] = [_example(it) for it in trouble.examples]
    return told


def _counted(it: FailureCause | TaskException | LogLine) -> Json:
    return {"count": it.count, "first_s": it.first_s, "last_s": it.last_s}


def _example(example: Example) -> Json:
    answer = example.answer
    return {
        "kind": example.kind,
        "method": example.endpoint.method,
        "name": example.endpoint.name,
        "outcome": example.outcome,
        "cause": example.cause,
        "said": example.said,
        "at_s": example.at_s,
        "response_time_ms": example.response_time_ms,
        "worker": example.worker,
        "request": {
            "method": example.request.method,
            "address": example.request.address,
            "headers": [list(pair) for pair in example.request.headers],
            "body": _body(example.request.body),
        },
        "answer": answer
        and {
            "status": answer.status,
            "headers": [list(pair) for pair in answer.headers],
            "body": _body(answer.body),
            "came_from": answer.came_from,
        },
    }


def _body(body: Body) -> Json:
    return {"kind": body.kind, "text": body.text, "size_bytes": body.size_bytes}
