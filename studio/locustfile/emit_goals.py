"""A plan's goals → a table, and the functions by which plain Locust is judged by it."""

from collections.abc import Iterable

from studio.locustfile.layout import Group, Leaf, Node, lay_out, prefixed
from studio.locustfile.literal import number_literal, text_literal
from studio.locustfile.plan import PlannedGoal

WRITE_JUNIT = '''\
def write_junit(results, path):
    """Write each goal as a test case, for a CI server to show."""
    missed = sum(not is_met for _, _, is_met in results)
    suite = Element("testsuite", name="goals", tests=f"{len(results)}", failures=f"{missed}")
    for title, value, is_met in results:
        case = SubElement(suite, "testcase", classname="goals", name=title)
        if not is_met:
            SubElement(case, "failure", message=f"measured: {value}")
    path.parent.mkdir(parents=True, exist_ok=True)
    ElementTree(suite).write(path, encoding="utf-8", xml_declaration=True)
'''

MEASURED = '''\
def measured(row, measure):
    """One figure; Locust rounds times from 100 ms to 10 ms and from 1 s to 100 ms."""
    if measure == "failure rate":
        return row.fail_ratio
    if measure == "throughput":
        return row.total_rps
    return row.get_response_time_percentile(measure)
'''

JUDGE = '''\
@events.quitting.add_listener
def judge(environment, **_):
    """Leave with exit code 3 when a goal is missed; no request at all misses it, too."""
    if isinstance(environment.runner, WorkerRunner):
        return
    results = []
    for title, method, name, measure, bound, limit in GOALS:
        row = environment.stats.get(name, method) if name else environment.stats.total
        value = measured(row, measure) if row.num_requests else None
        is_met = value is not None and (value <= limit if bound == "at most" else value >= limit)
        results.append((title, value, is_met))
        logging.info("%s: %s (%s)", "met" if is_met else "MISSED", title, value)
    if path := os.environ.get("GOALS_JUNIT"):
        write_junit(results, Path(path))
    if not environment.runner.exceptions:
        environment.process_exit_code = 0 if all(is_met for _, _, is_met in results) else 3
'''

_ABOVE = "# What, of which requests (all where none are named), which figure, bound and limit.\n"


def emit_goals(goals: Iterable[PlannedGoal]) -> list[str]:
    """Return the table of goals and the functions that judge them."""
    items = tuple(map(_goal, goals))
    lines = lay_out(prefixed("GOALS = ", Group("[", items, "]", is_display=True)), 0)
    return [_ABOVE + "\n".join(lines) + "\n", WRITE_JUNIT, MEASURED, JUDGE]


def _goal(goal: PlannedGoal) -> Node:
    measure = goal.measure
    values = (
        *map(text_literal, (goal.title, goal.method, goal.name)),
        text_literal(measure) if isinstance(measure, str) else number_literal(measure),
        text_literal(goal.bound),
        number_literal(goal.limit),
    )
    return Group("(", tuple(map(Leaf, values)), ")", is_display=True)
