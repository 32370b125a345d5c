"""The check's own copy of what requests and their answers need; see `known_parts`."""

TEXT = '''\
def basic(user, password):
    """Return the header by which a name and a password are sent."""
    return f"Basic {b64encode(f'{user}:{password}'.encode()).decode()}"
'''
