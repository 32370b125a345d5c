"""Take over by hand: a journey becomes another one that is its locustfile and nothing else."""

from studio.journey.journey import Journey
from studio.journey.revision import RevisionCause
from studio.journey.taking_over import taken_over
from studio.project.project import Project


def take_over(project: Project, journey_id: str, name: str) -> Journey:
    """Fork a journey into one that is run and exported as its text stands, and return it.

    Args:
        project: The project.
        journey_id: Which journey; it stays as it is.
        name: Of the new one; where it is taken, a number follows.

    Raises:
        UnknownNameError: There is none of that id.
        StudioError: No locustfile can be written for it.
    """
    journey = project.desk.journey(journey_id)
    text = project.bundle(journey.name).locustfile
    return project.desk.add(taken_over(journey, text, name), RevisionCause.BY_HAND)
