"""Charts as matplotlib figures: values in, Figure out; no pyplot and no Qt."""
