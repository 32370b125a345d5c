"""What is taken from an answer, and what must hold for it → statements, in their order."""

from studio.journey.check import StatusCheck
from studio.journey.journey import Client
from studio.journey.request import Request
from studio.locustfile.planning_check import plan_check, plan_statuses
from studio.locustfile.planning_take import plan_take
from studio.locustfile.planning_text import Names
from studio.locustfile.statement import Statement, Statements


def plan_answer(
    request: Request, names: Names, client: Client
) -> tuple[Statements, frozenset[str]]:
    """Return what is done with the answer to a request, and what that needs, by name.

    First its status is looked at, so that an error page is no puzzle; then the other checks; what
    is taken comes last, and only from an answer that is as it should be.

    Raises:
        StudioError: A variable has no value, a regular expression or a selector is none.
    """
    statuses = [it for it in request.checks if isinstance(it, StatusCheck)]
    others = [it for it in request.checks if not isinstance(it, StatusCheck)]
    planned = [plan_check(check, names) for check in others]
    planned += [plan_take(take, names, client) for take in request.takes]
    first = plan_statuses(
        [it for it in statuses if it.statuses or it.families],
        is_last=not planned,
        is_fast=client is Client.FAST,
    )
    inside: list[Statement] = []
    uses: frozenset[str] = frozenset()
    for statements, more in (first, *planned):
        inside += statements
        uses |= more
    return tuple(inside), uses
