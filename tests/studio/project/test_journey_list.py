"""The list of journeys says how large each is."""

from pathlib import Path

from studio.journey.journey import Journey
from studio.journey.node import CodeBlock, Loop, Step, Times
from studio.journey.request import Request
from studio.journey.sample import TALK
from studio.journey.template import Variable
from studio.project.journey_list import JourneyLine, journey_lines
from studio.project.opening import create_project


def test_steps_and_data_files_are_counted(tmp_path: Path) -> None:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    project.add_journey(TALK)
    step = Step("n1", "Search", (Request("r1", "GET", ("/", Variable("words.term"))),))
    loop = Loop("n2", "Loop", Times(2, 2), (step, CodeBlock("n3", "Code", "")))
    project.add_journey(Journey("J9", "Looped", (loop,)))
    assert journey_lines(project) == (
        JourneyLine("J1", "WebsiteUser", 3, 0, 1, None),
        JourneyLine("J2", "Looped", 2, 1, 1, None),
    )
    project.close()
