"""What solvers share of CP-SAT: the rule model, levels one after the other, progress, cancel and bounds."""
