"""The weekly verdeling: problem, solve, judge, proposal and explanation."""
