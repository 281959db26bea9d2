"""The import dialog: choose, look at what would change, confirm, done."""
