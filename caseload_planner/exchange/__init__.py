"""Files in and out: the interchange folder and workbook, and later the exports of other systems."""
