"""Caseload Planner: the weekly distribution of youth-protection measures."""

__version__ = "0.1.0"
