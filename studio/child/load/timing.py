"""RUNS IN A CHILD PROCESS. How long a master and its worker processes give each other."""

REPORT_EVERY_S = 1.0
"""How often a worker process reports."""

LOOK_EVERY_S = 0.25
"""How often the master looks at what has come."""

JOIN_WITHIN_S = 30
"""How long a master waits for its worker processes before it gives the run up."""

STOP_TIMEOUT_S = 10
"""How long a user may take to finish what it is doing when it is asked to stop."""

MASTER_SILENT_S = 10
"""After so long without a word of its master a worker process ends."""

LAST_WORDS_WITHIN_S = 5.0
"""How long a master waits for the last reports once all users are gone."""

NOW_S = 1.0
"""The same for a run that is to stop at once, from the moment it was told to."""
