"""The functions by which requests say who sends them and their answers are read.

Whatever an answer holds, none of them raises anything but what `fail` does: another exception
within a request's `with` would take its row away. Values are texts; what JSON calls a number is
written as JSON writes it. Patterns over pages are made so that a hostile one costs no more than
one look at each of its letters; for the same reason the HTML parser is never closed, which would
have it look at the rest of a page again for each tag that does not end.
"""

BASIC = '''\
def basic(user, password):
    """Return the header by which a name and a password are sent."""
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"
'''

TEXT_OF = '''\
def text_of(response):
    """Text of an answer; empty where there is none, or none that can be read."""
    try:
        return response.text or ""
    except Exception:
        return ""
'''

NOTHING = '''\
def nothing(response, message):
    """Let a value be missing."""
'''

HOLDS = '''\
def holds(left, sign, right):
    """Hold two values against each other, as numbers where both are numbers."""
    values = str(left), str(right)
    try:
        numbers = float(left), float(right)
        if all(abs(number) < 2**53 for number in numbers):
            values = numbers
    except (TypeError, ValueError, OverflowError):
        pass
    match sign:
        case "contains":
            return str(right) in str(left)
        case "lacks":
            return str(right) not in str(left)
        case "==":
            return values[0] == values[1]
        case "!=":
            return values[0] != values[1]
        case "<":
            return values[0] < values[1]
        case "<=":
            return values[0] <= values[1]
        case ">":
            return values[0] > values[1]
        case ">=":
            return values[0] >= values[1]
'''

JSON_AT = '''\
def json_at(response, path):
    """What stands at a path in a JSON answer."""
    value = response.json()
    for key in path:
        value = value[key]
    return value
'''

JSON_AT_ANY = '''\
def json_at(response, path):
    """What stands at a path in a JSON answer; "*" takes any item of a list."""
    value = response.json()
    for key in path:
        value = random.choice(value) if key == "*" and isinstance(value, list) else value[key]
    return value
'''

JSON_AT_WHERE = '''\
def json_at(response, path):
    """What stands at a path in a JSON answer; {key: value} takes the first item that has it."""
    value = response.json()
    for key in path:
        if isinstance(key, dict):
            value = next(item for item in value if key.items() <= item.items())
        elif key == "*" and isinstance(value, list):
            value = random.choice(value)
        else:
            value = value[key]
    return value
'''

JSON_VALUE = '''\
def json_value(response, *path):
    """Text of what stands at a path in a JSON answer."""
    with suppress(Exception):
        value = json_at(response, path)
        text = value if isinstance(value, str) else json.dumps(value)
        text.encode()  # half a character could not be sent
        return text
    fail(response, f"no {'.'.join(map(str, path))} in the answer")
'''

JSON_ITEMS = '''\
def json_items(response, *path):
    """Texts of the items of a list in a JSON answer."""
    with suppress(Exception):
        values = json_at(response, path)
        if isinstance(values, list):
            return [value if isinstance(value, str) else json.dumps(value) for value in values]
    fail(response, f"no list {'.'.join(map(str, path))} in the answer")
'''

ATTRIBUTE = '''\
FIELD = re.compile(r"""(?i)<(?:input|meta|button)\\b((?:"[^"<]*"|'[^'<]*'|[^"'<>])*)>""")
ATTRIBUTE = re.compile(r"""(?<![\\w:-])([\\w:-]+)\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>"']+))""")
'''

FORM_VALUE = '''\
def form_value(response, name):
    """Value of the form field or meta tag called `name` in a page."""
    for element in FIELD.findall(text_of(response)):
        found = ATTRIBUTE.findall(element)
        attributes = {key.lower(): a or b or c for key, a, b, c in found}
        if html.unescape(attributes.get("name", "")) == name:
            return html.unescape(attributes.get("value", attributes.get("content", "")))
    fail(response, f"no field {name} in the page")
'''

ELEMENTS = '''\
class Elements(HTMLParser):
    """The elements of a page that are as wanted: their attributes, and the text in them."""

    def __init__(self, tag, classes, wanted, with_text):
        super().__init__()
        self.tag, self.classes, self.wanted = tag, classes, wanted
        self.with_text = with_text
        self.open, self.depth = "", 0
        self.found = []

    def read(self, page):
        """Return all that is found: pairs of attributes and text."""
        with suppress(AssertionError):  # markup that html.parser cannot read ends the page
            self.feed(page)
        return [(held, "".join(texts).strip()) for held, texts in self.found]

    def handle_starttag(self, tag, attributes):
        """Begin an element; while one is open, those within it belong to it."""
        if self.open:
            self.depth += tag == self.open
            return
        held = {name: value or "" for name, value in reversed(attributes)}
        has_all = all(name in held and value in (None, held[name]) for name, value in self.wanted)
        has_classes = set(self.classes) <= set(held.get("class", "").split())
        if self.tag in ("", tag) and has_all and has_classes:
            self.found.append((held, []))
            if self.with_text and tag not in ("input", "meta", "link", "img", "br"):
                self.open, self.depth = tag, 0

    def handle_endtag(self, tag):
        """End the element that is open, but for those of the same name within it."""
        if tag == self.open:
            self.open, self.depth = (tag, self.depth - 1) if self.depth else ("", 0)

    def handle_data(self, data):
        """Add to the text of the element that is open."""
        if self.open:
            self.found[-1][1].append(data)
'''

ELEMENT_VALUE = '''\
def element_value(response, tag, attribute="", nth=1, classes=(), wanted=()):
    """An attribute of the nth element of a page that is as wanted, or the text in it."""
    found = Elements(tag, classes, wanted, not attribute).read(text_of(response))
    values = [held.get(attribute) if attribute else text for held, text in found]
    values = [value for value in values if value is not None]
    if len(values) >= nth:
        return values[nth - 1]
    fail(response, f"no element {tag} in the page")
'''

LINK_VALUE = '''\
def link_value(response, text, nth=1):
    """Address of the nth link of a page whose text holds this one."""
    links = Elements("a", (), [("href", None)], True).read(text_of(response))
    addresses = [held["href"].strip() for held, shown in links if text in shown]
    with suppress(ValueError, IndexError):
        return urljoin(response.url, addresses[nth - 1])
    fail(response, f"no link {text} in the page")
'''

PATTERN_VALUE = '''\
def pattern_value(response, pattern, group=1, nth=1):
    """What a group of a pattern matches in an answer, the nth time."""
    matches = re.finditer(pattern, text_of(response))
    match = next(islice(matches, nth - 1, None), None)
    if match and match[group] is not None:
        return match[group]
    fail(response, f"no match of {pattern} in the answer")
'''

HEADER_VALUE = '''\
def header_value(response, name):
    """A header of an answer; of several of that name all, with commas between."""
    value = (response.headers or {}).get(name)
    if value is not None:
        return value if isinstance(value, str) else ", ".join(value)
    fail(response, f"no header {name} in the answer")
'''

COOKIE_VALUE = '''\
def cookie_value(response, jar, name):
    """A cookie the user holds after an answer."""
    for cookie in jar:
        if cookie.name == name and cookie.value is not None:
            return cookie.value
    fail(response, f"no cookie {name} after the answer")
'''

ADDRESS_VALUE = '''\
def address_value(response, pattern):
    """What the first group of a pattern matches in the address an answer came from."""
    match = re.search(pattern, response.url or "")
    if match and match[1] is not None:
        return match[1]
    fail(response, f"no match of {pattern} in the address")
'''

UNESCAPED = '''\
def unescaped(text):
    """Text as JSON or a script means it, in which "/" may be written with a backslash before."""
    with suppress(ValueError):
        plain = json.loads(f'"{text}"', strict=False)
        plain.encode()  # half a character could not be sent
        return plain
    return text
'''


def may_be_missing(function: str) -> str:
    """Return a function to which may be said what to do where the value is missing."""
    head, _, body = function.partition("):\n")
    told = body.replace("\n    fail(response", "\n    return missing(response")
    return f"{head}, missing=fail):\n{told}"
