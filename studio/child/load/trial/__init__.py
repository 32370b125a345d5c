"""One user, one pass, everything told: what a trial adds to an unchanged locustfile."""
