"""Documents for a meeting, a file or a mail: PDF and workbook, in Dutch."""
