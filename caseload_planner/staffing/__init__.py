"""What the years to come bring: a weekly simulation of cases and people, and what follows from it (NumPy only)."""
