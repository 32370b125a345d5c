"""A plan's load → the shape by which plain Locust follows it."""

from studio.locustfile.layout import Group, Leaf, Node, lay_out, prefixed
from studio.locustfile.literal import number_literal
from studio.locustfile.plan import PlannedStage

PLANNED_LOAD = '''\
class PlannedLoad(LoadTestShape):
    """Users over time: each stage leads evenly from its first number of users to its last."""

    def tick(self):
        now, begin = self.get_run_time(), 0
        for end, first, last in STAGES:
            if now < end:
                users = round(first + (last - first) * (now - begin) / (end - begin))
                return users, max(1, abs(users - self.get_current_user_count()))
            begin = end
        return None
'''

_ABOVE = "# Until which second, with how many users at first and at last.\n"
_NO_SHAPE = (
    "# Locust has no shape for that: choose --users, --spawn-rate and --run-time yourself.\n"
)


def emit_stages(stages: tuple[PlannedStage, ...]) -> str:
    """Return the stages as source; `PLANNED_LOAD` follows them."""
    items = tuple(map(_stage, stages))
    lines = lay_out(prefixed("STAGES = ", Group("[", items, "]", is_display=True)), 0)
    return _ABOVE + "\n".join(lines) + "\n"


def emit_note(note: str) -> str:
    """Return the comment that stands where the load has no shape."""
    return f"# {note}\n{_NO_SHAPE}"


def _stage(stage: PlannedStage) -> Node:
    numbers = (stage.until_s, stage.first_users, stage.last_users)
    return Group("(", tuple(Leaf(number_literal(it)) for it in numbers), ")", is_display=True)
