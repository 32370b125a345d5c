"""One command of curl becomes its requests, and says what did not come."""

from studio.importer.carried_over import CarryingOver, Outcome
from studio.importer.curl.asking import Asked, asked_by
from studio.importer.curl.options import operations_of
from studio.importer.curl.shell_words import shell_commands
from studio.importer.hiding import Hiding
from studio.journey.auth import BasicAuth, BearerAuth
from studio.journey.body import FileBody, RawBody
from studio.journey.request import QueryField
from studio.journey.template import Secret


def _asked(text: str) -> tuple[Asked, CarryingOver]:
    (command,) = shell_commands(text)
    (operation,) = operations_of(command.words[1:])
    notes = CarryingOver()
    return asked_by(command, operation, "line 1", Hiding(), notes), notes


def test_each_address_is_a_request() -> None:
    asked, _ = _asked("curl -X delete http://a/1 http://a/2?x=1 -L -k -m 2.5")
    one, two = asked.requests
    assert (one.method, one.path, two.query) == ("DELETE", "/1", (QueryField("x", "1"),))
    assert (one.follow_redirects, one.answer_within_s, asked.verifies) == (True, 2.5, False)


def test_who_sends_it_is_known() -> None:
    secret = (Secret("password"),)
    assert _asked("curl -u a:b http://x")[0].requests[0].auth == BasicAuth("a", secret)
    assert _asked("curl -u a http://x")[0].requests[0].auth == BasicAuth("a", secret)
    assert _asked("curl http://a:b@x")[0].requests[0].auth == BasicAuth("a", secret)
    bearer = _asked("curl --oauth2-bearer b http://x")[0].requests[0].auth
    assert bearer == BearerAuth((Secret("token"),))


def test_uploads_go_with_their_addresses() -> None:
    asked, _ = _asked("curl -T a.png http://x/f/ -T b.png http://x/g")
    assert [(it.path, it.body) for it in asked.requests] == [
        ("/f/a.png", FileBody("a.png")),
        ("/g", FileBody("b.png")),
    ]


def test_a_here_document_is_sent() -> None:
    asked, _ = _asked("curl -d @- http://x -H 'Content-Type: text/x' <<E\nhello\nE\n")
    assert asked.requests[0].body == RawBody("hello\n", "text/x")


def test_a_query_without_fields_is_added_to_the_path() -> None:
    assert _asked("curl -G -d flag http://x/y")[0].requests[0].path == "/y?flag"


def test_what_did_not_come_is_said() -> None:
    _, notes = _asked('curl "http://x/{a,b}/$C" -x http://proxy --digest --cert y -s -d @f')
    left_out = [str(it.what) for it in notes.noted.of(Outcome.LEFT_OUT)]
    assert left_out == ["Option --proxy", "Option --digest", "Option --cert", "Options -s"]
    adapted = [str(it.what) for it in notes.noted.of(Outcome.ADAPTED)]
    assert adapted == ["File f", "$C", "{a,b}"]
