"""The check's own copy of what blocks need; see `known_parts`."""

TEXT = '''\
def count_step(user, name, response_time, failure):
    """Give the statistics one more row, of type STEP."""
    user.environment.events.request.fire(
        request_type="STEP",
        name=name,
        response_time=response_time,
        response_length=0,
        exception=failure and CatchResponseError(failure),
        context=user.context(),
    )


@contextmanager
def counted(user, name):
    """Count all that is done within as one; not for a user that is stopped meanwhile."""
    begin, failure = time.perf_counter(), "given up"
    try:
        yield
        failure = None
    except GreenletExit:
        begin = None
        raise
    finally:
        if begin is not None:
            count_step(user, name, (time.perf_counter() - begin) * 1000, failure)


def give_up(user, name):
    """Count what never came about as failed, with no time of its own, and give up this pass."""
    count_step(user, name, None, "never came about")
    raise RescheduleTask()


def walk_chain(chain):
    """Do the first step of a chain and those that follow it, by weight, until it is left."""
    step = next(iter(chain))
    while step is not None:
        step()
        following = chain[step]
        (step,) = random.choices(list(following), weights=following.values())


def items_of(values, at_most):
    """Return the first items of what a server sent; none where that is no list."""
    return values[:at_most] if isinstance(values, list) else []


def base64_of(text):
    """Return a text as base64."""
    return b64encode(text.encode()).decode()


class Counter:
    """Counts up so that no two users of all workers ever have the same number."""

    def __init__(self, first):
        self.first = first
        events.test_start.add_listener(self.begin)

    def begin(self, environment, **_):
        """Begin, as each test does; workers count in thousands, each from a number of its own."""
        if isinstance(environment.runner, WorkerRunner):
            self.numbers = count(self.first + environment.runner.worker_index, 1000)
        else:
            self.numbers = count(self.first)

    def next(self):
        """Return the next number as text."""
        return str(next(self.numbers))
'''
