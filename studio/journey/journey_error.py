"""JourneyError: a journey that nobody could walk."""

from studio.errors import StudioError


class JourneyError(StudioError):
    """A journey that nobody could walk."""
