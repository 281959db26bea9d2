"""The Caseload page: tiles, the table of workers, and the drawer of one."""
