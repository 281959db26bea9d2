"""State and commands of the pages as QObjects: no widgets."""
