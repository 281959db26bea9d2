"""Use cases, the ports they need, and the flat rows that screens and documents show."""
