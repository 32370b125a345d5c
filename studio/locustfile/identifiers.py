"""Names people give → names Python allows, each once."""

import builtins
import keyword
import re
import unicodedata

RESERVED = frozenset(
    {
        *(
            "json",
            "max_wait",
            "min_wait",
            "wait_function",
            "abstract",
            "client",
            "client_pool",
            "concurrency",
            "connection_timeout",
            "context",
        ),
        *("default_headers", "environment", "fixed_count", "full_name", "fullname", "greenlet"),
        *("group", "host", "insecure", "max_redirects", "max_retries", "network_timeout"),
        *("on_start", "on_stop", "one_pass", "pool_manager", "proxy_host", "proxy_port", "rest"),
        *("rest_", "run", "self", "ssl_context_factory", "start", "stop", "tasks"),
        *("user_agent", "wait", "wait_time", "weight", "trans", "iter_sse", "random_pool"),
        *("events", "task", "between", "constant", "constant_pacing", "gevent", "ssl"),
        *("constant_throughput", "poisson", "urlencode"),
        *("TLS", "FastHttpUser", "HttpUser", "DependableUser", "RescheduleTask"),
        *("CountedResponse", "FastResponse", "NoAnswerError", "LocustBadStatusCode", "Timeout"),
        *("make_dependable", "make_punctual", "fail", "response", "name"),
        *("LoadTestShape", "PlannedLoad", "STAGES", "basic", "b64encode", "answer_within_s"),
        *("MarkovTaskSet", "transitions", "tag", "Feed", "StopUser", "MasterRunner"),
        *("WorkerRunner", "Path", "Semaphore", "Event", "csv", "deque", "islice", "logging", "os"),
        *(
            "again_and_again",
            "at_random",
            "each_row",
            "quote",
            "random",
            "read_secret",
            "sys",
            "time",
        ),
        *("current", "execute_next_task", "execute_task", "get_next_task", "interrupt", "parent"),
        *(
            "count_step",
            "counted",
            "give_up",
            "walk_chain",
            "holds",
            "items_of",
            "Counter",
            "count",
        ),
        *("attempt", "drawn", "ways", "weights", "base64", "re", "string", "uuid", "datetime"),
        *("timedelta", "UTC", "contextmanager", "CatchResponseError", "GreenletExit", "logging"),
        *(
            "judge",
            "write_junit",
            "measured",
            "GOALS",
            "Element",
            "ElementTree",
            "SubElement",
            "transition",
            "leave",
            "fasthttp",
        ),
        *("schedule_task", "user", "ask", "send", "send_one"),
        *keyword.kwlist,
        *keyword.softkwlist,
        *dir(builtins),
    }
)
"""Names that mean something already: in Python, on Locust's users, or in the file itself."""

_LONGEST = 60


def class_name(name: str, taken: frozenset[str] | set[str]) -> str:
    """Return a class name in CapWords that is neither reserved nor taken."""
    words = _words(name)
    joined = "".join(word[:1].upper() + word[1:] for word in words) or "User"
    return _free(_begins_with_letter(joined, "User")[:_LONGEST], taken, "")


def constant_name(name: str, taken: frozenset[str] | set[str]) -> str:
    """Return a constant's name in capitals that is neither reserved nor taken."""
    plain = "_".join(re.findall(r"[A-Z0-9]+", name.upper()))
    return _free(_begins_with_letter(plain, "FILE_"), taken, "_")


def row_name(name: str, taken: frozenset[str] | set[str]) -> str:
    """Return what one row of a data file is called: `account`, if it holds `accounts`."""
    return method_name(_singular(name), taken)


def variable_name(name: str, taken: frozenset[str] | set[str]) -> str:
    """Return the name of a variable as it was spelt, if it is neither reserved nor taken."""
    return _free(name.lstrip("_") or "value", taken, "_")


def method_name(name: str, taken: frozenset[str] | set[str]) -> str:
    """Return a method name in snake_case that is neither reserved nor taken."""
    joined = "_".join(word.lower() for word in _words(name)) or "step"
    return _free(_begins_with_letter(joined, "step_")[:_LONGEST].rstrip("_"), taken, "_")


def _singular(name: str) -> str:
    if re.search(r"[^s]s$", name) is None or name.endswith(("us", "is")):
        return f"{name}_row"
    if name.endswith("ies"):
        return name[:-3] + "y"
    return name[:-2] if name.endswith(("sses", "xes", "ches", "shes", "zes")) else name[:-1]


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return re.findall(r"[A-Za-z0-9]+", plain)


def _begins_with_letter(name: str, prefix: str) -> str:
    return name if name[0].isalpha() else prefix + name


def _free(name: str, taken: frozenset[str] | set[str], joint: str) -> str:
    candidate, number = name, 1
    while candidate in RESERVED or candidate in taken:
        number += 1
        candidate = f"{name}{joint}{number}"
    return candidate
