"""Locustfiles as syntax: what is recognised becomes steps, the rest stays as code."""
