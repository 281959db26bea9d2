"""The Verdeling page: cases to distribute, people, and why."""
