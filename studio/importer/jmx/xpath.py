"""Simple paths of XPath, such as `//input[@name='x']/@value` → places in a page."""

import re

from studio.journey.take import ElementPlace

_PATH = re.compile(
    r"//(?P<tag>[A-Za-z][\w-]*|\*)(?P<tests>(?:\[@[A-Za-z][\w:-]*\s*=\s*(?:'[^'\"]*'|\"[^'\"]*\")\])*)"
    r"(?:/(?:@(?P<attribute>[A-Za-z][\w:-]*)|text\(\)))?"
)
_TEST = re.compile(r"\[@([A-Za-z][\w:-]*)\s*=\s*['\"]([^'\"]*)['\"]\]")
_LONGEST = 500


def element_at(query: str) -> ElementPlace | None:
    """Return the element, or its attribute, at a path; None: it is no simple one."""
    found = _PATH.fullmatch(query.strip()[:_LONGEST])
    if found is None:
        return None
    tests = "".join(f'[{name}="{value}"]' for name, value in _TEST.findall(found["tests"]))
    tag = "" if found["tag"] == "*" and tests else found["tag"]
    return ElementPlace(f"{tag}{tests}", found["attribute"] or "")
