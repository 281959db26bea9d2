"""Item models and the flat values that they hold: no widgets, no work, display strings made beforehand."""
