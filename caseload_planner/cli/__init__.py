"""The command line: one file a command group, one JSON document or a table out, words and an exit status for errors."""
