"""The rules of a distribution, one file a rule: statement and source, judge in plain Python, post to a model."""
