"""The demo organisation: an invented institution of a realistic shape, the same for the same seed."""
