"""The check's own copy of what judges goals; see `known_parts`."""

TEXT = '''\
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


def measured(row, measure):
    """One figure; Locust rounds times from 100 ms to 10 ms and from 1 s to 100 ms."""
    if measure == "failure rate":
        return row.fail_ratio
    if measure == "throughput":
        return row.total_rps
    return row.get_response_time_percentile(measure)


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
