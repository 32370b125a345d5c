"""RunSetup: all that a run was started with."""

from dataclasses import dataclass

from studio.scenario.run_rules import USUAL_RULES, RunRules
from studio.scenario.scenario import Scenario


@dataclass(frozen=True, slots=True)
class RunSetup:
    """All that a run was started with."""

    scenario: Scenario
    """As it was at the start: its load, goals and target may have been changed for this run."""

    question: str
    """What the run is to answer, in the tester's words; may be empty."""

    worker_processes: int
    """How many Locust processes make the load on this computer, at least 1."""

    fast_lane: bool = True
    """Whether plain answers may be read the short way; the numbers are the same, with more room."""

    rules: RunRules = USUAL_RULES
    """What the run does of itself when its target suffers."""
