"""The only package that speaks SQL: the store behind the program, as one SQLite file."""
