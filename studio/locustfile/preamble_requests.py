"""The functions by which requests say who sends them and their answers are read.

Whatever an answer holds, none of them raises anything but what `fail` does: another exception
within a request's `with` would take its row away.
"""

BASIC = '''\
def basic(user, password):
    """Return the header by which a name and a password are sent."""
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"
'''
