"""The window: the only place that speaks Qt. Views see viewmodels, viewmodels see models."""
