"""RUNS IN A CHILD PROCESS. What the messages between a master and its worker processes are called.

They travel on Locust's own wire, beside its own messages.
"""

REPORT_KEY = "swarmbook"
"""Under which name our numbers travel in Locust's own worker reports."""

BEGAN = "swarmbook_began"
"""Master to worker: run time began at this moment of your clock."""

END_NOW = "swarmbook_end_now"
"""Master to worker: end every user where it stands, and report for the last time."""

SAY_LAST = "swarmbook_say_last"
"""Master to worker: report for the last time."""

SEND_AGAIN = "swarmbook_send_again"
"""Master to worker: reports of these numbers have not come."""

KEEP_NEXT = "swarmbook_keep_next"
"""Master to worker: the next exchange of this endpoint is to be kept."""

REPORT = "swarmbook_report"
"""Worker to master: a report out of turn, the last one or one that is sent again."""

PLAN = "swarmbook_plan"
"""Master to worker: which journeys it is to start, and when; None: no more."""

ALIVE = "swarmbook_alive"
"""Worker to master: it is there, and makes so many journeys; several times a second."""
